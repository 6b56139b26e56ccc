using Parallax.Core;
using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Happenings;
using Parallax.Stories.Learned;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>How surely two propositions of one story tell one fact: by predicate, roles, names, times, figures, the words of both clauses and where they stand; weighed as learned.</summary>
/// <remarks>What was asked is remembered, so that grouping may ask again.</remarks>
internal sealed class OneFact(ReportSet set, ImmutableArray<Proposition> propositions, EventMentions mentions, Func<int, int, int> likeness)
{
    // Sentences of the opening, the headline with them.
    private const int Opening = 3;
    private const double Thousand = 1000;
    private const double Rounding = 1e-6;
    private const double MostShared = 3;
    private const double LeastOfOtherVerbs = 0.5;

    private static readonly double[] Ends = [0, 1];

    private static readonly Lazy<SmallNetwork> Learned = new(static () => SmallNetwork.Read("en/learned/one-fact.txt", Names));

    private readonly Dictionary<(int, int), int> _known = [];
    private readonly string[]?[] _names = new string[]?[propositions.Length];
    private readonly Dictionary<(string Report, string Class), int> _countOf = propositions.GroupBy(static p => (p.Report, p.Class)).ToDictionary(static g => g.Key, static g => g.Count());

    /// <summary>Names of the features, in order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "likeness", "event", "cosine", "same-class", "same-stem", "kin", "parted-classes", "copular", "both-copular", "mutual", "light", "noun", "nouns",
        "actor-same", "actor-related", "actor-differs", "actor-names-differ", "object-same", "object-related", "object-differs", "object-names-differ", "recipient-same", "recipient-related", "recipient-differs", "recipient-names-differ",
        "across-roles", "names-shared", "names-apart", "names-in-one", "heads-shared", "others-same", "others-differ", "words", "words-contained",
        "times-clash", "one-day", "times-in-one", "figures-clash", "figure-shared", "figures-in-one", "number-shared", "number-differs",
        "negation-differs", "plan-differs", "unreal", "both-main", "one-main", "both-clauses", "both-opening", "one-opening", "both-titles", "one-title",
        "only-of-class", "legal", "rows", "habit", "statements", "statement-in-one", "class-likeness", "class-event", "other-likeness", "other-event", "other-names", "opening-class", "opening-names", "opening-event",
        "class-roles", "class-names", "stem-roles",
    ];

    private static readonly int Alike = Names.IndexOf("likeness"), SameClass = Names.IndexOf("same-class"), ClassAlike = Names.IndexOf("class-likeness"), OtherAlike = Names.IndexOf("other-likeness");

    private static readonly int Event = Names.IndexOf("event"), ClassEvent = Names.IndexOf("class-event"), OtherEvent = Names.IndexOf("other-event"), BothOpening = Names.IndexOf("both-opening"), OpeningEvent = Names.IndexOf("opening-event");

    /// <summary>Clauses whose words part them.</summary>
    public PartedClauses Parted { get; } = new(set, propositions);

    /// <summary>Sureness, 0 to 1000.</summary>
    public int Of(int left, int right) => AtLeast(left, right, 0) ?? 0; // None is less.

    /// <summary>Sureness, where it is at least <paramref name="needed"/>; else null, and that mostly without a comparison of the words of the clauses.</summary>
    public int? AtLeast(int left, int right, int needed)
    {
        (int, int) pair = left < right ? (left, right) : (right, left);
        if (_known.TryGetValue(pair, out int known))
        {
            return known >= needed ? known : null;
        }

        double[] features = Told(pair.Item1, pair.Item2);
        if (needed > 0 && Most(features, Ends) < needed)
        {
            return null;
        }

        double told = SetEvent(features, pair.Item1, pair.Item2);
        if (needed > 0 && Most(features, [told]) < needed)
        {
            return null;
        }

        SetLikeness(features, likeness(pair.Item1, pair.Item2) / Thousand);
        int sure = _known[pair] = Logistic.Thousandths(Learned.Value.Score(features));
        return sure >= needed ? sure : null;
    }

    // What the sureness is at most, however alike the words and, as far as it is not known, the events are: the score is a sum, so that it is largest at the one end or at the other of each.
    private static int Most(double[] features, ReadOnlySpan<double> events)
    {
        if (!Learned.Value.IsSum)
        {
            return (int)Thousand;
        }

        double most = double.NegativeInfinity;
        foreach (double told in events)
        {
            SetEvent(features, told);
            foreach (double alike in Ends)
            {
                SetLikeness(features, alike);
                most = Math.Max(most, Learned.Value.Score(features));
            }
        }

        return Logistic.Thousandths(most + Rounding);
    }

    private double SetEvent(double[] features, int left, int right)
    {
        double told = SameEvent.Of(mentions[left], mentions[right]) / Thousand;
        SetEvent(features, told);
        return told;
    }

    private static void SetEvent(double[] features, double told)
    {
        double sameClass = features[SameClass];
        (features[Event], features[ClassEvent], features[OtherEvent], features[OpeningEvent]) = (told, sameClass * told, (1 - sameClass) * told, features[BothOpening] * told);
    }

    private static void SetLikeness(double[] features, double alike)
    {
        double sameClass = features[SameClass];
        (features[Alike], features[ClassAlike], features[OtherAlike]) = (alike, sameClass * alike, (1 - sameClass) * alike);
    }

    /// <summary>Whether two propositions of different reports may be one fact at all: an act of one kind or somebody in both, and nothing that speaks against it: kinds of act that the tables part, negation, plan and act, times, figures, places in a row, or another name in one role.</summary>
    public bool MayBeOne(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        PredicateLexicon lexicon = PredicateLexicon.English;
        return one.Report != two.Report && (one.Class == two.Class || !lexicon.IsClass(one.Class) || !lexicon.IsClass(two.Class)) && NothingAgainst(one, two) && IsNear(left, right);
    }

    /// <summary>Whether nothing speaks against two propositions telling one fact: negation, plan and act, an attempt and what was done, times, figures, places in a row, or another name in one role.</summary>
    public static bool NothingAgainst(Proposition one, Proposition two) =>
        one.IsNegated == two.IsNegated && !PropositionMatcher.IsAttemptOnly(one, two) && one.Pole == two.Pole && (one.Factuality == Core.Accounts.Factuality.Planned) == (two.Factuality == Core.Accounts.Factuality.Planned)
        && PropositionMatcher.TimesAgree(one, two) && PropositionMatcher.FiguresAgree(one, two) && !LegalSteps.Differ(one, two) && !NamedLists.Differ(one.Actor, two.Actor) && !Tolls.Differ(one, two) && !PropositionMatcher.AreOfOtherRows(one, two) && !PropositionMatcher.DifferInHabit(one, two)
        && !OtherNouns.AreOtherNames(one.Actor, two.Actor) && !OtherNouns.AreOtherNames(one.Object, two.Object) && !OtherNouns.AreOtherNames(one.Recipient, two.Recipient) && !AreSwapped(one, two) && !OtherNouns.AreOneAndMany(one.Actor, two.Actor) && !OtherNouns.CountOthers(one, two)
        && !(one.Class == "appoint" && two.Class == "appoint" && PropositionMatcher.ArePosts(one, two) == SlotMatch.Different) && !(PredicateLexicon.English.IsMutual(one.Class) && PropositionMatcher.ArePartnersOfOthers(one, two));

    /// <summary>Whether one kind of act is told of a person in the one and of a thing in the other ("found the driver", "found a lamp").</summary>
    public bool ActOnOthers(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        return one.Class == two.Class && (IsOnPersonAlone(one, two) || IsOnPersonAlone(two, one));
    }

    private bool IsOnPersonAlone(Proposition one, Proposition two) => one is { Object: null, Recipient: { IsOpen: false, Token: { } token } } && two is { Recipient: null, Object.IsOpen: false }
        && set[one.Report].Tokens.Relations[token] is "obj" or "nsubj:pass" && PropositionMatcher.Slot(one.Recipient, two.Object) == SlotMatch.Different;

    /// <summary>Whether two verbs tell acts that have nothing to do with one another ("damaged", "inspected"), however much else the clauses share.</summary>
    public bool AreFarActs(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        return one.Class != two.Class && !one.IsNominal && !two.IsNominal && !IsCopular(one) && !IsCopular(two) && mentions[left].Head.Word.Stem != mentions[right].Head.Word.Stem
            && !KinWords.Of(one.Lemma).ContainsAny(KinWords.Of(two.Lemma)) && WordMeanings.Cosine(mentions[left].Head, mentions[right].Head) < LeastOfOtherVerbs;
    }

    private bool IsNear(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        return one.Class == two.Class || KinWords.Of(one.Lemma).ContainsAny(KinWords.Of(two.Lemma)) || HaveOneInBoth(one, two) || mentions[left].Head.Word.Stem == mentions[right].Head.Word.Stem;
    }

    private static bool HaveOneInBoth(Proposition one, Proposition two) => one.Participants.Any(p => two.Participants.Any(q => Meet(p, q)));

    // "Norland sold boats to Sedonia", "Sedonia sold boats to Norland": who acts here is acted on there.
    private static bool AreSwapped(Proposition one, Proposition two) =>
        (Meet(one.Actor, two.Recipient) || Meet(one.Actor, two.Object)) && (Meet(two.Actor, one.Recipient) || Meet(two.Actor, one.Object)) && !Meet(one.Actor, two.Actor);

    /// <summary>Whether one kind of act is of two lands on each other, told with who acts and upon whom exchanged: "Norland will expel Ostran envoys", "Ostra will expel Norlandic envoys".</summary>
    public bool AreExchanged(Proposition one, Proposition two) => (one.Class == two.Class || KinWords.Of(one.Lemma).ContainsAny(KinWords.Of(two.Lemma))) && (ActsOnActing(one, two) || ActsOnActing(two, one));

    // On the land of whoever acts in the other, or who announces it where no actor is told.
    private bool ActsOnActing(Proposition one, Proposition two)
    {
        string[] acting = Acting(one), others = Acting(two), actedOn = [.. Countries(one.Recipient), .. Countries(one.Object)], theirs = [.. Countries(two.Recipient), .. Countries(two.Object)];
        return one.Actor is not null && acting.Length > 0 && actedOn.Length > 0 && others.Intersect(actedOn, StringComparer.Ordinal).Any() && !others.Intersect(acting, StringComparer.Ordinal).Any()
            && (theirs.Length == 0 || theirs.Intersect(acting, StringComparer.Ordinal).Any());
    }

    private string[] Acting(Proposition told) => told.Actor is { } actor ? [.. Countries(actor)]
        : told is { Factuality: Core.Accounts.Factuality.Planned, Statement.Source.Entity: { } speaker } && set[told.Report].Entities.Find(speaker) is { } entity && ParticipantReader.CountryOf(entity) is { } country ? [country] : [];

    private static IEnumerable<string> Countries(Participant? participant) => participant is null ? [] : participant.Countries;

    /// <summary>The features of a pair; symmetric.</summary>
    public double[] Features(int left, int right)
    {
        double[] features = Told(left, right);
        SetEvent(features, left, right);
        SetLikeness(features, likeness(left, right) / Thousand);
        return features;
    }

    // All but those that ask for the words of the clauses or what stands around the acts, which are 0.
    private double[] Told(int left, int right)
    {
        (Proposition one, Proposition two) = (propositions[left], propositions[right]);
        (EventMention first, EventMention second) = (mentions[left], mentions[right]);
        PredicateLexicon lexicon = PredicateLexicon.English;
        double sameClass = One(one.Class == two.Class), other = 1 - sameClass, sameStem = One(first.Head.Word.Stem == second.Head.Word.Stem);
        bool copular = IsCopular(one), alsoCopular = IsCopular(two), kin = KinWords.Of(one.Lemma).ContainsAny(KinWords.Of(two.Lemma));
        SlotMatch actor = PropositionMatcher.Slot(one.Actor, two.Actor), thing = PropositionMatcher.Slot(one.Object, two.Object), recipient = PropositionMatcher.Slot(one.Recipient, two.Recipient);
        double roles = (One(actor == SlotMatch.Same) + One(thing == SlotMatch.Same) + One(recipient == SlotMatch.Same)) / MostShared;
        string[] ours = NamesOf(left), theirs = NamesOf(right);
        int shared = ours.Count(theirs.Contains);
        double names = Math.Min(MostShared, shared) / MostShared;
        int heads = one.Participants.Count(p => two.Participants.Any(q => PropositionMatcher.Slot(p, q) == SlotMatch.Same));
        bool othersSame = one.Others.Any(o => two.Others.Any(p => PropositionMatcher.Slot(o, p) == SlotMatch.Same));
        int stems = PropositionMatcher.Shared(one.Stems, two.Stems);
        bool timesAgree = PropositionMatcher.TimesAgree(one, two), figuresAgree = PropositionMatcher.FiguresAgree(one, two);
        bool figureShared = one.Figures.Any(f => two.Figures.Any(g => PropositionMatcher.SameUnit(f, g) && PropositionMatcher.IntervalsMeet(f, g)));
        bool isOpening = IsOpening(one), alsoOpening = IsOpening(two), isTitle = IsTitle(one), alsoTitle = IsTitle(two);
        double opening = One(isOpening && alsoOpening);
        return
        [
            0, 0, WordMeanings.Cosine(first.Head, second.Head), sameClass, sameStem, One(kin), One(one.Class != two.Class && lexicon.IsClass(one.Class) && lexicon.IsClass(two.Class)),
            One(copular != alsoCopular), One(copular && alsoCopular), One(lexicon.IsMutual(one.Class) || lexicon.IsMutual(two.Class)), One(lexicon.IsLight(one.Lemma) || lexicon.IsLight(two.Lemma)),
            One(one.IsNominal != two.IsNominal), One(one.IsNominal && two.IsNominal),
            One(actor == SlotMatch.Same), One(actor == SlotMatch.Related), One(actor == SlotMatch.Different), One(actor == SlotMatch.Different && OtherNouns.AreOtherNames(one.Actor, two.Actor)), One(thing == SlotMatch.Same), One(thing == SlotMatch.Related), One(thing == SlotMatch.Different), One(thing == SlotMatch.Different && OtherNouns.AreOtherNames(one.Object, two.Object)), One(recipient == SlotMatch.Same), One(recipient == SlotMatch.Related), One(recipient == SlotMatch.Different), One(recipient == SlotMatch.Different && OtherNouns.AreOtherNames(one.Recipient, two.Recipient)),
            One(CrossRoles(one, two)), names, One(ours.Length > 0 && theirs.Length > 0 && shared == 0), One(ours.Length > 0 != theirs.Length > 0), Math.Min(MostShared, heads) / MostShared,
            One(othersSame), One(!othersSame && one.Others.Length > 0 && two.Others.Length > 0), PropositionMatcher.WordsAlike(one, two) / Thousand, stems / (double)Math.Max(1, Math.Min(one.Stems.Length, two.Stems.Length)),
            One(!timesAgree), One(timesAgree && one.Times.Any(static t => t.Interval.IsDay || t.Interval.Weekday is not null) && two.Times.Any(static t => t.Interval.IsDay || t.Interval.Weekday is not null)), One(one.Times.IsEmpty != two.Times.IsEmpty),
            One(!figuresAgree), One(figureShared), One(one.Figures.IsEmpty != two.Figures.IsEmpty), One(first.Numbers.Shares(second.Numbers)), One(!first.Numbers.IsEmpty && !second.Numbers.IsEmpty && !first.Numbers.Shares(second.Numbers)),
            One(one.IsNegated != two.IsNegated), One((one.Factuality == Core.Accounts.Factuality.Planned) != (two.Factuality == Core.Accounts.Factuality.Planned)), One(one.IsUnreal || two.IsUnreal),
            One(one.IsMain && two.IsMain), One(one.IsMain != two.IsMain), One(one.IsClause && two.IsClause), opening, One(isOpening != alsoOpening), One(isTitle && alsoTitle), One(isTitle != alsoTitle),
            1.0 / (_countOf[(one.Report, one.Class)] * _countOf[(two.Report, two.Class)]), One(LegalSteps.Differ(one, two)), One(PropositionMatcher.AreOfOtherRows(one, two)), One(PropositionMatcher.DifferInHabit(one, two)),
            One(one.Statement is not null && two.Statement is not null), One(one.Statement is null != two.Statement is null),
            0, 0, 0, 0, other * names, opening * sameClass, opening * names, 0, sameClass * roles, sameClass * names, sameStem * roles,
        ];
    }

    // "was damaged by fire", "the fire damaged it", however the roles were read.
    private static bool CrossRoles(Proposition one, Proposition two) => Meet(one.Actor, two.Object) || Meet(one.Actor, two.Recipient) || Meet(two.Actor, one.Object) || Meet(two.Actor, one.Recipient) || Meet(one.Object, two.Recipient) || Meet(two.Object, one.Recipient);

    private static bool Meet(Participant? left, Participant? right) => PropositionMatcher.Slot(left, right) == SlotMatch.Same;

    private string[] NamesOf(int index) => _names[index] ??= [.. propositions[index].Participants.SelectMany(static p => p.Entities.Concat(p.Owners)).Distinct(StringComparer.Ordinal)];

    private static bool IsCopular(Proposition told) => told.Class.StartsWith("be:", StringComparison.Ordinal);

    private bool IsTitle(Proposition told) => set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Heading;

    private bool IsOpening(Proposition told) => told.Sentence < Opening || IsTitle(told);

    private static double One(bool value) => value ? 1 : 0;
}
