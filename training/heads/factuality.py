"""How far a predicate is said to have happened: -3 (did not) to 3 (did)."""
import torch.nn as nn
import torch.nn.functional as F
from network import Linear


class Factuality(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.drop = drop
        self.hidden = Linear(128, 64)
        self.out = Linear(64, 1)

    def values(self, e):
        return self.out(self.drop(F.relu(self.hidden(e)), self.training))[:, 0]

    def loss(self, e, at, values):
        return F.smooth_l1_loss(self.values(e[at]), values)
