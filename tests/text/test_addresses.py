import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import addresses, hosts
from factcheck.text.addresses import Opening, judge


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org", "example.org"),
        ("HTTP://Example.ORG:8080/a?b=c#d", "example.org"),
        ("  https://example.org/خبر/١  ", "example.org"),
        ("https://example.org/a%20b?q=«»", "example.org"),
        ("https://example.org.", "example.org"),
        ("https://موقع.مصر/خبر", "xn--4gbrim.xn--wgbh1c"),
        ("https://موقع-أخبار2.مصر", "xn---2-zsdqe9ax2d6d3a7a.xn--wgbh1c"),
        ("https://sub_domain.example.org/", "sub_domain.example.org"),
        ("https://example.org:/", "example.org"),
        ("mailto:desk@example.org", "example.org"),
        ("mailto:desk@example.org?subject=%D8%A3", "example.org"),
    ],
)
def test_ordinary_addresses_open(url, host):
    address = judge(url)
    assert (address.verdict, address.host, address.reason) == (Opening.OPEN, host, "")
    assert address.is_link


@pytest.mark.parametrize(
    ("url", "host", "reason"),
    [
        ("https://google.com@evil.example/", "evil.example", addresses.USERINFO),
        ("https://user:secret@example.org/", "example.org", addresses.USERINFO),
        ("https://@example.org/", "example.org", addresses.USERINFO),
        ("https://pаypal.com/", "xn--pypal-4ve.com", hosts.LOOKALIKE),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com", hosts.LOOKALIKE),
        ("https://γοοgle.com/", "xn--gle-vxc4da.com", hosts.LOOKALIKE),
        ("https://bücher.example/", "xn--bcher-kva.example", hosts.LOOKALIKE),
        ("https://أخبارnews.example/", "xn--news-f5fyg1c3a.example", hosts.LOOKALIKE),
        ("https://كتـاب.مصر/", "xn--mgbce2gn.xn--wgbh1c", hosts.LOOKALIKE),
        ("https://xn--80ak6aa92e.com/", "xn--80ak6aa92e.com", hosts.PUNYCODE),
        ("https://ｅxample.org/", "example.org", hosts.REMAPPED),
        ("https://example。org/", "example.org", hosts.REMAPPED),
        ("http://93.184.216.34/", "93.184.216.34", hosts.NUMERIC),
        ("http://2130706433/", "127.0.0.1", hosts.PRIVATE),
        ("http://0x7f.1/", "127.0.0.1", hosts.PRIVATE),
        ("http://0177.0.0.1/", "127.0.0.1", hosts.PRIVATE),
        ("http://127.1/", "127.0.0.1", hosts.PRIVATE),
        ("http://١٢٧.0.0.1/", "", None),
        ("http://192.168.1.1:8080/x", "192.168.1.1", hosts.PRIVATE),
        ("http://169.254.169.254/latest", "169.254.169.254", hosts.PRIVATE),
        ("http://100.64.0.1/", "100.64.0.1", hosts.PRIVATE),
        ("http://0x/", "0.0.0.0", hosts.PRIVATE),
        ("http://[::1]:80/", "[::1]", hosts.PRIVATE),
        ("http://[::ffff:10.0.0.1]/", "[::ffff:a00:1]", hosts.PRIVATE),
        (
            "http://[2606:2800:220:1:248:1893:25c8:1946]/",
            "[2606:2800:220:1:248:1893:25c8:1946]",
            hosts.NUMERIC,
        ),
        ("http://localhost/", "localhost", hosts.PRIVATE),
        ("http://LOCALHOST.:3000", "localhost", hosts.PRIVATE),
        ("http://app.localhost/", "app.localhost", hosts.PRIVATE),
        ("http://printer.local/", "printer.local", hosts.PRIVATE),
        ("http://wiki/", "wiki", hosts.SINGLE_LABEL),
        ("http://مصر/", "xn--wgbh1c", hosts.SINGLE_LABEL),
        ("mailto:desk@xn--80ak6aa92e.com", "xn--80ak6aa92e.com", hosts.PUNYCODE),
        ("mailto:a@example.org,b@localhost", "localhost", hosts.PRIVATE),
    ],
)
def test_doubtful_addresses_ask_and_show_where_they_lead(url, host, reason):
    address = judge(url)
    if reason is None:
        assert address.verdict is not Opening.OPEN
        return
    assert (address.verdict, address.reason) == (Opening.ASK, reason)
    assert address.host == host
    assert not address.is_link


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", addresses.NO_ADDRESS),
        ("example.org/page", addresses.NO_ADDRESS),
        ("//server/x", addresses.NO_ADDRESS),
        ("الجريدة، ص 3", addresses.HIDDEN),
        ("\\\\server\\share", addresses.HIDDEN),
        ("javascript:alert(1)", addresses.OTHER_SCHEME),
        ("JaVaScRiPt:alert(1)", addresses.OTHER_SCHEME),
        ("java\tscript:alert(1)", addresses.HIDDEN),
        ("\x01javascript:alert(1)", addresses.HIDDEN),
        ("data:text/html,x", addresses.OTHER_SCHEME),
        ("vbscript:x", addresses.OTHER_SCHEME),
        ("file:///etc/passwd", addresses.OTHER_SCHEME),
        ("smb://server/share", addresses.OTHER_SCHEME),
        ("ms-word:ofe|u|https://example.org", addresses.OTHER_SCHEME),
        ("search-ms:query=x", addresses.OTHER_SCHEME),
        ("ftp://example.org", addresses.OTHER_SCHEME),
        ("view-source:https://example.org", addresses.OTHER_SCHEME),
        ("https:example.org", addresses.BROKEN_HOST),
        ("https:/example.org", addresses.BROKEN_HOST),
        ("https:///example.org", addresses.BROKEN_HOST),
        ("https:\\\\example.org", addresses.HIDDEN),
        ("https://example.org\\@evil.example", addresses.HIDDEN),
        ("https://exa mple.org", addresses.HIDDEN),
        ("https://example.org/\u202egpj.exe", addresses.HIDDEN),
        ("https://exam\u200bple.org", addresses.HIDDEN),
        ("https://example\u00ad.org", addresses.HIDDEN),
        ("https://example.org/\u2066x", addresses.HIDDEN),
        ("https://example.org/\ud800", addresses.HIDDEN),
        ("https://exa%6dple.org", addresses.BROKEN_HOST),
        ("https://example..org", addresses.BROKEN_HOST),
        ("https://-example.org", addresses.BROKEN_HOST),
        ("https://example.org:99999", addresses.BROKEN_HOST),
        ("https://example.org:8o", addresses.BROKEN_HOST),
        ("https://[::1", addresses.BROKEN_HOST),
        ("https://[::1]x", addresses.BROKEN_HOST),
        ("https://[nonsense]", addresses.BROKEN_HOST),
        ("http://256.1.1.1/", addresses.BROKEN_HOST),
        ("http://1.2.3.4.5/", addresses.BROKEN_HOST),
        ("http://example.123/", addresses.BROKEN_HOST),
        ("http://08.1.1.1/", addresses.BROKEN_HOST),
        ("https://" + "a" * 64 + ".org", addresses.BROKEN_HOST),
        ("https://" + "مصر" * 25 + ".مصر", addresses.BROKEN_HOST),
        ("https://exa⁄mple.org/", addresses.BROKEN_HOST),
        ("https://example.org/" + "a" * 5000, addresses.TOO_LONG),
        ("mailto:", addresses.BROKEN_HOST),
        ("mailto:desk", addresses.BROKEN_HOST),
        ("mailto:desk@example.org?attach=/etc/passwd", addresses.UNSAFE_MAIL),
        ("mailto:desk@example.org?subject=a%0d%0aBcc:x@example.org", addresses.UNSAFE_MAIL),
    ],
)  # fmt: skip
def test_everything_else_stays_text(url, reason):
    address = judge(url)
    assert (address.verdict, address.host, address.reason) == (Opening.TEXT, "", reason)


URLS = st.text(
    st.sampled_from("htps:/@.?#[]%\\xn-0127مصرаo\u202e\u200b ") | st.characters(), max_size=40
)


@given(URLS | URLS.map("https://".__add__) | URLS.map("mailto:".__add__))
def test_judging_never_raises_and_only_clean_addresses_open(url):
    address = judge(url)
    if address.verdict is Opening.OPEN:
        assert address.url.lower().startswith(("http://", "https://", "mailto:"))
        assert address.host.isascii()
        assert "." in address.host
        assert not any(char.isspace() or char in "\\\u202e\u200b" for char in address.url)
    assert (address.verdict is Opening.TEXT) == (address.host == "")
    assert (address.verdict is Opening.OPEN) == (address.reason == "")
