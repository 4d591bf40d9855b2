"""Memory does not grow with the number of documents."""
import os
import subprocess
import unittest

import cli

ROOM_KIB = 20 << 10


def peak_kib(path):
    """The greatest resident size of a run over `path`."""
    process = subprocess.Popen([cli.BEDE, "code", path],
                               stdout=subprocess.DEVNULL,
                               env=cli.environment())
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, process.returncode
    return usage.ru_maxrss


class Memory(cli.Case):
    def test_flat_over_documents(self):
        few = self.write("few.jsonl", "".join(cli.report_jsonl(200)))
        many = self.write("many.jsonl", "".join(cli.report_jsonl(4000)))
        small, large = peak_kib(few), peak_kib(many)
        print(f"peak {small} KiB over 200 documents, {large} over 4000")
        self.assertLess(large - small, ROOM_KIB)


if __name__ == "__main__":
    cli.main()
