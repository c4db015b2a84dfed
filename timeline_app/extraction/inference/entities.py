"""Named entities, as spaCy's transition-based recogniser finds them.

Outside an entity the recogniser sees the word alone, so all words are judged in one matrix product; only where an
entity opens is it followed word by word.  spaCy takes each word of each text one after the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.extraction.inference.vectors import Floats, UnknownModelError, Vectors, parameter

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

_NEVER = np.float32(-1e30)


@dataclass(frozen=True, slots=True)
class Entity:
    """Tokens `start` to `end` (exclusive) of a batch, and the label."""

    start: int
    end: int
    label: str


class EntityFinder:
    """Finds the named entities of a batch of texts."""

    def __init__(self, recogniser: "EntityRecognizer") -> None:
        model: Any = recogniser.model
        tok2vec, lower, upper = (model.get_ref(name) for name in ("tok2vec", "lower", "upper"))
        weights = parameter(lower, "W")  # features, outputs, pieces, inputs
        if len(weights) != 3 or upper.name != "linear" or model.attrs["unseen_classes"] or len(tok2vec.layers) != 3:
            raise UnknownModelError("recogniser", model.name)
        self._vectors = Vectors(tok2vec.layers[0])
        narrow = tok2vec.layers[2]
        self._narrow = parameter(narrow, "W").T, parameter(narrow, "b")
        self._features = [weights[f].transpose(2, 1, 0).reshape(weights.shape[3], -1) for f in range(3)]
        self._pieces = weights.shape[2]
        absent = [row.T.reshape(-1) for row in parameter(lower, "pad")[0]]
        self._bias = parameter(lower, "b").T.reshape(-1)
        self._closed_bias = self._bias + absent[1] + absent[2]
        self._upper = parameter(upper, "W").T, parameter(upper, "b")
        self._set_moves([recogniser.moves.get_class_name(i) for i in range(recogniser.moves.n_moves)])

    def _set_moves(self, names: Sequence[str]) -> None:
        self._moves = [name.partition("-")[::2] for name in names]
        of = {name: index for index, name in enumerate(names)}
        self._begins, self._units = (np.array([name.startswith(move) for name in names]) for move in ("B-", "U-"))
        self._inner = np.array([name.startswith(("I-", "L-")) for name in names])
        self._next = {label: (of[f"I-{label}"], of[f"L-{label}"]) for move, label in self._moves if move == "B"}

    def find(self, docs: Sequence["Doc"], blank: NDArray[np.bool_], opens: NDArray[np.bool_]) -> Iterator[Entity]:
        """The entities of the Docs as one sequence of tokens.

        `blank` says which tokens are white space, `opens` which begin a sentence or a Doc: no entity crosses into one.
        """
        x = self._vectors.of(docs) @ self._narrow[0] + self._narrow[1]
        last = np.append(opens[1:], True)
        moves = self._outside(x, blank, last)
        free = 0
        for start in np.flatnonzero(moves >= 0).tolist():
            if start < free:
                continue
            move, label = self._moves[moves[start]]
            free = start + 1 if move == "U" else self._close(x, start, label, last)
            yield Entity(start, free, label)

    def _hidden(self, sums: Floats) -> Floats:
        width = sums.shape[-1] // self._pieces
        best = sums[..., :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, sums[..., piece * width : (piece + 1) * width])
        return best

    def _outside(self, x: Floats, blank: NDArray[np.bool_], last: NDArray[np.bool_]) -> NDArray[np.int64]:
        """For each token the move that it opens an entity with, were none open; -1 for none."""
        hidden = self._hidden(x @ self._features[0] + self._closed_bias)
        scores = hidden @ self._upper[0] + self._upper[1]
        scores[:, self._inner] = _NEVER
        scores[np.ix_(blank | last, self._begins)] = _NEVER
        scores[np.ix_(blank, self._units)] = _NEVER
        moves = scores.argmax(axis=1)
        moves[~(self._begins | self._units)[moves]] = -1
        return np.asarray(moves)

    def _close(self, x: Floats, start: int, label: str, last: NDArray[np.bool_]) -> int:
        """Where the entity that opens at `start` ends."""
        inner, closing = self._next[label]
        gain = self._upper[0][:, inner] - self._upper[0][:, closing]
        offset = self._upper[1][inner] - self._upper[1][closing]
        opening = x[start] @ self._features[1] + self._bias
        at = start + 1
        while not last[at]:
            hidden = self._hidden(x[at] @ self._features[0] + opening + x[at - 1] @ self._features[2])
            if hidden @ gain + offset < 0 or (hidden @ gain + offset == 0 and closing < inner):
                break
            at += 1
        return at + 1
