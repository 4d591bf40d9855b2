"""What the tests of the program share: running it, and inputs made on the spot.

The program is $BEDE_BUILD/bede. Tests are unittest cases; a file of them is run
by `python3 FILE`, as the build does.
"""
import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest

ROOT = os.environ.get("BEDE_ROOT") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get("BEDE_BUILD") or os.path.join(ROOT, "build")
SHARED = os.environ.get("BEDE_SHARED") or os.path.join(ROOT, "..", "shared")
BEDE = os.path.join(BUILD, "bede")
COMMANDS = ("code", "parse", "explain", "quotes", "sources", "actors", "verbs", "score",
            "diff", "lint", "doctor")

REPORT = """KABUL - Rebels attacked an army convoy near Kandahar on Monday, the \
defence ministry said.

Five soldiers were killed, according to a senior official who spoke on \
condition of anonymity. The rebels denied that they had attacked the convoy.
"""


def environment(**changes):
    env = {k: v for k, v in os.environ.items()
           if k not in ("BEDE_TRACE", "COLUMNS", "NO_COLOR")}
    env.update({"LC_ALL": "C", **changes})
    return env


def run(*args, stdin=b"", cwd=None, env=None, timeout=300, **more):
    """Runs the program; the result's stdout and stderr are bytes."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return subprocess.run([BEDE, *args], input=stdin, capture_output=True,
                          cwd=cwd, env=env or environment(), timeout=timeout,
                          **more)


def objects(output):
    return [json.loads(line) for line in output.decode().splitlines()]


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="bede-test-")
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if isinstance(content, str):
            content = content.encode()
        with open(path, "wb") as f:
            f.write(content)
        return path

    def assert_exit(self, result, status):
        self.assertEqual(result.returncode, status,
                         f"{result.args}\n{result.stderr.decode()[-2000:]}")

    def terminal(self):
        """A pseudo terminal; the test is skipped where there are none."""
        try:
            return pty.openpty()
        except OSError:
            self.skipTest("no pseudo terminals on this machine")

    def on_terminal(self, args, **env):
        """Output and errors of a run whose output is a terminal."""
        master, slave = self.terminal()
        env = environment(TERM="xterm", **env)
        with subprocess.Popen([BEDE, *args], stdout=slave, stdin=slave,
                              stderr=subprocess.PIPE, env=env) as process:
            os.close(slave)
            out = b""
            while True:
                try:
                    block = os.read(master, 65536)
                except OSError:
                    break
                if not block:
                    break
                out += block
            errors = process.stderr.read()
            process.wait(60)
        os.close(master)
        return process.returncode, out, errors


def report_jsonl(count):
    """A stream of `count` different short reports as JSON Lines, as bytes."""
    places = ("Homs", "Kano", "Quetta", "Odesa", "Goma", "Sana'a", "Cali")
    actors = ("Rebels", "Police", "Protesters", "Soldiers", "Militants")
    acts = ("attacked a convoy near", "arrested twelve people in",
            "marched through", "shelled a village near", "took hostages in")
    for i in range(count):
        place, actor = places[i % 7], actors[i % 5]
        text = (f"{actor} {acts[i // 5 % 5]} {place} on Monday, witness "
                f"Ahmad{i} Karimi{i * 7 % 1000} said. The government of Nigeria "
                f"said {i % 90 + 2} people were killed.")
        yield json.dumps({"id": f"r{i}", "title": f"News of {place}",
                          "text": text, "published": "2024-05-02"}) + "\n"


def main():
    unittest.main(verbosity=1, buffer=False, argv=sys.argv)
