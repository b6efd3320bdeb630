"""Someone at regie: gives a code for a new desk, revokes one, or lets it be enrolled anew. Prints JSON."""

import json
import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "ido_regie.settings"

import django


def main(what: str, desk: str) -> None:
    """Do it."""
    django.setup()
    from ido_regie.organisations.desks import replace, revoke
    from ido_regie.organisations.enrolment import give_code, new_desk
    from ido_regie.organisations.models import Desk, Location

    code = ""
    if what == "code":
        code, _ = give_code(new_desk(Location.objects.first()))
    elif what == "revoke":
        for known in Desk.objects.filter(id=desk):  # none after a backup of before this desk was put back
            revoke(known)
    elif Desk.objects.filter(id=desk).exists():
        code, _ = replace(Desk.objects.get(id=desk))
    else:  # a backup of before this desk was put back
        code, _ = give_code(new_desk(Location.objects.first()))
    sys.stdout.write(json.dumps({"code": code}))


if __name__ == "__main__":
    main(*sys.argv[1:])
