"""Reads the Atom feeds named on standard input with feedparser; prints each entry, or a problem, as JSON Lines."""
import json
import sys

import feedparser

for name in sys.stdin.read().split("\n"):
    if name == "":
        continue
    with open(name, "rb") as file:
        # Titles are compared as they stand: nothing is to be taken out of them.
        feed = feedparser.parse(file.read(), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        print(json.dumps({"file": name, "problem": repr(feed.bozo_exception)}))
    if feed.version != "atom10" or not feed.feed.get("id") or not feed.feed.get("updated"):
        print(json.dumps({"file": name, "problem": "is no whole Atom feed"}))
    for entry in feed.entries:
        print(json.dumps({"file": name, "id": entry.id, "title": entry.title, "updated": entry.updated}))
