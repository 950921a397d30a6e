"""The fields of one piece of evidence; a new one is stored as soon as it says something."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.domain.evidence import Evidence, EvidenceDraft, SourceClass, Stance
from factcheck.domain.ids import ClaimId, EvidenceId
from factcheck.gui import theme
from factcheck.gui.review.date_line import DateField, iso_of
from factcheck.gui.review.fields import Field, Fields, Values, type_text, typed_text
from factcheck.gui.review.links import archived
from factcheck.gui.review.moments import read_moment, show_moment
from factcheck.gui.widgets.choice_box import Choice, ChoiceBox
from factcheck.gui.widgets.flow import FlowLayout
from factcheck.gui.widgets.labelled import Labelled
from factcheck.gui.widgets.settling_edit import SettlingEdit, SettlingLine
from factcheck.gui.workspace import Workspace
from factcheck.runtime.i18n import tr
from factcheck.text.naming import name_of

_STANDARD = (Stance.CONTEXT, SourceClass.SECONDARY)


class EvidenceForm(QWidget):
    """Edits the evidence it shows, or makes new one of a claim and emits `created` with its id."""

    created = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim_id: ClaimId | None = None
        self._evidence: Evidence | None = None
        self._is_adding = False
        self._chosen: dict[ClaimId, tuple[Stance, SourceClass]] = {}
        """What was chosen for new evidence of claims that are not shown now."""
        self._fields: Fields[Evidence] = Fields(
            self._store, self._store_late, workspace.writer.leave_over
        )
        self.stance = ChoiceBox(tr("Stance"))
        self.stance.set_choices(Choice(each, name_of(each)) for each in Stance)
        self.source_class = ChoiceBox(tr("Source class"))
        self.source_class.set_choices(Choice(each, name_of(each)) for each in SourceClass)
        self.quote = SettlingEdit(lines=2, most=8)
        self.published = DateField(workspace)
        self.lines = {
            name: SettlingLine()
            for name in ("url", "archive_url", "title", "publisher", "author", "locator")
        }
        self.accessed = SettlingLine()
        self._name_and_bind()
        self._lay_out()

    def _name_and_bind(self) -> None:
        for name, line in self.lines.items():
            line.setObjectName(f"evidence_{name}")
            if name != "url":
                self._fields.bind(line, name)
        self._fields.bind_with(self.lines["url"], lambda each: each.url, _url_values)
        self.quote.setObjectName("evidence_quote")
        self._fields.bind(self.quote, "quote")
        self.published.line.setObjectName("evidence_published")
        self._fields.bind_with(
            self.published.line,
            lambda each: each.published,
            lambda text: {"published": iso_of(text)},
        )
        self.accessed.setObjectName("evidence_accessed")
        self._fields.bind_with(
            self.accessed,
            lambda each: show_moment(each.accessed),
            lambda text: {"accessed": read_moment(text)},
        )
        self.stance.setObjectName("evidence_stance")
        self.stance.chosen.connect(lambda each: self._choose("stance", each))
        self.source_class.setObjectName("evidence_source_class")
        self.source_class.chosen.connect(lambda each: self._choose("source_class", each))

    def _lay_out(self) -> None:
        lines = self.lines
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((tr("Address"), lines["url"]),),
            ((tr("Stance"), self.stance), (tr("Source class"), self.source_class)),
            ((tr("Title"), lines["title"]),),
            ((tr("Publisher"), lines["publisher"]), (tr("Author"), lines["author"])),
            ((tr("Quoted passage"), self.quote),),
            ((tr("Locator"), lines["locator"]), (tr("Published"), self.published)),
            (
                (tr("Accessed (UTC)"), self.accessed),
                (tr("Archived copy"), lines["archive_url"]),
            ),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GRID * 3 // 4)
        for row in rows:
            line = FlowLayout(gap=theme.GRID)
            for name, field in row:
                line.addWidget(Labelled(name, field))
            layout.addLayout(line)
        lines["url"].setPlaceholderText("https://")
        lines["locator"].setPlaceholderText(tr("Page, paragraph or time"))

    @property
    def evidence_id(self) -> EvidenceId | None:
        """What is shown; None for evidence that is not stored yet."""
        return self._evidence.id if self._evidence else None

    @property
    def is_new(self) -> bool:
        """Whether the form is open for evidence that is not stored yet."""
        return self._evidence is None and self._claim_id is not None

    def show_evidence(self, claim_id: ClaimId | None, evidence: Evidence | None) -> None:
        """Show evidence of a claim, or an empty form for new evidence of it."""
        if self._claim_id is not None and self._evidence is None and _has_text(self._draft()):
            self._chosen[self._claim_id] = self._choices()
        self._claim_id, self._evidence = claim_id, evidence
        key = evidence.id if evidence else (claim_id and ("new", claim_id))
        self._fields.show(key, evidence)
        kept = self._chosen.pop(claim_id, _STANDARD) if claim_id else _STANDARD
        stance, source_class = (evidence.stance, evidence.source_class) if evidence else kept
        self.stance.show_value(stance)
        self.source_class.show_value(source_class)

    def go_on_with(self, draft: EvidenceDraft) -> None:
        """Type new evidence that could not be stored before into the empty form."""
        self.stance.show_value(draft.stance)
        self.source_class.show_value(draft.source_class)
        texts = {name: getattr(draft, name) for name in self.lines}
        fields: dict[Field, str] = {self.lines[name]: text for name, text in texts.items()}
        fields |= {self.quote: draft.quote, self.published.line: draft.published}
        if draft.accessed is not None:
            fields[self.accessed] = show_moment(draft.accessed)
        for field, text in fields.items():
            if text:
                type_text(field, text)

    def settle(self) -> None:
        """Write what is half typed or half chosen."""
        self._fields.settle()
        self.stance.flush()
        self.source_class.flush()

    def _choose(self, name: str, value: object) -> None:
        self._store({name: value}, {name: getattr(self._evidence, name)} if self._evidence else {})

    def _store(self, values: Values, base: Values) -> bool:
        if self._evidence is None:
            return self._add(values)
        now = self._evidence
        if all(getattr(now, name) == value for name, value in values.items()):
            return True
        return self._store_late(now.id, values, base)

    def _store_late(self, key: object, values: Values, base: Values) -> bool:
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        if isinstance(key, tuple):
            return self._add_late(key[1], values)
        stored = self._workspace.save(
            evidence.edit_evidence, evidence_id=key, values=values, base=base
        )
        return stored is not None

    def _add(self, values: Values) -> bool:
        """Store new evidence with everything typed so far; until it says enough it stays typed."""
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        # Writing settles the other fields first, which must not add a second one.
        if self._is_adding or self._claim_id is None:
            return True
        draft = replace(self._draft(), **values)  # type: ignore[arg-type]
        if not evidence.says_something(draft):
            return self._keep(self._claim_id, draft)
        self._is_adding = True
        try:
            changes = self._workspace.save(
                evidence.add_evidence, claim_id=self._claim_id, draft=draft
            )
        finally:
            self._is_adding = False
        if changes is None or changes.created is None:
            return changes is not None
        self._fields.call(changes.created)
        self.created.emit(EvidenceId(changes.created))
        return True

    def _add_late(self, claim_id: ClaimId, values: Values) -> bool:
        """Store new evidence of a claim that is not shown any more."""
        from factcheck.operations import evidence  # noqa: PLC0415 - after the first paint

        stance, source_class = self._chosen.get(claim_id, _STANDARD)
        draft = EvidenceDraft(stance=stance, source_class=source_class, **values)  # type: ignore[arg-type]
        if not evidence.says_something(draft):
            return self._keep(claim_id, draft)
        stored = self._workspace.save(evidence.add_evidence, claim_id=claim_id, draft=draft)
        if stored is not None:
            self._chosen.pop(claim_id, None)
        return stored is not None

    def _keep(self, claim_id: ClaimId, draft: EvidenceDraft) -> bool:
        """Leave in its fields what says too little to be stored; at the end, set it aside."""
        if not _has_text(draft):
            return True
        return self._workspace.is_ending and self._workspace.company.keep_begun(claim_id, draft)

    def _choices(self) -> tuple[Stance, SourceClass]:
        stance, source_class = self.stance.value, self.source_class.value
        return (
            stance if isinstance(stance, Stance) else Stance.CONTEXT,
            source_class if isinstance(source_class, SourceClass) else SourceClass.SECONDARY,
        )

    def _draft(self) -> EvidenceDraft:
        texts = {name: typed_text(line) for name, line in self.lines.items()}
        stance, source_class = self._choices()
        draft = EvidenceDraft(
            quote=typed_text(self.quote),
            stance=stance,
            source_class=source_class,
            url=texts["url"].strip(),
            archive_url=texts["archive_url"].strip(),
            title=texts["title"],
            publisher=texts["publisher"],
            author=texts["author"],
            locator=texts["locator"],
        )
        try:
            return replace(draft, published=iso_of(self.published.line.text()))
        except ValueError:
            return draft


def _has_text(draft: EvidenceDraft) -> bool:
    texts = (
        *(draft.url, draft.archive_url, draft.title, draft.publisher, draft.author),
        *(draft.locator, draft.quote, draft.published),
    )
    return any(each.strip() for each in texts)


def _url_values(text: str) -> dict[str, object]:
    """Take the address of an archived copy apart."""
    found = archived(text)
    return {"url": found[0], "archive_url": found[1]} if found else {"url": text.strip()}
