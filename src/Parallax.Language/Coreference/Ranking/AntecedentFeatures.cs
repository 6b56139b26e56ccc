using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Ranking;

/// <summary>The features of a mention with a possible antecedent, or with none. All are small categories; none holds a word or a name.</summary>
/// <remarks>Made once a report, after the joins by names and structure; what the clusters told then is what the features see.</remarks>
internal sealed class AntecedentFeatures
{
    /// <summary>Most cells one pair fills.</summary>
    public const int MaxCells = 24;

    private const int Kinds = 22, Groups = 5, Roles = 7, Classes = 14, Far = 7;

    private static readonly int[] Offsets;

    private readonly SyntaxTree _tree;
    private readonly MentionClusters _clusters;
    private readonly ClusterFacts[] _facts;
    private readonly int[] _roots;

    static AntecedentFeatures()
    {
        Offsets = new int[Templates.Length];
        for (int i = 0; i < Templates.Length; i++)
        {
            Offsets[i] = Size;
            Size += Templates[i].Size;
        }
    }

    public AntecedentFeatures(SyntaxTree tree, MentionClusters clusters)
    {
        (_tree, _clusters) = (tree, clusters);
        int n = clusters.Mentions.Count;
        _facts = new ClusterFacts[n];
        _roots = new int[n];
        for (int i = 0; i < n; i++)
        {
            _roots[i] = clusters.RootOf(i);
            _facts[i] = _roots[i] == i ? clusters.FactsOf(i) : _facts[_roots[i]];
        }
    }

    /// <summary>Names and sizes of the templates, in the order of the model file.</summary>
    public static (string Name, int Size)[] Templates { get; } =
    [
        ("types", Kinds * Kinds),
        ("type-sentences", Kinds * Groups * Far),
        ("type-mentions", Kinds * Groups * Far),
        ("type-roles", Kinds * Roles * Roles),
        ("number", Kinds * 3 * 3),
        ("gender", Kinds * 4 * 4),
        ("classes", Groups * Classes * Classes),
        ("type-class", Kinds * Classes),
        ("heads", Kinds * Groups * 6),
        ("country", Groups * Groups * 4),
        ("rank", Kinds * Groups * 5),
        ("quotes", Kinds * Groups * 4),
        ("binding", Kinds * 6),
        ("count", Kinds * 5),
        ("salience", Kinds * 8),
        ("role-nearness", Kinds * Roles * 3 * 2),
        ("modifiers", Groups * 3 * 6),
        ("governor", Kinds * 2),
        ("first-type", Kinds * Kinds),
        ("class-near", Groups * Classes * 3 * 2),
        ("new-role", Kinds * Roles),
        ("new-class", Kinds * Classes),
        ("new-seen", Kinds * 3),
        ("new-place", Kinds * Far),
        ("new-shape", Kinds * 4 * 2 * 2),
        ("new-candidates", Kinds * 4),
        ("new-pleonastic", Kinds * 4),
        ("new-number", Kinds * 3),
        ("new-part", Kinds * 5),
        ("new-relation", Kinds * Roles * 3),
    ];

    /// <summary>Number of cells of all templates.</summary>
    public static int Size { get; }

    /// <summary>First cell of a template.</summary>
    public static int Offset(int template) => Offsets[template];

