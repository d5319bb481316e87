"""What the terminal says once the doors are open: addresses, and who may be whom in the demo."""

from django.conf import settings

from enterprises.models import Membership, Posting, User

DOORS = (
    ("公众 public", "/"),
    ("企业 enterprises", "/portal/"),
    ("经办 officers", "/admin/"),
    ("接口 statistics API", "/api/v1/docs/"),
)


def text(origin: str) -> str:
    """The addresses; in a demo also one account of every role."""
    lines = ["", *(f"  {title:<24}{origin}{path}" for title, path in DOORS), ""]
    if settings.DEMO:
        lines += ["  演示身份 demo accounts:", *people(), ""]
    return "\n".join(lines)


def people() -> list[str]:
    """One line for each role that somebody holds."""
    posts = Posting.objects.select_related("user", "office").order_by("office", "role", "id")
    found: dict[str, tuple[User, str]] = {}
    for post in posts.filter(user__is_active=True):
        says = f"{post.office.name_zh} {post.get_role_display()}"
        found.setdefault(f"{post.office.level} {post.role}", (post.user, says))
    members = Membership.objects.select_related("user", "enterprise").order_by("role", "id")
    for role in Membership.Role.values:
        member = members.filter(role=role, user__is_active=True).first()
        if member:
            says = f"{member.enterprise.name} {member.get_role_display()}"
            found[f"member {role}"] = (member.user, says)
    return [f"    {user.username:<24}{user.full_name}  {says}" for user, says in found.values()]
