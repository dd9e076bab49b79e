#!/usr/bin/env python3
"""Make fr/given_names.tsv: given names and their gender, from three sources.

 1. given_names_own.tsv, beside this file: name and gender, m, f or e (either), written by hand.
    It prevails over the others. A "-" for gender leaves a name out that another source has.
 2. The given names of the hunspell dictionary (`po:prn`), with their gender.
 3. The French list of the npm package gender-detection-from-name. Only that a name is there
    counts: the genders of that list are not reliable and are not taken.

    npm pack gender-detection-from-name@1.11.5 && tar xzf gender-detection-from-name-1.11.5.tgz
    python3 -B given_names.py package > ../fr/given_names.tsv

The third source holds every name that was ever registered in France, so names that are everyday
words or places are left out of it (rose, oran); those that matter are in the first (Rose).
Forms that differ in accents alone are one name, unless two of them are known for their gender
(Michele m, Michèle f).
"""

import argparse
import os
import re
import sys
import unicodedata
from collections import defaultdict

import words

HEADER = """\
# Given names. Generated: do not edit; edit src/lexicon/generate/given_names_own.tsv.
# source: own knowledge (given_names_own.tsv); given names of the Dictionnaires Français
#   Dicollecte v7.0, by Olivier R. and the Dicollecte contributors (https://grammalecte.net), as in
#   the Debian package hunspell-fr-comprehensive 1:7.0-1 (fr.dic); names, without their genders,
#   from the npm package gender-detection-from-name 1.11.5 by Davide Violante
# licence: MPL-2.0. This Source Code Form is subject to the terms of the Mozilla Public
#   License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at
#   http://mozilla.org/MPL/2.0/. The names from gender-detection-from-name are under the MIT
#   licence, Copyright (c) 2019 Davide Violante; its text is in NOTICE.
# date: 2026-11-24
# generator: src/lexicon/generate/given_names.py
# gender: m, f, e (either), empty where it is not sure
#! case proper
canonical	variants	gender
"""

# Parts of compound names that stay in small letters.
PARTICLES = {"al", "ar", "as", "an", "de", "el", "en", "er", "es", "ez", "ul", "la", "le"}

# Letters that have no accent to strip, and what the press often prints instead.
PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ı": "i", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
                       "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ß": "ss"})


def strip_accents(name):
    """The name in plain letters, in the same case."""
    decomposed = unicodedata.normalize("NFD", name.translate(PLAIN))
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return bare.replace("œ", "oe").replace("Œ", "Oe").replace("æ", "ae").replace("Æ", "Ae")


def fold(name):
    """What names are compared by: neither case nor accents, hyphens as blanks."""
    return strip_accents(name).lower().replace("-", " ")


def capitalise(name):
    """The case as printed: Jean-Marc, Abd-el-Kader."""
    first, *others = name.split("-")
    return "-".join([first[:1].upper() + first[1:]] +
                    [part if part in PARTICLES else part[:1].upper() + part[1:]
                     for part in others])


def read_own(path):
    """A dict from name to gender, "-" included."""
    with open(path, encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if not line.startswith("#"))
        return {name: gender for name, gender in rows}


def read_hunspell(path):
    """A dict from given name to gender."""
    return {word: next((words.GENDERS[mark] for mark in marks if mark in words.GENDERS), "")
            for word, _, marks in words.read_entries(path) if "prn" in marks}


def read_npm(package):
    """The names of the French list, capitalised."""
    with open(os.path.join(package, "names", "fr.js"), encoding="utf-8") as text:
        return [capitalise(name) for name in re.findall(r"^\s*\['([^']+)',", text.read(), re.M)]


def everyday_words(dic, aff):
    """The everyday words and the places of the dictionary, folded."""
    known = set()
    for lemma, paradigms in words.read_paradigms(dic, aff).items():
        for form in (form for paradigm in paradigms for form in paradigm):
            strip, add = form.split(":")[0].split(">")
            known.add(fold(lemma[:len(lemma) - len(strip)] + add))
    return known


def is_name(name):
    """Is it whole: three letters or more, no particle left at its end, and no saint?"""
    parts = name.lower().split("-")
    return (len(name) > 2 and all(part.isalpha() and len(part) > 1 for part in parts) and
            parts[-1] not in PARTICLES and parts[0] not in ("saint", "sainte"))


def merge(own, hunspell, npm, everyday):
    """A dict from name to gender, "" where it is not sure."""
    names = {name: gender for name, gender in own.items() if gender != "-"}
    left_out = {fold(name) for name, gender in own.items() if gender == "-"}
    for name, gender in hunspell.items():
        if fold(name) not in left_out and name not in names:
            names[name] = gender
    passed_over = left_out | everyday | {fold(name) for name in names}

    spellings = defaultdict(list)
    for name in npm:
        if is_name(name) and fold(name) not in passed_over:
            spellings[fold(name)].append(name)
    for forms in spellings.values():
        # of two spellings, the one with its accents
        names[max(forms, key=lambda form: (sum(ord(letter) > 127 for letter in form), form))] = ""
    add_compounds(names)
    return drop_doubles(names, own)


def add_compounds(names):
    """Give compounds (Jean-Benoît) the gender of their parts, if these do not contradict it."""
    for name, gender in names.items():
        parts = [names.get(part, "") for part in name.split("-")]
        if not gender and parts[0] in ("m", "f") and parts[1:] in ([parts[0]], ["e"]):
            names[name] = parts[0]


def drop_doubles(names, own):
    """Of spellings that differ in accents alone, keep one for each gender, one's own first."""
    kept = {}
    taken = set()
    for name in sorted(names, key=lambda name: (name not in own, name)):
        key = (fold(name), names[name])
        if key not in taken:
            kept[name] = names[name]
            taken.add(key)
    return kept


def main():
    """Write the whole file to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("package", help="directory of gender-detection-from-name")
    parser.add_argument("--dic", default=words.DIC, help="entries (default: %(default)s)")
    parser.add_argument("--aff", default=words.AFF, help="affix rules (default: %(default)s)")
    arguments = parser.parse_args()

    own = read_own(os.path.join(os.path.dirname(__file__), "given_names_own.tsv"))
    names = merge(own, read_hunspell(arguments.dic), read_npm(arguments.package),
                  everyday_words(arguments.dic, arguments.aff))
    rows = []
    for name, gender in names.items():
        plain = name.translate(PLAIN)
        rows.append("\t".join([name, plain if plain != name else "", gender]))
    rows.sort(key=str.encode)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(HEADER + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
