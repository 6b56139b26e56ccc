"""UD English EWT and GUM (free genres): tags, features, lemmas, trees; names of UNER and GUM and the factuality of
UDS are laid over the same sentences where the tokens agree."""
import lzma
import features
from corpora import Sentence, open_text

TRAIN = [("ewt", "ewt-train", 1), ("gum-news", "gum-news-train", 3), ("gum-newslike", "gum-newslike-train", 2),
         ("gum-other", "gum-other-train", 1)]
DEV = [("ewt", "ewt-dev"), ("gum-news", "gum-news-dev"), ("gum-newslike", "gum-newslike-dev"), ("gum-other", "gum-other-dev")]
LICENCES = [("UD_English-EWT v2.16", "CC BY-SA 4.0", "N. Silveira et al., Stanford University"),
            ("GUM: news, interview, speech, bio, academic, court, textbook, voyage, vlog", "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0, public domain",
             "A. Zeldes and the GUM annotation team, gucorpling.org/gum")]


def read(path, corpus):
    sentences, rows, head, states_reset = [], [], {}, True
    heading = False
    for line in open_text(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            states_reset, heading = True, False
        elif line.startswith("# newpar"):
            states_reset = True
            if line.startswith("# newpar_block"):
                heading = "= head" in line
            else:
                heading = False
        elif line.startswith("# sent_id"):
            head["id"] = line.split("= ", 1)[1]
        elif line.startswith("# text ="):
            head["text"] = line.split("= ", 1)[1]
        elif not line:
            if rows:
                s = Sentence([r[1] for r in rows], corpus)
                s.id, s.text, s.part, s.paragraph_start = head.get("id", ""), head.get("text", ""), int(heading), states_reset
                s.upos = [r[3] for r in rows]
                s.xpos = [r[4] for r in rows]
                s.feats = [r[5] for r in rows]
                s.lemma = [r[2] for r in rows]
                s.head = [int(r[6]) for r in rows]
                s.deprel = [r[7] for r in rows]
                sentences.append(s)
                states_reset = False
            rows, head = [], {}
        elif line[0] != "#":
            r = line.split("\t")
            if r[0].isdigit():
                rows.append(r)
    quote_paragraphs(sentences)
    return sentences


def quote_paragraphs(sentences):
    forms, starts, at = [], [], []
    for s in sentences:
        if s.paragraph_start:
            starts.append(len(forms))
        at.append(len(forms))
        forms += s.forms
    states = features.quote_states(forms, starts)
    for s, a in zip(sentences, at):
        s.quotes = states[a:a + len(s.forms)]
