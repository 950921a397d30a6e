"""An Arabic article as long as one likes, with claims on it: the same one for the same seed.

Every sentence is put together from the parts below, so that where its numbers, dates, names and
quoted words stand is known while it is written. Claims are taken from these places: whole
sentences with parts nested in them, spans that cross from one sentence into the next, and spans
that cover several. Some sentences begin with a list dash, some hold Latin words, Arabic digits,
vowel marks or an emoji (two UTF-16 units, one code point).
"""

import random
from dataclasses import dataclass, field
from functools import cache

from factcheck.domain.claim import ClaimKind

MEGABYTE = 1_000_000
_SPEAKERS = (
    *("وزيرة المياه", "بلدية المدينة", "هيئة الكهرباء", "إدارة المستشفى", "نقابة المعلمين"),
    *("دائرة الإحصاء", "لجنة الموازنة", "شركة WaterNet", "جمعية حماية الشاطئ", "مفوضة شؤون النقل"),
)
_VERBS = ("أعلنت", "قالت", "أكدت", "ذكرت", "أوضحت", "نفت", "كشفت", "أضافت")
_THINGS = (
    *("أسرة", "طالبًا", "شاحنة", "هكتارًا", "مترًا مكعبًا", "وحدة سكنية", "عاملًا", "رحلة"),
    *("مليون دينار", "طنًّا من القمح", "كيلومترًا", "موظفة", "بئرًا", "محطة"),
)
_DEEDS = (
    *("استفادت من المشروع الجديد", "تضررت من انقطاع التيار", "وصلت إلى الميناء الشرقي"),
    *("سُجّلت في المنطقة الساحلية", "أُضيفت إلى الشبكة العامة", "نُقلت إلى مخازن الشمال"),
    *("خرجت من الخدمة بعد الفيضان", "دخلت ضمن خطة التوسعة"),
)
_QUOTED = (
    *("لن نرفع الرسوم قبل نهاية العام", "المياه صالحة للشرب في كل الأحياء"),
    *("أنجزنا ثلثي الطريق في نصف المدة", "هذا أكبر عقد في تاريخ المدينة"),
    *("لم يُسجَّل أي تأخير منذ الافتتاح", "البيانات كلها منشورة على الموقع"),
)
_MONTHS = ("كانون الثاني", "شباط", "مارس", "نيسان", "مايو", "يونيو", "تموز", "أكتوبر")
_FILLERS = (
    *("وجاء ذلك خلال جلسة علنية حضرها سكان الأحياء المجاورة", "ويأتي القرار بعد نقاش طويل"),
    *("وكان المجلس قد أجّل البحث في الملف مرتين", "ولم يتضح موعد المرحلة التالية بعد"),
    *("وتخضع الأرقام لمراجعة سنوية مستقلة", "وقد نُشر التقرير بالعربية وEnglish معًا"),
)
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a claim stands, in code points, `end` exclusive."""

    start: int
    end: int
    kind: ClaimKind = field(compare=False, default=ClaimKind.OTHER)


@dataclass(frozen=True, slots=True)
class Workload:
    """A text and the claims on it, in the order of the text."""

    text: str
    spans: tuple[Span, ...]


class _Writer:
    """Text that grows, and remembers where its parts stand."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.parts: list[str] = []
        self.length = 0
        self.size = 0
        self.spans: list[Span] = []
        self.sentences: list[Span] = []

    def put(self, text: str, kind: ClaimKind | None = None) -> None:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        self.size += len(text.encode())
        if kind is not None:
            self.spans.append(Span(start, self.length, kind))

    def pick(self, choices: tuple[str, ...]) -> str:
        return self.random.choice(choices)

    def number(self) -> str:
        digits = f"{self.random.randrange(3, 90_000):,}"
        return digits.translate(_ARABIC_DIGITS) if self.random.random() < 0.4 else digits

    def sentence(self) -> None:
        start = self.length
        self.random.choice((self._quantity, self._quantity, self._quote, self._date))()
        if self.random.random() < 0.5:
            self.put("، ")
            self.put(self.pick(_FILLERS))
        self.put(" 🌊." if self.random.random() < 0.02 else ".")
        self.sentences.append(Span(start, self.length, ClaimKind.ATTRIBUTION))

    def _source(self) -> None:
        self.put(self.pick(_VERBS))
        self.put(" ")
        self.put(self.pick(_SPEAKERS), ClaimKind.NAME)
        self.put(" ")

    def _quantity(self) -> None:
        self._source()
        self.put("أن ")
        about = self.pick(("نحو ", "أكثر من ", ""))
        self.put(f"{about}{self.number()} {self.pick(_THINGS)}", ClaimKind.QUANTITY)
        self.put(" ")
        self.put(self.pick(_DEEDS), ClaimKind.EVENT)

    def _quote(self) -> None:
        self._source()
        opening, closing = self.random.choice((("«", "»"), ("“", "”"), ('"', '"')))
        self.put(opening)
        self.put(self.pick(_QUOTED), ClaimKind.QUOTE)
        self.put(closing)

    def _date(self) -> None:
        self._source()
        self.put("في ")
        day, year = self.random.randrange(1, 29), self.random.randrange(2009, 2026)
        self.put(f"{day} {self.pick(_MONTHS)} {year}", ClaimKind.DATE)
        self.put(" أن ")
        self.put(f"{self.number()} {self.pick(_THINGS)}", ClaimKind.QUANTITY)
        self.put(" ")
        self.put(self.pick(_DEEDS))

    def paragraph(self) -> None:
        if self.random.random() < 0.2:
            self.put("- ")
        for place in range(self.random.randrange(1, 6)):
            self.put(" " if place else "")
            self.sentence()
        self.put("\n")


