using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>Finds what befell one person though one report names that person and another does not: "a woman was killed", "Ada Quill was killed".</summary>
/// <remarks>Who is not named may be the named one only where each of the two reports tells such a fate of one person alone, and nothing told of the two excludes it.</remarks>
internal sealed class SameFate
{
    private const int Score = 6;
    private const int ScoreAcrossStories = 8;
    private const int LargestBucket = 40;
    private const int BehindOpening = 3;

    private static readonly Lazy<Dictionary<string, HashSet<string>>> Words = new(static () => StoriesData.Lines("en/happenings/fates.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    private static readonly string[] Fates = ["death", "arrest", "charge", "guilt", "term"];
    private static readonly Lazy<Dictionary<string, string>> FateOf = new(static () => Fates.SelectMany(static f => Words.Value[f].Select(w => (Word: w, Fate: f))).ToDictionary(static p => p.Word, static p => p.Fate, StringComparer.Ordinal));
    private static readonly (string One, string Other)[] Excluding = [("female", "male"), ("child", "adult")];

    private readonly ImmutableArray<Proposition> _propositions;
    private readonly IReadOnlyDictionary<string, Entity> _entities;
    private readonly IReadOnlyDictionary<string, int> _storyOf;
    private readonly Entity?[] _whose;
    private readonly HashSet<(string Report, string Fate)> _several = [];
    private readonly bool[] _isAnother, _doubtsManner;
    private readonly ILookup<(string Report, int Sentence), string> _personsIn;

    /// <summary>Reads whose fate each proposition tells.</summary>
    public SameFate(ReportSet set, ImmutableArray<Proposition> propositions, IReadOnlyDictionary<string, Entity> entities, IReadOnlyDictionary<string, int> storyOf)
    {
        (_propositions, _entities, _storyOf) = (propositions, entities, storyOf);
        _whose = [.. propositions.Select(Whose)];
        _personsIn = Enumerable.Range(0, propositions.Length).Where(i => Fate(i) is not null).Select(i => (propositions[i].Report, propositions[i].Sentence)).Distinct()
            .SelectMany(p => Persons(set[p.Report], p.Sentence).Select(head => (Place: p, Head: head))).ToLookup(static p => p.Place, static p => p.Head);
        NameTheOnlyDead();
        _doubtsManner = [.. propositions.Select(p => DoubtsManner(set, p))];
        bool[] isAdded = [.. Enumerable.Range(0, propositions.Length).Select(i => Fate(i) is not null && IsAdded(set, propositions[i]))];

        // "He, too, died in prison", "a woman also died": not the one whom the report is about, whomever the pronoun was read as.
        _isAnother = [.. Enumerable.Range(0, propositions.Length).Select(i => isAdded[i] && (_whose[i] is { Kind: ActorKind.Unnamed } || propositions[i].Subject is { } subject && set[propositions[i].Report].Tokens.Features[subject].Contains("PronType=Prs", StringComparison.Ordinal)))];
        foreach (var told in Enumerable.Range(0, propositions.Length).Where(i => Fate(i) is not null && propositions[i].Factuality is not Factuality.Hypothetical).GroupBy(i => (propositions[i].Report, Fate: Fate(i)!)))
        {
            Entity[] people = [.. told.Select(i => _whose[i]).OfType<Entity>().DistinctBy(static e => e.Id)];

            // Headline and opening call somebody "a woman" whom the text names after; whoever stands apart below them is another.
            int opening = told.Where(i => !IsHeading(set, propositions[i])).Select(i => propositions[i].Sentence).DefaultIfEmpty(-1).Min();
            int below = told.Where(i => !IsHeading(set, propositions[i]) && propositions[i].Sentence > opening).Select(i => _whose[i]?.Id).OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (below > 1 || told.Any(i => IsOfMany(propositions[i]) || isAdded[i]) || people.Any(p => people.Any(q => Excludes(p, q))))
            {
                _several.Add(told.Key);
            }
        }
    }

    // "died on Thursday at 91" without a subject that the reading of the report could tell: where the report names one who died and no other, it is that one.
    private void NameTheOnlyDead()
    {
        foreach (var told in Enumerable.Range(0, _propositions.Length).Where(i => Fate(i) == "death").GroupBy(i => _propositions[i].Report))
        {
            Entity[] dead = [.. told.Select(i => _whose[i]).OfType<Entity>().Where(static e => e.Kind == ActorKind.Person).DistinctBy(static e => e.Id)];
            foreach (int i in dead.Length == 1 ? told.ToArray() : [])
            {
                Proposition death = _propositions[i];
                bool isNobody = death.Recipient is null or { IsPerson: false, IsPlural: false, Kind: null or ActorKind.Other, Thing: null };
                _whose[i] ??= isNobody && !IsOfMany(death) ? dead[0] : null;
            }
        }
    }

    /// <summary>The pairs of one fate of one person, told by two reports of a story; those with a name in both first.</summary>
    public ImmutableArray<PropositionPair> Find()
    {
        List<PropositionPair> pairs = [];
        int[] fates = [.. Enumerable.Range(0, _propositions.Length).Where(i => Fate(i) is not null && _whose[i] is not null)];

        // Nobody dies twice: the death of somebody named is one in whatever story it is told.
        int[][] deaths = [.. fates.Where(i => Fate(i) == "death" && _whose[i]!.Kind == ActorKind.Person && _whose[i]!.Name.Contains(' ', StringComparison.Ordinal)).GroupBy(i => _whose[i]!.Id, StringComparer.Ordinal).Select(static g => g.Take(LargestBucket).ToArray())]; // Asked for in the line.
        foreach (int[] told in fates.GroupBy(i => (_storyOf[_propositions[i].Report], Fate(i))).Select(static g => g.ToArray()).Concat(deaths))
        {
            bool isAcross = Array.Exists(deaths, d => d == told);
            for (int a = 0; a < told.Length; a++)
            {
                for (int b = a + 1; b < told.Length; b++)
                {
                    if (_propositions[told[a]].Report != _propositions[told[b]].Report && isAcross == (_storyOf[_propositions[told[a]].Report] != _storyOf[_propositions[told[b]].Report]) && AreOne(told[a], told[b]))
                    {
                        pairs.Add(new PropositionPair(told[a], told[b], new PropositionMatch(true, isAcross ? ScoreAcrossStories : Score, SlotMatch.Unknown, SlotMatch.Unknown, SlotMatch.Unknown, true, true, $"both tell of one fate ({Fate(told[a])}) and each tells it of one person alone")));
                    }
                }
            }
        }

        return [.. pairs.OrderByDescending(p => _whose[p.Left]!.Id == _whose[p.Right]!.Id).ThenByDescending(p => Named(p.Left) + Named(p.Right)).ThenBy(static p => p.Left).ThenBy(static p => p.Right)];
    }

    /// <summary>Those of the pairs that are one claim: who died, was held or found guilty; what somebody is charged with differs between reports.</summary>
    public ImmutableArray<PropositionPair> ForClaims(ImmutableArray<PropositionPair> pairs) => [.. pairs.Where(p => MayBeOneClaim(p.Left, p.Right))];

    /// <summary>Whether two tell a fate in words that make one claim of it: "found guilty" and "convicted", not "killed" and "died".</summary>
    public bool MayBeOneClaim(int left, int right) => AreFates(left, right) && (Fate(left) != "charge" || _whose[left]!.Id == _whose[right]!.Id || Named(left) + Named(right) < 2) && (Fate(left) is "arrest" or "guilt" || (Fate(left) == "charge" && LegalSteps.ShareMatter(_propositions[left], _propositions[right])) || (Fate(left) is not "charge" && _propositions[left].Class == _propositions[right].Class));

    /// <summary>Whether two propositions tell a fate, so that <see cref="Excludes(int, int)"/> decides whether they can be one.</summary>
    public bool AreFates(int left, int right) => Fate(left) is { } fate && fate == Fate(right) && _whose[left] is not null && _whose[right] is not null;

    /// <summary>Whether the one tells the death of one person and the other that of several ("Ada Quill was killed", "two people were killed").</summary>
    public bool AreOneAndSeveral(int left, int right) =>
        Fate(left) == "death" && Fate(right) == "death" && ((IsOnePerson(left) && TellsSeveral(right)) || (IsOnePerson(right) && TellsSeveral(left)));

    private bool IsOnePerson(int index) => _whose[index]?.Kind == ActorKind.Person && !TellsSeveral(index);

    // "an Ostran and a Norlander fell to their deaths"
    private bool TellsSeveral(int index) => Sufferer(_propositions[index]) is { IsPlural: true } or { Countries.Length: > 1 } || _propositions[index].Figures.Any(static f => f is { Unit: not "year", Aspect: FigureAspect.Level, Low: > 1 } && Conflicts.Measurands.IsPeople(f.Unit));

    // "probably died instantly": that he died is known, how is not.
    private static bool DoubtsManner(ReportSet set, Proposition told)
    {
        if (told is not { Class: "kill", Factuality: Factuality.Possible })
        {
            return false;
        }

        TokenLayer tokens = set[told.Report].Tokens;
        int next = told.Token + 1;
        return next < tokens.Count && tokens.Relations[next] == "advmod" && tokens.Heads[next] == told.Token && tokens.Form(next).EndsWith("ly", StringComparison.Ordinal);
    }

    /// <summary>Whether two tell a fate of two people, of different times, or by others' hands.</summary>
    public bool Excludes(int left, int right) =>
        Excludes(_whose[left]!, _whose[right]!) || _doubtsManner[left] != _doubtsManner[right] || (_isAnother[left] != _isAnother[right] && Fate(left) == "death") || (Fate(left) == "death" && AreOfOtherAgeOrCountry(_propositions[left], _propositions[right])) || LegalSteps.Differ(_propositions[left], _propositions[right]) || AreExchanged(_propositions[left], _propositions[right]) || AreLaidToOthers(_propositions[left], _propositions[right]) || !PropositionMatcher.TimesAgree(_propositions[left], _propositions[right]); // Asked where both are told.

    // "arrested the clerk who had accused the mayor", "arrested the mayor, whom the clerk had accused": each tells of both, and of another what befell him.
    private bool AreExchanged(Proposition left, Proposition right) => Sufferer(left) is { } one && Sufferer(right) is { } other && one.Head != other.Head
        && _personsIn[(left.Report, left.Sentence)].Contains(other.Head) && _personsIn[(right.Report, right.Sentence)].Contains(one.Head);

    // Nouns of a sentence that stand for somebody.
    private static IEnumerable<string> Persons(AnnotatedReport report, int sentence)
    {
        (int first, int end) = report.Tokens.TokensOf(report.Tokens.Sentences[sentence].Span);
        return Enumerable.Range(first, end - first).Where(t => report.Tokens.Tags[t] == UniversalTag.Noun && report.Entities.At(report.Tokens.Span(t))?.Kind is ActorKind.Person or ActorKind.Unnamed).Select(t => report.Tokens.Lemmas[t]);
    }

    // "an Ostran climber, 36", "a climber from Norland, 32"
    private static bool AreOfOtherAgeOrCountry(Proposition left, Proposition right) =>
        (Sufferer(left) is { Countries: { Length: > 0 } ours } && Sufferer(right) is { Countries: { Length: > 0 } theirs } && !ours.Intersect(theirs, StringComparer.Ordinal).Any())
        || (Ages(left) is { Length: > 0 } age && Ages(right) is { Length: > 0 } other && !age.Intersect(other).Any());

    private static double[] Ages(Proposition told) => [.. told.Figures.Where(static f => f is { Unit: "year", Aspect: FigureAspect.Level, Value: not null }).Select(static f => f.Value!.Value)]; // Asked for in the line.

    private static Participant? Sufferer(Proposition told) => told.Recipient ?? (told.Class == "die" ? told.Actor : null);

    // Who did it is disputed, or it is another deed.
    private bool AreLaidToOthers(Proposition left, Proposition right)
    {
        string[] ours = [.. By(left).Where(IsNamed)], theirs = [.. By(right).Where(IsNamed)];
        return ours.Length > 0 && theirs.Length > 0 && !ours.Intersect(theirs, StringComparer.Ordinal).Any();
    }

    private static IEnumerable<string> By(Proposition told) => told.Class == "die" ? [] : (told.Event?.Actors ?? []).Concat(told.Actor?.Entities ?? []);

    private bool IsNamed(string id) => _entities.GetValueOrDefault(id) is { Kind: not (ActorKind.Unnamed or ActorKind.Other) } entity && entity.Mentions.Any(static m => m.Form == MentionForm.Name);

    private bool AreOne(int left, int right)
    {
        (Entity one, Entity two) = (_whose[left]!, _whose[right]!);
        if (Excludes(left, right) || IsAnother(left, two) || IsAnother(right, one) || !HappeningMaker.IsTold(_propositions[left]) || !HappeningMaker.IsTold(_propositions[right]))
        {
            return false;
        }

        bool bothAlone = !_several.Contains((_propositions[left].Report, Fate(left)!)) && !_several.Contains((_propositions[right].Report, Fate(right)!));
        return bothAlone || (one.Id == two.Id && Fate(left) == "death");
    }

    // A report that has named Vale and then tells of "one man" means somebody else; headline and opening call him so before he is named.
    private bool IsAnother(int index, Entity named) =>
        _whose[index] is { Kind: ActorKind.Unnamed } && named.Kind == ActorKind.Person && _propositions[index].Sentence >= BehindOpening
        && named.Mentions.Any(m => m.Form == MentionForm.Name && m.Report == _propositions[index].Report && m.Start < _propositions[index].Span.Start);

    private int Named(int index) => _whose[index]!.Kind == ActorKind.Person ? 1 : 0;

    private string? Fate(int index) => _propositions[index] is { Class: "kill", IsNominal: false, IsClause: true } ? "death"
        : _propositions[index] is not { Event: { } act, IsNominal: false } told ? null
        : FateOf.Value.GetValueOrDefault(told.Lemma) ?? FateOf.Value.GetValueOrDefault(act.Trigger.Lemma.Replace(' ', '_')) ?? (told.Class == "arrest" && act.Mode == "arrest" ? "arrest" : null);

    // The one person whom it befalls; null where the clause tells of none, or of several.
    private Entity? Whose(Proposition told)
    {
        ImmutableArray<string> who = told.Event is not { } act ? told.Recipient?.Entities ?? [] : act.Recipients.Length > 0 ? act.Recipients : told.Class == "die" ? act.Actors : told.Recipient?.Entities ?? [];
        return who.Length == 1 && _entities.GetValueOrDefault(who[0]) is { Kind: ActorKind.Person or ActorKind.Unnamed } entity ? entity : null;
    }

    private bool IsOfMany(Proposition told)
    {
        ImmutableArray<string> who = told.Event is null ? told.Recipient?.Entities ?? [] : told.Event.Recipients.Length > 0 ? told.Event.Recipients : told.Class == "die" ? told.Event.Actors : [];
        return who.Length > 1 || who.Any(id => _entities.GetValueOrDefault(id)?.Kind is ActorKind.Group or ActorKind.Other) || told.Figures.Any(static f => f is { Unit: not "year", Aspect: FigureAspect.Level, Low: > 1 } && Conflicts.Measurands.IsPeople(f.Unit));
    }

    private static bool IsHeading(ReportSet set, Proposition told) => set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Heading;

    // "was also killed", "another woman was killed"; not "one man killed another man".
    private static bool IsAdded(ReportSet set, Proposition told) => (told.Actor is not { } by || by.Head != told.Recipient?.Head) &&
        WordList.Of(set[told.Report].Report.Text.Text, told.Core.IsEmpty ? told.Span : told.Core).Any(w => Words.Value["added"].Contains(w.Lower) || (told.Class is "kill" or "die" && Words.Value["too"].Contains(w.Lower)));

    private static bool Excludes(Entity left, Entity right) =>
        left.Id != right.Id && ((left.Kind == ActorKind.Person && right.Kind == ActorKind.Person && !IsNameWithin(left, right) && !IsNameWithin(right, left))
            || Excluding.Any(e => (Is(left, e.One) && !Is(left, e.Other) && Is(right, e.Other) && !Is(right, e.One)) || (Is(left, e.Other) && !Is(left, e.One) && Is(right, e.One) && !Is(right, e.Other))));

    // A headline read as a name: "Ada Quill Dead"; a surname alone may be another's.
    private static bool IsNameWithin(Entity whole, Entity part) =>
        part.Name.Split(' ') is { Length: > 1 } words && whole.Name.Split(' ') is var all && Array.TrueForAll(words, w => all.Contains(w, StringComparer.OrdinalIgnoreCase));

    private static bool Is(Entity entity, string sort) => entity.Descriptions.Append(entity.Name).Any(d => d.ToLowerInvariant().Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Any(Words.Value[sort].Contains));
}
