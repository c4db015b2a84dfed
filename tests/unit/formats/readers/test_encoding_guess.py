"""Texts that do not say their encoding: read as the one in which their words are words."""

import pytest

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers.decoding import decode_text
from timeline_app.formats.readers.plain import read_text

WESTERN = "José Peña, 44, was held in Málaga. His lawyer François Gödel drove to Tromsø. The café shut in March.\n"
POLISH = "Wałęsa spoke in Gdańsk on 14 August; Brzeziński’s letter reached Łódź in September.\n"
CZECH = "The house of Dvořák stands in Nelahozeves, that of Božena Němcová in Ratibořice.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "latin-1"),
        (WESTERN, "cp1252"),
        (WESTERN, "mac_roman"),
        ("“It’s over,” said André Lefèvre – the raid cost €400,000…", "cp1252"),
        (POLISH, "cp1250"),
        (CZECH, "cp1250"),
        ("Çalışma Bakanlığı issued the order in Eskişehir, near Beyoğlu.", "cp1254"),
        ("В ночь на 14 августа колонна пересекла границу у Донецка, сообщил свидетель.", "cp1251"),
    ],
)
def test_a_few_accented_letters_are_enough(text: str, encoding: str) -> None:
    read, [warning] = decode_text(text.encode(encoding), "a.txt")
    assert read == text
    assert "was read as" in warning


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_without_its_mark(encoding: str) -> None:
    raw = read_text("The bridge fell on 12 May – near Łódź.\n".encode(encoding), "a.txt")
    assert raw.text == "The bridge fell on 12 May – near Łódź.\n"
    assert not raw.warnings


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Паром сел на мель 9 мая 2021 года.\n", "Το πλοίο βυθίστηκε στις 9 Μαΐου.\n"])
def test_other_scripts_in_utf_16_are_told_without_its_mark(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "a.txt")[0] == text


def test_bytes_of_a_program_are_no_utf_16() -> None:
    with pytest.raises(FormatError, match="binary"):
        read_text(bytes((7 * n * n + 3) % 256 for n in range(4_000)), "a.txt")
