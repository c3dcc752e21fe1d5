"""Two people convert one lead at once, on real connections."""

import pytest

from callboard.core.actions import Refused
from callboard.directory.models import Account
from callboard.pipeline.actions import convert_lead
from callboard.pipeline.models import Opportunity
from tests import make
from tests.at_once import at_once


@pytest.mark.django_db(transaction=True)
def test_a_lead_converted_by_two_at_once_becomes_one_account_and_one_opportunity() -> None:
    by = make.actor(make.person())
    lead = make.lead("Ann", by=by, company="Ozark Mutual")
    raised = at_once(*[lambda: convert_lead(lead, by=by)] * 2)
    assert [error.refusal.code for error in raised if isinstance(error, Refused)] == ["closed"]
    assert raised.count(None) == 1
    assert (Account.objects.count(), Opportunity.objects.count()) == (1, 1)
