using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Decides where a capital stands for its government ("Tehran denied …") and where it is the place ("arrived in Tehran").</summary>
internal sealed class MetonymFinder(MentionLexicon lexicon, ICountryLookup countries)
{
    /// <summary>The country whose government the name at <paramref name="head"/> stands for, or null where it is no metonym; a seat of power ("the Kremlin") is a body of its own.</summary>
    public string? CountryAt(SyntaxTree tree, int head, string name, bool person) =>
        !person && countries.CountryOfSeat(name) is null && countries.CountryOfCapital(name) is { } country && IsActor(tree, head, 0) ? country : null;

    private bool IsActor(SyntaxTree tree, int head, int depth)
    {
        TokenLayer tokens = tree.Tokens;
        string relation = tokens.Relations[head];
        int governor = tree.Head(head);
        if (governor < 0 || depth > 8)
        {
            return false;
        }

        string above = tree.Lemma(governor);
        if (relation == "conj")
        {
            // "between Moscow and Tehran": a conjunct has the standing of the first, but keeps its own preposition ("in Moscow and with Kabul").
            return tree.Child(head, "case") >= 0 ? ByPreposition(tree, head, governor) : IsActor(tree, governor, depth + 1);
        }

        if (SyntaxTree.Matches(relation, "nsubj"))
        {
            bool state = tree.Child(governor, "cop") >= 0 && tokens.Tags[governor] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adp;
            bool verb = tokens.Tags[governor] is UniversalTag.Verb or UniversalTag.Adj || tree.Child(governor, "cop") >= 0;
            return verb && !state && !SpeechVerbs.Is("being", above) && !(relation.EndsWith(":pass", StringComparison.Ordinal) && SpeechVerbs.Is("place-object", above));
        }

        if (SyntaxTree.Matches(relation, "obj") || SyntaxTree.Matches(relation, "iobj"))
        {
            return tokens.Tags[governor] == UniversalTag.Verb && !SpeechVerbs.Is("place-object", above);
        }

        if (relation == "nmod:poss")
        {
            return lexicon.Noun(above).Class is not (NounClass.Place or NounClass.Facility or NounClass.People) && tokens.Tags[governor] == UniversalTag.Noun;
        }

        if (SyntaxTree.Matches(relation, "obl") || SyntaxTree.Matches(relation, "nmod"))
        {
            return ByPreposition(tree, head, governor);
        }

        // "pro-Moscow", "Tehran officials", "Tehran-backed": the government; "Tehran residents", "Tehran airport": the place.
        return SyntaxTree.Matches(relation, "compound") && tokens.Tags[governor] is UniversalTag.Noun
            && tree.Lemma(governor) is "official" or "government" or "policy" or "diplomat" or "delegation" or "authority" or "tie" or "relation";
    }

    private static bool ByPreposition(SyntaxTree tree, int head, int governor)
    {
        TokenLayer tokens = tree.Tokens;
        int preposition = tree.Child(head, "case");
        string above = tree.Lemma(governor);
        return preposition >= 0 && tokens.Form(preposition).ToString().ToLowerInvariant() switch
        {
            "by" or "against" or "with" => true,
            "between" => true,
            "of" or "for" or "on" => SpeechVerbs.Is("relation", above) || tokens.Tags[governor] == UniversalTag.Verb || SpeechVerbs.Is("transfer", above),
            "to" or "from" or "toward" or "towards" => SpeechVerbs.Is("transfer", above) || UnderTransfer(tree, governor),
            _ => false,
        };
    }

    // "its weapons supplies to Moscow": the noun above is one of giving; "selling drones to Moscow": the preposition may hang on the thing given.
    private static bool UnderTransfer(SyntaxTree tree, int governor) =>
        tree.Head(governor) is >= 0 and int up && tree.Is(governor, "obj") && SpeechVerbs.Is("transfer", tree.Lemma(up));
}
