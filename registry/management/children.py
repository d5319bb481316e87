"""Child processes kept by one foreground parent: started together, stopped together, none left.

Each child leads its own session, so that Ctrl-C reaches only the parent, and the parent decides:
a polite SIGTERM to each child's main process first, a SIGKILL to its whole group if it lingers.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from types import FrameType

PATIENCE = 6.0
GLANCE = 0.2
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopAsked(Exception):
    """Somebody pressed Ctrl-C, closed the terminal or sent SIGTERM."""


class ChildEnded(Exception):
    """A child that should run for ever ended by itself; the text names it."""


class Household:
    """The children by name."""

    def __init__(self) -> None:
        self.children: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.children[name] = subprocess.Popen(  # noqa: S603 - our own command lines only
            command, env={**os.environ, **environment}, start_new_session=True
        )

    def look(self) -> None:
        """Raise ChildEnded when a child is gone."""
        for name, child in self.children.items():
            if child.poll() is not None:
                raise ChildEnded(f"{name} ended with code {child.returncode}")

    def watch(self) -> None:
        """Stay until asked to stop, or until a child ends by itself."""
        while True:
            self.look()
            time.sleep(GLANCE)

    def stop(self) -> None:
        """Ask all, wait a little for each, then insist; leaves no process of theirs behind."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self.children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
            kill_group(child.pid)
            child.wait()


def kill_group(leader: int) -> None:
    """End whatever is left of a child's session, such as its own workers."""
    with suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


@contextmanager
def household() -> Iterator[Household]:
    """A household that is stopped however the block ends; endings arrive as StopAsked."""
    family = Household()
    before = {ending: signal.signal(ending, _ask_to_stop) for ending in ENDINGS}
    try:
        yield family
    finally:
        for ending in ENDINGS:
            signal.signal(ending, signal.SIG_IGN)
        family.stop()
        for ending, handler in before.items():
            signal.signal(ending, handler)


def _ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise StopAsked(signal.Signals(number).name)
