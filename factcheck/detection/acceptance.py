"""Whether a number with what stands around it is a quantity at all."""

from factcheck.detection.measures import Measure
from factcheck.detection.numbers import Chunk, Form
from factcheck.detection.tokens import Tokens

_YEARS = range(1500, 2101)
_BEFORE_PART = frozenset({"by", "about", "nearly", "almost", "than", "to", "over", "around"})


def is_quantity(tokens: Tokens, measure: Measure) -> bool:
    """Tell counts from names, years and words that only look like numbers."""
    chunk = measure.chunk
    if chunk.form is Form.MAGNITUDE:
        return not tokens.words[chunk.first].key.isascii() or _is_english_magnitude(tokens, chunk)
    if chunk.form is Form.FRACTION:
        return _is_part(tokens, measure)
    if chunk.form is Form.WORDS:
        return _counts_in_words(tokens, measure)
    return not _is_year(tokens, measure)


def _is_english_magnitude(tokens: Tokens, chunk: Chunk) -> bool:
    if chunk.last - chunk.first > 1 or tokens.key(chunk.last) == "of":
        return True
    return tokens.key(chunk.first) not in ("tens", "scores", "several", "few")


def _is_part(tokens: Tokens, measure: Measure) -> bool:
    """A fraction of something: not a name (ربع نهائي) and not alone."""
    chunk = measure.chunk
    if "round" in tokens.word(chunk.last).senses:
        return False
    if chunk.has_article:
        return "comparator" in measure.parts and "ordinal" not in tokens.word(chunk.last).tables
    if tokens.key(chunk.last - 1).isascii():
        return _is_english_part(tokens, measure)
    says_whole = tokens.key(chunk.last - 1).endswith(("ها", "هم"))
    return measure.unit is not None or chunk.last - chunk.first > 1 or says_whole


def _is_english_part(tokens: Tokens, measure: Measure) -> bool:
    """Two thirds, a third of voters, half the country, rose by a quarter; no ordinals."""
    chunk = measure.chunk
    if tokens.word(chunk.last - 2).key[:1].isalpha() and chunk.last - chunk.first > 1:
        is_article = tokens.key(chunk.first) in ("a", "an")
        if not is_article or tokens.key(chunk.first - 1) in _BEFORE_PART:
            return True
    return tokens.key(chunk.last) in ("of", "the", "a", "an") or measure.comparator != "="


def _counts_in_words(tokens: Tokens, measure: Measure) -> bool:
    chunk = measure.chunk
    if _is_whole_text(tokens, measure):
        return True
    if chunk.value in (0, 1) and chunk.scale == 1:
        is_percent = measure.unit is not None and measure.unit.kind == "percent"
        return (
            is_percent or "proportion" in measure.parts or bool(chunk.value == 0 and measure.unit)
        )
    is_bare = measure.unit is None and measure.comparator == "="
    if chunk.has_article and is_bare:
        return "bridge" in tokens.word(chunk.first - 1).senses
    if chunk.value == 2 and is_bare:
        return not tokens.key(chunk.first - 1).endswith(("ين", "ان"))
    return True


def _is_whole_text(tokens: Tokens, measure: Measure) -> bool:
    """Whether there is nothing but the number."""
    return measure.first == 0 and measure.last == len(tokens)


def _is_year(tokens: Tokens, measure: Measure) -> bool:
    """Four bare digits that nothing says to be a count."""
    key = tokens.words[measure.chunk.first].key
    if _is_whole_text(tokens, measure):
        return False
    if measure.code is not None or measure.value not in _YEARS:
        return False
    if measure.comparator != "=" and not _is_border(tokens, measure):
        return False
    if len(key) != 4 or not key.isdigit() or measure.chunk.has_scale:
        return False
    before = range(max(0, measure.first - 4), measure.first)
    return not any("reach" in tokens.words[place].senses for place in before)


def _is_border(tokens: Tokens, measure: Measure) -> bool:
    """حدود 1967: a line on the map, where في حدود 300 says about so many."""
    is_alone = measure.chunk.first - measure.first == 1
    return is_alone and "bridge" in tokens.words[measure.first].senses
