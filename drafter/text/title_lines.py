"""What is wrong with the lines in which a title is printed (spec M-03, M-04, M-07)."""

from collections.abc import Sequence

from drafter.text.title import torn

_SHORTEST = 4  # characters of a last line: 的通知 or less is left alone there


def fault(lines: Sequence[str]) -> str:
    """Why the lines of a title are broken badly, "" where they are right: the worst thing alone."""
    if len(lines) > 1 and len(lines[-1]) < _SHORTEST:
        return f"标题末行只有“{lines[-1]}”"
    if any(line.startswith("的") for line in lines):
        return "标题一行以“的”开头"
    words = torn(lines)
    return f"标题把“{words[0]}”断成两行" if words else ""
