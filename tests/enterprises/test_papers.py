"""What is taken as a paper, and is it still what was handed in?"""

import io
import json
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command

from enterprises import papers
from enterprises.models import Paper
from enterprises.papers import PaperMissing, PaperRefused
from tests.factories import PDF

pytestmark = pytest.mark.django_db
JPG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + b"\0" * 20
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture(autouse=True)
def own_store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "papers"
    return settings.MEDIA_ROOT


def store(content: bytes, name: str = "材料.pdf") -> Paper:
    return papers.store(SimpleUploadedFile(name, content), by=None)


def archive(*parts: str, text: bytes = b"<x/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for part in parts:
            file.writestr(part, text)
    return out.getvalue()


TAKEN = {
    "pdf": ("审计报告.PDF", PDF),
    "jpg": ("执照.jpeg", JPG),
    "png": ("执照.png", PNG),
    "xlsx": ("表.xlsx", archive("[Content_Types].xml", "xl/workbook.xml")),
    "docx": ("文.docx", archive("[Content_Types].xml", "word/document.xml")),
    "ofd": ("公文.ofd", archive("OFD.xml")),
}


@pytest.mark.parametrize("kind", TAKEN)
def test_a_paper_is_known_by_its_content_and_kept_by_its_hash(kind, own_store):
    name, content = TAKEN[kind]

    paper = store(content, name)

    assert papers.ending_of(paper) == kind
    assert paper.size == len(content)
    with papers.open_paper(paper) as file:
        assert file.read() == content
    kept = own_store / paper.sha256[:2] / paper.sha256[2:4] / paper.sha256
    assert kept.exists()


def test_the_same_content_is_one_paper():
    assert store(PDF, "甲.pdf") == store(PDF, "乙.pdf")
    assert Paper.objects.count() == 1


def encrypted_zip() -> bytes:
    raw = bytearray(archive("xl/workbook.xml"))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


REFUSED = {
    "empty": ("空.pdf", b"", "文件是空的"),
    "text": ("材料.pdf", b"hello", "不认识这个文件"),
    "program": ("材料.pdf", b"MZ\x90\0" * 10, "不认识这个文件"),
    "web page": ("材料.pdf", b"<html><script>", "不认识这个文件"),
    "old office": ("材料.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Office"),
    "other ending": ("材料.png", PDF, "内容却是 pdf"),
    "double ending": ("材料.pdf.exe", PDF, "内容却是 pdf"),
    "encrypted pdf": ("材料.pdf", PDF + b"trailer<</Encrypt 5 0 R>>", "设了密码或限制"),
    "cut-off pdf": ("材料.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj", "不完整"),
    "broken zip": ("表.xlsx", b"PK\x03\x04 broken", "已损坏"),
    "plain zip": ("包.zip", archive("a.txt"), "不收压缩包"),
    "encrypted zip": ("表.xlsx", encrypted_zip(), "设了密码"),
    "macros": ("表.xlsx", archive("xl/workbook.xml", "xl/vbaProject.bin"), "带有宏"),
    "bomb": ("表.xlsx", archive("xl/workbook.xml", text=b"0" * 12_000_000), "压缩炸弹"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_paper_is_refused_with_a_sentence_and_leaves_nothing(case, own_store):
    name, content, says = REFUSED[case]

    with pytest.raises(PaperRefused, match=says):
        store(content, name)

    assert not Paper.objects.exists()
    assert [path for path in own_store.rglob("*") if path.is_file()] == []


def test_an_upload_is_measured_and_not_believed(settings):
    settings.PAPER_MAX_BYTES = 2 * 1024 * 1024
    upload = SimpleUploadedFile("大.pdf", PDF + b"0" * settings.PAPER_MAX_BYTES)
    upload.size = 10

    with pytest.raises(PaperRefused, match="超过 2 MB"):
        papers.store(upload, by=None)


def test_the_encryption_mark_is_found_across_the_pieces_of_a_large_file():
    content = PDF + b"0" * ((1 << 20) - len(PDF) - 4) + b"/Encrypt 5 0 R\n%%EOF\n"

    with pytest.raises(PaperRefused, match="设了密码"):
        store(content)


def verify() -> dict[str, object]:
    out = io.StringIO()
    try:
        call_command("verify_files", "--format", "json", stdout=out)
    except CommandError as error:
        return {"failed": str(error), **json.loads(out.getvalue())}
    return json.loads(out.getvalue())


def test_files_that_are_as_they_were_pass_the_check():
    store(PDF)

    assert verify() == {"checked": 1, "damaged": []}


def test_a_changed_and_a_missing_file_are_found():
    changed, missing = store(PDF), store(PDF + b"%2")
    papers.path_of(changed).write_bytes(PDF + b"forged")
    Path(papers.path_of(missing)).unlink()

    said, out = verify(), io.StringIO()
    with pytest.raises(CommandError):
        call_command("verify_files", stdout=out)

    assert "已核对 2 份文件，有问题 2 份" in out.getvalue()
    assert [each["sha256"] for each in said["damaged"]] == [changed.sha256, missing.sha256]
    assert said["failed"].startswith("2 份文件")
    with pytest.raises(PaperMissing, match="备份"):
        papers.open_paper(missing)


def test_storing_a_damaged_paper_again_heals_it():
    paper = store(PDF)
    papers.path_of(paper).write_bytes(b"forged")

    store(PDF)

    assert verify()["damaged"] == []
