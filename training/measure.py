"""Dev figures of a weight file, computed exactly as it is shipped (int8, docs/network.md), written as JSON.

    nice /usr/bin/python3 training/measure.py --data DATA --vectors VECTORS --model models/en --out training/runs/NAME/exact.json
"""
import argparse
import json
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parent))
import numpy as np
import torch
import data as D
import evaluate
import exact


def fast(network):
    """Products through oneDNN: the sums are integers below 2^24, so every order of summation gives the same bits."""
    weights = {}

    def product(q, name):
        w = weights.get(name)
        if w is None:
            w = weights[name] = torch.from_numpy(network.t[name + ".weight"].astype(np.float32)).to_mkldnn()
        acc = torch.ops.aten.mkldnn_linear(torch.from_numpy(np.ascontiguousarray(q)).to_mkldnn(), w).to_dense().numpy()
        return acc * network.t[name + ".scale"] + network.t[name + ".bias"]
    network.product = product
    return network


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--vectors", required=True)
    a.add_argument("--model", default="models/en")
    a.add_argument("--out", required=True)
    a.add_argument("--only", default="syntax,names,roles,gum-roles,factuality")
    o = a.parse_args()
    torch.set_num_threads(1)
    data = D.Data(o.data, o.vectors, Path(__file__).resolve().parent / "runs" / "vectors.npz")
    network = fast(exact.Network(o.model))
    predictor = evaluate.Exact(network)
    m = network.model
    inventory = {**{k: m["tags"][k] for k in ("upos", "xpos", "feats", "lemma")}, "deprel": m["parse"]["labels"]}
    steps = {"syntax": lambda: evaluate.syntax(predictor, data, inventory), "names": lambda: evaluate.names(predictor, data),
             "roles": lambda: evaluate.roles(predictor, data), "gum-roles": lambda: evaluate.roles(predictor, data, "gum"),
             "factuality": lambda: evaluate.factuality(predictor, data)}
    out = {}
    for name in o.only.split(","):
        began = time.time()
        out.update(steps[name]())
        print(name, round(time.time() - began), "s", flush=True)
    out = {k: round(float(v), 3) for k, v in out.items()}
    Path(o.out).write_text(json.dumps({"version": m["version"], "figures": out}, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(out, indent=1))


if __name__ == "__main__":
    main()
