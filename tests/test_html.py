from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from drafts import Draft, link

import policydiff
from policydiff import decisions
from policydiff.alignment.features import FEATURES
from policydiff.alignment.link import Band, Decision, Relation, Verdict, Wording
from policydiff.alignment.meaning import MEANING
from policydiff.cli import main
from policydiff.commitments.model import Extraction
from policydiff.comparison import Comparison
from policydiff.coverage import Coverage
from policydiff.report.html import coverage_html, diff_html, trace_html
from policydiff.report.html.labels import FEATURES as CHINESE
from policydiff.report.html.labels import LABELS
from policydiff.report.html.marked import lines
from policydiff.report.html.page import script_safe
from policydiff.report.html.tokens import compared, plain, tokens
from policydiff.threads import follow

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Download, Page

CHROMIUM = "/usr/bin/chromium"
HOSTILE = (
    "</script><script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\"><!--"
)


@pytest.fixture
def comparison() -> Comparison:
    """One finding of every status; B is a task table."""
    a, b = Draft("a", title="青石区2023年政府工作报告", year=2023), Draft("b")
    unit = {"item": "7", "lead": ("区城管局",), "section": ("（一）城市建设",)}
    parking_a = a.add("新增公共停车位3000个", "公共停车位", "3000个", 3000)
    park_a = a.add("建成口袋公园12座", "口袋公园", "12座", 12, "座")
    growth_a = a.add("服务业增加值增长2.7%", "服务业增加值", "2.7%", 2.7, "%")
    pipe_a = a.add("改造老旧管网90公里", "老旧管网", "90公里", 90, "公里")
    gym_a = a.add("建设青石湖体育馆", "青石湖体育馆")
    a.add("推进夜间经济", "夜间经济")
    road_a = a.add("新建道路5条", "道路", "5条", 5, "条")
    parking_b = b.add("全年新增公共停车位3500个", "公共停车位", "3500个", 3500, **unit)
    park_b = b.add("建成口袋公园10座", "口袋公园", "10座", 10, "座", **unit)
    growth_b = b.add("服务业增加值达到27亿元", "服务业增加值", "27亿元", 2.7e9, "元")
    pipe_b = b.add("改造老旧管网90公里", "老旧管网", "90公里", 90, "公里")
    gym_b = b.add("完善青石湖体育馆配套", "青石湖体育馆")
    b.add("新建充电桩200个", "充电桩", "200个", 200, lead=("区发改局",))
    road_b = b.add("新建绿道5条", "绿道", "5条", 5, "条")
    made = (
        link(parking_a, parking_b, Relation.RAISED, wording=Wording.TIGHTENED),
        link(park_a, park_b, Relation.LOWERED),
        link(growth_a, growth_b, Relation.REFRAMED),
        link(pipe_a, pipe_b, Relation.SAME),
        link(gym_a, gym_b, Relation.RELATED),
        link(road_a, road_b, Relation.SAME, 0.4, Band.POSSIBLE),
    )
    return Comparison(a.extraction(), b.extraction(), made)


def as_ledger(extraction: Extraction) -> Extraction:
    bare = tuple(replace(c, quote="") for c in extraction.commitments if c.quantity)
    return Extraction(replace(extraction.document, text="", blocks=()), bare, facts_only=True)


