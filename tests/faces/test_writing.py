"""Files are replaced as a whole or not at all: with real files, real processes, and real signals."""

from __future__ import annotations

import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time

import pytest

from flake8_openai_v1.cli import writing
from flake8_openai_v1.cli.writing import StaleError, WriteError, obstacle, orderly_end, replace

OLD, NEW = b"old\r\n\xff\n", b"new"

posix = pytest.mark.skipif(os.name == "nt", reason="another system's modes, links and signals")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")
not_root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may do anything")
root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.py"
    path.write_bytes(OLD)
    return path


def refused(path, before=OLD):
    """Replace a file, which must fail, and give the error."""
    names = sorted(os.listdir(path.parent))
    content = path.read_bytes() if path.is_file() else None
    with pytest.raises(WriteError) as caught:
        replace(str(path), before, NEW)
    assert sorted(os.listdir(path.parent)) == names
    assert (path.read_bytes() if path.is_file() else None) == content
    assert "\n" not in str(caught.value)
    return caught.value


def test_a_file_is_replaced(file):
    assert obstacle(str(file), OLD) is None
    assert file.read_bytes() == OLD
    replace(str(file), OLD, NEW)
    assert file.read_bytes() == NEW
    assert os.listdir(file.parent) == ["a.py"]


def test_a_name_without_a_folder(file, monkeypatch):
    monkeypatch.chdir(file.parent)
    replace("a.py", OLD, NEW)
    assert file.read_bytes() == NEW


def test_a_name_as_long_as_a_name_may_be(tmp_path):
    path = tmp_path / f"{'a' * 252}.py"
    path.write_bytes(OLD)
    replace(str(path), OLD, b"")
    assert path.read_bytes() == b""


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o777, 0o200 | 0o444])
def test_the_mode_is_kept(file, mode):
    file.chmod(mode)
    before = os.umask(0o077)
    try:
        replace(str(file), OLD, NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@posix
@root
def test_the_owner_is_kept(file):
    os.chown(file, 12345, 23456)
    file.chmod(0o4755)
    replace(str(file), OLD, NEW)
    status = file.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o4755)


@linux
def test_extended_attributes_are_kept(file):
    try:
        os.setxattr(file, "user.note", b"mine")
    except OSError:
        pytest.skip("no such attributes on this file system")
    replace(str(file), OLD, NEW)
    assert os.getxattr(file, "user.note") == b"mine"


@posix
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "links").mkdir()
    target = tmp_path / "real" / "a.py"
    target.write_bytes(OLD)
    one, two = tmp_path / "links" / "one.py", tmp_path / "two.py"
    one.symlink_to("../real/a.py")
    two.symlink_to(one)
    replace(str(two), OLD, NEW)
    assert two.is_symlink()
    assert one.is_symlink()
    assert not target.is_symlink()
    assert target.read_bytes() == NEW
    assert (os.listdir(tmp_path / "real"), os.listdir(tmp_path / "links")) == (["a.py"], ["one.py"])


# What cannot be replaced


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_read_only_file(file, mode):
    file.chmod(mode)
    error = refused(file)
    assert str(error) == "cannot write: the file is read-only"
    assert not isinstance(error, StaleError)
    assert str(obstacle(str(file), OLD)) == str(error)
    file.chmod(0o644)


@posix
@not_root
def test_a_read_only_folder(file):
    file.parent.chmod(0o555)
    try:
        assert str(refused(file)) == "cannot write: no permission to replace files in its folder"
        assert obstacle(str(file), OLD)
    finally:
        file.parent.chmod(0o755)


def test_a_file_that_changed(file):
    file.write_bytes(OLD + b"more")
    error = refused(file)
    assert isinstance(error, StaleError)
    assert str(error) == "cannot write: it changed since it was read"
    assert isinstance(obstacle(str(file), OLD), StaleError)


def test_a_file_that_changes_while_the_new_one_is_written(file, monkeypatch):
    write = writing._write

    def slowly(*arguments):
        write(*arguments)
        file.write_bytes(b"somebody else's")

    monkeypatch.setattr(writing, "_write", slowly)
    with pytest.raises(StaleError):
        replace(str(file), OLD, NEW)
    assert file.read_bytes() == b"somebody else's"
    assert os.listdir(file.parent) == ["a.py"]


def test_a_file_that_was_removed(file):
    file.unlink()
    error = refused(file)
    assert isinstance(error, StaleError)
    assert str(error) == "cannot write: it was removed since it was read"
    shutil.rmtree(file.parent)
    assert isinstance(obstacle(str(file), OLD), StaleError)


@posix
def test_a_link_that_leads_nowhere(tmp_path):
    (tmp_path / "a.py").symlink_to("nowhere")
    assert isinstance(refused(tmp_path / "a.py"), StaleError)


@posix
def test_what_is_no_file(tmp_path):
    os.mkfifo(tmp_path / "a.py")
    assert str(refused(tmp_path / "a.py")) == "cannot write: not a regular file"


