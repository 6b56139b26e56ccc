"""Biaffine arcs with a learned root and a score of each distance, and labels from the sum of two projections."""
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from network import HALF, Linear


class Parse(nn.Module):
    ARC, LABEL, REACH = 96, 128, 16

    def __init__(self, inventory, drop):
        super().__init__()
        self.drop = drop
        self.arc = nn.ModuleDict({"dependent": Linear(128, self.ARC), "head": Linear(128, self.ARC), "bilinear": Linear(self.ARC, self.ARC),
                                  "distance": Linear(self.ARC, 2 * self.REACH + 1)})
        nn.init.zeros_(self.arc["distance"].weight)
        nn.init.zeros_(self.arc["distance"].bias)
        self.arc_root = nn.Parameter(torch.randn(self.ARC) * 0.1)
        self.label = nn.ModuleDict({"dependent": Linear(128, self.LABEL), "head": Linear(128, self.LABEL), "out": Linear(self.LABEL, len(inventory["deprel"]))})
        self.label_root = nn.Parameter(torch.randn(self.LABEL) * 0.1)
        self.index = {v: i for i, v in enumerate(inventory["deprel"])}

    def arcs(self, e, pack):
        """Scores [B, T, T + 1], padded; column 0 is the root."""
        b, t, rows, keep = pack
        d = F.relu(self.arc["dependent"](e))
        h = F.relu(self.arc["head"](e))
        u = self.arc["bilinear"](d)
        far = self.arc["distance"](d)
        pad = lambda x: x.new_zeros(b * t, x.shape[1]).index_copy(0, rows, x).view(b, t, x.shape[1])
        r = torch.arange(t)
        at = (r[None] - r[:, None]).clamp(-self.REACH, self.REACH) + self.REACH
        far = pad(far).gather(2, at.expand(b, t, t))
        h = torch.cat([self.arc_root.expand(b, 1, self.ARC), pad(h)], 1)
        s = torch.bmm(pad(u).to(HALF), h.transpose(1, 2).to(HALF)).float()
        return s + F.pad(far, (1, 0)) + F.pad((keep.float() - 1) * 1e4, (1, 0))[:, None, :] - F.pad(torch.eye(t) * 1e4, (1, 0))

    def labels(self, e, pack, heads):
        """Label scores [N, L] for chosen heads [N] (0 root, else place in the sentence from 1)."""
        b, t, rows, keep = pack
        place = torch.full((b * (t + 1),), 0)
        sequence = torch.div(rows, t, rounding_mode="floor")
        place[rows + sequence + 1] = torch.arange(len(e)) + 1
        at = place[sequence * (t + 1) + heads]
        q = torch.cat([self.label_root[None], self.label["head"](e)])
        z = F.relu(self.label["dependent"](e) + q[at])
        return self.label["out"](self.drop(z, self.training))

    def loss(self, e, pack, heads, labels):
        b, t, rows, keep = pack
        arcs = self.arcs(e, pack).view(b * t, t + 1).index_select(0, rows)
        return F.cross_entropy(arcs, heads, label_smoothing=0.0) + F.cross_entropy(self.labels(e, pack, heads), labels, ignore_index=-100)

    def silver_loss(self, e, pack, silver):
        """Against the probabilities of teachers for the likeliest heads and, for the first of these, labels: heads, labels int [N, K]; weights [N, K] each;
        tokens without silver have weights of 0."""
        b, t, rows, keep = pack
        heads, head_weights, labels, label_weights = silver
        share = max(1.0, float((head_weights[:, 0] > 0).sum()))
        arcs = F.log_softmax(self.arcs(e, pack).view(b * t, t + 1).index_select(0, rows), 1)
        chosen = F.log_softmax(self.labels(e, pack, heads[:, 0]), 1)
        return -((arcs.gather(1, heads) * head_weights).sum() + (chosen.gather(1, labels) * label_weights).sum()) / share


CROSSING_WORTH, LONGEST_PROJECTIVE = 2.0, 100


def tree(scores, quotes):
    """Heads of a tree with one root; scores [T][T + 1] as nested lists or an array, column 0 the root; quotes: the quote states of the tokens. The best tree,
    or the best without crossing arcs where that costs little; but an arc over the root stays where there are quotation marks."""
    heads = spanning(scores)
    if len(heads) <= LONGEST_PROJECTIVE and crossing(heads) and not (over_root(heads) and any(q > 1 for q in quotes)):
        total, uncrossed = projective(np.asarray(scores, dtype=np.float64))
        if sum(float(scores[i][h]) for i, h in enumerate(heads)) - total < CROSSING_WORTH:
            return uncrossed
    return heads


