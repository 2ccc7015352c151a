"""The package around a document: content types, relations, settings, faces, a plain theme."""

import io
import zipfile

from source.page import FANGSONG, HEAD, HEITI, KAITI, SONGTI, SPACES, XIAOBIAOSONG, section

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_KINDS = {
    "document": _WORD + "document.main+xml",
    "styles": _WORD + "styles+xml",
    "settings": _WORD + "settings+xml",
    "fontTable": _WORD + "fontTable+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "header": _WORD + "header+xml",
    "footer": _WORD + "footer+xml",
}
_SETTINGS = (
    f'{HEAD}<w:settings {SPACES}><w:zoom w:percent="100"/><w:evenAndOddHeaders/>'
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat></w:settings>'
)
_CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title/></cp:coreProperties>'
)

Margins = dict[tuple[str, str], str]


def package(body: str, styles: str, margins: Margins, *, landscape: bool = False) -> bytes:
    """The bytes of a document, the same every time.

    `margins` holds headers and footers by kind and page, e.g. ("footer", "default"); one for the page "first"
    makes the first page differ.
    """
    others = [("styles", "styles.xml", styles), ("settings", "settings.xml", _SETTINGS)]
    others += [("fontTable", "fontTable.xml", _font_table()), ("theme", "theme/theme1.xml", _theme())]
    references = ""
    for number, ((kind, page), text) in enumerate(margins.items(), start=1):
        others.append((kind, f"{kind}{number}.xml", text))
        references += f'<w:{kind}Reference w:type="{page}" r:id="rId{len(others)}"/>'
    first = any(page == "first" for _, page in margins)
    end = section(references, first_page_differs=first, landscape=landscape)
    document = f"{HEAD}<w:document {SPACES}><w:body>{body}{end}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types([("document", "document.xml"), *(one[:2] for one in others)]),
        "_rels/.rels": _relations(
            (_RELATION + "officeDocument", "word/document.xml"), (_CORE_RELATION, "docProps/core.xml")
        ),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations(*((_RELATION + kind, target) for kind, target, _ in others)),
        **{f"word/{target}": text for _, target, text in others},
        "docProps/core.xml": _CORE,
    }
    return _zipped(parts)


def _zipped(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return out.getvalue()


def _content_types(parts: list[tuple[str, str]]) -> str:
    overrides = "".join(f'<Override PartName="/word/{target}" ContentType="{_KINDS[kind]}"/>' for kind, target in parts)
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def _theme() -> str:
    """A plain theme: Word expects one, though no style here takes a face or colour from it."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in (
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"),
            *((f"accent{number}", "000000") for number in range(1, 7)),
            ("hlink", "000000"), ("folHlink", "000000"),
        )
    )  # fmt: skip
    face = f'<a:latin typeface="{FANGSONG}"/><a:ea typeface="{FANGSONG}"/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文">'
        f'<a:themeElements><a:clrScheme name="公文">{colours}</a:clrScheme>'
        f'<a:fontScheme name="公文"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _font_table() -> str:
    """The faces used, told as Chinese ones, so that a machine without them picks a Chinese stand-in."""
    fonts_used = "".join(
        f'<w:font w:name="{face}"><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for face in (FANGSONG, HEITI, KAITI, SONGTI, XIAOBIAOSONG)
    )
    return f"{HEAD}<w:fonts {SPACES}>{fonts_used}</w:fonts>"
