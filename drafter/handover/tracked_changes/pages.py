"""Both notices of a comparison as they are printed, in the official format of the new one."""

from dataclasses import dataclass

from drafter.model.draft import Draft
from drafter.model.notice import Format, Notice
from drafter.render import Rendered, Templates
from drafter.render import docx as print_docx
from drafter.text.finished import notice_of


@dataclass(frozen=True)
class Printed:
    """A notice with its Word document and the names by which the document marks its items."""

    notice: Notice
    ids: tuple[str, ...]
    document: Rendered


@dataclass(frozen=True)
class Pages:
    """The old and the new notice, printed alike, so that what differs is what they say."""

    old: Printed
    new: Printed


def printed(
    old: Notice | Draft, new: Notice | Draft, templates: Templates, *, in_format: Format | None = None
) -> Pages:
    """Print both notices, `in_format` or in the format of the new one. Raises UnfitValue, TemplateTrouble."""
    one = in_format or new.format or Format.LETTER
    return Pages(old=_printed(old, templates, one), new=_printed(new, templates, one))


def _printed(value: Notice | Draft, templates: Templates, in_format: Format) -> Printed:
    ids = tuple(getattr(item, "id", str(number)) for number, item in enumerate(value.items, start=1))
    return Printed(notice_of(value), ids, print_docx(value, templates, in_format=in_format))
