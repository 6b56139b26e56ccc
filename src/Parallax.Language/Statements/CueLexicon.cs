using System.Collections.Frozen;
using System.Globalization;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Language.Syntax;

namespace Parallax.Language.Statements;

/// <summary>The cues of a language and the closed lists the finders need, read once from <c>Data/en/statements/</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CueLexicon
{
    private readonly FrozenDictionary<(CueKind Kind, string Lemma), CueEntry[]> _cues;
    private readonly FrozenDictionary<string, ActorKind> _nouns;
    private readonly FrozenSet<string> _groups;
    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;
    private readonly VerbForms _forms;

    // Kind and first word of the cues that a clause or quotation can follow.
    private readonly FrozenSet<(CueKind Kind, string Word)> _clauseOpeners;

    private CueLexicon(Dictionary<(CueKind Kind, string Lemma), CueEntry[]> cues, Dictionary<string, ActorKind> nouns, HashSet<string> groups, Dictionary<string, FrozenSet<string>> lists, VerbForms forms)
    {
        _cues = cues.ToFrozenDictionary();
        _nouns = nouns.ToFrozenDictionary(StringComparer.Ordinal);
        _groups = groups.ToFrozenSet(StringComparer.Ordinal);
        _lists = lists.ToFrozenDictionary(StringComparer.Ordinal);
        _forms = forms;
        _clauseOpeners = cues.Where(static pair => Array.Exists(pair.Value, static e => (e.Frames & (CueFrames.Clause | CueFrames.Quote)) != 0))
            .Select(static pair => (pair.Key.Kind, pair.Key.Lemma.Split('_')[0])).ToFrozenSet();
    }

    /// <summary>The English lexicon.</summary>
    public static CueLexicon English { get; } = Load("en");

    /// <summary>The lexicon of a language, from the embedded files.</summary>
    /// <exception cref="FormatException">A line cannot be read; the message names file and line.</exception>
    public static CueLexicon Load(string language)
    {
        Dictionary<(CueKind, string), CueEntry[]> cues = [];
        foreach ((string[] fields, string place) in Rows(language, "cues.txt"))
        {
            foreach (CueEntry entry in ReadCues(fields, place))
            {
                (CueKind, string) key = (entry.Kind, entry.Lemma);
                cues[key] = cues.TryGetValue(key, out CueEntry[]? already) ? [.. already, entry] : [entry];
            }
        }

        Dictionary<string, ActorKind> nouns = new(StringComparer.Ordinal);
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
                    nouns.TryAdd(noun, kind);
                }
            }
        }

        Dictionary<string, FrozenSet<string>> lists = new(StringComparer.Ordinal);
        foreach ((string[] fields, string _) in Rows(language, "evidence-words.txt"))
        {
            lists[fields[0]] = fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        }

        VerbForms forms = new(
            cues.Keys.Where(static k => k.Item1 == CueKind.Verb).Select(static k => k.Item2.Split('_')[0]).Concat(["speak", "talk", "comment", "discuss"]));
        return new CueLexicon(cues, nouns, groups, lists, forms);
    }

    /// <summary>The entries of a lemma, in the order of the file; empty where there is none.</summary>
    public ReadOnlySpan<CueEntry> Find(CueKind kind, string lemma) => _cues.TryGetValue((kind, lemma), out CueEntry[]? entries) ? entries : [];

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

    /// <summary>Whether a form in lower case is, or begins, a cue that a clause or quotation can follow ("said", "belief", "according").</summary>
    public bool OpensClause(string form) =>
        (VerbLemma(form) is { } verb && _clauseOpeners.Contains((CueKind.Verb, verb))) || (NounLemma(form) is { } noun && _clauseOpeners.Contains((CueKind.Noun, noun)))
        || _clauseOpeners.Contains((CueKind.Adjective, form)) || _clauseOpeners.Contains((CueKind.Preposition, form));

    private bool Knows(string lemma) => _nouns.ContainsKey(lemma) || _cues.ContainsKey((CueKind.Noun, lemma));

    /// <summary>What the head noun of a source is, or null.</summary>
    public ActorKind? NounKind(string lemma) => _nouns.TryGetValue(lemma, out ActorKind kind) ? kind : null;

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
        Enum.TryParse(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out T value) ? value : throw new FormatException($"{place}: “{word}” is no {typeof(T).Name}.");

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
