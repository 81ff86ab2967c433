from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from policydiff.cli import main
from policydiff.report.docx import docx

MARKDOWN = """# 望津区：5 kept

**公共停车位** is raised: 300个 → 350个.

- **学位** <b>500</b> \\[1\\] “新增学位_500_个”
- 粮食

| unit | leads |
|---|---:|
| 区教育局 | 3 |
"""


def test_headings_lists_tables_and_bold_words_are_those_of_the_markdown() -> None:
    document = Document(BytesIO(docx(MARKDOWN)))
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("Heading 1", "望津区：5 kept"),
        ("Normal", "公共停车位 is raised: 300个 → 350个."),
        ("List Bullet", "学位 <b>500</b> [1] “新增学位_500_个”"),
        ("List Bullet", "粮食"),
    ]
    assert [run.text for run in document.paragraphs[1].runs if run.bold] == ["公共停车位"]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["unit", "leads"],
        ["区教育局", "3"],
    ]


def test_the_same_report_is_the_same_file() -> None:
    assert docx(MARKDOWN) == docx(MARKDOWN)


@pytest.mark.parametrize(
    "command",
    [
        ["diff", "wangjin-2024-plan", "wangjin-2024-tasks"],
        ["coverage", "wangjin-2024-plan", "wangjin-2024-tasks"],
        ["trace", "wangjin-2014-report", "wangjin-2024-plan", "--figures"],
    ],
)
def test_a_report_for_word_says_what_the_markdown_says(command: list[str], tmp_path: Path) -> None:
    word, plain = tmp_path / "a.docx", tmp_path / "a.md"
    assert main([*command, "--format", "docx", "-o", str(word)]) == 0
    assert main([*command, "--format", "md", "-o", str(plain)]) == 0
    document = Document(BytesIO(word.read_bytes()))
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    lines = plain.read_text(encoding="utf-8").splitlines()
    titles = [line.lstrip("# ").replace("\\", "") for line in lines if line.startswith("#")]
    assert headings == titles
    assert sum(p.style.name == "List Bullet" for p in document.paragraphs) == sum(
        line.startswith("- ") for line in lines
    )
