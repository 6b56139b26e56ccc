"""Attribution: documents as sentences of tokens, with outermost attributions and those inside contents."""
import json
import features
import tokens
from corpora import Sentence, open_text
from heads.roles import LABELS

CONVENTIONS = ["polnear", "gum", "propbank"]
TRAIN = [("attribution/unlicensed/polnear/train.jsonl.xz", "polnear"), ("attribution/gum-erst/train.jsonl.xz", "gum"),
         ("attribution/ewt-propbank-speech/train.jsonl.xz", "propbank")]
DEV = [("attribution/unlicensed/polnear/dev.jsonl.xz", "polnear"), ("attribution/gum-erst/dev.jsonl.xz", "gum")]
LICENCES = [("PolNeAR v1.0.0", "none stated: used to learn from and to measure, no text of it is passed on", "Newell, Margolin, Ruths, LREC 2018"),
            ("GUM eRST attributions", "annotations CC BY 4.0; texts CC BY 2.5, CC BY 4.0, CC BY-SA 3.0", "A. Zeldes and the GUM annotators"),
            ("EWT PropBank speech predicates", "CC BY-SA 4.0", "Unified PropBank release (University of Colorado and others) over UD EWT")]
EDGE = set(",.;:")


class Document:
    __slots__ = ("sentences", "paragraphs", "spans", "inner", "convention", "id")


def read(path, convention):
    documents = []
    for line in open_text(path):
        d = json.loads(line)
        doc = Document()
        doc.convention, doc.id = convention, d["id"]
        text = d["text"]
        doc.sentences, doc.paragraphs, places, forms, starts = [], [], [], [], []
        before = None
        first_paragraph = None
        for paragraph, toks in tokens.document(text):
            s = Sentence([text[a:b] for a, b in toks], convention)
            if paragraph != before:
                starts.append(len(forms))
            first_paragraph = paragraph if first_paragraph is None else first_paragraph
            s.paragraph_start, s.part = paragraph != before, int(convention == "polnear" and paragraph == first_paragraph)
            before = paragraph
            doc.sentences.append(s)
            doc.paragraphs.append(paragraph)
            places += toks
            forms += s.forms
        states, at = features.quote_states(forms, starts), 0
        for s in doc.sentences:
            s.quotes = states[at:at + len(s.forms)]
            at += len(s.forms)

        def token_span(span, strip):
            inside = [i for i in range(*bounds(places, span)) if places[i][0] < span[1] and places[i][1] > span[0]]
            if strip:
                while inside and forms[inside[0]] in EDGE:
                    inside.pop(0)
                while inside and forms[inside[-1]] in EDGE:
                    inside.pop()
            return (inside[0], inside[-1] + 1) if inside else None

        roles = {}
        for a in d["attributions"]:
            parts = {}
            for label in LABELS:
                parts[label] = [t for t in (token_span(s, convention == "gum") for s in a[label]) if t]
            roles[a["id"]] = (parts, a.get("parent"))
        doc.spans = [p for p, parent in roles.values() if parent is None]
        doc.inner = []
        if convention != "polnear":
            for ident, (parts, _) in roles.items():
                if parts["content"]:
                    children = [p for p, parent in roles.values() if parent == ident]
                    doc.inner.append((parts["content"], children))
        documents.append(doc)
    return documents


def bounds(places, span):
    import bisect
    low = bisect.bisect_left(places, (max(0, span[0] - 60), 0))
    high = bisect.bisect_right(places, (span[1], 1 << 30))
    return low, high


def label(tokens_of_window, attributions, tags):
    """tags, links and cue starts for a window given as a list of token numbers of the document."""
    place = {t: i for i, t in enumerate(tokens_of_window)}
    n = len(tokens_of_window)
    out, link, cues = ["O"] * n, [-100] * n, [False] * n
    for role in ("content", "source", "cue"):
        for a in attributions:
            for start, end in a[role]:
                inside = [place[t] for t in range(start, end) if t in place]
                if not inside:
                    continue
                if role != "content" and any(out[i] != "O" and not out[i].endswith("content") for i in inside):
                    continue
                if role == "content" and any(out[i] != "O" for i in inside):
                    continue
                for k, i in enumerate(inside):
                    out[i] = ("B-" if k == 0 else "I-") + role
                after = inside[-1] + 1
                if after < n and out[after].startswith("I-"):
                    out[after] = "B-" + out[after][2:]
                if role == "cue":
                    cues[inside[0]] = True
    for a in attributions:
        cue = [place[t] for s, e in a["cue"] for t in range(s, e) if t in place]
        for role in ("content", "source"):
            for start, end in a[role]:
                inside = [place[t] for t in range(start, end) if t in place]
                if inside and (not cue or cues[cue[0]]):
                    link[inside[0]] = cue[0] + 1 if cue else 0
    return out, link, cues


def windows(doc, most=128, enough=64):
    """Lists of sentence numbers."""
    out, current, size = [], [], 0
    for i, s in enumerate(doc.sentences):
        n = len(s.forms)
        if current and (size + n > most or s.paragraph_start and size >= enough):
            out.append(current)
            current, size = [], 0
        current.append(i)
        size += n
    if current:
        out.append(current)
    return out
