"""The indicators that the register counts from its own records."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from registry.counting import Counted, Slice, begun, first_begun, held
from registry.indicators.catalogue import Measure, indicator
from registry.periods import year

LEADING_RUNG = 4


@indicator(
    "high_tech_enterprises", "高新技术企业", "High and new technology enterprises", "家",
    Measure.STOCK, level=_("国家级"),
    says="截至当日持有有效高新技术企业证书的企业数；同一企业证书首尾相接或重叠的只计一次，按当日所在区市归属。",
)  # fmt: skip
def high_tech_enterprises(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid high-tech certificate on the day; overlapping or adjoining
    certificates count once; each enterprise counts in the district where it is that day."""
    return held(within.of("high_tech"), as_of)


@indicator(
    "high_tech_new", "新认定高新技术企业（首次）", "High-tech enterprises, first recognised", "家",
    Measure.FLOW, level=_("国家级"),
    says="自1月1日至当日首次取得高新技术企业资格的企业数，不含重新认定。",
)  # fmt: skip
def high_tech_new(as_of: date, within: Slice) -> Counted:
    """Enterprises whose first ever high-tech title begins between 1 January and the day;
    renewed titles are not counted."""
    return first_begun(within.of("high_tech"), year(as_of.year).until(as_of))


@indicator(
    "tech_sme_entered", "科技型中小企业（本年累计入库）",
    "Technology-based SMEs (entered this year, cumulative)", "家",
    Measure.FLOW, level=_("国家级"),
    says="自1月1日至当日取得当年入库登记编号的企业数。编号次年3月31日失效，故用本年累计，不用存量。",
)  # fmt: skip
def tech_sme_entered(as_of: date, within: Slice) -> Counted:
    """Enterprises that obtained a registration number between 1 January and the day. Numbers lapse
    on 31 March of the next year, so the year's cumulative figure is used and not the stock."""
    return begun(within.of("tech_sme"), year(as_of.year).until(as_of))


@indicator(
    "innovative_smes", "创新型中小企业", "Innovative SMEs", "家", Measure.STOCK, level=_("省级"),
    says="截至当日在有效期内的创新型中小企业数。",
)  # fmt: skip
def innovative_smes(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid innovative-SME title on the day."""
    return held(within.of("innovative_sme"), as_of)


@indicator(
    "srdi_smes", "专精特新中小企业", "Specialised and innovative (SRDI) SMEs", "家",
    Measure.STOCK, level=_("省级"),
    says="截至当日在有效期内的专精特新中小企业数；按称号计数，其中已成为“小巨人”的企业不扣除。",
)  # fmt: skip
def srdi_smes(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid SRDI title on the day; counted by title, so those that have
    become little giants are not taken out."""
    return held(within.of("srdi_sme"), as_of)


@indicator(
    "srdi_new", "新增专精特新企业", "SRDI enterprises, new", "家", Measure.FLOW, level=_("省级"),
    says="自1月1日至当日首次认定为专精特新中小企业的企业数；复核通过的不算新增，失效的不扣减。",
)  # fmt: skip
def srdi_new(as_of: date, within: Slice) -> Counted:
    """Enterprises whose first ever SRDI title begins between 1 January and the day; passing a
    review is not new, and lapses are not deducted."""
    return first_begun(within.of("srdi_sme"), year(as_of.year).until(as_of))


@indicator(
    "little_giants", "专精特新“小巨人”企业", "Little giants", "家", Measure.STOCK, level=_("国家级"),
    says="截至当日在有效期内的国家级专精特新“小巨人”企业数。",
)  # fmt: skip
def little_giants(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid national little-giant title on the day."""
    return held(within.of("little_giant"), as_of)


@indicator(
    "gazelles", "瞪羚企业", "Gazelles", "家", Measure.STOCK, level=_("省级"),
    says="截至当日在有效期内的瞪羚企业数。",
)  # fmt: skip
def gazelles(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid gazelle title on the day."""
    return held(within.of("gazelle"), as_of)


@indicator(
    "unicorns", "独角兽企业", "Unicorns", "家", Measure.STOCK, level=_("省级"),
    says="截至当日在有效期内的独角兽企业数，以公布名单为准，不含潜在（隐形）独角兽。",
)  # fmt: skip
def unicorns(as_of: date, within: Slice) -> Counted:
    """Enterprises on the valid unicorn list on the day."""
    return held(within.of("unicorn"), as_of)


@indicator(
    "single_champions", "制造业单项冠军企业", "Single champions", "家",
    Measure.STOCK, level=_("国家级"),
    says="截至当日在有效期内的国家级制造业单项冠军企业数。",
)  # fmt: skip
def single_champions(as_of: date, within: Slice) -> Counted:
    """Enterprises holding a valid national manufacturing single-champion title on the day."""
    return held(within.of("single_champion"), as_of)


@indicator(
    "leading_enterprises", "领军企业（第四级）", "Leading enterprises (fourth rung)", "家",
    Measure.STOCK, level=_("不分级别"),
    says="截至当日持有第四级任一称号（单项冠军、独角兽、领军标杆、链主等）的企业数，一家只计一次。",
)  # fmt: skip
def leading_enterprises(as_of: date, within: Slice) -> Counted:
    """Enterprises holding any title of the fourth rung on the day, each counted once."""
    return held(replace(within, schemes=(), rung=LEADING_RUNG), as_of)


@indicator(
    "certified_enterprises", "在册有称号企业", "Enterprises with a title", "家",
    Measure.STOCK, level=_("不分级别"),
    says="截至当日持有任一有效称号的企业数，一家只计一次。",
)  # fmt: skip
def certified_enterprises(as_of: date, within: Slice) -> Counted:
    """Enterprises holding any valid title on the day, each counted once."""
    return held(within, as_of)
