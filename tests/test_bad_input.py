"""Whatever is wrong with what the user gives: one line on standard error, exit code 2."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from policydiff.cli import main

GOOD = "青石区2024年政府工作报告\n二、2024年主要任务\n新增公共停车位3000个，改造老旧小区45个。\n"
CLUTTER = "首页\n网站地图\n当前位置：首页 > 政务公开\n打印\n关闭\n猜你喜欢\n推荐访问\n版权所有\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The single line on standard error of a run that must fail without a result."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("policydiff: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def everywhere(capsys: pytest.CaptureFixture[str], name: str) -> str:
    """The line that every command gives for this file."""
    lines = {
        refused(capsys, *command)
        for command in (
            ["extract", name],
            ["diff", name, "good.txt"],
            ["diff", "good.txt", name],
        )
    }
    assert len(lines) == 1
    line = lines.pop()
    assert name in line
    return line


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "not plain text"),
        (GOOD.encode()[:-5], "cut"),
        (GOOD.encode("gb18030")[:-4], "cut"),
        (GOOD.encode("utf-16")[:-5], "cut"),
    ],
)
def test_files_that_are_no_text(
    capsys: pytest.CaptureFixture[str], content: bytes, word: str
) -> None:
    Path("bad.txt").write_bytes(content)
    assert word in everywhere(capsys, "bad.txt")


def test_a_file_of_clutter_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("clutter.txt").write_text(CLUTTER * 3, encoding="utf-8")
    everywhere(capsys, "clutter.txt")


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("序号\t牵头单位\t责任单位", "{n}\t区城管局\t区住建局"),
        ("序号\t工作任务\t牵头单位\t责任单位", "{n}\t新增公共停车位{n}00个。\t区城管局"),
    ],
)
def test_a_table_with_a_missing_column(
    capsys: pytest.CaptureFixture[str], header: str, row: str
) -> None:
    rows = "\n".join(row.format(n=n) for n in range(1, 9))
    text = f"青石区2024年重点工作任务分解表\n{header}\n{rows}\n"
    Path("table.txt").write_text(text, encoding="utf-8")
    assert "column" in everywhere(capsys, "table.txt")


def test_a_directory(capsys: pytest.CaptureFixture[str]) -> None:
    Path("folder").mkdir()
    assert "directory" in everywhere(capsys, "folder")


def test_a_missing_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such file" in everywhere(capsys, "missing.txt")


def test_an_unreadable_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not stop an administrator, so the refusal is made up."""
    Path("secret.txt").write_text(GOOD, encoding="utf-8")
    read_bytes = Path.read_bytes

    def refusing(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    assert "permission" in everywhere(capsys, "secret.txt")


def test_an_unknown_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert "no such id" in everywhere(capsys, "qingshi-1999-report")


@pytest.mark.parametrize("output", ["no/such/folder/result.json", "good.txt/result.json", "folder"])
def test_an_output_that_cannot_be_written(capsys: pytest.CaptureFixture[str], output: str) -> None:
    Path("folder").mkdir()
    line = refused(capsys, "extract", "good.txt", "--format", "json", "-o", output)
    assert output in line
    assert sorted(path.name for path in Path().iterdir()) == ["folder", "good.txt"]


def test_a_failed_run_leaves_the_old_result(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("result.csv").write_text("old", encoding="utf-8")
    refused(capsys, "extract", "missing.txt", "--format", "csv", "-o", "result.csv")

    def full(path: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        refused(capsys, "extract", "good.txt", "--format", "csv", "-o", "result.csv")
    assert Path("result.csv").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["good.txt", "result.csv"]


@pytest.mark.parametrize(
    "options",
    [
        ["--show", "novelties"],
        ["--stance", "hope"],
        ["--stance", "target:outcome:target"],
        ["--encoding", "no-such-code"],
        ["--encoding", "latin-1"],
    ],
)
def test_options_that_mean_nothing(capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    assert options[1] in refused(capsys, "diff", "good.txt", "good.txt", *options)


def test_standard_input_serves_one_side(capsys: pytest.CaptureFixture[str]) -> None:
    assert "once" in refused(capsys, "diff", "-", "-")


def test_a_document_without_targets_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    past = "青石区2023年工作总结\n一、2023年工作回顾\n2023年，新增公共停车位2000个。\n"
    Path("past.txt").write_text(past, encoding="utf-8")
    assert main(["diff", "past.txt", "good.txt"]) == 0
    out, _ = capsys.readouterr()
    assert out.startswith("Nothing to compare: no targets found in A, 2 targets found in B.")
    assert "restated" not in out


def test_two_failures_give_the_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert "one.txt" in refused(capsys, "diff", "one.txt", "two.txt")
    assert sys.exc_info() == (None, None, None)
