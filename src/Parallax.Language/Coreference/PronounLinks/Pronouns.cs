using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.PronounLinks;

/// <summary>Reads pronouns as mentions.</summary>
internal static class Pronouns
{
    /// <summary>What kind of pronoun a token is, or null where it is none, or one that refers to nothing.</summary>
    public static MentionType? TypeOf(SyntaxTree tree, int t)
    {
        TokenLayer tokens = tree.Tokens;
        UniversalTag tag = tokens.Tags[t];
        if (tag is not (UniversalTag.Pron or UniversalTag.Det))
        {
            return null;
        }

        string relation = tokens.Relations[t];
        if (relation == "expl" || IsAnticipatory(tree, t))
        {
            return null;
        }

        Span<char> lower = stackalloc char[16];
        ReadOnlySpan<char> form = tokens.Form(t);
        if (form.Length > 16)
        {
            return null;
        }

        ReadOnlySpan<char> word = lower[..form.ToLowerInvariant(lower)];
        MentionType? type = word switch
        {
            "he" or "him" or "his" => MentionType.He,
            "she" or "her" or "hers" => MentionType.She,
            "it" or "its" => MentionType.It,
            "they" or "them" or "their" or "theirs" or "'em" => MentionType.They,
            "i" or "me" or "my" or "mine" => MentionType.I,
            "we" or "us" or "our" or "ours" => MentionType.We,
            "you" or "your" or "yours" => MentionType.You,
            "himself" or "herself" or "itself" or "themselves" or "myself" or "ourselves" or "yourself" or "yourselves" => MentionType.Reflexive,
            "this" or "that" or "these" or "those" when !SyntaxTree.Matches(relation, "det") => MentionType.Demonstrative,
            "who" or "whom" or "whose" or "which" or "that" => MentionType.Relative,
            _ => null,
        };
        if (type is MentionType.Relative or MentionType.Demonstrative && tokens.Features[t].Contains("PronType=Rel", StringComparison.Ordinal))
        {
            return MentionType.Relative;
        }

        return type;
    }

    /// <summary>The mention of a pronoun.</summary>
    public static MentionCandidate Read(SyntaxTree tree, int t, MentionType type, int[] quotes)
    {
        string word = tree.Tokens.Form(t).ToString().ToLowerInvariant();
        MentionNumber number = type switch
        {
            MentionType.He or MentionType.She or MentionType.It or MentionType.I => MentionNumber.Singular,
            MentionType.They or MentionType.We => MentionNumber.Plural,
            MentionType.Reflexive => word.EndsWith("selves", StringComparison.Ordinal) ? MentionNumber.Plural : MentionNumber.Singular,
            MentionType.Demonstrative => word is "these" or "those" ? MentionNumber.Plural : MentionNumber.Singular,
            _ => MentionNumber.Unknown,
        };
        MentionGender gender = type switch
        {
            MentionType.He => MentionGender.Male,
            MentionType.She => MentionGender.Female,
            MentionType.It => MentionGender.Neuter,
            MentionType.Reflexive => word switch { "himself" => MentionGender.Male, "herself" => MentionGender.Female, "itself" => MentionGender.Neuter, _ => MentionGender.Unknown },
            _ => MentionGender.Unknown,
        };
        NounClass noun = type is MentionType.He or MentionType.She or MentionType.I or MentionType.We or MentionType.You || word is "himself" or "herself" or "who" or "whom"
            ? NounClass.Person : NounClass.Unknown;
        return new MentionCandidate
        {
            Head = t, First = t, End = t + 1, TightFirst = t, TightEnd = t + 1, Sentence = tree.Tokens.SentenceOf(t), Form = MentionForm.Pronoun,
            HeadLemma = word, Words = word, Type = type, Number = number, Gender = gender, Class = noun, Quote = quotes[t], Role = MentionRoles.Of(tree, t), Descriptive = type == MentionType.Relative,
        };
    }

    // "to make it harder to sell", "made it clear that …": the clause behind the adjective is what "it" stands for.
    private static bool IsAnticipatory(SyntaxTree tree, int t)
    {
        if (tree.Tokens.Relations[t] != "obj" || !tree.Tokens.Form(t).Equals("it", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int predicate = tree.Child(tree.Head(t), "xcomp");
        if (predicate <= t || tree.Tokens.Tags[predicate] is not (UniversalTag.Adj or UniversalTag.Noun))
        {
            return false;
        }

        int clause = Math.Max(Math.Max(tree.Child(predicate, "xcomp"), tree.Child(predicate, "advcl")), Math.Max(tree.Child(predicate, "ccomp"), tree.Child(predicate, "csubj")));
        return clause > predicate && tree.Child(clause, "mark") > predicate;
    }
}
