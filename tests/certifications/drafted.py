"""Rule files as the policy desk would bring them: short, whole, and easy to spoil in one place."""

from string import Template

TEXT = Template("""\
scheme: $scheme
edition: "$edition"
name_zh: 专精特新中小企业认定办法（$edition）
name_en: SRDI measures ($edition)
basis:
  - {document: 试行办法, number: 试〔$edition〕1号, clause: 第三条, issued_by: 工业和信息化部, issued_on: 2026-05-20}
in_force: {from: $since}
verified: "no"
sources: [trial]
form: listing
validity: {years: 3, starts: announced_on, source: 第六条, verified: "no"}
road: city_recognised
recognised_by: city_private_economy
system_of_record: {kind: own}
terms:
  acceptance: {working_days: 5, kind: promise, source: 本系统服务承诺, verified: "no"}
notice: {working_days: 5, source: 第五条, verified: "no"}
figures:
  - {fact: revenue, years: 1}
  - {fact: total_assets, years: 1}
  - {fact: total_liabilities, years: 1}
statements:
  - {fact: clean_conduct}
materials:
  - {code: licence, says_zh: 营业执照, says_en: Business licence, required: true, accepts: [pdf], source: 第四条, verified: "no"}
criteria:
  - {code: revenue, says_zh: 上年度营业收入 $revenue 万元以上, says_en: Enough revenue, kind: hard, fact: revenue, at_least: {amount: $revenue, unit: 万元}, evidence: [licence], source: 第三条（一）, verified: "no"}
  - {code: debt_ratio, says_zh: 资产负债率不超过 80%, says_en: Debt ratio of no more than 80%, kind: hard, fact: debt_ratio, at_most: 80%, source: 第三条（二）, verified: "yes"}
  - {code: conduct, says_zh: 近三年无重大违法, says_en: No major breach, kind: veto, fact: clean_conduct, is: "yes", source: 第三条（三）, verified: "partial"}
cases:
  base:
    "on": 2026-07-01
    facts:
      revenue: {amount: $revenue, unit: 万元}
      total_assets: {amount: 1000, unit: 万元}
      total_liabilities: {amount: 800, unit: 万元}
      clean_conduct: "yes"
  list:
    - {code: just_enough, says_zh: 恰在线上，通过, expect: {verdict: met}}
    - {code: too_small, says_zh: 收入不足，不通过, change: {facts: {revenue: {amount: 1, unit: 万元}}}, expect: {verdict: not_met, findings: {revenue: not_met}}}
""")


def text(
    *,
    scheme: str = "srdi_sme",
    edition: str = "2027",
    since: str = "2027-01-01",
    revenue: int = 2000,
) -> str:
    """A whole rule file that can be published beside the editions that stand."""
    return TEXT.substitute(scheme=scheme, edition=edition, since=since, revenue=revenue)


def spoilt(old: str, new: str, **how: object) -> str:
    """The same file with one place written otherwise."""
    whole = text(**how)
    assert old in whole
    return whole.replace(old, new)
