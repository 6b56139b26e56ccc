#!/usr/bin/env python3
"""Trains the sentence splitter: logistic regression over the feature slots that the engine itself writes.

usage (from the root of the repository):
  dotnet run -c Release --project quality -- boundary-features DATA train train.txt
  dotnet run -c Release --project quality -- boundary-features DATA dev dev.txt
  python3 training/boundaries/train.py train.txt dev.txt src/Parallax.Language/Data/en/tokens/boundaries.weights

Learns from UD English EWT and GUM (train). Needs numpy. The same input gives the same file.
"""
import sys
import numpy as np

SLOTS = 1 << 15
SCALE = 256
SHIFT = 0.3


def read(path):
    labels, corpora, rows = [], [], []
    for line in open(path, encoding="utf-8"):
        parts = line.split()
        labels.append(int(parts[0]))
        corpora.append(int(parts[1]))
        rows.append([int(x) for x in parts[2:]])
    return np.array(labels, float), np.array(corpora), np.array(rows, np.int32)


def scores(weights, rows):
    return weights[rows].sum(axis=1)


def f1(weights, labels, rows):
    ends = scores(weights, rows) > 0
    correct = (ends & (labels > 0)).sum()
    return 2 * correct / max(1, ends.sum() + labels.sum())


def train(labels, corpora, rows, epochs, rate, decay, seed):
    """Adagrad, batches of 64, the average over the last half of the epochs. GUM counts twice: it is edited text, as news is."""
    random = np.random.default_rng(seed)
    weights, squares = np.zeros(SLOTS), np.full(SLOTS, 1e-6)
    mean, taken = np.zeros(SLOTS), 0
    importance = np.where(corpora == 0, 1.0, 2.0)
    for epoch in range(epochs):
        order = random.permutation(len(labels))
        for start in range(0, len(order), 64):
            batch = order[start:start + 64]
            slots = rows[batch]
            p = 1 / (1 + np.exp(-np.clip(scores(weights, slots), -30, 30)))
            error = (p - labels[batch]) * importance[batch]
            flat = slots.ravel()
            gradient = np.bincount(flat, np.repeat(error, slots.shape[1]), SLOTS)
            used = np.unique(flat)
            g = gradient[used] + decay * weights[used]
            squares[used] += g * g
            weights[used] -= rate * g / np.sqrt(squares[used])
        if epoch >= epochs // 2:
            mean += weights
            taken += 1
    return mean / taken


def main():
    train_path, dev_path, out = sys.argv[1:4]
    labels, corpora, rows = read(train_path)
    dev_labels, dev_corpora, dev_rows = read(dev_path)
    best = None
    for decay in (1e-3, 1e-2, 3e-2, 5e-2, 1e-1):
        # Ends are missed more often than invented; a shift of 0.3, chosen on dev, evens that out. Every place has the same number of features.
        weights = train(labels, corpora, rows, 16, 0.1, decay, 7) + SHIFT / rows.shape[1]
        parts = [f1(weights, dev_labels[dev_corpora == c], dev_rows[dev_corpora == c]) for c in range(4)]
        value = f1(weights, dev_labels, dev_rows)
        print(f"decay {decay}: train {f1(weights, labels, rows):.4f} dev {value:.4f} by corpus {' '.join(f'{p:.4f}' for p in parts)}")
        if best is None or value > best[0]:
            best = (value, weights)
    whole = np.clip(np.round(best[1] * SCALE), -32768, 32767).astype("<i2")
    with open(out, "wb") as file:
        file.write(b"# Weights of the sentence splitter, trained by training/boundaries on UD English EWT (CC BY-SA 4.0) and GUM (CC BY 4.0); "
                   b"licence of this file: CC BY-SA 4.0.\n")
        file.write(whole.tobytes())


main()
