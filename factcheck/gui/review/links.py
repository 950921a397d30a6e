"""What pasted or dropped text becomes: links, archive copies of links, or a quoted passage."""

import re

from factcheck.domain.evidence import EvidenceDraft

_LINK = re.compile(r"https?://[^\s<>\"«»“”]+", re.IGNORECASE)
_CLOSING = ".,;:!?،؛؟)]}'"
# https://en.wikipedia.org/wiki/Help:Using_the_Wayback_Machine: 4 to 14 digits, perhaps a flag.
_MEMENTO = re.compile(
    r"https?://web\.archive\.org/web/(\d{4,14})(?:[a-z]{2}_)?/(.+)", re.IGNORECASE
)


def archived(url: str) -> tuple[str, str] | None:
    """Split an address of the Wayback Machine into the page's own address and the copy's.

    Returns None for any other address.
    """
    match = _MEMENTO.fullmatch(url.strip())
    if match is None:
        return None
    page = match.group(2)
    if not re.match(r"https?:/", page, re.IGNORECASE):
        page = f"http://{page}"
    return page, url.strip()


def draft_of_link(url: str) -> EvidenceDraft:
    """Return evidence for one address."""
    page, copy = archived(url) or (url.strip(), "")
    return EvidenceDraft(url=page, archive_url=copy)


def drafts_of_text(text: str) -> list[EvidenceDraft]:
    """Return evidence for every address in `text`, or for `text` itself as a quoted passage."""
    found = [_trimmed(each) for each in _LINK.findall(text)]
    if found:
        return [draft_of_link(each) for each in dict.fromkeys(found)]
    return [EvidenceDraft(quote=text.strip())] if text.strip() else []


def _trimmed(link: str) -> str:
    """Leave out marks that close the sentence around a link, but not brackets of its own."""
    while link and link[-1] in _CLOSING and not (link[-1] == ")" and "(" in link):
        link = link[:-1]
    return link
