"""From the record to something that can be sent: one model, one small writer per format.

`model.py` says what a report knows, the modules named after kinds of report compose it into the
blocks of `document.py`, and the `to_*` modules write blocks or data in one format each;
`registry.py` lists them. A report says exactly what the record says.

May import `factcheck.text`, `factcheck.domain` and `factcheck.runtime`. Deliberately not here: the
database (a `Report` is built by `factcheck.operations.reporting`), widgets, and writing files.
"""
