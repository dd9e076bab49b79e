#!/usr/bin/env python3
"""Check dates, datelines and amounts against tables of sentences.

usage: check.py build/analyse tests/time/*.tsv

A line of a table is: day of the text (or -), country (or -), text ("⏎" for a line end), what is
expected, parted by " | " (nothing: nothing is to be found):
    dates.tsv       surface = FROM..TO, or DAY, or TIMEX3 value where the text does not tell
    datelines.tsv   place, country, agency, day; - for none
    amounts.tsv     surface = VALUE[..TO] CURRENCY or unit or %, ~ where it is approximate
"""
import json, os, subprocess, sys, tempfile


def date(row):
    if not row["date_from"]:
        return f"{row['surface']} = {row['timex']}"
    days = row["date_from"] if row["date_from"] == row["date_to"] else f"{row['date_from']}..{row['date_to']}"
    return f"{row['surface']} = {days}"


def dateline(row):
    return ", ".join(row[k] or "-" for k in ("place", "country", "agency", "date"))


def amount(row):
    value = row["value"] + (f"..{row['value_to']}" if row.get("value_to") else "")
    unit = row["currency"] or ("%" if row.get("percent") else row["unit"]) or "-"
    return f"{row['surface']} = {value} {unit}" + (" ~" if row.get("approx") else "")


KINDS = {"dates": ("dates", date), "datelines": ("dateline", dateline), "amounts": ("amounts", amount)}


def check(tool, table):
    key, write = KINDS[os.path.basename(table)[:-4]]
    cases = []
    for number, line in enumerate(open(table, encoding="utf-8"), 1):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            cases.append((number, (line.split("\t") + [""])[:4]))
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        command = [tool]
        for number, (day, country, text, _) in cases:
            path = os.path.join(place, str(number))
            open(path, "w", encoding="utf-8").write(text.replace("⏎", "\n"))
            command += ["--published", day if day != "-" else "0", "--country", country, path]
        lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8").splitlines()
    for (number, (_, _, text, expected)), line in zip(cases, lines):
        found = " | ".join(write(row) for row in json.loads(line)[key])
        if found != expected:
            failed += 1
            print(f"{table}:{number}: {text}\n    expected {expected}\n    found    {found}")
    print(f"{table}: {len(cases) - failed} of {len(cases)}")
    return failed


sys.exit(1 if sum([check(sys.argv[1], table) for table in sys.argv[2:]]) else 0)
