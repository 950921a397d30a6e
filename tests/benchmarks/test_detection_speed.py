"""How fast detection is: throughput, an ordinary article, import, growth, memory.

Dense text is the development passages, with several findings in every sentence. Growth is a ratio
within one run and is asserted; figures are noted beside their targets.
"""

import importlib.util
import json
import tracemalloc
from collections.abc import Callable

import pytest

from factcheck.detection.detect import detect
from tests.benchmarks.measuring import Figures, cpu_seconds, in_fresh_process, median_seconds
from tests.detection.scoring import passages

pytestmark = pytest.mark.benchmark

DENSE = "\n".join(passage["text"] for passage in passages() if passage["lang"] == "ar")
ARTICLE = "\n".join(passage["text"] for passage in passages("figures")[:14])
PUBLISHED = "2025-07-11"
GROWTH = 11 * 1.35
"""Ten times the text in eleven times the time, with room for a noisy machine."""

IMPORT = """
import json, time
started = time.process_time()
import factcheck.detection.detect
print(json.dumps({"ms": 1000 * (time.process_time() - started)}))
"""


def megabytes(text: str) -> float:
    return len(text.encode()) / 1e6


def run(text: str) -> Callable[[], object]:
    return lambda: detect(text, language="ar", published=PUBLISHED)


def test_throughput_on_dense_text(figures: Figures) -> None:
    text = DENSE * 10
    run(DENSE)()
    seconds = min(cpu_seconds(run(text)) for _ in range(3))
    figures.add("detect, dense Arabic, s for 1 MB", seconds / megabytes(text), "s", 1.0)
    if importlib.util.find_spec("dateparser") is not None:
        from dateparser.search import search_dates

        short = DENSE[:4000]
        theirs = cpu_seconds(lambda: search_dates(short, languages=["ar"]))
        ratio = (theirs / megabytes(short)) / (seconds / megabytes(text))
        figures.add("dateparser.search_dates, times slower", ratio, "x")
        assert ratio >= 10


def test_ordinary_article(figures: Figures) -> None:
    run(ARTICLE)()
    figures.add("detect, article of 4 KB", median_seconds(run(ARTICLE), 9) * 1000, "ms", 5)


def test_import(figures: Figures) -> None:
    in_fresh_process(IMPORT)
    found = min(in_fresh_process(IMPORT)["ms"] for _ in range(3))
    figures.add("import of detection", found, "ms", 80)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("dense", DENSE[:15_000]),
        ("one line", DENSE[:15_000].replace("\n", " ")),
        ("digits", "12 345 2024 7 " * 1000),
        ("digits without spaces", "1234567890" * 2000),
        ("quotes", "“" * 10_000),
        ("opening and closing quotes", "«“" * 3000 + "”»" * 3000),
        ("scale words", "مليون ونصف " * 1500),
        ("month names", "يوليو/تموز " * 1500),
        ("marks", "ثَلاثَةُ آلافٍ " * 1500),
        ("dashes", "5-" * 6000),
        ("verbs", "قال إن " * 2000),
    ],
)
def test_growth_is_linear(figures: Figures, name: str, text: str) -> None:
    run(text)()
    small = median_seconds(run(text), 5)
    large = median_seconds(run(text * 10), 3)
    figures.add(f"detect, 10 times {name}, times the time", large / small, "x", 11)
    assert large / small <= GROWTH


def test_one_line_of_a_megabyte(figures: Figures) -> None:
    text = (DENSE.replace("\n", " ") * 40)[:600_000]
    seconds = cpu_seconds(run(text))
    figures.add("detect, one line, s for 1 MB", seconds / megabytes(text), "s", 1.0)


@pytest.mark.parametrize("name", ["dense", "plain", "quotes"])
def test_memory_above_the_text(figures: Figures, name: str) -> None:
    plain = "وصل الوفد إلى المدينة بعد ظهر ذلك اليوم وعاد منها سريعا دون أن يتحدث أحد. "
    text = {"dense": DENSE * 60, "plain": plain * 8000, "quotes": "“" * 340_000}[name][:600_000]
    run(text[:2000])()
    tracemalloc.start()
    found = detect(text, published=PUBLISHED)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    figures.add(f"detect, 1 MB of {name} text, memory", peak / 1e6, "MB", 60)
    assert json.dumps([dict(item.value) for item in found[:5]])
