"""A second, slow reading of the law in plain Python, written by hand from the policy files.

It imports nothing of ours and knows no edition file: where it and the system disagree, one of
them has misread the law. Numbers that a ministry decided are allowed here, and only here.
"""

from tests.oracle import city, giants, growth, industry, science
from tests.oracle.firms import random_firm

EDITIONS = {
    ("tech_sme", "2017"): science.tech_sme_2017,
    ("high_tech", "2016"): science.high_tech_2016,
    ("innovative_sme", "2022"): industry.innovative_sme_2022,
    ("tech_innovative_sme", "2026"): industry.tech_innovative_sme_2026,
    ("srdi_sme", "2022"): industry.srdi_sme_2022,
    ("srdi_sme", "2026"): industry.srdi_sme_2026,
    ("little_giant", "2022"): giants.little_giant_2022,
    ("little_giant", "2026"): giants.little_giant_2026,
    ("key_little_giant", "2024"): giants.key_little_giant_2024,
    ("gazelle", "2020"): growth.gazelle_2020,
    ("unicorn", "2018"): growth.unicorn_2018,
    ("single_champion", "2023"): city.single_champion_2023,
    ("private_benchmark", "2022"): city.private_benchmark_2022,
    ("chain_leader", "2022"): city.chain_leader_2022,
}

__all__ = ["EDITIONS", "random_firm"]
