"""Weight files as teachers: the matrices of an exported file back in the trainable network, and the mean of several such networks."""
import json
import numpy as np
import torch
import exact
import features
from model import Model


def load(folder, data, attentions):
    """The network of an exported weight file with its tags and parse; heads it does not need stay untrained."""
    t = exact.read_safetensors(f"{folder}/model.safetensors")
    model = Model(len(data.words), torch.from_numpy(data.vector_rows).float().mul(features.STEP).half(), data.inventory, 0.0, attentions)
    state = {}

    def linear(name, target, gain=None):
        step = t[name + ".scale"] * t[name + ".quant"][0]
        w, b = t[name + ".weight"].astype(np.float32) * step[:, None], t[name + ".bias"]
        if gain is not None:
            w, b = w / gain[:, None], b / gain
        state[target + ".weight"], state[target + ".bias"] = w, b

    def norm(name, target):
        state[target + ".weight"], state[target + ".bias"] = t[name + ".gain"], t[name + ".bias"]

    hashes = {int(h): i + 1 for i, h in enumerate(t["word.hash"])}
    rows = [0] + [hashes.get(int(np.uint64(features.hash64(w))), 0) for w in data.words]
    state["encoder.word.weight"] = t["word.table"][rows] * np.float32(features.STEP)
    for name, _, _ in features.TABLES:
        state[f"encoder.tables.{name}.weight"] = t[name + ".table"] * np.float32(features.STEP)
    linear("form", "encoder.form")
    norm("form.norm", "encoder.form_norm")
    state["encoder.quote.weight"], state["encoder.part.weight"] = t["quote.table"], t["part.table"]
    for i in range(len(model.encoder.conv)):
        linear(f"conv.{i}", f"encoder.conv.{i}")
        norm(f"conv.{i}.norm", f"encoder.conv_norm.{i}")
    for i in range(attentions):
        a, b = f"attention.{i}", f"encoder.attention.{i}"
        norm(a + ".norm", b + ".norm")
        linear(a + ".qkv", b + ".qkv", np.concatenate([np.full(128, 32 ** -0.5), np.ones(256)]).astype(np.float32))
        state[b + ".position"] = t[a + ".position"]
        linear(a + ".out", b + ".out")
        norm(a + ".feed.norm", b + ".feed.norm")
        linear(a + ".feed.in", b + ".feed.in")
        linear(a + ".feed.out", b + ".feed.out")
    norm("state.norm", "encoder.state_norm")
    for n in ("upos", "xpos", "feats", "lemma"):
        linear(f"tags.{n}", f"tags.{n}")
    for n in ("dependent", "head", "bilinear", "distance"):
        linear(f"parse.arc.{n}", f"parse.arc.{n}")
    state["parse.arc_root"], state["parse.label_root"] = t["parse.arc.root"], t["parse.label.root"]
    for n in ("dependent", "head", "out"):
        linear(f"parse.label.{n}", f"parse.label.{n}")
    missing = model.load_state_dict({k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()}, strict=False)
    assert not missing.unexpected_keys, missing
    return model.eval()


def attentions_of(folder):
    with open(f"{folder}/model.json", encoding="utf-8") as f:
        return json.load(f)["attentions"]


HEADS, LABELS = 4, 3


@torch.no_grad()
def teach(teachers, data, sentences, say):
    """Gives each sentence its silver parse, the mean of the teachers: the likeliest heads and the labels under the first, with their probabilities."""
    order = sorted((s for s in sentences if 2 <= len(s.forms) <= 120), key=lambda s: len(s.forms))
    done, a = 0, 0
    while a < len(order):
        group = order[a:a + max(8, 3000 // len(order[a].forms))]
        a += len(group)
        batch = data.batch(group)
        states = [t.encoder(*batch) for t in teachers]
        b, t, rows, _ = batch[5]
        arcs = sum(torch.softmax(m.parse.arcs(e, batch[5]), -1) for m, e in zip(teachers, states)).view(b * t, t + 1).index_select(0, rows) / len(teachers)
        weight, head = arcs.topk(min(HEADS, t + 1), 1)
        label = sum(torch.softmax(m.parse.labels(e, batch[5], head[:, 0]), -1) for m, e in zip(teachers, states)) / len(teachers)
        label_weight, label = label.topk(LABELS, 1)
        pad = HEADS - head.shape[1]
        columns = (np.pad(head.numpy(), ((0, 0), (0, pad))).astype(np.int16), np.pad(weight.numpy(), ((0, 0), (0, pad))).astype(np.float16),
                   label.numpy().astype(np.int16), label_weight.numpy().astype(np.float16))
        at = 0
        for s in group:
            n = len(s.forms)
            s.silver = tuple(c[at:at + n] for c in columns)
            at += n
        done += at
    say(event="silver", sentences=len(order), tokens=done)


def silver_of(sentences):
    """The silver of a batch as `Parse.silver_loss` takes it, or None where no sentence has any."""
    if all(s.silver is None for s in sentences):
        return None
    empty = lambda n: (np.zeros((n, HEADS), np.int16), np.zeros((n, HEADS), np.float16), np.zeros((n, LABELS), np.int16), np.zeros((n, LABELS), np.float16))
    parts = [s.silver or empty(len(s.forms)) for s in sentences]
    heads, head_weights, labels, label_weights = (np.concatenate([p[i] for p in parts]) for i in range(4))
    return torch.from_numpy(heads.astype(np.int64)), torch.from_numpy(head_weights.astype(np.float32)), torch.from_numpy(labels.astype(np.int64)), torch.from_numpy(label_weights.astype(np.float32))
