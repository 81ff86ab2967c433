"""How a model does on the pairs it was trained on, each left out in turn."""

from __future__ import annotations

from policydiff.alignment.scorer import Model

_COLUMNS = ("candidates", "links", "precision", "recall", "f", "sure", "sure_precision")

_FIGURE = 5
"""Cells that a figure such as 0.945 takes."""


def training_text(model: Model) -> str:
    """The training record as a table, one line per pair of documents, then the bands."""
    from rich.cells import cell_len, set_cell_size

    pairs = model.record["held_out"]
    widest = max(cell_len(one["pair"]) for one in pairs)
    lines = [" " * widest + "".join(f"  {name:>{_FIGURE}}" for name in _COLUMNS)]
    for one in pairs:
        figures = (one[name] for name in _COLUMNS)
        words = (
            f"{figure:.3f}" if isinstance(figure, float) else str(figure) for figure in figures
        )
        cells = (
            f"  {word:>{max(len(name), _FIGURE)}}"
            for name, word in zip(_COLUMNS, words, strict=True)
        )
        lines.append(set_cell_size(one["pair"], widest) + "".join(cells))
    bands = f"Each pair left out in turn. Possible from {model.possible:.2f}, sure from "
    return "\n".join([*lines, f"{bands}{model.sure:.2f}."]) + "\n"
