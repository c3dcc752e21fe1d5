"""The second answer to the same mail: said above the box before anything is sent, refused until it is meant."""

import pytest
from django.test import Client

from callboard.channels.models import Message
from callboard.core.actions import Text
from callboard.intake.actions import reply_to_item
from tests.intake.make import actor, message, person, receive

pytestmark = pytest.mark.django_db


def test_it_is_said_where_it_is_written_and_sent_when_it_is_meant() -> None:
    ruth, dana = person("Ruth Adeyemi"), person("Dana Reed")
    (item,) = receive(message("A question"))
    client = Client()
    client.force_login(dana)
    url = item.get_absolute_url()
    assert "answered this already" not in client.get(url).content.decode()
    assert client.get(f"{url}?part=answered").content.decode().strip() == ""
    reply_to_item(item, text=Text("Here it is."), by=actor(ruth))
    assert "Ruth Adeyemi answered this already." in client.get(f"{url}?part=answered").content.decode()
    page = client.get(url).content.decode()
    assert "Ruth Adeyemi answered this already." in page and 'name="again"' in page
    form = f"/do/intake.reply_to_item/{item.pk}/"
    assert client.post(form, {"text": "Mine."}).status_code == 422
    assert Message.objects.filter(direction="out").count() == 1
    assert client.post(form, {"text": "Mine.", "again": "on"}).status_code in (204, 302)
    assert Message.objects.filter(direction="out").count() == 2
