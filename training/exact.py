"""The network as docs/network.md defines it, in NumPy, bit for bit: int8 products, fixed order of float steps."""
import json
import struct
import numpy as np
import features
import lemmas

F = np.float32
MAGIC = F(12582912.0)


def read_safetensors(path):
    with open(path, "rb") as f:
        n = struct.unpack("<Q", f.read(8))[0]
        head = json.loads(f.read(n))
        data = f.read()
    kinds = {"I8": np.int8, "F32": np.float32, "U64": np.uint64}
    out = {}
    for name, h in head.items():
        if name == "__metadata__":
            continue
        a, b = h["data_offsets"]
        out[name] = np.frombuffer(data[a:b], kinds[h["dtype"]]).reshape(h["shape"])
    return out


def write_safetensors(path, tensors, metadata):
    kinds = {np.dtype(np.int8): "I8", np.dtype(np.float32): "F32", np.dtype(np.uint64): "U64"}
    head, offset = {"__metadata__": metadata}, 0
    order = sorted(tensors)
    order.sort(key=lambda n: -tensors[n].dtype.itemsize)  # wide types first keeps everything aligned
    for name in order:
        a = tensors[name]
        pad = -offset % 64
        if pad:  # padding is a tensor of its own, because the format allows no gaps
            head[f"_pad.{offset}"] = {"dtype": "I8", "shape": [pad], "data_offsets": [offset, offset + pad]}
            offset += pad
        head[name] = {"dtype": kinds[a.dtype], "shape": list(a.shape), "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    text = json.dumps(head, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 8) % 64)
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)))
        f.write(text)
        at = 0
        for name in order:
            f.write(b"\0" * (-at % 64))
            at += -at % 64
            f.write(np.ascontiguousarray(tensors[name]).tobytes())
            at += tensors[name].nbytes


def sum16(x):
    """Sum over the last axis in the fixed order: sixteen striped lanes, then halves."""
    n = x.shape[-1]
    if n % 16:
        x = np.concatenate([x, np.zeros(x.shape[:-1] + (16 - n % 16,), F)], -1)
    lanes = x[..., :16].copy()
    for i in range(16, x.shape[-1], 16):
        lanes = lanes + x[..., i:i + 16]
    for half in (8, 4, 2, 1):
        lanes = lanes[..., :half] + lanes[..., half:2 * half]
    return lanes[..., 0]


def exp(x):
    """e to the x for x <= 0."""
    x = np.maximum(x, F(-87.0))
    n = (x * F(1.44269504) + MAGIC) - MAGIC
    r = x - n * F(0.693359375)
    r = r - n * F(-2.12194440e-4)
    p = np.full_like(r, F(1.9875691500e-4))
    for c in (1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1):
        p = p * r + F(c)
    p = p * (r * r)
    p = p + r
    p = p + F(1.0)
    return p * ((n.astype(np.int32) + 127) << 23).view(F)


def dot(a, b):
    """Sum over the last axis of a [.., D] and b [.., D], one dimension after the other, starting from the first product."""
    s = a[..., 0] * b[..., 0]
    for d in range(1, a.shape[-1]):
        s = s + a[..., d] * b[..., d]
    return s


