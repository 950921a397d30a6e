import json

from factcheck.reports import to_annotations
from factcheck.reports.model import ReportOptions
from tests.reports import sample


def _items(report):
    collection = json.loads(to_annotations.write(report))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["total"] == len(collection["first"]["items"])
    return collection["first"]["items"]


def _selectors(item):
    return {each["type"]: each for each in item["target"]["selector"]}


def test_quote_and_position_hit_the_same_words():
    of = sample.article("😀 بدأ 👩‍👩‍👧 المشروعُ الجديدُ في المدينةِ، ثم توقّف المشروع.\n")
    claims = [sample.told(sample.claim(of, words, n)) for n, words in
              enumerate(("المشروعُ الجديدُ", "توقّف", "المشروع."), 1)]  # fmt: skip
    for item in _items(sample.report(claims=claims, of=of)):
        found = _selectors(item)
        quote, position = found["TextQuoteSelector"], found["TextPositionSelector"]
        assert of.text[position["start"] : position["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert of.text.count(whole) == 1
        assert of.text.index(whole) + len(quote["prefix"]) == position["start"]


def test_the_verdict_is_a_body_with_its_direction():
    items = _items(sample.report())
    bodies = {body.get("purpose"): body for body in items[0]["body"]}
    assert bodies["classifying"]["value"] == "زائف"
    assert (bodies["classifying"]["language"], bodies["classifying"]["textDirection"]) == (
        "ar",
        "rtl",
    )
    assert bodies["tagging"]["value"] == "quantity"
    assert bodies["linking"]["source"].startswith("https://")
    assert items[0]["motivation"] == "assessing"
    assert items[0]["created"].endswith("Z")
    assert len({item["id"] for item in items}) == len(items)


def test_names_notes_and_bad_addresses_stay_out():
    assert "creator" in _items(sample.report())[1]
    shy = _items(sample.report(ReportOptions(with_names=False)))
    assert not any("creator" in item for item in shy)
    assert "commenting" not in json.dumps(_items(sample.report()))
    assert "commenting" in json.dumps(_items(sample.report(ReportOptions(with_notes=True))))
    hostile = _items(sample.hostile_report("javascript:alert(1)"))
    assert hostile[0]["target"]["source"].startswith("urn:uuid:")
    assert not any(body["purpose"] == "linking" for body in hostile[0]["body"])
