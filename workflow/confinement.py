"""Work on what anybody may have made, in a process that limits itself: whatever it holds, this one goes on."""

import logging
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_MOST_FILES = 64
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Answer:
    """What a process printed, whole or as far as it came before it was stopped, or failed."""

    content: bytes
    is_whole: bool


def ask(module: str, *words: str, content: bytes, about: str, patience: float) -> Answer:
    """Give what a module of ours, which confines itself, answers to `content`; never raises for what that holds.

    `patience` is in seconds, and longer than the work it allows itself: it ends the wait where the machine is so busy
    that the process has no turn. The log says what did not end well: a limit is a signal, a fault of ours is 1.
    It names what the content is `about`: "a template".
    """
    # -B: a process that may write no file would die of writing its bytecode.
    command = [sys.executable, "-B", "-m", module, *words]
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter and modules, no shell; the file goes in as data
            command, input=content, capture_output=True, timeout=patience, cwd=_ROOT, env={"PYTHONUTF8": "1"},
            check=True,
        )  # fmt: skip
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        why = error.returncode if isinstance(error, subprocess.CalledProcessError) else type(error).__name__
        _log.warning("%s did not end well on %s of %s bytes: %s", module, about, len(content), why)
        return Answer(error.stdout or b"", is_whole=False)
    except OSError as error:
        _log.warning("%s could not be started: %s", module, type(error).__name__)
        return Answer(b"", is_whole=False)
    return Answer(ended.stdout, is_whole=True)


def confine(*, megabytes: int, seconds: int) -> None:
    """Limit the memory and the work of this process for good; it writes no file, and starts no other process."""
    memory = megabytes * 1024 * 1024
    limits = {
        resource.RLIMIT_AS: memory,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_NOFILE: _MOST_FILES,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
    }
    for what, limit in limits.items():
        resource.setrlimit(what, (limit, limit))
