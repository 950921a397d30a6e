"""Schema migrations, forward only; each imports nothing of ours, so that it never changes.

To add one: the next number in `versions/`, the new schema in `tables.py`, `schema.VERSION` raised,
and a database file of the old version for the tests.
"""
