"""A step that the page sends: which it is, whether it is well formed, which function of drafting takes it.

Items are named by their ids, which stay the same when the list is put in another order meanwhile; clauses by their
position in the item, counted from 1 as #N.C does.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from drafter import check, drafting
from drafter.check import fixing
from drafter.desk.check_steps import Allow, Disallow, FixAll
from drafter.desk.restore_step import Restore
from drafter.drafting import field_names, joining
from drafter.errors import UnfitValue
from drafter.library import Library
from drafter.model.base import Value
from drafter.model.draft import ConfirmedPair, Draft
from drafter.model.finding import Where
from drafter.model.references import Reference

_Position = Annotated[int, Field(ge=1)]
_LISTS = {"opening", "closing"}  # fields of the head that are paragraphs; every other is one text


class EditHead(Value):
    """Fields of the head, by the names that edit_head knows."""

    do: Literal["edit-head"]
    fields: dict[str, str | tuple[str, ...]]

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the fields set."""
        lists = {name for name, value in self.fields.items() if isinstance(value, tuple)}
        if not self.fields.keys() <= drafting.HEAD_FIELDS or lists != _LISTS & self.fields.keys():
            raise UnfitValue("这些栏目不能这样改。请刷新页面后重试。")
        return drafting.edit_head(draft, **self.fields)  # type: ignore[arg-type] # the names were looked at

    @property
    def name(self) -> str:
        """What the history calls it."""
        return f"修改{field_names.told(self.fields)}"


class EditItem(Value):
    """Fields of an item, by the names that edit_item knows; what is not named stays."""

    do: Literal["edit-item"]
    item: str
    heading: str | None = None
    units: str | None = None
    lead: str | None = None
    leader: str | None = None
    deadline: str | None = None
    themes: tuple[str, ...] | None = None
    reason: str | None = None

    def take(self, draft: Draft, library: Library) -> Draft:
        """The draft with the fields set."""
        fields = self.model_dump(exclude={"do", "item"}, exclude_none=True)
        return drafting.edit_item(draft, number_of(draft, self.item), library=library, **fields)

    @property
    def name(self) -> str:
        """What the history calls it."""
        given = self.model_dump(exclude={"do", "item"}, exclude_none=True)
        return f"修改{field_names.told(given)}"


class EditClause(Value):
    """Another text for a clause; an empty one takes it out."""

    do: Literal["edit-clause"]
    item: str
    clause: _Position
    text: str

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the clause changed."""
        number = number_of(draft, self.item)
        if not self.text.strip():
            return drafting.drop(draft, number, self.clause)
        return drafting.edit_clause(draft, number, self.clause, self.text)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "修改措施"


class AddItem(Value):
    """A newly written item."""

    do: Literal["add-item"]
    heading: str
    text: str = ""
    units: str = ""
    at: _Position | None = None
    reason: str | None = None

    def take(self, draft: Draft, library: Library) -> Draft:
        """The draft with the item."""
        given = self.model_dump(exclude={"do", "heading"})
        return drafting.add_item(draft, self.heading, library=library, **given)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return f"新增一项“{self.heading}”"


class AddClause(Value):
    """A newly written clause."""

    do: Literal["add-clause"]
    item: str
    text: str
    at: _Position | None = None

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the clause."""
        return drafting.add_clause(draft, number_of(draft, self.item), self.text, at=self.at)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "增加措施"


