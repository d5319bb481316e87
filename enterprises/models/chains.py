"""The city's own industry lists: 7 + 10 + 7 and the chains of 2024, the 10+1 of 2025."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enterprises.models.enterprise import Enterprise
from enterprises.models.naming import Named, Verified
from enterprises.models.spans import Span


class Taxonomy(Named, Span):
    """产业目录: one dated list of the city's industries and chains."""

    code = models.CharField(_("代码"), max_length=20, unique=True)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("产业目录")
        verbose_name_plural = pgettext_lazy("plural", "产业目录")
        ordering = ["since"]


class Chain(Named):
    """产业（链）: an entry of a list; one without a parent is a group of the list."""

    taxonomy = models.ForeignKey(Taxonomy, models.PROTECT, related_name="chains")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="members"
    )
    code = models.CharField(_("代码"), max_length=40)
    verified = models.CharField(_("核对"), max_length=8, choices=Verified.choices)

    class Meta:
        verbose_name = _("产业（链）")
        verbose_name_plural = pgettext_lazy("plural", "产业（链）")
        ordering = ["taxonomy", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["taxonomy", "parent", "code"], name="a_chain_stands_once_in_a_group"
            ),
            models.UniqueConstraint(
                fields=["taxonomy", "code"],
                condition=Q(parent__isnull=True),
                name="a_group_stands_once_in_a_list",
            ),
        ]


class ChainLink(Span):
    """链上企业: an enterprise belongs to a chain, from a day to a day."""

    enterprise = models.ForeignKey(Enterprise, models.PROTECT, related_name="chain_links")
    chain = models.ForeignKey(Chain, models.PROTECT, related_name="links")

    class Meta:
        verbose_name = _("链上企业")
        verbose_name_plural = pgettext_lazy("plural", "链上企业")
        constraints = [
            models.UniqueConstraint(
                fields=["enterprise", "chain"],
                condition=Q(until__isnull=True),
                name="an_enterprise_joins_a_chain_once",
            )
        ]

    def __str__(self) -> str:
        return str(self.chain)
