using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Statements.Sources;

/// <content>Senders of messages: "received a call from the crew saying …".</content>
internal sealed partial class SourceFinder
{
    // "received a call from the crew saying": who sent the message speaks, not who got it.
    private int Message(int verb, out string why)
    {
        why = "";
        int head = Tokens.Heads[verb];
        if (head >= 0 && tree.Is(verb, "acl") && tree.HasFeature(verb, "VerbForm=Ger") && lexicon.In("message-nouns", tree.Lemma(head)) && Sender(head) is int writer and >= 0)
        {
            why = "sender of the message";
            return writer;
        }

        if (head >= 0 && head == verb - 1 && tree.Is(verb, "acl") && tree.HasFeature(verb, "VerbForm=Ger") && tree.Is(head, "obj") && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Document && lexicon.In("issue-lemmas", tree.Lemma(Tokens.Heads[head])) && OwnSubject(Tokens.Heads[head]) is int issuer and >= 0)
        {
            // "Ada Brown issued a statement saying …".
            why = "sender of the message";
            return issuer;
        }

        if (head >= 0 && tree.HasFeature(verb, "VerbForm=Ger") && CallBefore(verb) is int caller and >= 0)
        {
            why = "sender of the message";
            return caller;
        }

        if (head < 0 || !tree.Is(verb, "advcl") || !tree.HasFeature(verb, "VerbForm=Ger") || !lexicon.In("reception-verbs", tree.Lemma(head)) || tree.Child(head, "obj") is not (int message and >= 0)
            || message > verb || !lexicon.In("message-nouns", tree.Lemma(message)))
        {
            return -1;
        }

        why = "sender of the message";
        return Sender(message) is int sender and >= 0 ? sender : message;
    }

    // "got a call from the tug Bell saying": the name right before the participle, wherever the parser hung this.
    private int CallBefore(int verb)
    {
        int first = tree.SentenceBounds(verb).First;
        for (int i = verb - 1; i >= Math.Max(first, verb - 6); i--)
        {
            bool isSender = tree.Is(i, "nmod") && tree.CaseOf(i) == "from" && tree.Yield(i)[^1] == verb - 1 && lexicon.In("message-nouns", tree.Lemma(Tokens.Heads[i]));
            if (isSender)
            {
                return i;
            }
        }

        return -1;
    }

    private int Sender(int message)
    {
        foreach (int child in tree.Children(message))
        {
            if (tree.Is(child, "nmod") && tree.CaseOf(child) is "from" or "by")
            {
                return child;
            }
        }

        return -1;
    }
}