REPLACE = """
import sys
from flake8_openai_v1.cli.writing import WriteError, obstacle, replace
path, size = sys.argv[1], int(sys.argv[2])
with open(path, "rb") as file:
    before = file.read()
try:
    print(obstacle(path, before), end=", ")
    replace(path, before, b"x" * size)
except WriteError as error:
    print(error)
else:
    print("written")
"""


@posix
@pytest.mark.parametrize(("size", "said"), [(10_000, "None, written"), (10_001, "None, cannot write: File too large")])
def test_more_than_may_be_written(file, size, said):
    import resource

    def limited():
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))

    words = [sys.executable, "-c", REPLACE, str(file), str(size)]
    done = subprocess.run(words, preexec_fn=limited, capture_output=True, text=True, check=True)
    assert done.stdout == f"{said}\n"
    assert file.read_bytes() == (b"x" * size if "written" in said else OLD)
    assert os.listdir(file.parent) == ["a.py"]


@linux
@root
def test_a_full_disk(tmp_path):
    (tmp_path / "disk").mkdir()
    script = (
        "mount -t tmpfs -o size=64k none disk || exit 77\n"
        'cd disk && printf old > a.py && "$@" && cat a.py && ls -A && rm a.py'
    )
    words = ["unshare", "--mount", "sh", "-c", script, "sh", sys.executable, "-c", REPLACE, "a.py", "100000"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    if done.returncode in (1, 77):
        pytest.skip(f"cannot mount: {done.stderr}")
    assert done.stdout == "None, cannot write: No space left on device\nolda.py\n"


@pytest.mark.parametrize("fails", ["write", "fsync", "replace"])
def test_a_disk_that_fails(file, monkeypatch, fails):
    def fail(*arguments):
        raise OSError(28, "No space left on device")

    class Full:
        def __init__(self, *arguments):
            self.file = open(*arguments)  # noqa: SIM115
            self.write = fail

        def __getattr__(self, name):
            return getattr(self.file, name)

    if fails == "write":
        monkeypatch.setattr(
            writing,
            "open",
            lambda path, mode, *more, **key: (Full if mode == "wb" else open)(path, mode, *more, **key),
            raising=False,
        )
    else:
        monkeypatch.setattr(os, fails, fail)
    assert str(refused(file)) == "cannot write: No space left on device"


def test_an_interruption_leaves_nothing_behind(file, monkeypatch):
    def interrupt(*arguments):
        raise KeyboardInterrupt

    for step in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, step, interrupt)
            with pytest.raises(KeyboardInterrupt):
                replace(str(file), OLD, NEW)
        assert file.read_bytes() == OLD
        assert os.listdir(file.parent) == ["a.py"]


# Killed


REPLACE_ALL = """
import os, signal, sys
from flake8_openai_v1.cli.writing import orderly_end, replace
for name in ("SIGTERM", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_DFL)  # who runs the tests may ignore it: nohup
folder = sys.argv[1]
paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(".py")]
texts = [letter.encode() * 300_000 for letter in "ab"]
with orderly_end():
    print(flush=True)
    while True:
        for path in paths:
            with open(path, "rb") as file:
                before = file.read()
            replace(path, before, texts[before == texts[0]])
"""


def killed(folder, sign):
    """Replace files until a signal comes at some moment, and give the exit status."""
    words = [sys.executable, "-c", REPLACE_ALL, str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        process.stdout.readline()
        time.sleep(random.uniform(0, 0.05))
        process.send_signal(sign)
    return process.returncode


@pytest.fixture
def many(tmp_path):
    for number in range(20):
        (tmp_path / f"{number}.py").write_bytes(b"a" * 300_000)
    return tmp_path


@posix
def test_killed_at_any_moment_no_file_is_half_written(many):
    for _ in range(25):
        assert killed(many, signal.SIGKILL) == -signal.SIGKILL
        assert {path.read_bytes() for path in many.glob("*.py")} <= {b"a" * 300_000, b"b" * 300_000}
        rest = [name for name in os.listdir(many) if not name.endswith(".py")]
        assert len(rest) <= 1  # of the file in work, nobody can take that away any more
        for name in rest:
            os.unlink(many / name)


@posix
@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_told_to_stop_at_any_moment_nothing_is_left_behind(many, sign):
    number = getattr(signal, sign)
    for _ in range(15):
        assert killed(many, number) == (-number if sign == "SIGINT" else 128 + number)
        assert {path.read_bytes() for path in many.glob("*.py")} <= {b"a" * 300_000, b"b" * 300_000}
        assert [name for name in os.listdir(many) if not name.endswith(".py")] == []


@posix
def test_signals_are_as_before_after_an_orderly_end():
    before = signal.getsignal(signal.SIGTERM)
    with orderly_end():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with orderly_end():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_an_orderly_end_in_another_thread():
    done = []

    def work():
        with orderly_end():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]
