#!/usr/bin/env python3
"""Make fr/common.words: the forms of everyday French, from a hunspell dictionary.

The source is the dictionary "toutes variantes" of the Dictionnaires Français Dicollecte, as the
Debian package hunspell-fr-comprehensive installs it. Its entries (fr.dic) carry parts of speech
(`po:`) and gender and number (`is:`); its affix rules (fr.aff) carry the endings and, for verbs,
mood, tense and person.

    python3 -B words.py > ../fr/common.words
    python3 -B words.py --dic /elsewhere/fr.dic --aff /elsewhere/fr.aff > ../fr/common.words

How an entry becomes a line, with `directeur/Fc() po:nom po:adj`:

 1. The suffix rules of its flags give its forms: directeur, directeurs, directrice, directrices.
 2. The fields of entry and rule give each form its readings: `Nms,Ams`, `Nmp,Amp`, `Nfs,Afs`...
 3. What differs from the lemma, `>:Nms,Ams >s:Nmp,Amp eur>rice:Nfs,Afs eur>rices:Nfp,Afp`, is its
    paradigm. Equal paradigms share one line and one name (`AN2`), and the entry becomes
    `directeur<TAB>AN2`. An entry that appears several times has several names.

Prefix rules are elisions (l'heure, qu'on) and are not followed, save those that make units of
measure (mètre, kilomètre): each of these becomes a lemma.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict

DIC = "/usr/share/hunspell/fr.dic"
AFF = "/usr/share/hunspell/fr.aff"

HEADER = """\
# The forms of everyday French with their parts of speech. Generated: do not edit.
# source: Dictionnaires Français Dicollecte, "toutes variantes" v7.0, by Olivier R. and the
#   Dicollecte contributors (https://grammalecte.net), as in the Debian package
#   hunspell-fr-comprehensive 1:7.0-1 (fr.dic, fr.aff)
# licence: MPL-2.0. This Source Code Form is subject to the terms of the Mozilla Public
# License, v. 2.0. If a copy of the MPL was not distributed with this
# file, You can obtain one at http://mozilla.org/MPL/2.0/.
# date: 2026-11-24
# generator: src/lexicon/generate/words.py, which also says what is left out
#
# First the paradigms, then the lemmas, both sorted.
#
#   @NAME<TAB>STRIP>ADD:TAGS STRIP>ADD:TAGS ...    a paradigm: each form is the lemma without its
#                                                  ending STRIP, with ADD instead. TAGS are the
#                                                  readings of the form, separated by commas.
#   LEMMA<TAB>NAME[,NAME...]                       a lemma and its paradigms
#
# The lemma itself is a form only if a paradigm says so, with an empty STRIP and ADD (">:Nms").
#
# A tag is a letter and what it needs:
#   N noun, A adjective, O pronoun, D determiner, K proper noun of a place or thing:
#       then gender m, f, e (either) and number s, p, i (either)
#   V verb: then a letter for mood and tense
#       i infinitive   R present participle
#       P past participle, then gender and number as above ("ei": one that never agrees)
#       p present   m imperfect   s past historic   f future   c conditional
#       S present subjunctive   T imperfect subjunctive   I imperative
#           then person 1, 2, 3 and number s, p
#   B adverb, C conjunction, E preposition, J interjection, U numeral
#   X other: a prefix, or a word met only inside a fixed phrase
"""

# Fields of the dictionary that are a part of speech, and its letter.
POS = {
    "nom": "N", "adj": "A", "adv": "B", "negadv": "B", "advint": "B", "interj": "J",
    "prep": "E", "prepv": "E", "cjco": "C", "cjsub": "C", "cj": "C", "nb": "U", "npr": "K",
    "det": "D", "detpos": "D", "detind": "D", "detdem": "D", "detneg": "D", "detex": "D",
    "propersuj": "O", "properobj": "O", "prodem": "O", "proind": "O", "prorel": "O",
    "proint": "O", "proneg": "O", "proadv": "O", "titr": "N", "pfx": "X",
    "loc.adv": "B", "loc.nom": "N", "loc.adj": "X", "loc.verb": "X", "loc.interj": "X",
    "loc.prep": "X", "loc.prepv": "X", "loc.cj": "X", "loc.cjsub": "X",
}

# Entries that are no words of the language: names of persons, which have files of their own,
# parts of internet addresses, Roman numerals, marks, and what the dictionary lists as mistakes.
NO_WORD = {"prn", "patr", "loc.patr", "sfx", "nbro", "sign", "ponc", "div", "err"}

GENDERS = {"mas": "m", "fem": "f", "epi": "e"}
NUMBERS = {"sg": "s", "pl": "p", "inv": "i"}
MOODS = {"infi": "i", "ppre": "R", "ppas": "P", "ipre": "p", "iimp": "m", "ipsi": "s",
         "ifut": "f", "cond": "c", "spre": "S", "simp": "T", "impe": "I"}
PERSONS = {"1sg": "1s", "2sg": "2s", "3sg": "3s", "1pl": "1p", "2pl": "2p", "3pl": "3p",
           "3pl!": "3p", "1isg": "1s"}
INFLECTED = "NAODK"

# Words whose part of speech the dictionary states only as "inside a phrase" (afin de, tandis que).
PHRASE_WORDS = {"afin": "CE", "auprès": "E", "autour": "E", "parce": "C", "quant": "E",
                "tandis": "C"}

# Readings that the dictionary lacks.
ADDED = {"des": ["E"], "du": ["E"], "desdits": ["E"], "desdites": ["E"], "dudit": ["E"],
         "duquel": ["E"], "desquels": ["E"], "desquelles": ["E"], "tous": ["Omp"]}

# Readings that are rare beside the everyday one and would only mislead: the notes la and si, the
# letters a and y; and "l'un" as a noun (a pronoun here).
DROPPED = {("la", "N"), ("si", "N"), ("a", "N"), ("y", "N"), ("c'", "D"), ("tandis", "E"),
           ("tandis", "B")}
TAKEN_AS = {("un", "N"): "O"}

# Capitalised nouns that are no name of one place or thing although they have one gender, like the
# names of the inhabitants of a place.
CAPITAL_NOUNS = {"Hespéride", "Hun", "Moire", "Norne", "Néréide", "Parque", "Schtroumpf",
                 "Schtroumpfette"}

ONE_LETTER_WORDS = {"a", "à", "y", "ô"}
ROMAN_ORDINAL = re.compile(r"[IVX]+(e|er|re|d|de|nd)s?$")


class Rule:
    """One line of fr.aff: replace the ending `strip` by `add` in words that match `condition`."""

    def __init__(self, kind, fields):
        flag, strip, add, condition = fields[:4]
        self.strip = "" if strip == "0" else strip
        self.add, _, self.flags = add.partition("/")
        self.add = "" if self.add == "0" else self.add
        self.marks = fields[4:]
        at_end = condition + "$" if kind == "SFX" else "^" + condition
        self.matches = re.compile("" if condition == "." else at_end).search
        self.flag = flag

    def suffixed(self, word):
        """The word with this rule's ending, or None where the rule does not apply."""
        if not word.endswith(self.strip) or not self.matches(word):
            return None
        return word[:len(word) - len(self.strip)] + self.add


