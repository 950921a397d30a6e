"""One database through SQLAlchemy: engine, tables, change log, queries, search, migrations.

May import `domain`, `runtime` and `text`. Deliberately not here: decisions about the record
(`factcheck.operations` alone opens write transactions), Qt, and any ORM row that would leave this
package and `operations`. Read `store.py` first, then `recording.py`, which is the change log.
"""
