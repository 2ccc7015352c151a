"""修订稿: the new notice as it is printed, with what became of the old one as real tracked changes of Word.

    pages = tracked_changes.printed(old, new, templates, in_format=None)   # both notices printed once
    made = tracked_changes.document(pages, comparison, author="…", date=None, strict_order=False)   # -> Rendered
    made = marked_copy.document(pages, comparison)   # 花脸稿 of the same pages, -> Rendered

Accepting all changes gives the new notice; rejecting all gives the old one's clauses, in the new order unless
`strict_order` is asked for. Moved text is compared where it stands now, with a comment that says whence it came.
Empty lines and where lines break are layout and never marked.
"""

import datetime
import io

from drafter.compare import wording
from drafter.handover.tracked_changes import comments, remarks
from drafter.handover.tracked_changes.marking import marked
from drafter.handover.tracked_changes.pages import Pages, printed
from drafter.handover.tracked_changes.revisions import record_changes
from drafter.model.comparison import Comparison
from drafter.render import Rendered
from drafter.render.repacking import repacked

__all__ = ["AUTHOR", "Pages", "document", "printed"]

AUTHOR = "实事拟稿"


def document(
    pages: Pages,
    comparison: Comparison,
    *,
    author: str = AUTHOR,
    date: datetime.datetime | None = None,
    strict_order: bool = False,
) -> Rendered:
    """The tracked document; without `date` the changes bear none, so that the same notices give the same bytes.

    `strict_order` takes what moved out at its old place and puts it in at its new one, so that rejecting all
    changes gives the old notice in its own order.
    """
    made = marked(pages, comparison, author=author, date=date, strict_order=strict_order)
    words = wording.of(pages.old.notice, pages.new.notice)
    if made.title is not None:
        comments.attach(made.document, made.title, remarks.on_whole(words, strict_order=strict_order), author, date)
    for paragraph, text in made.remarks:
        comments.attach(made.document, paragraph, f"{text}。", author, date)
    record_changes(made.document.settings.element)
    out = io.BytesIO()
    made.document.save(out)
    return Rendered(repacked(out.getvalue()), pages.new.document.notes)
