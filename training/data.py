"""Loads all corpora, and packs sentences and windows into batches."""
import random
from collections import Counter
from pathlib import Path
import numpy as np
import torch
import features
import lemmas
import vectors
from corpora import factuality, inventory, names, roles, syntax
from heads.names import CONVENTIONS as NAME_CONVENTIONS
from network import pack


class Data:
    def __init__(self, folder, vectors_path, cache, seed=1, limit=None):
        d = Path(folder)
        self.random = random.Random(seed)
        read = lambda parts, kind: [s for p in parts for s in kind(p)]
        self.syntax_train, self.syntax_dev = {}, {}
        for corpus, f, _ in syntax.TRAIN:
            self.syntax_train[corpus] = syntax.read(d / "syntax" / f"{f}.conllu.xz", corpus)
        for corpus, f in syntax.DEV:
            self.syntax_dev[corpus] = syntax.read(d / "syntax" / f"{f}.conllu.xz", corpus)
        every = [s for v in self.syntax_train.values() for s in v]
        dev = [s for v in self.syntax_dev.values() for s in v]
        self.extra = []
        for part, convention in (("uner-ewt", "uner"), ("gum-news", "gum"), ("gum-newslike", "gum"), ("gum-other", "gum")):
            self.extra += names.overlay(every, names.read(d / "ner" / f"{part}-train.tsv.xz", part, convention))
        self.judged = factuality.overlay(every, factuality.read(d / "factuality" / "uds-ih2.train.jsonl.gz"))
        self.judged_dev = factuality.read(d / "factuality" / "uds-ih2.dev.jsonl.gz")
        self.names_train = {c: names.read(d / "ner" / f"{c}-train.tsv.xz", c, v) for c, v, _ in names.TRAIN}
        conventions = {"uner-ewt": "uner", "gum-news": "gum", "gum-newslike": "gum", "gmb": "gmb", "wikigold": "wiki"}
        self.names_dev = {c: names.read(d / "ner" / f"{c}-dev.tsv.xz", c, conventions[c]) for c in names.DEV}
        self.roles_train = [x for f, c in roles.TRAIN for x in roles.read(d / f, c)]
        self.roles_dev = {c: roles.read(d / f, c) for f, c in roles.DEV}
        self.inventory = inventory.count(every)
        self.lemmas = lemmas.learned(every)
        counter = Counter(f for s in every for f in s.forms)
        for doc in self.roles_train:
            counter.update(f for s in doc.sentences for f in s.forms)
        for v in self.names_train.values():
            counter.update(f for s in v for f in s.forms)
        self.words = inventory.frequent_words(counter)
        self.vector_words, self.vector_rows = vectors.load(vectors_path, cache=cache)
        self.word_index = {w: i + 1 for i, w in enumerate(self.words)}
        self.vector_index = {w: i + 1 for i, w in enumerate(self.vector_words)}
        self.form_ids, self.form_rows = {}, []

    def ids_of(self, form):
        v = self.form_ids.get(form)
        if v is None:
            n = features.normalise(form)
            low = features.lower(n)
            v = self.form_ids[form] = len(self.form_rows)
            self.form_rows.append(np.array([self.word_index.get(low, 0), self.vector_index.get(low, 0)] + features.hashed(n), np.int64))
        return v

    def ids(self, s):
        if s.ids is None:
            s.ids = np.array([self.ids_of(f) for f in s.forms], np.int32)
        return s.ids

    def recased(self, s, how):
        f = {"upper": str.upper, "lower": str.lower, "title": str.title}[how]
        return np.array([self.ids_of(f(x)) for x in s.forms], np.int32)

    def batch(self, sentences, training=False, recase=0.0, part_drop=0.3):
        """ids, forms, quotes, parts, lengths and packing of the sentences, in their order."""
        rows = []
        for s in sentences:
            if recase and self.random.random() < recase:
                rows.append(self.recased(s, self.random.choice(("upper", "lower", "title", "title"))))
            else:
                rows.append(self.ids(s))
        lengths = [len(s.forms) for s in sentences]
        used, forms = np.unique(np.concatenate(rows), return_inverse=True)
        ids = torch.from_numpy(np.stack([self.form_rows[i] for i in used]))
        if training:
            n = len(ids)
            ids[:, 0] = ids[:, 0] * (torch.rand(n) >= 0.12)
            ids[:, 1] = ids[:, 1] * (torch.rand(n) >= 0.02)
        quotes = torch.tensor([q for s in sentences for q in s.quotes])
        parts = torch.tensor([p for s in sentences for p in [s.part if not training or self.random.random() >= part_drop else 0] * len(s.forms)])
        return ids, torch.from_numpy(forms.astype(np.int64)), quotes, parts, lengths, pack(lengths)


