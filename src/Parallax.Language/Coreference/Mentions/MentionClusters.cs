using Parallax.Core.Accounts;
using Parallax.Language.Coreference.Nominals;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>One join of two mentions: by which rule, and why in words.</summary>
internal readonly record struct MentionJoin(int Left, int Right, string Rule, string Why, double? Score);

/// <summary>The mentions of a report with the joins made so far (union–find that remembers why).</summary>
internal sealed class MentionClusters
{
    private readonly int[] _parents;
    private readonly List<int>[] _members;

    public MentionClusters(List<MentionCandidate> mentions, int[] quotes)
    {
        (Mentions, Quotes) = (mentions, quotes);
        _parents = new int[mentions.Count];
        _members = new List<int>[mentions.Count];
        for (int i = 0; i < mentions.Count; i++)
        {
            _parents[i] = i;
            _members[i] = [i];
        }
    }

    public List<MentionCandidate> Mentions { get; }

    /// <summary>The number of the quotation (from 1) of each token, 0 outside.</summary>
    public int[] Quotes { get; }

    public List<MentionJoin> Joins { get; } = [];

    /// <summary>The first mention of the cluster.</summary>
    public int RootOf(int mention)
    {
        while (_parents[mention] != mention)
        {
            mention = _parents[mention];
        }

        return mention;
    }

    public bool Together(int left, int right) => RootOf(left) == RootOf(right);

    /// <summary>Members in text order.</summary>
    public IReadOnlyList<int> MembersOf(int mention) => _members[RootOf(mention)];

    public void Join(int left, int right, string rule, string why, double? score = null)
    {
        int a = RootOf(left), b = RootOf(right);
        if (a == b)
        {
            return;
        }

        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        _parents[b] = a;
        _members[a].AddRange(_members[b]);
        _members[a].Sort();
        Joins.Add(new MentionJoin(left, right, rule, why, score));
    }

    /// <summary>What the words of all members tell together.</summary>
    public ClusterFacts FactsOf(int mention) => ClusterFacts.Of(this, RootOf(mention));
}

/// <summary>What the words of all members of a cluster tell together.</summary>
internal sealed class ClusterFacts
{
    public NounClass Class { get; private set; }

    public MentionGender Gender { get; private set; }

    public MentionNumber Number { get; private set; }

    public string? Country { get; private set; }

    public bool IsNamed { get; private set; }

    public int Count { get; private set; }

    /// <summary>Heads of descriptions and the words of titles, lower case.</summary>
    public HashSet<string> Heads { get; } = new(StringComparer.Ordinal);

    /// <summary>Words of names and modifiers, lower case.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    public static ClusterFacts Of(MentionClusters clusters, int root)
    {
        ClusterFacts facts = new();
        foreach (int member in clusters.MembersOf(root))
        {
            facts.Add(clusters.Mentions[member]);
        }

        return facts;
    }

    private bool _isToldByNoun;

    private void Add(MentionCandidate mention)
    {
        // "Robin Dorn, a grandmother of two": a noun tells more than a given name, which both may bear.
        if (mention is { IsName: false, IsPronoun: false, Gender: MentionGender.Male or MentionGender.Female } && !_isToldByNoun)
        {
            (Gender, _isToldByNoun) = (mention.Gender, true);
        }

        Count += mention.Type == MentionType.Relative ? 0 : 1;
        IsNamed |= mention.IsName;
        if (Class == NounClass.Unknown || (mention.IsName && mention.Class != NounClass.Unknown))
        {
            Class = mention.Class == NounClass.Unknown ? Class : mention.Class;
        }

        Gender = Gender == MentionGender.Unknown ? mention.Gender : Gender;
        Number = Number == MentionNumber.Unknown ? mention.Number : Number;
        Country ??= mention.Country;
        if (mention.IsPronoun || mention.Becomes)
        {
            return;
        }

        if (!mention.IsName)
        {
            Heads.Add(mention.HeadLemma);
        }

        foreach (string word in mention.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Heads.Add(BodyWords.Office(word.ToLowerInvariant()));
        }

        foreach (string word in mention.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Words.Add(word);
        }

        foreach (string word in mention.Modifiers)
        {
            Words.Add(word);
        }
    }
}
