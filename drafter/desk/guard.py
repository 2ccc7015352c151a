"""What every request and every answer must keep: known host, no foreign origin, the token on writes, a strict policy.

A page of another site that the same browser has open can send requests here, and a name that is turned round to
127.0.0.1 (DNS rebinding) makes it look like our own; each of the checks below stops one of these ways.
"""

import hmac
import secrets

from flask import Flask, Response, abort, current_app, g, request
from werkzeug.wrappers import Response as Answer

from drafter.desk.entry import Entry

TOKEN_HEADER = "X-Desk-Token"  # noqa: S105 - the name of a header
_READING = {"GET", "HEAD"}
_OPEN = {"entry.word", "entry.password", "static"}  # endpoints that need no cookie
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


def cookie_name(port: int) -> str:
    """The name of the cookie; browsers do not tell ports apart, and two desks may run on one machine."""
    return f"drafter_desk_{port}"


def lock(app: Flask, entry: Entry, hosts: list[str], port: int) -> None:
    """Put the checks before and the headers behind every request of an application."""
    app.config["TRUSTED_HOSTS"] = hosts
    app.config["DESK_TOKEN"] = secrets.token_urlsafe(32)

    @app.before_request
    def check() -> Answer | None:
        if request.host.rpartition(":")[2] not in {str(port), request.host}:
            abort(400)
        _require_own_origin()
        g.is_let_in = entry.admits_pass(request.cookies.get(cookie_name(port), ""))
        if request.endpoint not in _OPEN and not g.is_let_in:
            abort(401)
        if request.method not in _READING and request.endpoint not in _OPEN:
            _require_token(app.config["DESK_TOKEN"])
        return None

    @app.after_request
    def behind(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers[name] = value
        response.headers["Cache-Control"] = "no-cache" if request.endpoint == "static" else "no-store"
        return response


def token_shown() -> str:
    """The token for the page that is answered; empty for who was not let in."""
    return str(current_app.config["DESK_TOKEN"]) if g.get("is_let_in") else ""


def _require_own_origin() -> None:
    """Refuse what another site sent: told by Origin, and by Sec-Fetch-Site where the browser says so."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        abort(403)
    foreign = request.headers.get("Sec-Fetch-Site") in {"cross-site", "same-site"}
    if foreign and not (request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate"):
        abort(403)


def _require_token(token: str) -> None:
    if not hmac.compare_digest(request.headers.get(TOKEN_HEADER, "").encode(), token.encode()):
        abort(403)
