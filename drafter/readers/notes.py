"""What the reader of a format has to tell about a file, before there is a notice to tell it of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Note:
    """One thing to tell: the code of a problem, its place, the text as printed, and what goes behind the message."""

    code: str
    where: str
    printed: str | None = None
    detail: str = ""


class Notes:
    """Collects notes; it asks for nothing of the model, so that a process of its own starts quickly."""

    def __init__(self) -> None:
        self.all: list[Note] = []

    def tell(self, code: str, where: str, printed: str | None = None, detail: str = "") -> None:
        """Note one thing."""
        self.all.append(Note(code, where, printed, detail))
