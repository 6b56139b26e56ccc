using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Ranking;

/// <summary>Gives each mention that names and structure left open its best antecedent, or none.</summary>
/// <param name="model">Scores the pairs; null leaves all but "he" and "she" open, which training does.</param>
/// <param name="persons">Decides on "he" and "she".</param>
internal sealed class AntecedentRanker(AntecedentModel? model, PersonPronounRanker persons)
{
    /// <summary>A mention looks back over at most this many mentions.</summary>
    public const int Window = 200;

    /// <summary>A pronoun looks back over at most this many sentences.</summary>
    public const int PronounSentences = 5;

    // "It" and "they" between two antecedents whose scores differ by less stay open: a wrong actor does more harm than none.
    private const double Tie = 0.05;

    public void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        AntecedentFeatures features = new(tree, clusters);
        PersonPronounFeatures personFeatures = new(tree);
        bool[] joined = AlreadyJoined(clusters);
        Span<int> cells = stackalloc int[AntecedentFeatures.MaxCells];
        List<(int Mention, int Antecedent, double Score)> links = [];
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (joined[mention.Index] || !IsOpen(mention))
            {
                continue;
            }

            if (mention.Type is MentionType.He or MentionType.She)
            {
                persons.Resolve(tree, personFeatures, clusters, mention);
                continue;
            }

            if (model is null)
            {
                continue;
            }

            List<(MentionCandidate Antecedent, int Rank)> candidates = Candidates(features, clusters, mention, out int agreeing);
            candidates = Thinned(features, clusters, mention, candidates);
            double none = model.Score(cells[..features.New(cells, mention, agreeing)]), best = none;
            MentionCandidate? found = null;
            double second = double.NegativeInfinity;
            foreach ((MentionCandidate antecedent, int rank) in candidates)
            {
                double score = model.Score(cells[..features.Pair(cells, mention, antecedent, rank)]);
                if (score > best && !Forbidden(tree, clusters, mention, antecedent))
                {
                    second = found is not null && !clusters.Together(found.Index, antecedent.Index) ? best : second;
                    (best, found) = (score, antecedent);
                }
                else if (score > second && found is not null && !clusters.Together(found.Index, antecedent.Index) && !Forbidden(tree, clusters, mention, antecedent))
                {
                    second = score;
                }
            }

            if (found is not null && mention.Type is MentionType.It or MentionType.They && best - second < Tie)
            {
                continue;
            }

