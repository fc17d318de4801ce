"""Reads the calendars named on standard input with python's icalendar; prints each event, or a problem, as JSON Lines."""
import json
import sys
from datetime import datetime

from icalendar import Calendar


def day(value):
    if value is None:
        return None
    if isinstance(value.dt, datetime):
        return value.dt.isoformat()
    return value.dt.isoformat()


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
                start=day(event.get("DTSTART")),
                end=day(event.get("DTEND")),
                summary=text(event.get("SUMMARY")),
                location=text(event.get("LOCATION")),
            )
    except Exception as error:  # whatever a file does to the parser is a finding
        show(file=name, problem=repr(error))
