"""A small tokenizer and sentence splitter with EWT/GUM conventions, for corpora that come as raw text.

The engine has its own, better one; this one only has to be close to it."""
import re

ABBREVIATIONS = set("""mr mrs ms dr prof sen rep gov gen col lt sgt capt cmdr adm maj st jr sr rev hon pres jan feb mar apr jun jul
aug sep sept oct nov dec vs etc inc corp co ltd no vol fig est approx dept univ assn ave blvd rd ft mt calif fla ill mass mich minn
ore pa tenn tex va wash wis ariz ark colo conn del ga ind kan ky la md miss mo mont neb nev okla e.g i.e cf al op ed""".split())

_TOKEN = re.compile(r"""
  (?:https?://|www\.)[^\s<>\u201d"]*[^\s<>\u201d".,;:!?)\]'\u2019]
 |[\w.+-]+@[\w-]+(?:\.[\w-]+)+
 |[@\#]\w+
 |(?:[A-Za-z]\.){2,}
 |\d+(?:[.,:/]\d+)+
 |\d+(?:st|nd|rd|th|s)\b
 |\d+
 |[A-Za-z\u00c0-\u024f]+(?:&[A-Z]+)?
 |\.{2,}|-{2,}|[!?]{2,}|''|``
 |\w+
 |\S""", re.X)
_CLITIC = re.compile(r"(?i)(n['\u2019]t|['\u2019](?:s|re|ve|ll|d|m))$")
_SPECIAL = {"cannot": (3, 3), "gonna": (3, 2), "gotta": (3, 2), "wanna": (3, 2)}


def tokenize(text, base=0):
    """(start, end) of the tokens of a text without paragraph breaks."""
    out = []
    found = [(m.start(), m.end()) for m in _TOKEN.finditer(text)]
    i = 0
    while i < len(found):
        a, b = found[i]
        word = text[a:b]
        # letters ' letters: put together, then split as clitics
        if i + 2 < len(found) and word[-1].isalpha() and text[found[i + 1][0]:found[i + 1][1]] in ("'", "\u2019") \
                and found[i + 1][0] == b and found[i + 2][0] == b + 1 and text[b + 1].isalpha():
            c = found[i + 2][1]
            m = _CLITIC.search(text[a:c])
            if m and m.start() > 0:
                out += [(a, a + m.start()), (a + m.start(), c)]
            else:
                out.append((a, c))
            i += 3
            continue
        low = word.lower()
        if low in _SPECIAL:
            n = _SPECIAL[low][0]
            out += [(a, a + n), (a + n, b)]
        elif i + 1 < len(found) and text[found[i + 1][0]:found[i + 1][1]] == "." and found[i + 1][0] == b and word.isalpha() \
                and (low in ABBREVIATIONS or len(word) == 1 and word.isupper() and word != "I") and not (low in ("no", "co", "ed", "al", "la", "miss", "mass", "ill", "ore", "wash", "fig", "del", "est") and not word[0].isupper()):
            out.append((a, b + 1))
            i += 1
        else:
            out.append((a, b))
        i += 1
    return [(a + base, b + base) for a, b in out]


def sentences(text, tokens):
    """Cuts the tokens of one paragraph into sentences: lists of (start, end)."""
    out, current = [], []
    n = len(tokens)
    i = 0
    while i < n:
        a, b = tokens[i]
        current.append(tokens[i])
        word = text[a:b]
        if word[0] in ".!?\u2026" or (len(word) > 2 and word[-1] == "." and word.count(".") > 1):
            j = i + 1
            while j < n and text[tokens[j][0]:tokens[j][1]] in ('"', "'", "\u201d", "\u2019", ")", "]", "''") and tokens[j][0] == tokens[j - 1][1]:
                j += 1
            follows = text[tokens[j][0]] if j < n else "A"
            end = word[0] in ".!?\u2026" and (follows.isupper() or follows.isdigit() or follows in "\"'\u201c\u2018([")
            if word[0] not in ".!?\u2026":
                end = j < n and text[tokens[j][0]:tokens[j][1]] in ("The", "He", "She", "It", "In", "But", "They", "This", "A")
            if end:
                current += tokens[i + 1:j]
                out.append(current)
                current = []
                i = j
                continue
        i += 1
    if current:
        out.append(current)
    return out


def document(text):
    """[(paragraph number, [(start, end), ...])] for each sentence."""
    out, at = [], 0
    for number, block in enumerate(re.split(r"(\n+)", text)):
        if block.strip():
            for s in sentences(text, tokenize(block, at)):
                out.append((number, s))
        at += len(block)
    return out
