"""One reading in a process of its own: started early, asked when a change counts, killed when it no longer matters."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kiosk.content import Places
from kiosk.live.copies import Copies
from kiosk.live.keeping import Keeping
from kiosk.live.last_good import Answer, Errors

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package `kiosk`, for the child to find it."""
MOST_S = 600.0
"""Seconds of one reading: four times what 10,000 services in 17 languages take on a fast machine."""
LEISURELY = 19
"""The niceness of a reading that nobody waits for."""
COMMAND = (sys.executable, "-m", "kiosk.live.child")


class Reading:
    """A child that loads its libraries at once, reads `places` ahead and waits for the question. `done` gets the
    answer, or in words why there is none; it is called from a thread of its own."""

    def __init__(
        self, done: Callable[[Reading, Answer | str], None], places: Places, command: tuple[str, ...] = COMMAND
    ) -> None:
        """Raises OSError if no process can be started."""
        self._done = done
        path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
        self._process = subprocess.Popen(
            (*command, *map(str, (places.content, places.config, places.themes))),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": path},
            start_new_session=True,
        )
        self.asked = False

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still waits or reads."""
        return self._process.poll() is None

    def ask(
        self,
        places: Places,
        kept: Copies,
        fresh: Copies,
        known: Errors,
        keeping: Keeping | None = None,
        leisurely: bool = False,
    ) -> None:
        """Have it read (kiosk.live.last_good.settle); returns at once. `keeping` says where the content is kept for
        later starts; `leisurely` that visitors come first."""
        self.asked = True
        if leisurely:
            with suppress(OSError):  # it has just ended: said when its answer is missed
                os.setpriority(os.PRIO_PROCESS, self.pid, LEISURELY)
        question = pickle.dumps((places, kept, fresh, known, keeping))
        threading.Thread(target=self._wait, args=(question,), name="reading", daemon=True).start()

    def kill(self) -> None:
        """End it; its answer, if it still comes, is of no use."""
        self._process.kill()
        if not self.asked:
            with suppress(OSError):
                self._process.communicate()

    def _wait(self, question: bytes) -> None:
        try:
            answer, _ = self._process.communicate(question, MOST_S)
            if self._process.returncode:
                said: Answer | str = f"the reading process ended with code {self._process.returncode}"
            else:
                said = pickle.loads(answer)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
            said = f"the reading process took more than {MOST_S:.0f} s and was killed"
        except Exception as error:  # whatever a killed child left half written
            said = f"the reading process could not be understood: {type(error).__name__}"
        self._done(self, said)
