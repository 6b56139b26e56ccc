using Parallax.Core.Layers;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>Finds what is told of somebody by nobody named: "three men, said to be armed, …", "cars suspected to be carrying weapons".</summary>
/// <remarks>Such a participle looks like a verb in the past; that "believed to be" has no active reading tells it, whatever the parser made of it.</remarks>
internal sealed class HearsayFinder(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>The attribution of a cue that is such a participle, or null.</summary>
    public Attribution? Find(Cue cue)
    {
        int verb = cue.Head;
        (int first, int end) = tree.SentenceBounds(verb);
        bool isParticiple = cue.Kind == CueKind.Verb && cue.Tokens[^1] == verb && cue.Tokens.Count == 1 && lexicon.In("hearsay-lemmas", tree.Lemma(verb)) && tree.Lower(verb) != tree.Lemma(verb) && !tree.Lower(verb).EndsWith("ing", StringComparison.Ordinal)
            && !tree.Lower(verb).EndsWith('s') && tree.Child(verb, "aux") < 0;
        if (!isParticiple || verb == first || verb + 2 >= end || tree.Lower(verb + 1) != "to" || Tokens.Tags[verb + 2] is not (UniversalTag.Aux or UniversalTag.Verb or UniversalTag.Adv))
        {
            return null;
        }

        int closer = Tokens.Form(verb - 1) switch { "," => ',', "(" => ')', "[" => ']', "–" or "—" or "-" or "--" => '–', _ => 0 };
        if ((tree.Lemma(verb) == "say" && closer == 0) || tree.Lower(verb - 1) is "they" or "he" or "she" or "we" or "i")
        {
            // "what they believed to be the last": their belief.
            return null;
        }

        List<int> subject = Subject(verb, closer == 0 ? verb : verb - 1, first), content = [.. subject];
        for (int i = verb + 1; i < end && !Closes(i, verb, closer); i++)
        {
            content.Add(i);
        }

        return subject.Count == 0 || content[^1] <= verb + 1
            ? null
            : new Attribution(cue with { Passive = true }, Choice.None, new Choice(content, "content.hearsay", "noun and infinitive of a participle that nobody says"));
    }

    private bool Closes(int token, int verb, int closer)
    {
        bool isEnd = closer switch
        {
            ',' => Tokens.Form(token) is "," or ";",
            ')' or ']' => Tokens.Form(token) is ")" or "]",
            '–' => Tokens.Form(token) is "–" or "—" or "-" or "--",
            _ => Tokens.Form(token) is "," or ";",
        };

        // "cars suspected to be carrying weapons were coming near": the verb of the sentence.
        bool isMainVerb = closer == 0 && tree.HasFeature(token, "VerbForm=Fin") && tree.Child(token, "nsubj") is var own && (own < 0 || own < verb) && !(Tokens.Heads[token] > verb && tree.Child(Tokens.Heads[token], "nsubj") > verb);
        isMainVerb |= closer == 0 && tree.HasFeature(token, "VerbForm=Fin") && IsBehindPredicate(token, verb);
        // “believed to be "armed men," were seen”: the comma that the marks hold ends it as well.
        bool isBehindMarks = closer == ',' && quoted.Of(token) < 0 && token > verb + 1 && quoted.EndingAt(token - 1) >= 0 && (Tokens.Form(token - 2) is "," || Tokens.Form(token - 1) is ",");
        return (isEnd && quoted.Of(token) < 0) || isBehindMarks || isMainVerb || (token > verb + 1 && Tokens.Form(token) is "." && token + 1 == tree.SentenceBounds(token).End);
    }

    // "a man believed to be Lund's husband ran": the noun behind "to be" has no finite verb of its own, whatever the parser makes its subject.
    private bool IsBehindPredicate(int token, int verb)
    {
        int clause = Tokens.Tags[token] == UniversalTag.Aux && Tokens.Heads[token] > token ? Tokens.Heads[token] : token;
        int subject = tree.Child(clause, "nsubj");
        return tree.Lower(verb + 2) == "be" && tree.Lower(token) is not ("'s" or "’s") && subject > verb + 2 && subject < token && !tree.Is(clause, "acl") && tree.Yield(subject)[0] <= verb + 3;
    }

    // The noun phrase that ends right before the participle or its comma.
    private List<int> Subject(int verb, int end, int first)
    {
        int head = end - 1;
        while (head >= first && (Tokens.Tags[head] == UniversalTag.Punct || (Tokens.Heads[head] < end && Tokens.Heads[head] >= first && Tokens.Heads[head] != verb && IsNominal(Tokens.Heads[head]) && Tokens.Heads[head] != head)))
        {
            head = Tokens.Tags[head] == UniversalTag.Punct ? head - 1 : Tokens.Heads[head];
            if (Tokens.Tags[head] != UniversalTag.Punct && head >= first && !(Tokens.Heads[head] >= first && Tokens.Heads[head] < end && IsNominal(Tokens.Heads[head])))
            {
                break;
            }
        }

        if (head < first || !IsNominal(head))
        {
            return [];
        }

        List<int> tokens = tree.Yield(head).FindAll(i => i < end && !(i < head && Tokens.Heads[i] == head && (tree.Is(i, "case") || tree.Is(i, "cc"))));
        int from = tokens.FindLastIndex(i => Tokens.Form(i) is "," or ";" && quoted.Of(i) < 0 && i < head);
        return from < 0 ? tokens : tokens[(from + 1)..];
    }

    private bool IsNominal(int token) => Tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num;
}
