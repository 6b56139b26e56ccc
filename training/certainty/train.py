"""Learns how surely a statement was read rightly, from verdicts of readers.

    python3 training/certainty/train.py judged.tsv src/Parallax.Language/Data/en/statements/certainty.txt

judged.tsv has one line a statement: the story (a number), the verdict (R right, H with a small defect, W wrong), and the traits of how the program
found it (`quality -- traits`). It holds no word of any report. Logistic regression with a quadratic penalty; R counts 1, H one half, W nothing.
Printed: with one story left out at a time, what is right among the surest statements of the others' weights.
"""
import collections
import sys

import numpy as np
import torch

PENALTY, LEAST = 4.0, 8
SHARE = {"R": 1.0, "H": 0.5, "W": 0.0}
HEADER = """# How surely a statement was read rightly: weights of the traits of how it was found (StatementTraits), learned by training/certainty/train.py
# from verdicts of readers on accounts of real stories. Made for Parallax, Apache-2.0.
"""


def read(path):
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]
    return [r[0] for r in rows], [r[1] for r in rows], [r[2].split(" ") for r in rows]


def fit(x, y):
    weights, bias = torch.zeros(x.shape[1], requires_grad=True), torch.zeros(1, requires_grad=True)
    x, y = torch.tensor(x), torch.tensor(y)
    optimizer = torch.optim.LBFGS([weights, bias], max_iter=300)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights + bias, y, reduction="sum") + PENALTY * (weights * weights).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().numpy(), bias.item()


def main(judged, target):
    torch.manual_seed(1)
    stories, verdicts, traits = read(judged)
    count = collections.Counter(t for row in traits for t in row)
    names = sorted(t for t in count if count[t] >= LEAST)
    place = {t: i for i, t in enumerate(names)}
    x = np.zeros((len(traits), len(names)), np.float32)
    for i, row in enumerate(traits):
        for trait in row:
            if trait in place:
                x[i, place[trait]] = 1
    y = np.array([SHARE[v] for v in verdicts], np.float32)
    story, verdict = np.array(stories), np.array(verdicts)
    score = np.zeros(len(y))
    for one in sorted(set(stories)):
        out = story == one
        weights, bias = fit(x[~out], y[~out])
        score[out] = x[out] @ weights + bias
    order = np.argsort(-score, kind="stable")
    for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0):
        top = order[: int(share * len(order))]
        right = " ".join(f"{v} {100 * (verdict[top] == v).mean():.1f}" for v in SHARE)
        print(f"surest {share:.0%}: {right} of {len(top)}, certainty from {1 / (1 + np.exp(-score[top[-1]])):.2f}")
    for least in (0.5, 0.55, 0.6, 0.65):
        kept = score >= np.log(least / (1 - least))
        shares = " ".join(f"{v} {100 * (verdict[kept] == v).mean():.1f}" for v in SHARE)
        print(f"certainty {least} and more: {shares} of {kept.sum()}; below: R {100 * (verdict[~kept] == 'R').mean():.1f} of {(~kept).sum()}")
    weights, bias = fit(x, y)
    with open(target, "w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER + f"bias {bias:.3f}\n")
        out.writelines(f"{t} {weights[place[t]]:.3f}\n" for t in names if abs(weights[place[t]]) >= 0.0005)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
