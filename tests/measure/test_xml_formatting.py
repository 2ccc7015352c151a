"""Effective formatting: chains of styles, direct formatting, toggles, theme fonts, page set-up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.measure import formatting
from drafter.measure.formatting import Style, Styles

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

SIZES = st.one_of(st.none(), st.integers(1, 200).map(str))
CHAINS = st.lists(SIZES, min_size=1, max_size=6)


def element(name: str, inner: str) -> etree._Element:
    return etree.fromstring(f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')


def rpr(inner: str) -> etree._Element:
    return element("rPr", inner)


def ppr(inner: str) -> etree._Element:
    return element("pPr", inner)


def chain_of(sizes: list[str | None], kind: str = "paragraph") -> dict[str, Style]:
    """Styles s0, s1, … each based on the one before, each with a size or without."""
    return {
        f"s{number}": Style(kind, f"s{number - 1}" if number else None, {}, {"sz": size} if size else {})
        for number, size in enumerate(sizes)
    }


def last(sizes: list[str | None]) -> str | None:
    return next((size for size in reversed(sizes) if size), None)


@given(CHAINS, SIZES)
def test_the_nearest_style_of_a_chain_wins_over_its_base_and_the_defaults(
    sizes: list[str | None], default: str | None
) -> None:
    styles = Styles(chain_of(sizes), run_defaults={"sz": default} if default else {})
    found = styles.of_run(ppr(f'<w:pStyle w:val="s{len(sizes) - 1}"/>'), None)
    assert found.get("sz") == (last(sizes) or default)


@given(CHAINS, CHAINS, st.integers(1, 200))
def test_direct_formatting_always_wins(above: list[str | None], beside: list[str | None], direct: int) -> None:
    characters = {f"c{name}": style for name, style in chain_of(beside, "character").items()}
    styles = Styles({**chain_of(above), **characters})
    own = rpr(f'<w:rStyle w:val="cs0"/><w:sz w:val="{direct}"/>')
    assert styles.of_run(ppr(f'<w:pStyle w:val="s{len(above) - 1}"/>'), own)["sz"] == str(direct)


@given(CHAINS, SIZES)
def test_a_character_style_wins_over_the_paragraph_style(above: list[str | None], beside: str | None) -> None:
    styles = Styles({**chain_of(above), "c": Style("character", None, {}, {"sz": beside} if beside else {})})
    found = styles.of_run(ppr(f'<w:pStyle w:val="s{len(above) - 1}"/>'), rpr('<w:rStyle w:val="c"/>'))
    assert found.get("sz") == (beside or last(above))


@given(default=st.booleans(), above=st.booleans(), beside=st.booleans())
def test_toggles_cancel_out_between_kinds_of_styles(*, default: bool, above: bool, beside: bool) -> None:
    styles = Styles(
        {
            "p": Style("paragraph", None, {}, {"b": "1" if above else "0"}),
            "c": Style("character", None, {}, {"b": "1" if beside else "0"}),
        },
        run_defaults={"b": "1" if default else "0"},
    )
    found = styles.of_run(ppr('<w:pStyle w:val="p"/>'), rpr('<w:rStyle w:val="c"/>'))
    assert formatting.is_on(found, "b") is (default or above != beside)
    direct = styles.of_run(ppr('<w:pStyle w:val="p"/>'), rpr('<w:rStyle w:val="c"/><w:b w:val="false"/>'))
    assert not formatting.is_on(direct, "b")


def test_a_circle_of_styles_ends() -> None:
    styles = Styles({"a": Style("paragraph", "b", {}, {"sz": "1"}), "b": Style("paragraph", "a", {}, {"sz": "2"})})
    assert styles.of_run(ppr('<w:pStyle w:val="a"/>'), None)["sz"] == "1"


def test_an_unknown_style_is_the_default_one() -> None:
    styles = Styles({"n": Style("paragraph", None, {"jc": "both"}, {})}, default="n")
    assert styles.of_paragraph(ppr('<w:pStyle w:val="缺"/>'))["jc"] == "both"
    assert styles.of_paragraph(None)["jc"] == "both"


def test_a_plain_face_set_nearer_beats_an_inherited_theme_font_but_not_one_beside_it() -> None:
    themed = Styles(run_defaults={"rFonts@eastAsiaTheme": "minorEastAsia"})
    assert formatting.face(themed.of_run(None, None), "eastAsia") == "+minorEastAsia"
    nearer = themed.of_run(None, rpr('<w:rFonts w:eastAsia="仿宋"/>'))
    assert formatting.face(nearer, "eastAsia") == "仿宋"
    beside = themed.of_run(None, rpr('<w:rFonts w:eastAsia="仿宋" w:eastAsiaTheme="majorEastAsia"/>'))
    assert formatting.face(beside, "eastAsia") == "+majorEastAsia"


def test_a_hanging_indent_ends_an_inherited_first_line_indent() -> None:
    styles = Styles({"n": Style("paragraph", None, {"ind@firstLine": "632", "ind@left": "10"}, {})}, default="n")
    assert styles.of_paragraph(ppr('<w:ind w:hanging="300"/>')) == {"ind@left": "10", "ind@hanging": "300"}


def test_a_colour_replaces_an_inherited_one_with_all_it_had() -> None:
    styles = Styles(run_defaults={"color": "0000FF", "color@themeColor": "accent1"})
    assert styles.of_run(None, rpr('<w:color w:val="000000"/>')) == {"color": "000000"}


def test_what_was_before_a_tracked_change_does_not_count() -> None:
    was = "<w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange>"
    assert formatting.flattened(rpr(f'<w:sz w:val="32"/>{was}')) == {"sz": "32"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("567", 567),
        ("-5", -5),
        ("28.35pt", 567),
        ("10mm", 567),
        ("1in", 1440),
        ("240.0", 240),
        ("auto", None),
        ("", None),
    ],
)
def test_lengths_with_and_without_units(text: str, length: int | None) -> None:
    assert formatting.twips(text) == length


def test_sizes_are_half_points_or_have_a_unit() -> None:
    assert (formatting.points("32"), formatting.points("16pt"), formatting.points(None)) == (16, 16, None)


def test_a_section_inherits_headers_and_footers_and_counts_the_gutter_to_the_left_margin() -> None:
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    first = formatting.section(
        etree.fromstring(
            f'<w:sectPr xmlns:w="{W}" {space}><w:footerReference w:type="even" r:id="x"/>'
            '<w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1400" w:gutter="187" w:right="1"/></w:sectPr>'
        ),
        {"x": "word/f.xml"},
    )
    assert (first.landscape, first.left, first.top, first.text_height) == (True, 1587, None, None)
    assert first.text_width == 16838 - 1587 - 1
    assert formatting.section(element("sectPr", ""), {}, first).footers == {"even": "word/f.xml"}
