using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Gives each "he" and "she" the person it refers to.</summary>
/// <param name="model">Scores the candidates; null takes the nearest, which training begins with.</param>
/// <param name="seen">Is told of each pronoun with its candidates and their features before it is joined; training listens.</param>
internal sealed class PersonPronounRanker(PersonPronounModel? model, Action<MentionCandidate, List<PersonCandidate>, double[][]>? seen = null)
{
    // A candidate whose words do not tell the pronoun's gender must be so much better than the next: else the pronoun stays open, for a wrong person does more harm than none.
    private const double Doubt = 0.5;

    /// <summary>Joins the pronoun with its best candidate; without a candidate it stays alone.</summary>
    public void Resolve(SyntaxTree tree, PersonPronounFeatures features, MentionClusters clusters, MentionCandidate pronoun)
    {
        List<PersonCandidate> candidates = PersonCandidates.Of(tree, clusters, pronoun);
        // Who says the words is "I" in them, never "he".
        if (pronoun.Quote > 0 && IsWhole(tree, clusters, pronoun) && SpeakerOf(tree, clusters, pronoun) is { } speaker
            && candidates.Exists(c => c.Facts.Class == NounClass.Person && !clusters.Together(c.Root, speaker.Index)))
        {
            candidates.RemoveAll(c => clusters.Together(c.Root, speaker.Index));
        }

        candidates.RemoveAll(c => clusters.MembersOf(c.Root).Any(m => clusters.Mentions[m] is var other && other.Sentence == pronoun.Sentence && Apartness.AreArguments(tree, other, pronoun)));
        if (candidates.Count == 0)
        {
            return;
        }

        if (model is not null && seen is null && OwnSubject(tree, clusters, pronoun) is { } own && candidates.Exists(c => clusters.Together(c.Root, own.Index)))
        {
            clusters.Join(own.Index, pronoun.Index, "coref.person", $"“{pronoun.Words}” refers to “{own.Words}”, the subject of its clause");
            return;
        }

        double[][] rows = features.Of(pronoun, candidates);
        seen?.Invoke(pronoun, candidates, rows);
        int best = 0;
        double top = double.NegativeInfinity, second = double.NegativeInfinity;
        for (int i = 0; i < rows.Length; i++)
        {
            double score = model?.Score(rows[i]) ?? -i;
            if (score > top)
            {
                (best, top, second) = (i, score, top);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        if (model is not null && seen is null && SpokenOf.Find(tree, clusters, pronoun, candidates, best) is >= 0 and int told)
        {
            clusters.Join(candidates[told].Anchor.Index, pronoun.Index, "coref.spoken-of", $"“{pronoun.Words}” refers to “{candidates[told].Anchor.Words}”, of whom “{candidates[best].Anchor.Words}” speaks in the sentence before");
            return;
        }

        if (model is not null && candidates[best].Facts.Gender != pronoun.Gender && top - second < Doubt)
        {
            return;
        }

        MentionCandidate anchor = candidates[best].Anchor;
        int apart = pronoun.Sentence - anchor.Sentence;
        string where = anchor.Index > pronoun.Index ? "that follows" : apart == 0 ? "in the same sentence" : apart == 1 ? "in the sentence before" : $"{apart} sentences before";
        string others = rows.Length == 1 ? ", the only candidate" : $", before {rows.Length - 1} other candidate{(rows.Length == 2 ? "" : "s")}";
        clusters.Join(anchor.Index, pronoun.Index, anchor.Index > pronoun.Index ? "coref.cataphor" : "coref.person", $"“{pronoun.Words}” refers to “{anchor.Words}” {where}{others}", rows.Length == 1 ? null : Math.Round(top - second, 3));
    }

    // A quotation that does not say who speaks goes on with the words of whom the sentence before it tells to have spoken.
    private static MentionCandidate? SpeakerOf(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun)
    {
        SpeakerResolver speakers = new(tree, clusters);
        if (speakers.SpeakerOf(pronoun) is { } told)
        {
            return told;
        }

        MentionCandidate? opening = clusters.Mentions.Find(m => m.Quote == pronoun.Quote);
        MentionCandidate? before = opening is null ? null : clusters.Mentions.FindLast(m => m.Index < opening.Index && m.Quote > 0 && m.Quote != pronoun.Quote);
        return before is not null && opening!.Sentence - before.Sentence <= 1 ? speakers.SpeakerOf(before) : null;
    }

    // "A second mother was shot in her arm", "the witness came in with a hood over his head": what is somebody's in a clause is its subject's, where that is a person without a name.
    private static MentionCandidate? OwnSubject(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun)
    {
        if (pronoun.Role != MentionRole.Possessor)
        {
            return null;
        }

        int up = tree.Head(pronoun.Head);
        while (up >= 0 && tree.Tokens.Tags[up] is UniversalTag.Noun or UniversalTag.Propn && (tree.Is(up, "obj") || tree.Is(up, "obl") || tree.Is(up, "nmod")))
        {
            up = tree.Head(up);
        }

        if (up < 0 || tree.Tokens.Tags[up] != UniversalTag.Verb)
        {
            return null;
        }

        int subject = Math.Max(tree.Child(up, "nsubj"), tree.Child(up, "nsubj:pass"));
        return subject < 0 || subject > pronoun.Head ? null
            : clusters.Mentions.Find(m => m.Head == subject && m is { IsName: false, IsPronoun: false, Class: NounClass.Person, Type: not MentionType.Coordination } && m.Number == MentionNumber.Singular);
    }

    // Words told whole begin with a capital; a part of a reporter's sentence (he said that "he would not") keeps the reporter's persons.
    private static bool IsWhole(SyntaxTree tree, MentionClusters clusters, MentionCandidate pronoun)
    {
        int[] quotes = clusters.Quotes;
        int first = Array.IndexOf(quotes, pronoun.Quote);
        return first >= 0 && first + 1 < quotes.Length && char.IsUpper(tree.Tokens.Form(first + 1)[0]);
    }
}
