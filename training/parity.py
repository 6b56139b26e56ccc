"""Writes the parity file: sentences of our own invention with every intermediate of the exact network.

Floats are written as the decimal of their shortest round trip, so that they can be compared bit for bit."""
import json
import sys
import numpy as np
import exact
import features

SENTENCES = [
    "\u201c We will not sign it , \u201d said Mara Velden , the harbour minister of Ostrava , on Nov. 8 .".split(" "),
    "She was quoted as saying by Tidewater News that talks had failed .".split(" "),
    "3 ships did n't arrive .".split(" "),
]


def floats(a):
    return [float(str(np.float32(x))) for x in np.asarray(a, np.float32).ravel()]


def main(folder, out):
    net = exact.Network(folder)
    forms = [f for s in SENTENCES for f in s]
    quotes = features.quote_states(forms, [0])
    cases, states, at = [], [], 0
    for s in SENTENCES:
        q = quotes[at:at + len(s)]
        at += len(s)
        net.trace = {}
        e = net.encode(s, q)
        states.append(e)
        arcs, labels = net.parse(e)
        heads = [int(np.argmax([x if j != i + 1 else -np.inf for j, x in enumerate(row)])) for i, row in enumerate(arcs)]
        names = net.names(e)
        case = {"forms": s, "quotes": q, "part": 0, "rows": [net.rows(f) for f in s],
                "input0": [int(x) for x in net.input(s[0])],
                "trace": {k: floats(v[:2] if k != "state" else v) for k, v in net.trace.items()},
                "upos": floats(net.scores(e, "tags.upos")), "lemmaBest": [int(x) for x in net.scores(e, "tags.lemma").argmax(1)],
                "lemmas": [net.lemma(f, int(t), row) for f, t, row in zip(s, net.scores(e, "tags.upos").argmax(1), net.scores(e, "tags.lemma"))],
                "xposBest": [int(x) for x in net.scores(e, "tags.xpos").argmax(1)], "featsBest": [int(x) for x in net.scores(e, "tags.feats").argmax(1)],
                "arcs": floats(arcs), "greedyHeads": heads, "labels": floats(labels(heads)[:2]), "labelBest": [int(x) for x in labels(heads).argmax(1)],
                "names": floats(names), "namesTags": net.viterbi(names, "names"), "factuality": floats(net.factuality(e))}
        cases.append(case)
    net.trace = None
    boundaries = [2] + [0] * (len(SENTENCES[0]) - 1) + [1] + [0] * (len(SENTENCES[1]) - 1) + [1] + [0] * (len(SENTENCES[2]) - 1)
    e = np.concatenate(states)
    windows = []
    for depth, cut in ((0, slice(0, len(e))), (1, slice(3, 9))):
        b = boundaries[cut] if depth == 0 else [2] + [0] * 5
        emit, r = net.roles(e[cut], b, depth)
        windows.append({"from": cut.start, "to": cut.stop, "depth": depth, "boundaries": b, "roles": floats(emit),
                        "rolesTags": net.viterbi(emit, "roles"), "links": floats(net.links(r)[:3])})
    data = {"tolerance": 0, "version": net.model["version"], "sentences": cases, "windows": windows,
            "hash64": {w: str(features.hash64(w)) for w in ("the", "n't", "na\u00efve")},
            "exp": [[float(str(np.float32(x))), float(str(exact.exp(np.array([x], np.float32))[0]))] for x in (0.0, -0.3, -1.0, -5.5, -20.25, -86.0, -200.0)]}
    with open(out, "w", encoding="utf-8", newline="\n") as f:
        json.dump(data, f, ensure_ascii=True, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
