"""Lemmas as edit scripts: how a normalised form becomes its lemma.

A script is "CASE|DROP|APPEND": bring the form into the case (K keep, L lower, T first character upper and the rest
lower, U upper), take DROP characters (UTF-16 units) off its end, append APPEND.
"""
import features


def cased(form, case):
    if case == "L":
        return features.lower(form)
    if case == "T":
        return form[:1].upper() + features.lower(form[1:]) if len(form[:1].upper()) == 1 else form
    if case == "U":
        return "".join(u if len(u) == 1 else c for c in form for u in (c.upper(),))
    return form


def script(form, lemma):
    best = None
    for case in "LKTU":
        base = cased(form, case)
        p = 0
        while p < min(len(base), len(lemma)) and base[p] == lemma[p]:
            p += 1
        s = (len(base) - p + len(lemma) - p, "LKTU".index(case), f"{case}|{len(base) - p}|{lemma[p:]}")
        if best is None or s < best:
            best = s
    return best[2]


def learned(sentences, share=0.8):
    """Scripts to know by heart: (lower-case form, UPOS) -> script, where one script is right for at least this share of
    what the sentences have. Proper nouns are left to the network: their case depends on the place."""
    seen = {}
    for s in sentences:
        for form, tag, lemma in zip(s.forms, s.upos, s.lemma):
            if tag != "PROPN":
                normal = features.normalise(form)
                pairs = seen.setdefault((features.lower(normal), tag), {})
                pairs[normal, lemma] = pairs.get((normal, lemma), 0) + 1
    out = {}
    for key, pairs in seen.items():
        best = None
        for candidate in sorted({script(f, l) for f, l in pairs} | {s for f, l in pairs for s in ("T|0|", "K|0|") if apply(s, f) == l}):
            right = sum(n for (f, l), n in pairs.items() if apply(candidate, f) == l)
            if best is None or (right, candidate == "L|0|") > (best[0], best[1] == "L|0|"):
                best = (right, candidate)
        if best[0] >= share * sum(pairs.values()):
            out[key] = best[1]
    return out


def apply(script, form):
    """The lemma, or None where the form is shorter than what is to be dropped."""
    case, drop, append = script.split("|", 2)
    base = cased(form, case)
    if len(base) < int(drop):
        return None
    return base[:len(base) - int(drop)] + append
