"""What a web page or a printer puts around a document: recognised by general signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from policydiff.reading.lines import Passage, ends_sentence

_SIGNS = (
    r"首页\s*[>›»]|当前(?:的)?位置|您?(?:现在|所在)的?位置|欢迎(?:来到|访问|光临)|网站地图|收藏本站",
    r"无障碍(?:浏览|阅读|辅助|模式|版)|无障碍$|辅助浏览|\[?\s*字体|打印(?:本页|此页)?\s*[\]】]?$|[【\[](?:打印|关闭|收藏)|关闭(?:窗口|本页)|返回(?:顶部|首页)",
    r"分享到|扫一扫|二维码|(?:浏览|下载)次数|浏览量|\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar)(?![a-z])|点击(?:数|量|次数)|阅读全文|登录\s*[|｜]?\s*注册",
    r"(?:信息)?来源\s*[:：]|(?:发布|成文|更新|印发)?(?:时间|日期)\s*[:：]|作者\s*[:：]|索\s*引\s*号",
    r"责任编辑|编辑\s*[:：]|上一篇|下一篇|猜你喜欢|推荐(?:访问|阅读)|文件链接|附件下载",
    r"相关(?:阅读|推荐|文章|文件|链接|文档|信息|搜索|热词)|热门(?:文章|推荐|搜索|标签)",
    r"[【\[]?导读[】\]:：]|本站|编辑整理|转载请注明|字号\s*[:：]|备案编?号",
    r"版权所有|ICP备|公网安备|网站标识码|^[^。]*(?:主办|承办|技术支持|联系方式)(?:单位)?\s*[:：]",
    r"Copyright|All Rights Reserved|Public domain|公有领域|维基|下面是小编|供大家参考|仅供参考",
)
_SIGN = re.compile("|".join(_SIGNS), re.IGNORECASE)
_CRUMBS = re.compile(r"[>›»].*[>›»]")
_MENU = re.compile(r"(?!\D*\d)(?:\S{2,8}[ \u3000\xa0|｜]+){4,}\S{2,8}")
_FORMAL = re.compile(
    r"(?:各位(?:代表|委员|领导)|同志们|朋友们)[，,：:！!。]?|[（(].{0,4}公开(?:发布|)[^）)]{0,6}[）)]"
    r"|(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日"
    r"|.{2,30}(?:人民政府|办公室|委员会|办公厅)|[—-]{1,3}.{4,60}(?:会议|大会)上?"
    r"|.{0,60}\d{4}年\s?\d{1,2}月\s?\d{1,2}日\s?印发\s*(?:[（(]?共印.{1,8}份[）)]?)?|[（(]?共印.{1,8}份[）)]?"
    r"|[\u4e00-\u9fff]{1,12}\s?[〔［\[（(](?:19|20)\d\d[〕］\]）)]\s?第?\s?\d{1,4}\s?号"
    r"|(?:注|说明|备注|抄送|主送)\s*[:：].*"
    r"|[^。]{0,160}(?<![实出])现(?:将|把)?[^。]{0,120}印发给(?:你们|各)\D{0,200}"
)
_REPEATED = 40
_PAGE_AFTER = re.compile(r"[.…·⋯]*\d*$")


def clutter_edges(passages: Sequence[Passage | None]) -> tuple[int, int]:
    """The passages ``first`` (inclusive) to ``last`` (exclusive) are the document itself.

    Runs inwards from both ends over short passages that are no sentences and over passages
    with a sign of clutter, and cuts at the innermost of the latter. None stands for a table,
    which is never clutter.
    """
    first = 0
    for at, passage in enumerate(passages):
        if passage is None:
            break
        if is_clutter(passage) or _is_teaser(passage, passages[at + 1 : at + 31]):
            first = at + 1
        elif not _is_scrap(passage):
            break
    last = len(passages)
    for at in range(len(passages) - 1, first - 1, -1):
        passage = passages[at]
        if passage is None:
            break
        if is_clutter(passage):
            last = at
        elif not _is_scrap(passage):
            break
    return first, last


def is_clutter(passage: Passage) -> bool:
    """Whether the passage carries a sign of a web page around a document."""
    return has_clutter_sign(passage.text)


def has_clutter_sign(text: str) -> bool:
    """Whether ``text`` reads as navigation, a byline, a footer or a licence."""
    if len(text) > 200 and not re.search(r"公有领域|下面是小编", text):
        return False
    return bool(_SIGN.search(text) or _CRUMBS.search(text) or _MENU.fullmatch(text))


def is_formality(text: str) -> bool:
    """Whether ``text`` is a salutation, a date, a number of a paper, a signature or a letter."""
    return _FORMAL.fullmatch(text) is not None


def contents_end(texts: Sequence[str]) -> int:
    """How many of ``texts``, the first of which is 目录, are the table of contents.

    The document begins where the first entry comes again; 0 if none does.
    """
    entries: set[str] = set()
    for at, text in enumerate(texts[1:], start=1):
        entry = _PAGE_AFTER.sub("", re.sub(r"\s", "", text))
        if entry and entry in entries:
            return at
        entries.add(entry)
    return 0


def _is_scrap(passage: Passage) -> bool:
    return len(passage.text) <= 60 and not re.search(r"[。；！？]", passage.text)


def _is_teaser(passage: Passage, following: Sequence[Passage | None]) -> bool:
    """Whether most of the passage is said again, word for word, in the document below."""
    if len(passage.text) < _REPEATED or not ends_sentence(passage.text):
        return False
    clauses = [clause for clause in re.split(r"[，。；,;]", passage.text) if len(clause) > 5]
    below = "".join(other.text for other in following if other is not None)
    return sum(clause in below for clause in clauses) * 5 > len(clauses) * 3
