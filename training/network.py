"""The trainable network. The names of its parts are the names of the tensors in the weight file (docs/network.md)."""
import torch
import torch.nn as nn
import torch.nn.functional as F
import features

HALF = torch.bfloat16  # products run in bfloat16: this is what the CPU library is fast at; weights stay float32


class Drop:
    """Dropout from a pool of random masks: many times faster on a CPU than drawing each mask. The rate may change from batch to batch."""
    def __init__(self, rate, size=1 << 22):
        self.size, self.pools = size, {}
        self.use(rate)

    def use(self, rate):
        self.rate = rate
        if rate not in self.pools:
            self.pools[rate] = (torch.rand(self.size) >= rate).float() / (1 - rate)
        self.pool = self.pools[rate]

    def refresh(self):
        order = torch.randperm(self.size // 64).repeat_interleave(64) * 64 + torch.arange(64).repeat(self.size // 64)
        self.pools = {rate: pool[order] for rate, pool in self.pools.items()}
        self.pool = self.pools[self.rate]

    def __call__(self, x, training):
        if not training or self.rate == 0:
            return x
        n = x.numel()
        at = int(torch.randint(len(self.pool) - n, (1,)))
        return x * self.pool[at:at + n].view(x.shape)


class Linear(nn.Linear):
    """A product of the network: in bfloat16 here, in int8 in the weight file. `seen` is the largest input met while calibrating."""
    calibrating = False

    def __init__(self, *a):
        super().__init__(*a)
        self.register_buffer("seen", torch.zeros(1))
        self.gain = None

    def forward(self, x, half=False):
        if Linear.calibrating:
            v = x.detach().abs().flatten()
            k = max(1, int(len(v) * 0.9999))
            self.seen.copy_(torch.maximum(self.seen, v.kthvalue(k).values.view(1)))
        y = F.linear(x.to(HALF), self.weight.to(HALF), self.bias.to(HALF))
        return y if half else y.float()


class Norm(nn.LayerNorm):
    def __init__(self):
        super().__init__(128, eps=1e-5)


def maxout(z):
    return z.view(z.shape[0], 3, 128).max(1)[0]


class Attention(nn.Module):
    def __init__(self, reach, drop):
        super().__init__()
        self.reach, self.drop = reach, drop
        self.norm = Norm()
        self.qkv = Linear(128, 384)
        self.position = nn.Parameter(torch.zeros(4, 2 * reach + 1))
        self.out = Linear(128, 128)
        self.feed = nn.ModuleDict({"norm": Norm(), "in": Linear(128, 256), "out": Linear(256, 128)})

    def forward(self, x, pack):
        """x [N, 128]; pack gives the padded places of the tokens of each sequence."""
        qkv = self.qkv(self.norm(x), half=True)
        parts = [self.attend(qkv[first:last], *place) for first, last, place in pack.groups]
        x = x + self.drop(self.out(parts[0] if len(parts) == 1 else torch.cat(parts)), self.training)
        h = self.drop(F.relu(self.feed["in"](self.feed["norm"](x))), self.training)
        return x + self.drop(self.feed["out"](h), self.training)

    def attend(self, qkv, b, t, rows, keep):
        padded = qkv.new_zeros(b * t, 384).index_copy(0, rows, qkv)
        q, k, v = padded.view(b, t, 3, 4, 32).permute(2, 0, 3, 1, 4).reshape(3, b * 4, t, 32)
        s = torch.bmm(q, k.transpose(1, 2)).float().view(b, 4, t, t) * (32 ** -0.5)
        r = torch.arange(t)
        at = (r[None] - r[:, None]).clamp(-self.reach, self.reach) + self.reach
        s = s + (self.position[:, at] + (keep[:, None, None, :].float() - 1) * 1e4)
        o = torch.bmm(torch.softmax(s, -1).view(b * 4, t, t).to(HALF), v)
        return o.view(b, 4, t, 32).permute(0, 2, 1, 3).reshape(b * t, 128).index_select(0, rows)


class Pack(tuple):
    """(sequences, longest, rows of the tokens in the padded table, mask), and the same for groups of neighbours of like length."""


def pack(lengths):
    def place(part):
        part = torch.as_tensor(part)
        b, t = len(part), int(part.max())
        keep = torch.arange(t)[None] < part[:, None]
        return b, t, keep.view(-1).nonzero()[:, 0], keep
    lengths = list(lengths)
    out = Pack(place(lengths))
    out.groups, at, first = [], 0, 0
    for i in range(1, len(lengths) + 1):
        if i == len(lengths) or lengths[i] > 12 and i - first >= 8 and (lengths[i] > 1.4 * lengths[first] or lengths[i] * 1.4 < lengths[first]):
            n = sum(lengths[first:i])
            out.groups.append((at, at + n, place(lengths[first:i])))
            at, first = at + n, i
    return out


class Encoder(nn.Module):
    def __init__(self, words, vectors, convolutions=3, attentions=4, reach=16, drop=0.25):
        super().__init__()
        self.drop = Drop(drop)
        self.reach = reach
        self.word = nn.Embedding(words + 1, features.WORD_SIZE)
        nn.init.normal_(self.word.weight, std=0.3)
        self.tables = nn.ModuleDict()
        for name, rows, size in features.TABLES:
            self.tables[name] = nn.Embedding(rows, size)
            nn.init.normal_(self.tables[name].weight, std=0.3)
        self.register_buffer("vector", vectors, persistent=False)  # [V + 1, 100] values already on the int8 grid
        self.form = Linear(features.INPUT_SIZE, 384)
        self.form_norm = Norm()
        self.quote = nn.Embedding(4, 128)
        self.part = nn.Embedding(2, 128)
        for e in (self.quote, self.part):
            nn.init.normal_(e.weight, std=0.1)
        self.conv = nn.ModuleList(Linear(384, 384) for _ in range(convolutions))
        self.conv_norm = nn.ModuleList(Norm() for _ in range(convolutions))
        self.attention = nn.ModuleList(Attention(reach, self.drop) for _ in range(attentions))
        self.state_norm = Norm()

    def forward(self, ids, forms, quotes, parts, lengths, packing=None):
        """ids [F, 8]: word, vector, then the hashed tables of each form that occurs; forms [N]: which of them each token is."""
        xs = [self.word(ids[:, 0]), self.vector[ids[:, 1]].float()]
        xs += [t(ids[:, 2 + i]) for i, t in enumerate(self.tables.values())]
        x = self.drop(torch.cat(xs, 1).clamp(-127 * features.STEP, 127 * features.STEP), self.training)
        x = self.form_norm(maxout(self.form(x)))
        x = self.drop(x.index_select(0, forms), self.training)
        x = x + self.quote(quotes) + self.part(parts)
        p = packing or pack(lengths)
        b, t, rows, keep = p
        lengths = torch.as_tensor(lengths)
        starts = torch.cumsum(lengths, 0) - lengths
        first, last = starts, starts + lengths - 1
        n = len(x)
        inner_first = torch.ones(n, 1); inner_first[first] = 0
        inner_last = torch.ones(n, 1); inner_last[last] = 0
        for conv, norm in zip(self.conv, self.conv_norm):
            before = torch.cat([x[:1], x[:-1]]) * inner_first
            after = torch.cat([x[1:], x[-1:]]) * inner_last
            x = norm(x + self.drop(maxout(conv(torch.cat([before, x, after], 1))), self.training))
        for layer in self.attention:
            x = layer(x, p)
        return self.state_norm(x)
