using Parallax.Core.Reports;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Tells whom a report brings in without a name at its head and names further on: "A man suspected of shooting three was arrested … Karim Hadi was charged".</summary>
internal static class Suspects
{
    // The head of a report: its title and so many sentences behind it.
    private const int LeadSentences = 2;

    /// <summary>Whether a mention brings in, at the head of the report and before the name stands in its body, somebody who is told to have done the deed or to be charged with it.</summary>
    public static bool IsBroughtIn(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, MentionCandidate? accused)
    {
        if (mention.IsName || mention.IsPronoun || mention.Descriptive || mention.Class != NounClass.Person || mention.Number == MentionNumber.Plural || mention.Type is not (MentionType.IndefiniteNoun or MentionType.BareNoun) || !Leads(tree, mention)
            || mention.Modifiers.Any(static m => BodyWords.Is("further", m)) || tree.Is(mention.Head, "conj") || tree.Child(mention.Head, "conj") >= 0)
        {
            return false;
        }

        bool title = IsTitle(tree, mention);
        int named = accused is null ? -1 : clusters.MembersOf(accused.Index).FirstOrDefault(m => clusters.Mentions[m].IsName && !IsTitle(tree, clusters.Mentions[m]), -1);
        return (title || named < 0 || mention.Index < named) && (IsTold(tree, mention) || ((title || mention.Type == MentionType.BareNoun) && (BodyWords.Is("accused", mention.HeadLemma) || (BodyWords.Is("doer", mention.HeadLemma) && mention.HeadLemma is not ("driver" or "motorist")))));
    }

    /// <summary>Whether a mention stands in the title or at the beginning of the text.</summary>
    public static bool Leads(SyntaxTree tree, MentionCandidate mention)
    {
        int body = 0;
        for (int s = 0; s <= mention.Sentence && body <= LeadSentences; s++)
        {
            body += tree.Tokens.Sentences[s].Part is TextPart.Title or TextPart.Heading ? 0 : 1;
        }

        return body <= LeadSentences;
    }

    /// <summary>The one person whom the law is told to be after: "police had located Karim Hadi"; null where there is none or two.</summary>
    public static MentionCandidate? Sought(SyntaxTree tree, MentionClusters clusters)
    {
        MentionCandidate? found = null;
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            bool sought = mention.IsName && mention.Class == NounClass.Person && tree.Is(mention.Head, "obj") && tree.Head(mention.Head) is >= 0 and int verb && BodyWords.Is("pursue", tree.Lemma(verb))
                && tree.Child(verb, "nsubj") is >= 0 and int subject && clusters.Mentions.Find(m => m.Head == subject) is { } law && IsLaw(clusters, law);
            if (!sought || (found is not null && clusters.Together(found.Index, mention.Index)))
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = mention;
        }

        return found;
    }

    // "Police said they had located": the subject, or whom "they" of the same sentence may stand for.
    private static bool IsLaw(MentionClusters clusters, MentionCandidate law) =>
        law.HeadLemma is "police" or "authority" or "investigator" || BodyWords.Is("lawful", law.HeadLemma)
        || (law.Type == MentionType.They && clusters.Mentions.FindLast(m => m.Index < law.Index && !m.IsPronoun && m.Role == MentionRole.Subject) is { } before && before.Sentence == law.Sentence && IsLaw(clusters, before));

    private static bool IsTitle(SyntaxTree tree, MentionCandidate mention) => tree.Tokens.Sentences[mention.Sentence].Part is TextPart.Title or TextPart.Heading;

    private static bool IsTold(SyntaxTree tree, MentionCandidate mention)
    {
        // "a man suspected of …", "a man charged in …".
        foreach (int child in tree.Children(mention.Head))
        {
            if (tree.Is(child, "acl") && child > mention.Head && tree.Tokens.Form(child).EndsWith("ed") && (tree.Lemma(child) == "suspect" || BodyWords.Is("charge", tree.Lemma(child)) || BodyWords.Is("catch", tree.Lemma(child))))
            {
                return true;
            }
        }

        if (tree.Head(mention.Head) is not (>= 0 and int verb))
        {
            return false;
        }

        // "shot Karim", "shot and killed Karim", "shot to death one person".
        bool acts = tree.Is(mention.Head, "nsubj") && BodyWords.Is("harm", tree.Lemma(verb)) && (tree.Child(verb, "obj") >= 0 || (verb + 2 < tree.Tokens.Count && tree.Tokens.Form(verb + 1) is "to" && tree.Tokens.Form(verb + 2) is "death")
            || (tree.Child(verb, "conj") is >= 0 and int second && BodyWords.Is("harm", tree.Lemma(second)) && tree.Child(second, "obj") >= 0));
        bool taken = (tree.Is(mention.Head, "nsubj:pass") || tree.Is(mention.Head, "obj")) && (BodyWords.Is("charge", tree.Lemma(verb)) || BodyWords.Is("catch", tree.Lemma(verb)));
        return acts || taken;
    }
}
