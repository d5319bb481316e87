"""How far is a long piece of work, and how did it end?"""

import pytest

from enterprises import jobs
from enterprises.models import Job

pytestmark = pytest.mark.django_db


def test_a_job_counts_what_is_done_and_keeps_what_came_of_it():
    job = jobs.begin("import", "导入企业名单", by=None, total=10)

    jobs.advance(job)
    jobs.advance(job, 4)
    job = jobs.finish(job, {"created": 5})

    assert (job.done, job.total, job.state) == (5, 10, Job.State.DONE)
    assert job.result == {"created": 5}
    assert job.ended_at is not None


def test_a_failed_job_says_why():
    job = jobs.fail(jobs.begin("import", "导入", by=None), "文件是空的，请重新导出。")

    assert (job.state, job.result) == (Job.State.FAILED, {"says": "文件是空的，请重新导出。"})


def test_a_job_that_ended_stays_as_it_ended():
    job = jobs.finish(jobs.begin("import", "导入", by=None))

    jobs.advance(job)
    job = jobs.fail(job, "晚到的失败")

    assert (job.done, job.state) == (0, Job.State.DONE)
