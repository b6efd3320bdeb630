"""Pages with figures, kept as they were drawn for as long as what they show stays the same.

A page is drawn once for each version of its data, and kept by Django's own cache (``settings.CACHES``: in the memory of
the process, bounded). The version is read from the database at each request, so any number of processes agree on it.
"""

import hashlib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ido_regie import clock
from ido_regie.deliveries.models import Delivery
from ido_regie.organisations.access import account_of, desks_of, locations_of
from ido_regie.organisations.models import Account, Library, Municipality
from ido_regie.signals.service import signals_of
from ido_shared import VERSION

Facts = Mapping[str, Any]


def page(request: HttpRequest, template: str, make: Callable[[], Facts], **always: Any) -> HttpResponse:
    """A page whose template keeps a part under ``kept_as`` and takes what that part shows from ``page``.

    ``make`` gives what the part shows; it is only called when the part has to be drawn.
    """
    return render(request, template, {"kept_as": _name(request), "page": cache(make), **always})


def _name(request: HttpRequest) -> str:
    """Under which name a page is kept: who may see it, its filters, and the version of what it shows."""
    account = account_of(request)
    asked = sorted(request.GET.lists())
    parts = (VERSION, clock.today(), account.role, request.path, asked, version(account))
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def version(account: Account) -> str:
    """What changes as soon as anything changes that the pages of an account show; read it before the figures.

    Figures change by a delivery only, and deliveries only come in addition: so they are counted. What people set or
    write is little: it is read whole, with every column, so that no column can be forgotten.
    """
    desks, locations = desks_of(account), locations_of(account)
    came_in = Delivery.objects.filter(desk__in=desks).aggregate(Count("pk"), Max("received_on"))
    written = [
        list(rows.order_by("pk").values_list())
        for rows in (
            desks,
            locations,
            Municipality.objects.filter(Q(pk=account.municipality_id) | Q(location__in=locations)).distinct(),
            Library.objects.filter(Q(pk=account.library_id) | Q(location__in=locations)).distinct(),
            signals_of(account),
        )
    ]
    border = account.municipality_id, account.library_id
    return hashlib.sha256(repr((border, came_in, written)).encode()).hexdigest()
