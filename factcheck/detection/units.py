"""What a number counts: percent signs, currencies, measures, and the noun right after it."""

import re
from dataclasses import dataclass

from factcheck.detection.lexicon import Word
from factcheck.detection.tokens import WORD, Tokens

_DEFINITE = re.compile(r"(?:[وف]?[بكل]?ال|[وف]?لل)\w\w")
_BARE_AL = re.compile("ال(?:وي|عاب|غام|بوم|قاب|واح|وان|مان|سن|فاظ|ياف|غاز)")
_VERB = re.compile(r"(?:ي\w+ون|\w{3,}وا)$")
_PLURAL = re.compile(r"ال\w+(?:ين|ون|ات)$")
_CERTAIN = {
    "و": re.compile(
        "وحد|وظيف|وظائف|وفاه|وفيات|ولاي|ولد|وزير|وزراء|وزار|ورق|وثيق|وثائق|وجب|ورد|ورود|ورش|وسيل"
        "|وسائل|واقع|وقائع|واط|وات|وون|وكيل|وكلاء|وكال|وفد|وفود|وسام|وديع|ودائع|وجه|وسيط|وسطاء"
        "|واد|وقف|وصف|وشاح|وعاء|وعد|وعود"
    ),
    "ل": re.compile(
        "لاجئ|لاعب|لير|لتر|ليتر|ليل|ليال|لوح|لقاح|لجن|لجان|لغم|لقاء|لغه|لغات|لص|لبناني|ليبي|لواء|لون"
        "|لحظ|لعب|لقب|لقط|لفه|لفات|لاتيني"
    ),
    "ب": re.compile(
        "برميل|براميل|باحث|بلد|بيت|بيوت|بند|بنود|بئر|برنامج|برامج|بنك|بنوك|بطول|بريطاني|بطاق|بواخر"
        "|باخر|باص|بحار|بالغ|بناي|بقر|بذل|برج|بعث|بضائع|بحريني|برلماني|بولندي|برازيلي|بندقي|بنادق"
        "|باكستاني|بنغالي|بلجيكي|بائع|باعه|بطل|بطري|بصم|بوصه|بالون|بنت|بنات|بابا|باب|باره|بدو|بدل"
        "|بساتين|بستان|بيضه|بيض|بحيره|بوابه|بوسني|بلغاري|بطاني|بطاري|بضاع|بقع|برقي|بلاغ|بيان|بحث|بحوث"
        "|بؤر|باق|بشري|بدوي|بنس|باوند|بذور|باله|بوصل|بطيخ|براء|بغل|بلاط|بسطه|بسطات|بارج|بوارج"
    ),
    "ك": re.compile(
        "كتاب|كتب|كلم|كرسي|كراسي|كيلو|كغ|كجم|كاتب|كنيس|كنائس|كلب|كلاب|كندي|كمي|كاس|كؤوس|كتل|كوكب|كواكب"
        "|كادر|كوادر|كاميرا|كوري|كيس|اكياس|كلي|كويتي|كيان|كردي|كره|كرات|كوبي|كولومبي|كيني|كشك|كشاف"
        "|كهف|كهوف|كارث|كوارث|كم$|كتيب|كتائب|كلغ|كمام|كيس|اكياس|كرتون|كوخ|كفيل|كبسول|كوب|كرافان"
        "|كلاش|كابل|كسار|كيب|كيميا|كهربا|كمبيوتر|كروز"
    ),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit up to token `last`: its code or the noun as written, and what kind it is.

    `kind` is percent, currency, a measure (time, length, …) or noun; `word_place` the token of
    the counted noun itself.
    """

    last: int
    code: str
    kind: str
    word_place: int


def unit_after(tokens: Tokens, place: int, *, may_be_definite: bool = False) -> Unit | None:
    """The unit that begins at token `place`, right after a number.

    `may_be_definite`: after magnitudes and fractions the noun may have ال or follow من (آلاف
    النازحين, عشرات من الجنود, a third of voters).
    """
    hyphen = tokens.key(place) == "-" and tokens.is_glued(place) and tokens.is_glued(place + 1)
    if hyphen and tokens.key(place + 1).isascii():
        return _known(tokens, place + 1, may_be_definite=False)
    known = _known(tokens, place, may_be_definite=may_be_definite)
    if known is not None:
        return known
    word = tokens.word(place)
    if word.kind != WORD:
        return None
    if word.key.isascii():
        return _english_noun(tokens, place, may_be_definite=may_be_definite)
    return _arabic_noun(tokens, place, may_be_definite=may_be_definite)


def _known(tokens: Tokens, place: int, *, may_be_definite: bool) -> Unit | None:
    """A unit of the lexicon."""
    word = tokens.word(place)
    if not (word.senses or word.opens):
        return None
    if (found := tokens.match(place, "percent")) is not None and not word.lead:
        return Unit(found[0], found[1].value, "percent", place)
    if word.lead or (word.has_article and not may_be_definite):
        return None
    return _money(tokens, place) or _measure(tokens, place)


def _measure(tokens: Tokens, place: int) -> Unit | None:
    found = tokens.match(place, "unit")
    if found is None:
        return None
    if tokens.key(found[0]) == "-" and "yearold" in tokens.word(found[0] + 1).senses:
        return Unit(found[0] + 2, found[1].value, found[1].kind, place)
    return Unit(found[0], found[1].value, found[1].kind, place)


def _money(tokens: Tokens, place: int) -> Unit | None:
    code = tokens.match(place, "money")
    if code is not None:
        return Unit(code[0], code[1].value, "currency", place)
    found = tokens.match(place, "currency")
    if found is not None:
        after, entry = found
        nation = tokens.match(after, f"nation_{entry.kind}")
        if nation is not None and not tokens.words[after].lead:
            return Unit(nation[0], nation[1].value, "currency", place)
        text = entry.value if entry.kind == "alone" else as_written(tokens, place)
        return Unit(after, text, "currency", place)
    cent = tokens.match(place, "cent")
    if cent is not None:
        return Unit(cent[0], as_written(tokens, place), "currency", place)
    return None


def as_written(tokens: Tokens, place: int, lead: int | None = None) -> str:
    """The word at `place` as it stands in the original, without its proclitics (or `lead`)."""
    start, end = tokens.span(place, place + 1, tokens.words[place].lead if lead is None else lead)
    return tokens.folded.source[start:end]


def is_countable(word: Word) -> bool:
    """Whether an Arabic word may be a noun that is counted: indefinite, no verb, no particle."""
    key = word.key
    if word.kind != WORD or key.isascii() or len(key) < 2:
        return False
    if not word.senses.keys().isdisjoint(_NOT_COUNTED):
        return False
    if _DEFINITE.match(key) and not _BARE_AL.match(key):
        return False
    if key[0] in _CERTAIN and not _CERTAIN[key[0]].match(key):
        return False
    return _VERB.match(key) is None


_NOT_COUNTED = frozenset(
    {"stop", "number", "month", "comparator", "fraction", "magnitude", "exceed", "change"}
)


def _arabic_noun(tokens: Tokens, place: int, *, may_be_definite: bool) -> Unit | None:
    word = tokens.words[place]
    if is_countable(word):
        return Unit(_shared(tokens, place), as_written(tokens, place, lead=0), "noun", place)
    if word.key == "من":
        following = tokens.word(place + 1)
        if _is_definite(following) and (may_be_definite or _is_plural(following)):
            return _definite(tokens, place + 1)
    elif may_be_definite and _is_definite(word):
        return _definite(tokens, place)
    return None


def _definite(tokens: Tokens, place: int) -> Unit:
    known = _known(tokens, place, may_be_definite=True)
    if known is not None and known.kind != "percent":
        return known
    return Unit(place + 1, as_written(tokens, place), "noun", place)


def _is_definite(word: Word) -> bool:
    return word.key.startswith("ال") and len(word.key) > 3 and "stop" not in word.senses


def _is_plural(word: Word) -> bool:
    return _PLURAL.match(word.key) is not None or "plural" in word.senses


def _shared(tokens: Tokens, place: int) -> int:
    """The token after a noun and the noun that shares its number (40 طبيبا وممرضا)."""
    word, following = tokens.words[place], tokens.word(place + 1)
    if not following.key.startswith("و"):
        return place + 1
    both_known = "shared" in word.senses and "shared" in following.senses and following.lead == 1
    is_feminine = following.key[1:] == word.key[:-1] + "ه" and word.key.endswith("ا")
    both_accusative = (
        word.key.endswith("ا")
        and following.key.endswith("ا")
        and not following.key.endswith("وا")
        and len(following.key) > 4
        and "number" not in following.senses
        and not following.senses.keys() & _NOT_COUNTED
    )
    return place + 2 if both_known or both_accusative or is_feminine else place + 1


def _english_noun(tokens: Tokens, place: int, *, may_be_definite: bool) -> Unit | None:
    """The noun after an English number; one adjective before it stays inside the span."""
    if may_be_definite and tokens.key(place) == "of":
        place += 1
        place += "article" in tokens.word(place).senses
        return _english_noun(tokens, place, may_be_definite=False)
    word, following = tokens.word(place), tokens.word(place + 1)
    if not _may_be_english_noun(word):
        return None
    known = _known(tokens, place, may_be_definite=False)
    if known is not None:
        return known
    is_adjective = not _is_english_plural(word) and _is_english_plural(following)
    if is_adjective and _may_be_english_noun(following):
        return Unit(place + 2, as_written(tokens, place + 1), "noun", place + 1)
    return Unit(place + 1, as_written(tokens, place), "noun", place)


def _may_be_english_noun(word: Word) -> bool:
    return word.kind == WORD and word.key.isascii() and not word.senses.keys() & _NOT_COUNTED


def _is_english_plural(word: Word) -> bool:
    key = word.key
    if "plural" in word.senses:
        return True
    return len(key) > 3 and key.endswith("s") and not key.endswith(("ss", "us", "is"))
