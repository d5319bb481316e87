"""What does whoever runs the import see, and what do the real lists give?"""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command

from enterprises.models import Enterprise, Residence
from tests.enterprises.lists import content, line, load, shared

pytestmark = pytest.mark.django_db


def test_the_command_prints_json_and_writes_the_report(tmp_path):
    path, report = tmp_path / "名单.csv", tmp_path / "report.csv"
    path.write_bytes(content(line("=HYPERLINK(1)", "9.13702E+17"), line()))
    out = io.StringIO()

    call_command("import_enterprises", path, "--report", report, "--format", "json", stdout=out)

    said = json.loads(out.getvalue())
    assert (said["rows"], said["created"], said["blocked"]) == (2, 1, 1)
    listed = list(csv.reader(report.read_text(encoding="utf-8-sig").splitlines()))
    assert listed[1][0] == "2"
    assert listed[1][5].startswith("'=")


def test_the_command_previews_in_words(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes(content(line(), line("青岛坏码有限公司", "无")))
    out = io.StringIO()

    call_command("import_enterprises", path, "--dry-run", stdout=out)

    assert "预览：可新增 1 家" in out.getvalue()
    assert "第 3 行 [未导入] 青岛坏码有限公司" in out.getvalue()


def test_the_command_fails_on_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(CommandError, match="打不开文件"):
        call_command("import_enterprises", tmp_path / "nowhere.csv")


def test_the_real_firms_of_1980_to_1999_are_all_registered_and_only_once():
    raw = shared("qingdao_firms_1980_1999.csv").read_bytes()

    first, second = load(raw), load(raw)

    assert (first.rows, first.created, first.blocked) == (7825, 7825, 0)
    assert (second.created, second.unchanged) == (0, 7825)
    assert Enterprise.objects.filter(kind=Enterprise.Kind.BRANCH).count() >= 858
    without = Residence.objects.filter(district=None).count()
    assert without == first.by_code()["no_district"] < 800
    assert not Residence.objects.filter(district__until__isnull=False).exists()


def test_irregular_real_names_pass_the_import_without_a_false_alarm():
    with shared("names_irregular_dev.csv").open("rb") as file:
        report = load(file.read())

    blocked = [found for found in report.findings if found.severity == "blocking"]
    assert {found.code for found in blocked} <= {"code_of_two_firms"}


def test_a_report_that_cannot_be_written_does_not_hide_what_was_imported(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes(content(line()))

    with pytest.raises(CommandError, match="新增 1 家.*写不了报告"):
        call_command("import_enterprises", path, "--report", tmp_path / "no" / "r.csv")


def test_a_long_report_is_cut_on_the_screen_and_says_where_the_rest_is(tmp_path):
    path = tmp_path / "名单.csv"
    path.write_bytes(content(*[line(credit_code="无")] * 50))
    out = io.StringIO()

    call_command("import_enterprises", path, stdout=out)

    assert "共 50 条，全部内容请用 --report" in out.getvalue()
