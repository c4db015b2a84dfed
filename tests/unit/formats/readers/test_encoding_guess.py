"""Texts that do not say their encoding: read as the one in which their words are words."""

import pytest

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
