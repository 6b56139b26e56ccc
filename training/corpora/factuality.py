"""UDS It-Happened v2: predicates of EWT sentences with their factuality."""
import json
from corpora import Sentence, open_text

LICENCES = [("UDS It-Happened v2", "CC BY-SA 4.0", "Rudinger, White and Van Durme, NAACL 2018; sentences of UD English-EWT")]


def read(path):
    out = []
    for line in open_text(path):
        d = json.loads(line)
        forms = d["text"].split(" ")
        starts, at = {}, 0
        for i, f in enumerate(forms):
            starts[at] = i
            at += len(f) + 1
        s = Sentence(forms, "uds").with_quotes()
        s.factuality = [(starts[t["start"]], t["factuality"]) for t in d["targets"] if t["start"] in starts]
        out.append(s)
    return out


def overlay(sentences, judged):
    places = {}
    for s in sentences:
        places.setdefault(tuple(s.forms), s)
    left = []
    for j in judged:
        s = places.get(tuple(j.forms))
        if s is None:
            left.append(j)
        else:
            s.factuality = j.factuality
    return left
