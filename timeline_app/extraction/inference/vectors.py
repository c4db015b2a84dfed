"""Word vectors in context: the network that every component reads from (spaCy's Tok2Vec with hash embeddings).

The arithmetic is spaCy's (MultiHashEmbed.v2 and MaxoutWindowEncoder.v2).  Two things make it quick: the vector of a
word without its context is computed once, and the layers run over all texts of a batch as one matrix.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from thinc.api import Model

Floats = NDArray[np.float32]

_MIX = 0x9E3779B97F4A7C15  # odd, so that multiplying by it loses nothing (Knuth's multiplicative hashing)
_MOST_WORDS = 20_000  # vectors kept; 8 MB for a width of 96


class UnknownModelError(ValueError):
    """A model that is built in a way that is not reproduced here."""


def parameter(model: "Model[Any, Any]", name: str) -> Floats:
    """A layer's weights as a contiguous array."""
    return np.ascontiguousarray(model.get_param(name), dtype=np.float32)


class _Embedding:
    """The vectors of words without their context."""

    def __init__(self, model: "Model[Any, Any]") -> None:
        names = [layer.name for layer in model.layers]
        if len(names) != 5 or names[0] != "extract_features" or names[4] != "ragged2list":
            raise UnknownModelError("embedding", *names)
        self._columns: list[str] = model.layers[0].attrs["columns"]
        self._hashes, self._mix = model.layers[2].layers[0], model.layers[3].layers[0]
        self._rows: dict[int, int] = {}
        self._vectors: Floats = np.zeros((0, 0), dtype=np.float32)

    def of(self, docs: Sequence["Doc"]) -> Floats:
        """One row for each token of the Docs, one Doc after the other."""
        features = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype(np.uint64)
        keys = np.zeros(len(features), dtype=np.uint64)
        for column in features.T:
            keys = (keys + column) * np.uint64(_MIX)
            keys ^= keys >> np.uint64(29)
        listed: list[int] = keys.tolist()
        if len(self._rows) > _MOST_WORDS:
            self._rows.clear()
        new = {key: index for index, key in enumerate(listed) if key not in self._rows}
        if new:
            self._learn(list(new), features[list(new.values())])
        return np.asarray(self._vectors[[self._rows[key] for key in listed]])

    def _learn(self, keys: Sequence[int], features: NDArray[np.uint64]) -> None:
        vectors = self._mix.predict(self._hashes.predict(features))
        known = len(self._rows)
        self._vectors = vectors if known == 0 else np.concatenate([self._vectors[:known], vectors])
        self._rows.update((key, known + index) for index, key in enumerate(keys))


class _Layer:
    """A maxout layer over a word and its neighbours, normalised and added to its input."""

    def __init__(self, maxout: "Model[Any, Any]", norm: "Model[Any, Any]") -> None:
        weights = parameter(maxout, "W")  # outputs, pieces, inputs
        self._pieces, self._width = weights.shape[1], weights.shape[0]
        if weights.shape[2] != 3 * self._width:
            raise UnknownModelError("window", weights.shape)
        # Pieces one after the other, so that the greatest is taken of whole matrices.
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(weights.shape[2], -1))
        self._bias = np.ascontiguousarray(parameter(maxout, "b").T.reshape(-1))
        self._gain, self._shift = parameter(norm, "G"), parameter(norm, "b")

    def apply(self, x: Floats) -> Floats:
        """The layer's output for the rows of `x`; beyond its ends are zeros."""
        width = self._width
        window = np.zeros((len(x), 3 * width), dtype=np.float32)
        window[1:, :width] = x[:-1]
        window[:, width : 2 * width] = x
        window[:-1, 2 * width :] = x[1:]
        every = window @ self._weights
        every += self._bias
        best = every[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, every[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / width + 1e-8
        best *= (variance**-0.5)[:, None].astype(np.float32)
        best *= self._gain
        best += self._shift
        best += x
        return best


class Vectors:
    """Vectors of words in their context."""

    def __init__(self, model: "Model[Any, Any]") -> None:
        self._embedding = _Embedding(model.get_ref("embed"))
        encoder = model.get_ref("encode")
        self._reach: int = encoder.attrs["pad"]
        parts = [layer for layer in encoder.walk() if layer.name in ("maxout", "layernorm")]
        maxouts, norms = ([layer for layer in parts if layer.name == name] for name in ("maxout", "layernorm"))
        windows = sum(layer.name == "expand_window" for layer in encoder.walk())
        if not self._reach == windows == len(maxouts) == len(norms):
            raise UnknownModelError("encoder", encoder.name)
        self._layers = [_Layer(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True)]

    def of(self, docs: Sequence["Doc"]) -> Floats:
        """One row for each token of the Docs, one Doc after the other; no Doc bears on another's rows."""
        flat = self._embedding.of(docs)
        lengths = [len(doc) for doc in docs]
        gap = 2 * self._reach
        firsts = np.cumsum([0, *lengths[:-1]]) + self._reach + gap * np.arange(len(lengths))
        places = np.concatenate([np.arange(first, first + n) for first, n in zip(firsts, lengths, strict=True)])
        x = np.zeros((len(flat) + gap * len(lengths), flat.shape[1]), dtype=np.float32)
        x[places] = flat
        for layer in self._layers:
            x = layer.apply(x)
        return np.asarray(x[places])
