using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Clauses;

/// <content>Clauses that hang on a noun: its owner does it, or the noun itself.</content>
internal static partial class SharedSubject
{
    // "a plan to visit", "officials seeking talks": an infinitive takes the noun's own possessor or the subject above; a participle the noun.
    private static List<int> OfNounsClause(SyntaxTree tree, int head, int noun, int depth)
    {
        int mark = tree.Child(head, "mark");
        bool infinitive = mark >= 0 && tree.Tokens.Form(mark) is "to" or "To";
        if (!infinitive && (mark < 0 || mark < noun))
        {
            return With(tree, noun); // a participle; "with the country applying to join"
        }

        if (ClauseWords.Is("part", tree.Lemma(noun)) && mark >= 0 && tree.Lemma(mark) == "in" && PlayersOf(tree, noun) is { Count: > 0 } players)
        {
            return players;
        }

        if (infinitive && tree.Is(noun, "obj") && ClauseWords.Is("granted", tree.Lemma(noun)) && tree.Child(tree.Head(noun), "iobj") is >= 0 and int given)
        {
            return With(tree, given); // "gave the detectives time to look into it"
        }

        if (infinitive && tree.Tokens.Tags[noun] == UniversalTag.Propn && tree.Head(noun) < 0 && tree.End(noun) > head && mark > noun && tree.Tokens.Relations[mark - 1] is "root" or "flat")
        {
            return [noun]; // a headline: "The Wait Is Over: Dorn to Name Hadi"
        }

        bool person = MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class is NounClass.Person or NounClass.People;
        if (infinitive && (person || tree.Tokens.Tags[noun] == UniversalTag.Propn) && (tree.Is(noun, "obj") || IsOneOfARow(tree, noun)))
        {
            return With(tree, noun); // "the second climber to fall", "sent two envoys to mediate"
        }

        int verb = VerbAbove(tree, noun);
        if (!infinitive && verb >= 0 && (tree.Head(noun) == verb) && IsObjectsGerund(tree, verb, mark))
        {
            // "was accused by the premier of stealing": done by whom the verb above concerns, not by the noun before it.
            return Clause.OfVerb(tree, verb, depth + 1).Objects;
        }

        if ((tree.Child(noun, "nsubj") >= 0 ? tree.Child(noun, "nsubj") : tree.Child(noun, "nmod:poss")) is >= 0 and int owner)
        {
            return With(tree, owner);
        }

        if (infinitive && ClauseWords.Is("owned", tree.Lemma(noun)) && tree.Child(noun, "nmod") is >= 0 and int decider && decider < head && tree.Child(decider, "case") is >= 0 and int of && tree.Lemma(of) is "of" or "by")
        {
            return With(tree, decider); // "the decision of Norland to leave"
        }

        if (!person && Named(tree, noun) is >= 0 and int name)
        {
            return [name];
        }

        if (verb < 0)
        {
            return [];
        }

        Clause above = Clause.OfVerb(tree, verb, depth + 1);
        if (!infinitive)
        {
            return tree.Head(noun) != verb ? [] : above.IsPassive || tree.Is(noun, "obj") ? above.Objects : above.Subjects;
        }

        // "are scraping the barrel to deliver", "an offer to mediate" as object: by the subject; of somebody else's plan nobody knows.
        return tree.Head(noun) == verb ? (tree.Is(noun, "nsubj") ? [] : Doers(above)) : ClauseWords.Is("owned", tree.Lemma(noun)) ? [] : Doers(above);
    }

    /// <summary>Whether a noun names somebody as one of a row ("the second climber").</summary>
    internal static bool IsOneOfARow(SyntaxTree tree, int noun)
    {
        if (tree.Tokens.Tags[noun] != UniversalTag.Propn && MentionLexicon.Instance.Noun(tree.Lemma(noun)).Class is not (NounClass.Person or NounClass.People or NounClass.Country))
        {
            return false;
        }

        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "amod") || tree.Is(child, "nummod")) && ClauseWords.Is("ordinal", tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "US efforts to", "Norlandian plans to": a name or an adjective of country before the noun owns it.
    private static int Named(SyntaxTree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (child < noun && ((tree.Is(child, "compound") && tree.Tokens.Tags[child] == UniversalTag.Propn)
                || (tree.Is(child, "amod") && CountryLookup.Instance.CountryOfDemonym(tree.Tokens.Form(child).ToString()) is not null)))
            {
                return child;
            }
        }

        return -1;
    }

    private static int VerbAbove(SyntaxTree tree, int noun)
    {
        for (int up = tree.Head(noun), steps = 0; up >= 0 && steps < MaxDepth; up = tree.Head(up), steps++)
        {
            if (tree.Tokens.Tags[up] == UniversalTag.Verb)
            {
                return up;
            }
        }

        return -1;
    }
}
