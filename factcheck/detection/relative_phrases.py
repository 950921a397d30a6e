"""Dates counted from the day of publication: أمس, العام الماضي, قبل ستة أيام, last week."""

from factcheck.detection.date_words import Calendar
from factcheck.detection.lexicon import Entry
from factcheck.detection.numbers import Form
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.when import When

_GRAINS = frozenset({"day", "week", "month", "year", "decade"})
_DATED = frozenset({"number", "month", "weekday", "day_word"})
_COMPARED = frozenset({">", "<", ">=", "<="})


def direction_at(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """(token after, step) for الماضي (-1), الجاري (0), المقبل (1), قبل الماضي (-2)."""
    found = tokens.match(place, "direction")
    if found is None or tokens.word(place).lead or found[1].kind != "word":
        return None
    return found[0], int(found[1].value)


def relative_period(tokens: Tokens, place: int) -> When | None:
    """الشهر الماضي, هذا العام, last year, this week."""
    word = tokens.word(place)
    before = word.senses.get("direction")
    if before is not None and before.kind == "before":
        return _period_after(tokens, place, int(before.value), place + 1)
    this = word.senses.get("this")
    if this is not None and not word.has_article:
        return _period_after(tokens, place, 0, place + 1)
    found = tokens.match(place, "period")
    if found is None or found[1].kind == "half" or not word.has_article:
        return None
    direction = direction_at(tokens, found[0])
    if direction is None:
        return None
    last, step = direction
    again = direction_at(tokens, last)
    if again is not None and again[1] in (-2, 2):
        last = again[0]
        step = again[1]
    return _offset(tokens, place, found[1].value, step, last)


def _period_after(tokens: Tokens, place: int, step: int, at: int) -> When | None:
    """هذا الشهر, last month: the word for which one stands first."""
    word = tokens.word(at)
    found = tokens.match(at, "period")
    if found is None or word.lead or found[1].kind == "half":
        return None
    if word.has_article == word.key.isascii():
        return None
    return _offset(tokens, place, found[1].value, step, found[0])


def _offset(tokens: Tokens, place: int, grain: str, step: int, last: int) -> When:
    lead = tokens.word(place).lead
    year = tokens.word(last)
    if grain == "year" and year.kind == NUMBER and _is_year(tokens, last):
        return When(place, last + 1, lead, grain, year=int(year.key), parts=("relative", grain))
    return When(place, last, lead, grain, offset=step, parts=("relative", grain))


def _is_year(tokens: Tokens, place: int) -> bool:
    """العام المقبل 2026: the year is said twice."""
    key = tokens.word(place).key
    is_plain = len(key) == 4 and key.isdigit() and 1900 <= int(key) <= 2100
    return is_plain and tokens.word(place + 1).tables.isdisjoint(("unit", "counted", "shared"))


def definite_period(tokens: Tokens, place: int) -> When | None:
    """نهاية العام, منتصف الشهر, the end of the year: after a modifier the present one is meant."""
    at = place + (tokens.key(place) == "the")
    word = tokens.word(at)
    found = tokens.match(at, "period")
    if found is None or found[1].kind != "unit" or word.lead:
        return None
    if not (word.has_article or tokens.key(place) == "the"):
        return None
    return _offset(tokens, place, found[1].value, 0, found[0])


def day_word(tokens: Tokens, place: int, *, is_nested: bool) -> When | None:
    """أمس, اليوم, غدا, أول من أمس; with the weekday that may follow (أمس الثلاثاء)."""
    found = tokens.match(place, "day_word")
    if found is None:
        return None
    last, entry = found
    word = tokens.word(place)
    if word.has_article and word.bare != "امس":
        return None
    following = tokens.word(last)
    if entry.form == "غد" and not (is_nested or "weekday" in following.senses):
        return None
    if entry.form == "أمس" and following.bare in ("حاجه", "الحاجه"):
        return None
    if entry.value == "0" and _is_no_day(tokens, place, last):
        return None
    end = last
    opening = tokens.key(last) in ("(", "،", ",")
    weekday = tokens.word(last + opening)
    if "weekday" in weekday.senses and not weekday.lead and (not opening or following.key == "("):
        end = last + opening + 1
        end += opening and tokens.key(end) == ")"
    return When(place, end, word.lead, offset=int(entry.value), parts=("relative", "day"))


def _is_no_day(tokens: Tokens, place: int, last: int) -> bool:
    """اليوم العالمي, في اليوم, أمس الحاجة: not today or yesterday."""
    following, before = tokens.word(last), tokens.word(place - 1)
    refused = following.senses.get("today_not")
    if refused is not None and refused.kind == "after" and not following.lead:
        return True
    if following.has_article and "ordinal" in following.senses:
        return True
    refused = before.senses.get("today_not")
    if refused is None or tokens.word(place).lead:
        return tokens.word(place).key.startswith("بال")
    return refused.kind == "before" or not _is_joined_to_weekday(tokens, last)


def _is_joined_to_weekday(tokens: Tokens, place: int) -> bool:
    return "weekday" in tokens.word(place).senses


def ago(calendar: Calendar, place: int) -> When | None:
    """قبل ستة أيام, منذ شهرين, بعد أسبوع: prepositions with a duration.

    قبل and بعد belong to the date, منذ stays outside. A bound such as أكثر من leaves the duration
    a quantity; what is counted from an event (بعد يوم من ...) is no date of its own.
    """
    tokens = calendar.tokens
    word = tokens.word(place)
    entry = word.senses.get("ago")
    if entry is None or entry.kind != "before" or word.has_article:
        return None
    at = place + 1
    about = tokens.match(at, "comparator")
    if about is not None:
        if about[1].value in _COMPARED:
            return None
        at = about[0]
    found = _duration(calendar, at)
    if found is None:
        return None
    amount, grain, last = found
    if tokens.match(last, "event") and not _is_from_now(tokens, last):
        return None
    if _is_from_now(tokens, last):
        last += 2
    step = int(entry.value)
    inside = word.bare != "منذ"
    first, lead = (place, word.lead) if inside else (place + 1, 0)
    return When(first, last, lead, grain, offset=step * amount, parts=("relative", "ago"))


def _is_from_now(tokens: Tokens, place: int) -> bool:
    found = tokens.match(place, "event")
    return found is not None and found[1].kind == "now"


def _duration(calendar: Calendar, place: int) -> tuple[int, str, int] | None:
    """(amount, grain, token after) of a number and a unit, a dual, or one unit alone."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.lead or word.has_article:
        return None
    pair = word.senses.get("pair")
    if pair is not None and pair.value in _GRAINS:
        return _unless_fraction(tokens, 2, pair.value, place + 1)
    chunk = calendar.chunks.get(place)
    if chunk is not None:
        return _counted(tokens, chunk.last, int(chunk.value), is_exact=chunk.form != Form.MAGNITUDE)
    found = _grain_at(tokens, place)
    if found is None or _is_many(found[1].form):
        return None
    last = found[0] + (tokens.key(found[0]) in ("واحد", "واحده"))
    following = tokens.word(last)
    if following.kind == NUMBER or not following.tables.isdisjoint(_DATED):
        return None
    return _unless_fraction(tokens, 1, found[1].value, last)


def _counted(
    tokens: Tokens, place: int, amount: int, *, is_exact: bool
) -> tuple[int, str, int] | None:
    found = _grain_at(tokens, place)
    if found is None or not is_exact:
        return None
    return _unless_fraction(tokens, amount, found[1].value, found[0])


def _grain_at(tokens: Tokens, place: int) -> tuple[int, Entry] | None:
    """A unit that the calendar counts: days to decades."""
    for table in ("unit", "period"):
        found = tokens.match(place, table)
        if found is not None and found[1].value in _GRAINS:
            return found
    return None


def _unless_fraction(
    tokens: Tokens, amount: int, grain: str, last: int
) -> tuple[int, str, int] | None:
    """A duration with a fraction (شهر ونصف) is not a whole number of steps."""
    following = tokens.word(last)
    if "fraction" in following.senses and following.lead == 1:
        return None
    return (amount, grain, last) if amount < 10_000 else None


def _is_many(form: str) -> bool:
    return form.endswith(("ات", "ين", "s")) or form in (
        "أيام",
        "أسابيع",
        "أشهر",
        "شهور",
        "أعوام",
        "عقود",
    )


def ago_after(calendar: Calendar, place: int) -> When | None:
    """Six days ago, a year ago."""
    tokens = calendar.tokens
    article = tokens.word(place).senses.get("article")
    chunk = calendar.chunks.get(place)
    if chunk is not None and not tokens.key(chunk.last).isascii():
        return None
    if chunk is not None:
        found = _counted(tokens, chunk.last, int(chunk.value), is_exact=chunk.value >= 1)
    elif article is not None and article.kind == "indefinite":
        found = _counted(tokens, place + 1, 1, is_exact=True)
    else:
        return None
    if found is None or "ago" not in tokens.word(found[2]).senses:
        return None
    amount, grain, last = found
    return When(place, last + 1, grain=grain, offset=-amount, parts=("relative", "ago"))
