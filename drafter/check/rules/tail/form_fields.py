"""The fields by which a progress table that comes back says whose it is."""

from collections.abc import Iterator

from drafter.check.context import Context
from drafter.check.fault import Fault
from drafter.check.form_lines import FIELD
from drafter.check.parts import ATTACHMENT
from drafter.check.rule import CUSTOM, INFO, rule


@rule(
    "table-form-fields",
    name="表格没有填报单位等栏目",
    severity=INFO,
    flags="进展情况表上没有填报单位（盖章）、填报人、填报日期等栏目",
    why="各单位报回来的表上要看得出是谁报的、哪天报的；不少地方的表不印这些栏目，可加可不加",
    bad="附件的表格上方没有填报单位一行",
    good="填报单位（盖章）：　　填报人：　　联系电话：　　填报日期：",
    source="各级政府报表的通常式样",
    strength=CUSTOM,
)
def form_fields(notice: Context) -> Iterator[Fault]:
    """The first progress table, where no table of the notice has any such field, told behind its name."""
    pairs = zip(notice.notice.attachments, notice.named(ATTACHMENT), strict=True)
    tables = [part for attachment, part in pairs if attachment.is_progress_table]
    if tables and not any(FIELD.search(part.text) for part in tables):
        name = tables[0].first("name")
        at = name.end if name else 0
        message = "表上没有填报单位（盖章）、填报人、填报日期等栏目，要各单位盖章报送的，可以在表格上方加一行"
        yield tables[0].fault(at, at, message)