# The parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长2.7%", ["增", "长", "2.7%"]),
        ("1,018亿元", ["1,018亿", "元"]),
        ("１２．５％", ["１２．５％"]),
        ("3000,3500个", ["3000", ",", "3500", "个"]),
        ("一百五十万人", ["一百五十万", "人"]),
        ("5G基站", ["5", "G", "基", "站"]),
        ("a  b", ["a", "  ", "b"]),
    ],
)
def test_a_number_is_one_token(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_quotes_are_compared_by_tokens() -> None:
    draft = Draft("a")
    a = draft.add("服务业增加值增长2.7%", "服务业增加值", "2.7%", 2.7, "%")
    b = draft.add("服务业增加值增长2.5%", "服务业增加值", "2.5%", 2.5, "%")
    other = draft.add("推进夜间经济", "夜间经济")
    assert [(p.text, p.changed, p.number) for p in compared(a, b)[1]] == [
        ("服务业增加值增长", False, False),
        ("2.5%", True, True),
    ]
    assert compared(a, other) == (plain(a), plain(other))


def test_the_text_is_whole_and_every_commitment_ends_once(comparison: Comparison) -> None:
    for extraction in (comparison.a, comparison.b):
        text = extraction.document.text
        laid_out = lines(extraction)
        assert all(
            text.startswith("".join(p.text for p in line.pieces), line.start) for line in laid_out
        )
        assert "\n".join("".join(p.text for p in line.pieces) for line in laid_out) == text.strip()
        ends = [index for line in laid_out for piece in line.pieces for index in piece.ends]
        assert ends == list(range(len(extraction.commitments)))


def test_overlapping_commitments_are_all_marked() -> None:
    draft = Draft("a")
    first = draft.add("改造老旧小区38个、背街小巷21条", "老旧小区", "38个", 38)
    second = replace(
        first,
        id="c9",
        indicator="背街小巷",
        quantity=replace(first.quantity, start=14, end=17, text="21条") if first.quantity else None,
    )
    (line,) = lines(Extraction(draft.extraction().document, (first, second)))
    marked = [(p.text, p.inside, p.number, p.ends) for p in line.pieces if p.inside]
    assert marked == [
        ("改造老旧小区", (0, 1), False, ()),
        ("38个", (0, 1), True, (0,)),
        ("、背街小巷", (0, 1), False, ()),
        ("21条", (1, 0), True, (1,)),
    ]


def test_carriage_returns_do_not_shift_lines() -> None:
    draft = Draft("a", text="一\r\n\r\n二\r\n")
    assert [(x.start, x.pieces[0].text) for x in lines(draft.extraction())] == [
        (0, "一"),
        (5, "二"),
    ]


def test_every_label_says_the_same_in_both_languages() -> None:
    for key, (english, chinese) in LABELS.items():
        names = [set(re.findall(r"\{(\w+)\}", text)) for text in (english, chinese)]
        assert names[0] == names[1], key
        assert english, key
        assert chinese, key


def test_every_feature_has_a_chinese_name() -> None:
    assert {*FEATURES, *MEANING} <= set(CHINESE)


def test_script_data_cannot_end_the_script() -> None:
    safe = script_safe({"quote": HOSTILE + "\u2028"})
    assert not re.search("[<>&\u2028]", safe)
    assert json.loads(safe) == {"quote": HOSTILE + "\u2028"}


# The page without a browser


def test_every_label_of_the_page_exists(comparison: Comparison) -> None:
    used = set(re.findall(r' data-t(?:-placeholder)?="([^"]+)"', diff_html(comparison)))
    assert used <= set(LABELS)


def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison) -> None:
    assert diff_html(comparison) == diff_html(comparison)


def test_the_page_loads_nothing(comparison: Comparison) -> None:
    page = diff_html(comparison)
    assert not re.search(r"""(?:src|href)=["']?(?!#)[\w/]|@import|url\(|https?://""", page)
    assert "default-src &#39;none&#39;" in page


def test_markup_of_a_document_is_text(comparison: Comparison) -> None:
    page = diff_html(hostile(comparison))
    assert "<img" not in page
    assert page.count("<script") == 3
    assert page.count("</script>") == 3


def test_ledgers_become_tables_of_facts(comparison: Comparison) -> None:
    page = diff_html(
        replace(comparison, a=as_ledger(comparison.a), b=as_ledger(comparison.b), links=())
    )
    assert '<main class="facts">' in page
    assert "characters 0–12" in page
    assert 'class="pane"' not in page
    assert "3500个" in page


def test_nothing_found_is_said(comparison: Comparison) -> None:
    empty = replace(comparison.b, commitments=())
    page = diff_html(Comparison(comparison.a, empty, ()))
    assert "There is nothing to compare" in page
    assert "not restated" not in re.findall(r'<p class="news">.*?</p>', page, re.S)[0]


def test_the_page_of_a_real_pair_is_small(shared: Path) -> None:
    folder = shared / "corpora"
    found = policydiff.compare(folder / "tiexi-2024-plan.txt", folder / "tiexi-2024-tasks.txt")
    assert len(diff_html(found).encode()) < 600_000


# The page in a browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; skips where it is not installed."""
    if not Path(CHROMIUM).exists():
        reason = f"{CHROMIUM} is missing: the page was not tried in a browser"
        if os.environ.get("POLICYDIFF_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


Opener = Callable[..., "Page"]


@pytest.fixture
def trouble() -> list[str]:
    """Requests, dialogs, script errors and console messages of the pages of a test."""
    return []


@pytest.fixture
def visit(browser: Browser, tmp_path: Path, trouble: list[str]) -> Iterator[Opener]:
    """Opens a comparison, or a page as it is; the test fails where there was any trouble."""
    contexts: list[BrowserContext] = []

    def opened(shown: Comparison | str, *, width: int = 1440, **settings: object) -> Page:
        path = tmp_path / "report.html"
        written = shown if isinstance(shown, str) else diff_html(shown)
        path.write_text(written, encoding="utf-8")
        options = {"locale": "en-US", "viewport": {"width": width, "height": 900}} | settings
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)  # a machine may be busy
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda message: trouble.append(message.text))
        page.on("dialog", lambda dialog: trouble.append(dialog.message))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "blob:")) else trouble.append(r.url),
        )
        page.goto(path.as_uri())
        return page

    yield opened
    for context in contexts:
        context.close()
    assert trouble == []


