"""From go to the request for a scene in OBS: how long the desk is kept, and when OBS has it. Bound: 10 ms.

The other end is a process of its own that speaks obs-websocket 5 and notes when each request arrived, by the
clock that both share. While it is measured, OBS is asked for a video's place twice a second, as in a show.
"""

import json
import sys
import time
from contextlib import suppress
from subprocess import PIPE, Popen
from typing import Any

from shared import median, options, part_of, report, start, table

RUNS = 200


def other_end() -> None:
    """A stand-in for OBS: answers yes to everything, and prints when each scene was asked for."""
    from websockets.exceptions import ConnectionClosedError
    from websockets.sync.server import ServerConnection, serve

    def talk(connection: ServerConnection) -> None:
        connection.send('{"op": 0, "d": {"rpcVersion": 1}}')
        connection.recv()
        connection.send('{"op": 2, "d": {"negotiatedRpcVersion": 1}}')
        arrived = []
        with suppress(ConnectionClosedError):  # a console that ends at once says no farewell
            for text in connection:
                now = time.monotonic_ns()
                asked = json.loads(text)["d"]
                status = {"result": True, "code": 100}
                answer = {"requestId": asked["requestId"], "requestStatus": status, "responseData": {}}
                connection.send(json.dumps({"op": 7, "d": answer}))
                if asked["requestType"] == "SetCurrentProgramScene":
                    arrived.append(now)
        report(arrived)

    with serve(talk, "127.0.0.1", 0) as server:
        print(server.socket.getsockname()[1], flush=True)
        server.serve_forever()


def console(port: int) -> None:
    """The console's side: what the interface thread does on a go."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from ssc_console.clock import RealClock
    from ssc_console.outputs.obs.settings import ObsSettings
    from ssc_console.outputs.obs.state import Phase
    from ssc_console.outputs.obs.surface import Obs
    from ssc_console.show.actions import parse

    app = QApplication([])

    def wait(milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    obs = Obs(ObsSettings("127.0.0.1", port), RealClock(), app)
    answered: list[int] = []
    obs.said.connect(lambda _: answered.append(time.monotonic_ns()))
    obs.open()
    while obs.state.phase is not Phase.CONNECTED:
        wait(10)
    obs.follow("Video 1")
    wait(500)
    asked, kept = [], []
    for number in range(RUNS):
        asked.append(time.monotonic_ns())
        obs.perform(parse(f"obs scene: {number}"), number)
        kept.append(time.monotonic_ns() - asked[-1])
        wait(20)
    wait(500)
    obs.close()
    wait(200)
    report({"asked": asked, "kept": kept, "answered": answered})


def main() -> None:
    """Measure, and print the table."""
    given = options(__doc__ or "", port=0)
    if given.part == "other_end":
        other_end()
    elif given.part == "console":
        console(given.port)
    else:
        with Popen([sys.executable, sys.argv[0], "--part", "other_end"], stdout=PIPE, text=True) as other:
            assert other.stdout is not None
            port = other.stdout.readline().strip()
            found = json.loads(
                start("console", given.screen, "--port", port).communicate()[0].splitlines()[-1]
            )
            arrived = json.loads(other.stdout.readline())
        table(["", "median", "99 %", "most"], *rows(found, arrived))


def rows(found: Any, arrived: list[int]) -> list[list[str]]:
    """The figures in milliseconds."""
    spans = {
        "the desk is kept by a go": found["kept"],
        "until OBS has the request": [
            there - here for here, there in zip(found["asked"], arrived, strict=True)
        ],
        "until the cue is known to be done": [
            said - here for here, said in zip(found["asked"], found["answered"], strict=True)
        ],
    }
    return [
        [what, *(f"{each / 1e6:.2f} ms" for each in (median(span), part_of(span, 0.99), max(span)))]
        for what, span in spans.items()
    ]


if __name__ == "__main__":
    main()
