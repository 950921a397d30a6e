"""The arguments that several commands share."""

from factcheck.cli.arguments import Argument, choice, flag, option, positional
from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.rating import Neutral
from factcheck.runtime.i18n import LANGUAGES

JSON = flag("--json", N_("print the result as JSON"))
TO_FILE = option("-o", N_("the file to write"), "FILE", dest="target", required=True)

KINDS = ("verdicts", "checking", "checked", "queries")
"""Kinds of reports (`factcheck.reports.model.ReportKind`)."""

LANGUAGE = choice("--language", LANGUAGES, N_("the language of the program"))
GLOBAL: tuple[Argument, ...] = (
    option("--home", N_("keep settings, data and log in this folder"), "DIR"),
    option(
        "--database",
        N_("the file that holds articles and claims, or the address of a server"),
        "FILE",
    ),
    LANGUAGE,
)
"""Accepted before the command and after it."""

ARTICLE = positional("article", N_("id of the article, or at least 6 letters of its end"))
CLAIM = positional("claim", N_("id of the claim, or at least 6 letters of its end"))
PIECE = positional("evidence", N_("id of the evidence, or at least 6 letters of its end"))

PUBLISHED = option(
    "--published", N_("when it was published: 2025-07-11, July 2025, or a Hijri date"), "DATE"
)
_TEXT_LANGUAGE = option(
    "--language", N_("the language of the text"), "LANGUAGE", dest="text_language"
)
ENCODING = option("--encoding", N_("the encoding of the file; guessed when left out"), "NAME")
ABOUT = (
    option("--title", N_("the title; the first line when left out")),
    option("--outlet", N_("who published it")),
    option("--author", N_("who wrote it")),
    option("--url", N_("its address"), "ADDRESS"),
    PUBLISHED,
    _TEXT_LANGUAGE,
)

_FIGURES = tuple(
    option(f"--{which}{part}", help_, metavar)
    for which, parts in {
        "claimed": (
            ("", N_("the number or date that the claim states"), "VALUE"),
            ("-unit", N_("its unit"), "TEXT"),
            ("-comparator", N_("how it bounds the value: = ~ > >= < <="), "SIGN"),
            ("-as-of", N_("the date for which it is stated"), "DATE"),
        ),
        "found": (
            ("", N_("the number or date that the check found"), "VALUE"),
            ("-unit", N_("its unit"), "TEXT"),
            ("-comparator", N_("how it bounds the value: = ~ > >= < <="), "SIGN"),
            ("-as-of", N_("the date for which it is stated"), "DATE"),
        ),
    }.items()
    for part, help_, metavar in parts
)
FIELDS = (
    choice("--kind", ClaimKind, N_("what the claim is about")),
    option("--statement", N_("the claim as a sentence that stands alone")),
    option("--claimant", N_("who said it")),
    option("--said-on", N_("when it was said"), "DATE"),
    option("--said-where", N_("where it was said")),
    choice("--state", WorkState, N_("where the work on it stands")),
    choice("--priority", Priority, N_("how soon it wants checking")),
    option("--verdict", N_("key of a rating (see scale list), or none"), "KEY"),
    option("--rationale", N_("why this verdict; goes into reports")),
    option("--new-wording", N_("what the article should say instead")),
    option("--question", N_("what the writer or a source must answer")),
    option("--note", N_("private note")),
    *_FIGURES,
)
SOURCE = (
    option("--url", N_("its address"), "ADDRESS"),
    choice("--stance", Stance, N_("what it does to the claim")),
    choice("--source-class", SourceClass, N_("how close the source is to the fact")),
    option("--title", N_("its title")),
    option("--publisher", N_("who published it")),
    option("--author", N_("who wrote it")),
    option("--quote", N_("the words that matter")),
    option("--locator", N_("page, paragraph or time")),
    option("--published", N_("when it was published"), "DATE"),
    option("--archive-url", N_("address of an archived copy"), "ADDRESS"),
)

TO = option("--to", N_("the place, from 1"), "N", type=int, required=True)

SCALE = positional("scale", N_("key of the rating scale"))
RATING = positional("rating", N_("key of the rating, or SCALE/KEY where scales share it"))
NAMES = (
    option("--name-ar", N_("its Arabic name")),
    option("--name-en", N_("its English name")),
)
LOOKS = (
    *NAMES,
    option("--colour", N_("its colour, dark enough for white text"), "#RRGGBB"),
    option("--glyph", N_("its sign, one character"), "SIGN"),
    option("--value", N_("its place between worst and best, or none"), "N"),
    choice("--neutral", Neutral, N_("what it means in every scale")),
)

REPORT = (
    choice("--kind", KINDS, N_("verdicts for readers, the checking copy, changes, or questions")),
    choice("--language", LANGUAGES, N_("the language of the report"), "report_language"),
    option("--claims", N_("only these claims: numbers such as 1,3-5, or ids"), "LIST"),
    choice("--order", ("place", "verdict"), N_("the order of the claims")),
    flag("--notes", N_("put the private notes into it too")),
    flag("--no-notes", N_("leave the notes out of a checking copy")),
    flag("--no-names", N_("name nobody who worked on it")),
    choice("--digits", ("ascii", "arabic"), N_("the digits of the report")),
    choice("--months", ("egypt", "levant", "maghreb"), N_("the month names of the report")),
    option("--timestamp", N_("the date and time of the report, for equal bytes"), "MOMENT"),
    option("--newsroom", N_("the name of the newsroom")),
    option("--logo", N_("its logo, a PNG picture"), "FILE"),
    option("--template", N_("a Word file whose styles the document takes"), "FILE"),
    option("--page-url", N_("where the report will be published, for ClaimReview"), "ADDRESS"),
    option("--site-url", N_("the newsroom's own address, for ClaimReview"), "ADDRESS"),
    choice("--profile", ("google", "bing"), N_("whose rules ClaimReview must meet")),
    flag("--claimreview", N_("put ClaimReview into a web page")),
    option("--overall", N_("the rating of the whole article, set by hand"), "VERDICT"),
    option("--reason", N_("why it is rated so")),
    flag("--no-bom", N_("write CSV without the mark that Excel needs")),
)
"""How a report is told."""