def hostile(comparison: Comparison) -> Comparison:
    """The comparison with markup wherever a document can put text."""
    draft = Draft("a", title=HOSTILE, text=HOSTILE + "\n")
    fields = {"section": (HOSTILE,), "item": HOSTILE, "lead": (HOSTILE,), "action": HOSTILE}
    a = draft.add(HOSTILE + "3个", HOSTILE, "3个", 3, HOSTILE, **fields)
    b = Draft("b", title=HOSTILE)
    c = b.add(HOSTILE + "4个", HOSTILE, "4个", 4, HOSTILE, **fields)
    b.add(HOSTILE, HOSTILE, **fields)
    decided = replace(
        link(a, c, Relation.RAISED),
        decided=Decision(Verdict.CONFIRMED, HOSTILE, HOSTILE, HOSTILE),
        matched_by=HOSTILE,
        evidence={HOSTILE: 1.0},
    )
    return replace(comparison, a=draft.extraction(), b=b.extraction(), links=(decided,))


def test_markup_in_a_document_is_shown_as_text(visit: Opener, comparison: Comparison) -> None:
    page = visit(hostile(comparison))
    page.keyboard.press("n")
    assert page.title() != "ran"
    assert HOSTILE in page.locator("#pane-a .text").inner_text()
    assert HOSTILE in page.locator(".d table").inner_text()
    assert HOSTILE in page.locator(".d").inner_text()
    assert page.locator("img").count() == 0
    page.locator("#review > summary").click()
    page.locator("#add").click()
    assert HOSTILE in (page.locator("#choose-a option").first.text_content() or "")


def test_the_policy_of_the_page_forbids_the_network(
    visit: Opener, comparison: Comparison, trouble: list[str]
) -> None:
    page = visit(comparison)
    answer = page.evaluate("fetch('data:text/plain,x').then(() => 'sent', () => 'refused')")
    assert answer == "refused"
    assert "Content Security Policy" in trouble[0]
    trouble.clear()


def test_keys_walk_through_the_findings(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)

    def opened() -> str:
        return page.locator("li.open .i").inner_text() if page.locator("li.open").count() else ""

    walked = []
    for key in ("n", "n", "n", "n", "p", "j", "Escape"):
        page.keyboard.press(key)
        walked.append(opened())
    assert walked == [
        "公共停车位",
        "口袋公园",
        "服务业增加值",
        "服务业增加值",
        "口袋公园",
        "服务业增加值",
        "",
    ]
    assert page.evaluate("document.activeElement.className") == "t"
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert page.locator("#search").input_value() == "n"
    assert opened() == ""
    page.locator(".keys > summary").click()
    page.locator("#keys").uncheck()
    page.keyboard.press("n")
    assert opened() == ""


def test_filters_narrow_the_findings(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)

    def shown() -> list[str]:
        page.wait_for_timeout(200)
        return page.locator(".group > ul > li:not([hidden]) .i").all_inner_texts()

    page.locator(".chip[data-group=raised]").click()
    assert shown() == ["公共停车位"]
    page.locator(".chip[data-group=new]").click()
    assert shown() == ["公共停车位", "充电桩"]
    assert page.locator("#shown").inner_text() == "2 of 8 shown"
    page.locator("button[type=reset]").click()
    assert len(shown()) == 8
    page.locator("#unit").select_option("区城管局")
    assert shown() == ["公共停车位", "口袋公园"]
    page.locator("button[type=reset]").click()
    page.locator("#section").select_option(label="（一）城市建设")
    assert shown() == ["公共停车位", "口袋公园"]
    page.locator("button[type=reset]").click()
    page.locator("#band").select_option("possible")
    assert shown() == ["道路 → 绿道"]
    page.locator("button[type=reset]").click()
    page.locator("#search").fill("２.７%")
    assert shown() == ["服务业增加值"]


def test_texts_and_findings_lead_to_each_other(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)
    page.locator("#pane-a a.dropped").click()
    assert page.locator("li.open .i").inner_text() == "推进夜间经济"
    page.locator("#pane-b a.raised").click()
    assert page.locator("li.open .i").inner_text() == "公共停车位"
    lit = page.locator(".text u.on").all_inner_texts()
    assert "".join(lit) == "新增公共停车位3000个全年新增公共停车位3500个"
    assert "A careful reader" in page.locator(".d .why p").inner_text()
    assert "indicator" in page.locator(".d table").inner_text()


