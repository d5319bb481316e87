"""A small edition that is written as agreed; tests change a word of it and see it refused."""

import seeds

TEXT = """
scheme: example
edition: "2026"
name_zh: 例
name_en: Example
basis:
  - {document: 例, number: null, clause: null, issued_by: 例局, issued_on: 2026-01-01}
in_force: {from: 2026-01-01}
verified: "no"
sources: [seed]
form: listing
validity: {years: 3, starts: issued_on, source: 例, verified: "no"}
road: evaluated
recognised_by: city_science
terms:
  acceptance: {working_days: 5, kind: promise, source: 例, verified: "no"}
notice: {working_days: 5, source: 例, verified: "no"}
system_of_record: {kind: own}
figures: [{fact: revenue, years: 1}]
statements: [{fact: clean_conduct}]
materials: []
criteria:
  - {code: a, says_zh: 例, says_en: e, kind: hard, fact: revenue, at_least: {amount: 1, unit: 万元}, source: 例, verified: "no"}
scoring:
  pass: {at_least: 60}
  computed: true
  also: []
  items:
    - {code: i, says_zh: 例, says_en: e, max: 5, bands: [{fact: rd_share, at_least: 3%, points: 5}, {points: 0}], source: 例, verified: "no"}
cases:
  base: {"on": 2026-07-01, facts: {revenue: {amount: 2, unit: 万元}}}
  list:
    - {code: passes, says_zh: 例, expect: {verdict: met}}
    - {code: fails, says_zh: 例, change: {facts: {revenue: {amount: 0, unit: 万元}}}, expect: {verdict: not_met}}
"""
NAME = "seeds/example.yaml"
PLACE = "example/2026"


def check(text: str) -> seeds.Table:
    return seeds.check_edition(seeds.parse(text, NAME), PLACE)


def line_of(text: str, part: str) -> int:
    """The line on which a part of the text begins."""
    return text[: text.index(part)].count("\n") + 1
