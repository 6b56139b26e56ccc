"""Checks of the training code against brute force: /usr/bin/python3 -m unittest training/checks.py"""
import itertools
import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import numpy as np
import torch
import exact
import features
import lemmas
import tokens
from crf import Crf, bio, spans
from heads.parse import CROSSING_WORTH, Parse, crossing, cycle, tree
from network import Drop, pack


def best_tree(scores, uncrossed=False):
    n = len(scores)
    best = None
    for heads in itertools.product(range(n + 1), repeat=n):
        if any(h == i + 1 for i, h in enumerate(heads)) or sum(h == 0 for h in heads) != 1 or cycle(list(heads)) or uncrossed and crossing(heads):
            continue
        total = sum(scores[i][h] for i, h in enumerate(heads))
        if best is None or total > best[0]:
            best = (total, list(heads))
    return best


class Trees(unittest.TestCase):
    def test_best_tree_is_found(self):
        rng = random.Random(3)
        for _ in range(150):
            n = rng.randint(1, 5)
            scores = [[rng.uniform(-3, 3) for _ in range(n + 1)] for _ in range(n)]
            found = tree(scores, [0] * n)
            best, uncrossed = best_tree(scores)[0], best_tree(scores, True)[0]
            self.assertAlmostEqual(uncrossed if best - uncrossed < CROSSING_WORTH else best, sum(scores[i][h] for i, h in enumerate(found)), 5)

    def test_a_certain_teacher_is_a_gold_tree(self):
        torch.manual_seed(2)
        parse = Parse({"deprel": ["root", "nsubj", "obj"]}, Drop(0.0, 1 << 12)).eval()
        e, lengths = torch.randn(5, 128), pack([3, 2])
        heads, labels = torch.tensor([2, 0, 2, 0, 1]), torch.tensor([1, 0, 2, 0, 2])
        first = lambda v: torch.nn.functional.pad(v[:, None], (0, 1))
        silver = first(heads), first(torch.ones(5)), first(labels), first(torch.ones(5))
        self.assertAlmostEqual(float(parse.loss(e, lengths, heads, labels)), float(parse.silver_loss(e, lengths, silver)), 4)
        only_two = tuple(v * torch.tensor([1, 0, 0, 1, 0])[:, None] for v in silver)
        self.assertNotAlmostEqual(float(parse.silver_loss(e, lengths, silver)), float(parse.silver_loss(e, lengths, only_two)), 3)


class Fields(unittest.TestCase):
    def test_loss_and_decoding_agree_with_enumeration(self):
        torch.manual_seed(1)
        tags, allowed = bio(["a"])
        crf = Crf(len(tags), allowed)
        for p in crf.parameters():
            torch.nn.init.normal_(p)
        emit = torch.randn(1, 4, len(tags))
        tr, start, end = (x.detach() for x in crf.scores())
        score = lambda y: float(start[y[0]] + end[y[-1]] + sum(emit[0, t, k] for t, k in enumerate(y)) + sum(tr[a, b] for a, b in zip(y, y[1:])))
        every = {y: score(y) for y in itertools.product(range(len(tags)), repeat=4)}
        allow = torch.ones(1, 4, len(tags), dtype=torch.bool)
        allow[0, 1] = torch.tensor([False, True, False])
        keep = torch.ones(1, 4, dtype=torch.bool)
        z = np.logaddexp.reduce(list(every.values()))
        part = np.logaddexp.reduce([v for y, v in every.items() if y[1] == 1])
        self.assertAlmostEqual(float(crf.loss(emit, allow, keep)), z - part, 3)
        self.assertEqual(list(max(every, key=every.get)), crf.decode(emit, keep)[0])

    def test_spans(self):
        self.assertEqual([(0, 2, "a"), (2, 3, "a"), (4, 5, "b")], spans(["B-a", "I-a", "B-a", "O", "B-b"]))


class Forms(unittest.TestCase):
    def test_hashes_are_fnv(self):
        self.assertEqual(0xCBF29CE484222325, features.hash64(""))
        self.assertEqual((0xCBF29CE484222325 ^ 97) * 0x100000001B3 % 2 ** 64, features.hash64("a"))

    def test_shape_and_case(self):
        self.assertEqual(("Xxxx", 2), (features.shape("Ostrava"), features.case("Ostrava")))
        self.assertEqual(("XXX", 3), (features.shape("OSCE"), features.case("OSCE")))
        self.assertEqual(("ddd,ddd", 5), (features.shape("40,000"[:0] + "400,000"), features.case("400,000")))
        self.assertEqual((4, 6, 0), (features.case("McVeld"), features.case("F16"), features.case("...")))

    def test_quote_states(self):
        self.assertEqual([2, 1, 3, 0, 2, 1, 0], features.quote_states(['"', "a", '"', "b", "\u201c", "c", "d"], [0, 6]))

    def test_lemma_scripts_lead_back(self):
        for form, lemma in (("Ships", "ship"), ("was", "be"), ("OSTRAVA", "Ostrava"), ("n't", "not"), ("Velden", "Velden"), ("geese", "goose")):
            self.assertEqual(lemma, lemmas.apply(lemmas.script(form, lemma), form))


class Arithmetic(unittest.TestCase):
    def test_exp_is_close(self):
        x = np.linspace(-80, 0, 2001).astype(np.float32)
        self.assertLess(float(np.abs(exact.exp(x) / np.exp(x.astype(np.float64)) - 1).max()), 3e-7)

    def test_sum16_order(self):
        x = np.arange(1, 41, dtype=np.float32)
        self.assertEqual(820.0, float(exact.sum16(x)))


class Tokens(unittest.TestCase):
    def test_conventions(self):
        text = "\u201cWe don\u2019t know,\u201d Mr. Velden said Nov. 8. U.S. ships cost $40bn. The 20-year-old agreed."
        cut = [[text[a:b] for a, b in s] for s in tokens.sentences(text, tokens.tokenize(text))]
        self.assertEqual([["\u201c", "We", "do", "n\u2019t", "know", ",", "\u201d", "Mr.", "Velden", "said", "Nov.", "8", "."],
                          ["U.S.", "ships", "cost", "$", "40", "bn", "."], ["The", "20", "-", "year", "-", "old", "agreed", "."]], cut)


if __name__ == "__main__":
    unittest.main()
