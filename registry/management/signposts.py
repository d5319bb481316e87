"""What the terminal says once the doors are open: addresses, and who may be whom in the demo."""

from django.conf import settings

from registry.demo import people

DOORS = (
    ("公众 public", "/"),
    ("企业 enterprises", "/portal/"),
    ("经办 officers", "/admin/"),
    ("接口 statistics API", "/api/v1/docs/"),
)
ONE_OF_EACH = (
    "lin_lan", "gao_fan", "su_he", "laoshan_science", "laoshan_science_head", "laoshan_industry",
    "jimo_science", "city_science", "city_private_economy", "city_private_economy_rules",
    "city_private_economy_rules_2", "statistician", "auditor", "administrator",
)  # fmt: skip


def text(origin: str) -> str:
    """The addresses; in a demo also an account of every role, their password and the API's key."""
    lines = ["", *(f"  {origin}{path:<15}{title}" for title, path in DOORS), ""]
    if settings.DEMO:
        lines += demo(origin)
    return "\n".join(lines)


def demo(origin: str) -> list[str]:
    """Who can be whom: the page itself switches person with one click."""
    told = people.people()
    key = told["api_client"]["key"]
    return [
        f"  演示账号 demo accounts（密码 password: {told['password']}）",
        *(f"    {row.username:<30}{row.label}  {row.about}" for row in known(ONE_OF_EACH)),
        "",
        f'  curl -H "Authorization: Api-Key {key}" {origin}/api/v1/targets/',
        "",
    ]


def known(usernames: tuple[str, ...]) -> list[people.Person]:
    return [person for name in usernames if (person := people.find(name))]
