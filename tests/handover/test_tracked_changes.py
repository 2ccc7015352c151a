"""Tracked changes: accepted they are the new notice, rejected the old one, by three independent readers."""

import datetime
import io
import itertools
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx_revisions  # type: ignore[import-untyped] # ships no types
import ooxml_integrity
import pytest
import rdocx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped] # ships no types

from drafter import compare, drafting, office
from drafter.handover import tracked_changes
from drafter.handover.tracked_changes import Pages
from drafter.library import Library
from drafter.model.draft import Draft
from drafter.model.notice import Format, Notice
from drafter.render import Rendered, Templates
from tests.conftest import REFERENCES
from tests.handover.leader import Leader
from tests.handover.settling import W, accepted, body_of, canonical, lines, rejected
from tests.handover.steps import SEEN, STEPS, Step, changed
from tests.render.conftest import item, notice

OFFICE = shutil.which("soffice")
NO_HEIGHT = b'w:line="20"'


@dataclass(frozen=True)
class Case:
    """A tracked document with the two it was made from."""

    old: bytes
    new: bytes
    tracked: bytes


def made(
    old: Notice | Draft, new: Notice | Draft, templates: Templates, *, strict: bool, in_format: Format | None = None
) -> Case:
    pages = tracked_changes.printed(old, new, templates, in_format=in_format)
    document = tracked_changes.document(pages, compare.notices(old, new), strict_order=strict)
    return Case(pages.old.document.data, pages.new.document.data, document.data)


@pytest.fixture(scope="module")
def cases(library: Library, templates: Templates) -> dict[tuple[str, str, bool], Case]:
    """Every ordered pair of the five notices, in the new order and strictly in the old one."""
    pages = {
        one: tracked_changes.printed(library.notice(one), library.notice(one), templates).new for one in REFERENCES
    }
    found = {}
    for old, new in itertools.permutations(REFERENCES, 2):
        both, comparison = Pages(pages[old], pages[new]), compare.notices(library.notice(old), library.notice(new))
        for strict in (False, True):
            document = tracked_changes.document(both, comparison, strict_order=strict)
            found[old, new, strict] = Case(pages[old].document.data, pages[new].document.data, document.data)
    return found


def assert_accepts_to_new(case: Case) -> None:
    """Accepted, the document is the new one, run by run; but for a line without height where a table ended it."""
    found = [block for block in canonical(accepted(case.tracked)) if NO_HEIGHT not in block or b"<w:t>" in block]
    wanted = [block for block in canonical(body_of(case.new)) if NO_HEIGHT not in block or b"<w:t>" in block]
    assert found == wanted


def clauses(value: Notice) -> list[str]:
    return [clause.text for one in value.items for clause in one.all_clauses]


def test_accepting_all_gives_the_new_document(cases: dict[tuple[str, str, bool], Case]) -> None:
    for case in cases.values():
        assert_accepts_to_new(case)


def test_rejecting_all_gives_every_word_of_the_old_document(
    cases: dict[tuple[str, str, bool], Case], library: Library
) -> None:
    for (old, new, _), case in cases.items():
        text = "".join(lines(rejected(case.tracked)))
        assert Counter(text) == Counter("".join(lines(body_of(case.old)))), (old, new)
        assert [one for one in clauses(library.notice(old)) if one not in text] == [], (old, new)


def test_in_strict_order_rejecting_all_gives_the_old_document_in_its_order(
    cases: dict[tuple[str, str, bool], Case],
) -> None:
    for (old, new, strict), case in cases.items():
        if strict:
            assert lines(rejected(case.tracked)) == lines(body_of(case.old)), (old, new)