def test_labels_change_language_and_documents_do_not(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)
    quotes = page.locator("q").all_inner_texts()
    page.keyboard.press("n")
    page.locator("#language").click()
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"
    assert "B 中未再提出" in page.locator("#g-dropped h3").inner_text()
    assert "上调 1 项" in page.locator(".news").inner_text()
    assert "对应依据" in page.locator(".d").inner_text()
    assert page.locator("q").all_inner_texts() == quotes
    page.reload()
    assert page.evaluate("document.documentElement.lang") == "zh-Hans"


def test_statuses_are_told_by_word_and_symbol(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)
    symbols = page.evaluate(
        "[...document.querySelectorAll('.m')].map("
        "(m) => [m.textContent, getComputedStyle(m, '::before').content])"
    )
    words = dict(symbols)
    assert set(words) == {
        "raised", "lowered", "reframed", "kept", "related", "not restated", "new", "to check",
    }  # fmt: skip
    assert len(set(words.values())) == len(words)


def test_dark_is_a_switch(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison, color_scheme="dark")
    background = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(background)
    page.locator("#theme").click()
    assert page.evaluate(background) != dark
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "light"


def test_paper_has_every_finding_and_no_controls(visit: Opener, comparison: Comparison) -> None:
    page = visit(comparison)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".group > ul > li:visible").count() == 8
    assert page.locator(".tools").is_hidden()
    assert page.locator(".texts").is_hidden()


def test_a_review_becomes_a_file_that_the_program_applies(
    visit: Opener, comparison: Comparison, tmp_path: Path
) -> None:
    page = visit(comparison, accept_downloads=True)
    page.locator("#review > summary").click()
    page.locator("#reader").fill("读者甲")
    page.locator(".i", has_text="公共停车位").first.click()
    page.locator("#why").fill("同一指标")
    page.locator("[data-act=confirm]").click()
    page.locator(".i", has_text="口袋公园").click()
    page.locator("[data-act=reject]").click()
    page.locator("#g-undetermined .i").click()
    page.locator("#relation").select_option("related")
    page.locator("[data-act=relabel]").click()
    page.locator("#g-dropped .i").click()
    page.locator("[data-add]").click()
    assert page.locator("#choose-a option:checked").inner_text() == "夜间经济"
    page.locator("#narrow-b").fill("充电")
    page.locator("#choose-b").select_option(label="充电桩 200个")
    page.locator("#adding-relation").select_option("reframed")
    page.locator("#adding-keep").click()
    assert page.locator("#decided-count").inner_text() == "4"
    assert "夜间经济" in page.locator("#added").inner_text()

    page.reload()
    assert page.locator("#decided-count").inner_text() == "4"
    assert page.locator("li.refused .i").inner_text() == "口袋公园"
    page.locator("#review > summary").click()
    with page.expect_download() as download:
        page.locator("#save").click()
    assert download.value.suggested_filename == "decisions-a--b.json"
    path = tmp_path / "decisions.json"
    download.value.save_as(path)

    a, b = comparison.a, comparison.b
    review = decisions.read(path)
    assert (review.a, review.b) == (decisions.source(a), decisions.source(b))
    assert [(r.decision.by, r.decision.why) for r in review.rulings[:2]] == [
        ("读者甲", "同一指标"),
        ("读者甲", ""),
    ]
    confirmed = review.rulings[0]
    assert confirmed.a == decisions.anchor(a.commitments[0], a.document.text)
    applied = decisions.apply(comparison.links, a, b, review)
    assert applied.unfit == ()
    assert [k.a.indicator for k in applied.rejected] == ["口袋公园"]
    assert [
        (k.a.indicator, k.relation.value, k.decided.verdict.value)
        for k in applied.links
        if k.decided
    ] == [
        ("公共停车位", "raised", "confirmed"),
        ("夜间经济", "reframed", "added"),
        ("道路", "related", "relabelled"),
    ]

    again = visit(replace(comparison, links=applied.links, rejected=applied.rejected))
    assert again.locator("#decided-count").inner_text() == "4"
    assert again.locator("#g-rejected .count").inner_text() == "1"
    again.locator(".i", has_text="公共停车位").first.click()
    assert "Decided by 读者甲" in again.locator(".judge").inner_text()


