"""Lists what Evolution's data server holds of the calendar `rust`, once it was refreshed and holds the title and start of the arguments."""
import json
import sys
import time

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
gi.require_version("ICalGLib", "3.0")
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

NO_WAIT = 0xFFFFFFFF
registry = EDataServer.SourceRegistry.new_sync(None)
client = ECal.Client.connect_sync(registry.ref_source("rust"), ECal.ClientSourceType.EVENTS, NO_WAIT, None)
client.refresh_sync(None)


def when(item, kind):
    """A day, or a time with the zone that the server knows by its TZID."""
    prop = item.get_first_property(kind)
    value = ICalGLib.Time.new_from_string(prop.get_value_as_string())
    day = "%04d-%02d-%02d" % (value.get_year(), value.get_month(), value.get_day())
    if value.is_date():
        return day
    tzid = prop.get_first_parameter(ICalGLib.ParameterKind.TZID_PARAMETER)
    zone = client.get_timezone_sync(tzid.get_tzid(), None)[1].get_location() if tzid else "UTC"
    return "%sT%02d:%02d %s" % (day, value.get_hour(), value.get_minute(), zone)


def start(item):
    return when(item, ICalGLib.PropertyKind.DTSTART_PROPERTY)


deadline = time.monotonic() + 60
while True:
    found = client.get_object_list_sync("#t", None)[1]
    if [*sys.argv[1:]] in [[item.get_summary(), start(item)] for item in found] or time.monotonic() > deadline:
        break
    time.sleep(0.5)
time.sleep(1)

for item in client.get_object_list_sync("#t", None)[1]:
    fields = {
        "uid": item.get_uid(),
        "start": start(item),
        "end": when(item, ICalGLib.PropertyKind.DTEND_PROPERTY),
        "title": item.get_summary(),
        "location": item.get_location() or "",
        "stored": item.as_ical_string(),
    }
    print(json.dumps(fields))
