"""Lists what Evolution's data server holds of the calendar `rust`, once it was refreshed and holds the title of argument 1."""
import json
import sys
import time

import gi

gi.require_version("EDataServer", "1.2")
gi.require_version("ECal", "2.0")
from gi.repository import ECal, EDataServer  # noqa: E402

NO_WAIT = 0xFFFFFFFF
registry = EDataServer.SourceRegistry.new_sync(None)
client = ECal.Client.connect_sync(registry.ref_source("rust"), ECal.ClientSourceType.EVENTS, NO_WAIT, None)
client.refresh_sync(None)
deadline = time.monotonic() + 60
while True:
    found = client.get_object_list_sync("#t", None)[1]
    if any(item.get_summary() == sys.argv[1] for item in found) or time.monotonic() > deadline:
        break
    time.sleep(0.5)
time.sleep(1)


def day(value):
    assert value.is_date(), "a time instead of a day"
    return "%04d-%02d-%02d" % (value.get_year(), value.get_month(), value.get_day())


for item in client.get_object_list_sync("#t", None)[1]:
    fields = {
        "uid": item.get_uid(),
        "start": day(item.get_dtstart()),
        "end": day(item.get_dtend()),
        "title": item.get_summary(),
        "location": item.get_location() or "",
        "stored": item.as_ical_string(),
    }
    print(json.dumps(fields))
