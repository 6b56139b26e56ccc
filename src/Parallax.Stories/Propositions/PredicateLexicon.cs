using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>How the dependents of a predicate map to who acts, what is acted with and who is acted on.</summary>
internal enum Frame
{
    /// <summary>Subject acts, object is the thing, "to", "for", "with" the recipient.</summary>
    Plain,

    /// <summary>Subject acts, object or goal is the recipient.</summary>
    To,

    /// <summary>Subject receives, object is the thing, "from" acts.</summary>
    From,

    /// <summary>Subject acts, object is the recipient, "with" the thing; without "with" as <see cref="Plain"/>.</summary>
    With,

    /// <summary>Subject acts, object, "on" or "against" is the recipient.</summary>
    On,

    /// <summary>All partners act alike.</summary>
    Mutual,
}

/// <summary>The class of a predicate and its frame.</summary>
internal readonly record struct PredicateEntry(string Class, Frame Frame);

/// <summary>The tables of predicates, light verbs, catenatives and things under <c>Data/en/propositions</c>.</summary>
internal sealed class PredicateLexicon
{
    private readonly Dictionary<string, PredicateEntry> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PredicateEntry> _nouns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _light = StoriesData.Words("en/propositions/light-verbs.txt");
    private readonly Dictionary<string, string> _catenatives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Thing, bool Bare)> _things = new(StringComparer.Ordinal);
    private readonly HashSet<string> _substitutes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _quantities = new(StringComparer.Ordinal);
    private readonly HashSet<string> _substituteSubjects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byStem = new(StringComparer.Ordinal);
    private readonly HashSet<string> _mutual = new(StringComparer.Ordinal);
    private readonly HashSet<string> _recipient = new(StringComparer.Ordinal);
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _grounds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ordinals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _once = new(StringComparer.Ordinal);
    private readonly HashSet<string> _hollow = new(StringComparer.Ordinal);
    private readonly HashSet<string> _bodies = StoriesData.Words("en/propositions/bodies.txt");

    private PredicateLexicon()
    {
        foreach (string line in StoriesData.Lines("en/propositions/predicates.txt"))
        {
            ReadPredicates(line);
        }

        foreach (string line in StoriesData.Lines("en/propositions/catenatives.txt"))
        {
            string[] parts = line.Split(": ", 2);
            foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                _catenatives.TryAdd(word, parts[0]);
            }
        }

        foreach (string line in StoriesData.Lines("en/propositions/substitutes.txt"))
        {
            string[] parts = line.Split(": ", 2);
            HashSet<string> words = parts[0] switch { "verbs" => _substitutes, "subjects" => _substituteSubjects, "measures" => _measures, "counts" => _counts, "grounds" => _grounds, "ordinals" => _ordinals, "once" => _once, "hollow" => _hollow, _ => _quantities };
            words.UnionWith(parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (string verb in _verbs.Keys.Concat(_catenatives.Keys).Concat(_light))
        {
            _byStem.TryAdd(Stemmer.Stem(verb), verb);
        }

        foreach (string line in StoriesData.Lines("en/propositions/things.txt"))
        {
            string[] parts = line.Split(": ", 2);
            bool bare = parts[1].Contains("=bare", StringComparison.Ordinal);
            foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static w => w[0] != '='))
            {
                _things.TryAdd(word, (parts[0], bare));
            }
        }
    }

    /// <summary>The tables, read once.</summary>
    public static PredicateLexicon English { get; } = new();

    /// <summary>The class of a verb lemma, or null.</summary>
    public PredicateEntry? Verb(string lemma) => _verbs.TryGetValue(lemma, out PredicateEntry entry) ? entry : null;

    /// <summary>The class of a noun lemma that tells a happening, or null.</summary>
    public PredicateEntry? Noun(string lemma) => _nouns.TryGetValue(lemma, out PredicateEntry entry) ? entry : null;

    /// <summary>Whether the verb lends its subject to a noun.</summary>
    public bool IsLight(string lemma) => _light.Contains(lemma);

    /// <summary>What a catenative makes of the verb below it, or null where it is none.</summary>
    public string? Catenative(string lemma) => _catenatives.GetValueOrDefault(lemma);

    /// <summary>The lemma of a verb by the tables: its lemma where they know it, else what its form is of; the lemma where they know neither.</summary>
    public string VerbLemma(string lemma, string form)
    {
        if (_verbs.ContainsKey(lemma) || _catenatives.ContainsKey(lemma) || _light.Contains(lemma) || _substitutes.Contains(lemma))
        {
            return lemma;
        }

        return _byStem.GetValueOrDefault(Stemmer.Stem(form)) ?? lemma;
    }

    /// <summary>Whether a noun measures what stands behind its "of" ("hundreds of boats").</summary>
    public bool IsMeasure(string lemma) => _measures.Contains(lemma);

    /// <summary>Whether a noun names a count of what stands behind its "of" ("the number of people treated").</summary>
    public bool IsCount(string lemma) => _counts.Contains(lemma);

    /// <summary>Whether a verb stands for one told before ("this happened").</summary>
    public bool IsSubstitute(string lemma) => _substitutes.Contains(lemma);

    /// <summary>Whether a subject stands for what was told before ("this").</summary>
    public bool IsSubstituteSubject(string lemma) => _substituteSubjects.Contains(lemma);

    /// <summary>Whether a noun only says how many of something told before.</summary>
    public bool IsQuantity(string lemma) => _quantities.Contains(lemma);

    /// <summary>Whether a noun behind "on" names the ground of an act, not whom it is done to ("arrested on suspicion").</summary>
    public bool IsGround(string lemma) => _grounds.Contains(lemma);

    /// <summary>Whether a word, lower-case, tells the place in a row ("third").</summary>
    public bool IsOrdinal(string word) => _ordinals.Contains(word) || (word.Length > 2 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(word[^3]));

    /// <summary>Whether one person does or suffers an act of the class once in a story.</summary>
    public bool IsOnce(string predicateClass) => _once.Contains(predicateClass);

    /// <summary>Whether acts of the class tell nothing without their thing ("carried out").</summary>
    public bool IsHollow(string predicateClass) => _hollow.Contains(predicateClass);

    /// <summary>Whether both lists of words tell a place in a row, and not the same.</summary>
    public bool AreOtherInRow(IReadOnlyList<string> left, IReadOnlyList<string> right) => left.Count > 0 && right.Count > 0 && left.Where(IsOrdinal).Select(InWords).ToArray() is { Length: > 0 } ours && right.Where(IsOrdinal).Select(InWords).ToArray() is { Length: > 0 } theirs && !ours.Intersect(theirs, StringComparer.Ordinal).Any();

    // "5th" is "fifth".
    private static string InWords(string ordinal)
    {
        string[] words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
        return ordinal.Length == 3 && ordinal[0] is >= '1' and <= '9' ? words[ordinal[0] - '1'] : ordinal == "10th" ? "tenth" : ordinal;
    }

    /// <summary>Whether the table has a class of this name.</summary>
    public bool IsClass(string predicateClass) => _classes.Contains(predicateClass);

    /// <summary>Whether all partners of the class act alike.</summary>
    public bool IsMutual(string predicateClass) => _mutual.Contains(predicateClass);

    /// <summary>Whether a noun of the class tells with "of" on whom it is done ("the arrest of the mayor").</summary>
    public bool IsDoneTo(string predicateClass) => _recipient.Contains(predicateClass) || predicateClass is "invade" or "interfere";

    /// <summary>Whether a noun names a body that acts for whoever it is named after.</summary>
    public bool IsBody(string lemma) => _bodies.Contains(lemma);

    /// <summary>The thing a noun names, with a modifier that the table may ask for; or null.</summary>
    /// <param name="noun">Lemma of the noun.</param>
    /// <param name="modifiers">Lemmas of its modifiers.</param>
    public (string Thing, bool Bare)? Thing(string noun, IEnumerable<string> modifiers)
    {
        foreach (string modifier in modifiers)
        {
            if (_things.TryGetValue(noun + "/" + modifier, out (string Thing, bool Bare) special))
            {
                return special;
            }
        }

        return _things.TryGetValue(noun, out (string Thing, bool Bare) thing) ? thing : null;
    }

    private void ReadPredicates(string line)
    {
        string[] parts = line.Split(": ", 2);
        _classes.Add(parts[0]);
        foreach (string word in parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '~')
            {
                _nouns.TryAdd(word[1..], new PredicateEntry(parts[0], Frame.Plain));
                continue;
            }

            int slash = word.IndexOf('/', StringComparison.Ordinal);
            Frame frame = slash < 0 ? Frame.Plain : Enum.Parse<Frame>(word.AsSpan(slash + 1), ignoreCase: true);
            _verbs.TryAdd(slash < 0 ? word : word[..slash], new PredicateEntry(parts[0], frame));
            if (frame == Frame.Mutual)
            {
                _mutual.Add(parts[0]);
            }

            if (frame == Frame.On)
            {
                _recipient.Add(parts[0]);
            }
        }
    }
}