def by_length(items, length, tokens, rng):
    """Groups of items of like length with about so many tokens, in random order."""
    items = sorted(items, key=lambda i: length(i) + rng.random() * 3)
    out, current, size = [], [], 0
    for i in items:
        n = length(i)
        if current and size + n > tokens:
            out.append(current)
            current, size = [], 0
        current.append(i)
        size += n
    if current:
        out.append(current)
    rng.shuffle(out)
    return out


class Stream:
    """Batches without end; each epoch is drawn anew from the seed and the number of the epoch."""
    def __init__(self, make, seed, name):
        self.make, self.seed, self.name, self.epoch, self.queue = make, seed, name, 0, []

    def next(self):
        if not self.queue:
            self.epoch += 1
            self.queue = self.make(random.Random(f"{self.seed}-{self.name}-{self.epoch}"))
        return self.queue.pop()


def share(items, factor, rng):
    whole = int(factor)
    return items * whole + rng.sample(items, int((factor - whole) * len(items)))


def syntax_stream(data, tokens, seed):
    def make(rng):
        items = [s for c, _, k in syntax.TRAIN for s in share(data.syntax_train[c], k, rng)]
        return by_length([s for s in items if len(s.forms) <= 200], lambda s: len(s.forms), tokens, rng)
    return Stream(make, seed, "syntax")


def names_stream(data, tokens, seed):
    def make(rng):
        items = [s for c, _, k in names.TRAIN for s in share(data.names_train[c], k, rng)] + data.judged + data.extra
        return by_length([s for s in items if len(s.forms) <= 200], lambda s: len(s.forms), tokens, rng)
    return Stream(make, seed, "names")


def all_names_stream(data, tokens, seed):
    """Every sentence with names: those of the treebanks, three times each, with the corpora that have nothing else."""
    def make(rng):
        trees = [s for v in data.syntax_train.values() for s in v if s.names is not None]
        items = trees * 3 + [s for c, _, k in names.TRAIN for s in share(data.names_train[c], k, rng)]
        return by_length([s for s in items if 1 < len(s.forms) <= 100], lambda s: len(s.forms), tokens, rng)
    return Stream(make, seed, "all-names")


class Window:
    """Sentences to encode, the places in them that make the window, and its labels."""
    __slots__ = ("sentences", "at", "boundary", "depth", "convention", "tags", "link", "cues")


