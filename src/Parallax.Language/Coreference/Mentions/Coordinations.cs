using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>Finds coordinations: "Norland and Orvane", which "they" may mean.</summary>
internal static class Coordinations
{
    /// <summary>Adds what coordinates with the mention that a token heads, if that is two or more.</summary>
    public static void Add(MentionLexicon lexicon, SyntaxTree tree, int head, int[] nameOf, List<NameMention> names, int[] quotes, List<MentionCandidate> found)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Relations[head] == "conj" || tree.Child(head, "conj") < 0)
        {
            return;
        }

        List<int> members = [head];
        int end = Phrase.Whole(tree, head).End;
        bool and = false;
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "conj") && tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
            {
                members.Add(child);
                end = Math.Max(end, Phrase.Whole(tree, child).End);
                int cc = tree.Child(child, "cc");
                and |= cc >= 0 && tokens.Lemmas[cc] is "and" or "&";
            }
        }

        if (members.Count < 2 || !and || IsOneHolder(lexicon, tree, members, nameOf, names))
        {
            return;
        }

        (int first, int tightFirst) = (Phrase.Whole(tree, head).First, Phrase.Tight(tree, head).First);
        found.Add(new MentionCandidate
        {
            Head = head, First = first, End = end, TightFirst = tightFirst, TightEnd = end, Sentence = tokens.SentenceOf(head), Form = MentionForm.Nominal,
            HeadLemma = "and", Words = Phrase.Words(tokens, tightFirst, end), Type = MentionType.Coordination, Number = MentionNumber.Plural, Class = NounClass.Unknown,
            Quote = quotes[head], Role = MentionRoles.Of(tree, head), MemberHeads = members,
        });
    }

    // "Anna Dorn, president and owner of Orvane", "businessman and blogger Karim Hadi": one person with two offices.
    private static bool IsOneHolder(MentionLexicon lexicon, SyntaxTree tree, List<int> members, int[] nameOf, List<NameMention> names)
    {
        (int persons, int offices) = (0, 0);
        foreach (int member in members)
        {
            bool person = nameOf[member] >= 0 ? names[nameOf[member]].Kind == NameKind.Person : member + 1 < nameOf.Length && nameOf[member + 1] >= 0 && names[nameOf[member + 1]].Kind == NameKind.Person;
            bool office = !person && !BodyWords.Is("relative", tree.Lemma(member).ToLowerInvariant()) && nameOf[member] < 0 && tree.Child(member, "det") < 0 && tree.Child(member, "nmod:poss") < 0 && MentionFinder.NumberOf(tree.Tokens, member) != MentionNumber.Plural
                && lexicon.Noun(tree.Lemma(member).ToLowerInvariant()).Class == NounClass.Person;
            persons += person ? 1 : 0;
            offices += office ? 1 : 0;
        }

        return persons == 1 && persons + offices == members.Count;
    }
}
