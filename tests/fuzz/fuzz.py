"""Coverage-guided fuzzing of one target with atheris:  python tests/fuzz/fuzz.py TARGET [libFuzzer options].

TARGET is a name of `targets.TARGETS`, or ``all``, which the first byte of an input then chooses among.  `make fuzz`
runs each for SECONDS (60).  A crash leaves its input beside the corpus, named ``crash-…``; put it
into the corpus once it is mended, and `test_fuzz.py` tries it for ever.
"""

import sys
from pathlib import Path

import atheris

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER))
sys.setrecursionlimit(1_000)

with atheris.instrument_imports(include=["timeline_app"]):
    import targets

    for seed in sorted((FOLDER / "corpus").glob("*/*")):  # what is imported late is instrumented too
        targets.TARGETS[seed.parent.name](seed.read_bytes())


def any_target(data: bytes) -> None:
    """The target that the first byte names, on the rest."""
    chosen = list(targets.TARGETS.values())[data[0] % len(targets.TARGETS)] if data else targets.tagger
    chosen(data[1:])


def seeds_of_all(folder: Path) -> None:
    """The seeds of every target, each behind the byte that names it."""
    for number, name in enumerate(targets.TARGETS):
        for seed in (FOLDER / "corpus" / name).iterdir():
            (folder / f"{name}-{seed.name}").write_bytes(bytes([number]) + seed.read_bytes())


def main() -> None:
    """Fuzzes until libFuzzer's options say that it is enough."""
    name = sys.argv[1]
    found = FOLDER / "found" / name  # new inputs go there, not into the repository's corpus
    found.mkdir(parents=True, exist_ok=True)
    corpus, run = FOLDER / "corpus" / name, targets.TARGETS.get(name, any_target)
    if name == "all":
        corpus = found
        seeds_of_all(found)
    options = [f"-artifact_prefix={FOLDER}/crash-{name}-", "-timeout=20", "-rss_limit_mb=4096", *sys.argv[2:]]
    atheris.Setup([sys.argv[0], *options, str(found), str(corpus)], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
