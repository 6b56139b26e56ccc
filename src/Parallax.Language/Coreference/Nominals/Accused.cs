using System.Globalization;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Nominals;

/// <summary>Joins "the defendant" and "the suspect" with the one person whom a report tells to be charged or caught, and tells persons of the law from those it is after.</summary>
internal static class Accused
{
    /// <summary>Joins what the words leave one.</summary>
    public static void Resolve(SyntaxTree tree, MentionClusters clusters)
    {
        MentionCandidate? accused = null, charged = null;
        bool several = false;
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            several |= mention.Number == MentionNumber.Plural && !mention.IsName && !mention.IsPronoun && (BodyWords.Is("accused", mention.HeadLemma) || mention.HeadLemma == "gunman") && tree.Tokens.Form(mention.TightFirst) is not ("no" or "No" or "any" or "all");
            if (!mention.IsName || mention.Class != NounClass.Person || VerbOf(tree, mention) is not (>= 0 and int verb) || (!BodyWords.Is("charge", tree.Lemma(verb)) && !BodyWords.Is("catch", tree.Lemma(verb))))
            {
                continue;
            }

            several |= accused is not null && !clusters.Together(accused.Index, mention.Index);
            accused ??= mention;
            charged ??= BodyWords.Is("charge", tree.Lemma(verb)) ? mention : null;
        }

        if (accused is null || several)
        {
            return;
        }

        foreach (MentionCandidate mention in clusters.Mentions)
        {
            if (!IsCalled(mention, charged is not null) || clusters.FactsOf(mention.Index).IsNamed || clusters.MembersOf(mention.Index).Any(m => clusters.Mentions[m].Type == MentionType.IndefiniteNoun))
            {
                continue;
            }

            MentionGender gender = clusters.FactsOf(accused.Index).Gender;
            bool fits = mention.Gender == MentionGender.Unknown || gender == MentionGender.Unknown || mention.Gender == gender;
            if (fits && !Apartness.Holds(tree, clusters, mention, accused))
            {
                clusters.Join(accused.Index, mention.Index, "coref.accused", $"“{mention.Words}” is “{accused.Name}”, the one person the report tells to be charged or caught");
            }
        }
    }

    /// <summary>Whether a noun for who did a crime meets somebody whom the report calls an officer of the law, or the other way round.</summary>
    public static bool Clashes(MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent) =>
        (IsOutlaw(mention) && IsLawful(clusters, antecedent)) || (BodyWords.Is("lawful", mention.HeadLemma) && !mention.IsName && clusters.MembersOf(antecedent.Index).Any(m => IsOutlaw(clusters.Mentions[m])));

    /// <summary>Whether two mentions or clusters are told to be of two ages: "the 29-year-old member" and "Dorn, 35,".</summary>
    public static bool AgesDiffer(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, MentionCandidate antecedent)
    {
        int own = AgeOf(tree, mention);
        if (own < 0)
        {
            return false;
        }

        foreach (int member in clusters.MembersOf(antecedent.Index))
        {
            if (AgeOf(tree, clusters.Mentions[member]) is >= 0 and int other && Math.Abs(other - own) > 1)
            {
                return true;
            }
        }

        return false;
    }

    // "the 29-year-old member", "Dorn, 35, said": the age; -1 where none is told.
    private static int AgeOf(SyntaxTree tree, MentionCandidate mention)
    {
        TokenLayer tokens = tree.Tokens;
        if (mention.IsName)
        {
            int t = mention.NameEnd + 1;
            bool behind = t + 1 < tokens.Count && tokens.SentenceOf(t) == mention.Sentence && tokens.Form(t - 1) is "," or "(" && tokens.Form(t + 1) is "," or ")" or ".";
            return behind && tokens.Form(t).Length <= 2 && int.TryParse(tokens.Form(t), NumberStyles.None, CultureInfo.InvariantCulture, out int age) ? age : -1;
        }

        if (mention.IsPronoun)
        {
            return -1;
        }

        for (int t = mention.TightFirst; t < mention.Head; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            int digits = form.IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? form.Length : digits;
            bool years = digits is 1 or 2 && (form[digits..].StartsWith("-year-old") || (digits == form.Length && t + 4 < mention.Head && tokens.Form(t + 1) is "-" && tokens.Form(t + 2) is "year" && tokens.Form(t + 4) is "old"));
            if (years)
            {
                return int.Parse(form[..digits], CultureInfo.InvariantCulture);
            }
        }

        return -1;
    }

    private static bool IsOutlaw(MentionCandidate mention) =>
        !mention.IsName && !mention.IsPronoun && (BodyWords.Is("outlaw", mention.HeadLemma) || (mention.HeadLemma == "member" && mention.Modifiers.Contains("gang")));

    private static bool IsLawful(MentionClusters clusters, MentionCandidate antecedent) =>
        clusters.FactsOf(antecedent.Index).Heads.Any(static h => BodyWords.Is("lawful", h));

    // The verb that tells what is done with somebody: "Hadi was charged", "police arrested Hadi"; -1 where none does, or where it is denied or only may be.
    private static int VerbOf(SyntaxTree tree, MentionCandidate mention)
    {
        int verb = tree.Is(mention.Head, "nsubj:pass") || tree.Is(mention.Head, "obj") ? tree.Head(mention.Head) : -1;
        if (verb < 0)
        {
            return -1;
        }

        foreach (int child in tree.Children(verb))
        {
            if ((tree.Is(child, "advmod") && tree.Lemma(child) is "not" or "n't" or "never") || (tree.Is(child, "aux") && tree.Lemma(child) is "may" or "might" or "could" or "would" or "should" or "can"))
            {
                return -1;
            }
        }

        return verb;
    }

    // "the defendant"; where somebody is charged, also "the gunman".
    private static bool IsCalled(MentionCandidate mention, bool charged) =>
        !mention.IsName && !mention.IsPronoun && !mention.Descriptive && mention is { Class: NounClass.Person, Type: MentionType.DefiniteNoun } && mention.Number != MentionNumber.Plural
        && (BodyWords.Is("accused", mention.HeadLemma) || (charged && BodyWords.Is("doer", mention.HeadLemma) && mention.HeadLemma is not ("driver" or "motorist")))
        && mention.Modifiers.All(static m => BodyWords.Is("of-person", m) || char.IsDigit(m[0]) || m.Contains("year", StringComparison.Ordinal));
}
