"""Dev figures of a model, in float (PyTorch) or exactly as shipped (NumPy, int8)."""
import numpy as np
import torch
import data as D
from crf import spans
from heads.names import CONVENTIONS, MAP
from heads.parse import tree

COARSE = {"PERSON", "ORG", "PLACE"}


def f1(right, predicted, gold):
    return 200.0 * right / max(1, predicted + gold)


class Float:
    """Predictions of the PyTorch model."""
    def __init__(self, model, data):
        self.model, self.data = model.eval(), data

    @torch.no_grad()
    def sentences(self, sentences, want, convention=None):
        """For each sentence a dict with the wanted of: tags, parse, names, factuality."""
        out = [None] * len(sentences)
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i].forms))
        for a in range(0, len(order), 64):
            group = order[a:a + 64]
            batch = self.data.batch([sentences[i] for i in group])
            e = self.model.encoder(*batch)
            lengths = batch[4]
            res = [{} for _ in group]
            at = np.concatenate([[0], np.cumsum(lengths)])
            if "tags" in want:
                u, x, f = (getattr(self.model.tags, n)(e).argmax(1).numpy() for n in ("upos", "xpos", "feats"))
                lem = torch.topk(self.model.tags.lemma(e), 5, 1)[1].numpy()
                for k, i in enumerate(group):
                    sl = slice(at[k], at[k + 1])
                    res[k].update(upos=u[sl], xpos=x[sl], feats=f[sl], lemma=[
                        self.model.tags.lemma_of(r, w, self.data.inventory["upos"][t], self.data.lemmas) for r, w, t in zip(lem[sl], sentences[i].forms, u[sl])])
            if "parse" in want:
                arcs = self.model.parse.arcs(e, batch[5]).numpy()
                heads = []
                for k, n in enumerate(lengths):
                    res[k]["heads"] = tree(arcs[k, :n, :n + 1].tolist(), sentences[group[k]].quotes)
                    heads += res[k]["heads"]
                labels = self.model.parse.labels(e, batch[5], torch.tensor(heads)).argmax(1).numpy()
                for k in range(len(group)):
                    res[k]["labels"] = labels[at[k]:at[k + 1]]
            if "names" in want:
                c = torch.full((len(e),), CONVENTIONS.index(convention))
                for k, tags in enumerate(self.model.names.decode(e, batch[5], c)):
                    res[k]["names"] = tags
            if "factuality" in want:
                v = self.model.factuality.values(e).numpy()
                for k in range(len(group)):
                    res[k]["factuality"] = v[at[k]:at[k + 1]]
            for k, i in enumerate(group):
                out[i] = res[k]
        return out

    @torch.no_grad()
    def windows(self, windows):
        out = []
        for a in range(0, len(windows), 24):
            base, r = D.window_batch(self.data, windows[a:a + 24], self.model.roles)
            e = self.model.encoder(*base)[r["at"]]
            s = self.model.roles.states(e, r["pack"], r["boundary"], r["depth"], r["convention"])
            tags = self.model.roles.crf.decode(self.model.roles.padded(s, r["pack"]), r["pack"][3])
            links = self.model.roles.links(s, r["pack"]).numpy()
            for k, t in enumerate(tags):
                out.append(([self.model.roles.tags[x] for x in t], links[k, :len(t), :len(t) + 1]))
        return out


class Exact:
    """Predictions of the weight file, by the reference of docs/network.md."""
    def __init__(self, network):
        self.net = network
        m = network.model
        self.role_tags, self.name_tags = m["roles"]["tags"], m["names"]["tags"]

    def sentences(self, sentences, want, convention=None):
        out = []
        for s in sentences:
            e = self.net.encode(s.forms, s.quotes, s.part)
            r = {}
            if "tags" in want:
                for n in ("upos", "xpos", "feats"):
                    r[n] = self.net.scores(e, f"tags.{n}").argmax(1)
                scores = self.net.scores(e, "tags.lemma")
                r["lemma"] = [self.net.lemma(f, t, row) for f, t, row in zip(s.forms, r["upos"], scores)]
            if "parse" in want:
                arcs, labels = self.net.parse(e)
                r["heads"] = tree(arcs.tolist(), s.quotes)
                r["labels"] = labels(r["heads"]).argmax(1)
            if "names" in want:
                r["names"] = [self.name_tags[k] for k in self.net.viterbi(self.net.names(e), "names")]
            if "factuality" in want:
                r["factuality"] = self.net.factuality(e)
            out.append(r)
        return out

    def windows(self, windows):
        out, cache = [], {}
        for w in windows:
            e = np.concatenate([self.net.encode(s.forms, s.quotes, s.part) for s in w.sentences])[w.at]
            emit, r = self.net.roles(e, w.boundary, w.depth)
            out.append(([self.role_tags[k] for k in self.net.viterbi(emit, "roles")], self.net.links(r)))
        return out


