"""Counts in how many texts each word stands: writes src/Parallax.Stories/Data/en/words/document-frequency.txt.

usage: python3 eng/document-frequency.py DATA_FOLDER > src/Parallax.Stories/Data/en/words/document-frequency.txt
Reads training parts only: ECB+, MEANTIME, NewsMTSC, GUM, EWT.
"""
import collections
import gzip
import json
import lzma
import os
import re
import sys

data = sys.argv[1]
counts = collections.Counter()
texts = 0
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def add(text):
    global texts
    texts += 1
    counts.update({re.sub(r"['’]s?$", "", w) for w in WORD.findall(text.lower())})


def lines(path):
    with gzip.open(os.path.join(data, path), "rt", encoding="utf-8") as f:
        yield from map(json.loads, f)


for path in ("crossdoc/ecbplus.train.jsonl.gz", "crossdoc/meantime.train.jsonl.gz"):
    for row in lines(path):
        add(row["text"])

block = []
for row in lines("framing/newsmtsc.train.jsonl.gz"):  # single sentences: twelve make a text
    block.append(row["text"])
    if len(block) == 12:
        add(" ".join(block))
        block = []

for name in ("gum-news", "gum-newslike", "gum-other", "ewt"):
    words = []
    with lzma.open(os.path.join(data, f"syntax/{name}-train.conllu.xz"), "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc"):
                if words:
                    add(" ".join(words))
                words = []
            elif line[:1].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    words.append(columns[1])
    if words:
        add(" ".join(words))

print("# Made for Parallax, Apache-2.0. Number of texts in which a word stands, of the texts in the line below; words of fewer than 3 texts are left out.")
print("# Counted by eng/document-frequency.py over the training parts of ECB+ (CC BY 3.0), MEANTIME (CC BY 4.0), NewsMTSC (MIT), GUM and UD EWT (CC BY-SA 4.0).")
print(f"# texts {texts}")
for word, count in sorted(counts.items()):
    if count >= 3 and word and not word.isdigit():
        print(f"{word} {count}")
