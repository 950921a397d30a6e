"""Taking articles in: a file, bytes or pasted text becomes an `ArticleDraft`.

One module per format behind `registry.py`; adding a format is one entry there. May import
`factcheck.text`, `factcheck.domain` and `factcheck.runtime`. Deliberately not here: storing the
article (`factcheck.operations`), fetching anything from the network, snapshots of evidence
(`factcheck.capture`).
"""
