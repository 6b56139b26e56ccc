"""Encoder and heads together."""
import torch.nn as nn
from heads.factuality import Factuality
from heads.names import Names
from heads.parse import Parse
from heads.roles import Roles
from heads.tags import Tags
from network import Drop, Encoder


class Model(nn.Module):
    def __init__(self, words, vectors, inventory, drop=0.25, attentions=4):
        super().__init__()
        self.encoder = Encoder(words, vectors, attentions=attentions, drop=drop)
        d = self.encoder.drop
        self.tags = Tags(inventory)
        self.parse = Parse(inventory, d)
        self.names = Names(d)
        self.roles = Roles(d)
        self.factuality = Factuality(d)