    /// <summary>The cells of a mention with an antecedent.</summary>
    /// <param name="cells">Takes them.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="antecedent">The antecedent, earlier in the text.</param>
    /// <param name="rank">How many nearer clusters agree with the mention as well.</param>
    /// <returns>Number of cells.</returns>
    public int Pair(Span<int> cells, MentionCandidate mention, MentionCandidate antecedent, int rank)
    {
        int n = 0;
        ClusterFacts facts = _facts[antecedent.Index], own = _facts[mention.Index];
        int kind = KindOf(mention), other = KindOf(antecedent), group = GroupOf(mention), otherGroup = GroupOf(antecedent);
        int sentences = Bucket(mention.Sentence - antecedent.Sentence), apart = Bucket((mention.Index - antecedent.Index - 1) / 2);
        int near = Math.Min(mention.Sentence - antecedent.Sentence, 2);
        int heads = HeadMatch(mention, antecedent, facts);
        int before = antecedent.Head < mention.Head ? 1 : 0;
        cells[n] = Offsets[n++] + (kind * Kinds) + other;
        cells[n] = Offsets[n++] + (((kind * Groups) + otherGroup) * Far) + sentences;
        cells[n] = Offsets[n++] + (((kind * Groups) + otherGroup) * Far) + apart;
        cells[n] = Offsets[n++] + (((kind * Roles) + (int)mention.Role) * Roles) + (int)antecedent.Role;
        cells[n] = Offsets[n++] + (((kind * 3) + (int)own.Number) * 3) + (int)facts.Number;
        cells[n] = Offsets[n++] + (((kind * 4) + (int)own.Gender) * 4) + (int)facts.Gender;
        cells[n] = Offsets[n++] + (((group * Classes) + (int)own.Class) * Classes) + (int)facts.Class;
        cells[n] = Offsets[n++] + (kind * Classes) + (int)facts.Class;
        cells[n] = Offsets[n++] + (((kind * Groups) + otherGroup) * 6) + heads;
        cells[n] = Offsets[n++] + (((group * Groups) + otherGroup) * 4) + CountryMatch(mention.Country, facts.Country);
        cells[n] = Offsets[n++] + (((kind * Groups) + otherGroup) * 5) + Math.Min(rank, 4);
        cells[n] = Offsets[n++] + (((kind * Groups) + otherGroup) * 4) + Quotes(mention, antecedent);
        cells[n] = Offsets[n++] + (kind * 6) + Binding(mention, antecedent);
        cells[n] = Offsets[n++] + (kind * 5) + CountBucket(facts.Count);
        cells[n] = Offsets[n++] + (kind * 8) + Salience(antecedent);
        cells[n] = Offsets[n++] + (((((kind * Roles) + (int)antecedent.Role) * 3) + near) * 2) + before;
        cells[n] = Offsets[n++] + (((group * 3) + ModifierMatch(mention, facts)) * 6) + heads;
        cells[n] = Offsets[n++] + (kind * 2) + (SameGovernor(mention, antecedent) ? 1 : 0);
        cells[n] = Offsets[n++] + (kind * Kinds) + KindOf(_clusters.Mentions[_roots[antecedent.Index]]);
        cells[n] = Offsets[n++] + (((((group * Classes) + (int)facts.Class) * 3) + near) * 2) + (rank == 0 ? 1 : 0);
        return n;
    }

    /// <summary>The cells of a mention that begins something new.</summary>
    /// <param name="cells">Takes them.</param>
    /// <param name="mention">The mention.</param>
    /// <param name="agreeing">How many earlier clusters agree with it.</param>
    /// <returns>Number of cells.</returns>
    public int New(Span<int> cells, MentionCandidate mention, int agreeing)
    {
        const int firstTemplate = 20;
        int kind = KindOf(mention), n = 0;
        cells[n] = Offsets[firstTemplate + n++] + (kind * Roles) + (int)mention.Role;
        cells[n] = Offsets[firstTemplate + n++] + (kind * Classes) + (int)mention.Class;
        cells[n] = Offsets[firstTemplate + n++] + (kind * 3) + SeenBefore(mention);
        cells[n] = Offsets[firstTemplate + n++] + (kind * Far) + Bucket(mention.Sentence);
        cells[n] = Offsets[firstTemplate + n++] + (((((kind * 4) + Math.Min(mention.Modifiers.Count, 3)) * 2) + (mention.End > mention.Head + 1 ? 1 : 0)) * 2) + (mention.End > mention.TightEnd ? 1 : 0);
        cells[n] = Offsets[firstTemplate + n++] + (kind * 4) + Math.Min(agreeing, 3);
        cells[n] = Offsets[firstTemplate + n++] + (kind * 4) + Pleonastic(mention);
        cells[n] = Offsets[firstTemplate + n++] + (kind * 3) + (int)mention.Number;
        cells[n] = Offsets[firstTemplate + n++] + (kind * 5) + Math.Min((int)_tree.Tokens.Sentences[mention.Sentence].Part, 4);
        cells[n] = Offsets[firstTemplate + n++] + (((kind * Roles) + (int)mention.Role) * 3) + (mention.Quote > 0 ? 1 : mention.Index < 10 ? 2 : 0);
        return n;
    }

