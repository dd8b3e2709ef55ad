"""Posts what `pilot diff` says of each open merge request as one comment, updated in place.

Put there by `pilot ci`. It runs on the protected default branch, with a token in PILOT_TOKEN, needs
Python alone and talks to the git server alone. The text comes from a job that read an untrusted
change: it is data, limited in length, and nothing of it is run. `pilot_comment.py gitlab|gitea`.
"""

import io
import json
import os
import re
import sys
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from http.client import HTTPResponse
from typing import Any

MARKER = "<!-- pilotkit-diff -->"
MOST_BYTES = 60_000
MOST_PACKED = 1 << 20
MOST_PAGES = 50
SECONDS = 30
NOT_FOUND = 404
# What reading a damaged package raises.
DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError)
# What a server that is not there, or answers what it should not, comes to.
FAULTS = (OSError, ValueError, KeyError, TypeError)
# Nobody can see these, or they turn the order of what is read.
HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
UNSET = """\
没有设置 PILOT_TOKEN，不贴评论。
GitLab：设置 → CI/CD → 变量，勾选“受保护”和“隐藏”，值为本项目的访问令牌（权限 api）。
PILOT_TOKEN is not set, nothing is posted.
GitLab: Settings > CI/CD > Variables, protected and masked; an access token of this project (api).
"""


