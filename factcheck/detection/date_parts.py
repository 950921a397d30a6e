"""Parts and bundles of years: quarters, halves, weeks of a month, decades, seasons."""

from dataclasses import replace

from factcheck.detection.date_phrases import bare_year, headed_year, month_only
from factcheck.detection.date_words import Calendar
from factcheck.detection.relative_phrases import direction_at, relative_period
from factcheck.detection.tokens import NUMBER, Tokens
from factcheck.detection.when import When

_LAST_PART = {"quarter": 4, "half": 2}
_MOST_PARTS = {"quarter": 4, "half": 2, "week": 5}


def part_of_period(calendar: Calendar, place: int) -> When | None:
    """الربع الأول من عام 2025, النصف الثاني من يوليو, the second quarter of 2024, Q2 2024."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if "quarter" in word.senses:
        return _lettered(calendar, place)
    number = _part_number(tokens, place)
    if number is None:
        return None
    grain, value, last = number
    if value == 0:
        value = _LAST_PART.get(grain, 0)
    if not 1 <= value <= _MOST_PARTS[grain]:
        return None
    return _of_whole(calendar, place, last, grain, value)


def _lettered(calendar: Calendar, place: int) -> When | None:
    """Q2 2024."""
    tokens = calendar.tokens
    key = tokens.key(place + 1)
    if not tokens.is_glued(place + 1) or key not in ("1", "2", "3", "4"):
        return None
    return _of_whole(calendar, place, place + 2, "quarter", int(key))


def _part_number(tokens: Tokens, place: int) -> tuple[str, int, int] | None:
    """(grain, number, token after); Arabic has the noun first, English the ordinal."""
    word = tokens.word(place)
    found = word.senses.get("period")
    if found is not None and word.has_article and found.value in _MOST_PARTS:
        which = tokens.word(place + 1)
        entry = which.senses.get("ordinal")
        if entry is None or which.lead or not which.has_article:
            return None
        return found.value, int(entry.value), place + 2
    entry = word.senses.get("ordinal")
    noun = tokens.word(place + 1).senses.get("period")
    if entry is None or noun is None or not word.key.isascii() or noun.value not in _MOST_PARTS:
        return None
    return noun.value, int(entry.value), place + 2


def _of_whole(calendar: Calendar, place: int, last: int, grain: str, part: int) -> When | None:
    tokens = calendar.tokens
    lead = tokens.word(place).lead
    when = When(place, last, lead, grain, part=part, parts=(grain,))
    whole = whole_at(calendar, last)
    if whole is not None and _fits(grain, whole.grain):
        if grain == "half" and whole.grain == "month":
            grain = "day"
        return replace(when, last=whole.last, grain=grain, base=whole, parts=(grain, *whole.parts))
    if grain != "quarter" or tokens.key(last) in ("من", "of", "-", "final", "finals"):
        return None
    found = direction_at(tokens, last)
    return when if found is None else replace(when, last=found[0], direction=found[1])


def _fits(grain: str, whole: str) -> bool:
    return whole == "year" if grain == "quarter" else whole in ("year", "month")


def whole_at(calendar: Calendar, place: int) -> When | None:
    """The year or month that a part belongs to: من عام 2025, of last year, 2024, من يوليو."""
    tokens = calendar.tokens
    at = place
    joiner = tokens.match(at, "of")
    has_joiner = tokens.key(at) in ("من", "في", "of", "in")
    if joiner is not None and joiner[1].kind != "year" and not tokens.word(at).lead:
        at, has_joiner = joiner[0], True
    elif has_joiner:
        at += 1
    at += tokens.key(at) == "the"
    return (
        _headed(calendar, at)
        or bare_year(calendar, at)
        or relative_period(tokens, at)
        or _this_year(tokens, at, has_joiner=has_joiner)
        or (month_only(calendar, at) if has_joiner else None)
    )


def _headed(calendar: Calendar, place: int) -> When | None:
    """عام 2025, لعام 2025, العام 2025, السنة المالية 2025."""
    tokens = calendar.tokens
    found = tokens.match(place, "head")
    if found is None or found[1].kind not in ("year", "fiscal"):
        return None
    year = headed_year(calendar, found[0]) if found[0] < len(tokens) else None
    return None if year is None else replace(year, first=place, lead=tokens.word(place).lead)


def _this_year(tokens: Tokens, place: int, *, has_joiner: bool) -> When | None:
    """من العام, of the year: the present one."""
    word = tokens.word(place)
    found = word.senses.get("period")
    if not has_joiner or found is None or found.value not in ("year", "month") or word.lead:
        return None
    if not word.has_article and tokens.key(place - 1) != "the":
        return None
    return When(place, place + 1, grain=found.value, offset=0, parts=("relative", "year"))


def first_months(calendar: Calendar, place: int) -> When | None:
    """الأشهر التسعة الأولى من 2024, the first nine months of 2024."""
    tokens = calendar.tokens
    word = tokens.word(place)
    unit = word.senses.get("unit")
    if unit is not None and unit.value == "month" and word.has_article:
        amount, last = _amount(calendar, place + 1)
        if "months_of" not in tokens.word(last).senses:
            return None
        last += 1
    elif "months_of" in word.senses and word.key.isascii():
        amount, last = _amount(calendar, place + 1)
        unit = tokens.word(last).senses.get("unit")
        if unit is None or unit.value != "month":
            return None
        last += 1
    else:
        return None
    whole = whole_at(calendar, last)
    if whole is None or whole.grain != "year" or not 1 <= amount <= 12:
        return None
    return When(
        place, whole.last, word.lead, "month", part=amount, base=whole, parts=("months", "year")
    )


def _amount(calendar: Calendar, place: int) -> tuple[int, int]:
    at = place + (calendar.tokens.key(place) == "ال")
    chunk = calendar.chunks.get(at)
    return (0, place) if chunk is None else (int(chunk.value), chunk.last)


def decade(calendar: Calendar, place: int) -> When | None:
    """تسعينيات القرن الماضي, الثمانينيات, the 1990s, the nineties."""
    tokens = calendar.tokens
    word = tokens.word(place)
    if word.kind == NUMBER:
        return _decade_in_digits(tokens, place)
    entry = word.senses.get("decade")
    if entry is None:
        return None
    at = place + 1
    after = at + (tokens.key(at) in ("من", "of"))
    if after > at and tokens.key(after).startswith(("عمر", "العمر", "his", "her", "their")):
        return None
    after += tokens.key(after) == "the"
    century = tokens.match(after, "century")
    start = 1900 if century is None else int(century[1].value)
    last = at if century is None else century[0]
    return When(place, last, word.lead, "decade", year=start + int(entry.value), parts=("decade",))


def _decade_in_digits(tokens: Tokens, place: int) -> When | None:
    key = tokens.word(place).key
    if tokens.key(place + 1) not in ("s", "’s", "'s") or not tokens.is_glued(place + 1):
        return None
    if not key.isdigit() or not key.endswith("0") or len(key) not in (2, 4):
        return None
    year = int(key) if len(key) == 4 else 1900 + int(key)
    if not 1500 <= year <= 2100:
        return None
    return When(place, place + 2, grain="decade", year=year, parts=("decade",))


def season(calendar: Calendar, place: int) -> When | None:
    """صيف 2024, الشتاء الماضي, spring 2020."""
    tokens = calendar.tokens
    word = tokens.word(place)
    entry = word.senses.get("season")
    if entry is None:
        return None
    when = When(place, place + 1, word.lead, "season", part=int(entry.value), parts=("season",))
    if word.has_article:
        found = direction_at(tokens, place + 1)
        if found is None:
            return None
        return replace(when, last=found[0], direction=found[1])
    whole = whole_at(calendar, place + 1)
    if whole is None or whole.grain != "year":
        return None
    return replace(when, last=whole.last, base=whole)