def read_rules(path):
    """The suffix and the prefix rules of fr.aff, as two dicts from flag to rules."""
    suffixes, prefixes = defaultdict(list), defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            # a rule has a condition; the line that announces a flag's rules has three fields
            if len(fields) < 5 or fields[0] not in ("SFX", "PFX"):
                continue
            table = suffixes if fields[0] == "SFX" else prefixes
            table[fields[1]].append(Rule(fields[0], fields[1:]))
    return suffixes, prefixes


def split_flags(flags):
    """The flags of an entry: two characters each."""
    return {flags[i:i + 2] for i in range(0, len(flags), 2)}


def read_entries(path):
    """Yield (word, flags, marks) for each entry of fr.dic, with straight apostrophes."""
    with open(path, encoding="utf-8") as lines:
        next(lines)  # how many follow
        for line in lines:
            fields = unicodedata.normalize("NFC", line).replace("’", "'").split()
            word, _, flags = fields[0].partition("/")
            marks = [mark[3:] for mark in fields[1:] if mark[:3] in ("po:", "is:")]
            yield word, split_flags(flags), marks


def is_spelled(word):
    """Is it made of Latin letters, hyphens and apostrophes, and no acronym, symbol or formula?"""
    bare = word.replace("-", "").replace("'", "")
    if not bare or not all(c.isalpha() and ord(c) < 0x250 and c not in "ªµº" for c in bare):
        return False
    if word.startswith(("-", "'")) or word.endswith("-"):
        return False
    if len(bare) == 1 and not word.endswith("'") and word not in ONE_LETTER_WORDS:
        return False
    if ROMAN_ORDINAL.match(word):
        return False
    parts = re.split("[-']", word)
    return not any(sum(c.isupper() for c in part) > 1 or part[1:] != part[1:].lower()
                   for part in parts)


def is_word(word, flags, marks):
    """Does the entry belong in the file?"""
    if NO_WORD.intersection(marks) and "npr" not in marks:
        return False
    # U. multiplies unit symbols (g, kg), || keeps their letter case
    if "U." in flags or "||" in flags:
        return False
    if "titr" in marks and word[0].isupper():  # abbreviations: Mme, Dr
        return False
    if word in ("ftp", "http"):
        return False
    return is_spelled(word)


def parts_of_speech(word, flags, marks):
    """The letters of an entry that is no verb, each once, in the order of the entry."""
    letters = []
    for mark in marks:
        if mark.startswith("loc.") and word in PHRASE_WORDS:
            letters += PHRASE_WORDS[word]
        elif mark in POS:
            letters.append(POS[mark])
    if "N" in letters and is_name_of_thing(word, flags, marks):
        letters = ["K" if letter == "N" else letter for letter in letters]
    letters = [TAKEN_AS.get((word, letter), letter) for letter in letters]
    return [letter for letter in dict.fromkeys(letters) if (word, letter) not in DROPPED]


