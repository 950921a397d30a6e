"""What has digits but counts nothing: identifiers, models, clock times, list markers, idioms."""

from factcheck.detection.lexicon import Word
from factcheck.detection.numbers import Chunk, Form
from factcheck.detection.tokens import BREAK, NUMBER, WORD, Tokens
from factcheck.detection.units import Unit, unit_after

DASHES = frozenset("-–—−")

_CLITICS = frozenset(
    {"و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "ال", "بال", "وال", "لل", "كال", "ولل"}
)
_SIGNS = frozenset({"currency", "money", "percent", "month"})
_MEASURED = _SIGNS | {"unit"}
_DEFINITE = ("ال", "لل", "بال", "وال", "فال")
_INSIDE_NAMES = frozenset("/#@_=&№:%^×*")
_BETWEEN_NAMES = frozenset(":/_+×*")
_QUOTES = frozenset('“”"«»‘’„‹›')
_TITLE_WORDS = 7
_ADDRESSES = frozenset({"http", "https", "www"})
_REACH_OF_ADDRESS = 80
_IDIOMATIC = (100, 1000, 1_000_000)
_LONGEST_COUNT = 10
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def counts_nothing(tokens: Tokens, chunk: Chunk) -> str:
    """The name of the reason why the number is no quantity, empty when it may be one."""
    if chunk.form is Form.MAGNITUDE:
        return ""
    if _is_title(tokens, chunk):
        return "title"
    if chunk.form is not Form.DIGITS:
        return _words(tokens, chunk)
    before = _glued_before(tokens, chunk.first) or _glued_after(tokens, chunk.last)
    return before or _named(tokens, chunk) or _placed(tokens, chunk)


def start_of(tokens: Tokens, place: int) -> int:
    """The token that holds the proclitics written before digits (وب120, الـ72), else `place`."""
    before = place - 1
    if before >= 0 and tokens.is_glued(place) and tokens.words[before].key in _CLITICS:
        return before
    return place


def is_plural_noun(word: Word) -> bool:
    """Whether a definite noun is a plural, so that digits after it count it (الدول الـ27)."""
    if "plural" in word.senses or word.key.endswith(("ات", "ين", "ون")):
        return True
    return word.bare in _PLURAL_TIMES


_PLURAL_TIMES = frozenset({"ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "ساعات", "دقائق"})


def _words(tokens: Tokens, chunk: Chunk) -> str:
    word = tokens.words[chunk.first]
    if "block" in word.senses:
        return "word"
    if tokens.word(chunk.last).kind == NUMBER:
        return "verb"
    if _follows_ordinal(tokens, chunk):
        return "ordinal"
    if not word.lead and _is_numbered(tokens, chunk.first - 1, chunk):
        return "identifier"
    if tokens.match(chunk.last, "clock"):
        return "clock"
    return "idiom" if _is_idiom(tokens, chunk) else ""


def _follows_ordinal(tokens: Tokens, chunk: Chunk) -> bool:
    """القرن التاسع عشر, الساعة الحادية عشرة: the ten belongs to the ordinal."""
    number = tokens.words[chunk.first].senses.get("number")
    if number is None or number.kind != "ten":
        return False
    before = tokens.word(chunk.first - 1)
    return before.has_article and "ordinal" in before.senses


def _is_title(tokens: Tokens, chunk: Chunk) -> bool:
    """فيلم "48 ساعة": the number opens a short title after the word for such a work."""
    opening = chunk.first - 1
    if tokens.key(opening) not in _QUOTES or "work" not in tokens.word(opening - 1).senses:
        return False
    return any(tokens.key(at) in _QUOTES for at in range(chunk.last, chunk.last + _TITLE_WORDS))


def _is_idiom(tokens: Tokens, chunk: Chunk) -> bool:
    if chunk.value not in _IDIOMATIC or chunk.last - chunk.first > 1:
        return False
    after = tokens.word(chunk.last).senses.get("idiom")
    if after is not None and after.kind == "noun":
        return True
    before = tokens.word(chunk.first - 1).senses.get("idiom")
    return before is not None and before.kind == "before" and chunk.lead > 0


def _glued_before(tokens: Tokens, first: int) -> str:
    """Letters, hyphens and other marks written right before the digits."""
    if not tokens.is_glued(first):
        return ""
    before = tokens.words[first - 1]
    if before.kind == WORD:
        is_free = before.key in _CLITICS or not _SIGNS.isdisjoint(before.senses)
        return "" if is_free else "name"
    return _marked_before(tokens, first, before.key)


def _marked_before(tokens: Tokens, first: int, mark: str) -> str:
    if _in_address(tokens, first):
        return "address"
    if mark in _INSIDE_NAMES:
        is_free = not tokens.is_glued(first - 1) and mark in "%:"
        return "" if is_free or tokens.match_before(first, "comparator") else "identifier"
    if not tokens.is_glued(first - 1):
        return ""
    if mark in ("+", "."):
        return "identifier"
    joined = tokens.word(first - 2)
    if joined.kind == NUMBER:
        is_name = tokens.is_glued(first - 2) and tokens.word(first - 3).kind == WORD
        is_name = is_name and tokens.key(first - 3).isascii()
    else:
        is_name = joined.kind == WORD and _MEASURED.isdisjoint(joined.senses)
    return "name" if mark in DASHES and is_name else ""


def _in_address(tokens: Tokens, place: int) -> bool:
    """Whether what is written without a space before the digits begins as a web address."""
    for at in range(place, max(place - _REACH_OF_ADDRESS, 0), -1):
        if not tokens.is_glued(at):
            return False
        if tokens.words[at - 1].key in _ADDRESSES:
            return True
    return False


def _glued_after(tokens: Tokens, last: int) -> str:
    if not tokens.is_glued(last):
        return ""
    if tokens.words[last].key in _SUFFIXES:
        return "ordinal"
    if not tokens.is_glued(last + 1):
        return ""
    after, then = tokens.words[last].key, tokens.words[last + 1]
    if then.kind == NUMBER:
        return "identifier" if after in _BETWEEN_NAMES else ""
    return ""


def _named(tokens: Tokens, chunk: Chunk) -> str:
    """Words before the number that make it a name, and what follows a clock time."""
    before = start_of(tokens, chunk.first) - 1
    while tokens.key(before) in (":", "(", "°", "№", "#"):
        before -= 1
    if _is_numbered(tokens, before, chunk):
        return "identifier"
    if tokens.match(chunk.last, "clock"):
        return "clock"
    if tokens.key(chunk.last) == "منه":
        return "day"
    key = tokens.words[chunk.first].key
    if key.isdigit() and (len(key) > _LONGEST_COUNT or (len(key) > 1 and key[0] == "0")):
        return "identifier"
    return "telephone" if _is_telephone(tokens, chunk) else ""


def _is_telephone(tokens: Tokens, chunk: Chunk) -> bool:
    """A plus and groups of digits, or three groups with hyphens."""
    following = chunk.last
    following += tokens.key(following) in DASHES
    if tokens.word(following).kind != NUMBER:
        return False
    if tokens.key(chunk.first - 1) == "+":
        return True
    return tokens.key(following + 1) in DASHES and tokens.word(following + 2).kind == NUMBER


def _is_measured(tokens: Tokens, chunk: Chunk) -> bool:
    """Whether a scale or a known unit says that the number counts, whatever stands before it."""
    if chunk.has_scale:
        return True
    unit = unit_after(tokens, chunk.last)
    return unit is not None and (unit.kind != "noun" or _is_surely_counted(tokens, unit))


def _is_surely_counted(tokens: Tokens, unit: Unit) -> bool:
    word = tokens.words[unit.word_place]
    if not word.tables.isdisjoint(("shared", "counted")):
        return True
    return word.key.endswith("ا") and len(word.key) > 3


def _is_numbered(tokens: Tokens, place: int, chunk: Chunk) -> bool:
    """Whether the number names what the word at `place` says; after رقم whatever follows."""
    found = tokens.match_before(place + 1, "identifier")
    if found is not None and found[2].value == "strict":
        return not chunk.has_scale
    return _is_identifier(tokens, place) and not _is_measured(tokens, chunk)


def _is_identifier(tokens: Tokens, place: int) -> bool:
    """Whether the word at `place` is numbered by what follows; some are only with ال."""
    found = tokens.match_before(place + 1, "identifier")
    if found is not None:
        needs_article = found[2].value in ("definite", "clock")
        return tokens.words[place].has_article or not needs_article
    return _is_model(tokens, place) or _is_described(tokens, place)


def _is_described(tokens: Tokens, place: int) -> bool:
    """الطريق السريع 66: an adjective stands between the noun and its number."""
    if not tokens.word(place).key.startswith("ال"):
        return False
    found = tokens.match_before(place, "identifier")
    return found is not None and found[2].value == "name" and tokens.word(place - 1).has_article


def _is_model(tokens: Tokens, place: int) -> bool:
    """من طراز X 4: a name between the word and the digits."""
    found = tokens.match_before(place, "identifier")
    return found is not None and found[2].value == "model"


def _placed(tokens: Tokens, chunk: Chunk) -> str:
    """List markers, footnotes, and ordinals that ال before digits makes."""
    first, last = chunk.first, chunk.last
    before, after = tokens.word(first - 1), tokens.word(last)
    if before.key == "[" and after.key == "]":
        return "footnote"
    opening = first - 1 - (before.key == "(")
    opening -= tokens.key(opening) in DASHES
    is_marked = after.key in ".)-–:/" and tokens.is_glued(last) and not tokens.is_glued(last + 1)
    if is_marked and last - first == 1 and tokens.word(opening).kind == BREAK:
        return "list"
    if _is_ordinal(tokens, first) and not _is_measured(tokens, chunk):
        return "ordinal"
    return ""


def _is_ordinal(tokens: Tokens, first: int) -> bool:
    """الذكرى الـ50: ال before digits after a definite noun that is no plural."""
    start = start_of(tokens, first)
    if start == first or not tokens.words[start].key.endswith("ال"):
        return False
    noun = tokens.word(start - 1)
    is_definite = noun.key.startswith(_DEFINITE) or noun.key.endswith(("ها", "هم", "نا", "ه"))
    return is_definite and "stop" not in noun.senses and not is_plural_noun(noun)
