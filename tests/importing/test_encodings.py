import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.importing.encodings import CHOICES, LABELS, decode, looks_like_text, ranked, readings

ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1256",
    "iso8859_6",
    "cp720",
)

TITLE_LINES = """
«خاطئ»: 7.3%
صورة WHO 2024
خبر عاجل
بيان
لا دليل
سعر الدولار 48.5 جنيها
الرئيس: لن نتراجع
زيارة وزير
ارتفاع الأسعار 12%
أين ذهبت الأموال؟
مدرسة
COVID-19 لقاح
فيديو مضلل
محكمة النقض تؤيد الحكم
مليون لاجئ
هطول أمطار غزيرة
شائعة
خريطة NASA قديمة
زلزال 6.1 درجات
تصريح مفبرك
أسعار القمح 2023
ملف PDF مزور
إضراب عام
رسالة من وزير الصحة
خط أنابيب
البنك 5%
مقتل 12 شخصا
ماء وكهرباء
قمة الرياض
G20 في دلهي
محادثات هدنة
عودة 400 عائلة
بلا مصدر
iPhone 16 في لبنان
تونس: 11.7%
عشرون قتيلا
ذهب عيار 21
نزوح
فوز 3-1
انتخابات
"""
TITLES = TITLE_LINES.strip().splitlines()

SENTENCES = (
    "أعلنت البلدية أمس أن أعمال ترميم السوق القديم ستنتهي قبل حلول الشتاء المقبل.",
    "قالت المتحدثة إن عدد المتطوعين بلغ 320 متطوعا، بينهم طلاب من ثلاث جامعات.",
    "هل انخفض استهلاك المياه فعلا بعد تركيب العدادات؟ الأرقام الرسمية لا تؤكد ذلك.",
    "نشر الموقع صورة قديمة التقطت في مهرجان محلي، وزعم أنها من مظاهرة الأسبوع الماضي.",
    "وصلت 14 شاحنة محملة بالدقيق إلى المستودعات، وفق ما ذكره مدير الميناء في مؤتمر صحفي.",
    "ارتفع مؤشر البورصة بنسبة 2.4% في ختام التداولات، وهو أعلى مستوى له منذ عام 2019.",
    "نفى الأطباء صحة الوصفة المتداولة، مؤكدين أن الثوم لا يشفي من مرض السكري إطلاقا.",
    "The council said that «السوق الجديد» would open in March, three months late.",
)


def _encode(text, encoding):
    try:
        return text.encode(encoding)
    except UnicodeError:
        return None


def test_nearly_every_short_title_is_read_right():
    tried = [(t, data) for t in TITLES for e in ENCODINGS if (data := _encode(t, e)) is not None]
    right = sum(readings(data)[0].text == title for title, data in tried)
    assert len(tried) > 300
    assert right / len(tried) >= 0.95


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_sentence_is_read_right(encoding):
    for sentence in SENTENCES:
        data = _encode(sentence, encoding)
        if data is not None:
            assert readings(data)[0].text == sentence
            assert readings((data.removeprefix(codecs.BOM_UTF16_LE)) * 400)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_stretches_of_fifty_letters_are_read_right(encoding):
    chance = random.Random(7)
    whole = " ".join(SENTENCES[:7]).encode(encoding, "ignore").decode(encoding)
    for _ in range(100):
        at = chance.randrange(len(whole) - 60)
        stretch = whole[at : at + 60]
        assert readings(stretch.encode(encoding))[0].text == stretch


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_english_is_read_right(encoding):
    text = "The minister said 7,500 people were evacuated on Friday.\r\n"
    assert readings(text.encode(encoding))[0].text == text


def test_the_alternatives_are_offered_after_the_best():
    found = [reading.encoding for reading in readings("سلام".encode("cp1256"))]
    assert found[0] == "cp1256"
    assert {"cp720", "iso8859_6"} <= set(found)
    assert len(found) == len(set(found))
    assert set(CHOICES) < set(LABELS)


def test_a_byte_order_mark_settles_it_and_is_dropped():
    assert ranked("خبر".encode("utf-8-sig"))[0] == "utf-8-sig"
    assert ranked("خبر".encode("utf-16"))[0] == "utf-16"
    assert decode("خبر".encode("utf-8-sig"), "utf-8") == "خبر"


def test_an_encoding_that_does_not_fit_gives_none():
    assert decode(b"\xff\xff", "utf-8") is None
    assert decode(b"abc", "no-such-encoding") is None


def test_bytes_of_a_picture_are_no_text():
    noise = random.Random(3).randbytes(4000)
    assert not any(looks_like_text(reading.text) for reading in readings(noise)[:1])
    assert looks_like_text("نعم")


def test_a_long_text_cut_within_a_letter_is_still_read():
    text = "أ" + "خبر عن الطقس 😀 " * 20_000
    assert ranked(text.encode("utf-16-le"))[0] == "utf-16-le"
    assert ranked(text.encode("utf-8"))[0] == "utf-8"


@given(st.binary(max_size=200))
def test_any_bytes_are_ranked_without_an_error(data):
    for reading in readings(data):
        assert decode(data, reading.encoding) == reading.text


@given(st.text(max_size=60))
def test_utf_8_is_always_among_the_readings(text):
    data = text.encode()
    assert text.removeprefix("\ufeff") in [reading.text for reading in readings(data)]
