"""Records to make reports of, without a database."""

from dataclasses import replace
from datetime import UTC, datetime

from factcheck.domain.article import Article
from factcheck.domain.claim import Claim, ClaimKind, WorkState
from factcheck.domain.evidence import Evidence, SourceClass, Stance
from factcheck.domain.figure import Comparator, Figure
from factcheck.domain.ids import natural_id
from factcheck.domain.rating import Neutral, Rating, RatingScale
from factcheck.reports.model import Coverage, Overall, Report, ReportClaim, ReportOptions
from factcheck.text.anchoring import make_anchor

MADE = datetime(2025, 7, 20, 9, 30, tzinfo=UTC)
ARABIC = """افتتاح خط الحافلات الجديد في المدينة الساحلية
أعلنت البلدية في 3 مايو 2024 افتتاح خط حافلات طوله 42 كيلومترا، \
وقالت إنه سيخدم أكثر من 10 آلاف راكب يوميا.
– الكلفة: بلغت كلفة المشروع 1 USD = 3.75 SAR وفق بيان \
الشركة WHO-Transit (هاتف +966 11 234 5678)، وقد نُشر البيان في 2024-05-03.
وقال المدير: “لن ترتفع الأسعار قبل نهاية العام”، مضيفًا أن إصابات COVID-19 لم تؤخر العمل.
انظر https://example.org/أخبار/حافلات?id=7 للتفاصيل.
"""
ENGLISH = """New bus line opens in the coastal town
On 3 May 2024 the council opened a bus line 42 kilometres long \
and said it would carry more than 10,000 people a day.
The director told «صوت المدينة»: “Fares will not rise this year.”
"""

SCALE_ID = natural_id("test", "scale")


def _rating(position, key, arabic, english, *rest):
    colour, glyph, value, neutral = rest
    return Rating(
        natural_id("test", key), SCALE_ID, 1, key, arabic, english, colour, glyph, value,
        Neutral(neutral), position,
    )  # fmt: skip


RATINGS = (
    _rating(0, "true", "صحيح", "True", "#2e6b34", "✓", 5, "true"),
    _rating(1, "mostly", "صحيح في معظمه", "Mostly true", "#3f7d20", "◐", 4, "mostly_true"),
    _rating(2, "misleading", "مضلل", "Misleading", "#a85b00", "!", 2, "misleading"),
    _rating(3, "false", "زائف", "False", "#b3261e", "✗", 1, "false"),
    _rating(4, "unproven", "لا دليل", "Unproven", "#52606d", "?", None, "unproven"),
    _rating(5, "opinion", "رأي", "Opinion", "#5b4a8a", "○", None, "not_rated"),
)
SCALE = RatingScale(SCALE_ID, 1, "standard", "السلّم المعتاد", "Standard scale", RATINGS)


def article(text=ARABIC, **values):
    article_id = natural_id("test", "article", text[:40])
    made = Article(
        id=article_id, version_id=natural_id("test", "version"), rev=1, title=text.split("\n")[0],
        text=text, outlet="صوت المدينة", author="سليم حداد", url="https://example.org/أخبار/1",
        published="2024-05-04", language="ar", created_at=MADE, updated_at=MADE,
    )  # fmt: skip
    return replace(made, **values)


def claim(of, words, number=1, *, name=None, **values):
    start = of.text.index(words)
    made = Claim(
        id=natural_id("test", "claim", name or words, str(number)), article_id=of.id,
        version_id=of.version_id, rev=1, number=number,
        anchor=make_anchor(of.text, start, start + len(words)), kind=ClaimKind.OTHER,
        state=WorkState.OPEN, created_at=MADE, updated_at=MADE,
    )  # fmt: skip
    return replace(made, **values)


def evidence(of, position=0, **values):
    made = Evidence(
        id=natural_id("test", "evidence", str(of.id), str(position)), claim_id=of.id, rev=1,
        position=position, url="https://example.org/بيان?id=3", stance=Stance.REFUTES,
        source_class=SourceClass.OFFICIAL, title="بيان البلدية", publisher="البلدية", author="",
        quote="طول الخط 24 كيلومترا.", locator="ص 3", published="2024-05", accessed=MADE,
        archive_url="https://web.archive.org/web/20240504000000/https://example.org/",
        created_at=MADE, updated_at=MADE,
    )  # fmt: skip
    return replace(made, **values)


