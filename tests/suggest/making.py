"""What the tests of suggestions share: small notices stored beside the shipped ones."""

from typing import Any

from drafter.library import Library
from drafter.model.notice import Notice


def store(library: Library, place: str, year: int, *clauses: str, **item: Any) -> str:
    """A notice of one item with these clauses, put into the library; returns its reference."""
    issuer = f"{place}人民政府办公室"
    plain = {"heading": "办一件实事", "units": ["区妇联"], "themes": ["儿童友好"], **item}
    notice = Notice.model_validate(
        {
            "issuer": issuer,
            "year": year,
            "form": "issue",
            "title": f"{issuer}关于印发{year}年为全区妇女儿童办实事项目清单的通知",
            "doc_number": f"试政办字〔{year}〕1号",
            "items": [{**plain, "clauses": [{"text": text} for text in clauses]}],
        }
    )
    library.store(notice)
    return f"{place}-{year}"
