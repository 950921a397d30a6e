"""Coverage: which sentences are checkable, and which are still uncovered."""

from factcheck.detection.coverage import checkable_sentences, uncovered
from factcheck.detection.detect import detect
from factcheck.domain.claim import ClaimKind

TEXT = (
    "حضر الأهالي مبكرا.\nقال العمدة إن السوق تضم 120 متجرا.\n"
    "هذا أقدم أسواق الإقليم.\nالمطر هنا أغزر من أي مكان آخر.\nشربنا الشاي معا."
)


def found(text=TEXT, language="ar"):
    return checkable_sentences(text, detect(text, language=language), language)


def words(sentences, text=TEXT):
    return [text[each.start : each.end].split()[0] for each in sentences]


def test_sentences_with_items_superlatives_and_comparisons_are_checkable():
    sentences = found()
    assert words(sentences) == ["قال", "هذا"]
    assert sentences[0].holds == {ClaimKind.QUANTITY, ClaimKind.ATTRIBUTION}
    assert sentences[1].holds == {ClaimKind.COMPARISON}


def test_comparisons_are_found_before_min():
    assert found("السد أكبر من نظيره القديم.")[0].holds == {ClaimKind.COMPARISON}
    assert found("The new bridge is longer. It is the longest bridge here.", "en")


def test_a_comparator_of_a_quantity_is_no_comparison():
    (sentence,) = found("زار المعرض أكثر من 300 شخص.")
    assert sentence.holds == {ClaimKind.QUANTITY}


def test_a_quotation_over_two_sentences_makes_both_checkable():
    text = "قالت: «نمنا في العراء. لم يأت أحد ليسأل عنا»."
    assert len(found(text)) == 2


def test_claims_and_marks_cover_and_the_rest_is_uncovered():
    sentences = found()
    first, second = sentences
    inner = (first.start + 5, first.start + 9)
    assert uncovered(sentences, []) == sentences
    assert uncovered(sentences, [inner]) == [second]
    assert uncovered(sentences, [inner], [(second.start, second.end)]) == []
    assert uncovered(sentences, [(0, len(TEXT))]) == []
    assert uncovered(sentences, [(first.end, second.start)]) == sentences
    assert uncovered([], [(0, 3)]) == []
