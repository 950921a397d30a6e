"""Checkable statements of a text: quantities, dates, quotes, attributions, and why.

One pass turns the folded text into tokens; after that only token lists are looked at, so the work
is linear in the text. Rules are grammar in code, words are data (`resources/lexicon/*/*.toml`).
Everything is deterministic and offline. May import `text`, `domain` and `runtime`; deliberately
knows nothing of the database, of widgets or of how a proposal becomes a claim.
Read `tokens.py` first, then `items.py`.
"""
