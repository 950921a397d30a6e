"""The nouns of checking: frozen values and enumerations, nothing else.

Imports the standard library only, so every layer can speak these words. Deliberately not here:
letters (`factcheck.text`), the database (`factcheck.storage`), anything that changes a record
(`factcheck.operations`). Read `claim.py` first.

Offsets are Unicode code points and times are aware UTC throughout.
"""
