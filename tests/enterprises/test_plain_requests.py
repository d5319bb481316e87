"""Is an address that no person types refused in a sentence, before any database sees it?"""

import pytest


@pytest.mark.parametrize("path", ["/register/?q=%00", "/?day=%002024", "/admin/?x=%00"])
def test_a_nul_in_an_address_is_a_400_with_a_sentence(client, db, path):
    answer = client.get(path)

    assert answer.status_code == 400
    assert "不可见的字符" in answer.content.decode()