            if (found is not null)
            {
                double margin = Math.Round(best - none, 3);
                clusters.Join(found.Index, mention.Index, "coref.antecedent", $"“{mention.Words}” refers to “{found.Words}” {Apart(mention, found)}", margin);
            }
        }
    }

    /// <summary>Whether the model decides on the mention; names never look for names, see <see cref="Candidates"/>.</summary>
    public static bool IsOpen(MentionCandidate mention) => !mention.Descriptive && mention.Type is not (MentionType.Relative or MentionType.OtherPronoun);

    /// <summary>The mentions joined to an earlier one by names or structure.</summary>
    public static bool[] AlreadyJoined(MentionClusters clusters)
    {
        bool[] joined = new bool[clusters.Mentions.Count];
        for (int i = 0; i < joined.Length; i++)
        {
            joined[i] = clusters.RootOf(i) != i;
        }

        return joined;
    }

    /// <summary>The possible antecedents from near to far, each with the number of nearer clusters that agree as well.</summary>
    public static List<(MentionCandidate Antecedent, int Rank)> Candidates(AntecedentFeatures features, MentionClusters clusters, MentionCandidate mention, out int agreeing)
    {
        List<(MentionCandidate, int)> candidates = [];
        HashSet<int> seen = [];
        agreeing = 0;
        for (int i = mention.Index - 1; i >= 0 && i >= mention.Index - Window; i--)
        {
            MentionCandidate earlier = clusters.Mentions[i];
            if (mention.IsPronoun && mention.Sentence - earlier.Sentence > PronounSentences)
            {
                break;
            }

            if (earlier.Descriptive || earlier.Type is MentionType.Relative or MentionType.OtherPronoun || earlier.Head == mention.Head)
            {
                continue;
            }

            if (mention.IsName && (earlier.IsName || earlier.IsPronoun))
            {
                continue;
            }

            if (!features.Agrees(mention, earlier))
            {
                continue;
            }

            int root = clusters.RootOf(i);
            candidates.Add((earlier, agreeing));
            if (seen.Add(root))
            {
                agreeing++;
            }
        }

        return candidates;
    }

    // "They" is no single body where several are; "you" in a quotation is not who speaks.
    private static List<(MentionCandidate Antecedent, int Rank)> Thinned(AntecedentFeatures features, MentionClusters clusters, MentionCandidate mention, List<(MentionCandidate Antecedent, int Rank)> candidates)
    {
        switch (mention.Type)
        {
            case MentionType.They:
                bool several = candidates.Exists(c => mention.Sentence - c.Antecedent.Sentence <= 1 && clusters.FactsOf(c.Antecedent.Index).Number == MentionNumber.Plural);
                return several ? candidates.FindAll(c => clusters.FactsOf(c.Antecedent.Index).Number != MentionNumber.Singular) : candidates;
            case MentionType.You:
                return candidates.FindAll(c => c.Antecedent.Type == MentionType.You && c.Antecedent.Quote == mention.Quote);
            case MentionType.I or MentionType.We when mention.Quote > 0:
                return candidates.FindAll(c => c.Antecedent.Type == mention.Type && c.Antecedent.Quote == mention.Quote);
            default:
                return candidates;
        }
    }

    // The cluster as it stands now must bear the join: no second name of another person, no "she" among "he".
    private static bool Forbidden(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        ClusterFacts left = clusters.FactsOf(mention.Index), right = clusters.FactsOf(antecedent.Index);
        bool genders = left.Gender != MentionGender.Unknown && right.Gender != MentionGender.Unknown && left.Gender != right.Gender;
        bool names = left.IsNamed && right.IsNamed;
        bool within = mention.Sentence == antecedent.Sentence && !mention.IsPronoun && antecedent.TightFirst <= mention.Head && mention.Head < antecedent.TightEnd;
        bool countries = !mention.IsPronoun && left.Country is not null && right.Country is not null && left.Country != right.Country;
        bool holders = !mention.IsPronoun && !antecedent.IsPronoun && mention.HeadLemma == antecedent.HeadLemma && HoldsOtherName(clusters, mention, antecedent);
        // "any country" is none that "the country" could mean.
        bool any = !mention.IsPronoun && antecedent.Form == MentionForm.Nominal && IsAny(tree, antecedent);
        bool another = mention.Form == MentionForm.Nominal && antecedent.Form == MentionForm.Nominal && IsAnother(tree, mention, antecedent);
        return genders || names || within || countries || holders || any || another || Accused.Clashes(clusters, mention, antecedent) || Apartness.Holds(tree, clusters, mention, antecedent);
    }

    private static bool IsAny(SyntaxTree tree, MentionCandidate mention) =>
        BodyWords.Is("any", tree.Tokens.Form(mention.TightFirst).ToString().ToLowerInvariant()) || mention.Modifiers.Any(static m => BodyWords.Is("any", m));

    // "a different cable" is none before it; "the cable cut" is no cable; "the two countries" are not "countries" of any number.
    private static bool IsAnother(SyntaxTree tree, MentionCandidate mention, MentionCandidate antecedent)
    {
        bool other = mention.Type != MentionType.DefiniteNoun && mention.Modifiers.Any(static m => m is "different" or "another" or "other" or "separate" or "second" or "third") || tree.Tokens.Form(mention.TightFirst).Equals("another", StringComparison.OrdinalIgnoreCase);
        bool part = mention.HeadLemma != antecedent.HeadLemma && mention.TightFirst < mention.Head && tree.Lemma(mention.Head - 1).Equals(antecedent.HeadLemma, StringComparison.OrdinalIgnoreCase);
        bool counted = mention.HeadLemma == antecedent.HeadLemma && antecedent is { Type: MentionType.BareNoun, Number: MentionNumber.Plural } && Counted(tree, mention) && !Counted(tree, antecedent);
        return other || part || counted;
    }

    private static bool Counted(SyntaxTree tree, MentionCandidate mention) => tree.Child(mention.Head, "nummod") >= 0;

    // "the secretary of the Council" and "the secretary of the Board": equal heads over different names are different things.
    private static bool HoldsOtherName(MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        bool inMention = false, shared = false;
        foreach (MentionCandidate left in clusters.Mentions.Where(m => m.IsName && m != mention && mention.TightFirst <= m.Head && m.Head < mention.TightEnd))
        {
            inMention = true;
            shared |= clusters.Mentions.Any(m => antecedent.TightFirst <= m.Head && m.Head < antecedent.TightEnd && clusters.Together(m.Index, left.Index));
        }

        bool inAntecedent = clusters.Mentions.Exists(m => m.IsName && m != antecedent && antecedent.TightFirst <= m.Head && m.Head < antecedent.TightEnd);

        return inMention && inAntecedent && !shared;
    }

    private static string Apart(MentionCandidate mention, MentionCandidate antecedent)
    {
        int sentences = mention.Sentence - antecedent.Sentence;
        return sentences == 0 ? "in the same sentence" : sentences == 1 ? "in the sentence before" : string.Create(CultureInfo.InvariantCulture, $"{sentences} sentences before");
    }
}
