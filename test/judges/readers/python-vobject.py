"""Reads the calendars named on standard input with python's vobject; prints each event, or a problem, as JSON Lines."""
import json
import sys
from datetime import datetime

import vobject


def value(event, name):
    return getattr(event, name).value if hasattr(event, name) else None


def when(value):
    if value is None:
        return None
    return value.replace(tzinfo=None).isoformat() if isinstance(value, datetime) else value.isoformat()


def here(*values):
    """Nothing of days; an hour without a zone is an error."""
    if not isinstance(values[0], datetime):
        return {}
    if any(value is not None and value.tzinfo is None for value in values):
        raise ValueError("no zone")
    return {"here": [None if value is None else value.astimezone().isoformat() for value in values]}


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
                        start=when(value(event, "dtstart")),
                        end=when(value(event, "dtend")),
                        summary=value(event, "summary"),
                        location=value(event, "location"),
                        **here(value(event, "dtstart"), value(event, "dtend")),
                    )
    except Exception as error:  # whatever a file does to the parser is a finding
        show(file=name, problem=repr(error))
