"""E-mail and saved pages: what people see of a message, its attachments as documents, and no fetch of anything."""

import contextlib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.formats.errors import FormatError
from timeline_app.formats.readers.dispatch import read_bytes
from timeline_app.formats.readers.mail import read_eml
from timeline_app.formats.readers.mhtml import read_mhtml
from timeline_app.model.source import DocumentKind, SegmentKind

MakeMail = Callable[..., EmailMessage]
MakePdf = Callable[..., bytes]

SAVED = """From: <Saved by a browser>
Snapshot-Content-Location: https://vale.example/mill
Subject: =?utf-8?Q?Mill_burns_down?=
Date: Sat, 13 Mar 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html
Content-ID: <frame-1@mhtml>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://vale.example/mill

<html><head><meta charset=3D"utf-8"><title>Mill burns down</title></head><body>
<p>The mill of =C3=85rden burned down.</p><img src=3D"https://vale.example/x.png">=
</body></html>
----b
Content-Type: text/html
Content-Location: https://ads.example/

<p>Buy now</p>
----b--
""".replace("\n", "\r\n").encode()


def test_a_message_shows_its_header_and_its_text(make_message: MakeMail) -> None:
    mail = make_message("It stopped at 02:15.\n", To="desk@x.example", Date="Tue, 09 Jun 2020 08:41:00 +0200")
    mail["X-Spam"] = "no"
    raw = read_eml(mail.as_bytes(), "crane.eml")
    assert raw.text.startswith("From: Petra Lind <petra@harbour.example>\nTo: desk@x.example\nDate: Tue, 09 Jun 2020")
    assert raw.text.endswith("Subject: Crane 4\n\nIt stopped at 02:15.")
    assert "X-Spam" not in raw.text
    kinds = {raw.text[s.span.start : s.span.end].split(":")[0]: s.kind for s in raw.origin.labels}
    assert kinds == {"From": SegmentKind.BOILERPLATE, "Subject": SegmentKind.HEADLINE}
    assert (raw.origin.document_kind, raw.origin.title) == (DocumentKind.EMAIL, "Crane 4")
    [sent] = raw.origin.evidence
    assert (sent.value, sent.where) == ("Tue, 09 Jun 2020 08:41:00 +0200", "the message's Date field")


def test_plain_text_is_preferred_and_a_page_serves_where_there_is_none(make_message: MakeMail) -> None:
    both = make_message("The plain text.")
    both.add_alternative("<p>The page.</p>", subtype="html")
    assert "The page" not in read_eml(both.as_bytes(), "a.eml").text
    page = EmailMessage()
    page["Subject"] = "News"
    page.set_content("<nav>Menu</nav><p>The <b>page</b>.</p><img src='https://x.example/pixel.gif'>", subtype="html")
    raw = read_eml(page.as_bytes(), "a.eml")
    assert raw.text == "Subject: News\n\nMenu\n\nThe page."
    assert SegmentKind.BOILERPLATE in {s.kind for s in raw.origin.labels}


def test_attachments_are_documents_of_their_own(make_message: MakeMail, make_pdf: MakePdf) -> None:
    mail = make_message("See the report.")
    report = make_pdf([[(72, 700, 11, "The mill burned on 4 May 2020.")]])
    mail.add_attachment(report, maintype="application", subtype="octet-stream", filename="../../etc/report.pdf")
    mail.add_attachment(
        "Notes of the meeting.".encode("utf-16"), maintype="text", subtype="plain", filename="notes.txt"
    )
    mail.add_attachment(make_message("What I was sent.", Subject="Fire"))
    raw = read_eml(mail.as_bytes(), "all.eml")
    assert [(one.name, one.origin.kind) for one in raw.every()] == [
        ("all.eml", "eml"),
        ("report.pdf (in all.eml)", "pdf"),
        ("notes.txt (in all.eml)", "text"),
        ("Fire (in all.eml)", "eml"),
    ]
    assert "mill burned" in raw.attachments[0].text
    assert raw.attachments[1].text == "Notes of the meeting."
    assert raw.text.count("See the report.") == 1


