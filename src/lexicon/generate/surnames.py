#!/usr/bin/env python3
"""Make fr/surnames.tsv: family names, from two sources.

 1. surnames_own.txt, beside this file, written by hand: one name in a line. A line that begins
    with "-" leaves a name out that the dictionary has: names of fiction, of diseases, of units.
 2. The family names of the hunspell dictionary (`po:patr`).

    python3 -B surnames.py > ../fr/surnames.tsv

Spellings that differ in accents alone are one name, in the spelling of the first source.
"""

import argparse
import os
import sys

import words
from given_names import PLAIN, fold

HEADER = """\
# Family names. Generated: do not edit; edit src/lexicon/generate/surnames_own.txt.
# source: own knowledge (surnames_own.txt); family names of the Dictionnaires Français
#   Dicollecte v7.0, by Olivier R. and the Dicollecte contributors (https://grammalecte.net), as in
#   the Debian package hunspell-fr-comprehensive 1:7.0-1 (fr.dic)
# licence: MPL-2.0. This Source Code Form is subject to the terms of the Mozilla Public
#   License, v. 2.0. If a copy of the MPL was not distributed with this file, You can obtain one at
#   http://mozilla.org/MPL/2.0/.
# date: 2026-11-24
# generator: src/lexicon/generate/surnames.py
#! case proper
canonical	variants
"""


def read_own(path):
    """Two lists: the names, and the names to leave out."""
    with open(path, encoding="utf-8") as lines:
        names = [line.rstrip("\n") for line in lines if not line.startswith("#")]
    return ([name for name in names if not name.startswith("-")],
            [name[1:] for name in names if name.startswith("-")])


def read_hunspell(path):
    """The family names of the dictionary."""
    return [word for word, _, marks in words.read_entries(path) if "patr" in marks]


def merge(own, left_out, hunspell):
    """A dict from folded name to name."""
    names = {fold(name): name for name in own}
    passed_over = {fold(name) for name in left_out}
    for name in hunspell:
        if fold(name) not in passed_over:
            names.setdefault(fold(name), name)
    return names


def main():
    """Write the whole file to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--dic", default=words.DIC, help="entries (default: %(default)s)")
    arguments = parser.parse_args()

    own, left_out = read_own(os.path.join(os.path.dirname(__file__), "surnames_own.txt"))
    names = merge(own, left_out, read_hunspell(arguments.dic))
    rows = [name + "\t" + (name.translate(PLAIN) if name.translate(PLAIN) != name else "")
            for name in names.values()]
    rows.sort(key=str.encode)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(HEADER + "\n".join(rows) + "\n")


if __name__ == "__main__":
    main()
