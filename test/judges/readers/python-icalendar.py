"""Reads the calendars named on standard input with python's icalendar; prints each event, or a problem, as JSON Lines."""
import json
import sys
from datetime import datetime

from icalendar import Calendar


def when(value):
    if value is None:
        return None
    return value.dt.replace(tzinfo=None).isoformat() if isinstance(value.dt, datetime) else value.dt.isoformat()


def here(*values):
    """Nothing of days; an hour without a zone is an error."""
    if not isinstance(values[0].dt, datetime):
        return {}
    if any(value is not None and value.dt.tzinfo is None for value in values):
        raise ValueError("no zone")
    return {"here": [None if value is None else value.dt.astimezone().isoformat() for value in values]}


def text(value):
    return None if value is None else str(value)


def show(**fields):
    print(json.dumps(fields))


for name in sys.stdin.read().split("\n"):
    if name == "":
        continue
    try:
        with open(name, "rb") as file:
            calendar = Calendar.from_ical(file.read())
        for error in calendar.errors:
            show(file=name, problem=str(error))
        for event in calendar.walk("VEVENT"):
            for error in event.errors:
                show(file=name, problem=str(error))
            show(
                file=name,
                uid=text(event.get("UID")),
                start=when(event.get("DTSTART")),
                end=when(event.get("DTEND")),
                summary=text(event.get("SUMMARY")),
                location=text(event.get("LOCATION")),
                **here(event.get("DTSTART"), event.get("DTEND")),
            )
    except Exception as error:  # whatever a file does to the parser is a finding
        show(file=name, problem=repr(error))
