using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Modality;

/// <content>The marks of a clause: "to", "how", "if", a question mark.</content>
internal static partial class FactualityReader
{
    // "to deploy" and not "to having deployed".
    private static bool IsInfinitive(SyntaxTree tree, int head) => HasMarkTo(tree, head) && !(tree.Child(head, "aux") is >= 0 and int auxiliary && tree.Tokens.Form(auxiliary) is "having");

    private static bool HasMarkTo(SyntaxTree tree, int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "mark") && tree.Tokens.Form(child) is "to" or "To")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAsked(SyntaxTree tree, int head) => tree.Child(head, "advmod") is >= 0 and int how && tree.Lemma(how) is "how" or "when" or "where" or "why";

    private static bool IsCondition(SyntaxTree tree, int head) => tree.Child(head, "mark") is >= 0 and int mark && FactualityCues.Is("condition", tree.Lemma(mark));

    private static bool IsQuestion(TokenLayer tokens, int head)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(head)];
        return tokens.Form(sentence.EndToken - 1) is "?" || (sentence.TokenCount > 1 && tokens.Form(sentence.EndToken - 2) is "?");
    }
}
