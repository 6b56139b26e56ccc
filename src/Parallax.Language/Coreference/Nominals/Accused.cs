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
            if (!mention.IsName || mention.Class != NounClass.Person || (IsAccused(tree, mention) ?? (IsSuspect(clusters, mention) ? false : null)) is not { } isCharged)
            {
                continue;
            }

            several |= accused is not null && !clusters.Together(accused.Index, mention.Index);
            accused ??= mention;
            charged ??= isCharged ? mention : null;
        }

        // "A man suspected of shooting three was arrested. Police had located Karim Hadi": nobody else is named as the one sought.
        bool sought = clusters.Mentions.Exists(m => Suspects.IsBroughtIn(tree, clusters, m, accused));
        accused ??= sought && !several ? Suspects.Sought(tree, clusters) : null;
        if (accused is null || several)
        {
            return;
        }

        bool guilt = charged is not null || sought;
        foreach (MentionCandidate mention in clusters.Mentions)
        {
            bool broughtIn = Suspects.IsBroughtIn(tree, clusters, mention, accused);
            if ((!broughtIn && !IsCalled(tree, clusters, mention, guilt)) || clusters.FactsOf(mention.Index).IsNamed || (!broughtIn && clusters.MembersOf(mention.Index).Any(m => clusters.Mentions[m].Type == MentionType.IndefiniteNoun)))
            {
                continue;
            }

            MentionGender gender = clusters.FactsOf(accused.Index).Gender;
            bool fits = mention.Gender == MentionGender.Unknown || gender == MentionGender.Unknown || mention.Gender == gender;
            if (fits && !(broughtIn ? Apartness.Holds(tree, clusters, accused, mention) : Apartness.Holds(tree, clusters, mention, accused)))
            {
                clusters.Join(accused.Index, mention.Index, "coref.accused", $"“{mention.Words}” is “{accused.Name}”, the one person the report tells to be charged or caught");
            }
        }
    }

    // "Hadi's arraignment", "the man's arrest".
    private static bool IsProceeded(SyntaxTree tree, MentionCandidate mention) => tree.Is(mention.Head, "nmod:poss") && tree.Head(mention.Head) is >= 0 and int noun && BodyWords.Is("proceeding", tree.Lemma(noun));

    // "The suspect, Karim Hadi".
    private static bool IsSuspect(MentionClusters clusters, MentionCandidate mention) =>
        clusters.MembersOf(mention.Index).Any(m => clusters.Mentions[m] is { IsName: false, IsPronoun: false } told && BodyWords.Is("accused", told.HeadLemma));

    // Whether the words tell that somebody is charged (true) or only caught (false); null where neither.
    private static bool? IsAccused(SyntaxTree tree, MentionCandidate mention)
    {
        if (IsProceeded(tree, mention))
        {
            return true;
        }

        if (VerbOf(tree, mention) is not (>= 0 and int verb))
        {
            return null;
        }

        foreach (int child in tree.Children(verb))
        {
            // "Hadi was held on charges of …", "Hadi was expected to be charged".
            bool held = tree.Is(child, "obl") && tree.Lemma(child) is "charge" or "suspicion" && tree.Lemma(verb) is "hold" or "jail" or "book" or "detain" or "arrest";
            if (held || (tree.Is(child, "xcomp") && tree.Lemma(verb) is "expect" or "schedule" or "set" && BodyWords.Is("charge", tree.Lemma(child))))
            {
                return true;
            }
        }

        // "Hadi was found guilty".
        bool found = tree.Lemma(verb) == "find" && verb + 1 < tree.Tokens.Count && tree.Tokens.Form(verb + 1) is "guilty";
        return found || BodyWords.Is("charge", tree.Lemma(verb)) ? true : BodyWords.Is("catch", tree.Lemma(verb)) ? false : null;
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

    private static bool IsLawful(MentionClusters clusters, MentionCandidate antecedent) => IsLawful(clusters.FactsOf(antecedent.Index));

    /// <summary>Whether a report calls somebody an officer of the law.</summary>
    public static bool IsLawful(ClusterFacts facts) =>
        facts.Heads.Any(static h => BodyWords.Is("lawful", h));

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

    // "the defendant"; where somebody is charged, also "the gunman", unless he is another one whom the report has brought in since.
    private static bool IsCalled(SyntaxTree tree, MentionClusters clusters, MentionCandidate mention, bool charged) =>
        !mention.IsName && !mention.IsPronoun && !mention.Descriptive && mention is { Class: NounClass.Person, Type: MentionType.DefiniteNoun } && mention.Number != MentionNumber.Plural
        && (BodyWords.Is("accused", mention.HeadLemma) || IsProceeded(tree, mention) || (charged && BodyWords.Is("doer", mention.HeadLemma) && mention.HeadLemma is not ("driver" or "motorist")))
        && mention.Modifiers.All(static m => BodyWords.Is("of-person", m) || char.IsDigit(m[0]) || m.Contains("year", StringComparison.Ordinal))
        && !clusters.Mentions.Exists(m => m.Index < mention.Index && m is { Type: MentionType.IndefiniteNoun, IsName: false } && BodyWords.Is("doer", m.HeadLemma) && !Suspects.Leads(tree, m));
}
