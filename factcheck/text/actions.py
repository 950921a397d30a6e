"""What people call recorded actions, and the things and fields they changed.

An action is recorded under the name of its operation, a change under the names of its table and
field; histories and undo read their names here.
"""

from collections.abc import Mapping

from factcheck.domain.errors import N_
from factcheck.runtime.i18n import tr

_NAMES: Mapping[str, str] = {
    "add_article": N_("Adding an article"),
    "edit_article": N_("Changing an article"),
    "delete_articles": N_("Deleting articles"),
    "add_claim": N_("Adding a claim"),
    "add_claims": N_("Adding claims"),
    "edit_claims": N_("Changing claims"),
    "move_claim": N_("Moving a claim"),
    "delete_claims": N_("Deleting claims"),
    "add_suggestions": N_("Proposing claims"),
    "accept_suggestions": N_("Accepting suggestions"),
    "dismiss_suggestions": N_("Dismissing suggestions"),
    "mark_nothing": N_("Marking “nothing to check here”"),
    "unmark_nothing": N_("Taking the mark “nothing to check here” away"),
    "set_verdict": N_("Giving a verdict"),
    "add_evidence": N_("Adding evidence"),
    "edit_evidence": N_("Changing evidence"),
    "move_evidence": N_("Ordering evidence"),
    "delete_evidence": N_("Deleting evidence"),
    "add_scale": N_("Adding a rating scale"),
    "edit_scale": N_("Changing a rating scale"),
    "add_rating": N_("Adding a rating"),
    "edit_rating": N_("Changing a rating"),
    "retire_rating": N_("Retiring a rating"),
    "move_rating": N_("Ordering ratings"),
    "import_record": N_("Importing a record"),
    "resolve_conflict": N_("Deciding a conflict"),
    "choose_edits": N_("Choosing between two edits"),
    "load_sample": N_("Adding the sample article"),
}
_TABLES: Mapping[str, str] = {
    "article": N_("Article"),
    "article_version": N_("Text of an article"),
    "claim": N_("Claim"),
    "evidence": N_("Evidence"),
    "rating": N_("Rating"),
    "rating_scale": N_("Rating scale"),
    "reviewer": N_("Reviewer"),
}
_FIELDS: Mapping[str, str] = {
    "*": N_("Made"),
    "deleted_at": N_("Deleted"),
    "title": N_("Title"),
    "outlet": N_("Outlet"),
    "author": N_("Author"),
    "url": N_("Address"),
    "published": N_("Published"),
    "language": N_("Language"),
    "start": N_("Start"),
    "end": N_("End"),
    "exact": N_("Words"),
    "prefix": N_("Words before"),
    "suffix": N_("Words after"),
    "kind": N_("Kind"),
    "state": N_("State"),
    "priority": N_("Priority"),
    "statement": N_("Statement"),
    "claimant": N_("Claimant"),
    "said_on": N_("Said on"),
    "said_where": N_("Said where"),
    "rating_id": N_("Verdict"),
    "rationale": N_("Rationale"),
    "new_wording": N_("New wording"),
    "question": N_("Question"),
    "note": N_("Note"),
    "rule": N_("Rule"),
    "reviewer_id": N_("Reviewer"),
    "claimed_value": N_("Claimed value"),
    "claimed_unit": N_("Claimed unit"),
    "claimed_comparator": N_("Claimed comparator"),
    "claimed_as_of": N_("Claimed as of"),
    "found_value": N_("Found value"),
    "found_unit": N_("Found unit"),
    "found_comparator": N_("Found comparator"),
    "found_as_of": N_("Found as of"),
    "position": N_("Position"),
    "stance": N_("Stance"),
    "source_class": N_("Source class"),
    "publisher": N_("Publisher"),
    "quote": N_("Quoted passage"),
    "locator": N_("Locator"),
    "accessed": N_("Accessed"),
    "archive_url": N_("Archived copy"),
    "name_ar": N_("Arabic name"),
    "name_en": N_("English name"),
    "colour": N_("Colour"),
    "glyph": N_("Sign"),
    "value": N_("Value"),
    "neutral": N_("Neutral meaning"),
    "is_retired": N_("Retired"),
}
_REASONS: Mapping[str, str] = {
    "by-hand": N_("by hand"),
    "daily": N_("of the day"),
    "weekly": N_("of the week"),
    "before-schema": N_("before a new version of the program"),
    "before-merge": N_("before a merge"),
    "before-restore": N_("before a backup was restored"),
    "replaced": N_("what was open when the file was replaced"),
}
_PLAYED: Mapping[str, str] = {
    "undo": N_("Taken back: {action}"),
    "redo": N_("Done again: {action}"),
}


def action_name(action: str, kind: str = "do") -> str:
    """Return what people call the operation `action`, in the language of the program.

    `kind` is that of the recorded action: `do`, `undo` or `redo`. An operation of a newer program
    keeps its own name.
    """
    name = tr(_NAMES[action]) if action in _NAMES else action
    return tr(_PLAYED[kind], action=name) if kind in _PLAYED else name


def table_name(table: str) -> str:
    """Return what people call the things of a stored table; an unknown one keeps its name."""
    return tr(_TABLES[table]) if table in _TABLES else table


def field_name(field: str) -> str:
    """Return what people call a stored field; an unknown one keeps its name."""
    return tr(_FIELDS[field]) if field in _FIELDS else field


def backup_reason(reason: str) -> str:
    """Return why a backup was made, as people say it; an unknown reason keeps its word."""
    return tr(_REASONS[reason]) if reason in _REASONS else reason
