"""Whatever comes in, the rules of reporting answer: no exception, spans inside the text."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.detection.proposals import examine
from factcheck.detection.quotes import quotes_and_attributions
from factcheck.detection.tokens import tokenise

VOCABULARY = """
قال وقال يقول أكدت وأضاف مشيرا محذرا نقلت وصف وصفته اعتبر اتهم أظهر جدد أما كان لم ما
وفقا بحسب حسبما وفق نقلا على لسان حد قوله تعبير جاء ورد كما الذي التي أن إن بأن بأنه
وزير الوزير وزارة الصحة المتحدث باسم لافروف تقرير دراسة مصادر رويترز موسكو عبد الله علي
في من عن إلى لقناة للصحفيين ب ل و ف د أمس الثلاثاء 20 تسجيل ارتفاع التأكيد بالقول
“ ” « » " ‘ ’ : ، . ؟ ! - ( ) … , ;
said told Reuters that according to the minister he who adding Macron report
"""
WORDS = (*VOCABULARY.split(), "\n", "\u200f", "\u0640", "\u064f", "")
SPACED = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
GLUED = st.lists(st.sampled_from(WORDS), max_size=30).map("".join)


def check(text, language):
    reach = {}
    for item in quotes_and_attributions(tokenise(text), language):
        assert 0 <= item.start < item.end <= len(text)
        assert reach.get(item.kind, 0) <= item.start
        reach[item.kind] = item.end
        for _, start, end in item.evidence:
            assert 0 <= start <= end <= len(text)


@settings(max_examples=400)
@given(SPACED, st.sampled_from(["ar", "en"]))
def test_words_of_reporting_in_any_order(text, language):
    check(text, language)


@settings(max_examples=400)
@given(GLUED, st.sampled_from(["ar", "en"]))
def test_words_of_reporting_without_spaces(text, language):
    check(text, language)


@settings(max_examples=300)
@given(st.text(), st.sampled_from(["ar", "en"]))
def test_any_text(text, language):
    check(text, language)


@pytest.mark.parametrize(
    "text",
    ["", " \n\t", "\0" * 99, "ا" * 100_000, "\ud800قال “\udfff", "“" * 5_000, "قال: «" * 2_000],
)
def test_bad_input_gives_an_answer(text):
    assert isinstance(examine(text).candidates, tuple)


@pytest.mark.parametrize(
    "piece", ["قال الوزير إن ", "وأضاف أن ", "«نص» ", "وفقا لوزارة ", "قال: «"]
)
def test_one_long_line_takes_linear_time(piece):
    def seconds(count):
        begun = time.process_time()
        quotes_and_attributions(tokenise(piece * count), "ar")
        return time.process_time() - begun

    seconds(100)
    short = min(seconds(500) for _ in range(3))
    assert min(seconds(5_000) for _ in range(2)) < 25 * max(short, 1e-3)


@pytest.mark.campaign
@pytest.mark.timeout(3600)
def test_hundred_thousand_random_strings():
    draw = random.Random(11)
    for turn in range(100_000):
        text = ("" if turn % 3 else " ").join(draw.choices(WORDS, k=draw.randrange(30)))
        check(text, "ar" if turn % 4 else "en")