class Network:
    def __init__(self, folder):
        self.t = read_safetensors(f"{folder}/model.safetensors")
        with open(f"{folder}/model.json", encoding="utf-8") as f:
            self.model = json.load(f)
        self.trace = None
        self._w = {}
        self._forms = {}

    def _keep(self, name, value):
        if self.trace is not None:
            self.trace[name] = value

    def norm(self, x, name):
        mean = sum16(x) * F(1 / 128)
        d = x - mean[..., None]
        var = sum16(d * d) * F(1 / 128)
        inv = F(1.0) / np.sqrt(var + F(1e-5))
        return (d * inv[..., None]) * self.t[name + ".gain"] + self.t[name + ".bias"]

    def quant(self, x, name):
        c = np.minimum(np.maximum(x * self.t[name + ".quant"][0], F(-127.0)), F(127.0))
        return (c + MAGIC) - MAGIC

    def product(self, q, name):
        """q holds integers; every partial sum stays under 2^24, so a float product is exact in any order."""
        w = self._w.get(name)
        if w is None:
            w = self._w[name] = np.ascontiguousarray(self.t[name + ".weight"].astype(F).T)
        return (q @ w) * self.t[name + ".scale"] + self.t[name + ".bias"]

    def linear(self, x, name):
        return self.product(self.quant(x, name), name)

    @staticmethod
    def maxout(z):
        return np.maximum(np.maximum(z[:, :128], z[:, 128:256]), z[:, 256:])

    def lookup(self, table, text):
        h = np.uint64(features.hash64(text))
        hashes = self.t[table + ".hash"]
        i = int(np.searchsorted(hashes, h))
        return i + 1 if i < len(hashes) and hashes[i] == h else 0

    def rows(self, form):
        n = features.normalise(form)
        low = features.lower(n)
        return [self.lookup("word", low), self.lookup("vector", low)] + features.hashed(n)

    def input(self, form):
        names = ["word", "vector"] + [t[0] for t in features.TABLES]
        return np.concatenate([self.t[n + ".table"][r] for n, r in zip(names, self.rows(form))]).astype(F)

    def form(self, form):
        v = self._forms.get(form)
        if v is None:
            v = self.norm(self.maxout(self.product(self.input(form)[None], "form")), "form.norm")[0]
            self._forms[form] = v
        return v

    def attend(self, x, name, reach):
        """One pre-norm layer on one sequence x [T, 128]."""
        t = len(x)
        qkv = self.linear(self.norm(x, name + ".norm"), name + ".qkv")
        at = np.clip(np.arange(t)[None] - np.arange(t)[:, None], -reach, reach) + reach
        out = np.zeros((t, 128), F)
        for h in range(4):
            q, k, v = (qkv[:, o + 32 * h:o + 32 * h + 32] for o in (0, 128, 256))
            s = dot(q[:, None], k[None]) + self.t[name + ".position"][h][at]
            e = exp(s - s.max(1)[:, None])
            inv = F(1.0) / sum16(e)
            o = e[:, 0:1] * v[0]
            for j in range(1, t):
                o = o + e[:, j:j + 1] * v[j]
            out[:, 32 * h:32 * h + 32] = o * inv[:, None]
        x = x + self.linear(out, name + ".out")
        hidden = np.maximum(self.linear(self.norm(x, name + ".feed.norm"), name + ".feed.in"), F(0))
        return x + self.linear(hidden, name + ".feed.out")

    def encode(self, forms, quotes, part=0):
        """States e [T, 128] of one sentence."""
        x = np.stack([self.form(f) for f in forms])
        self._keep("form", x)
        x = x + self.t["quote.table"][np.array(quotes)] + self.t["part.table"][part]
        for i in range(self.model["convolutions"]):
            q = self.quant(x, f"conv.{i}")
            z = np.zeros((1, 128), F)
            q = np.concatenate([np.concatenate([z, q[:-1]]), q, np.concatenate([q[1:], z])], 1)
            x = self.norm(x + self.maxout(self.product(q, f"conv.{i}")), f"conv.{i}.norm")
            self._keep(f"conv.{i}", x)
        for i in range(self.model["attentions"]):
            x = self.attend(x, f"attention.{i}", self.model["reach"])
            self._keep(f"attention.{i}", x)
        e = self.norm(x, "state.norm")
        self._keep("state", e)
        return e

    def scores(self, e, head):
        return self.linear(e, head)

    def lemma(self, form, upos, scores):
        """The lemma known by heart for a form with the number of its part of speech, else by the best script that fits."""
        normal = features.normalise(form)
        row = self.lookup("lemma", features.lower(normal) + "\t" + self.model["tags"]["upos"][upos])
        if row:
            low, high = self.t["lemma.table"][row]
            out = lemmas.apply(self.model["lemma"]["scripts"][int(low) + 128 * int(high)], normal)
            if out:
                return out
        for k in np.argsort(-scores, kind="stable"):
            out = lemmas.apply(self.model["tags"]["lemma"][k], normal)
            if out:
                return out
        return form

    def parse(self, e):
        """Arc scores [T, T + 1] (column 0 is the root, the token's own column is not meaningful) and a label function."""
        d = np.maximum(self.linear(e, "parse.arc.dependent"), F(0))
        h = np.maximum(self.linear(e, "parse.arc.head"), F(0))
        u = self.linear(d, "parse.arc.bilinear")
        h = np.concatenate([self.t["parse.arc.root"][None], h])
        arcs = dot(u[:, None], h[None])
        if "parse.arc.distance.weight" in self.t:
            far, t, reach = self.linear(d, "parse.arc.distance"), len(e), self.model["parse"]["reach"]
            at = np.clip(np.arange(t)[None] - np.arange(t)[:, None], -reach, reach) + reach
            arcs[:, 1:] = arcs[:, 1:] + far[np.arange(t)[:, None], at]
        a = self.linear(e, "parse.label.dependent")
        b = np.concatenate([self.t["parse.label.root"][None], self.linear(e, "parse.label.head")])

        def labels(heads):
            return self.linear(np.maximum(a + b[np.array(heads)], F(0)), "parse.label.out")
        return arcs, labels

    def viterbi(self, emit, name):
        tr = self.t[name + ".transition"]
        v = self.t[name + ".start"] + emit[0]
        back = []
        for row in emit[1:]:
            s = v[:, None] + tr
            k = s.argmax(0)
            back.append(k)
            v = s[k, np.arange(len(k))] + row
        v = v + self.t[name + ".end"]
        tags = [int(v.argmax())]
        for k in reversed(back):
            tags.append(int(k[tags[-1]]))
        return tags[::-1]

    def names(self, e):
        return self.linear(np.maximum(self.linear(e, "names.hidden"), F(0)), "names.out")

    def factuality(self, e):
        return self.linear(np.maximum(self.linear(e, "factuality.hidden"), F(0)), "factuality.out")[:, 0]

    def roles(self, e, boundaries, depth):
        """Emissions [T, 7] of a window, and its states r, from which links are scored."""
        x = e + self.t["roles.boundary"][np.array(boundaries)] + self.t["roles.depth"][depth]
        for i in range(self.model["roles"]["attentions"]):
            x = self.attend(x, f"roles.attention.{i}", self.model["roles"]["reach"])
        r = self.norm(x, "roles.norm")
        return self.linear(r, "roles.out"), r

    def links(self, r):
        """[T, T + 1]: score of token t as part of the attribution whose cue begins at token j - 1; column 0 is 'no cue'."""
        f = self.linear(r, "roles.link.source")
        to = np.concatenate([self.t["roles.link.none"][None], self.linear(r, "roles.link.target")])
        return dot(f[:, None], to[None])
