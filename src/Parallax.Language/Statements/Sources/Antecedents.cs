using Parallax.Core.Layers;

namespace Parallax.Language.Statements.Sources;

/// <summary>Chooses what a relative pronoun stands for where the parser may have taken a noun too far off.</summary>
internal sealed class Antecedents(DependencyTree tree)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The noun right before the pronoun, where the verb agrees with it alone ("signs of steam on the moon, which is thought …") or where it is the last of a row ("gangs and its police, whom they say make …"); else the parser's.</summary>
    /// <param name="noun">The noun that the parser hung the clause on.</param>
    /// <param name="relative">The pronoun.</param>
    /// <param name="verb">The first finite verb of what the pronoun is the subject of, or -1.</param>
    public int Choose(int noun, int relative, int verb)
    {
        int near = relative - 1;
        while (near > noun && Tokens.Tags[near] == UniversalTag.Punct)
        {
            near--;
        }

        while (near > noun && Tokens.Heads[near] > noun && (tree.Is(near, "flat") || tree.Is(near, "compound")))
        {
            near = Tokens.Heads[near];
        }

        if (near <= noun || verb < 0 || Tokens.Tags[near] is not (UniversalTag.Noun or UniversalTag.Propn) || !tree.Below(near, noun))
        {
            return noun;
        }

        bool isPlural = tree.Lower(verb) is "were" or "are" or "have" || (tree.HasFeature(verb, "Tense=Pres") && !tree.HasFeature(verb, "Number=Sing")), isSingular = tree.Lower(verb) is "was" or "is" or "has" || (tree.HasFeature(verb, "Tense=Pres") && tree.HasFeature(verb, "Number=Sing"));
        bool agrees = isPlural ? IsPlural(near) || tree.Is(near, "conj") : isSingular && !IsPlural(near), farAgrees = isPlural ? IsPlural(noun) : isSingular && !IsPlural(noun);
        bool isLastOfRow = tree.Is(near, "conj") && Tokens.Heads[near] == noun && (tree.Child(near, "det") >= 0 || tree.Child(near, "nmod:poss") >= 0);
        return agrees && (!farAgrees || isLastOfRow) ? near : noun;
    }

    private bool IsPlural(int noun) => tree.HasFeature(noun, "Number=Plur") || tree.Child(noun, "conj") >= 0;
}