class AbsentError(Exception):
    """There is nothing to post yet."""


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing by itself: a token must not go to another host."""

    def redirect_request(self, *_: Any) -> None:
        """Leave the answer to the caller."""


class Api:
    """The API of a server, below one address."""

    def __init__(self, base: str, headers: dict[str, str]) -> None:
        self.base, self.headers = base.rstrip("/"), headers
        self.opener = urllib.request.build_opener(Stay)

    def ask(self, path: str, method: str = "GET", body: str | None = None) -> Any:
        """Ask and read the answer as JSON."""
        given = None if body is None else json.dumps({"body": body}).encode()
        with self._open(f"{self.base}/{path}", method, given) as answer:
            return json.loads(answer.read() or b"null")

    def pages(self, path: str, size: str, key: str | None = None) -> Iterator[Any]:
        """Yield the entries of a list, page by page."""
        number = int(size.partition("=")[2])
        for page in range(1, MOST_PAGES + 1):
            answer = self.ask(f"{path}{'&' if '?' in path else '?'}{size}&page={page}")
            entries = answer[key] if key else answer
            yield from entries
            if len(entries) < number:
                return

    def raw(self, path: str, most: int) -> bytes:
        """Read at most so many bytes of a file; a redirect is followed once, without the token."""
        try:
            with self._open(f"{self.base}/{path}") as answer:
                return answer.read(most)
        except urllib.error.HTTPError as error:
            target = error.headers.get("Location", "")
            if error.code not in {301, 302, 303, 307, 308} or not target.startswith(
                ("https://", "http://")
            ):
                raise
            with self.opener.open(target, timeout=SECONDS) as answer:
                return bytes(answer.read(most))

    def _open(self, url: str, method: str = "GET", given: bytes | None = None) -> HTTPResponse:
        headers = {**self.headers, "Content-Type": "application/json"}
        asked = urllib.request.Request(url, given, headers, method=method)  # noqa: S310 - our server
        answer: HTTPResponse = self.opener.open(asked, timeout=SECONDS)
        return answer


class GitLab:
    """Merge requests of a project: the text is a file of the job `pilot` of the newest pipeline."""

    def __init__(self, token: str) -> None:
        self.api = Api(os.environ["CI_API_V4_URL"], {"PRIVATE-TOKEN": token})
        self.project = f"projects/{int(os.environ['CI_PROJECT_ID'])}"
        self.me = self.api.ask("user")["id"]

    def requests(self) -> Iterator[tuple[int, str]]:
        """Yield number and commit of what is open."""
        path = f"{self.project}/merge_requests?state=opened"
        for one in self.api.pages(path, "per_page=100"):
            yield int(one["iid"]), str(one["sha"])

    def text(self, number: int, _commit: str) -> bytes:
        """Read what the job has left."""
        pipeline = self.api.ask(f"{self.project}/merge_requests/{number}")["head_pipeline"]
        if not pipeline:
            raise AbsentError
        project = f"projects/{int(pipeline['project_id'])}"
        path = f"{project}/pipelines/{int(pipeline['id'])}/jobs"
        jobs = [one for one in self.api.pages(path, "per_page=100") if one["name"] == "pilot"]
        if not jobs:
            raise AbsentError
        newest = max(int(one["id"]) for one in jobs)
        return self.api.raw(f"{project}/jobs/{newest}/artifacts/pilot-comment.md", MOST_BYTES)

    def comments(self, number: int) -> Iterator[tuple[str, str]]:
        """Yield address and text of our own comments."""
        path = f"{self.project}/merge_requests/{number}/notes"
        for one in self.api.pages(path, "per_page=100"):
            if one["author"]["id"] == self.me:
                yield f"{path}/{int(one['id'])}", str(one["body"])

    def post(self, number: int, known: str | None, body: str) -> None:
        """Write the comment, or write it anew."""
        path = known or f"{self.project}/merge_requests/{number}/notes"
        self.api.ask(path, "PUT" if known else "POST", body)


class Gitea:
    """Pull requests of a repository: the text is a packed artifact of a run over their commit."""

    def __init__(self, token: str) -> None:
        self.api = Api(os.environ["GITHUB_API_URL"], {"Authorization": f"token {token}"})
        self.repository = f"repos/{os.environ['GITHUB_REPOSITORY']}"
        try:
            self.me = str(self.api.ask("user")["login"])
        except urllib.error.HTTPError:  # the token of a job belongs to no person
            self.me = "gitea-actions"

    def requests(self) -> Iterator[tuple[int, str]]:
        """Yield number and commit of what is open."""
        for one in self.api.pages(f"{self.repository}/pulls?state=open", "limit=50"):
            yield int(one["number"]), str(one["head"]["sha"])

    def text(self, _number: int, commit: str) -> bytes:
        """Read what the run has left."""
        path = f"{self.repository}/actions/artifacts"
        found = [
            int(one["id"])
            for one in self.api.pages(f"{path}?name=pilot", "limit=50", "artifacts")
            if one["workflow_run"]["head_sha"] == commit and one["size_in_bytes"] < MOST_PACKED
        ]
        if not found:
            raise AbsentError
        packed = self.api.raw(f"{path}/{max(found)}/zip", MOST_PACKED)
        try:
            with zipfile.ZipFile(io.BytesIO(packed)) as package:
                return package.open("comment.md").read(MOST_BYTES)
        except DAMAGES as damage:
            raise AbsentError from damage

    def comments(self, number: int) -> Iterator[tuple[str, str]]:
        """Yield address and text of our own comments."""
        for one in self.api.ask(f"{self.repository}/issues/{number}/comments"):
            if one["user"]["login"] == self.me:
                yield f"{self.repository}/issues/comments/{int(one['id'])}", str(one["body"])

    def post(self, number: int, known: str | None, body: str) -> None:
        """Write the comment, or write it anew."""
        path = known or f"{self.repository}/issues/{number}/comments"
        self.api.ask(path, "PATCH" if known else "POST", body)


def harmless(content: bytes) -> str:
    """Make a comment of what somebody may have forged: no command, no call, no picture.

    A line that begins with a slash would be a command to GitLab, such as /merge.
    """
    text = content.decode("utf-8", "replace").replace("\r", "")
    if not text.startswith(MARKER):
        raise AbsentError
    text = HIDDEN.sub("", text).replace("@", "@\u200b").replace("![", "!\\[")
    return re.sub(r"^([ \t>]*)/", r"\1\\/", text, flags=re.MULTILINE)


def told(server: GitLab | Gitea, number: int, commit: str) -> str:
    """Bring the comment of one merge request up to date; say what was done."""
    body = harmless(server.text(number, commit))
    ours = [one for one in server.comments(number) if one[1].startswith(MARKER)]
    known, before = ours[0] if ours else (None, None)
    if before is not None and before.strip() == body.strip():
        return "unchanged"
    server.post(number, known, body)
    return "updated" if known else "posted"


def every(server: GitLab | Gitea) -> Iterator[tuple[str, bool]]:
    """Go over all that is open; one that fails does not stop the others."""
    for number, commit in server.requests():
        try:
            yield f"!{number}: {told(server, number, commit)}", True
        except AbsentError:
            yield f"!{number}: nothing to post", True
        except FAULTS as fault:
            missing = isinstance(fault, urllib.error.HTTPError) and fault.code == NOT_FOUND
            said = "nothing to post" if missing else f"failed: {fault!r}"
            yield f"!{number}: {said}", missing


def main() -> int:
    """Post what there is; without a token say what to set."""
    token = os.environ.get("PILOT_TOKEN", "").strip()
    if not token:
        sys.stdout.write(UNSET)
        return 0
    failed = False
    try:
        for said, is_well in every({"gitlab": GitLab, "gitea": Gitea}[sys.argv[1]](token)):
            sys.stdout.write(f"{said}\n")
            failed = failed or not is_well
    except FAULTS as fault:
        sys.stdout.write(f"failed: {fault!r}\n")
        return 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
