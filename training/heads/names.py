"""Names as BIO tags. Corpora disagree, so the hidden layer has a bias per convention while training; one convention is
folded into the bias of the weight file. Labels a corpus does not annotate are left open in its sentences."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from crf import Crf, bio
from network import Linear

LABELS = ["PERSON", "ORG", "PLACE", "NORP", "DATE", "EVENT", "PRODUCT", "WEAPON"]
CONVENTIONS = ["uner", "gum", "gmb", "wiki", "tweets", "crossner", "re3d"]
MAP = {"GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


class Names(nn.Module):
    HIDDEN = 96

    def __init__(self, drop):
        super().__init__()
        self.drop = drop
        self.tags, allowed = bio(LABELS)
        self.index = {t: i for i, t in enumerate(self.tags)}
        self.hidden = Linear(128, self.HIDDEN)
        self.convention = nn.Embedding(len(CONVENTIONS), self.HIDDEN)
        nn.init.zeros_(self.convention.weight)
        self.out = Linear(self.HIDDEN, len(self.tags))
        self.crf = Crf(len(self.tags), allowed)

    def allow(self, s):
        """[T][K]: tags the annotation of the sentence leaves possible."""
        covers = {MAP.get(c, c) for c in s.covers}
        open_tags = [i for i, t in enumerate(self.tags) if t != "O" and t[2:] not in covers]
        rows = []
        for tag in s.names:
            row = [False] * len(self.tags)
            if tag == "O":
                row[0] = True
                for i in open_tags:
                    row[i] = True
            else:
                prefix, label = tag.split("-", 1)
                label = MAP.get(label, label)
                if label in LABELS:
                    row[self.index[f"{prefix}-{label}"]] = True
                else:
                    row = [True] * len(self.tags)
            rows.append(row)
        return rows

    def emissions(self, e, convention):
        h = F.relu(self.hidden(e) + self.convention(convention))
        return self.out(self.drop(h, self.training))

    def loss(self, e, pack, allow, convention):
        b, t, rows, keep = pack
        emit = self.emissions(e, convention)
        k = emit.shape[1]
        padded = emit.new_zeros(b * t, k).index_copy(0, rows, emit).view(b, t, k)
        open_ = torch.ones(b * t, k, dtype=torch.bool).index_copy(0, rows, allow).view(b, t, k)
        return self.crf.loss(padded, open_, keep) / len(e)

    def decode(self, e, pack, convention):
        b, t, rows, keep = pack
        emit = self.emissions(e, convention)
        padded = emit.new_zeros(b * t, emit.shape[1]).index_copy(0, rows, emit).view(b, t, -1)
        return [[self.tags[k] for k in row] for row in self.crf.decode(padded, keep)]
