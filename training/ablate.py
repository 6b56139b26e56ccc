"""What each corpus of names brings: a fresh names head on the finished encoder, learned with all corpora and then without one after the other.

    /usr/bin/python3 training/ablate.py --data DATA --vectors VECTORS --run en --sentences 4000 --passes 4

The encoder stays as the run left it (it has seen all corpora), so the differences are those of the head alone; they say which corpus helps and which hurts, not by how
much in full training. Figures: span F1 over PERSON, ORG, PLACE on dev, with the convention `uner` for UNER and WikiGold and `gum` for GUM."""
import argparse
import json
import os
import random
import sys
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import torch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import data as D
import evaluate
import features
from heads.names import Names
from model import Model
from train import TrainData

MEASURED = [("uner-ewt", "uner"), ("gum-news", "gum"), ("gum-newslike", "gum"), ("wikigold", "uner")]


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--vectors", required=True)
    a.add_argument("--run", default="en")
    a.add_argument("--sentences", type=int, default=4000, help="most of one corpus")
    a.add_argument("--passes", type=int, default=4)
    o = a.parse_args()
    torch.set_num_threads(1)
    data = TrainData(o.data, o.vectors, HERE / "runs" / "vectors.npz", 1)
    data._tags, data._allowed = {}, {}
    model = Model(len(data.words), torch.from_numpy(data.vector_rows).float().mul(features.STEP).half(), data.inventory, 0.2)
    model.load_state_dict(torch.load(HERE / "runs" / o.run / "checkpoint.pt")["average"])
    model.eval()
    sources = {"uner-ewt": [s for c in ("ewt",) for s in data.syntax_train[c] if s.names is not None],
               "gum": [s for c in ("gum-news", "gum-newslike", "gum-other") for s in data.syntax_train[c] if s.names is not None], **data.names_train}
    states = {}
    for name, sentences in sources.items():
        kept = [s for s in sentences if len(s.forms) <= 100]
        kept = random.Random(1).sample(kept, min(o.sentences, len(kept)))
        states[name] = []
        for group in D.by_length(kept, lambda s: len(s.forms), 2000, random.Random(1)):
            with torch.no_grad():
                batch = data.batch(group)
                e = model.encoder(*batch).half()
            states[name].append((e, batch[5], torch.from_numpy(np.concatenate([data.allowed(s, model) for s in group])),
                                 torch.tensor([D.convention_of(s) for s in group for _ in s.forms])))
    for left_out in [None, *sources]:
        torch.manual_seed(1)
        head = model.names = Names(model.encoder.drop)
        head.train()
        optimiser = torch.optim.Adam(head.parameters(), lr=2e-3)
        batches = [b for name, v in states.items() if name != left_out for b in v]
        for k in range(o.passes):
            random.Random(k).shuffle(batches)
            for g in optimiser.param_groups:
                g["lr"] = 2e-3 * (1 - k / o.passes)
            for e, pack, allow, convention in batches:
                optimiser.zero_grad()
                head.loss(e.float(), pack, allow, convention).backward()
                optimiser.step()
        model.eval()
        predictor = evaluate.Float(model, data)
        figures, every = {}, data.names_dev
        for corpus, convention in MEASURED:
            data.names_dev = {corpus: every[corpus]}
            figures.update({k: round(v, 1) for k, v in evaluate.names(predictor, data, [convention]).items()})
        data.names_dev = every
        print(json.dumps({"without": left_out or "nothing", "sentences": sum(b[1][0] for b in batches), "figures": figures}), flush=True)


if __name__ == "__main__":
    main()
