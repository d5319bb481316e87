"""Are two spellings of one name one name, and is a branch told from a firm?"""

import pytest

from enterprises import names
from tests.enterprises.lists import shared_rows


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("双日(香港)有限公司", "双日（香港）有限公司"),
        ("景新太平鞋业( 福清 )有限公司", "景新太平鞋业（福清）有限公司"),
        ("青岛市市北区中通美术公司 .", "青岛市市北区中通美术公司"),
        ("方圆集团海阳经贸有限公司\u3000", "方圆集团海阳经贸有限公司"),
        ("美国ＦＭＣ亚洲太平洋有限公司上海代表处", "美国FMC亚洲太平洋有限公司上海代表处"),
        ("青岛\u200b海尔\ufeff", "青岛海尔"),
        ("Master Crown 电子公司", "Master Crown电子公司"),
    ],
)
def test_a_name_is_kept_in_one_spelling(raw, kept):
    assert names.clean(raw) == kept
    assert names.clean(kept) == kept


def test_case_and_bracket_width_do_not_make_two_names():
    assert names.key("SEW-传动设备(苏州)有限公司") == names.key("sew－传动设备（苏州）有限公司")
    assert names.key("青岛海尔集团公司") != names.key("青岛（海尔）集团公司")


@pytest.mark.parametrize(
    ("cell", "main", "other"),
    [
        (
            "青岛第一齿轮厂（第一名称）青岛致远工程机械厂（第二名称）",
            "青岛第一齿轮厂",
            "青岛致远工程机械厂",
        ),
        ("昆明市衡器厂第二名称:昆明衡器制造公司", "昆明市衡器厂", "昆明衡器制造公司"),
        ("青岛电缆股份有限公司(原青岛电缆厂)", "青岛电缆股份有限公司", "青岛电缆厂"),
        ("一、溧阳市蔬菜公司;二、溧阳市茶叶公司", "溧阳市蔬菜公司", "溧阳市茶叶公司"),
        ("国营红山机械厂（国营第五四〇九厂）", "国营红山机械厂（国营第五四〇九厂）", ""),
        ("青岛中原机械有限公司", "青岛中原机械有限公司", ""),
    ],
)
def test_two_names_in_one_cell_are_told_apart(cell, main, other):
    assert names.main_name(cell) == (main, other)


def test_every_irregular_real_name_gives_a_name_that_stays_as_it_is():
    for row in shared_rows("names_irregular_dev.csv"):
        main, _other = names.main_name(row["企业名称"])

        assert main
        assert names.clean(main) == main, row


@pytest.mark.parametrize(
    "name",
    [
        "中国工商银行股份有限公司青岛李沧第一支行.",
        "青岛隆腾达工贸有限公司钟表眼镜分公司",
        "中国石化销售有限公司山东青岛第一加油站",
        "日本日新运输株式会社青岛代表处",
        "胶州市马店供销社陆家村门市部（胶州农资加盟店）",
    ],
)
def test_a_part_of_a_firm_is_a_branch(name):
    assert names.is_branch(name)


@pytest.mark.parametrize(
    "name",
    [
        "青岛良友有限责任会计师事务所",
        "青岛海尔股份有限公司",
        "青岛市害虫防制中心有限公司（原青岛市害虫防制中心）",
        "青岛第二铸造机械厂",
        "青岛四方区便民加油站",
    ],
)
def test_a_firm_of_its_own_is_no_branch(name):
    assert not names.is_branch(name)


def test_the_registered_type_decides_where_the_name_is_silent():
    assert names.is_branch("青岛市崂山区沙子口机械厂", "集体分支机构(非法人)")


def test_initials_are_what_people_type():
    assert names.initials("青岛银行(集团)ABC有限公司") == "qdyhjtabcyxgs"
    assert len(names.initials("长" * 200)) == 80
