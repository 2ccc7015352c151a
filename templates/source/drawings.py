"""Shapes at fixed places of the page: red bars and text boxes.

Each is written as Word itself writes it: a DrawingML shape, and the older VML one for programs that know only that.
"""

from dataclasses import dataclass

from source.page import RED, TEXT_WIDTH

THICK, GAP, THIN = 0.8, 0.5, 0.3  # the lines of a red double rule and between them, millimetres (spec L-05)
_RULE_LENGTH = 170  # spec L-04
_MM, _TWIP, _POINT = 36000, 635, 12700
_BOX = ' txBox="1"'
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


@dataclass(frozen=True)
class Place:
    """Where a shape stands, in EMU: `top` from the edge of the sheet, or None at the foot of the text area."""

    width: int
    height: int
    top: int | None

    def as_drawing(self) -> str:
        """The place in DrawingML."""
        base, down = "margin", "<wp:align>bottom</wp:align>"
        if self.top is not None:
            base, down = "page", f"<wp:posOffset>{self.top}</wp:posOffset>"
        return (
            '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
            f'<wp:positionV relativeFrom="{base}">{down}</wp:positionV>'
            f'<wp:extent cx="{self.width}" cy="{self.height}"/>'
        )

    def as_style(self) -> str:
        """The place in VML."""
        base, top = ("margin", 0.0) if self.top is None else ("page", self.top / _POINT)
        foot = "mso-position-vertical:bottom;" if self.top is None else ""
        return (
            f"position:absolute;margin-left:0;margin-top:{top:.2f}pt;width:{self.width / _POINT:.2f}pt;"
            f"height:{self.height / _POINT:.2f}pt;mso-position-horizontal:center;"
            f"mso-position-horizontal-relative:margin;{foot}mso-position-vertical-relative:{base}"
        )


def red_bar(number: int, *, top: float, thickness: float) -> str:
    """A run with one line of a red double rule; `top` is counted from the edge of the sheet. Millimetres."""
    place = Place(round(_RULE_LENGTH * _MM), round(thickness * _MM), round(top * _MM))
    fill = f'<a:solidFill><a:srgbClr val="{RED}"/></a:solidFill>'
    old = f'<v:rect style="{place.as_style()}" fillcolor="#{RED}" stroked="f"/>'
    return _run(f"红色双线{number}", number, place, _shape(place, fill, "<wps:bodyPr/>"), old)


def text_box(name: str, number: int, inner: str, *, height: int, top: int | None = None) -> str:
    """A run with a text box as wide as the text area, at its foot where `top` is not given (spec B-12). Twips."""
    place = Place(TEXT_WIDTH * _TWIP, height * _TWIP, None if top is None else top * _TWIP)
    anchor = "b" if top is None else "t"
    body = (
        f"<wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        f'<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:spAutoFit/></wps:bodyPr>'
    )
    old = (
        f'<v:rect style="{place.as_style()}" filled="f" stroked="f"><v:textbox style="mso-fit-shape-to-text:t" '
        f'inset="0,0,0,0"><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:rect>'
    )
    return _run(name, number, place, _shape(place, "<a:noFill/>", body, is_box=True), old)


def _shape(place: Place, fill: str, body: str, *, is_box: bool = False) -> str:
    return (
        f'<wps:wsp><wps:cNvSpPr{_BOX if is_box else ""}/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{place.width}" cy="{place.height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"{fill}<a:ln><a:noFill/></a:ln></wps:spPr>{body}</wps:wsp>"
    )


def _run(name: str, number: int, place: Place, shape: str, old: str) -> str:
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264" behindDoc="0" '
        f'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{place.as_drawing()}'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="{number}" name="{name}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_SHAPE}">{shape}</a:graphicData></a:graphic>'
        "</wp:anchor>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