def test_a_file_of_decisions_can_be_loaded_and_undone(
    visit: Opener, comparison: Comparison, tmp_path: Path
) -> None:
    a, b = comparison.a, comparison.b
    fits = decisions.Ruling(
        Decision(Verdict.REJECTED, "读者乙", "2026-01-02T03:04:05Z", "不是一回事"),
        None,
        decisions.anchor(a.commitments[0], a.document.text),
        decisions.anchor(b.commitments[0], b.document.text),
    )
    lost = replace(fits, a=replace(fits.a, exact="77座", indicator="灯塔", quantity="77座"))
    path = tmp_path / "decisions.json"
    sources = decisions.source(a), decisions.source(b)
    decisions.write(decisions.Review(*sources, (fits, lost)), path)

    page = visit(comparison, accept_downloads=True)
    page.locator("#review > summary").click()
    page.locator("#load").set_input_files(path)
    page.locator("#said", has_text="1 decisions loaded").wait_for()
    assert "灯塔 77座" in page.locator("#unfit").inner_text()
    with page.expect_download() as download:
        page.locator("#save").click()
    download.value.save_as(path)
    assert decisions.read(path).rulings == (fits, lost)

    page.locator(".i", has_text="公共停车位").first.click()
    assert "不是一回事" in page.locator("#why").input_value()
    page.locator("[data-act=undo]").click()
    assert page.locator("#decided-count").inner_text() == ""

    path.write_text("{}", encoding="utf-8")
    page.locator("#load").set_input_files(path)
    page.locator("#said", has_text="not a decisions file").wait_for()


def test_ledgers_can_be_reviewed(visit: Opener, comparison: Comparison, tmp_path: Path) -> None:
    a, b = as_ledger(comparison.a), as_ledger(comparison.b)
    facts = Comparison(a, b, (link(a.commitments[0], b.commitments[0], Relation.RAISED),))
    page = visit(facts, accept_downloads=True)
    page.keyboard.press("n")
    page.keyboard.press("y")
    page.locator("#review > summary").click()
    with page.expect_download() as download:
        page.locator("#save").click()
    path = tmp_path / "decisions.json"
    download.value.save_as(path)
    review = decisions.read(path)
    assert review.rulings[0].a == decisions.anchor(a.commitments[0], "")
    (made,) = decisions.apply((), a, b, review).links
    assert made.decided
    assert made.decided.verdict is Verdict.CONFIRMED


def test_recurrences_of_one_document_are_reviewed_link_by_link(
    visit: Opener, comparison: Comparison
) -> None:
    draft = Draft("a")
    first = draft.add("新增公共停车位3500个", "公共停车位", "3500个", 3500, item="79")
    second = draft.add("增加公共停车位3500个", "公共停车位", "3500个", 3500, item="127")
    one = draft.extraction()
    page = visit(Comparison(one, one, (link(first, second),)))
    assert "1 of them" in page.locator(".news").inner_text()
    page.keyboard.press("j")
    assert page.locator("li.open [data-act=confirm]").is_visible()
    assert page.locator("#pane-a u.on, #pane-b u.on").count() == 4
    assert page.locator("#pane-a .m").all_inner_texts() == ["recurring"]


# The three pages


def as_table(extraction: Extraction) -> Extraction:
    """The extraction a year later, every commitment in a numbered row."""
    return replace(
        extraction,
        document=replace(extraction.document, year=2025),
        commitments=tuple(
            replace(c, item=c.item or f"{n}") for n, c in enumerate(extraction.commitments, 1)
        ),
    )


def pages(comparison: Comparison) -> dict[str, str]:
    """The pages of a comparison, of a coverage and of a trace, of what a comparison holds."""
    b = as_table(comparison.b)
    links = tuple(replace(k, b=b[k.b.id]) for k in comparison.links)
    table = replace(comparison, b=b, links=links)
    trace = follow(
        [comparison.a, b],
        mapping=lambda _, left, right: [
            links if x is not y else () for x, y in zip(left, right, strict=True)
        ],
    )
    return {
        "diff": diff_html(comparison),
        "coverage": coverage_html(Coverage(table)),
        "trace": trace_html(trace, every=True),
    }


