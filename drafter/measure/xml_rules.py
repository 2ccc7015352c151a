"""The rows of the ruler for what ink cannot show: read from the XML of a Word package (spec V-1).

Fonts by name, fields, styles, tracked changes and the like; positions on the page are measured elsewhere.
"""

from pathlib import Path

from drafter.measure import (
    xml_rules_faces,
    xml_rules_marks,
    xml_rules_package,
    xml_rules_page,
    xml_rules_paragraphs,
    xml_rules_pitch,
    xml_rules_roles,
    xml_rules_tables,
    xml_rules_text,
)
from drafter.model.notice import Format
from drafter.model.results import Element


def judge(path: Path, format: Format) -> list[Element]:  # noqa: A002 - the name every command uses
    """All rows for a document as one of the two formats.

    A rule that does not concern the document has no row. Raises BrokenFile for a damaged package.
    """
    document = xml_rules_text.document(xml_rules_package.opened(path))
    roles = xml_rules_roles.roles(document)
    return [
        *xml_rules_page.rows(document, roles, format),
        *xml_rules_pitch.rows(roles),
        *xml_rules_paragraphs.rows(document, roles),
        *xml_rules_faces.rows(document, roles),
        *xml_rules_marks.rows(document, roles, format),
        *xml_rules_tables.rows(document, roles),
    ]
