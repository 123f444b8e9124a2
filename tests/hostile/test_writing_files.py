"""Files that are not like others: of another owner, of several names, behind links; and what a killed run has left."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from faces.runs import program, write

from flake8_openai_v1.cli import writing
from flake8_openai_v1.cli.writing import WriteError, obstacle, replace, sweep

LEGACY = "import openai\nopenai.Model.list()\n"
FIXED = "import openai\nopenai.models.list()\n"

posix = pytest.mark.skipif(os.name != "posix", reason="needs owners and links")
root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be another user")
NOBODY = 54321


def fix(*arguments, cwd, **more):
    return program("flake8-openai-v1", "fix", *arguments, cwd=cwd, **more)


AS_NOBODY = """
import os, sys
from flake8_openai_v1.cli import main
from flake8_openai_v1.cli.writing import sweep
os.mkdir(sys.argv[1])
with open(os.path.join(sys.argv[1], "a.py"), "w") as file:
    file.write(sys.argv[2])
main(["fix", "--quiet", sys.argv[1]])  # loads what is needed: another user may not reach this Python
os.setgroups([]), os.setgid({nobody}), os.setuid({nobody})
sys.exit({what})
"""


def as_nobody(folder, what: str):
    """Do something as a user who owns nothing and is in one group."""
    code = AS_NOBODY.format(nobody=NOBODY, what=what)
    return program(sys.executable, "-c", code, folder.parent / "loaded", LEGACY, cwd=folder)


# -- owners


def open_to_all(path):
    """Let another user look into a folder of a test."""
    for folder in (path, *path.parents):
        if folder == Path(tempfile.gettempdir()):
            break
        folder.chmod(0o755)


@root
def test_a_file_of_another_user_stays(tmp_path):
    """In a folder that is open to all it could be replaced, and would be ours then."""
    folder = tmp_path / "shared"
    write(folder, {"theirs.py": LEGACY, "ours.py": LEGACY})
    open_to_all(tmp_path)
    folder.chmod(0o777)
    (folder / "theirs.py").chmod(0o666)
    os.chown(folder / "ours.py", NOBODY, NOBODY)
    done = as_nobody(folder, "main(['fix', '.'])")
    assert done.returncode == 2, done.stderr
    assert "theirs.py: cannot write: it belongs to another user, and would not any more\n" in done.stderr
    assert (folder / "theirs.py").read_text() == LEGACY
    assert (folder / "theirs.py").stat().st_uid == 0
    assert (folder / "ours.py").read_text() == FIXED


@root
def test_root_gives_a_file_back_to_its_owner(tmp_path):
    write(tmp_path, {"theirs.py": LEGACY})
    os.chown(tmp_path / "theirs.py", NOBODY, NOBODY + 1)
    (tmp_path / "theirs.py").chmod(0o6775)
    assert fix(cwd=tmp_path).returncode == 0
    status = (tmp_path / "theirs.py").stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (NOBODY, NOBODY + 1, 0o6775)


@posix
def test_an_owner_who_cannot_be_kept(tmp_path, monkeypatch):
    """As in a container, where root is not allowed all."""
    path = tmp_path / "a.py"
    path.write_bytes(b"old")

    def chown(descriptor, owner, group):
        raise PermissionError(1, "Operation not permitted")

    real = os.stat

    class Theirs:
        def __init__(self, status, **other):
            self.status, self.other = status, other

        def __getattr__(self, name):
            return self.other[name] if name in self.other else getattr(self.status, name)

    monkeypatch.setattr(os, "fchown", chown)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(writing.os, "stat", lambda name: Theirs(real(name), st_uid=NOBODY))
    with pytest.raises(WriteError, match="belongs to another user"):
        replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.py"]
    # A group that cannot be kept is no reason to refuse, but nobody else gets its rights.
    for mode, becomes in ((0o664, 0o644), (0o660, 0o600), (0o775, 0o755), (0o2755, 0o755), (0o777, 0o777)):
        path.write_bytes(b"old")
        path.chmod(mode)
        monkeypatch.setattr(writing.os, "stat", lambda name: Theirs(real(name), st_gid=NOBODY))
        replace(str(path), b"old", b"new")
        monkeypatch.setattr(writing.os, "stat", real)
        assert stat.S_IMODE(path.stat().st_mode) == becomes, oct(mode)


# -- names


@posix
def test_a_hard_link_is_said(tmp_path):
    write(tmp_path, {"a.py": LEGACY})
    (tmp_path / "backup").mkdir()
    for name in ("one", "two"):
        (tmp_path / "backup" / name).hardlink_to(tmp_path / "a.py")
    done = fix("a.py", cwd=tmp_path)
    assert done.returncode == 0
    assert "a.py: it had 2 other names (hard links), which keep the old text\n" in done.stderr
    assert (tmp_path / "a.py").read_text() == FIXED
    assert {(tmp_path / "backup" / name).read_text() for name in ("one", "two")} == {LEGACY}


@posix
def test_a_link_to_what_nobody_named(tmp_path):
    """Below a folder that is searched lies a link that leads out of it: it is read, as by flake8, and not written."""
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    write(tmp_path, {"project/a.py": LEGACY, "project/src/real.py": LEGACY, "elsewhere/their.py": LEGACY})
    (project / "out.py").symlink_to(elsewhere / "their.py")
    (project / "up.py").symlink_to("../elsewhere/their.py")
    (project / "in.py").symlink_to("src/real.py")
    said = f"cannot write: a link to {elsewhere / 'their.py'}, outside of the folders that are named"
    done = fix(cwd=project)
    assert done.returncode == 2
    assert f"./out.py: {said}\n" in done.stderr or f"./up.py: {said}\n" in done.stderr
    assert "OAI102" in done.stdout
    assert (elsewhere / "their.py").read_text() == LEGACY
    assert (project / "a.py").read_text() == (project / "src" / "real.py").read_text() == FIXED
    assert fix("out.py", cwd=project).returncode == 2
    assert (elsewhere / "their.py").read_text() == LEGACY
    # Who names the folder, or the file itself, wants it.
    assert fix("project/out.py", cwd=tmp_path).returncode == 0
    assert (elsewhere / "their.py").read_text() == FIXED
    write(elsewhere, {"their.py": LEGACY})
    assert fix(project, elsewhere, cwd="/").returncode == 0
    assert (elsewhere / "their.py").read_text() == FIXED
    assert (project / "out.py").is_symlink()


@posix
def test_folders_over_links(tmp_path):
    """A person who names a path over a link to a folder means what is there."""
    write(tmp_path, {"elsewhere/a.py": LEGACY})
    (tmp_path / "way").symlink_to("elsewhere")
    (tmp_path / "here").mkdir()
    assert fix("../way/a.py", cwd=tmp_path / "here").returncode == 0
    assert (tmp_path / "elsewhere" / "a.py").read_text() == FIXED


@posix
def test_paths_that_only_look_the_same(tmp_path):
    """``way/../a.py`` is not ``a.py`` where way is a link."""
    write(tmp_path, {"a.py": LEGACY, "far/away/x": "", "far/a.py": LEGACY})
    (tmp_path / "way").symlink_to("far/away")
    done = program("flake8-openai-v1", "check", "a.py", "way/../a.py", "./a.py", "far/a.py", cwd=tmp_path)
    assert sorted(line.split(":")[0] for line in done.stdout.splitlines()) == ["a.py", "way/../a.py"]
    assert done.stderr.startswith("2 files")
    assert fix("a.py", "way/../a.py", cwd=tmp_path).returncode == 0
    assert (tmp_path / "a.py").read_text() == (tmp_path / "far" / "a.py").read_text() == FIXED


@posix
def test_a_baseline_over_a_link(tmp_path):
    """The file of a repository may lead anywhere: nothing is overwritten there."""
    write(tmp_path, {"project/a.py": LEGACY, "home/.profile": "export A=1\n"})
    name = ".flake8-openai-v1-baseline.json"
    (tmp_path / "project" / name).symlink_to("../home/.profile")
    program("flake8-openai-v1", "baseline", cwd=tmp_path / "project")
    program("flake8-openai-v1", "baseline", "--update", cwd=tmp_path / "project")
    assert (tmp_path / "home" / ".profile").read_text() == "export A=1\n"
    (tmp_path / "project" / name).unlink()
    (tmp_path / "project" / name).symlink_to("/dev/zero")
    assert program("flake8-openai-v1", "check", "--baseline", cwd=tmp_path / "project").returncode == 2


@posix
def test_noqa_over_a_link(tmp_path):
    write(tmp_path, {"project/b.py": LEGACY, "elsewhere/a.py": LEGACY})
    (tmp_path / "project" / "a.py").symlink_to("../elsewhere/a.py")
    done = program("flake8-openai-v1", "check", "--add-noqa", cwd=tmp_path / "project")
    assert done.returncode == 2
    assert (tmp_path / "elsewhere" / "a.py").read_text() == LEGACY
    assert "noqa" in (tmp_path / "project" / "b.py").read_text()


# -- what a killed run leaves

KILLED = """
import os, signal, sys
from flake8_openai_v1.cli import writing
writing._examine.__globals__["os"].replace = lambda *names: os.kill(os.getpid(), signal.SIGKILL)
from flake8_openai_v1.cli import main
main(["fix", "."])
"""


@posix
def test_the_next_run_takes_away_what_was_left(tmp_path):
    write(tmp_path, {"sub/a.py": LEGACY, "b.py": LEGACY})
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    left = list(tmp_path.rglob(".flake8-openai-v1-*"))
    assert len(left) == 1
    others = [
        ".flake8-openai-v1-baseline.json", ".flake8-openai-v1-0123456789abcdeX.tmp",
        ".flake8-openai-v1-0123456789abcdef.tmp.x", "x.flake8-openai-v1-0123456789abcdef.tmp",
        ".flake8-openai-v1-0123456789ABCDEF.tmp", ".flake8-openai-v1-.tmp",
    ]  # fmt: skip
    write(left[0].parent, dict.fromkeys(others, "mine"))
    link = left[0].parent / ".flake8-openai-v1-00000000000000aa.tmp"
    link.symlink_to(tmp_path / "b.py")
    (left[0].parent / ".flake8-openai-v1-00000000000000bb.tmp").mkdir()
    os.mkfifo(left[0].parent / ".flake8-openai-v1-00000000000000cc.tmp")
    assert fix("--diff", cwd=tmp_path).returncode == 1
    assert left[0].exists()
    assert fix(cwd=tmp_path).returncode == 0
    assert not left[0].exists()
    assert link.is_symlink()
    assert (tmp_path / "b.py").read_text() == FIXED
    for name in (*others, ".flake8-openai-v1-00000000000000bb.tmp", ".flake8-openai-v1-00000000000000cc.tmp"):
        assert os.path.lexists(left[0].parent / name), name


@posix
def test_what_another_run_is_writing_is_left_alone(tmp_path, monkeypatch):
    """It would be taken away from under it."""
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    real = os.replace

    def swept(*names):
        code = f"from flake8_openai_v1.cli.writing import sweep; sweep([{str(tmp_path)!r}])"
        subprocess.run([sys.executable, "-c", code], check=True)
        real(*names)

    monkeypatch.setattr(os, "replace", swept)
    replace(str(path), b"old", b"new")
    assert path.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.py"]


@posix
def test_two_runs_at_once(tmp_path):
    write(tmp_path, {f"a{number}.py": LEGACY for number in range(30)})
    words = [sys.executable, "-m", "flake8_openai_v1", "fix", "."]
    runs = [subprocess.Popen(words, cwd=tmp_path, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for run in runs:
        said = run.communicate()[1]
        assert run.returncode in (0, 2), said
        assert "Traceback" not in said
        assert "internal error" not in said
    assert {path.read_text() for path in tmp_path.glob("*.py")} == {FIXED}
    assert not list(tmp_path.glob(".*"))


@root
def test_what_another_user_has_left_is_theirs(tmp_path):
    folder = tmp_path / "shared"
    left = folder / ".flake8-openai-v1-0123456789abcdef.tmp"
    write(folder, {left.name: "theirs"})
    left.chmod(0o666)
    open_to_all(tmp_path)
    folder.chmod(0o777)
    assert as_nobody(folder, "sweep(['.'])").returncode == 0
    assert left.exists()
    sweep([str(folder)])
    assert not left.exists()
    sweep([str(tmp_path / "nowhere"), ""])


def test_obstacles_are_known_before(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(b"old")
    assert obstacle(str(path), b"old") is None
    assert "changed" in str(obstacle(str(path), b"other"))
    assert time.time() - path.stat().st_mtime < 100
