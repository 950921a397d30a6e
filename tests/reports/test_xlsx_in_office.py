import csv
import io

from factcheck.reports import to_xlsx
from tests.reports import sample
from tests.reports.office import convert, needs_office


@needs_office
def test_libreoffice_reads_every_string_as_it_was_written(tmp_path):
    of = sample.article("قال المتحدث شيئا.\n")
    claims = [
        sample.told(sample.claim(of, "المتحدث", n, name=f"h{n}", statement=text, rationale=text))
        for n, text in enumerate(sample.HOSTILE, 1)
    ]
    data = to_xlsx.write(sample.report(claims=claims, of=of))
    made = convert(
        data, "r.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", tmp_path
    )
    rows = list(csv.reader(io.StringIO(made.decode("utf-8"), newline="")))[1:]
    for text, row in zip(sample.HOSTILE, rows, strict=True):
        shown = [each.replace("\x00", "") for each in row]
        assert shown.count(text.replace("\x00", "")) == 2, text