def crossing(heads):
    """Whether two arcs between tokens cross, or one spans the root of the sentence."""
    for token, head in enumerate(heads, 1):
        first, last = min(token, head), max(token, head)
        if head and any(not first <= heads[inside - 1] <= last for inside in range(first + 1, last)):
            return True
    return False


def over_root(heads):
    root = heads.index(0) + 1
    return any(head and min(token, head) < root < max(token, head) for token, head in enumerate(heads, 1))


def projective(scores):
    """The best tree without crossing arcs (Eisner 1996): its score and its heads."""
    n = len(scores)
    closed, opened = np.zeros((2, n, n)), np.zeros((2, n, n))  # 0: the top is the last token, 1: the first
    closed_split, open_split = np.zeros((2, n, n), int), np.zeros((n, n), int)
    for length in range(1, n):
        for first in range(n - length):
            last = first + length
            v = closed[1, first, first:last] + closed[0, first + 1:last + 1, last]
            k = int(v.argmax())
            open_split[first, last] = first + k
            opened[0, first, last] = v[k] + scores[first, last + 1]
            opened[1, first, last] = v[k] + scores[last, first + 1]
            v = closed[0, first, first:last] + opened[0, first:last, last]
            k = int(v.argmax())
            closed[0, first, last], closed_split[0, first, last] = v[k], first + k
            v = opened[1, first, first + 1:last + 1] + closed[1, first + 1:last + 1, last]
            k = int(v.argmax())
            closed[1, first, last], closed_split[1, first, last] = v[k], first + 1 + k
    totals = closed[0, 0] + closed[1, :, n - 1] + scores[:, 0]
    root = int(totals.argmax())
    heads = [0] * n
    todo = [(0, True, 0, root), (1, True, root, n - 1)]
    while todo:
        side, is_closed, first, last = todo.pop()
        if first == last:
            continue
        if is_closed:
            split = closed_split[side, first, last]
            todo += [(0, True, first, split), (0, False, split, last)] if side == 0 else [(1, False, first, split), (1, True, split, last)]
        else:
            heads[first if side == 0 else last] = (last if side == 0 else first) + 1
            split = open_split[first, last]
            todo += [(1, True, first, split), (0, True, split + 1, last)]
    return float(totals[root]), heads


def spanning(scores):
    """The best tree of all (Chu, Liu, Edmonds)."""
    n = len(scores)
    greedy = [max((j for j in range(n + 1) if j != i + 1), key=lambda j: scores[i][j]) for i in range(n)]
    if sum(h == 0 for h in greedy) == 1 and not cycle(greedy):
        return greedy
    roots = sorted(range(n), key=lambda i: -scores[i][0])[:3 if n > 60 else n]
    best = None
    for r in roots:
        table = [[float(scores[i][j]) if j != i + 1 else -1e9 for j in range(n + 1)] for i in range(n)]
        for i in range(n):
            if i != r:
                table[i][0] = -1e8
        heads = edmonds(table)
        total = sum(table[i][heads[i]] for i in range(n))
        if best is None or total > best[0]:
            best = (total, heads)
    return best[1]


def cycle(heads):
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i - 1]
        if state[i] == 1:
            return path[path.index(i):]
        for p in path:
            state[p] = 2
    return None


def edmonds(table):
    """Chu-Liu-Edmonds over nodes 1..n with root 0; table[i][j]: score of head j for node i + 1."""
    n = len(table)
    heads = [max(range(n + 1), key=lambda j: table[i][j]) for i in range(n)]
    loop = cycle(heads)
    if loop is None:
        return heads
    inside = set(loop)
    outside = [v for v in range(1, n + 1) if v not in inside]
    names = [0] + outside  # new index -> old; the last new node is the loop
    m = len(outside) + 1
    new = [[-1e9] * (m + 1) for _ in range(m)]
    enter, leave = {}, {}
    for a, v in enumerate(outside):
        for b, u in enumerate(names):
            new[a][b] = table[v - 1][u]
        leave[a] = max(loop, key=lambda u: table[v - 1][u])
        new[a][m] = table[v - 1][leave[a]]
        new[a][a + 1] = -1e9
    for b, u in enumerate(names):
        enter[b] = max(loop, key=lambda v: table[v - 1][u] - table[v - 1][heads[v - 1]])
        new[m - 1][b] = table[enter[b] - 1][u] - table[enter[b] - 1][heads[enter[b] - 1]]
    solved = edmonds(new)
    out = list(heads)
    for a, v in enumerate(outside):
        out[v - 1] = leave[a] if solved[a] == m else names[solved[a]]
    into = enter[solved[m - 1]]
    out[into - 1] = names[solved[m - 1]]
    return out