    /// <summary>Whether nothing that the words tell speaks against the pair; cheap, used to thin out and rank the candidates.</summary>
    public bool Agrees(MentionCandidate mention, MentionCandidate antecedent)
    {
        ClusterFacts facts = _facts[antecedent.Index];
        bool number = mention.Number == MentionNumber.Unknown || facts.Number == MentionNumber.Unknown || mention.Number == facts.Number
            || (mention.Number == MentionNumber.Plural && facts.Class is NounClass.Organization or NounClass.Government or NounClass.People or NounClass.Outlet or NounClass.Agency)
            || (mention.Type == MentionType.They && facts.Class is NounClass.Unknown or NounClass.Country);
        return number && GenderAgrees(mention.Gender, facts) && StructureResolver.ClassesFit(mention.Class, facts.Class);
    }

    private static bool GenderAgrees(MentionGender gender, ClusterFacts facts) =>
        gender == MentionGender.Unknown || gender == facts.Gender
        || (facts.Gender == MentionGender.Unknown && (gender == MentionGender.Neuter ? facts.Class is not NounClass.Person : facts.Class is NounClass.Person or NounClass.Unknown or NounClass.People));

    /// <summary>The finest type: that of the word, and for names that of the bearer.</summary>
    private static int KindOf(MentionCandidate mention) => mention.Type != MentionType.Name ? (int)mention.Type : mention.Class switch
    {
        NounClass.Person => (int)MentionType.Name,
        NounClass.Organization or NounClass.Government or NounClass.Outlet or NounClass.Agency => 18,
        NounClass.Place or NounClass.Country or NounClass.Facility => 19,
        _ => 20,
    };

    private static int GroupOf(MentionCandidate mention) => mention.Type switch
    {
        MentionType.Name => 0,
        MentionType.DefiniteNoun or MentionType.DemonstrativeNoun or MentionType.PossessedNoun => 1,
        MentionType.IndefiniteNoun or MentionType.BareNoun => 2,
        MentionType.Coordination => 3,
        _ => 4,
    };

    private static int Bucket(int distance) => distance switch { <= 0 => 0, 1 => 1, 2 => 2, <= 4 => 3, <= 8 => 4, <= 16 => 5, _ => 6 };

    private static int CountBucket(int count) => count switch { 1 => 0, 2 => 1, 3 => 2, <= 6 => 3, _ => 4 };

    private static int CountryMatch(string? left, string? right) => left is null ? right is null ? 0 : 1 : right is null ? 1 : left == right ? 2 : 3;

    /// <summary>"spokesman", "spokeswoman" and "spokesperson" name one office.</summary>
    private static ReadOnlySpan<char> Office(string head) =>
        head.EndsWith("woman", StringComparison.Ordinal) ? head.AsSpan(0, head.Length - 5)
        : head.EndsWith("person", StringComparison.Ordinal) && head.Length > 6 ? head.AsSpan(0, head.Length - 6)
        : head.EndsWith("man", StringComparison.Ordinal) ? head.AsSpan(0, head.Length - 3) : head;

