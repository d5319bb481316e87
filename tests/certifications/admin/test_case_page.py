"""The case page: what it shows, and the deeds done on it."""

from datetime import timedelta

from django.utils import translation

from certifications import drafting, workflow
from certifications.models import Application
from certifications.states import State
from enterprises.clock import now
from enterprises.figures import state_figures
from enterprises.papers import path_of
from tests import factories

RETURN = "return_for_correction"


def letter(*rows, note="", total=None, **more) -> dict:
    """A return letter as the browser sends it."""
    data = {
        "defects-TOTAL_FORMS": str(total or len(rows) + 1), "defects-INITIAL_FORMS": "0",
        f"{RETURN}-note": note, **more,
    }  # fmt: skip
    for number, row in enumerate(rows):
        for part, value in zip(("item", "says", "remedy"), row, strict=True):
            data[f"defects-{number}-{part}"] = value
    return data


def fresh(application) -> Application:
    return Application.objects.get(pk=application.pk)


def test_the_page_shows_findings_with_their_clauses_and_values(
    walked, door, case_url, laoshan_officer
):
    case = walked(State.SUBMITTED)

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert "国科发火〔2016〕32号 第十一条（四）" in page
    assert "30.00%" in page  # 18 of 60 staff
    assert "3,000.00 万元" in page
    assert "待受理" in page and "受理" in page
    assert "application_form.pdf" in page


def test_the_district_officer_accepts_with_one_click(
    walked, door, case_url, laoshan_officer, today
):
    case = walked(State.SUBMITTED)

    answer = door(laoshan_officer).post(
        case_url(case, "step", "accept"), {"accept-note": "材料齐全"}
    )

    assert answer.status_code == 302
    case = fresh(case)
    assert (case.state, case.accepted_on) == (State.DISTRICT_REVIEW, today)


