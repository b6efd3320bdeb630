"""The demo: three libraries, nine desks, two years that add up, and a login of each role."""

import pytest
from django.db.models import Sum
from django.test import Client

from ido_regie.deliveries.models import Cell, Delivery, WeekTotal
from ido_regie.demo.organisations import MADE_UP, prepare_demo
from ido_regie.organisations.models import Account, Desk, Library, Role
from ido_regie.report.models import ReportText
from ido_shared import counts
from tests.regie.test_pages import submit


@pytest.mark.usefixtures("database")
def test_the_demo_is_whole_and_a_second_start_doubles_nothing(client: Client) -> None:
    begun = prepare_demo()
    assert Library.objects.count() == 3
    assert Desk.objects.exclude(public_key="").count() == 9
    assert {account.role for account in Account.objects.all()} == set(Role)
    for login, password in ((begun.login, begun.password), *begun.others):
        assert submit(client, login, password)[0] == 302
        client.logout()
    totals = dict(WeekTotal.objects.filter(first_day__year=2025).values_list("desk").annotate(Sum("questions")))
    for view in counts.SINGLE_VALUED:
        counted = Cell.objects.filter(view=view, first_day__year=2025).values_list("desk").annotate(Sum("questions"))
        assert dict(counted) == totals, view  # of a closed year each question left once
    assert not Cell.objects.exclude(level=counts.ALL).filter(questions__lt=5).exists()
    assert not Cell.objects.filter(parked=True).exists()
    assert ReportText.objects.get().noticed == MADE_UP  # its report tells every reader that the numbers are no one's
    before = Delivery.objects.count(), WeekTotal.objects.aggregate(Sum("questions")), Cell.objects.count()
    again = prepare_demo()
    assert (again.password, again.others) == (None, ())
    assert (Delivery.objects.count(), WeekTotal.objects.aggregate(Sum("questions")), Cell.objects.count()) == before
