using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Tells clauses of two facts by what only their words show: two sorts of one thing that a report sets side by side ("a gas lamp … an oil lamp"), "he" and "it", who is held at a place and who was taken, two countries.</summary>
internal sealed class PartedClauses(ReportSet set, ImmutableArray<Proposition> propositions)
{
    private const int Opening = 3;
    private const int ShortestWord = 4;

    private static readonly Lazy<HashSet<string>> Anybody = new(static () => Words.StoriesData.Words("en/claims/anybody.txt"));

    private readonly Dictionary<string, string[]>?[] _sorts = new Dictionary<string, string[]>?[propositions.Length];
    private readonly string[]?[] _countries = new string[]?[propositions.Length];
    private readonly Lazy<Contrasts> _contrasts = new(() => Contrasts.Of(set));

    /// <summary>Whether two clauses (indices) tell two facts.</summary>
    public bool Are(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        return AreOfOtherSorts(left, right) || AreOfOtherSubjects(one, two) || AreOfOtherSubjects(two, one) || AreHeldAndTaken(one, two) || AreHeldAndTaken(two, one) || AreInOtherCountries(left, right);
    }

    // "burned in an oil lamp", "burned in a gas lamp", where a sentence of some report has both.
    private bool AreOfOtherSorts(int left, int right)
    {
        if (_contrasts.Value.IsEmpty)
        {
            return false;
        }

        Dictionary<string, string[]> ours = Sorts(left), theirs = ours.Count == 0 ? ours : Sorts(right);
        foreach ((string noun, string[] sorts) in ours)
        {
            if (theirs.TryGetValue(noun, out string[]? others) && !sorts.Intersect(others, StringComparer.Ordinal).Any() && sorts.Any(s => others.Any(o => _contrasts.Value.Hold(noun, s, o))))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, string[]> Sorts(int index)
    {
        if (_sorts[index] is { } known)
        {
            return known;
        }

        Proposition told = propositions[index];
        TokenLayer tokens = set[told.Report].Tokens;
        (int first, int end) = tokens.TokensOf(told.Core.IsEmpty ? told.Span : told.Core);
        return _sorts[index] = Contrasts.Sorts(tokens, first, end).Where(s => _contrasts.Value.Has(s.Noun)).GroupBy(static s => s.Noun).ToDictionary(static g => g.Key, static g => g.Select(static s => s.Sort).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }

    // "he heads for the coast", "it heads for the coast", "just about everybody heads for the coast"
    private bool AreOfOtherSubjects(Proposition one, Proposition two)
    {
        if (one.Class != two.Class || one.Subject is not { } person || two.Subject is not { } other || set[one.Report].Tokens.Relations[person] != set[two.Report].Tokens.Relations[other])
        {
            return false;
        }

        TokenLayer tokens = set[two.Report].Tokens;
        string form = tokens.Form(other).ToString().ToLowerInvariant();
        return (form == "it" ? tokens.Tags[other] == UniversalTag.Pron : Anybody.Value.Contains(form)) && IsOnePerson(one, person);
    }

    private bool IsOnePerson(Proposition told, int subject)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        return (tokens.Tags[subject] == UniversalTag.Pron && tokens.Form(subject) is "he" or "she" or "He" or "She")
            || told.Participants.Any(p => p.Token == subject && p is { IsPlural: false, Kind: ActorKind.Person, Entities.Length: 1 });
    }

    // "is being held at Norwell prison", "was taken into custody": the one is where somebody is now, the other how he came there.
    private bool AreHeldAndTaken(Proposition held, Proposition taken) => held is { Class: "arrest", Lemma: "hold" } && taken is { Class: "arrest", Lemma: not "hold" } && held.Others.Any(static o => o.Entities.Length > 0) && IsPresent(held);

    private bool IsPresent(Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        Sentence sentence = tokens.Sentences[told.Sentence];
        return Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == told.Top && tokens.Relations[t] is "aux" or "aux:pass" && tokens.Features[t].Contains("Tense=Pres", StringComparison.Ordinal));
    }

    // "faces a charge in Ostra", "faces a charge in Norland": below the opening, where reports differ over one act.
    private bool AreInOtherCountries(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        if (one.Class != two.Class || (one.Sentence < Opening && two.Sentence < Opening))
        {
            return false;
        }

        string[] ours = _countries[left] ??= [.. Countries(one)], theirs = ours.Length == 0 ? ours : _countries[right] ??= [.. Countries(two)];
        return ours.Length > 0 && theirs.Length > 0 && !ours.Intersect(theirs, StringComparer.Ordinal).Any();
    }

    private IEnumerable<string> Countries(Proposition told)
    {
        AnnotatedReport report = set[told.Report];
        (int first, int end) = report.Tokens.TokensOf(told.Core.IsEmpty ? told.Span : told.Core);
        for (int token = first; token < end; token++)
        {
            if (report.Tokens.Relations[token] == "case" && report.Tokens.Form(token) is "in" && report.Tokens.Heads[token] is >= 0 and var place && report.Tokens.Heads[place] is >= 0 and var above && IsOfAct(report.Tokens, told, above)
                && report.Entities.At(report.Tokens.Span(place)) is { Kind: ActorKind.Country, Country: var code } country)
            {
                yield return code ?? country.Name;
            }
        }
    }

    // The act or its object: "faces a charge in Ostra".
    private static bool IsOfAct(TokenLayer tokens, Proposition told, int word) => word == told.Token || word == told.Top || (tokens.Relations[word] == "obj" && (tokens.Heads[word] == told.Token || tokens.Heads[word] == told.Top));

    // Nouns with two words of sort in one sentence ("an oil lamp and a gas lamp") which no noun of any report has together.
    private sealed class Contrasts
    {
        private readonly HashSet<(string Noun, string, string)> _apart = [];
        private readonly HashSet<string> _nouns = new(StringComparer.Ordinal);

        public bool IsEmpty => _nouns.Count == 0;

        public bool Has(string noun) => _nouns.Contains(noun);

        public bool Hold(string noun, string one, string two) => _apart.Contains(Key(noun, one, two));

        public static Contrasts Of(ReportSet set)
        {
            Contrasts all = new();
            HashSet<(string, string, string)> together = [];
            foreach (AnnotatedReport report in set.Reports)
            {
                TokenLayer tokens = report.Tokens;
                foreach (Sentence sentence in tokens.Sentences)
                {
                    foreach (IGrouping<string, (int Token, string Noun, string Sort)> nouns in Sorts(tokens, sentence.FirstToken, sentence.EndToken).GroupBy(static s => s.Noun))
                    {
                        (int Token, string Noun, string Sort)[] sorts = [.. nouns];
                        for (int i = 0; i < sorts.Length; i++)
                        {
                            for (int j = i + 1; j < sorts.Length; j++)
                            {
                                _ = sorts[i].Sort != sorts[j].Sort && (sorts[i].Token == sorts[j].Token ? together : all._apart).Add(Key(nouns.Key, sorts[i].Sort, sorts[j].Sort));
                            }
                        }
                    }
                }
            }

            all._apart.ExceptWith(together);
            all._nouns.UnionWith(all._apart.Select(static a => a.Noun));
            return all;
        }

        /// <summary>Nouns with one word of sort before them each.</summary>
        public static IEnumerable<(int Token, string Noun, string Sort)> Sorts(TokenLayer tokens, int first, int end)
        {
            for (int token = first; token < end; token++)
            {
                if (tokens.Relations[token] is "amod" or "compound" && tokens.Tags[token] is UniversalTag.Adj or UniversalTag.Noun && tokens.Heads[token] is var noun && noun > token && tokens.Tags[noun] == UniversalTag.Noun
                    && tokens.Form(token).Length >= ShortestWord && char.IsLower(tokens.Form(token)[0]) && !tokens.Features[token].Contains("Degree=Cmp", StringComparison.Ordinal) && !tokens.Features[token].Contains("Degree=Sup", StringComparison.Ordinal))
                {
                    yield return (noun, tokens.Lemmas[noun].ToLowerInvariant(), tokens.Lemmas[token].ToLowerInvariant());
                }
            }
        }

        private static (string, string, string) Key(string noun, string one, string two) => string.CompareOrdinal(one, two) < 0 ? (noun, one, two) : (noun, two, one);
    }
}
