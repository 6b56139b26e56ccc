"""Readers of the corpora. Each module names what it trains on, with licence, and gives sentences or windows."""
import gzip
import lzma
import features


def open_text(path):
    path = str(path)
    if path.endswith(".xz"):
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    if path.endswith(".gz"):
        return gzip.open(path, "rt", encoding="utf-8", newline="\n")
    return open(path, encoding="utf-8", newline="\n")


class Sentence:
    """Forms of one sentence with whatever layers a corpus has for it; a layer that is absent is None."""
    __slots__ = ("forms", "corpus", "id", "text", "part", "paragraph_start", "quotes", "upos", "xpos", "feats", "lemma",
                 "head", "deprel", "names", "covers", "convention", "factuality", "ids", "silver")

    def __init__(self, forms, corpus):
        for n in self.__slots__:
            setattr(self, n, None)
        self.forms, self.corpus = forms, corpus
        self.part, self.paragraph_start, self.id, self.text = 0, True, "", ""

    def with_quotes(self):
        self.quotes = features.quote_states(self.forms, [0])
        return self
