"""Arabic and English text as pure functions: the only package that knows letters.

Words, letters (grapheme clusters), sentences, direction and isolation, anchors that find their
words again, dates and figures as people type them and as people read them, and the judgement of
web addresses. May import `factcheck.domain` and `factcheck.runtime`. Deliberately not here:
finding claims in a text (`factcheck.detection`), files (`factcheck.importing`), and Qt's UTF-16
offsets (one module of the GUI).

Every offset is a count of Unicode code points; every span is `(start, end)` with `end` exclusive.
"""
