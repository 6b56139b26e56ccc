using System.Globalization;
using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference;

/// <summary>Gives each mention that names and structure left open its best antecedent, or none.</summary>
internal sealed class AntecedentRanker(AntecedentModel model)
{
    /// <summary>A mention looks back over at most this many mentions.</summary>
    public const int Window = 200;

    /// <summary>A pronoun looks back over at most this many sentences.</summary>
    public const int PronounSentences = 5;

    // Taken from the score of "new" for "he" and "she", which in written news nearly always have an antecedent; set on the dev part of GAP, where it gave half a point of F1 over 0.
    private const double PersonBias = 1.5;

    // "It" and "they" between two antecedents whose scores differ by less stay open: a wrong actor does more harm than none.
    private const double Tie = 0.05;

    public void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        AntecedentFeatures features = new(tree, clusters);
        bool[] joined = AlreadyJoined(clusters);
        Span<int> cells = stackalloc int[AntecedentFeatures.MaxCells];
        List<(int Mention, int Antecedent, double Score)> links = [];
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (joined[mention.Index] || !IsOpen(mention))
            {
                continue;
            }

            if (LastSpeaker(tree, features, clusters, mention) is { } speaker)
            {
                clusters.Join(speaker.Index, mention.Index, "coref.speaker.continued", $"“{mention.Words}” goes on speaking after “{speaker.Words}” in the sentence before");
                continue;
            }

            List<(MentionCandidate Antecedent, int Rank)> candidates = Candidates(features, clusters, mention, out int agreeing);
            candidates = Thinned(features, clusters, mention, candidates);
            double none = model.Score(cells[..features.New(cells, mention, agreeing)]) - (mention.Type is MentionType.He or MentionType.She ? PersonBias : 0), best = none;
            MentionCandidate? found = null;
            double second = double.NegativeInfinity;
            foreach ((MentionCandidate antecedent, int rank) in candidates)
            {
                double score = model.Score(cells[..features.Pair(cells, mention, antecedent, rank)]);
                if (score > best && !Forbidden(clusters, mention, antecedent))
                {
                    second = found is not null && !clusters.Together(found.Index, antecedent.Index) ? best : second;
                    (best, found) = (score, antecedent);
                }
                else if (score > second && found is not null && !clusters.Together(found.Index, antecedent.Index) && !Forbidden(clusters, mention, antecedent))
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
            else if (mention.Type is MentionType.He or MentionType.She && Following(tree, features, clusters, mention) is { } subject)
            {
                clusters.Join(subject.Index, mention.Index, "coref.cataphor", $"“{mention.Words}” stands in a clause before its subject “{subject.Words}”");
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

    // "he" and "she" are no thing where a person is at hand; "they" is no single body where several are; "you" in a quotation is not who speaks.
    private static List<(MentionCandidate Antecedent, int Rank)> Thinned(AntecedentFeatures features, MentionClusters clusters, MentionCandidate mention, List<(MentionCandidate Antecedent, int Rank)> candidates)
    {
        switch (mention.Type)
        {
            case MentionType.He or MentionType.She:
                List<(MentionCandidate, int)> persons = candidates.FindAll(c => clusters.FactsOf(c.Antecedent.Index).Class is NounClass.Person);
                return persons.Count > 0 ? persons : candidates.FindAll(c => c.Antecedent.IsPronoun || c.Antecedent.IsName);
            case MentionType.They:
                bool several = candidates.Exists(c => mention.Sentence - c.Antecedent.Sentence <= 1 && clusters.FactsOf(c.Antecedent.Index).Number == MentionNumber.Plural);
                return several ? candidates.FindAll(c => clusters.FactsOf(c.Antecedent.Index).Number != MentionNumber.Singular) : candidates;
            case MentionType.You:
                return candidates.FindAll(c => c.Antecedent.Type == MentionType.You && c.Antecedent.Quote == mention.Quote);
            case MentionType.I when mention.Quote > 0:
                return candidates.FindAll(c => c.Antecedent.Type == MentionType.I && c.Antecedent.Quote == mention.Quote);
            default:
                return candidates;
        }
    }

    // "Dorn said … . He added …": who spoke in the sentence before goes on.
    private static MentionCandidate? LastSpeaker(SyntaxTree tree, AntecedentFeatures features, MentionClusters clusters, MentionCandidate mention)
    {
        if (mention.Type is not (MentionType.He or MentionType.She) || mention.Quote > 0 || !Speaks(tree, mention))
        {
            return null;
        }

        MentionCandidate? found = null;
        for (int i = mention.Index - 1; i >= 0 && mention.Sentence - clusters.Mentions[i].Sentence <= 1; i--)
        {
            MentionCandidate earlier = clusters.Mentions[i];
            if (earlier.Sentence == mention.Sentence)
            {
                if (earlier.IsName && earlier.Class == NounClass.Person && features.Agrees(mention, earlier))
                {
                    return null;
                }

                continue;
            }

            bool person = earlier.IsName || earlier.IsPronoun ? clusters.FactsOf(i).Class == NounClass.Person : earlier.Class == NounClass.Person;
            if (earlier.Quote == 0 && person && earlier.Type is not (MentionType.Coordination or MentionType.I or MentionType.You or MentionType.We) && Speaks(tree, earlier) && features.Agrees(mention, earlier) && !Forbidden(clusters, mention, earlier))
            {
                if (found is not null && !clusters.Together(found.Index, i))
                {
                    return null;
                }

                found = earlier;
            }
        }

        return found;
    }

    private static bool Speaks(SyntaxTree tree, MentionCandidate mention) =>
        tree.Head(mention.Head) is >= 0 and int verb && tree.Is(mention.Head, "nsubj") && tree.Tokens.Tags[verb] == UniversalTag.Verb && SpeechVerbs.Contains(tree.Lemma(verb));

    // "When he was minister, Maro founded the school": the pronoun of a clause before the main clause is the subject that follows.
    private static MentionCandidate? Following(SyntaxTree tree, AntecedentFeatures features, MentionClusters clusters, MentionCandidate mention)
    {
        for (int up = mention.Head; tree.Head(up) >= 0; up = tree.Head(up))
        {
            int main = tree.Head(up);
            if ((tree.Is(up, "advcl") || tree.Is(up, "obl")) && up < main && tree.Child(main, "nsubj") is >= 0 and int subject && subject > mention.Head)
            {
                MentionCandidate? following = clusters.Mentions.Find(m => m.Head == subject && m.IsName);
                return following is not null && features.Agrees(mention, following) ? following : null;
            }
        }

        return null;
    }

    // The cluster as it stands now must bear the join: no second name of another person, no "she" among "he".
    private static bool Forbidden(MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        ClusterFacts left = clusters.FactsOf(mention.Index), right = clusters.FactsOf(antecedent.Index);
        bool genders = left.Gender != MentionGender.Unknown && right.Gender != MentionGender.Unknown && left.Gender != right.Gender;
        bool names = left.IsNamed && right.IsNamed;
        bool within = mention.Sentence == antecedent.Sentence && !mention.IsPronoun && antecedent.TightFirst <= mention.Head && mention.Head < antecedent.TightEnd;
        bool countries = !mention.IsPronoun && left.Country is not null && right.Country is not null && left.Country != right.Country;
        bool holders = !mention.IsPronoun && !antecedent.IsPronoun && mention.HeadLemma == antecedent.HeadLemma && HoldsOtherName(clusters, mention, antecedent);
        return genders || names || within || countries || holders;
    }

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
