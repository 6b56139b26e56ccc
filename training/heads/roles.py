"""Attribution roles over windows of several sentences: two attention layers of their own over the states, BIO tags of
source, cue and content with a CRF, and for each token of a source or content the cue it belongs to."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from crf import Crf, bio
from network import HALF, Attention, Drop, Linear, Norm

LABELS = ["source", "cue", "content"]
CONVENTIONS = 3  # PolNeAR, GUM, PropBank: one is folded into each depth of the weight file


class Roles(nn.Module):
    LINK = 64

    def __init__(self, drop, attentions=2, reach=64):
        super().__init__()
        self.drop, self.reach = drop, reach
        self.tags, allowed = bio(LABELS)
        self.index = {t: i for i, t in enumerate(self.tags)}
        self.boundary = nn.Embedding(3, 128)
        self.depth = nn.Embedding(2, 128)
        self.convention = nn.Embedding(CONVENTIONS, 128)
        for e in (self.boundary, self.depth, self.convention):
            nn.init.normal_(e.weight, std=0.1)
        self.attention = nn.ModuleList(Attention(reach, drop) for _ in range(attentions))
        self.norm = Norm()
        self.out = Linear(128, len(self.tags))
        self.crf = Crf(len(self.tags), allowed)
        self.link = nn.ModuleDict({"source": Linear(128, self.LINK), "target": Linear(128, self.LINK)})
        self.link_none = nn.Parameter(torch.zeros(self.LINK))

    def states(self, e, pack, boundary, depth, convention):
        x = e + self.boundary(boundary) + self.depth(depth) + self.convention(convention)
        for layer in self.attention:
            x = layer(x, pack)
        return self.norm(x)

    def padded(self, r, pack):
        b, t, rows, keep = pack
        emit = self.out(r)
        return emit.new_zeros(b * t, emit.shape[1]).index_copy(0, rows, emit).view(b, t, -1)

    def links(self, r, pack):
        b, t, rows, keep = pack
        pad = lambda x: x.new_zeros(b * t, self.LINK).index_copy(0, rows, x).view(b, t, self.LINK)
        f, to = pad(self.link["source"](r)), pad(self.link["target"](r))
        to = torch.cat([self.link_none.expand(b, 1, self.LINK), to], 1)
        return torch.bmm(f.to(HALF), to.transpose(1, 2).to(HALF)).float()

    def loss(self, e, pack, boundary, depth, convention, allow, link, cues):
        """allow [N, K]; link [N]: 0 no cue, j + 1 the cue starting at token j, -100 not a source or content; cues [N]: cue starts."""
        b, t, rows, keep = pack
        r = self.states(e, pack, boundary, depth, convention)
        emit = self.padded(self.drop(r, self.training), pack)
        k = emit.shape[2]
        open_ = torch.ones(b * t, k, dtype=torch.bool).index_copy(0, rows, allow).view(b, t, k)
        loss = self.crf.loss(emit, open_, keep) / len(e)
        starts = torch.zeros(b * t, dtype=torch.bool).index_copy(0, rows, cues).view(b, t)
        s = self.links(r, pack) + F.pad((starts.float() - 1) * 1e4, (1, 0))[:, None, :]
        s = s.view(b * t, t + 1).index_select(0, rows)
        if bool((link >= 0).any()):
            loss = loss + 0.2 * F.cross_entropy(s, link, ignore_index=-100)
        return loss

    def decode(self, e, pack, boundary, depth, convention):
        return [[self.tags[k] for k in row] for row in self.crf.decode(self.padded(self.states(e, pack, boundary, depth, convention), pack), pack[3])]
