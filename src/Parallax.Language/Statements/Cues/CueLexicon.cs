using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Language.Syntax;

namespace Parallax.Language.Statements.Cues;

/// <summary>The cues of a language and the closed lists the finders need, read once from <c>Data/en/statements/</c>.</summary>
/// <remarks>Immutable and thread-safe. Looked up by words alone: code for keys of several parts would have to be compiled at each start, and every start reads this.</remarks>
public sealed class CueLexicon
{
    // By kind, then by lemma.
    private readonly Dictionary<string, CueEntry[]>[] _cues;

    // Numbers of kinds.
    private readonly Dictionary<string, int> _nouns;
    private readonly HashSet<string> _groups;
    private readonly Dictionary<string, HashSet<string>> _lists;
    private readonly VerbForms _forms;

    // By kind: the first words of the cues, and of those that a clause or quotation can follow.
    private readonly HashSet<string>[] _openers;
    private readonly HashSet<string>[] _clauseOpeners;

    private CueLexicon(Dictionary<string, CueEntry[]>[] cues, Dictionary<string, int> nouns, HashSet<string> groups, Dictionary<string, HashSet<string>> lists, VerbForms forms)
    {
        _cues = cues;
        _nouns = nouns;
        _groups = groups;
        _lists = lists;
        _forms = forms;
        (_openers, _clauseOpeners) = (new HashSet<string>[cues.Length], new HashSet<string>[cues.Length]);
        for (int kind = 0; kind < cues.Length; kind++)
        {
            (_openers[kind], _clauseOpeners[kind]) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            foreach ((string lemma, CueEntry[] entries) in cues[kind])
            {
                _openers[kind].Add(FirstWord(lemma));
                if (Array.Exists(entries, static e => (e.Frames & (CueFrames.Clause | CueFrames.Quote)) != 0))
                {
                    _clauseOpeners[kind].Add(FirstWord(lemma));
                }
            }
        }
    }

    /// <summary>The English lexicon.</summary>
    public static CueLexicon English { get; } = Load("en");