def test_a_step_taken_twice_is_refused_in_place(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(case_url(case, "step", "accept"))

    assert answer.status_code == 409
    assert "本案现处于“区市审核”，不能“受理”" in answer.content.decode()


def test_a_step_is_never_taken_by_a_link(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)

    answer = door(laoshan_officer).get(case_url(case, "step", "accept"))

    assert (answer.status_code, answer["Location"]) == (302, case_url(case))
    assert fresh(case).state == State.SUBMITTED
    assert door(laoshan_officer).delete(case_url(case, "step", "accept")).status_code == 405


def test_reloading_after_a_refused_objection_leads_back_to_the_case(
    walked, door, case_url, city_officer, laoshan_industry_officer
):
    case = walked(State.PUBLIC_NOTICE)
    url = case_url(case, "objection", 1)

    assert door(city_officer).get(url)["Location"] == case_url(case)
    assert door(laoshan_industry_officer).get(url).status_code == 404


def test_no_outcome_of_a_review_is_chosen_beforehand(walked, door, case_url, city_officer):
    case = walked(State.EXPERT_REVIEW)
    browser = door(city_officer)

    page = browser.get(case_url(case)).content.decode()
    refused = browser.post(
        case_url(case, "step", "record_review"), {"record_review-score": "82"}
    ).content.decode()

    assert 'value="passed"' in page and 'value="passed" checked' not in page
    assert "checked" not in page
    assert "请选择结论：通过或不通过" in refused
    assert 'href="#id_record_review-outcome"' in refused
    assert fresh(case).state == State.EXPERT_REVIEW


def test_the_review_form_names_the_pass_mark_of_the_edition(walked, door, case_url, city_officer):
    case = walked(State.EXPERT_REVIEW)

    page = door(city_officer).get(case_url(case)).content.decode()

    assert "须超过 70 分" in page


def test_what_is_wrong_is_said_once_and_leads_to_its_row(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    page = (
        door(laoshan_officer)
        .post(
            case_url(case, "step", RETURN),
            letter(("rd_audit", "模糊", "重扫"), ("", "月份不对", "更正")),
        )
        .content.decode()
    )

    assert page.count("您填写的内容都已保留") == 1
    assert "有的内容没有填对" not in page
    assert '<a href="#id_defects-1-item">第 2 项 · 所在项：请选择所在项。</a>' in page
    assert "data-focus" in page


def test_an_empty_letter_leads_from_the_sentence_to_the_form(
    walked, door, case_url, laoshan_officer
):
    case = walked(State.DISTRICT_REVIEW)

    page = door(laoshan_officer).post(case_url(case, "step", RETURN), letter()).content.decode()

    assert f'<a href="#{RETURN}">请至少列出一项补正事项' in page


def test_a_form_that_is_gone_is_not_said_to_be_kept(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(
        case_url(case, "step", "refuse_acceptance"), {"refuse_acceptance-note": "缺盖章"}
    )

    assert answer.status_code == 409
    assert "都已保留" not in answer.content.decode()


def test_an_unripe_case_says_until_when_it_cannot_be_recognised(
    walked, door, case_url, city_officer, settings
):
    case = walked(State.PUBLIC_NOTICE)
    ends_on = factories.notice_end(case)
    browser = door(city_officer)

    running = browser.get(case_url(case)).content.decode()
    settings.REGISTRY_TODAY = ends_on + timedelta(days=1)
    over = browser.get(case_url(case)).content.decode()

    assert f"公示期到 {ends_on} 结束，结束后的次日才能认定" in running
    assert "次日才能认定" not in over


def test_a_word_that_is_no_step_is_refused_in_a_sentence(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)

    answer = door(laoshan_officer).post(case_url(case, "step", "abolish"))

    assert answer.status_code == 409
    assert "程序中没有这一步" in answer.content.decode()


def test_one_letter_returns_the_case_with_every_item(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(
        case_url(case, "step", RETURN),
        letter(
            ("rd_audit", "第 12 页模糊", "请重新扫描"),
            ("revenue-2025", "与审计报告不符", "请核对后更正"),
            ("clean_conduct", "未附证明", "请说明"),
        ),
    )

    assert answer.status_code == 302
    case = fresh(case)
    assert case.state == State.CORRECTION
    assert [row.item for row in case.defects.all()] == ["rd_audit", "revenue-2025", "clean_conduct"]


def test_a_half_filled_row_is_refused_and_nothing_typed_is_lost(
    walked, door, case_url, laoshan_officer
):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(
        case_url(case, "step", RETURN), letter(("rd_audit", "第 12 页模糊", ""), note="抄送科室")
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "第 12 页模糊" in page and "抄送科室" in page
    assert fresh(case).state == State.DISTRICT_REVIEW


def test_an_empty_letter_is_refused_in_a_sentence(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(case_url(case, "step", RETURN), letter())

    assert answer.status_code == 422
    assert "请至少列出一项补正事项" in answer.content.decode()


def test_more_rows_are_added_without_script_and_keep_what_was_typed(
    walked, door, case_url, laoshan_officer
):
    case = walked(State.DISTRICT_REVIEW)

    answer = door(laoshan_officer).post(
        case_url(case, "step", RETURN),
        letter(("rd_audit", "第 12 页模糊", ""), note="抄送科室", more="1"),
    )

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "第 12 页模糊" in page and "抄送科室" in page
    assert 'name="defects-3-item"' in page and 'name="defects-4-item"' not in page
    assert fresh(case).state == State.DISTRICT_REVIEW


def test_a_forged_row_count_does_no_harm(walked, door, case_url, laoshan_officer):
    case = walked(State.DISTRICT_REVIEW)

    for total in ("", "-1", "many", "100000"):
        answer = door(laoshan_officer).post(
            case_url(case, "step", RETURN), letter(total=total, more="1")
        )
        assert answer.status_code == 200
        answer = door(laoshan_officer).post(case_url(case, "step", RETURN), letter(total=total))
        assert answer.status_code == 422


def test_a_resubmitted_case_shows_what_changed(
    walked, door, case_url, clerk, laoshan_officer, today
):
    case = walked(State.DISTRICT_REVIEW)
    defects = [{"item": "rd_audit", "says": "模糊", "remedy": "重扫"}]
    workflow.advance(case, RETURN, by=laoshan_officer, today=today, details={"defects": defects})
    drafting.save_figures(case, 2025, {"revenue": 3100 * factories.WAN}, by=clerk, today=today)
    drafting.save_claims(case, {"conversions_per_year": "7"}, by=clerk, today=today)
    old = case.materials.get(requirement="rd_audit")
    drafting.detach(old, by=clerk, today=today)
    paper = factories.paper(clerk, b"clear")
    drafting.attach(case, "rd_audit", paper, "清晰的审计报告.pdf", by=clerk, today=today)
    drafting.answer_defect(case.defects.get(), answer="changed", says="", by=clerk, today=today)
    workflow.advance(case, "resubmit", by=clerk, today=today)

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert "原 3,000.00 万元" in page and "3,100.00 万元" in page
    assert "本次新交" in page and "原 rd_audit.pdf" in page
    assert "原 4" in page


def test_the_case_shows_the_figures_that_were_handed_in(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)
    state_figures(
        case.enterprise, 2025, {"employees": 61}, by=None, at=now(), source="another application"
    )

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert "60 人" in page and "61 人" not in page


def test_a_paper_opens_caged_and_under_its_name(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)
    paper = case.materials.get(requirement="rd_audit").paper

    answer = door(laoshan_officer).get(case_url(case, "paper", paper.sha256))

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"].startswith("private, no-store")
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"] == 'inline; filename="rd_audit.pdf"'


def test_a_paper_whose_file_is_gone_is_said_in_a_sentence(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)
    paper = case.materials.get(requirement="rd_audit").paper
    path_of(paper).unlink()

    answer = door(laoshan_officer).get(case_url(case, "paper", paper.sha256))

    assert answer.status_code == 404
    assert "请联系系统管理员从备份恢复" in answer.content.decode()


def test_the_first_paper_is_open_and_shown_by_its_width(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert 'name="preview"' in page and "#navpanes=0&amp;view=FitH" in page.split("<iframe")[1]


def test_a_paper_of_another_case_is_not_found_here(
    walked, door, case_url, laoshan_officer, clerk, today
):
    case = walked(State.SUBMITTED)
    stray = factories.paper(clerk, b"of no case")

    answer = door(laoshan_officer).get(case_url(case, "paper", stray.sha256))

    assert answer.status_code == 404


def test_the_row_address_leads_to_the_case_page(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)

    answer = door(laoshan_officer).get(case_url(case, "change"))

    assert answer.status_code == 302
    assert answer["Location"] == case_url(case)


def test_the_case_page_asks_few_questions_of_the_database(
    walked, door, case_url, laoshan_officer, django_assert_max_num_queries
):
    case = walked(State.DISTRICT_REVIEW)
    browser = door(laoshan_officer)
    browser.get(case_url(case))

    with django_assert_max_num_queries(25):
        answer = browser.get(case_url(case))

    assert answer.status_code == 200


def test_the_case_page_speaks_english_to_who_reads_it(walked, door, case_url, laoshan_officer):
    case = walked(State.SUBMITTED)
    laoshan_officer.language = "en"
    laoshan_officer.save()

    answer = door(laoshan_officer).get(case_url(case))

    assert answer["Content-Language"] == "en"
    assert "High" in answer.content.decode()
    assert translation.get_language() == "zh-hans"


def test_a_computed_score_is_shown_item_by_item(
    firm, clerk, door, case_url, laoshan_officer, today
):
    batch = factories.batch("tech_sme", today)
    opened = drafting.open_application(firm, batch, by=clerk, today=today)
    filled = factories.fill(opened, by=clerk, today=today)
    case = workflow.advance(filled, "submit", by=clerk, today=today, details={"undertaking": True})

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert "合计" in page and " 分</strong>" in page


def test_what_counts_by_a_direct_route_says_so(firm, clerk, door, case_url, laoshan_officer, today):
    firm.certifications.create(
        scheme=factories.Scheme.objects.get(code="high_tech"), number="GR202437100077",
        conferred_by="市科技局", issued_on=today.replace(year=2025),
        valid_from=today.replace(year=2025), valid_until=today.replace(year=2028), source="list",
        recorded_at=now(),
    )  # fmt: skip
    batch = factories.batch("tech_sme", today)
    opened = drafting.open_application(firm, batch, by=clerk, today=today)
    filled = factories.fill(opened, by=clerk, today=today)
    case = workflow.advance(filled, "submit", by=clerk, today=today, details={"undertaking": True})

    page = door(laoshan_officer).get(case_url(case)).content.decode()

    assert "按直通条件认可" in page
