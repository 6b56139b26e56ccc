"""Label inventories and the list of frequent words, counted over the training parts."""
from collections import Counter
import features
import lemmas


def count(sentences):
    """Inventories of sentences that have the syntax layers, most frequent first (ties by code point)."""
    def top(counter, least):
        return [v for v, n in sorted(counter.items(), key=lambda p: (-p[1], p[0])) if n >= least]
    c = {n: Counter(v for s in sentences for v in getattr(s, n)) for n in ("upos", "xpos", "feats", "deprel")}
    scripts = Counter(lemmas.script(features.normalise(f), l) for s in sentences for f, l in zip(s.forms, s.lemma))
    return {"upos": top(c["upos"], 1), "xpos": top(c["xpos"], 1), "feats": top(c["feats"], 3),
            "deprel": top(c["deprel"], 1), "lemma": top(scripts, 3)}


def frequent_words(forms_counter, least=3, most=14000):
    words = Counter()
    for form, n in forms_counter.items():
        words[features.lower(features.normalise(form))] += n
    return [w for w, n in sorted(words.items(), key=lambda p: (-p[1], p[0])) if n >= least][:most]
