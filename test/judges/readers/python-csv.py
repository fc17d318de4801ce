"""Reads the tables named on standard input with python's csv, strictly; prints each row as JSON Lines."""
import csv
import json
import sys

for name in sys.stdin.read().split("\n"):
    if name != "":
        with open(name, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, strict=True):
                print(json.dumps({"file": name, **row}))
