"""Options, help, the man page, completions: all from one table a command."""
import os
import re
import shutil
import subprocess
import unittest

import cli

# Arguments, exit status, and what standard error must say.
USAGE = [
    (["nonsense"], 2, "no command 'nonsense'"),
    (["cod"], 2, 'did you mean "bede code"'),
    (["--versoin"], 2, "did you mean --version?"),
    (["--version=1"], 2, "takes no value"),
    (["--completions"], 2, "needs a SHELL"),
    (["--completions", "tcsh"], 2, "bash|zsh|fish"),
    (["code", "--formt", "json", "x"], 2, "did you mean --format?"),
    (["code", "--with-txt", "x"], 2, "did you mean --with-text?"),
    (["code", "--format"], 2, "--format needs a FORMAT"),
    (["code", "-f"], 2, "-f needs a FORMAT"),
    (["code", "--format=xml", "x"], 2, "json|claims|csv|tsv|table"),
    (["code", "--all=yes", "x"], 2, "takes no value"),
    (["code", "--input", "warc", "x"], 2, "not yet in this version"),
    (["code", "-f", "json", "--format", "csv", "x"], 2, "given twice"),
    (["code", "--no-text=yes", "x"], 2, "takes no value"),
    (["code", "--accurate=yes", "x"], 2, "takes no value"),
    (["parse", "--accurate", "--accurate", "x"], 2, "given twice"),
    (["explain", "--acurate", "x"], 2, "did you mean --accurate?"),
    (["score", "--accurate", "a", "b", "c"], 2, "unknown option --accurate"),
    (["lint", "--accurate", "x"], 2, "unknown option --accurate"),
    (["doctor", "--accurate"], 2, "unknown option --accurate"),
    (["--accurate"], 2, "unknown option --accurate"),
    (["code", "-q", "x"], 2, "unknown option -q"),
    (["code", "--zzzzzz", "x"], 2, "unknown option --zzzzzz"),
    (["code", "--with-text", "--no-text", "x"], 2, "exclude each other"),
    (["code", "--published", "2024", "x"], 2, "YYYY-MM-DD"),
    (["code", "--published", "2024-13-01", "x"], 2, "YYYY-MM-DD"),
    (["code", "--", "--format"], 1, "--format: no such file"),
    (["explain", "a text", "b text"], 2, "one operand too many"),
    (["score", "a", "b"], 2, "2 of the operands DOCS GOLD PRED"),
    (["score", "a", "b", "c", "--show", "-1"], 2, "no number"),
    (["diff", "a"], 2, "1 of the operands A B"),
    (["diff", "a", "b", "c"], 2, "one operand too many"),
    (["diff", "a", "b", "--only", "all"], 2, "lost|gained|changed"),
    (["diff", "a", "b", "-f", "csv"], 2, "table|json"),
    (["diff", "-", "-"], 2, "only one of A and B"),
    (["quotes", "--format", "polecat", "x"], 2, "json|csv|tsv|table"),
    (["quotes", "--stance", "lies", "x"], 2, "says|estimates"),
    (["quotes", "--kind", "narrator", "x"], 2, "person|organization"),
    (["quotes", "--speaker", " ", "x"], 2, "not blank"),
    (["quotes", "--speaker"], 2, "needs a TEXT"),
    (["quotes", "--all=yes", "x"], 2, "takes no value"),
    (["quotes", "--published", "May", "x"], 2, "YYYY-MM-DD"),
    (["sources", "-f", "claims", "x"], 2, "json|csv|tsv|table"),
    (["sources", "--sumary", "x"], 2, "did you mean --summary?"),
    (["sources", "--published", "May", "x"], 2, "YYYY-MM-DD"),
    (["verbs", "--uncoded=x", "y"], 2, "takes no value"),
    (["verbs", "--uncoded", "--published", "x", "y"], 2, "YYYY-MM-DD"),
    (["lint"], 2, "DIR... is missing"),
    (["doctor", "x"], 2, "one operand too many"),
]


def long_options(command):
    args = [command] if command else []
    text = cli.run(*args, "--help").stdout.decode()
    block = text.split("\nOptions:\n")[1].split("\n\n")[0]
    return re.findall(r"^ +(?:-\w,)? *--([a-z-]+)", block, re.M)