def is_name_of_thing(word, flags, marks):
    """Maroc, Inde, Covid: a capitalised noun of one gender, that has no feminine form."""
    if not word[0].isupper() or word in CAPITAL_NOUNS:
        return False
    return ("mas" in marks or "fem" in marks) and flags <= {"S.", "()", "L'", "D'", "Q'", "--"}


def agreement(marks):
    """Gender and number, from the marks of a form: the rule's come last and prevail."""
    gender, number = "e", "i"
    for mark in marks:
        gender = GENDERS.get(mark, gender)
        number = NUMBERS.get(mark, number)
    return gender + number


def verb_tags(marks):
    """The readings of a verb form: every tense with every person that its rule names."""
    tags = []
    persons = list(dict.fromkeys(PERSONS[mark] for mark in marks if mark in PERSONS))
    if "3sg" in marks or "3pl" in marks:  # a whole entry may be one form
        persons = persons or ["3s" if "3sg" in marks else "3p"]
    for mark in marks:
        mood = MOODS.get(mark)
        if mood in ("i", "R"):
            tags.append("V" + mood)
        elif mood == "P":
            tags.append("VP" + agreement(marks))
        elif mood:
            tags += ["V" + mood + person for person in persons]
    return tags


def is_verb(marks):
    """Is the entry a verb? Its mark is v, its group, then seven more letters (v1_it_q__a)."""
    return any(re.match(r"v[0-3][\w]{8}", mark) for mark in marks)


def tags_of(letters, verb, entry_marks, rule_marks):
    """All readings of one form."""
    if verb:
        return verb_tags(rule_marks or entry_marks) or ["Vi"]
    agreed = agreement(entry_marks + rule_marks)
    return [letter + agreed if letter in INFLECTED else letter for letter in letters]


def forms_of(word, flags, marks, suffixes):
    """The forms of an entry: a dict from form to readings, in the order of the rules."""
    forms = {}
    verb = is_verb(marks)
    letters = parts_of_speech(word, flags, marks)

    def add(form, tags):
        if form and tags:
            forms[form] = list(dict.fromkeys(forms.get(form, []) + tags))

    if "()" not in flags:
        add(word, tags_of(letters, verb, marks, []) + ADDED.get(word, []))
    for flag in sorted(flags & suffixes.keys()):
        for rule in suffixes[flag]:
            rule_marks = [mark[3:] for mark in rule.marks if mark[:3] in ("po:", "is:")]
            if flag == "S=":  # an optional plural: its rule does not say so
                rule_marks = ["pl"]
            form = rule.suffixed(word)
            if form is not None:
                add(form, tags_of(letters, verb, marks, rule_marks))
    return forms


def multiples_of(word, flags, prefixes):
    """Units of measure: the word, and with each prefix of the decimal system (kilomètre)."""
    unit_flags = flags & {"Um", "Ui"}
    if not unit_flags:
        return [(word, flags)]
    return [(rule.add + word, split_flags(rule.flags))
            for flag in unit_flags for rule in prefixes[flag] if "'" not in rule.add]


def difference(lemma, form):
    """STRIP>ADD: what to take off the end of the lemma, and what to put there."""
    common = 0
    while common < min(len(lemma), len(form)) and lemma[common] == form[common]:
        common += 1
    return lemma[common:] + ">" + form[common:]


def read_paradigms(dic, aff):
    """A dict from lemma to the set of its paradigms, each a tuple of "STRIP>ADD:TAGS"."""
    suffixes, prefixes = read_rules(aff)
    lemmas = defaultdict(set)
    for word, flags, marks in read_entries(dic):
        if not is_word(word, flags, marks):
            continue
        for lemma, lemma_flags in multiples_of(word, flags, prefixes):
            forms = forms_of(lemma, lemma_flags, marks, suffixes)
            paradigm = tuple(difference(lemma, form) + ":" + ",".join(tags)
                             for form, tags in forms.items())
            if paradigm:
                lemmas[lemma].add(paradigm)
    return lemmas


def name_paradigms(lemmas):
    """Names: the letters of the parts of speech and a number, 1 for the most frequent."""
    uses = Counter(paradigm for paradigms in lemmas.values() for paradigm in paradigms)
    names, numbers = {}, Counter()
    for paradigm in sorted(uses, key=lambda paradigm: (-uses[paradigm], paradigm)):
        tags = ",".join(form.rsplit(":", 1)[1] for form in paradigm)
        kind = "".join(sorted({tag[0] for tag in tags.split(",")}))
        numbers[kind] += 1
        names[paradigm] = kind + str(numbers[kind])
    return names


def main():
    """Write the whole file to standard output."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--dic", default=DIC, help="entries (default: %(default)s)")
    parser.add_argument("--aff", default=AFF, help="affix rules (default: %(default)s)")
    arguments = parser.parse_args()

    lemmas = read_paradigms(arguments.dic, arguments.aff)
    names = name_paradigms(lemmas)
    lines = ["@" + name + "\t" + " ".join(paradigm) for paradigm, name in names.items()]
    lines += [lemma + "\t" + ",".join(sorted(names[paradigm] for paradigm in paradigms))
              for lemma, paradigms in lemmas.items()]
    lines.sort(key=str.encode)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(HEADER + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
