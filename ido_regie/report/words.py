"""What happens to the words beside the numbers when municipalities merge."""

from ido_regie.organisations.models import Municipality
from ido_regie.report.models import ReportText


def move(old: Municipality, new: Municipality) -> None:
    """Give a municipality what another one wrote; where both wrote about a period, the other's words come after."""
    for text in ReportText.objects.filter(municipality=old):
        own = ReportText.objects.filter(municipality=new, period=text.period).first()
        if own is None:
            text.municipality = new
            text.save(update_fields=["municipality"])
        else:
            own.noticed, own.plans = _both(own.noticed, text.noticed, old), _both(own.plans, text.plans, old)
            own.save(update_fields=["noticed", "plans"])
            text.delete()


def _both(own: str, other: str, old: Municipality) -> str:
    if not own or not other:
        return own or other
    return f"{own}\n\n{old}:\n{other}"
