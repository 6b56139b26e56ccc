"""Universal and Penn tags, feature bundles and lemma scripts: four softmaxes straight from the state."""
import torch
import torch.nn as nn
import torch.nn.functional as F
import features
import lemmas
from network import Linear


class Tags(nn.Module):
    LAYERS = ("upos", "xpos", "feats", "lemma")
    WEIGHT = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "lemma": 0.5}

    def __init__(self, inventory):
        super().__init__()
        self.inventory = inventory
        self.index = {n: {v: i for i, v in enumerate(inventory[n])} for n in self.LAYERS}
        for n in self.LAYERS:
            setattr(self, n, Linear(128, len(inventory[n])))

    def targets(self, s):
        """[4, T], -100 where unknown or not in the inventory."""
        rows = [[self.index[n].get(v, -100) for v in getattr(s, n)] for n in self.LAYERS[:3]]
        rows.append([self.index["lemma"].get(lemmas.script(features.normalise(f), l), -100) for f, l in zip(s.forms, s.lemma)])
        return rows

    def loss(self, e, targets):
        total = 0
        for i, n in enumerate(self.LAYERS):
            total = total + self.WEIGHT[n] * F.cross_entropy(getattr(self, n)(e), targets[i], ignore_index=-100, label_smoothing=0.03)
        return total

    def predict(self, e):
        return [getattr(self, n)(e).argmax(1) for n in self.LAYERS]

    def lemma_of(self, scores, form, upos, learned):
        """The script known by heart, else the best that fits the form."""
        known = learned.get((features.lower(features.normalise(form)), upos))
        out = known and lemmas.apply(known, features.normalise(form))
        if out:
            return out
        for k in scores:
            out = lemmas.apply(self.inventory["lemma"][k], features.normalise(form))
            if out:
                return out
        return form
