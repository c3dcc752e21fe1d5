"""Two people convert one lead at once, on real connections."""

from threading import Thread

import pytest
from django.db import connection

from callboard.core.actions import Refused
from callboard.directory.models import Account
from callboard.pipeline.actions import convert_lead
from callboard.pipeline.models import Opportunity
from tests import make


@pytest.mark.django_db(transaction=True)
def test_a_lead_converted_by_two_at_once_becomes_one_account_and_one_opportunity() -> None:
    by = make.actor(make.person())
    lead, raised = make.lead("Ann", by=by, company="Ozark Mutual"), []

    def convert() -> None:
        try:
            convert_lead(lead, by=by)
        except Refused as error:
            raised.append(error.refusal.code)
        finally:
            connection.close()

    threads = [Thread(target=convert) for _person in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert raised == ["closed"]
    assert (Account.objects.count(), Opportunity.objects.count()) == (1, 1)