PAGES = ("diff", "coverage", "trace")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    ("scheme", "locale", "width"),
    [
        ("light", "en-US", 1440),
        ("dark", "zh-CN", 1440),
        ("light", "zh-CN", 390),
        ("dark", "en-US", 390),
    ],
)
def test_every_page_is_accessible_and_fits(
    name: str, scheme: str, locale: str, width: int, visit: Opener, comparison: Comparison
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = visit(pages(comparison)[name], width=width, locale=locale, color_scheme=scheme)

    def check() -> None:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = axe.run(page)
        assert found.violations_count == 0, found.generate_report()

    language = "zh-Hans" if locale == "zh-CN" else "en-US"[:2]
    assert page.evaluate("document.documentElement.lang") == language
    check()
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.keyboard.press("x")
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    check()
    if width == 390 and name != "trace":
        page.locator(".views [data-view=b]").click()
        check()
    page.locator("#add").click()
    check()


@pytest.mark.parametrize("name", PAGES)
def test_keys_walk_through_every_page(name: str, visit: Opener, comparison: Comparison) -> None:
    page = visit(pages(comparison)[name])

    def opened() -> str:
        found = page.locator("li.open")
        return found.locator("q").first.inner_text() if found.count() else ""

    walked = []
    for key in ("n", "n", "n", "n", "p", "Escape"):
        page.keyboard.press(key)
        walked.append(opened())
    last = page.evaluate("document.activeElement.className")
    raised, lowered, reframed = "公共停车位", "口袋公园", "服务业增加值"
    expected = [raised, lowered, reframed, reframed, lowered]
    assert all(word in quote for word, quote in zip(expected, walked, strict=False))
    assert (walked[-1], last) == ("", "t")
    page.keyboard.press("j")
    assert opened()
    page.keyboard.press("/")
    page.keyboard.type("n")
    assert page.locator("#search").input_value() == "n"
    page.locator(".keys > summary").click()
    assert page.locator(".keys kbd").all_inner_texts() == ["n", "p", "j", "k", "/", "y", "x", "Esc"]


@pytest.mark.parametrize(
    ("name", "status", "unit", "possible"),
    [
        ("diff", "公共停车位", 2, "道路 → 绿道"),
        ("coverage", "公共停车位", 2, "道路 → 绿道"),
        ("trace", "2025 2 promised", 2, "2025 2 绿道"),
    ],
)
def test_every_page_is_filtered(
    name: str, status: str, unit: int, possible: str, visit: Opener, comparison: Comparison
) -> None:
    page = visit(pages(comparison)[name])
    everything = page.locator(".finding").count()

    def shown() -> list[str]:
        page.wait_for_timeout(200)
        return page.locator(".finding:not([hidden]) .i").all_inner_texts()

    page.locator(".chip[data-group=raised]").click()
    assert shown() == [status]
    assert page.locator("#shown").inner_text() == f"1 of {everything} shown"
    assert page.locator("#tags").inner_text() == "filtered"
    assert "1 " in page.locator("#news .news").first.inner_text()
    page.locator("button[type=reset]").click()
    assert len(shown()) == everything
    assert page.locator("#tags").inner_text() == ""
    page.locator("#unit").select_option("区城管局")
    assert len(shown()) == unit
    assert page.locator(".chip[data-group=raised] b").inner_text() == "1"
    assert page.locator(".chip[data-group=dropped] b").inner_text() == "0"
    page.locator("button[type=reset]").click()
    page.locator("#section").select_option(label="（一）城市建设")
    assert len(shown()) == unit
    page.locator("button[type=reset]").click()
    page.locator("#band").select_option("possible")
    assert shown() == [possible]
    page.locator("button[type=reset]").click()
    page.locator("#search").fill("夜间 经济")
    assert 0 < len(shown()) < everything
    page.locator("#search").fill("夜间 公园")
    assert shown() == []


def test_a_whole_document_can_be_chosen(visit: Opener, comparison: Comparison) -> None:
    page = visit(pages(comparison)["trace"])
    page.locator("#section").select_option("2:")
    page.wait_for_timeout(200)
    assert page.locator(".finding:visible .i .k").count() > 0
    assert set(page.locator(".finding:visible .i .k").all_text_contents()) == {"2"}


def test_a_unit_of_the_table_becomes_the_filter(visit: Opener, comparison: Comparison) -> None:
    page = visit(pages(comparison)["coverage"])
    page.locator("[data-unit]", has_text="区发改局").click()
    assert page.locator("#unit").input_value() == "区发改局"
    assert page.locator(".finding:not([hidden]) .i").all_inner_texts() == ["充电桩"]


@pytest.mark.parametrize("name", PAGES)
def test_the_evidence_of_a_link_is_shown_when_asked_for(
    name: str, visit: Opener, comparison: Comparison
) -> None:
    page = visit(pages(comparison)[name])
    assert page.locator(".why").count() == 0
    page.keyboard.press("n")
    assert "A careful reader" in page.locator(".d .why p").inner_text()
    assert "indicator" in page.locator(".d table").inner_text()
    if name == "trace":
        assert "新增公共停车位3000个" in page.locator(".d .partner").inner_text()
    else:
        assert page.locator(".text u.on").count() > 0


@pytest.mark.parametrize("name", PAGES)
def test_little_evidence_is_summed_up(name: str, visit: Opener, comparison: Comparison) -> None:
    first, *others = comparison.links
    evidence = {f"feature {n}": float(n) for n in range(1, 12)}
    many = replace(comparison, links=(replace(first, evidence=evidence), *others))
    page = visit(pages(many)[name])
    page.keyboard.press("n")
    rows = page.locator(".d tbody tr").all_inner_texts()
    assert len(rows) == 9
    assert rows[0].split("\t")[0] == "feature 11"
    assert rows[-1].split("\t") == ["3 more, together", "for", "+6.00"]


@pytest.mark.parametrize("name", PAGES)
def test_paper_has_every_finding_of_every_page(
    name: str, visit: Opener, comparison: Comparison
) -> None:
    page = visit(pages(comparison)[name])
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".finding:visible").count() == page.locator(".finding").count()
    assert page.locator(".tools").is_hidden()