def test_attachments_that_cannot_be_read_are_named_once(make_message: MakeMail) -> None:
    mail = make_message("See these.")
    for name in ("a.zip", "b.zip"):
        mail.add_attachment(b"PK\x05\x06" + b"\0" * 18, maintype="application", subtype="zip", filename=name)
    [warning] = read_eml(mail.as_bytes(), "a.eml").warnings
    assert "2 attachments were left out: a.zip" in warning
    assert "b.zip" in warning


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "koi8-r", "x-unknown", "utf-7"])
def test_a_text_is_decoded_as_declared_and_else_guessed(charset: str) -> None:
    text = "Мельница сгорела в пятницу вечером, сказал мэр города." if charset == "koi8-r" else "Die Mühle brannte."
    stored = "utf-8" if charset in ("x-unknown", "utf-7") else charset
    head = f"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: 8bit\n\n"
    assert read_eml(head.encode() + text.encode(stored), "a.eml").text.endswith(text)


def test_messages_in_messages_end_at_some_depth(make_message: MakeMail) -> None:
    mail = make_message("The innermost.")
    for number in range(8):
        outer = make_message(f"Level {number}.", Subject=f"S{number}")
        outer.add_attachment(mail)
        mail = outer
    raw = read_eml(mail.as_bytes(), "a.eml")
    depth = [one.text.rsplit("\n", 1)[-1] for one in raw.every()]
    assert depth == ["Level 7.", "Level 6.", "Level 5.", "Level 4."]
    assert "left out" in list(raw.every())[-1].warnings[0]


def test_parts_nested_hundreds_deep_end_in_a_sentence_or_a_text() -> None:
    head = "Subject: x\nMIME-Version: 1.0\n"
    nest = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(400))
    with contextlib.suppress(FormatError):
        assert read_eml(f"{head}{nest}Content-Type: text/plain\n\nHi\n".encode(), "a.eml").text
    with pytest.raises(FormatError, match="nested too deeply"):
        read_eml(f"{head}{nest}{nest}".encode(), "a.eml")


def test_a_message_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(FormatError, match="no text and no attachment"):
        read_eml(b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b--\n", "a.eml")


def test_a_saved_page_is_read_without_its_frames() -> None:
    raw = read_bytes(SAVED, "mill.mhtml")
    assert raw.text == "The mill of Ården burned down."
    assert (raw.origin.kind, raw.origin.title, raw.origin.url) == (
        "mhtml",
        "Mill burns down",
        "https://vale.example/mill",
    )


def test_the_day_of_saving_is_not_the_day_of_publication() -> None:
    evidence = read_mhtml(SAVED, "mill.mhtml").origin.evidence
    assert [(e.field, e.value) for e in evidence] == [("captured", "Sat, 13 Mar 2021 10:00:00 -0000")]


def test_a_saved_page_without_a_page_is_refused() -> None:
    with pytest.raises(FormatError, match="no web page"):
        read_mhtml(b"Content-Type: text/css\n\np {}", "a.mhtml")


PIECES = st.sampled_from(
    [b"Content-Type: text/html; charset=utf-8\n", b"Content-Type: multipart/mixed; boundary=b\n", b"\n", b"--b\n",
     b"--b--\n", b"Content-Transfer-Encoding: base64\n", b"Subject: =?utf-8?B?////?=\n", b"Date: never\n",
     b"Content-Disposition: attachment; filename*=utf-8''%ff\n", b"From: \xff\xfe <\n", b"<p>Hi</p>\n",
     b"Content-Type: message/rfc822\n", b"Content-Type: ;;;=\n", b"Content-Transfer-Encoding: uuencode\n"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES | st.binary(max_size=20), max_size=20).map(b"".join))
def test_any_message_is_a_document_or_a_sentence(data: bytes) -> None:
    for reader in (read_eml, read_mhtml):
        with contextlib.suppress(FormatError):
            raw = reader(data, "a.eml")
            assert raw.text or raw.attachments
