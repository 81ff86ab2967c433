from __future__ import annotations

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

import policydiff
from policydiff.cli import main
from policydiff.comparison import Comparison
from policydiff.errors import PolicydiffError
from policydiff.reading.document import Stance
from policydiff.report.sections import Show

REPORT = """青石区2023年政府工作报告
青石区人民政府
一、2022年工作回顾
2022年，新增公共停车位2000个，城镇新增就业1.5万人。
二、2023年主要任务
新增公共停车位3000个，改造老旧小区45个。城镇新增就业1.6万人以上。新建口袋公园12座。
"""
TABLE = """青石区2024年重点工作任务分解表
序号\t工作任务\t牵头单位\t责任单位
1\t新增公共停车位3500个。\t区城管局\t区住建局
2\t改造提升老旧小区45个。\t区房产局\t
3\t新建图书馆2座。\t区文旅局\t
4\t缓解停车难，新增公共停车位3500个。\t区住建局\t
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, entered, with a report ``a.txt`` and a task table ``b.txt``."""
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def run(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command."""
    code = main(arguments)
    out, err = capsysbinary.readouterr()
    return code, out.decode(), err.decode()


def test_diff_says_what_changed(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, err = run(capsysbinary, "diff", "a.txt", "b.txt")
    assert code == 0, err
    first = out.splitlines()[0]
    assert first.startswith("Of 4 targets in A:")
    assert "公共停车位" in out
    assert "图书馆  2座" in out
    assert "\x1b[" not in out


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
@pytest.mark.parametrize("command", [["diff", "a.txt", "b.txt"], ["extract", "a.txt"]])
def test_every_format(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes], command: list[str], format: str
) -> None:
    code, out, _ = run(capsysbinary, *command, "--format", format)
    assert code == 0
    assert out.endswith("\n")
    assert "公共停车位" in out
    saved = files / "result"
    assert main([*command, "--format", format, "-o", str(saved)]) == 0
    assert saved.read_bytes().decode() == out
    assert sorted(path.name for path in files.iterdir()) == ["a.txt", "b.txt", "result"]


def test_results_are_the_same_under_any_hash_seed(files: Path) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "policydiff", "diff", "a.txt", "b.txt", "--format", "json"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7")
    }
    assert len(outputs) == 1


def test_offsets_count_in_what_text_prints(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (files / "crlf.txt").write_bytes(REPORT.replace("\n", "\r\n").encode("gb18030"))
    _, text, _ = run(capsysbinary, "text", "crlf.txt")
    _, out, _ = run(capsysbinary, "extract", "crlf.txt", "--format", "json")
    record = json.loads(out)
    assert list(record) == ["schema", "document", "commitments", "diagnostics"]
    assert record["document"]["characters"] == len(text)
    assert record["commitments"]
    for commitment in record["commitments"]:
        assert text[commitment["start"] : commitment["end"]] == commitment["quote"]
        quantity = commitment["quantity"]
        assert not quantity or text[quantity["start"] : quantity["end"]] == quantity["text"]


def test_exit_code_says_whether_they_differ(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["diff", "a.txt", "b.txt", "--exit-code"]) == 1
    assert main(["diff", "a.txt", "a.txt", "--exit-code"]) == 0


def test_narrowing(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out, _ = run(capsysbinary, "diff", "a.txt", "b.txt", "--topic", "停车", "--format", "json")
    record = json.loads(out)
    assert record["b"]["commitments"]
    assert all("停车" in c["quote"] for c in record["b"]["commitments"])
    _, out, _ = run(capsysbinary, "diff", "a.txt", "b.txt", "--show", "new")
    assert "New in B" in out
    assert "Not restated" not in out
    _, out, _ = run(
        capsysbinary, "diff", "a.txt", "b.txt", "--stance", "outcome:target", "--show", "all"
    )
    assert out.startswith("Of 2 outcomes in A:")


def test_what_the_user_says_of_a_document_wins(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    options = ["--year", "2031", "--kind", "other", "--title", "题", "--publisher", "区府"]
    _, out, _ = run(capsysbinary, "extract", "a.txt", "--format", "json", *options)
    document = json.loads(out)["document"]
    said = [document[name] for name in ("year", "kind", "title", "publisher")]
    assert said == [2031, "other", "题", "区府"]
    _, out, _ = run(capsysbinary, "diff", "a.txt", "b.txt", "--title-a", "甲", "--year-b", "2030")
    assert "A  甲" in out


def test_standard_input(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(TABLE.encode())))
    code, out, _ = run(capsysbinary, "diff", "a.txt", "-")
    assert code == 0
    assert "图书馆" in out


def test_csv_for_excel(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["extract", "a.txt", "--format", "csv", "--encoding", "utf-8-sig"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"\xef\xbb\xbfid,")


def test_the_ledger_holds_no_sentence(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    code, out, _ = run(capsysbinary, "extract", "a.txt", "--facts")
    assert code == 0
    assert "3000" in out
    assert "新增公共停车位3000个" not in out


def test_the_light_commands_load_nothing_heavy() -> None:
    heavy = ["pandas", "sklearn", "jieba", "scipy", "numpy", "rapidfuzz", "textdistance", "jinja2"]
    program = (
        "import sys\nfrom policydiff.cli import main\n"
        "code = main(sys.argv[1:])\n"
        f"sys.exit(code or ' '.join(set({heavy}) & set(sys.modules)) or 0)"
    )
    for option in ("--help", "--version"):
        done = subprocess.run([sys.executable, "-c", program, option], capture_output=True)
        assert done.returncode == 0, done.stderr
        assert done.stdout


def test_version(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    expected = (0, f"policydiff {policydiff.__version__}\n", "")
    assert run(capsysbinary, "--version") == expected


def test_a_reader_that_leaves_early_is_no_trouble(files: Path) -> None:
    (files / "long.txt").write_text(REPORT * 5000, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "policydiff", "text", "long.txt"],
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_the_front_door(files: Path) -> None:
    document = policydiff.read("a.txt")
    extraction = policydiff.extract(document)
    assert policydiff.extract("a.txt") == extraction
    comparison = policydiff.compare(extraction, "b.txt")
    assert isinstance(comparison, Comparison)
    assert comparison.stances == (Stance.TARGET, Stance.TARGET)
    assert set(policydiff.__all__) <= set(dir(policydiff))
    with pytest.raises(AttributeError, match="nothing"):
        _ = policydiff.nothing
    with pytest.raises(PolicydiffError, match=r"c\.txt"):
        policydiff.compare("a.txt", "c.txt")


@pytest.fixture
def gold(files: Path) -> Path:
    """A gold folder for ``a.txt`` with one target that is there and one that is not."""
    columns = "start end text indicator value value_max unit comparator kind stance year hedge note"
    start = REPORT.index("3000个")
    there = f"{start} {start + 5} 3000个 公共停车位 3000 - 个 = amount target 2023 - -"
    missing = "0 2 青石 青石 2 - 个 = amount target 2023 - -"
    lines = [line.replace(" ", "\t").replace("-", "") for line in (columns, there, missing)]
    (files / "gold" / "targets").mkdir(parents=True)
    (files / "gold" / "targets" / "a.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return files / "gold"


def test_evaluation_of_targets(gold: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    command = ["evaluate", "targets", "gold"]
    code, out, err = run(capsysbinary, *command, "--list")
    assert code == 0, err
    assert "a\n  precision " in out
    assert "missed" in out
    assert main([*command, "--write-baseline", "base.json", "-o", "figures.txt"]) == 0
    _, out, _ = run(capsysbinary, *command, "--baseline", "base.json")
    assert "The figures are those of the baseline." in out
    for format in ("json", "csv", "md"):
        code, out, _ = run(capsysbinary, *command, "--format", format)
        assert code == 0
        assert "macro" in out
    code, out, err = run(capsysbinary, "evaluate", "links", "gold")
    assert (code, out) == (2, "")
    assert err.startswith("policydiff: ")


def test_every_part_is_named_in_the_help(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    _, out, _ = run(capsysbinary, "diff", "--help")
    words = " ".join(out.split())
    assert all(part.value in words for part in Show)


@pytest.mark.parametrize("format", ["table", "json", "csv", "md"])
@pytest.mark.parametrize(
    "command", [["trace", "b.txt", "a.txt", "--workers", "1"], ["coverage", "a.txt", "b.txt"]]
)
def test_trace_and_coverage_in_every_format(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes], command: list[str], format: str
) -> None:
    code, out, err = run(capsysbinary, *command, "--format", format)
    assert (code, err) == (0, "")
    assert "公共停车位" in out
    assert "3500" in out
    assert "\x1b[" not in out


def test_trace_takes_topics_and_years(
    files: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    command = ["trace", "a.txt", "b.txt", "--figures", "--workers", "1"]
    code, out, _ = run(capsysbinary, *command, "--topic", "停车泊位", "--year", "a.txt=2021")
    assert code == 0
    assert "2021 [1]  promised 3000个" in out
    assert "2022–2023  no document given" in out
    assert "图书馆" not in out
    code, _, err = run(capsysbinary, *command, "--year", "c.txt=2021")
    assert (code, err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "command",
    [
        ["diff", "a.txt", "b.txt"],
        ["trace", "a.txt", "b.txt", "--workers", "1"],
        ["coverage", "a.txt", "b.txt"],
    ],
)
def test_workbooks_go_to_files_and_never_to_a_terminal(
    files: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    assert main([*command, "--format", "xlsx", "-o", "result.xlsx"]) == 0
    assert (files / "result.xlsx").read_bytes().startswith(b"PK")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, out, err = run(capsysbinary, *command, "--format", "xlsx")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "-o" in err


def test_coverage_wants_a_table(files: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    code, _, err = run(capsysbinary, "coverage", "b.txt", "a.txt")
    assert (code, err.count("\n")) == (2, 1)
    assert "name the plan first" in err
