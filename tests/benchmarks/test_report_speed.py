"""Reports of many claims: CPU, memory, and that the work grows with the claims and no faster."""

import json
import os
import resource
import tempfile
import time
from pathlib import Path

import pytest

from factcheck.importing.record import read_record
from factcheck.operations.receiving import import_record
from factcheck.operations.reporting import build_report
from factcheck.reports import registry
from factcheck.reports.model import Report, ReportOptions
from tests.benchmarks import filling
from tests.benchmarks.measuring import Figures, in_fresh_process
from tests.reports import sample

pytestmark = pytest.mark.benchmark

SCRIPT = """
import json, sys
from tests.benchmarks.test_report_speed import measure
print(json.dumps(measure(sys.argv[1], int(sys.argv[2]))))
"""
TARGETS = {"pdf": (500, 10), "docx": (500, 5), "xlsx": (5_000, 2), "json": (5_000, 5)}


def many(count: int) -> Report:
    """A report of so many checked claims, each with two pieces of evidence."""
    lines = [
        f"وقالت البلدية في بيانها رقم {n} إن عدد الركاب بلغ {n * 7} راكبا في اليوم الأول."
        for n in range(count)
    ]
    of = sample.article("عنوان\n" + "\n".join(lines) + "\n")
    claims = []
    for n, line in enumerate(lines):
        claim = sample.claim(
            of, line[8:60], n + 1, name=str(n), state=sample.WorkState.CHECKED, statement=line,
            claimant="البلدية", rationale="يذكر سجل التشغيل رقما آخر، ولم ترد البلدية على سؤالنا.",
            claimed=sample.Figure(str(n * 7), "راكبا"), found=sample.Figure(str(n * 6), "راكبا"),
        )  # fmt: skip
        rows = sample.evidence(claim), sample.evidence(claim, 1)
        claims.append(sample.told(claim, sample.RATINGS[n % 6], *rows))
    return sample.report(claims=claims, of=of)


def measure(format_key: str, count: int) -> dict[str, float]:
    """CPU seconds of writing, and the peak megabytes of its child process."""
    report = many(count)
    started = time.process_time()
    children = _children()
    data = registry.write(report, format_key)
    seconds = time.process_time() - started + _children() - children
    apart = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": apart, "bytes": len(data)}


def _children() -> float:
    used = os.times()
    return used.children_user + used.children_system


@pytest.mark.timeout(600)
@pytest.mark.parametrize("format_key", list(TARGETS))
def test_a_long_report(format_key: str, figures: Figures) -> None:
    count, seconds = TARGETS[format_key]
    found = in_fresh_process(SCRIPT, format_key, str(count))
    tenth = in_fresh_process(SCRIPT, format_key, str(count // 10))
    figures.add(f"report: {format_key} of {count:,} claims", found["seconds"], "s", seconds)
    if format_key == "pdf":
        figures.add(f"report: pdf of {count:,}, peak memory", found["megabytes"], "MB", 400)
    growth = found["seconds"] / tenth["seconds"]
    figures.add(f"report: {format_key}, ten times the claims", growth, "x", 12)
    assert found["bytes"] > tenth["bytes"]


def test_a_record_of_five_thousand_claims_there_and_back(figures: Figures) -> None:
    data = registry.write(many(5_000), "json")
    assert len(json.loads(data)["claims"]) == 5_000
    with tempfile.TemporaryDirectory() as folder:
        store = filling.open_new(Path(folder) / "empty.sqlite")
        started = time.process_time()
        record = read_record(data)
        with store.write("import_record") as session:
            import_record(session, record=record)
        figures.add("report: import 5,000 claims", time.process_time() - started, "s", 5)
        started = time.process_time()
        with store.read() as session:
            options = ReportOptions(newsroom="غرفة الأخبار")
            again = build_report(
                session, article_id=record.article.id, options=options, made_at=sample.MADE
            )
        assert registry.write(again, "json") == data
        figures.add("report: export 5,000 claims", time.process_time() - started, "s", 5)
        store.close()