@pytest.mark.parametrize("name", PAGES)
def test_every_page_shows_markup_of_a_document_as_text(
    name: str, visit: Opener, comparison: Comparison
) -> None:
    page = visit(pages(hostile(comparison))[name])
    page.locator("#language").click()
    page.keyboard.press("n")
    page.keyboard.press("y")
    assert page.title() != "ran"
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator("li.open").inner_text()
    assert HOSTILE in page.locator("h1, .sources").first.inner_text() + page.inner_text("main")
    page.locator("#review > summary").click()
    page.locator("#add").click()
    assert HOSTILE in (page.locator("#choose-a option").first.text_content() or "")
    assert page.title() != "ran"


@pytest.mark.parametrize("name", PAGES)
def test_every_label_of_every_page_exists(name: str, comparison: Comparison) -> None:
    written = pages(comparison)[name]
    assert set(re.findall(r' data-t(?:-placeholder)?="([^"]+)"', written)) <= set(LABELS)
    assert not re.search(r"""(?:src|href)=["']?(?!#)[\w/]|@import|url\(|https?://""", written)


def test_every_label_that_a_script_names_exists() -> None:
    folder = files("policydiff.report.html") / "assets"
    scripts = "".join(f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".js"))
    named = set(re.findall(r'(?:label\("\w+", |say\()"([\w.]+)"', scripts))
    assert named <= set(LABELS)


def test_a_trace_draws_shapes_for_what_is_known(comparison: Comparison, visit: Opener) -> None:
    page = visit(pages(comparison)["trace"])
    drawing = page.locator(".thread", has_text="公共停车位").locator("svg").first
    assert drawing.get_attribute("role") == "img"
    assert drawing.locator("circle.target").count() == 2
    assert drawing.locator("text.none").count() == 1, "no document of 2024"


# Review


def read_aloud(page: Page) -> str:
    return " ".join(page.locator("#news").inner_text().split())


@pytest.mark.parametrize("name", PAGES)
def test_counts_follow_the_review(name: str, visit: Opener, comparison: Comparison) -> None:
    page = visit(pages(comparison)[name])
    computed = read_aloud(page)
    page.locator(".chip[data-group=raised]").click()
    page.keyboard.press("n")
    page.locator("button[type=reset]").click()
    page.keyboard.press("x")
    page.wait_for_timeout(200)
    tag = "after your review" + ", estimated" * (name == "trace")
    assert page.locator("#tags").inner_text() == tag
    live = read_aloud(page)
    expected = {
        "diff": ("1 raised", "1 not restated in B", "2 not restated in B", "2 new"),
        "coverage": ("none", "5 have a row", "4 have a row", "2 have none"),
        "trace": ("higher at 1", "not restated at 1", "not restated at 2", "11 threads"),
    }[name]
    assert (expected[0] in live, expected[1] in live) == (name == "coverage", False), live
    assert expected[2] in live
    assert expected[3] in live
    assert computed in " ".join((page.locator("#before").text_content() or "").split())
    assert "not restated" in page.locator("li.open .verdict").inner_text() or name == "coverage"
    page.locator("[data-act=undo]").click()
    assert page.locator("#tags").inner_text() == ""
    assert read_aloud(page) == computed


@pytest.mark.parametrize("name", PAGES)
def test_the_page_counts_as_the_program_does(
    name: str, visit: Opener, comparison: Comparison
) -> None:
    page = visit(pages(comparison)[name])
    program = page.locator("#news").text_content() or ""
    counted = page.evaluate(
        "(() => { const box = document.createElement('div'); box.append(...news()); "
        "return box.textContent; })()"
    )
    assert "".join(counted.split()) == "".join(program.split())


def save(page: Page, folder: Path) -> list[Path]:
    """Press the button and keep every file that the page saves."""
    saved: list[Path] = []

    def keep(download: Download) -> None:
        saved.append(folder / download.suggested_filename)
        download.save_as(saved[-1])

    page.on("download", keep)
    page.locator("#review").evaluate("(review) => { review.open = true; }")
    page.locator("#save").click()
    page.wait_for_timeout(1500)
    return saved


