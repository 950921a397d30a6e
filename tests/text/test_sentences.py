import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.sentences import sentences


def _split(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. ثم غادر؟ نعم!", ["وصل الوفد.", "ثم غادر؟", "نعم!"]),
        (
            "عنوان\n\n– الزيارة: وصل.\n- ثانيا\n• ثالثا",
            ["عنوان", "الزيارة: وصل.", "ثانيا", "ثالثا"],
        ),
        ("1. أول\n2) ثان\n(3) ثالث\n3.5 مليون", ["أول", "ثان", "ثالث", "3.5 مليون"]),
        ("بلغ 3.5 مليون. انتهى", ["بلغ 3.5 مليون.", "انتهى"]),
        ("قال د. سامي إن أ.ف.ب نشرت. وأضاف.", ["قال د. سامي إن أ.ف.ب نشرت.", "وأضاف."]),
        ("سأل: «هل وصل؟» ثم صمت.", ["سأل: «هل وصل؟»", "ثم صمت."]),
        ("قال: “انتهى الأمر.” وغادر.", ["قال: “انتهى الأمر.”", "وغادر."]),
        ("انتهى اليوم.وبدأ آخر", ["انتهى اليوم.", "وبدأ آخر"]),
        ("الأول، والثاني؛ والثالث", ["الأول، والثاني؛ والثالث"]),
        ("لم يقل شيئا... ثم تكلم", ["لم يقل شيئا... ثم تكلم"]),
        (
            "Mr. J. Smith of St. Pancras came. He left.",
            ["Mr. J. Smith of St. Pancras came.", "He left."],
        ),
        (
            "It cost $3.50, i.e. too much. See example.org for more.",
            ["It cost $3.50, i.e. too much.", "See example.org for more."],
        ),
        ("He lives in the U.S. She does not.", ["He lives in the U.S.", "She does not."]),
        (
            "He said “no!” and left. “Why?” she asked.",
            ["He said “no!” and left.", "“Why?” she asked."],
        ),
        ("Well... yes. So I. Then he", ["Well... yes.", "So I.", "Then he"]),
        ("It ended… Then it began.", ["It ended…", "Then it began."]),
        ("Acme Inc. and others came.", ["Acme Inc. and others came."]),
        ("It was Acme Inc. The firm left.", ["It was Acme Inc.", "The firm left."]),
        ("انتهى. !\nثم", ["انتهى.", "ثم"]),
        ("***\n—\n", []),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert _split(text) == expected


@given(st.text(st.sampled_from("ابت aB1٣.!؟…\n-–»” ") | st.characters(), max_size=60))
def test_spans_are_in_order_and_trimmed_and_hold_every_letter(text):
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        assert "\n" not in text[start:end]
        last = end


@given(st.text(st.sampled_from("ابت aB.!؟…»” "), max_size=60))
def test_no_letter_is_left_out(text):
    covered = {at for span in sentences(text) for at in range(*span)}
    assert all(at in covered for at, char in enumerate(text) if char.isalnum())


def test_the_work_grows_with_the_length():
    def seconds(text):
        began = time.process_time()
        sentences(text)
        return time.process_time() - began

    line = "قال د. سامي إن العدد بلغ 3.5 مليون... وأضاف! "
    seconds(line)
    assert seconds(line * 8000) < 30 * max(seconds(line * 800), 0.002)
    assert seconds("." * 200_000) < 2