def told(each, rating=None, *rows, **values):
    with_rating = replace(each, rating_id=rating.id) if rating else each
    return ReportClaim(with_rating, rating, rows, **values)


def arabic_claims(of):
    length = claim(
        of, "طوله 42 كيلومترا", 1, kind=ClaimKind.QUANTITY, state=WorkState.CHECKED,
        statement="طول خط الحافلات الجديد 42 كيلومترا.", claimant="البلدية", said_on="2024-05-03",
        said_where="بيان مكتوب", rationale="تذكر وثيقة العقد أن الطول 24 كيلومترا.",
        claimed=Figure("42", "كيلومترا"), found=Figure("24", "كيلومترا"), note="اتصلت بالمكتب.",
    )  # fmt: skip
    opened = claim(
        of, "في 3 مايو 2024 افتتاح خط حافلات طوله 42 كيلومترا", 2, kind=ClaimKind.DATE,
        state=WorkState.CHECKED, claimed=Figure("2024-05-03"), found=Figure("2024-05"),
    )  # fmt: skip
    riders = claim(
        of, "أكثر من 10 آلاف راكب يوميا", 3, kind=ClaimKind.QUANTITY, state=WorkState.CHECKING,
        claimed=Figure("10 آلاف", "راكب", Comparator.MORE), found=Figure("12500", "راكب"),
    )  # fmt: skip
    rate = claim(of, "1 USD = 3.75 SAR", 4, kind=ClaimKind.QUANTITY)
    quote = claim(of, "لن ترتفع الأسعار قبل نهاية العام", 5, kind=ClaimKind.QUOTE)
    return (
        told(length, RATINGS[3], evidence(length), evidence(length, 1, stance=Stance.SUPPORTS)),
        told(opened, RATINGS[0], evidence(opened), reviewer="مريم"),
        told(riders, RATINGS[1]),
        told(rate),
        told(quote, RATINGS[5]),
    )


def report(options=None, claims=None, of=None, **values):
    of = of or article()
    options = options or ReportOptions(newsroom="غرفة الأخبار")
    made = Report(
        article=of, claims=arabic_claims(of) if claims is None else tuple(claims), scale=SCALE,
        made_at=MADE, coverage=Coverage(4, 9), options=options, overall=Overall(RATINGS[3]),
        scales=(SCALE,),
    )  # fmt: skip
    return replace(made, **values)


def english_report(options=None):
    of = article(ENGLISH, language="en", outlet="City Voice", author="J. Doe")
    length = claim(
        of, "42 kilometres long", 1, kind=ClaimKind.QUANTITY, state=WorkState.CHECKED,
        rationale="The contract says 24 kilometres. قال المدير «24».", claimant="البلدية",
        claimed=Figure("42", "km"), found=Figure("24", "km"),
    )  # fmt: skip
    fares = claim(of, "Fares will not rise this year.", 2, kind=ClaimKind.QUOTE)
    claims = (told(length, RATINGS[3], evidence(length)), told(fares, RATINGS[4]))
    return report(options or ReportOptions(language="en", newsroom="The Desk"), claims, of)


HOSTILE = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    '=HYPERLINK("https://evil.example","x")',
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "\u200f=1+1",
    "＝1+1",
    "'quoted",
    '#let x = read("/etc/passwd") $x^2$ *b* _i_ @r <l> \\x `c` [l](javascript:x)',
    "{{7*7}} ${x} %s \\input{x} | a | b",
    "\u202egpj.exe\u2066",
    "a\x00b\x07c",
    "\\\\server\\share",
    "1. not a list\n# not a heading\n- no item",
    "&lt;b&gt; &amp; \"quotes\" 'single'",
    "<!-- --> ]]> </style></title>",
    "https://google.com@evil.example/",
)


def hostile_report(text, **options):
    of = article("قال المتحدث شيئا عن الطريق.\nوسكت.\n", title=text, outlet=text, author=text,
                 url=text, published="")  # fmt: skip
    only = claim(
        of, "المتحدث شيئا", 1, state=WorkState.CHECKED, statement=text, claimant=text,
        said_where=text, rationale=text, note=text, claimed=Figure(text, text),
        found=Figure(text, text, as_of=text),
    )  # fmt: skip
    row = evidence(only, url=text, title=text, publisher=text, author=text, quote=text,
                   locator=text, published=text, archive_url=text)  # fmt: skip
    options = ReportOptions(**{"newsroom": text, "with_notes": True} | options)
    return report(options, (told(only, RATINGS[3], row, reviewer=text),), of)