    /// <summary>The lexicon of a language, from the embedded files.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names file and line.</exception>
    public static CueLexicon Load(string language)
    {
        Dictionary<string, CueEntry[]>[] cues = new Dictionary<string, CueEntry[]>[(int)CueKind.Punctuation + 1];
        for (int kind = 0; kind < cues.Length; kind++)
        {
            cues[kind] = new Dictionary<string, CueEntry[]>(StringComparer.Ordinal);
        }

        foreach ((string[] fields, string place) in Rows(language, "cues.txt"))
        {
            foreach (CueEntry entry in ReadCues(fields, place))
            {
                Dictionary<string, CueEntry[]> own = cues[(int)entry.Kind];
                own[entry.Lemma] = own.TryGetValue(entry.Lemma, out CueEntry[]? already) ? [.. already, entry] : [entry];
            }
        }

        Dictionary<string, int> nouns = new(StringComparer.Ordinal);
        HashSet<string> groups = new(StringComparer.Ordinal);
        foreach ((string[] fields, string place) in Rows(language, "source-nouns.txt"))
        {
            ActorKind kind = Parse<ActorKind>(fields[0], place);
            foreach (string noun in fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (kind == ActorKind.Group)
                {
                    groups.Add(noun);
                }
                else
                {
                    nouns.TryAdd(noun, (int)kind);
                }
            }
        }

        Dictionary<string, HashSet<string>> lists = new(StringComparer.Ordinal);
        foreach ((string[] fields, string _) in Rows(language, "evidence-words.txt").Concat(Rows(language, "act-words.txt")))
        {
            lists[fields[0]] = new HashSet<string>(fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
        }

        List<string> verbs = [];
        foreach (string lemma in cues[(int)CueKind.Verb].Keys)
        {
            verbs.Add(FirstWord(lemma));
        }

        verbs.AddRange(["speak", "talk", "comment", "discuss"]);
        return new CueLexicon(cues, nouns, groups, lists, new VerbForms(verbs));
    }

    /// <summary>The entries of a lemma, in the order of the file; empty where there is none.</summary>
    public ReadOnlySpan<CueEntry> Find(CueKind kind, string lemma) => _cues[(int)kind].TryGetValue(lemma, out CueEntry[]? entries) ? entries : [];

    /// <summary>The lemma of a verb form that is in the lexicon, so that no cue hangs on a tagger's lemma; null of other words.</summary>
    public string? VerbLemma(string form) => _forms.Lemma(form);

    /// <summary>The lemma of a noun form that is in the lexicon, as a cue or a source; null of other words.</summary>
    public string? NounLemma(string form)
    {
        if (Knows(form))
        {
            return form;
        }

        string? singular = form.EndsWith("ies", StringComparison.Ordinal) ? form[..^3] + "y" : form.EndsWith("men", StringComparison.Ordinal) ? form[..^3] + "man" : form.EndsWith('s') ? form[..^1] : null;
        return singular is not null && Knows(singular) ? singular : form.EndsWith("es", StringComparison.Ordinal) && Knows(form[..^2]) ? form[..^2] : null;
    }

    /// <summary>Whether a form in lower case is, or begins, a cue of a kind that a clause or quotation can follow ("said", "belief", "according").</summary>
    public bool OpensClause(CueKind kind, string form) => Lemma(kind, form) is { } word && _clauseOpeners[(int)kind].Contains(word);

    /// <summary>Whether a form in lower case is, or begins, any cue of a kind ("cited", "pushed" of "push back").</summary>
    internal bool Opens(CueKind kind, string form) => Lemma(kind, form) is { } word && _openers[(int)kind].Contains(word);

    private string? Lemma(CueKind kind, string form) => kind == CueKind.Verb ? VerbLemma(form) : kind == CueKind.Noun ? NounLemma(form) : form;

    private bool Knows(string lemma) => _nouns.ContainsKey(lemma) || _cues[(int)CueKind.Noun].ContainsKey(lemma);

    // Of a verb with a particle the verb.
    private static string FirstWord(string lemma) => lemma.IndexOf('_', StringComparison.Ordinal) is var end && end >= 0 ? lemma[..end] : lemma;

    /// <summary>What the head noun of a source is, or null.</summary>
    public ActorKind? NounKind(string lemma) => _nouns.TryGetValue(lemma, out int kind) ? (ActorKind)kind : null;

    /// <summary>Whether a form stands for several speakers taken together ("officials").</summary>
    public bool IsGroup(string form) => _groups.Contains(form);

    /// <summary>Whether a word stands in a closed list.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public bool In(string list, string word) => _lists[list].Contains(word);

    private static IEnumerable<CueEntry> ReadCues(string[] fields, string place)
    {
        if (fields.Length != 8)
        {
            throw new FormatException($"{place}: a cue line has eight fields, this one has {fields.Length}.");
        }

        CueFrames frames = CueFrames.None;
        List<string> prepositions = [];
        foreach (string word in fields[6].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.StartsWith("prep:", StringComparison.Ordinal))
            {
                prepositions.Add(word[5..]);
            }
            else
            {
                frames |= Parse<CueFrames>(word, place);
            }
        }

        foreach (string lemma in fields[7].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return new CueEntry(
                lemma, Parse<CueKind>(fields[0], place), Parse<Stance>(fields[1], place), fields[2] switch { "+" => 1, "-" => -1, _ => 0 },
                int.Parse(fields[3], CultureInfo.InvariantCulture), fields[4] == "factive", Parse<Force>(fields[5], place), frames, [.. prepositions]);
        }
    }

    private static T Parse<T>(string word, string place)
        where T : struct, Enum =>
        Enum.TryParse(typeof(T), word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out object? value) ? (T)value : throw new FormatException($"{place}: “{word}” is no {typeof(T).Name}.");

    private static IEnumerable<(string[] Fields, string Place)> Rows(string language, string file)
    {
        string name = $"{language}/statements/{file}";
        using Stream stream = typeof(CueLexicon).Assembly.GetManifestResourceStream(name) ?? throw new FormatException($"The data file {name} is not there.");
        using StreamReader reader = new(stream);
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && line[0] != '#')
            {
                yield return (line.Split(';', StringSplitOptions.TrimEntries), $"{name}({number})");
            }
        }
    }
}