def syntax(predictor, data, inventory):
    out = {}
    groups = {"ewt": ["ewt"], "gum-news+newslike": ["gum-news", "gum-newslike"], "gum-other": ["gum-other"]}
    for name, parts in groups.items():
        gold = [s for p in parts for s in data.syntax_dev[p]]
        c = dict.fromkeys(("n", "upos", "xpos", "feats", "lemma", "uas", "las"), 0)
        for s, p in zip(gold, predictor.sentences(gold, ("tags", "parse"))):
            base = lambda l: l.split(":")[0]
            for i in range(len(s.forms)):
                c["n"] += 1
                c["upos"] += inventory["upos"][p["upos"][i]] == s.upos[i]
                c["xpos"] += inventory["xpos"][p["xpos"][i]] == s.xpos[i]
                c["feats"] += inventory["feats"][p["feats"][i]] == s.feats[i]
                c["lemma"] += p["lemma"][i] == s.lemma[i]
                right = p["heads"][i] == s.head[i]
                c["uas"] += right
                c["las"] += right and base(inventory["deprel"][p["labels"][i]]) == base(s.deprel[i])
        for k in c:
            if k != "n":
                out[f"{name} {k}"] = 100.0 * c[k] / c["n"]
    return out


def names(predictor, data, conventions=None):
    """Span F1 over PERSON, ORG and PLACE of each dev set; with conventions, each tried on each."""
    out = {}
    for corpus, gold in data.names_dev.items():
        for convention in conventions or [None]:
            right = predicted = wanted = 0
            for s, p in zip(gold, predictor.sentences(gold, ("names",), convention)):
                keep = lambda tags: {(a, b, MAP.get(l, l)) for a, b, l in spans(tags) if MAP.get(l, l) in COARSE}
                g, q = keep(s.names), keep(p["names"])
                right += len(g & q)
                predicted += len(q)
                wanted += len(g)
            out[f"names {corpus}" + (f" as {convention}" if convention else "")] = f1(right, predicted, wanted)
    return out


def roles(predictor, data, corpus="polnear"):
    """Exact span F1 per role, links given right spans, and inner statements of GUM."""
    out = {}
    windows = [w for d in data.roles_dev[corpus] for w in D.make_windows(d)]
    for depth in (0, 1):
        chosen = [w for w in windows if w.depth == depth]
        if not chosen:
            continue
        count = {r: [0, 0, 0] for r in ("source", "cue", "content")}
        linked = [0, 0]
        for w, (tags, links) in zip(chosen, predictor.windows(chosen)):
            g, p = set(spans(w.tags)), set(spans(tags))
            for r in count:
                a, b = {x for x in g if x[2] == r}, {x for x in p if x[2] == r}
                count[r][0] += len(a & b)
                count[r][1] += len(b)
                count[r][2] += len(a)
            cues = [s for s, _, l in g if l == "cue"]
            for i, want in enumerate(w.link):
                if want >= 0 and cues:
                    rows = [0] + [c + 1 for c in cues]
                    linked[0] += rows[int(np.argmax([links[i][c] for c in rows]))] == want
                    linked[1] += 1
        tag = corpus + (" inner" if depth else "")
        for r, c in count.items():
            out[f"roles {tag} {r}"] = f1(*c)
        out[f"roles {tag} link accuracy on gold spans"] = 100.0 * linked[0] / max(1, linked[1])
    return out


def factuality(predictor, data):
    gold, got = [], []
    for s, p in zip(data.judged_dev, predictor.sentences(data.judged_dev, ("factuality",))):
        for i, v in s.factuality:
            gold.append(v)
            got.append(min(3.0, max(-3.0, float(p["factuality"][i]))))
    return {"factuality MAE": float(np.abs(np.array(gold) - got).mean()), "factuality Pearson": float(np.corrcoef(gold, got)[0, 1])}


def everything(predictor, data, inventory, convention):
    out = syntax(predictor, data, inventory)
    out.update(names(predictor, data, [convention] if isinstance(predictor, Float) else None))
    out.update(roles(predictor, data))
    out.update(roles(predictor, data, "gum"))
    out.update(factuality(predictor, data))
    return out
