"""The verbs: each function is one transaction and returns what it changed.

`operation(session, *, named arguments) -> Changes`; the session comes from `Store.write`, whose
action name is the function's name. Nothing else writes to the database. Bad input raises a
`UserError` and leaves the record as it was. One module per noun; read `claims.py` first.

May import everything below (`storage`, `reports`, `detection`, `importing`, `capture`, `text`,
`domain`, `runtime`); rows never leave here. Deliberately not here: Qt, printing, asking people.
"""
