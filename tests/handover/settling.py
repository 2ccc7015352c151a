"""Accepting and rejecting the tracked changes of a document, as Word's rules have it, and what then stands in it."""

import io
import zipfile
from copy import deepcopy
from itertools import groupby
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INS, _DEL, _P, _R, _RPR, _PPR, _T = (W + name for name in ("ins", "del", "p", "r", "rPr", "pPr", "t"))
_COMMENTS = tuple(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))


def body_of(data: bytes) -> Any:
    """The body of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))[0]


def accepted(data: bytes) -> Any:
    """The body with all changes accepted."""
    return _settled(body_of(data), kept=_INS, gone=_DEL)


def rejected(data: bytes) -> Any:
    """The body with all changes rejected."""
    return _settled(body_of(data), kept=_DEL, gone=_INS)


def _settled(body: Any, *, kept: str, gone: str) -> Any:
    for row in [one for one in body.iter(W + "tr") if one.find(f"{W}trPr/{gone}") is not None]:
        row.getparent().remove(row)
    for table in [one for one in body.iter(W + "tbl") if one.find(W + "tr") is None]:
        table.getparent().remove(table)
    for mark in [one for one in body.iter(gone) if one.getparent().tag not in (_RPR, W + "trPr")]:
        mark.getparent().remove(mark)
    for paragraph in [one for one in body.iter(_P) if one.find(f"{_PPR}/{_RPR}/{gone}") is not None]:
        _join_with_next(paragraph)
    for mark in list(body.iter(kept)):
        parent = mark.getparent()
        if parent.tag not in (_RPR, W + "trPr"):
            for child in list(mark):
                mark.addprevious(child)
        parent.remove(mark)
    for text in body.iter(W + "delText"):
        text.tag = _T
    return body


def _join_with_next(paragraph: Any) -> None:
    """A paragraph whose end is gone runs on into the next one, which keeps its own properties."""
    content = [child for child in paragraph if child.tag != _PPR]
    following = paragraph.getnext()
    if content:
        assert following is not None
        assert following.tag == _P, "text runs into a table"
        at = 1 if following.find(_PPR) is not None else 0
        for child in reversed(content):
            following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def lines(body: Any) -> list[str]:
    """The text of each paragraph that has any, those of boxes and cells too; boxes for older programs left out."""
    found = []
    for paragraph in body.iter(_P):
        if any(above.tag.endswith("}Fallback") for above in paragraph.iterancestors()):
            continue
        text = _text(paragraph)
        if text:
            found.append(text)
    return found


def _text(paragraph: Any) -> str:
    parts = []
    for run in paragraph.iter(_R):
        if next(run.iterancestors(_P)) is paragraph:
            parts += [one.text or "" if one.tag == _T else "" for one in run]
    return "".join(parts)


def canonical(body: Any) -> list[bytes]:
    """Each block as text, runs of one kind joined, comments and empty runs left out: what Word would call the same."""
    body = deepcopy(body)
    for mark in list(body.iter(*_COMMENTS)):
        mark.getparent().remove(mark)
    for paragraph in body.iter(_P):
        _join_runs(paragraph)
    for properties in list(body.iter(_RPR)):
        if properties.getparent().tag == _PPR and len(properties) == 0:
            properties.getparent().remove(properties)
    for properties in list(body.iter(W + "trPr")):
        if len(properties) == 0:
            properties.getparent().remove(properties)
    return [etree.tostring(block, method="c14n") for block in body]


def _join_runs(paragraph: Any) -> None:
    def face(child: Any) -> tuple[str, bytes]:
        found = child.find(_RPR)
        return str(child.tag), b"" if found is None else etree.tostring(found, method="c14n")

    for run in list(paragraph.iterchildren(_R)):
        if all(one.tag == _RPR or (one.tag == _T and not one.text) for one in run):
            paragraph.remove(run)
    for (tag, _), same in groupby(list(paragraph), face):
        runs = list(same)
        if tag == _R:
            for run in runs[1:]:
                runs[0].extend([one for one in run if one.tag != _RPR])
                paragraph.remove(run)
            _join_texts(runs[0])


def _join_texts(run: Any) -> None:
    for tag, same in groupby(list(run), lambda one: one.tag):
        texts = list(same)
        if tag == _T:
            texts[0].text = "".join(one.text or "" for one in texts)
            texts[0].attrib.clear()
            for one in texts[1:]:
                run.remove(one)
