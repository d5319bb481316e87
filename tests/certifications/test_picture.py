"""The picture of the procedure: complete, well formed, and never behind the table."""

from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.management import CommandError, call_command

from certifications.picture import draw
from certifications.procedure import ROADS

SVG = "{http://www.w3.org/2000/svg}"


def words_of(road) -> list[str]:
    return [element.text for element in ElementTree.fromstring(draw(road)).iter(f"{SVG}text")]  # noqa: S314


def test_the_pictures_in_docs_are_those_of_the_present_procedure():
    call_command("draw_procedure", check=True)


@pytest.mark.parametrize("road", ROADS.values(), ids=ROADS)
def test_every_step_and_state_of_a_road_is_on_its_picture(road):
    words = words_of(road)

    for step in road.steps:
        assert str(step.says) in words
        assert str(step.to.label) in words


def test_two_states_of_one_road_never_stand_on_the_same_place():
    for road in ROADS.values():
        boxes = [
            (rect.get("x"), rect.get("y"))
            for rect in ElementTree.fromstring(draw(road)).iter(f"{SVG}rect")  # noqa: S314
        ]
        assert len(boxes) == len(set(boxes))


def test_the_term_of_a_place_is_that_of_the_editions():
    words = words_of(ROADS["high_tech"])

    assert "5 个工作日" in words  # acceptance
    assert "10 个工作日" in words  # public notice: 国科发火〔2016〕32号


def test_a_stale_picture_is_named_and_the_command_fails(tmp_path):
    call_command("draw_procedure", into=tmp_path, stdout=StringIO())
    (tmp_path / "procedure" / "high_tech.svg").write_text("<svg/>")

    with pytest.raises(CommandError, match="high_tech.svg"):
        call_command("draw_procedure", into=tmp_path, check=True)


def test_drawing_twice_writes_nothing_the_second_time(tmp_path):
    call_command("draw_procedure", into=tmp_path, stdout=StringIO())
    out = StringIO()

    call_command("draw_procedure", into=tmp_path, stdout=out)

    assert out.getvalue() == ""
