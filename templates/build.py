"""Builds the Word templates beside this file: `python templates/build.py`, or with --check only compares.

One for each form of the notice in each official format, and one for each of the sheets beside it. What they are
built from stands in source/.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from source import comparison, foot, letterhead, notice, sheets, styles, wish_table  # noqa: E402 - found only beside this script
from source.package import Margins, package  # noqa: E402 - the same

_NUMBERS: Margins = {("footer", "default"): foot.odd_footer(), ("footer", "even"): foot.even_footer()}
_LETTER: Margins = {
    ("header", "first"): letterhead.letter_header(),
    ("footer", "first"): letterhead.letter_footer(),
    **_NUMBERS,
}


def templates() -> dict[str, bytes]:
    """Every template by file name."""
    built = {}
    for form, body in (("issue", notice.issue_body), ("direct", notice.direct_body)):
        file_text = body(letterhead.file_head(), foot.file_imprint())
        built[f"{form}-file.docx"] = package(file_text, styles.styles(styles.file_styles()), _NUMBERS)
        letter_text = body(letterhead.letter_head(), foot.letter_imprint())
        built[f"{form}-letter.docx"] = package(letter_text, styles.styles(styles.letter_styles()), _LETTER)
    of_sheets = styles.styles(sheets.sheet_styles())
    built["progress.docx"] = package(sheets.progress_body(), of_sheets, _NUMBERS)
    built["consult.docx"] = package(sheets.consult_body(), of_sheets, _NUMBERS)
    of_comparisons = styles.styles(sheets.sheet_styles() + comparison.comparison_styles())
    built["compare.docx"] = package(comparison.table_body(), of_comparisons, _NUMBERS, landscape=True)
    built["explain.docx"] = package(comparison.explanation_body(), of_comparisons, _NUMBERS)
    of_wishes = styles.styles(sheets.sheet_styles() + wish_table.wish_styles())
    built["wishes.docx"] = package(wish_table.wish_table_body(), of_wishes, _NUMBERS, landscape=True)
    built["cover.docx"] = package(sheets.cover_body(), of_sheets, {})
    return built


def main() -> int:
    """Write the templates, or with --check say which of those on disk are stale (exit 1)."""
    stale = [
        name for name, data in templates().items() if not (HERE / name).exists() or (HERE / name).read_bytes() != data
    ]
    if "--check" in sys.argv[1:]:
        print("\n".join(f"stale: templates/{name}" for name in stale) or "templates are fresh")
        return 1 if stale else 0
    for name, data in templates().items():
        (HERE / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
