"""How long documents take to be read: the start of the reading process, and one typical document of each kind.

python -m benchmarks.intake
"""

import statistics
import tempfile
import time
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from timeline_app.formats.readers import DocumentReader

_TIMES = 20
_SENTENCE = "The council of Arden met on 4 May 2021 and decided to close the northern basin until the autumn. "
_PARAGRAPHS = 40


def main() -> None:
    """Prints milliseconds: the first page with the start of its process, then the median of each kind."""
    with tempfile.TemporaryDirectory() as folder, DocumentReader() as reader:
        files = _write(Path(folder))
        begun = time.perf_counter()
        reader.read(files[0])
        print(f"start and first page  {1_000 * (time.perf_counter() - begun):7.0f} ms")
        for file in files:
            reader.read(file)  # its library is loaded
            print(f"{file.suffix[1:]:<22}{1_000 * statistics.median(_measured(reader, file)):7.1f} ms")


def _measured(reader: DocumentReader, file: Path) -> list[float]:
    times = []
    for _ in range(_TIMES):
        begun = time.perf_counter()
        reader.read(file)
        times.append(time.perf_counter() - begun)
    return times


def _write(folder: Path) -> list[Path]:
    """A document of about 650 words of each kind."""
    from docx import Document

    paragraphs = [_SENTENCE for _ in range(_PARAGRAPHS)]
    page = f"<title>Arden</title><h1>Arden</h1><article>{''.join(f'<p>{one}</p>' for one in paragraphs)}</article>"
    document = Document()
    for one in paragraphs:
        document.add_paragraph(one)
    word = BytesIO()
    document.save(word)
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = "Arden", "Tue, 09 Jun 2020 08:41:00 +0200"
    mail.set_content("\n\n".join(paragraphs))
    contents = {
        "a.html": page.encode(),
        "a.pdf": _pdf(paragraphs),
        "a.docx": word.getvalue(),
        "a.eml": mail.as_bytes(),
        "a.txt": "\n\n".join(paragraphs).encode(),
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in contents]


def _pdf(lines: list[str]) -> bytes:
    stream = "\n".join(f"BT /F1 9 Tf 50 {760 - 16 * number} Td ({line}) Tj ET" for number, line in enumerate(lines))
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
    )
    listed = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, 1))
    return f"%PDF-1.4\n{listed}trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n".encode()


if __name__ == "__main__":
    main()