class Usage(cli.Case):
    def test_errors(self):
        for args, status, words in USAGE:
            with self.subTest(args=args):
                result = cli.run(*args)
                self.assert_exit(result, status)
                self.assertEqual(result.stdout, b"")
                self.assertIn(words, result.stderr.decode())

    def test_nothing_given_shows_help(self):
        result = cli.run()
        self.assert_exit(result, 2)
        self.assertIn(b"Usage: bede", result.stderr)
        self.assertEqual(result.stdout, b"")

    def test_version(self):
        self.assertRegex(cli.run("--version").stdout, rb"^bede \d+\.\d+\.\d+\n$")

    def test_license(self):
        result = cli.run("--license")
        self.assert_exit(result, 0)
        self.assertIn(b"Apache-2.0", result.stdout)
        notice = os.path.join(cli.ROOT, "NOTICE")
        if os.path.exists(notice):
            with open(notice, "rb") as f:
                self.assertIn(f.readline().strip(), result.stdout)

    def test_help_has_examples_before_options(self):
        for command in ("",) + cli.COMMANDS:
            with self.subTest(command=command):
                args = [command] if command else []
                for last in (["--help"], ["-h"]):
                    result = cli.run(*args, *last)
                    self.assert_exit(result, 0)
                    text = result.stdout.decode()
                    self.assertLess(text.index("Examples:"),
                                    text.index("Options:"))
                    self.assertLess(max(map(len, text.split("\n"))), 81)
                if command:
                    self.assertEqual(cli.run("help", command).stdout,
                                     result.stdout)

    def test_help_wins_over_missing_operands(self):
        self.assert_exit(cli.run("score", "--help"), 0)

    def test_every_example_of_the_help_parses(self):
        for command in cli.COMMANDS:
            text = cli.run(command, "--help").stdout.decode()
            block = text.split("Examples:\n")[1].split("\n\n")[0]
            for line in re.findall(r"^  (\S.*)$", block, re.M):
                with self.subTest(line=line):
                    words = self.bede_words(line)
                    result = cli.run(*words, cwd=self.folder.name)
                    self.assertNotIn(b"--help", result.stderr, line)

    def bede_words(self, line):
        import shlex
        part = [p for p in line.split("|") if p.strip().startswith("bede")][0]
        words = shlex.split(part.strip())[1:]
        return [w for w in words if not w.startswith(">")]

    def test_stdout_full(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            for args in (["--help"], ["--man"], ["--version"], ["doctor"]):
                result = subprocess.run([cli.BEDE, *args], stdout=full,
                                        stderr=subprocess.PIPE)
                self.assertEqual(result.returncode, 2, args)
                self.assertIn(b"standard output: ", result.stderr)

    def test_closed_streams(self):
        self.write("r.txt", cli.REPORT)
        command = f'"{cli.BEDE}" code -f json r.txt >&- 2>err'
        status = subprocess.call(["sh", "-c", command], cwd=self.folder.name)
        self.assertEqual(status, 2)
        command = f'"{cli.BEDE}" code -f json -o out r.txt 2>&- <&- >&-'
        status = subprocess.call(["sh", "-c", command], cwd=self.folder.name)
        # Standard output is not written when the data go to a file; that it is
        # closed is told all the same nowhere.
        self.assertEqual(status, 0)
        with open(self.path("out"), "rb") as f:
            self.assertEqual(len(cli.objects(f.read())), 1)


class ManPage(cli.Case):
    def test_has_every_option(self):
        man = cli.run("--man").stdout.decode()
        for command in ("",) + cli.COMMANDS:
            names = long_options(command)
            self.assertIn("help", names)
            for name in names:
                dashed = "--" + name
                self.assertIn("\\fB" + dashed.replace("-", "\\-") + "\\fR", man)
        for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "OPTIONS",
                        "COMMANDS", '"EXIT STATUS"', "ENVIRONMENT"):
            self.assertIn(".SH " + heading + "\n", man.replace(
                ".SH EXIT STATUS", '.SH "EXIT STATUS"'))

    def test_is_what_the_build_installs(self):
        built = os.path.join(cli.BUILD, "bede.1")
        with open(built, "rb") as f:
            self.assertEqual(f.read(), cli.run("--man").stdout)

    def test_formatter_has_nothing_to_say(self):
        page = self.write("bede.1", cli.run("--man").stdout)
        tools = [["groff", "-man", "-Tutf8", "-ww", "-z", page],
                 ["mandoc", "-Tlint", "-Werror", page],
                 ["man", "-l", "--warnings", page]]
        tried = 0
        for tool in tools:
            if not shutil.which(tool[0]):
                continue
            tried += 1
            result = subprocess.run(tool, capture_output=True,
                                    env=cli.environment(LC_ALL="C.UTF-8"))
            if tool[0] == "mandoc":
                self.assertNotIn(b"ERROR", result.stdout + result.stderr)
                continue
            self.assertEqual(result.stderr, b"", tool)
        if not tried:
            self.skipTest("no groff, mandoc or man")


class Completions(cli.Case):
    def test_name_every_option(self):
        for shell, form in (("bash", "--{}"), ("zsh", "--{}["), ("fish", "-l {}")):
            text = cli.run("--completions", shell).stdout.decode()
            for command in ("",) + cli.COMMANDS:
                for name in long_options(command):
                    self.assertIn(form.format(name), text, shell)

    def complete(self, *words):
        self.write("bash", cli.run("--completions", "bash").stdout)
        array = " ".join(f"'{w}'" for w in words)
        script = (f"source ./bash; COMP_WORDS=({array}); "
                  f"COMP_CWORD={len(words) - 1}; _bede; "
                  'echo "${COMPREPLY[@]}"')
        result = subprocess.run(["bash", "-c", script], capture_output=True,
                                cwd=self.folder.name)
        self.assertEqual(result.stderr, b"")
        return result.stdout.decode().split()

    @unittest.skipUnless(shutil.which("bash"), "no bash")
    def test_bash_completes(self):
        self.assertEqual(self.complete("bede", "ex"), ["explain"])
        self.assertEqual(self.complete("bede", "code", "--form"), ["--format"])
        self.assertEqual(self.complete("bede", "code", "--format", "c"),
                         ["claims", "csv"])
        self.assertEqual(self.complete("bede", "--completions", "z"), ["zsh"])

    def test_shells_read_them(self):
        for shell in ("bash", "zsh", "fish"):
            if shutil.which(shell):
                page = self.write(shell, cli.run("--completions", shell).stdout)
                subprocess.run([shell, "-n", page], check=True)


if __name__ == "__main__":
    cli.main()
