"""Every finding can say why, in both languages."""

import string

import pytest

from factcheck.detection import consistency, reasons
from factcheck.detection.proposals import examine
from factcheck.runtime.i18n import set_language, tr
from tests.detection.scoring import passages


def all_messages():
    tables = (reasons._RULES, reasons._SENSES, reasons._SIGNALS)
    messages = [message for table in tables for message in table.values()]
    return [
        *messages, reasons.OVER_FIGURE, reasons.UNRESOLVED_DATE,
        consistency.DIFFERENT_FIGURES, consistency.DIFFERENT_DATES,
    ]  # fmt: skip


@pytest.fixture
def arabic():
    set_language("ar")
    yield
    set_language("en")


@pytest.mark.parametrize("message", sorted(set(all_messages())))
def test_every_reason_has_an_arabic_sentence_with_the_same_places(message, arabic):
    values = {name: name for _, name, _, _ in string.Formatter().parse(message) if name}
    spoken = tr(message, **values)
    assert spoken != message.format(**values)
    assert all(name in spoken for name in values)


def test_every_candidate_of_the_passages_says_why():
    for passage in passages():
        for each in examine(passage["text"], language=passage["lang"]).candidates:
            assert each.reasons, passage["id"]
            for reason in each.reasons:
                assert reason.message.format(**reason.values)