def one_of_each_pair(cases: dict[tuple[str, str, bool], Case]) -> list[tuple[tuple[str, str, bool], Case]]:
    """Every pair once, every other one strictly in the old order."""
    found = list(cases.items())
    return [found[at + (at // 2) % 2] for at in range(0, len(found), 2)]


def by_rdocx(data: bytes, how: str) -> bytes:
    document = rdocx.Document.from_bytes(data)
    getattr(document, how)()
    return bytes(document.to_bytes())


def by_docx_revisions(data: bytes, how: str) -> bytes:
    document = docx_revisions.RevisionDocument(io.BytesIO(data))
    getattr(document, how)()
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def outside_boxes(body: Any) -> list[str]:
    """The lines without those of text boxes, into which not every reader looks."""
    for box in list(body.iter(W + "txbxContent")):
        box.getparent().remove(box)
    return lines(body)


@pytest.mark.long
@pytest.mark.parametrize("reader", [by_rdocx, by_docx_revisions])
def test_other_programs_accept_and_reject_alike(
    reader: Callable[[bytes, str], bytes], cases: dict[tuple[str, str, bool], Case]
) -> None:
    seen = lines if reader is by_rdocx else outside_boxes
    for (old, new, _), case in one_of_each_pair(cases):
        assert seen(body_of(reader(case.tracked, "accept_all"))) == seen(body_of(case.new)), (old, new)
        assert seen(body_of(reader(case.tracked, "reject_all"))) == seen(rejected(case.tracked)), (old, new)


@pytest.mark.long
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_mark(cases: dict[tuple[str, str, bool], Case], tmp_path: Path) -> None:
    chosen = {name: case for name, case in cases.items() if name[2] and name[0].startswith("博山")}
    paths = [tmp_path / f"{at}.docx" for at in range(len(chosen))]
    for path, case in zip(paths, chosen.values(), strict=True):
        path.write_bytes(case.tracked)
    for case, data in zip(chosen.values(), office.convert(paths, "docx"), strict=True):
        assert sum(1 for _ in body_of(data).iter(W + "del")) > 10
        assert outside_boxes(accepted(data)) == outside_boxes(body_of(case.new))
        assert outside_boxes(rejected(data)) == outside_boxes(body_of(case.old))


@pytest.mark.long
def test_two_checkers_of_office_files_find_nothing(cases: dict[tuple[str, str, bool], Case], tmp_path: Path) -> None:
    for at, (name, case) in enumerate(one_of_each_pair(cases)):
        path = tmp_path / f"修订稿{at}.docx"
        path.write_bytes(case.tracked)
        assert [str(error) for error in OpenXmlValidator().validate(path).errors] == [], name
        assert [str(finding) for finding in ooxml_integrity.check(path)] == [], name


def test_every_mark_is_one_that_word_keeps(cases: dict[tuple[str, str, bool], Case]) -> None:
    for case in cases.values():
        body = body_of(case.tracked)
        marks = list(body.iter(W + "ins", W + "del"))
        assert len({mark.get(W + "id") for mark in marks}) == len(marks)
        assert not list(body.iter(W + "moveFrom", W + "moveTo"))
        assert all(text.getparent().getparent().tag == W + "del" for text in body.iter(W + "delText"))
        assert not [mark for mark in body.iter(W + "del") if list(mark.iter(W + "t"))]
        for container in (body, *body.iter(W + "tc", W + "txbxContent")):
            last = [one for one in container if one.tag in (W + "p", W + "tbl")][-1]
            assert last.find(f"{W}pPr/{W}rPr/{W}ins") is None
            assert last.find(f"{W}pPr/{W}rPr/{W}del") is None
        for row in body.iter(W + "tr"):
            kinds = {str(mark.tag) for mark in row.iterfind(f"{W}trPr/*") if mark.tag in (W + "ins", W + "del")}
            inside = {str(mark.tag) for mark in row.iter(W + "ins", W + "del")}
            assert not kinds or inside == kinds


def test_a_changed_stretch_keeps_the_face_it_had(library: Library, templates: Templates) -> None:
    case = made(library.notice("博山区-2023"), library.notice("博山区-2025"), templates, strict=False)
    body = body_of(case.tracked)
    faces = {text.text: text.getparent().find(f"{W}rPr/{W}rStyle") is not None for text in body.iter(W + "delText")}
    assert faces["创业创新"]  # in a heading
    assert not faces["3.8个"]  # in a body


def test_author_and_date_are_those_given_and_the_bytes_are_the_same_each_time(
    library: Library, templates: Templates
) -> None:
    old, new = library.notice("博山区-2023"), library.notice("博山区-2025")
    pages, found = tracked_changes.printed(old, new, templates), compare.notices(old, new)
    when = datetime.datetime(2027, 3, 1, 9, 30, tzinfo=datetime.UTC)
    document = tracked_changes.document(pages, found, author="区政府办", date=when)
    marks = list(body_of(document.data).iter(W + "ins", W + "del"))
    assert {mark.get(W + "author") for mark in marks} == {"区政府办"}
    assert {mark.get(W + "date") for mark in marks} == {"2027-03-01T09:30:00Z"}
    assert tracked_changes.document(pages, found).data == tracked_changes.document(pages, found).data


def test_equal_notices_have_no_mark(library: Library, templates: Templates) -> None:
    for reference in REFERENCES:
        case = made(library.notice(reference), library.notice(reference), templates, strict=False)
        assert not list(body_of(case.tracked).iter(W + "ins", W + "del"))


def stretches(body: Any) -> dict[str, list[str]]:
    """The text of the document as stretches that are kept, deleted or inserted."""
    found: dict[str, list[str]] = {"kept": [], "deleted": [], "inserted": []}
    names = {W + "del": "deleted", W + "ins": "inserted"}
    for paragraph in body.iter(W + "p"):
        runs = [run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph]
        for name, same in itertools.groupby(runs, lambda run: names.get(str(run.getparent().tag), "kept")):
            texts = (text.text or "" for run in same for text in run.iter(W + "t", W + "delText"))
            found[name].append("".join(texts))
    return found


def test_it_marks_the_words_that_every_view_tells(library: Library, templates: Templates) -> None:
    for old, new in itertools.permutations(REFERENCES, 2):
        before, after = library.notice(old), library.notice(new)
        comparison = compare.notices(before, after)
        pages = tracked_changes.printed(before, after, templates)
        found = stretches(body_of(tracked_changes.document(pages, comparison).data))
        told = [piece for one in comparison.items for row in one.clauses for piece in row.pieces]
        told += [piece for one in comparison.items if len(one.old) == len(one.new) == 1 for piece in one.heading]
        told += [
            piece for field in comparison.head if field.key in ("recipients", "signature") for piece in field.pieces
        ]
        assert told
        for piece in told:
            assert any(piece.text in text for text in found[piece.kind.value]), (old, new, piece)


def remarks(document: bytes) -> list[str]:
    found = docx_revisions.RevisionDocument(io.BytesIO(document)).document
    return [comment.text for comment in found.comments]


def test_a_moved_item_is_compared_in_place_with_a_remark(templates: Templates) -> None:
    names = ["促进就业", "关爱健康", "扶助儿童"]
    items = [
        item(ordinal=one, heading=name, clauses=[f"为{name}办好{name}实事2件。"])
        for one, name in zip("一二三", names, strict=True)
    ]
    moved = [dict(one, ordinal=number) for one, number in zip([items[2], *items[:2]], "一二三", strict=True)]
    case = made(notice(items=items), notice(items=moved), templates, strict=False)
    assert any("第三项移来" in text for text in remarks(case.tracked))
    deleted = [text.text for text in body_of(case.tracked).iter(W + "delText")]
    assert set(deleted) == {"一、", "二、", "三、"}
    strict = made(notice(items=items), notice(items=moved), templates, strict=True)
    assert "三、扶助儿童。" in [text.text for text in body_of(strict.tracked).iter(W + "delText")]
    assert lines(rejected(strict.tracked)) == lines(body_of(strict.old))


def test_units_are_marked_as_whole_names(templates: Templates) -> None:
    old, new = (
        notice(items=[item(units=units)]) for units in (["县住房城乡建设局", "县妇联"], ["县教育体育局", "县妇联"])
    )
    body = body_of(made(old, new, templates, strict=False).tracked)
    assert [text.text for text in body.iter(W + "delText")] == ["县住房城乡建设局"]


def test_text_boxes_and_tables_are_compared_too(library: Library, templates: Templates) -> None:
    old = library.notice("临淄区-2026")
    new = drafting.new(2027, "临淄区", library, old)
    new = drafting.edit_head(
        drafting.move(drafting.drop(new, 3), 7, at=1), copies_to="区委各部门", imprint_date="2027-03-01"
    )
    for strict in (False, True):
        case = made(old, new, templates, strict=strict, in_format=Format.FILE)
        assert_accepts_to_new(case)
        body = body_of(case.tracked)
        assert [row for row in body.iter(W + "tr") if row.find(f"{W}trPr/{W}del") is not None]
        boxed = [mark for mark in body.iter(W + "ins") if next(mark.iterancestors(W + "txbxContent"), None) is not None]
        assert boxed
        gone = [text.text for box in body.iter(W + "txbxContent") for text in box.iter(W + "delText")]
        assert {text for text in gone if "印发" not in text} == set()  # the organ of the imprint stays
        if strict:
            assert lines(rejected(case.tracked)) == lines(body_of(case.old))


def test_a_template_that_prints_items_in_its_own_way_is_compared_by_paragraphs(
    library: Library, templates: Templates
) -> None:
    old, new = library.notice("博山区-2023"), library.notice("博山区-2025")
    pages = tracked_changes.printed(old, new, templates)
    leader = Leader(pages.new.document.data)
    for ordinal in "一二三四五六七八九十":
        leader.replace(f"{ordinal}、实施", f"★{ordinal}、实施")
    own = replace(pages, new=replace(pages.new, document=Rendered(leader.saved())))
    for strict in (False, True):
        document = tracked_changes.document(own, compare.notices(old, new), strict_order=strict)
        assert lines(accepted(document.data)) == lines(body_of(leader.saved()))
        assert Counter("".join(lines(rejected(document.data)))) == Counter(
            "".join(lines(body_of(pages.old.document.data)))
        )


@pytest.mark.long
@given(steps=STEPS, reference=st.sampled_from(["临淄区-2026", "淄川区-2023", "淄博市-2024"]), strict=st.booleans())
@settings(max_examples=20, deadline=None, phases=SEEN, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_drafter_changed_can_be_accepted_and_rejected(
    steps: list[Step], reference: str, library: Library, templates: Templates, *, strict: bool
) -> None:
    old = library.notice(reference)
    new = changed(drafting.new(2027, reference.split("-", maxsplit=1)[0], library, old), steps, library)
    case = made(old, new, templates, strict=strict)
    assert_accepts_to_new(case)
    back = lines(rejected(case.tracked))
    assert Counter("".join(back)) == Counter("".join(lines(body_of(case.old))))
    if strict:
        assert back == lines(body_of(case.old))


SIGNS = st.text(st.sampled_from("甲乙丙丁，、。；“”（）0123456789%<>&\"'{}🙂\u3000 年月日"), min_size=1, max_size=12)


@st.composite
def invented(draw: st.DrawFn) -> Notice:
    """A notice of an invented county with sub-entries, an attachment and signs of all kinds."""
    entry = st.builds(
        lambda text, name: {"ordinal": "（一）", "heading": name, "clauses": [f"{text}。"], "units": ["县妇联"]},
        SIGNS,
        SIGNS,
    )
    made_items = draw(
        st.lists(
            st.builds(
                lambda name, texts, entries: item(heading=name, clauses=texts, entries=entries),
                SIGNS, st.lists(SIGNS.map("{}。".format), max_size=3), st.lists(entry, max_size=2),
            ),
            min_size=1, max_size=4,
        )
    )  # fmt: skip
    rows = draw(st.lists(st.tuples(SIGNS, SIGNS), max_size=3))
    tables = [{"title": "名单", "columns": ["单位", "姓名"], "rows": [list(row) for row in rows]}]
    return notice(
        items=[dict(one, ordinal="一二三四"[at]) for at, one in enumerate(made_items)],
        closing=draw(st.lists(SIGNS, max_size=3)),
        attachments=tables if rows else [],
    )


@pytest.mark.long
@given(old=invented(), new=invented(), strict=st.booleans())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_two_notices_can_be_accepted_and_rejected(
    old: Notice, new: Notice, templates: Templates, *, strict: bool
) -> None:
    case = made(old, new, templates, strict=strict)
    assert lines(accepted(case.tracked)) == lines(body_of(case.new))
    back = lines(rejected(case.tracked))
    assert Counter(re.sub(r"\s", "", "".join(back))) == Counter(re.sub(r"\s", "", "".join(lines(body_of(case.old)))))
    if strict:
        assert back == lines(body_of(case.old))