@cache
def build(size: int = MEGABYTE, claims: int = 5_000, seed: int = 1) -> Workload:
    """Write an article of about `size` bytes of UTF-8 with exactly `claims` different claims.

    Half of the claims are parts of sentences, a quarter whole sentences, an eighth cross from one
    sentence into the next, the rest cover several sentences or a shifted piece of one.

    Raises:
        ValueError: the text is too short for so many claims.
    """
    writer = _Writer(seed)
    writer.put("مياه المدينة في عشر سنوات: ما قيل وما كان\n")
    while writer.size < size:
        writer.paragraph()
    chosen: set[Span] = set()
    quotas = (
        (writer.spans, claims // 2),
        (writer.sentences, claims // 4),
        (_crossing(writer), claims // 8),
        (_covering(writer), claims),
    )
    for spans, quota in quotas:
        shuffled = writer.random.sample(spans, len(spans))
        wanted = min(claims, len(chosen) + quota)
        for span in shuffled:
            if len(chosen) == wanted:
                break
            chosen.add(span)
    if len(chosen) < claims:
        raise ValueError(claims)
    return Workload("".join(writer.parts), tuple(sorted(chosen)))


def _crossing(writer: _Writer) -> list[Span]:
    """From the middle of a sentence to the middle of the next."""
    return [
        Span((first.start + first.end) // 2, (then.start + then.end) // 2, ClaimKind.COMPARISON)
        for first, then in zip(writer.sentences, writer.sentences[1:], strict=False)
    ]


def _covering(writer: _Writer) -> list[Span]:
    """Three sentences at once, and sentences without their first or last third."""
    triples = zip(writer.sentences, writer.sentences[2:], strict=False)
    found = [Span(first.start, last.end, ClaimKind.OPINION) for first, last in triples]
    for span in writer.sentences:
        third = (span.end - span.start) // 3
        found += [
            Span(span.start, span.end - third, ClaimKind.OTHER),
            Span(span.start + third, span.end, ClaimKind.OTHER),
        ]
    return found
