using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Deaths told by verbs of other acts: "passed away", "was fatally shot", "was shot dead", "the blast claimed the lives of two men".</summary>
internal static class Deaths
{
    private static readonly Lazy<Dictionary<string, HashSet<string>>> Words = new(static () => Parallax.Stories.Words.StoriesData.Lines("en/propositions/deaths.txt")
        .ToDictionary(static l => l[..l.IndexOf(':', StringComparison.Ordinal)], static l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>The arguments as "kill" has them, or null where no death is told.</summary>
    public static Arguments? Of(Tree tree, int token, string predicateClass, Arguments arguments, ArgumentReader reader, Predicates predicates)
    {
        if (tree.Tokens.Tags[token] != UniversalTag.Verb)
        {
            return null;
        }

        string lemma = predicates.Lemma(token);
        if (lemma == "pass" && tree.Child(token, "obj") < 0 && (arguments.Actor ?? arguments.Object) is { IsPerson: true } gone && tree.Children(token, "advmod", "compound:prt").Any(a => Words.Value["passing"].Contains(predicates.Lemma(a))))
        {
            return new Arguments(null, null, gone, arguments.Others);
        }

        if (Words.Value["claiming"].Contains(lemma) && tree.Child(token, "obj") is var life && life >= 0 && predicates.Lemma(life) is "life")
        {
            foreach (int whose in tree.Children(life, "nmod"))
            {
                if (tree.Child(whose, "case") is var of && of >= 0 && tree.Is(of, "of"))
                {
                    return new Arguments(arguments.Actor, null, reader.Participant(whose), arguments.Others);
                }
            }

            return null;
        }

        bool harms = predicateClass is "attack" or "wound" || Words.Value["harming"].Contains(lemma);
        return harms && (arguments.Recipient ?? arguments.Object) is { } victim && tree.Children(token, "advmod", "xcomp", "obl", "advcl", "amod").Any(a => Words.Value["deadly"].Contains(predicates.Lemma(a)) || (predicates.Lemma(a) == "death" && tree.Child(a, "case") is var to && to >= 0 && tree.Is(to, "to")))
            ? new Arguments(arguments.Recipient is null && arguments.Actor == victim ? null : arguments.Actor, null, victim, arguments.Others) : null;
    }
}
