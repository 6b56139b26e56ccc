"""What the network sees of a token's form: normalisation, hashes, shape, and the quotation state of a text.

Everything here is specified in docs/network.md, because the C# engine computes the same numbers. Lengths and
positions are in UTF-16 units.
"""

CHARACTERS = {}
for _c in "\u2018\u2019\u201a\u201b\u2032\u0060\u00b4":
    CHARACTERS[_c] = "'"
for _c in "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033":
    CHARACTERS[_c] = '"'
for _c in "\u2010\u2011\u2012\u2013\u2212":
    CHARACTERS[_c] = "-"
CHARACTERS["\u2015"] = "\u2014"
CHARACTERS["\u00a0"] = " "
FORMS = {"--": "\u2014", "---": "\u2014", "''": '"', "\u2026": "..."}
OPENING = set("\u201c\u201e\u201f\u00ab")
CLOSING = set("\u201d\u00bb")

TABLES = [("prefix3", 2048, 32), ("suffix2", 1024, 32), ("suffix3", 4096, 48), ("suffix4", 8192, 48),
          ("shape", 512, 24), ("case", 8, 4)]
WORD_SIZE, VECTOR_SIZE = 96, 100
INPUT_SIZE = WORD_SIZE + VECTOR_SIZE + sum(t[2] for t in TABLES)
STEP = 1.0 / 48  # value of one unit of every int8 input table


def units(text):
    """The UTF-16 units of a text; a character above U+FFFF gives two."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[i] | data[i + 1] << 8 for i in range(0, len(data), 2)]


def normalise(form):
    changed = "".join(CHARACTERS.get(c, c) for c in form)
    return FORMS.get(changed, changed)


def lower(text):
    """Simple case mapping, character by character; a character whose lower case is longer stays."""
    return "".join(l if len(l) == 1 else c for c in map(chr, units(text)) for l in (c.lower(),))


def hash64(text):
    h = 14695981039346656037
    for u in units(text):
        h = ((h ^ u) * 1099511628211) & 0xFFFFFFFFFFFFFFFF
    return h


def hash32(values, seed):
    h = (2166136261 ^ seed) * 16777619 & 0xFFFFFFFF
    for u in values:
        h = ((h ^ u) * 16777619) & 0xFFFFFFFF
    return h ^ (h >> 15)


def _class(c):
    if "0" <= c <= "9":
        return "d"
    if c.isupper() and len(c.lower()) == 1 and c.lower() != c:
        return "X"
    if c.lower() == c and len(c.upper()) == 1 and c.upper() != c:
        return "x"
    return c


def shape(form):
    """Upper X, lower x, ASCII digit d, others as they are; runs of one class are cut at three."""
    out, run = [], 0
    for c in map(chr, units(form)):
        k = _class(c)
        run = run + 1 if out and out[-1] == k else 1
        if run <= 3:
            out.append(k)
    return "".join(out)


def case(form):
    """0 no letters, 1 lower, 2 one upper letter in front and then lower or none, 3 all upper (two or more), 4 mixed, plus 5 digits only, 6 letters and digits."""
    uppers = [i for i, c in enumerate(map(chr, units(form))) if _class(c) == "X"]
    lowers = sum(_class(c) == "x" for c in form)
    digits = sum("0" <= c <= "9" for c in form)
    if not uppers and not lowers:
        return 5 if digits else 0
    if digits:
        return 6
    if not uppers:
        return 1
    if uppers == [0]:
        return 2
    return 3 if not lowers else 4


def hashed(form):
    """Rows of the six hashed tables, in the order of TABLES, for a normalised form."""
    low = units(lower(form))
    low = [48 if 48 <= u <= 57 else u for u in low]
    shp = units(shape(form))
    rows = []
    for (name, size, _), part in zip(TABLES, (low[:3], low[-2:], low[-3:], low[-4:], shp)):
        rows.append(hash32(part, len(rows) + 1) % size)
    rows.append(case(form))
    return rows


def quote_states(forms, paragraph_starts=()):
    """0 outside quotation marks, 1 inside, 2 an opening mark, 3 a closing mark. State resets where a paragraph starts."""
    states, inside = [], False
    starts = set(paragraph_starts)
    for i, form in enumerate(forms):
        if i in starts:
            inside = False
        if normalise(form) == '"':
            if form[0] in OPENING:
                inside = True
            elif form[0] in CLOSING:
                inside = False
            else:
                inside = not inside
            states.append(2 if inside else 3)
        else:
            states.append(1 if inside else 0)
    return states
