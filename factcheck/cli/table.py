"""Every command of the program; scripts rely on these words and keys, so they only ever grow."""

from factcheck.cli.arguments import Argument, Command, choice, flag, option, positional, size
from factcheck.domain.claim import ClaimKind, Priority, WorkState
from factcheck.domain.errors import N_
from factcheck.domain.evidence import SourceClass, Stance
from factcheck.domain.rating import Neutral
from factcheck.runtime.i18n import LANGUAGES

JSON = flag("--json", N_("print the result as JSON"))
TO_FILE = option("-o", N_("the file to write"), "FILE", dest="target", required=True)

LANGUAGE = choice("--language", LANGUAGES, N_("the language of the program"))
GLOBAL: tuple[Argument, ...] = (
    option("--home", N_("keep settings, data and log in this folder"), "DIR"),
    option("--database", N_("the file that holds articles and claims"), "FILE"),
    LANGUAGE,
)
"""Accepted before the command and after it."""

_ARTICLE = positional("article", N_("id of the article, or at least 6 letters of its end"))
_CLAIM = positional("claim", N_("id of the claim, or at least 6 letters of its end"))
_EVIDENCE = positional("evidence", N_("id of the evidence, or at least 6 letters of its end"))

_PUBLISHED = option(
    "--published", N_("when it was published: 2025-07-11, July 2025, or a Hijri date"), "DATE"
)
_TEXT_LANGUAGE = option(
    "--language", N_("the language of the text"), "LANGUAGE", dest="text_language"
)
_ENCODING = option("--encoding", N_("the encoding of the file; guessed when left out"), "NAME")
_ABOUT = (
    option("--title", N_("the title; the first line when left out")),
    option("--outlet", N_("who published it")),
    option("--author", N_("who wrote it")),
    option("--url", N_("its address"), "ADDRESS"),
    _PUBLISHED,
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
_FIELDS = (
    choice("--kind", ClaimKind, N_("what the claim is about")),
    option("--statement", N_("the claim as a sentence that stands alone")),
    option("--claimant", N_("who said it")),
    option("--said-on", N_("when it was said"), "DATE"),
    option("--said-where", N_("where it was said")),
    choice("--state", WorkState, N_("where the work on it stands")),
    choice("--priority", Priority, N_("how soon it wants checking")),
    option("--verdict", N_("key of a rating (see scale list), or none"), "KEY"),
    option("--rationale", N_("why this verdict; goes into reports")),
    option("--note", N_("private note")),
    *_FIGURES,
)
_SOURCE = (
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

_TO = option("--to", N_("the place, from 1"), "N", type=int, required=True)

_SCALE = positional("scale", N_("key of the rating scale"))
_RATING = positional("rating", N_("key of the rating, or SCALE/KEY where scales share it"))
_NAMES = (
    option("--name-ar", N_("its Arabic name")),
    option("--name-en", N_("its English name")),
)
_LOOKS = (
    *_NAMES,
    option("--colour", N_("its colour, dark enough for white text"), "#RRGGBB"),
    option("--glyph", N_("its sign, one character"), "SIGN"),
    option("--value", N_("its place between worst and best, or none"), "N"),
    choice("--neutral", Neutral, N_("what it means in every scale")),
)

ARTICLES = (
    Command(
        ("article", "add"),
        N_("take in an article"),
        "articles:add",
        (positional("file", N_("a text file, or - for the input")), *_ABOUT, _ENCODING, JSON),
    ),
    Command(("article", "list"), N_("list the articles"), "articles:list_all", (JSON,)),
    Command(("article", "show"), N_("show an article"), "articles:show", (_ARTICLE, JSON)),
    Command(
        ("article", "set"), N_("change an article"), "articles:edit", (_ARTICLE, *_ABOUT, JSON)
    ),
    Command(("article", "delete"), N_("delete an article"), "articles:delete", (_ARTICLE, JSON)),
)
CLAIMS = (
    Command(
        ("claim", "add"),
        N_("make a claim of words of an article"),
        "claims:add",
        (
            _ARTICLE,
            option("--start", N_("first letter of the claim, counted from 0"), "N", type=int),
            option("--end", N_("first letter behind the claim"), "M", type=int),
            option("--exact", N_("the words themselves, instead of --start and --end")),
            *_FIELDS,
            JSON,
        ),
    ),
    Command(
        ("claim", "list"), N_("list the claims of an article"), "claims:list_all", (_ARTICLE, JSON)
    ),
    Command(("claim", "show"), N_("show a claim"), "claims:show", (_CLAIM, JSON)),
    Command(("claim", "set"), N_("change a claim"), "claims:edit", (_CLAIM, *_FIELDS, JSON)),
    Command(
        ("claim", "move"),
        N_("move the edges of a claim"),
        "claims:move",
        (
            _CLAIM,
            option("--start", N_("first letter of the claim, counted from 0"), "N", type=int),
            option("--end", N_("first letter behind the claim"), "M", type=int),
            JSON,
        ),
    ),
    Command(("claim", "delete"), N_("delete a claim"), "claims:delete", (_CLAIM, JSON)),
)
EVIDENCE = (
    Command(("evidence", "add"), N_("add evidence"), "evidence:add", (_CLAIM, *_SOURCE, JSON)),
    Command(
        ("evidence", "list"),
        N_("list the evidence of a claim"),
        "evidence:list_all",
        (_CLAIM, JSON),
    ),
    Command(
        ("evidence", "set"), N_("change evidence"), "evidence:edit", (_EVIDENCE, *_SOURCE, JSON)
    ),
    Command(
        ("evidence", "move"),
        N_("move evidence to another place in its list"),
        "evidence:move",
        (_EVIDENCE, _TO, JSON),
    ),
    Command(("evidence", "delete"), N_("delete evidence"), "evidence:delete", (_EVIDENCE, JSON)),
)
RECORD = (
    Command(
        ("history",),
        N_("list what was changed, newest first"),
        "history:list_all",
        (
            positional("claim", N_("only the changes of this claim"), nargs="?"),
            option("--limit", N_("at most so many"), "N", type=int, default=200),
            JSON,
        ),
    ),
    Command(("undo",), N_("take back the last change"), "history:undo", (JSON,)),
    Command(("redo",), N_("do again what was taken back"), "history:redo", (JSON,)),
)
SCALES = (
    Command(("scale", "list"), N_("list the rating scales"), "scales:list_all", (JSON,)),
    Command(("scale", "add"), N_("make an empty rating scale"), "scales:add", (*_NAMES, JSON)),
    Command(("scale", "set"), N_("rename a rating scale"), "scales:edit", (_SCALE, *_NAMES, JSON)),
    Command(
        ("rating", "add"), N_("add a rating to a scale"), "ratings:add", (_SCALE, *_LOOKS, JSON)
    ),
    Command(("rating", "set"), N_("change a rating"), "ratings:edit", (_RATING, *_LOOKS, JSON)),
    Command(
        ("rating", "move"),
        N_("move a rating to another place in its scale"),
        "ratings:move",
        (_RATING, _TO, JSON),
    ),
    Command(
        ("rating", "retire"),
        N_("offer a rating no longer; what carries it keeps it"),
        "ratings:retire",
        (_RATING, JSON),
    ),
    Command(("rating", "restore"), N_("offer a rating again"), "ratings:restore", (_RATING, JSON)),
)
PRODUCTS = (
    Command(
        ("report",),
        N_("write a report of an article"),
        "reports:write",
        (
            _ARTICLE,
            option(
                "--format",
                N_("html, csv or another one; a wrong name is answered with all of them"),
                "NAME",
                required=True,
            ),
            TO_FILE,
            flag("--notes", N_("put the private notes into it too")),
            JSON,
        ),
    ),
    Command(
        ("detect",),
        N_("propose the checkable statements of a text"),
        "detect:propose",
        (
            positional("file", N_("a text file, or - for the input"), nargs="?"),
            _PUBLISHED,
            choice("--language", LANGUAGES, N_("the language of the text"), "text_language"),
            _ENCODING,
            flag("--jsonl", N_("read texts and print results as lines of JSON")),
            JSON,
        ),
    ),
)
DESK = (
    Command(
        ("open",),
        N_("open the desk"),
        "desk:open_desk",
        (positional("file", N_("a factcheck file, or an article to take in"), nargs="?"), JSON),
    ),
    Command(
        ("screenshot",),
        N_("draw the desk into a picture"),
        "desk:screenshot",
        (
            _ARTICLE,
            TO_FILE,
            choice(
                "--theme", ("system", "light", "dark", "contrast"), N_("the colours of the desk")
            ),
            option("--size", N_("size of the window"), "WxH", type=size, default=(1280, 800)),
            option("--claim", N_("number of the claim to select"), "N", type=int),
            JSON,
        ),
    ),
    Command(("settings", "list"), N_("list your settings"), "settings:list_all", (JSON,)),
    Command(
        ("settings", "set"),
        N_("change a setting"),
        "settings:change",
        (
            positional("name", N_("name of the setting")),
            positional("value", N_("the new value")),
            JSON,
        ),
    ),
)

COMMANDS: tuple[Command, ...] = (*DESK, *ARTICLES, *CLAIMS, *EVIDENCE, *RECORD, *SCALES, *PRODUCTS)

NOUNS = {
    "article": N_("articles"),
    "claim": N_("claims of an article"),
    "evidence": N_("evidence for a claim"),
    "scale": N_("rating scales"),
    "rating": N_("ratings of a scale"),
    "settings": N_("your settings"),
}
"""Help of the first words that have commands below them."""