class Join(Value):
    """A clause put behind the words of the one before it."""

    do: Literal["join"]
    item: str
    clause: _Position

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with one clause of the two."""
        return joining.join(draft, number_of(draft, self.item), self.clause)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "两条措施连成一条"


class Take(Value):
    """A past item or clause taken over, as an item of its own or into one."""

    do: Literal["take"]
    ref: str
    at: _Position | None = None
    into: str | None = None
    reason: str | None = None

    def take(self, draft: Draft, library: Library) -> Draft:
        """The draft with what was taken."""
        try:
            place = Reference.parse(self.ref)
        except ValueError:
            raise UnfitValue("这不是文库中的一项，没有采用。请重新查找后再采用。") from None
        into = number_of(draft, self.into) if self.into else None
        return drafting.take(draft, place, library=library, at=self.at, into=into, reason=self.reason)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return f"采用 {self.ref}"


class Drop(Value):
    """An item, or one of its clauses, taken out."""

    do: Literal["drop"]
    item: str
    clause: _Position | None = None
    reason: str | None = None

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft without it."""
        return drafting.drop(draft, number_of(draft, self.item), self.clause, reason=self.reason or None)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "删去措施" if self.clause else "删去一项"


class Move(Value):
    """An item or a clause put elsewhere: to a position, or into another item."""

    do: Literal["move"]
    item: str
    clause: _Position | None = None
    at: _Position | None = None
    into: str | None = None
    reason: str | None = None

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft in the new order."""
        into = number_of(draft, self.into) if self.into else None
        number = number_of(draft, self.item)
        return drafting.move(draft, number, self.clause, at=self.at, into=into, reason=self.reason or None)

    @property
    def name(self) -> str:
        """What the history calls it."""
        if self.clause:
            return "移动措施"
        return "合并一项" if self.into else "移动一项"


class Confirm(Value):
    """The figures of an item, or of one of its clauses, confirmed."""

    do: Literal["confirm"]
    item: str
    clause: _Position | None = None

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the figures confirmed."""
        return drafting.confirm(draft, number_of(draft, self.item), self.clause)

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "确认指标"


class Fix(Value):
    """The safe fix of a finding, which is looked for anew: what was found may have been changed since."""

    do: Literal["fix"]
    rule: str
    part: str
    item: str | None = None
    ordinal: int | None = None
    span: tuple[int, int]
    new: str

    def take(self, draft: Draft, library: Library) -> Draft:
        """The draft with the fix made."""
        number = number_of(draft, self.item) if self.item else self.ordinal
        where = Where(part=self.part, ordinal=number, span=self.span)
        found = check.run(draft, library=library, only={self.rule})
        meant = [one for one in found if one.where == where and one.fix and one.fix.new == self.new]
        after, made = fixing.apply(draft, meant)
        if not made:
            raise UnfitValue("这一处已经改过，或者不能自动改，没有执行。请看看现在的内容。")
        return after.replaced(notes=tuple(f"已按“{one.name}”修改" for one in made))

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "采用校核修改"


class Judge(Value):
    """An answer on a weak link of a comparison."""

    do: Literal["judge"]
    old: str
    new: str
    linked: bool

    def take(self, draft: Draft, _library: Library) -> Draft:
        """The draft with the answer kept."""
        return drafting.judge(draft, [ConfirmedPair(old=self.old, new=self.new, linked=self.linked)])

    @property
    def name(self) -> str:
        """What the history calls it."""
        return "核对疑似沿用"


Step = (
    EditHead | EditItem | EditClause | AddItem | AddClause | Join | Take | Drop | Move | Confirm | Fix | Judge
    | FixAll | Allow | Disallow | Restore
)  # fmt: skip
_STEPS: TypeAdapter[Step] = TypeAdapter(Annotated[Step, Field(discriminator="do")])


def read(data: Any) -> Step:
    """The step in what was sent. Raises UnfitValue."""
    try:
        return _STEPS.validate_python(data, strict=False)
    except ValidationError as error:
        raise UnfitValue("这一步不完整，没有执行。请刷新页面后重试。") from error


def number_of(draft: Draft, item_id: str) -> int:
    """The position of an item, counted from 1. Raises UnfitValue where it is gone."""
    for number, item in enumerate(draft.items, start=1):
        if item.id == item_id:
            return number
    raise UnfitValue("这一项已经不在草稿里了。请刷新页面看看现在的内容。")
