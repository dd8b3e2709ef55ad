"""The comment on GitLab and Gitea: the step that posts, against a server that speaks their API."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from conftest import ROOT

SCRIPT = ROOT / "templates/ci/pilot_comment.py"
MARKER = "<!-- pilotkit-diff -->"
TOLD = f"{MARKER}\n### 有据得分：1 → 3\n/merge\n> /close\n请 @all 看 ![x](https://evil)\u202e\n"
HARMLESS = (
    f"{MARKER}\n### 有据得分：1 → 3\n\\/merge\n> \\/close\n请 @\u200ball 看 !\\[x](https://evil)\n"
)
COMMIT = "c" * 40


class Server(ThreadingHTTPServer):
    """What a git server would know: the artifact, the comments, and who asked for what."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.artifact: bytes | None = TOLD.encode()
        self.comments: list[dict[str, Any]] = [
            {"id": 1, "author": {"id": 8}, "user": {"login": "mallory"}, "body": f"{MARKER} 冒充"},
            {"id": 2, "author": {"id": 7}, "user": {"login": "gitea-actions"}, "body": "别的"},
        ]
        self.asked: list[tuple[str, str, str | None]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        known, _, query = path.partition("?")
        if method == "POST":
            mine = {"author": {"id": 7}, "user": {"login": "gitea-actions"}}
            self.comments.append({"id": 3, **mine, **(body or {})})
            return {}
        if method in {"PUT", "PATCH"}:
            number = int(known.rpartition("/")[2])
            next(one for one in self.comments if one["id"] == number).update(body or {})
            return {}
        if "page=" in query and "page=1" not in query:
            return []
        return self.known(known)

    def known(self, path: str) -> Any:
        found: dict[str, Any] = {
            "/projects/5/merge_requests": [{"iid": 9, "sha": COMMIT}],
            "/projects/5/merge_requests/9": {"head_pipeline": {"id": 4, "project_id": 6}},
            "/projects/6/pipelines/4/jobs": [{"id": 11, "name": "pilot"}, {"id": 12, "name": "x"}],
            "/projects/6/jobs/11/artifacts/pilot-comment.md": self.artifact,
            "/user": {"id": 7},
            "/projects/5/merge_requests/9/notes": self.comments,
            "/repos/office/pilot/pulls": [{"number": 9, "head": {"sha": COMMIT}}],
            "/repos/office/pilot/actions/artifacts": {"artifacts": self.artifacts()},
            "/repos/office/pilot/actions/artifacts/21/zip": f"{self.address}/elsewhere",
            "/elsewhere": self.packed(),
            "/repos/office/pilot/issues/9/comments": self.comments,
        }
        return found.get(path)

    def artifacts(self) -> list[dict[str, Any]]:
        of = {"id": 21, "size_in_bytes": 500, "workflow_run": {"head_sha": COMMIT}}
        older = {**of, "id": 20}
        others = {**of, "id": 30, "workflow_run": {"head_sha": "d" * 40}}
        return [older, of, others, {**of, "id": 31, "size_in_bytes": 1 << 30}]

    def packed(self) -> bytes:
        content = io.BytesIO()
        with zipfile.ZipFile(content, "w") as package:
            package.writestr("comment.md", self.artifact or b"")
        return content.getvalue() if self.artifact else b"damaged"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        token = self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization")
        self.server.asked.append((self.command, self.path, token))
        found = self.server.answer(self.command, self.path, body)
        # The token of a job on Gitea belongs to no person.
        lacks = found is None or (self.path == "/user" and "token" in str(token))
        if lacks or isinstance(found, str):
            self.send_response(404 if lacks else 302)
            self.send_header("Location", str(found))
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(found if isinstance(found, bytes) else json.dumps(found).encode())

    do_POST = do_PUT = do_PATCH = do_GET  # noqa: N815 - as http.server calls them

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def post(server: Server, kind: str, token: str = "secret") -> subprocess.CompletedProcess[str]:  # noqa: S107
    environment = {
        **{name: value for name, value in os.environ.items() if not name.endswith("_proxy")},
        "PILOT_TOKEN": token,
        "CI_API_V4_URL": server.address,
        "CI_PROJECT_ID": "5",
        "GITHUB_API_URL": server.address,
        "GITHUB_REPOSITORY": "office/pilot",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-I", str(SCRIPT), kind]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("kind", ["gitlab", "gitea"])
def test_one_comment_is_posted_and_then_updated_in_place(server: Server, kind: str) -> None:
    done = post(server, kind)
    assert (done.returncode, done.stdout) == (0, "!9: posted\n"), done.stderr
    assert [one["body"] for one in server.comments[2:]] == [HARMLESS]
    assert post(server, kind).stdout == "!9: unchanged\n"
    server.artifact = TOLD.replace("1 → 3", "1 → 4").encode()
    assert post(server, kind).stdout == "!9: updated\n"
    assert [one["body"] for one in server.comments[2:]] == [HARMLESS.replace("1 → 3", "1 → 4")]
    assert server.comments[0]["body"] == f"{MARKER} 冒充"
    tokens = {token for _, path, token in server.asked if path != "/elsewhere"}
    assert tokens == {"secret" if kind == "gitlab" else "token secret"}
    assert all(token is None for _, path, token in server.asked if path == "/elsewhere")


def test_a_forged_package_does_not_stop_the_others(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("comment.md", TOLD)
    forged = bytearray(content.getvalue())
    behind = forged.index(b"comment.md") + len("comment.md")
    forged[behind : behind + 4] = b"\xff" * 4
    monkeypatch.setattr(server, "packed", lambda: bytes(forged))
    done = post(server, "gitea")
    assert (done.returncode, done.stdout, done.stderr) == (0, "!9: nothing to post\n", "")


@pytest.mark.parametrize("kind", ["gitlab", "gitea"])
def test_what_is_no_comment_of_ours_is_not_posted(server: Server, kind: str) -> None:
    for forged in (b"<b>text</b>", b"\xff\xfe", None):
        server.artifact = forged
        done = post(server, kind)
        assert (done.returncode, done.stdout) == (0, "!9: nothing to post\n")
    server.artifact = f"{MARKER}\n{'长' * 100_000}".encode()
    assert post(server, kind).stdout == "!9: posted\n"
    assert len(server.comments[2]["body"].encode()) < 65_000


def test_without_a_token_it_says_what_to_set_and_ends_well(server: Server) -> None:
    done = post(server, "gitlab", token="")
    assert done.returncode == 0
    assert "PILOT_TOKEN" in done.stdout
    assert "受保护" in done.stdout
    assert not server.asked


def test_a_server_that_refuses_is_named_and_fails(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "known", lambda _: None)
    done = post(server, "gitlab")
    assert (done.returncode, done.stderr) == (1, "")
    assert "HTTPError 404" in done.stdout


def test_one_that_fails_does_not_stop_the_others(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = server.known
    both = [{"iid": 8, "sha": "?"}, {"iid": 9, "sha": COMMIT}]
    changed = {"/projects/5/merge_requests": both, "/projects/5/merge_requests/8": []}
    monkeypatch.setattr(server, "known", lambda path: changed.get(path, known(path)))
    done = post(server, "gitlab")
    assert done.returncode == 1
    assert "!8: failed: TypeError" in done.stdout
    assert "!9: posted" in done.stdout
