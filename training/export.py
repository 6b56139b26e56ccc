"""Writes a trained model as models/en/model.safetensors and model.json: int8 matrices, float scales."""
import json
import math
import os
import numpy as np
import exact
import features
from heads.names import CONVENTIONS
from network import Linear

LIMIT = 63  # 7-bit weights, so that an unsigned-by-signed pair sum of two products cannot saturate 16 bits


def quantise(weight, bias, seen, gain=None):
    w, b = weight.astype(np.float64), bias.astype(np.float64)
    if gain is not None:
        w, b = w * gain[:, None], b * gain
    step = np.maximum(np.abs(w).max(1), 1e-8) / LIMIT
    q = np.clip(np.rint(w / step[:, None]), -LIMIT, LIMIT).astype(np.int8)
    return q, b.astype(np.float32), step, seen / 127


def put(tensors, name, weight, bias, seen, gain=None):
    q, b, step, unit = quantise(weight, bias, seen, gain)
    tensors[name + ".weight"] = q
    tensors[name + ".bias"] = b
    tensors[name + ".scale"] = (step * unit).astype(np.float32)
    tensors[name + ".quant"] = np.array([1 / unit], np.float32)


def lemma_tensors(learned):
    """Tensors of the lemmas known by heart, and the list of their scripts."""
    scripts = sorted(set(learned.values()))
    number = {s: i for i, s in enumerate(scripts)}
    rows = sorted((features.hash64(form + "\t" + tag), number[s]) for (form, tag), s in learned.items())
    assert len({h for h, _ in rows}) == len(rows)
    table = np.array([[0, 0]] + [[n % 128, n // 128] for _, n in rows], np.int8)
    return {"lemma.hash": np.array([h for h, _ in rows], np.uint64), "lemma.table": table}, scripts


def tensors_of(model, words, vectors_words, vectors, convention):
    """words, vectors_words: lists, row i + 1 of their tables; vectors int8 [V + 1, 100]."""
    t = {}
    state = {k: v.detach().float().numpy() for k, v in model.state_dict().items()}
    table = lambda a: np.clip(np.rint(a / features.STEP), -127, 127).astype(np.int8)

    def hashed(name, names, rows):
        h = np.array([features.hash64(w) for w in names], np.uint64)
        order = np.argsort(h, kind="stable")
        assert len(set(h.tolist())) == len(names)
        t[name + ".hash"] = h[order]
        t[name + ".table"] = np.concatenate([rows[:1], rows[1:][order]])
    hashed("word", words, table(state["encoder.word.weight"]))
    hashed("vector", vectors_words, vectors)
    for name, _, _ in features.TABLES:
        t[name + ".table"] = table(state[f"encoder.tables.{name}.weight"])

    modules = dict(model.named_modules())
    seen = {n: float(m.seen) for n, m in modules.items() if isinstance(m, Linear)}
    state_seen = max(v for n, v in seen.items() if n in STATE_INPUT)

    def linear(name, source, gain=None, bias=None, fixed=None):
        s = fixed if fixed is not None else state_seen if source in STATE_INPUT else seen[source]
        put(t, name, state[source + ".weight"], state[source + ".bias"] if bias is None else bias, max(s, 1e-3), gain)

    def norm(name, source):
        t[name + ".gain"], t[name + ".bias"] = state[source + ".weight"], state[source + ".bias"]

    def attention(name, source):
        norm(name + ".norm", source + ".norm")
        linear(name + ".qkv", source + ".qkv", np.concatenate([np.full(128, 32 ** -0.5), np.ones(256)]))
        t[name + ".position"] = state[source + ".position"]
        linear(name + ".out", source + ".out")
        norm(name + ".feed.norm", source + ".feed.norm")
        linear(name + ".feed.in", source + ".feed.in")
        linear(name + ".feed.out", source + ".feed.out")

    linear("form", "encoder.form", fixed=127 * features.STEP)
    norm("form.norm", "encoder.form_norm")
    t["quote.table"], t["part.table"] = state["encoder.quote.weight"], state["encoder.part.weight"]
    for i in range(len(model.encoder.conv)):
        linear(f"conv.{i}", f"encoder.conv.{i}")
        norm(f"conv.{i}.norm", f"encoder.conv_norm.{i}")
    for i in range(len(model.encoder.attention)):
        attention(f"attention.{i}", f"encoder.attention.{i}")
    norm("state.norm", "encoder.state_norm")
    for n in ("upos", "xpos", "feats", "lemma"):
        linear(f"tags.{n}", f"tags.{n}")
    for n in ("dependent", "head", "bilinear"):
        linear(f"parse.arc.{n}", f"parse.arc.{n}")
    linear("parse.arc.distance", "parse.arc.distance", fixed=seen["parse.arc.bilinear"])  # both read d: one quantisation
    t["parse.arc.root"] = state["parse.arc_root"]
    for n in ("dependent", "head", "out"):
        linear(f"parse.label.{n}", f"parse.label.{n}")
    t["parse.label.root"] = state["parse.label_root"]
    extra = np.mean([state["names.convention.weight"][CONVENTIONS.index(c)] for c in convention.split("+")], 0)
    linear("names.hidden", "names.hidden", bias=state["names.hidden.bias"] + extra)
    linear("names.out", "names.out")

    def crf(name, module):
        tr, start, end = (x.detach().numpy().astype(np.float32) for x in module.scores())
        t[name + ".transition"], t[name + ".start"], t[name + ".end"] = tr, start, end
    crf("names", model.names.crf)
    t["roles.boundary"] = state["roles.boundary.weight"]
    t["roles.depth"] = state["roles.depth.weight"] + state["roles.convention.weight"][:2]  # PolNeAR outside, GUM inside
    for i in range(len(model.roles.attention)):
        attention(f"roles.attention.{i}", f"roles.attention.{i}")
    norm("roles.norm", "roles.norm")
    linear("roles.out", "roles.out")
    crf("roles", model.roles.crf)
    linear("roles.link.source", "roles.link.source")
    linear("roles.link.target", "roles.link.target")
    t["roles.link.none"] = state["roles.link_none"]
    linear("factuality.hidden", "factuality.hidden")
    linear("factuality.out", "factuality.out")
    return t


STATE_INPUT = {"tags.upos", "tags.xpos", "tags.feats", "tags.lemma", "parse.arc.dependent", "parse.arc.head",
               "parse.label.dependent", "parse.label.head", "names.hidden", "factuality.hidden"}


def description(model, inventory, version, note, convention):
    return {
        "format": "parallax-network/1", "language": "en", "version": version, "note": note,
        "width": 128, "convolutions": len(model.encoder.conv), "attentions": len(model.encoder.attention),
        "heads": 4, "reach": model.encoder.reach, "longestSentence": 256,
        "inputs": ["word", "vector"] + [n for n, _, _ in features.TABLES],
        "tags": {n: inventory[n] for n in ("upos", "xpos", "feats", "lemma")},
        "parse": {"labels": inventory["deprel"], "arc": model.parse.ARC, "label": model.parse.LABEL, "reach": model.parse.REACH},
        "names": {"tags": model.names.tags, "convention": convention},
        "roles": {"tags": model.roles.tags, "attentions": len(model.roles.attention), "reach": model.roles.reach,
                  "link": model.roles.LINK, "window": 96, "windowBreak": 48},
        "factuality": {"least": -3, "most": 3},
    }


def write(folder, tensors, desc):
    os.makedirs(folder, exist_ok=True)
    clean = {k: np.ascontiguousarray(v if v.dtype in (np.int8, np.uint64) else v.astype(np.float32)) for k, v in tensors.items()}
    exact.write_safetensors(os.path.join(folder, "model.safetensors"), clean, {"format": desc["format"], "version": desc["version"]})
    with open(os.path.join(folder, "model.json"), "w", encoding="utf-8", newline="\n") as f:
        json.dump(desc, f, ensure_ascii=False, indent=1)
        f.write("\n")
