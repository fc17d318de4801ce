"""Reads the calendars named on standard input with python's vobject; prints each event, or a problem, as JSON Lines."""
import json
import sys

import vobject


def value(event, name):
    return getattr(event, name).value if hasattr(event, name) else None


def show(**fields):
    print(json.dumps(fields))


for name in sys.stdin.read().split("\n"):
    if name == "":
        continue
    try:
        with open(name, encoding="utf-8", newline="") as file:
            for calendar in vobject.readComponents(file.read()):
                calendar.validate(raiseException=True)
                for event in calendar.contents.get("vevent", []):
                    show(
                        file=name,
                        uid=value(event, "uid"),
                        start=value(event, "dtstart").isoformat(),
                        end=value(event, "dtend").isoformat(),
                        summary=value(event, "summary"),
                        location=value(event, "location"),
                    )
    except Exception as error:  # whatever a file does to the parser is a finding
        show(file=name, problem=repr(error))
