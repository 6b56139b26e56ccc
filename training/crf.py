"""Linear-chain conditional random field, with partial labels: each token may allow several tags."""
import torch
import torch.nn as nn


class Crf(nn.Module):
    def __init__(self, tags, allowed):
        """allowed [K, K]: which tag may follow which; start_allowed is row -1 of the same idea, kept apart."""
        super().__init__()
        self.transition = nn.Parameter(torch.zeros(tags, tags))
        self.start = nn.Parameter(torch.zeros(tags))
        self.end = nn.Parameter(torch.zeros(tags))
        self.register_buffer("forbidden", (~allowed[:-1]).float() * -1e4, persistent=False)
        self.register_buffer("start_forbidden", (~allowed[-1]).float() * -1e4, persistent=False)

    def scores(self):
        return self.transition + self.forbidden, self.start + self.start_forbidden, self.end

    def sums(self, emit, keep):
        """log Z of padded emissions [B, T, K] (several lattices may be stacked along B)."""
        tr, start, end = self.scores()
        m = tr.max()
        etr = torch.exp(tr - m)
        v = start + emit[:, 0]
        rows = emit.unbind(1)
        for t in range(1, emit.shape[1]):
            top = v.max(1, keepdim=True)[0].detach()
            n = torch.log(torch.exp(v - top) @ etr + 1e-30) + top + m + rows[t]
            v = torch.where(keep[:, t:t + 1], n, v)
        return torch.logsumexp(v + end, 1)

    def loss(self, emit, allow, keep):
        """Sum over sequences of log Z - log Z(allowed), allow [B, T, K] bool."""
        b = len(emit)
        both = torch.cat([emit, emit.masked_fill(~allow, -1e4)])
        z = self.sums(both, torch.cat([keep, keep]))
        return (z[:b] - z[b:]).sum()

    @torch.no_grad()
    def decode(self, emit, keep):
        tr, start, end = self.scores()
        v = start + emit[:, 0]
        back = []
        for t in range(1, emit.shape[1]):
            best, k = (v[:, :, None] + tr).max(1)
            k = torch.where(keep[:, t:t + 1], k, torch.arange(v.shape[1])[None].expand_as(k))
            v = torch.where(keep[:, t:t + 1], best + emit[:, t], v)
            back.append(k)
        tag = (v + end).argmax(1)
        out = [tag]
        for k in reversed(back):
            tag = k.gather(1, tag[:, None])[:, 0]
            out.append(tag)
        tags = torch.stack(out[::-1], 1)
        return [tags[i, :int(n)].tolist() for i, n in enumerate(keep.sum(1))]


def bio(labels):
    """Tags of the labels, and which may follow which (the last row: which may stand first)."""
    tags = ["O"] + [f"{p}-{l}" for l in labels for p in "BI"]
    allowed = torch.ones(len(tags) + 1, len(tags), dtype=torch.bool)
    for j, tag in enumerate(tags):
        if tag.startswith("I-"):
            for i in range(len(tags) + 1):
                allowed[i, j] = i < len(tags) and tags[i][1:] == tag[1:] and tags[i] != "O"
    return tags, allowed


def spans(tags):
    """(start, end, label) of a BIO sequence."""
    out, start, label = [], None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if label is not None and (tag == "O" or tag[0] == "B" or tag[2:] != label):
            out.append((start, i, label))
            label = None
        if tag != "O" and label is None:
            start, label = i, tag[2:]
    return out
