"""The shapes of the answers, for the OpenAPI description; a test holds every answer against them."""

from rest_framework.serializers import (
    BooleanField,
    CharField,
    DateField,
    DateTimeField,
    DictField,
    IntegerField,
    ListField,
    Serializer,
)


class Problem(Serializer):
    type = CharField()
    title = CharField()
    status = IntegerField()
    detail = CharField()
    instance = CharField()
    parameter = CharField(required=False)
    allowed = ListField(child=CharField(), required=False)


class Label(Serializer):
    code = CharField(allow_blank=True)
    name_zh = CharField()
    name_en = CharField()


class District(Label):
    level = CharField()
    parent = CharField(allow_null=True)  # type: ignore[assignment]
    since = DateField(allow_null=True)
    until = DateField(allow_null=True)
    successor = CharField(allow_null=True)


class Lever(Serializer):
    fact = CharField()
    years_back = IntegerField()


class Level(Serializer):
    value = IntegerField()
    says = CharField()


class Fact(Label):
    unit = CharField()
    period = CharField()
    kind = CharField()
    moves = CharField(allow_null=True)
    grows = CharField(allow_null=True)
    expression = DictField(allow_null=True)
    levers = Lever(many=True)
    levels = Level(many=True)
    help_zh = CharField()
    help_en = CharField()


class Reference(Serializer):
    document = CharField()
    number = CharField(allow_null=True, required=False)
    clause = CharField(allow_null=True, required=False)
    issued_by = CharField(allow_null=True, required=False)
    issued_on = CharField(allow_null=True, required=False)


class Source(Serializer):
    key = CharField()
    what = CharField(required=False)
    url = CharField(required=False)
    repo = CharField(required=False)
    path = CharField(required=False)


class Edition(Label):
    in_force_from = DateField(allow_null=True)
    in_force_until = DateField(allow_null=True)
    renewals_until = DateField(allow_null=True)
    road = CharField()
    verified = CharField()
    references = Reference(many=True)


class Confirmation(Serializer):
    item = CharField()
    says = CharField()
    text_sha256 = CharField()
    confirmed_on = DateField()


class EditionWithRules(Edition):
    digest = CharField()
    sources = Source(many=True)
    confirmations = Confirmation(many=True)
    rules = DictField()
    cases = DictField()


class OneEdition(EditionWithRules):
    scheme = Label()
    previous = CharField(allow_null=True)
    next = CharField(allow_null=True)


class Difference(Serializer):
    about = CharField()
    says = CharField()


class Differences(Serializer):
    scheme = Label()
    older = CharField()
    newer = CharField()
    differences = Difference(many=True)


class SchemeHead(Label):
    rung = IntegerField()
    track = CharField()
    nature = CharField()
    form = CharField()
    recognised_by = CharField(allow_blank=True)
    recorded_by = CharField()
    verified = CharField()


class Scheme(SchemeHead):
    editions = Edition(many=True)


class SchemeWithRules(SchemeHead):
    editions = EditionWithRules(many=True)


class EnterpriseHead(Serializer):
    credit_code = CharField()
    name = CharField()


class Certification(Serializer):
    number = CharField()
    scheme = Label()
    edition = CharField(allow_null=True)
    enterprise = EnterpriseHead()
    district = Label(allow_null=True)
    conferred_by = CharField(allow_blank=True)
    issued_on = DateField()
    announced_on = DateField(allow_null=True)
    valid_from = DateField()
    valid_until = DateField(allow_null=True)
    ended_on = DateField(allow_null=True)
    ended_because = CharField(allow_blank=True)
    held = BooleanField()
    source = CharField()  # type: ignore[assignment]
    source_says = CharField(allow_blank=True)
    recorded_at = DateTimeField()


class Enterprise(EnterpriseHead):
    kind = CharField()
    registered_on = DateField(allow_null=True)
    district = Label(allow_null=True)
    industry = Label(allow_null=True)
    rung = IntegerField()
    schemes = ListField(child=CharField())
    is_demo = BooleanField()


class NameSpan(Serializer):
    name = CharField()
    since = DateField(allow_null=True)
    until = DateField(allow_null=True)


class ResidenceSpan(Serializer):
    district = Label(allow_null=True)
    since = DateField(allow_null=True)
    until = DateField(allow_null=True)


class EnterpriseWithHistory(Enterprise):
    as_of = DateField()
    names = NameSpan(many=True)
    residences = ResidenceSpan(many=True)
    certifications = Certification(many=True)


class Indicator(Label):
    unit = CharField()
    measure = CharField()
    level = CharField(allow_blank=True)
    origin = CharField()
    definition_zh = CharField()
    definition_en = CharField()


class Observation(Serializer):
    indicator = CharField()
    as_of = DateField()
    district = Label(required=False)
    industry = Label(required=False)
    section = Label(required=False)
    value = CharField(allow_null=True)
    unit = CharField()
    origin = CharField()
    provisional = BooleanField()
    note = CharField(allow_blank=True)
    source = CharField(allow_blank=True)  # type: ignore[assignment]
    verified = CharField(allow_blank=True)


class Target(Serializer):
    code = CharField()
    says_zh = CharField()
    says_en = CharField()
    indicator = CharField()
    measure = CharField()
    comparison = CharField()
    comparison_word = CharField()
    target = CharField()
    unit = CharField()
    value = CharField(allow_null=True)
    value_as_of = DateField()
    origin = CharField()
    provisional = BooleanField()
    state = CharField()
    progress = CharField(allow_null=True)
    gap = CharField(allow_null=True)
    expected = CharField(allow_null=True)
    is_behind = BooleanField()
    closed = BooleanField()
    responsible = Label(allow_null=True)
    note = CharField(allow_blank=True)
    source = CharField(allow_blank=True)  # type: ignore[assignment]
    verified = CharField()
    is_demo = BooleanField()
