"""The indicators that other bureaus state: what they mean; the figures are ReportedFigure rows."""

from registry.indicators.catalogue import Measure, told

told(
    "national_key_labs_new", "新创建全国重点实验室", "National key laboratories, new", "家", Measure.FLOW,
    says="本年新获批（含重组）的全国重点实验室数，以科学技术部批复为准。",
    english="National key laboratories approved or reorganised this year, as the ministry states.",
)  # fmt: skip
told(
    "innovation_products_promoted", "推广应用企业创新产品", "Innovation products promoted", "项", Measure.FLOW,
    says="本年列入市级创新产品推广目录的企业产品数。",
    english="Products of enterprises entered in the city's promotion catalogue this year.",
)  # fmt: skip
told(
    "advantage_chain_scale", "优势产业链总规模", "Total scale of the leading industrial chains", "元", Measure.LEVEL,
    says="智能家电、轨道交通装备、新能源汽车、高端化工、海洋装备、食品饮料、纺织服装等优势产业链的全年总规模。",
    english="The year's total output of the leading industrial chains named in the report.",
)  # fmt: skip
told(
    "rd_body_coverage", "规上工业企业研发机构覆盖率", "R&D body coverage of industry above scale", "share", Measure.RATIO,
    says="设有研发机构的规模以上工业企业占全部规模以上工业企业的比率，以统计部门口径为准。",
    english="Industrial enterprises above designated size with an R&D body, as a share of them all.",
)  # fmt: skip
told(
    "strategic_investment_growth", "战略性新兴产业投资增长", "Growth of investment in strategic industries", "share",
    Measure.GROWTH,
    says="战略性新兴产业固定资产投资比上年增长的百分比。",
    english="Fixed-asset investment in strategic emerging industries, growth over last year.",
)  # fmt: skip
told(
    "scenario_labs_new", "新增场景应用实验室", "Scenario application laboratories, new", "家", Measure.FLOW,
    says="本年新认定的场景应用实验室数。",
    english="Scenario application laboratories recognised this year.",
)  # fmt: skip
told(
    "producer_services_value", "生产性服务业增加值", "Value added of producer services", "元", Measure.LEVEL,
    says="生产性服务业全年增加值，以统计部门核算为准。",
    english="The year's value added of producer services, as the statistics bureau states.",
)  # fmt: skip
told(
    "nev_output_multiple", "新能源整车产量倍数", "Output of new-energy vehicles, multiple", "倍", Measure.MULTIPLE,
    says="本年新能源整车产量与上年产量之比；“倍增”读作不低于2倍。",
    english="This year's output of new-energy vehicles over last year's; doubling means at least 2.",
)  # fmt: skip
told(
    "tsingtao_beer_output", "青岛啤酒总产量", "Tsingtao beer output", "千升", Measure.LEVEL,
    says="青岛啤酒全年总产量。",
    english="Tsingtao Brewery's total output of the year.",
)  # fmt: skip