SAMPLES = {
    "diff": ("wangjin-2024-plan", "wangjin-2024-tasks"),
    "coverage": ("wangjin-2024-plan", "wangjin-2024-tasks"),
    "trace": ("wangjin-2014-report", "wangjin-2024-plan", "wangjin-2024-tasks"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_review_makes_the_program_say_what_the_page_said(
    name: str, visit: Opener, tmp_path: Path
) -> None:
    report = tmp_path / "before.html"
    command = [name, *SAMPLES[name], "--format", "html", "-o"]
    assert main([*command, str(report)]) == 0
    page = visit(report.read_text(encoding="utf-8"), accept_downloads=True)
    computed = read_aloud(page)

    def decide(finding: str, act: str) -> None:
        row = page.locator(finding).first
        row.evaluate("(row) => { row.closest('details').open = true; }")
        row.locator(".t").click()
        page.locator(f"li.open [data-act={act}]").click()

    decide(".finding:has(.s.raised):not(:has(.verdict))", "reject")
    decide(".finding:has(.s.kept):not(:has(.verdict))", "reject")
    decide(".finding:has(.s.undetermined):not(:has(.verdict))", "confirm")
    page.locator("#add").evaluate("(button) => button.click()")
    if name == "trace":
        page.locator("#side-b").select_option("3")
    page.locator("#choose-a").select_option(index=0)
    page.locator("#choose-b").select_option(index=0)
    page.locator("#adding-keep").click()
    live = read_aloud(page)
    assert live != computed
    given = [word for path in save(page, tmp_path) for word in ("--decisions", str(path))]
    assert len(given) >= 2
    after = tmp_path / "after.html"
    assert main([*command, str(after), *given]) == 0
    again = visit(after.read_text(encoding="utf-8"))
    if name != "trace":
        assert read_aloud(again) == live
        return
    found = policydiff.trace(SAMPLES[name], decisions=given[1::2])
    assert found.unfit == ()
    verdicts = {link.decided.verdict.value for _, _, link in found.decided if link.decided}
    assert verdicts == {"rejected", "confirmed", "added"}
    ties = [s.link for t in found.threads for s in t.stations if s.link]
    assert "added" in {link.decided.verdict.value for link in ties if link.decided}


def test_decisions_in_a_trace_are_kept_and_put_in_order_of_time(
    visit: Opener, comparison: Comparison, tmp_path: Path
) -> None:
    a, b = comparison.a, as_table(comparison.b)
    rejected = decisions.Ruling(
        Decision(Verdict.REJECTED, "读者乙", "2026-01-02T03:04:05Z", "不是一回事"),
        None,
        decisions.anchor(a.commitments[0], a.document.text),
        decisions.anchor(b.commitments[0], b.document.text),
    )
    review = decisions.Review(decisions.source(a), decisions.source(b), (rejected,))
    trace = follow([a, b], decisions=[review], mapping=lambda _, left, __: [() for _ in left])
    page = visit(trace_html(trace, every=True), accept_downloads=True)
    assert page.locator("#decided-count").inner_text() == "1"
    assert page.locator("#tags").inner_text() == ""
    page.locator("#review > summary").click()
    assert "公共停车位 3000个" in page.locator("#added").inner_text()

    page.locator("#add").click()
    page.locator("#side-a").select_option("2")
    page.locator("#side-b").select_option("1")
    page.locator("#choose-a").select_option(label="6. 充电桩 200个")
    page.locator("#choose-b").select_option(label="夜间经济")
    page.locator("#adding-relation").select_option("raised")
    page.locator("#adding-keep").click()
    (path,) = save(page, tmp_path)
    saved = decisions.read(path)
    assert (saved.a, saved.b) == (review.a, review.b)
    assert saved.rulings[0] == rejected
    added = saved.rulings[1]
    assert (added.a.indicator, added.b.indicator) == ("夜间经济", "充电桩")
    assert added.relation is Relation.LOWERED

    page.reload()
    assert page.locator("#decided-count").inner_text() == "2"
    page.locator("#review > summary").click()
    page.locator("#load").set_input_files([path, path])
    page.locator("#said p", has_text="2 decisions loaded").first.wait_for()
    assert page.locator("#decided-count").inner_text() == "2"
    for _ in range(2):
        page.locator("[data-undo]").first.click()
    assert page.locator("#decided-count").inner_text() == ""


def test_a_review_of_one_page_is_there_on_the_others(
    browser: Browser, comparison: Comparison, tmp_path: Path
) -> None:
    context = browser.new_context(locale="en-US")
    for name in PAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(pages(comparison)[name], encoding="utf-8")
    page = context.new_page()
    page.goto((tmp_path / "trace" / "page.html").as_uri())
    page.keyboard.press("n")
    page.keyboard.press("x")
    for name in ("coverage", "diff"):
        page.goto((tmp_path / name / "page.html").as_uri())
        assert page.locator("li.refused .i").first.inner_text() == "公共停车位"
        assert page.locator("#tags").inner_text() == "after your review"
    context.close()
