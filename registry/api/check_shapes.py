"""The shapes of a self-check: the question in the body, and the answer; numbers are decimal text."""

from rest_framework.serializers import (
    BooleanField,
    CharField,
    ChoiceField,
    DateField,
    DictField,
    IntegerField,
    JSONField,
    ListField,
    Serializer,
)

from registry.api.shapes import Label


class Question(Serializer):
    scheme = CharField()
    edition = CharField(required=False)
    kind = ChoiceField(["new", "renewal"], required=False)
    on = DateField(required=False)
    registered_on = DateField(required=False)
    facts = DictField(child=JSONField(), required=False)
    held = ListField(child=CharField(), required=False)


class Range(Serializer):
    def get_fields(self):  # type: ignore[no-untyped-def]
        """`from` is a word of Python."""
        return {"from": CharField(), "to": CharField()}


class LookedAt(Serializer):
    fact = CharField()
    unit = CharField()
    value = CharField(allow_null=True)

    def get_fields(self):  # type: ignore[no-untyped-def]
        """`label` is taken in every serializer."""
        return super().get_fields() | {"label": CharField()}


class Finding(Serializer):
    code = CharField()
    kind = CharField()
    verdict = CharField()
    judged = BooleanField()
    says = CharField()
    asked = CharField(allow_blank=True)
    looked_at = LookedAt(many=True)
    lacking = ListField(child=CharField())
    by_route = CharField(allow_null=True)
    by_waiver = CharField(allow_null=True)
    source = CharField()  # type: ignore[assignment]
    verified = CharField()
    confirmed = BooleanField()


class Dimension(Serializer):
    name = CharField(allow_blank=True)
    points = Range()
    max = CharField()
    least = CharField(allow_null=True)


class Item(Serializer):
    code = CharField()
    says = CharField()
    dimension = CharField(allow_blank=True)
    points = Range(allow_null=True)
    max = CharField()
    band = CharField(allow_blank=True)
    source = CharField()  # type: ignore[assignment]
    verified = CharField()


class Score(Serializer):
    passes = CharField()
    computed = BooleanField()
    pass_must_be_exceeded = BooleanField()
    total = Range()
    max = CharField()
    dimensions = Dimension(many=True)
    items = Item(many=True)

    def get_fields(self):  # type: ignore[no-untyped-def]
        """`pass` is a word of Python."""
        return super().get_fields() | {"pass": CharField()}


class Change(Serializer):
    code = CharField()
    sort = CharField()
    unit = CharField()
    years_back = IntegerField()
    direction = ChoiceField(["up", "down", "become", "obtain"])
    to = CharField()
    by = CharField(allow_null=True)
    says = CharField()

    def get_fields(self):  # type: ignore[no-untyped-def]
        """`label` is taken in every serializer, `from` in Python."""
        return super().get_fields() | {"label": CharField(), "from": CharField(allow_null=True)}


class Gap(Serializer):
    says = CharField()
    changes = Change(many=True)


class SelfCheck(Serializer):
    scheme = Label()
    edition = CharField()
    digest = CharField()
    kind = CharField()
    on = DateField()
    backtest = BooleanField()
    verdict = CharField()
    route = CharField(allow_null=True)
    judged = ListField(child=CharField())
    findings = Finding(many=True)
    score = Score(allow_null=True)
    gaps = Gap(many=True)
    blocked = ListField(child=CharField())
    earliest = DateField(allow_null=True)
    earliest_reasons = ListField(child=CharField())
