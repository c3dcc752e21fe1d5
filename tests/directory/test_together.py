"""Two people at once, on real connections."""

import pytest

from callboard.core.actions import Invalid
from callboard.directory.actions import add_email, set_owner
from callboard.directory.models import AccountOwner, ContactEmail
from tests import make
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_two_owners_set_at_once_one_is_left_and_the_history_has_no_overlap() -> None:
    by, marcus, priya = make.actor(make.person()), make.person("Marcus"), make.person("Priya")
    account = make.account("Hargrove", owner=make.person("Dana"))
    raised = at_once(
        lambda: set_owner(account, by=by, owner=marcus),
        lambda: set_owner(account, by=by, owner=priya),
    )
    assert raised == [None, None]
    account.refresh_from_db()
    assert AccountOwner.objects.get(account=account, ends_on=None).person == account.owner


def test_one_address_given_to_two_people_at_once_goes_to_one_and_the_other_is_told_whose_it_is() -> None:
    by = make.actor(make.person())
    ray, ann = make.contact(make.account("Hargrove"), "Ray"), make.contact(make.account("Ozark"), "Ann")
    raised = at_once(
        lambda: add_email(ray, by=by, address="x@shared.example"),
        lambda: add_email(ann, by=by, address="x@shared.example"),
    )
    (refused,) = [error for error in raised if error is not None]
    assert isinstance(refused, Invalid)
    assert "belongs to" in str(refused)
    assert ContactEmail.objects.count() == 1
