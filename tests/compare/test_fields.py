"""Head, tail and attachments side by side."""

import datetime
from typing import Any

from drafter import compare
from drafter.compare.summary import is_different
from drafter.model.comparison import ClauseKind, PieceKind
from drafter.model.notice import Attachment, DocNumber, Form, Item, Notice

TABLE = Attachment(
    title="进展情况表",
    columns=("序号", "实事项目", "责任单位"),
    rows=(("1", "甲事", "区妇联"), ("2", "乙事", "区科协")),
)


def _notice(year: int, **fields: Any) -> Notice:
    given = {
        "doc_number": DocNumber(agency_code="甲政办字", year=year, serial=9),
        "date": datetime.date(year, 6, 1),
        "title": f"甲区人民政府办公室关于印发{year}年实事清单的通知",
        "items": (Item(heading="甲事"), Item(heading="乙事")),
    }
    return Notice(issuer="甲区人民政府办公室", year=year, form=Form.ISSUE, **{**given, **fields})


def test_what_differs_every_year_makes_no_difference_but_is_told() -> None:
    found = compare.notices(_notice(2026), _notice(2027))
    assert found.head == ()
    assert not is_different(found)
    assert [(one.key, one.old, one.new) for one in found.yearly] == [
        ("title", "甲区人民政府办公室关于印发2026年实事清单的通知", "甲区人民政府办公室关于印发2027年实事清单的通知"),
        ("doc_number", "甲政办字〔2026〕9号", "甲政办字〔2027〕9号"),
        ("date", "2026年6月1日", "2027年6月1日"),
    ]
    changed = [piece.text for piece in found.yearly[0].pieces if piece.kind is not PieceKind.KEPT]
    assert changed == ["2026年", "2027年"]


def test_a_changed_field_is_told_with_the_words_that_differ() -> None:
    old = _notice(2026, opening=("现将清单印发给你们。", "请认真组织实施。"), recipients="各镇人民政府：")
    new = _notice(2026, opening=("现将清单印发给你们。", "请结合实际认真组织实施。"), recipients="各镇人民政府：")
    found = compare.notices(old, new)
    assert [one.key for one in found.head] == ["opening"]
    assert [(piece.kind.value, piece.text) for piece in found.head[0].pieces] == [
        ("kept", "现将清单印发给你们。"),
        ("kept", "\n"),
        ("kept", "请"),
        ("inserted", "结合实际"),
        ("kept", "认真组织实施。"),
    ]
    assert is_different(found)


def test_rows_of_a_progress_table_follow_their_items() -> None:
    turned = TABLE.replaced(rows=(("1", "乙事", "区科协"), ("2", "甲事", "区妇联、区残联")))
    old = _notice(2026, attachments=(TABLE,))
    new = _notice(2026, attachments=(turned,), items=(Item(heading="乙事"), Item(heading="甲事")))
    found = compare.notices(old, new).attachments
    assert [one.progress for one in found] == [True]
    assert [(row.kind, row.old_position, row.new_position) for row in found[0].rows] == [
        (ClauseKind.CHANGED, 2, 1),
        (ClauseKind.CHANGED, 1, 2),
    ]
    assert [piece.text for piece in found[0].rows[1].cells[2] if piece.kind is PieceKind.INSERTED] == ["、区残联"]


def test_another_attachment_counts_as_a_difference_an_equal_one_does_not() -> None:
    plan = Attachment(title="实施方案", paragraphs=("一、总体要求。", "二、工作安排。"))
    old = _notice(2026, attachments=(plan,))
    assert not is_different(compare.notices(old, old))
    assert compare.notices(old, old).attachments == ()
    new = _notice(2026, attachments=(plan.replaced(paragraphs=("一、总体要求。", "二、工作步骤。")),))
    found = compare.notices(old, new)
    assert is_different(found)
    assert [one.new_position for one in found.attachments] == [1]


def test_tables_with_other_columns_are_replaced_row_by_row() -> None:
    wider = TABLE.replaced(columns=(*TABLE.columns, "完成时限"), rows=(("1", "甲事", "区妇联", "12月"),))
    found = compare.notices(_notice(2026, attachments=(TABLE,)), _notice(2026, attachments=(wider,))).attachments[0]
    assert [row.kind for row in found.rows] == [ClauseKind.ADDED, ClauseKind.REMOVED, ClauseKind.REMOVED]
    assert (found.old_columns, found.new_columns) == (TABLE.columns, wider.columns)