def make_windows(doc, most=96, enough=48):
    out = []
    offsets = [0]
    for s in doc.sentences:
        offsets.append(offsets[-1] + len(s.forms))
    convention = roles.CONVENTIONS.index(doc.convention)
    for group in roles.windows(doc, most, enough):
        w = Window()
        w.sentences = [doc.sentences[i] for i in group]
        tokens = list(range(offsets[group[0]], offsets[group[-1] + 1]))
        w.at, w.depth, w.convention = list(range(len(tokens))), 0, convention
        w.boundary = []
        for k, i in enumerate(group):
            w.boundary += [2 if k == 0 or doc.sentences[i].paragraph_start else 1] + [0] * (len(doc.sentences[i].forms) - 1)
        w.tags, w.link, w.cues = roles.label(tokens, doc.spans, None)
        out.append(w)
    for pieces, children in doc.inner:
        tokens = [t for a, b in sorted(pieces) for t in range(a, b)][:160]
        tokens = sorted(set(tokens))
        if len(tokens) < 4:
            continue
        first = next(i for i in range(len(doc.sentences)) if offsets[i + 1] > tokens[0])
        last = next(i for i in range(len(doc.sentences)) if offsets[i + 1] > tokens[-1])
        w = Window()
        w.sentences = doc.sentences[first:last + 1]
        w.at, w.depth, w.convention = [t - offsets[first] for t in tokens], 1, convention
        starts = {offsets[i]: 2 if doc.sentences[i].paragraph_start else 1 for i in range(first, last + 1)}
        w.boundary = [2 if k == 0 else starts.get(t, 0) for k, t in enumerate(tokens)]
        w.tags, w.link, w.cues = roles.label(tokens, children, None)
        out.append(w)
    return out


ECHOES = {"polnear": 0.1, "gum": 0.4, "propbank": 0.4}


def make_echoes(doc, share, rng):
    """Sentences that hold whole attributions, as if somebody had said them: statements inside statements are too few to learn from."""
    offsets = [0]
    for s in doc.sentences:
        offsets.append(offsets[-1] + len(s.forms))
    spans = [(a, [x for part in a.values() for x in part]) for a in doc.spans]
    out = []
    for i, s in enumerate(doc.sentences):
        first, end = offsets[i], offsets[i + 1]
        touching = [(a, x) for a, x in spans if any(b < end and e > first for b, e in x)]
        if len(s.forms) < 6 or not touching or rng.random() >= share or any(b < first or e > end for _, x in touching for b, e in x):
            continue
        w = Window()
        w.sentences, w.at, w.depth = [s], list(range(len(s.forms))), 1
        w.convention = roles.CONVENTIONS.index(doc.convention)
        w.boundary = [2] + [0] * (len(s.forms) - 1)
        w.tags, w.link, w.cues = roles.label(list(range(first, end)), [a for a, _ in touching], None)
        out.append(w)
    return out


def roles_stream(data, tokens, seed):
    def make(rng):
        items = []
        for doc in data.roles_train:
            found = make_windows(doc, rng.choice((64, 96, 96, 128)), rng.choice((1, 32, 48, 48)))
            items += found + [w for w in found if w.depth and any(t != "O" for t in w.tags)] * 7  # few, so seen more often
            items += make_echoes(doc, ECHOES[doc.convention], rng)
        return by_length(items, lambda w: len(w.at), tokens, rng)
    return Stream(make, seed, "roles")


def window_batch(data, windows, model_roles, training=False):
    sentences = [s for w in windows for s in w.sentences]
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))  # like lengths together: less filling
    base = data.batch([sentences[i] for i in order], training)
    start, size = {}, 0
    for i in order:
        start[i] = size
        size += len(sentences[i].forms)
    at, number = [], 0
    for w in windows:
        places = []
        for s in w.sentences:
            places += range(start[number], start[number] + len(s.forms))
            number += 1
        at += [places[i] for i in w.at]
    index = model_roles.index
    allow = torch.zeros(len(at), len(index), dtype=torch.bool)
    allow[torch.arange(len(at)), torch.tensor([index[t] for w in windows for t in w.tags])] = True
    return base, {
        "sentences": [sentences[i] for i in order],
        "at": torch.tensor(at), "pack": pack([len(w.at) for w in windows]),
        "boundary": torch.tensor([b for w in windows for b in w.boundary]),
        "depth": torch.tensor([w.depth for w in windows for _ in w.at]),
        "convention": torch.tensor([w.convention for w in windows for _ in w.at]),
        "allow": allow, "link": torch.tensor([x for w in windows for x in w.link]),
        "cues": torch.tensor([x for w in windows for x in w.cues])}


def convention_of(s):
    return NAME_CONVENTIONS.index(s.convention or "uner")
