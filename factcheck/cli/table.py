"""Every command of the program; scripts rely on these words and keys, so they only ever grow."""

from factcheck.cli.arguments import Command, choice, flag, option, positional, size
from factcheck.cli.options import (
    ABOUT,
    ARTICLE,
    CLAIM,
    ENCODING,
    FIELDS,
    JSON,
    LOOKS,
    NAMES,
    PIECE,
    PUBLISHED,
    RATING,
    REPORT,
    SCALE,
    SOURCE,
    TO,
    TO_FILE,
)
from factcheck.domain.claim import ClaimKind
from factcheck.domain.errors import N_
from factcheck.runtime.i18n import LANGUAGES

ARTICLES = (
    Command(
        ("article", "add"),
        N_("take in an article"),
        "articles:add",
        (positional("file", N_("a text file, or - for the input")), *ABOUT, ENCODING, JSON),
    ),
    Command(("article", "list"), N_("list the articles"), "articles:list_all", (JSON,)),
    Command(("article", "show"), N_("show an article"), "articles:show", (ARTICLE, JSON)),
    Command(("article", "set"), N_("change an article"), "articles:edit", (ARTICLE, *ABOUT, JSON)),
    Command(
        ("article", "detect"),
        N_("propose the checkable statements of a stored article"),
        "suggestions:propose",
        (
            ARTICLE,
            option(
                "--accept",
                N_("make claims of the suggestions of these kinds at once"),
                "KIND",
                nargs="+",
                choices=[each.value for each in ClaimKind],
            ),
            JSON,
        ),
    ),
    Command(("article", "delete"), N_("delete an article"), "articles:delete", (ARTICLE, JSON)),
)
CLAIMS = (
    Command(
        ("claim", "add"),
        N_("make a claim of words of an article"),
        "claims:add",
        (
            ARTICLE,
            option("--start", N_("first letter of the claim, counted from 0"), "N", type=int),
            option("--end", N_("first letter behind the claim"), "M", type=int),
            option("--exact", N_("the words themselves, instead of --start and --end")),
            *FIELDS,
            JSON,
        ),
    ),
    Command(
        ("claim", "list"), N_("list the claims of an article"), "claims:list_all", (ARTICLE, JSON)
    ),
    Command(("claim", "show"), N_("show a claim"), "claims:show", (CLAIM, JSON)),
    Command(("claim", "set"), N_("change a claim"), "claims:edit", (CLAIM, *FIELDS, JSON)),
    Command(
        ("claim", "move"),
        N_("move the edges of a claim"),
        "claims:move",
        (
            CLAIM,
            option("--start", N_("first letter of the claim, counted from 0"), "N", type=int),
            option("--end", N_("first letter behind the claim"), "M", type=int),
            JSON,
        ),
    ),
    Command(("claim", "delete"), N_("delete a claim"), "claims:delete", (CLAIM, JSON)),
)
EVIDENCE = (
    Command(("evidence", "add"), N_("add evidence"), "evidence:add", (CLAIM, *SOURCE, JSON)),
    Command(
        ("evidence", "list"),
        N_("list the evidence of a claim"),
        "evidence:list_all",
        (CLAIM, JSON),
    ),
    Command(("evidence", "set"), N_("change evidence"), "evidence:edit", (PIECE, *SOURCE, JSON)),
    Command(
        ("evidence", "move"),
        N_("move evidence to another place in its list"),
        "evidence:move",
        (PIECE, TO, JSON),
    ),
    Command(("evidence", "delete"), N_("delete evidence"), "evidence:delete", (PIECE, JSON)),
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
SHARING = (
    Command(
        ("merge",),
        N_("merge another copy of the record into this one"),
        "sharing:merge",
        (
            positional(
                "other", N_("the other copy, a file or the address of a server; it is only read")
            ),
            flag("--dry-run", N_("only count what would come in")),
            flag("--another-record", N_("add the articles of another record, which is no copy")),
            JSON,
        ),
    ),
    Command(
        ("exchange",),
        N_("exchange the private copy with the share it belongs to"),
        "sharing:exchange",
        (
            flag(
                "--put-back",
                N_("put the private copy in the place of a shared file that is damaged"),
            ),
            JSON,
        ),
    ),
    Command(
        ("conflicts",),
        N_("list what two people decided differently, or decide it"),
        "conflicts:decide",
        (
            option(
                "--resolve",
                N_("decide about this field of this claim (or other thing)"),
                ("CLAIM", "FIELD"),
                nargs=2,
            ),
            option("--take", N_("for the value with this number"), "N", type=int),
            option("--value", N_("for another value"), "VALUE"),
            flag("--keep", N_("for keeping what somebody deleted")),
            flag("--delete", N_("for deleting it")),
            JSON,
        ),
    ),
)
SAFEKEEPING = (
    Command(
        ("backup",),
        N_("make a backup, or list the backups"),
        "safekeeping:back_up",
        (option("--to", N_("the folder to put it in, instead of the usual one"), "FOLDER"), JSON),
    ),
    Command(("backup", "list"), N_("list the backups"), "safekeeping:list_all", (JSON,)),
    Command(
        ("restore",),
        N_("put a backup in the place of the record, which is backed up first"),
        "safekeeping:restore",
        (positional("backup", N_("number or name of the backup, or a file")), JSON),
    ),
    Command(("check",), N_("look for anything wrong in the record"), "safekeeping:check", (JSON,)),
    Command(
        ("copy-to",),
        N_("copy the whole record into a new file or to a server"),
        "safekeeping:copy_to",
        (positional("target", N_("the new file, or postgresql://NAME@HOST/BASE")), JSON),
    ),
)
SCALES = (
    Command(("scale", "list"), N_("list the rating scales"), "scales:list_all", (JSON,)),
    Command(("scale", "add"), N_("make an empty rating scale"), "scales:add", (*NAMES, JSON)),
    Command(("scale", "set"), N_("rename a rating scale"), "scales:edit", (SCALE, *NAMES, JSON)),
    Command(("rating", "add"), N_("add a rating to a scale"), "ratings:add", (SCALE, *LOOKS, JSON)),
    Command(("rating", "set"), N_("change a rating"), "ratings:edit", (RATING, *LOOKS, JSON)),
    Command(
        ("rating", "move"),
        N_("move a rating to another place in its scale"),
        "ratings:move",
        (RATING, TO, JSON),
    ),
    Command(
        ("rating", "retire"),
        N_("offer a rating no longer; what carries it keeps it"),
        "ratings:retire",
        (RATING, JSON),
    ),
    Command(("rating", "restore"), N_("offer a rating again"), "ratings:restore", (RATING, JSON)),
)
PRODUCTS = (
    Command(
        ("report",),
        N_("write a report of an article"),
        "reports:write",
        (
            positional("article", N_("ids of articles; of several, -o names a folder"), nargs="*"),
            option("--format", N_("the format; --formats lists them"), "NAME"),
            option("-o", N_("the file to write"), "FILE", dest="target"),
            flag("--formats", N_("list the formats")),
            *REPORT,
            JSON,
        ),
    ),
    Command(
        ("import",),
        N_("take in an article with its claims from a JSON report"),
        "reports:take_in",
        (positional("file", N_("the JSON file, or - for the input")), JSON),
    ),
    Command(
        ("detect",),
        N_("propose the checkable statements of a text"),
        "detect:propose",
        (
            positional("file", N_("a text file, or - for the input"), nargs="?"),
            PUBLISHED,
            choice("--language", LANGUAGES, N_("the language of the text"), "text_language"),
            ENCODING,
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
            ARTICLE,
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

COMMANDS: tuple[Command, ...] = (
    *DESK, *ARTICLES, *CLAIMS, *EVIDENCE, *RECORD, *SHARING, *SAFEKEEPING, *SCALES, *PRODUCTS
)  # fmt: skip

NOUNS = {
    "article": N_("articles"),
    "claim": N_("claims of an article"),
    "evidence": N_("evidence for a claim"),
    "scale": N_("rating scales"),
    "rating": N_("ratings of a scale"),
    "settings": N_("your settings"),
}
"""Help of the first words that have commands below them."""
