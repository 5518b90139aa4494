#!/usr/bin/env python3
"""Builds src/lexicon/data/words.txt.gz, the words by which sentences are cut.

Usage:  scripts/words.py DICT

DICT is src/data/dict.txt of the crate jieba-rs 0.11.0 (MIT), which is the dictionary of jieba
(MIT, Copyright 2013 Sun Junyi). Words with their frequencies are kept, parts of speech left out.
"""

import gzip
import os
import sys

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "lexicon", "data", "words.txt.gz")
HEAD = """# Words and how often each was counted. Made by scripts/words.py.
# Source: the dictionary of jieba (MIT, Copyright 2013 Sun Junyi), as it stands in jieba-rs 0.11.0.
# Columns, a space between: word, frequency. Counts: {} words
"""


def main():
    with open(sys.argv[1], encoding="utf-8") as source:
        words = dict(line.split()[:2] for line in source if line.strip())
    lines = "".join(f"{word} {words[word]}\n" for word in sorted(words))
    with open(OUT, "wb") as out:
        out.write(gzip.compress((HEAD.format(len(words)) + lines).encode(), 9, mtime=0))


main()
