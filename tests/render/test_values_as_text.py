"""Every value that a template prints stands in the document as it is, in both forms and formats, or is refused."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.errors import UnfitValue
from drafter.model.notice import Form, Format, Notice
from drafter.render import Templates, context, docx, layout, template_check, template_parts
from tests.conftest import ROOT
from tests.render.conftest import item, notice

TEMPLATES = Templates((ROOT / "templates",))
CASES = (
    "{{ 7*7 }}{{r title }}{{p title }}",
    "{% if title %}甲{% endif %}{%p if title %}{%tr endfor %}{%- x -%}",
    "{# 注 #}{#p 注 #}{_{ x }_}{_% x %_}",
    "&amp; & <w:t>甲</w:t> > \" ' “”‘’ ]]> <!-- -->",
    "😀𠮷镕㛃👨‍👩‍👧",
)
alphabet = st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("{}%#_&<>\"' 甲，。（）")
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def filled(text: str, form: Form) -> Notice:
    """A notice with the text in every field that is free text."""
    entry = {"ordinal": "（一）", "heading": text, "clauses": [text], "units": [text]}
    table = {"title": text, "printed_title": text, "paragraphs": [text], "columns": [text], "rows": [[text]]}
    items = [item(heading=text, clauses=[text], units=[text], leader=text, deadline=text), item(entries=[entry])]
    parts: dict[str, Any] = dict.fromkeys(TEXTS, text) | {name: [text] for name in LISTS}
    return notice(**parts, form=form, items=items, attachments=[table, table])


TEXTS = (
    "issuer", "copy_number", "secrecy", "urgency", "title", "recipients", "list_title", "contact_line", "signature",
    "disclosure", "imprint_organ",
)  # fmt: skip
LISTS = ("opening", "closing", "copies_to")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The texts of a template's values with their paths."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, f"{path}[]")
    else:
        yield path, value


def text_of(data: bytes) -> str:
    """The text of all paragraphs of a document, those of text boxes and tables too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    wanted = (qn("w:t"), *marks, qn("w:p"))
    return "".join(
        "\0" if one.tag == wanted[-1] else marks.get(str(one.tag), one.text or "") for one in root.iter(*wanted)
    )


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("in_format", Format)
@quick
@given(text=st.text(alphabet, min_size=1, max_size=20))
@example(text=CASES[0])
@example(text=CASES[1])
@example(text=CASES[2])
@example(text=CASES[3])
@example(text=CASES[4])
def test_every_printed_value_is_printed_exactly(form: Form, in_format: Format, text: str) -> None:
    made = filled(text, form)
    values = context.of_notice(made, layout.of(made, in_format, TEMPLATES.settings), "示例")
    template = template_parts.read(TEMPLATES.path(f"{form}-{in_format}"))
    printed = {use.path for use in template_check.used(template) if use.printed}
    expected = [(path, one) for path, one in leaves(values) if path in printed and one]
    assert len(expected) > 25
    document = text_of(docx(made, TEMPLATES, in_format=in_format, banner="示例").data)
    assert [path for path, one in expected if one not in document] == []


INNER: dict[str, dict[str, Any]] = {
    "heading of an item": {"items": [item(heading="甲乙")]},
    "leader": {"items": [item(leader="甲乙")]},
    "deadline": {"items": [item(deadline="甲乙")]},
    "units as printed": {"items": [item(units_as_printed="甲乙")]},
    "ordinal": {"items": [item(ordinal="甲乙")]},
    "part of an item": {"items": [item(entries=[{"ordinal": "（一）", "heading": "甲乙"}])]},
    "title of an attachment": {"attachments": [{"title": "表", "printed_title": "甲乙"}]},
    "text of an attachment": {"attachments": [{"title": "表", "paragraphs": ["甲乙"]}]},
}


def spoilt(value: Any, char: str) -> Any:
    """A value of the model with a character put into 甲乙, behind the model's own checks."""
    if isinstance(value, str):
        return value.replace("甲乙", f"甲{char}乙")
    if isinstance(value, tuple):
        return tuple(spoilt(one, char) for one in value)
    return (
        value.model_copy(update={name: spoilt(one, char) for name, one in value})
        if hasattr(value, "model_copy")
        else value
    )


@pytest.mark.parametrize("place", [*TEXTS, *LISTS, *INNER])
@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x85", "\ufffe"], ids=ascii)
def test_a_control_character_in_any_field_is_refused_with_its_place_in_chinese(place: str, char: str) -> None:
    made = notice(**INNER.get(place, {place: ["甲乙"] if place in LISTS else "甲乙"}))
    with pytest.raises(UnfitValue) as refused:
        docx(spoilt(made, char), TEMPLATES)
    assert f"U+{ord(char):04X}" in str(refused.value)
    assert re.match(r"[\u4e00-\u9fff0-9]+里有", str(refused.value))
