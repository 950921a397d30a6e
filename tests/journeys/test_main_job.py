"""The main job with the keyboard alone, with the layout of each language."""

import pytest

from tests.gui.conftest import settle
from tests.journeys.hands import Hands, record_of

ARABIC = (
    "وفد الشمال يصل إلى العاصمة بعد توقيع الميثاق",
    "وصل إلى العاصمة أمس أكثر من 800 مراقب على متن 12 حافلة.",
    "ووُقّع الميثاق في 3 آذار 2024، بحسب بيان الأمانة.",
    "وقالت المنسقة: «لن نغادر قبل انتهاء الفرز»، ولم تحدد موعدًا.",
)
ENGLISH = (
    "Northern delegation arrives after the charter was signed",
    "More than 800 observers reached the capital yesterday in 12 coaches.",
    "The charter was signed on 3 March 2024, a statement of the secretariat said.",
    'The coordinator said: "We will not leave before the count ends", without naming a date.',
)
JOBS = {
    "ar": (
        ARABIC,
        "صحيفة الضفة",
        ("أكثر من 800 مراقب", "3 آذار 2024", "لن نغادر قبل انتهاء الفرز"),
        ("بلغ عدد المراقبين 640 وفق سجل الدخول.", "اتصلت بالأمانة مرتين.", "المنسقة العامة"),
    ),
    "en": (
        ENGLISH,
        "The Bank Paper",
        ("More than 800 observers", "3 March 2024", "We will not leave before the count ends"),
        ("The register counts 640 observers.", "Called the secretariat twice.", "The coordinator"),
    ),
}


@pytest.mark.parametrize("language", JOBS)
def test_from_pasted_text_to_a_record_that_comes_back(open_desk, language):
    lines, outlet, (number, date, quote), (why, remark, who) = JOBS[language]
    session = open_desk(language=language, reviewer="هدى")
    hands, workspace = Hands(session, layout=language), session.workspace
    take_in(hands, lines, outlet)
    check_troops(hands, number, why)
    check_date(hands, date)
    leave_quote_open(hands, quote, who, remark)

    # Back to the list, and on to what is unfinished.
    hands.press("Alt+L", "Ctrl+PgUp", "Ctrl+Return")
    assert workspace.selected_claim.anchor.exact == quote

    before = record_of(session)
    assert [each["kind"] for each in before[3]] == ["quantity", "date", "quote"]
    assert before[3][2]["claimant"] == who
    assert before[3][2]["note"] == remark
    assert before[3][0]["evidence"][0][0] == "https://example.org/register"
    hands.press("Ctrl+Q")
    settle()
    assert not session.window.isVisible()
    assert record_of(open_desk()) == before


def take_in(hands, lines, outlet):
    """A new article: the text, then its details, and Enter."""
    hands.press("Ctrl+N")
    hands.type("\n".join(lines))
    hands.press("Tab", "Tab")
    hands.type(outlet)
    hands.press("Return")
    article = hands.session.workspace.article
    assert (article.title, article.outlet) == (lines[0], outlet)
    assert hands.session.window.frame.is_desk


def check_troops(hands, number, why):
    """Words, claim, kind, evidence, verdict, state."""
    workspace = hands.session.workspace
    hands.find(number)
    hands.press("Ctrl+M")
    assert workspace.selected_claim.anchor.exact == number
    hands.press("1", "Ctrl+K")
    hands.type("https://example.org/register")
    hands.press("Tab", "Alt+R")
    hands.type(why)
    hands.press("Alt+6", "Ctrl+3")
    claim = workspace.selected_claim
    assert (claim.kind, claim.state, claim.evidence_count) == ("quantity", "checked", 1)
    assert workspace.ratings[claim.rating_id].position == 5
    assert claim.rationale == why


def check_date(hands, date):
    hands.press("Alt+A")
    hands.find(date)
    hands.press("Ctrl+M", "2", "Alt+1", "Ctrl+3")
    assert hands.session.workspace.selected_claim.anchor.exact == date


def leave_quote_open(hands, quote, who, remark):
    hands.press("Alt+A")
    hands.find(quote)
    hands.press("Ctrl+M", "3", "Alt+C")
    hands.type(who)
    hands.press("Alt+N")
    hands.type(remark)
