"""Which district and zone does an address name today?"""

import pytest

from enterprises.models import Residence
from tests.enterprises.lists import content, line, load
from tests.factories import code

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("青岛市四方区瑞昌路168号", "370203"),
        ("青岛胶南市王台镇", "370211"),
        ("青岛市即墨市通济街道", "370215"),
        ("青岛西海岸新区滨海大道", "370211"),
        ("青岛市北区延安路1号", "370203"),
        ("山东省青岛市黄岛区（原胶南市）珠海街道", "370211"),
        ("青岛市崂山县沙子口", "370212"),
        ("青岛市城阳区四方区路", "370214"),
    ],
)
def test_the_district_is_the_one_that_the_address_names_today(address, district):
    load(content(line(address=address, credit_code=code(801, "370282"))))

    assert Residence.objects.get().district.code == district


def test_the_district_is_never_read_from_the_credit_code():
    load(content(line(address="青岛市香港中路20号", credit_code=code(801, "370202"))))

    assert Residence.objects.get().district is None


def test_a_zone_is_noted_beside_the_district():
    load(content(line(address="青岛市城阳区高新技术产业开发区火炬路")))

    assert Residence.objects.get().zone.code == "high_tech_zone"
