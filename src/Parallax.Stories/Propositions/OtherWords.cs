using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Gives one class and one set of roles to constructions that tell the same act in other words.</summary>
internal static class OtherWords
{
    private static readonly HashSet<string> People = ["fighter", "pirate", "soldier", "worker", "migrant", "person", "civilian", "passenger"];

    /// <summary>The class and the arguments as the plain verb of the act would have them.</summary>
    public static (string Class, Arguments Arguments) Of(Tree tree, int token, string predicateClass, Arguments arguments, ArgumentReader reader, Predicates predicates)
    {
        string? thing = arguments.Object?.Thing;
        if (predicateClass == "seize" && thing is not null && People.Contains(thing))
        {
            return ("arrest", arguments with { Object = null, Recipient = arguments.Object }); // "captured 20 pirates"
        }

        if (predicateClass is "transfer" or "use" && thing == "soldier")
        {
            return ("deploy", arguments); // "sent troops to the border", "deployed soldiers to the frontier"
        }

        if (predicateClass == "be:member" && predicates.Lemma(token) == "become" && arguments.Object?.Token is { } member)
        {
            foreach (int body in tree.Children(member, "nmod"))
            {
                if (tree.Child(body, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "of"))
                {
                    return ("join", arguments with { Recipient = reader.Participant(body) }); // "became a member of the league"
                }
            }
        }

        // "the invasion of Kelder by Norland began in May": what began is told by the noun.
        if (predicateClass == "start" && arguments.Object is null && tree.Tokens.Tags[token] == UniversalTag.Verb && tree.Child(token, "nsubj") is var subject && subject >= 0 && tree.Tokens.Tags[subject] == UniversalTag.Noun
            && PredicateLexicon.English.Noun(predicates.Lemma(subject)) is { } noun && noun.Class is "visit" or "invade" or "attack" or "meet" or "protest" or "use")
        {
            return (noun.Class, reader.Read(subject, subject));
        }

        return (predicateClass, arguments);
    }
}