    private static int HeadMatch(MentionCandidate mention, MentionCandidate antecedent, ClusterFacts facts)
    {
        if (mention.IsPronoun || mention.Type == MentionType.Coordination)
        {
            return 0;
        }

        if (!antecedent.IsPronoun && mention.Words == antecedent.Words)
        {
            return 5;
        }

        if (!antecedent.IsPronoun && mention.HeadLemma == antecedent.HeadLemma)
        {
            return ModifierMatch(mention, facts) != 2 ? 4 : 3;
        }

        foreach (string head in facts.Heads)
        {
            if (Office(head).SequenceEqual(Office(mention.HeadLemma)))
            {
                return 2;
            }
        }

        return facts.Words.Contains(mention.HeadLemma) ? 1 : 0;
    }

    // 0: no modifiers; 1: all known of the antecedent; 2: some are not.
    private static int ModifierMatch(MentionCandidate mention, ClusterFacts facts)
    {
        if (mention.Modifiers.Count == 0)
        {
            return 0;
        }

        foreach (string modifier in mention.Modifiers)
        {
            if (!facts.Words.Contains(modifier) && !facts.Heads.Contains(modifier))
            {
                return 2;
            }
        }

        return 1;
    }

    private static int Quotes(MentionCandidate mention, MentionCandidate antecedent) =>
        mention.Quote == antecedent.Quote ? mention.Quote == 0 ? 0 : 1 : mention.Quote == 0 ? 2 : 3;

    private int Binding(MentionCandidate mention, MentionCandidate antecedent)
    {
        if (antecedent.First <= mention.First && mention.End <= antecedent.End)
        {
            return antecedent.TightFirst <= mention.First && mention.End <= antecedent.TightEnd ? 1 : 2;
        }

        if (mention.First <= antecedent.First && antecedent.End <= mention.End)
        {
            return 3;
        }

        if (mention.Sentence != antecedent.Sentence)
        {
            return 0;
        }

        int governor = _tree.Head(mention.Head);
        return governor >= 0 && governor == _tree.Head(antecedent.Head) ? 4 : governor >= 0 && _tree.Dominates(governor, antecedent.Head) ? 5 : 0;
    }

    private int Salience(MentionCandidate antecedent)
    {
        TokenLayer tokens = _tree.Tokens;
        int head = _tree.Head(antecedent.Head);
        bool mainSubject = antecedent.Role == MentionRole.Subject && head >= 0 && _tree.Head(head) < 0;
        bool title = tokens.Sentences[antecedent.Sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption;
        bool first = antecedent.Index == 0 || _clusters.Mentions[antecedent.Index - 1].Sentence != antecedent.Sentence;
        return (mainSubject ? 1 : 0) + (title ? 2 : 0) + (first ? 4 : 0);
    }

    private bool SameGovernor(MentionCandidate mention, MentionCandidate antecedent)
    {
        int left = _tree.Head(mention.Head), right = _tree.Head(antecedent.Head);
        return left >= 0 && right >= 0 && _tree.Tokens.Lemmas[left] == _tree.Tokens.Lemmas[right] && mention.Role == antecedent.Role;
    }

    private int SeenBefore(MentionCandidate mention)
    {
        int seen = 0;
        if (mention.IsPronoun)
        {
            return 0;
        }

        for (int i = mention.Index - 1; i >= 0 && seen < 2; i--)
        {
            MentionCandidate earlier = _clusters.Mentions[i];
            if (!earlier.IsPronoun && earlier.HeadLemma == mention.HeadLemma)
            {
                seen = Math.Max(seen, earlier.Words == mention.Words ? 2 : 1);
            }
        }

        return seen;
    }

    // "It is clear that …", "it takes months to …", "it rained": no referent.
    private int Pleonastic(MentionCandidate mention)
    {
        int governor = _tree.Head(mention.Head);
        if (mention.Type is not (MentionType.It or MentionType.Demonstrative) || governor < 0 || mention.Role != MentionRole.Subject)
        {
            return 0;
        }

        bool clause = _tree.Child(governor, "csubj") >= 0 || _tree.Child(governor, "ccomp") is >= 0 and int c && c > governor;
        bool adjective = _tree.Tokens.Tags[governor] == UniversalTag.Adj || _tree.Child(governor, "cop") >= 0;
        return clause ? 3 : adjective ? 2 : 1;
    }
}
