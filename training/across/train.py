"""Small functions from features to scores: ridge regression, or a network with one hidden layer. NumPy and torch; one thread; seeded.

usage: train.py FEATURES.tsv OUT.txt --names NAME,… [--labels A,B,… | --binary NAME] [--hidden N] [--decay X] [--epochs N] [--source TEXT] [--dev DEV.tsv]

Without --labels or --binary the value in front of each line is learned by ridge regression (--decay is its strength). With labels, the name in front is learned with
cross entropy; --hidden 0 is a logistic regression. The file written is read by SmallNetwork.cs.
"""
import argparse
import numpy as np
import torch


def load(path):
    gold, rows = [], []
    for line in open(path, encoding="utf-8"):
        g, r = line.rstrip("\n").split("\t")
        gold.append(g)
        rows.append([float(v) for v in r.split(" ")])
    return gold, np.array(rows)


def ridge(x, y, decay):
    a = np.c_[np.ones(len(x)), x]
    r = decay * np.eye(a.shape[1])
    r[0, 0] = 0
    return [np.linalg.solve(a.T @ a + r, a.T @ y)[None]]


def network(x, y, classes, hidden, decay, epochs, seed, weights=None):
    torch.manual_seed(seed)
    sizes = [x.shape[1]] + ([hidden] if hidden else []) + [classes]
    linears = [torch.nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])]
    net = torch.nn.Sequential(*[m for i, l in enumerate(linears) for m in ([torch.nn.ReLU()] if i else []) + [l]])
    optimizer = torch.optim.AdamW(net.parameters(), lr=0.01, weight_decay=decay)
    loss_of = torch.nn.CrossEntropyLoss(weight=None if weights is None else torch.tensor(weights, dtype=torch.float32))
    xs, ys = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = 0.01 * (1 - epoch / epochs)
        for part in torch.randperm(len(xs)).split(128):
            loss = loss_of(net(xs[part]), ys[part])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return [np.c_[l.bias.detach().numpy(), l.weight.detach().numpy()] for l in linears]


def binary(x, y, hidden, decay, epochs, seed):
    """One score: above zero for yes. The difference of the two scores of a network of two classes."""
    layers = network(x, y, 2, hidden, decay, epochs, seed)
    layers[-1] = layers[-1][1:] - layers[-1][:1]
    return layers


def apply(layers, x):
    for i, layer in enumerate(layers):
        x = x @ layer[:, 1:].T + layer[:, 0]
        x = np.maximum(x, 0) if i + 1 < len(layers) else x
    return x


def write(path, names, labels, mean, scale, layers, source):
    number = lambda v: f"{v:.6g}"
    with open(path, "w", encoding="utf-8") as f:
        for line in source.split("\\n"):
            f.write(f"# {line}\n")
        f.write("labels " + " ".join(labels) + "\nfeatures " + " ".join(names) + "\n")
        f.write("mean " + " ".join(map(number, mean)) + "\nscale " + " ".join(map(number, scale)) + "\n")
        for layer in layers:
            f.write(f"layer {layer.shape[1] - 1} {layer.shape[0]}\n")
            for row in layer:
                f.write(" ".join(map(number, row)) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("--names", required=True)
    parser.add_argument("--labels")
    parser.add_argument("--binary", help="name of the only score; in front of each line stands 1 or 0")
    parser.add_argument("--hidden", type=int, default=0)
    parser.add_argument("--decay", type=float, default=0.1)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--source", default="")
    parser.add_argument("--dev")
    o = parser.parse_args()
    torch.set_num_threads(1)
    gold, x = load(o.features)
    mean, scale = x.mean(0), 1 / (x.std(0) + 1e-6)
    if o.binary:
        labels = [o.binary]
        layers = binary((x - mean) * scale, np.array([int(g) for g in gold]), o.hidden, o.decay, o.epochs, o.seed)
    elif o.labels:
        labels = o.labels.split(",")
        y = np.array([labels.index(g) for g in gold])
        layers = network((x - mean) * scale, y, len(labels), o.hidden, o.decay, o.epochs, o.seed)
    else:
        labels = ["value"]
        layers = ridge((x - mean) * scale, np.array([float(g) for g in gold]), o.decay)
    write(o.out, o.names.split(","), labels, mean, scale, layers, o.source)
    if o.dev:
        dev_gold, dev = load(o.dev)
        scores = apply(layers, (dev - mean) * scale)
        if o.binary:
            print("dev accuracy", ((scores[:, 0] > 0) == np.array([g == "1" for g in dev_gold])).mean())
        elif o.labels:
            found = scores.argmax(1)
            want = np.array([labels.index(g) for g in dev_gold])
            print("dev accuracy", (found == want).mean())
            for i, label in enumerate(labels):
                tp = ((found == i) & (want == i)).sum()
                print(label, "F1", 2 * tp / max(1, (found == i).sum() + (want == i).sum()), "of", (want == i).sum())
        else:
            print("dev Pearson", np.corrcoef(scores[:, 0], [float(g) for g in dev_gold])[0, 1])


main()
