using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>Finds attributions by punctuation: "Mayor: bridge is safe", "Bridge is safe: mayor", a transcript's "MAYOR: …".</summary>
internal sealed class ColonFinder(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private const int MaxSourceTokens = 7, MaxSignature = 16;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Attributions whose cue is a colon and which no word attributes already.</summary>
    public void Apply(List<Attribution> attributions)
    {
        Signatures(attributions);
        foreach (Sentence sentence in Tokens.Sentences)
        {
            int colon = Colon(sentence);
            if (colon < 0 || attributions.Exists(a => a.Cue is { } cue && sentence.FirstToken <= cue.Head && cue.Head < sentence.EndToken && a.Content.Tokens[0] <= colon + 2 && colon <= a.Content.Tokens[^1] + 2))
            {
                continue;
            }

            List<int> left = Range(sentence.FirstToken, colon), right = Range(colon + 1, sentence.EndToken);
            bool isTitle = sentence.Part is TextPart.Title or TextPart.Heading;
            if (InWordsOf(left, right) is { } spoken)
            {
                attributions.Add(Make(spoken, colon, Range(quoted.Ranges[quoted.Of(right[0])].First, quoted.Ranges[quoted.Of(right[0])].End), "whose words are said to stand behind the colon"));
            }
            else if (IsSource(left, requireName: !isTitle) && HasPredicate(right))
            {
                attributions.Add(Make(left, colon, right, "name before a colon"));
            }
            else if (isTitle && (IsSource(right, requireName: false) || IsAcronym(right)) && HasPredicate(left))
            {
                attributions.Add(Make(right, colon, left, "name behind the colon of a headline"));
            }
        }
    }

    // "Here is how it went, in the words of the mayor: “…”": whose words they are, where a quotation stands behind the colon.
    private List<int>? InWordsOf(List<int> left, List<int> right)
    {
        int words = left.FindLastIndex(i => tree.Lower(i) == "words");
        bool isOpening = words > 1 && words + 2 < left.Count && right.Count > 0 && quoted.Of(right[0]) >= 0 && tree.Lower(left[words - 1]) == "the" && tree.Lower(left[words - 2]) == "in" && tree.Lower(left[words + 1]) == "of";
        List<int> source = isOpening ? left[(words + 2)..] : [];
        return isOpening && IsSource(source, requireName: false) ? source : null;
    }

    // “We go.” — Ada Brown: a quotation signed by a name that ends the sentence, or is a sentence of its own.
    private void Signatures(List<Attribution> attributions)
    {
        for (int i = 1; i < Tokens.Count - 1; i++)
        {
            bool isDash = Tokens.Form(i) is "—" or "–" or "―" or "-" or "--" or "~";
            int quotation = isDash || IsCommaBefore(i) ? quoted.EndingAt(i - 1) : -1;
            if (quotation < 0 || quoted.WordCount(quotation, Tokens) < 3 || Tokens.Sentences[Tokens.SentenceOf(i + 1)].Block != Tokens.Sentences[Tokens.SentenceOf(i)].Block)
            {
                continue;
            }

            List<int> name = linker.Trim(Range(isDash ? i + 1 : i, tree.SentenceBounds(i + 1).End), null), content = Range(quoted.Ranges[quotation].First, quoted.Ranges[quotation].End);
            bool isFree = !attributions.Exists(a => !(a.Source.IsEmpty && a.Cue is { } inner && content.BinarySearch(inner.Head) >= 0) && a.Content.Tokens.Exists(t => content.BinarySearch(t) >= 0 && Tokens.Tags[t] != UniversalTag.Punct));
            if (isFree && IsSource(name, requireName: true))
            {
                int mark = isDash ? i : i - 2;
                Cue cue = new(mark, [mark], null, CueKind.Punctuation, false, false, i);
                attributions.Add(new Attribution(cue, new Choice(linker.Trim(name, cue), "source.signature", "name that signs the quotation"), new Choice(content, "content.signature", "quotation before a dash and a name")));
            }
        }
    }

    // “We go,” Ada Brown, a clerk.: a quotation that ends on a comma, and a name.
    private bool IsCommaBefore(int token) => token >= 3 && Tokens.Tags[token] == UniversalTag.Propn && quoted.Of(token) < 0 && Tokens.Form(token - 2) is "," && names.Overlapping(Tokens.Span(token)).Any(static n => n.Kind == NameKind.Person);

    private int Colon(Sentence sentence)
    {
        int found = -1;
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken - 1; i++)
        {
            if (Tokens.Form(i) is ":" && quoted.Of(i) < 0)
            {
                if (found >= 0 && sentence.Part is not (TextPart.Title or TextPart.Heading))
                {
                    return found;
                }

                found = i;
            }
        }

        return found;
    }

    private Attribution Make(List<int> source, int colon, List<int> content, string why)
    {
        Cue cue = new(colon, [colon], null, CueKind.Punctuation, false, false, colon);
        return new Attribution(cue, new Choice(linker.Trim(source, cue), "source.colon", why), new Choice(linker.Trim(content, cue), "content.colon", "the clause on the other side of the colon"));
    }

    private bool IsSource(List<int> tokens, bool requireName)
    {
        bool isNamed = tokens.Count > 2 && tokens.Count <= MaxSignature && tokens.FindIndex(i => Tokens.Form(i) is ",") is > 0 and < 5 && names.Overlapping(Tokens.Span(tokens[0])).Any(n => n.Kind == NameKind.Person && n.FirstToken == tokens[0]);
        if (tokens.Count == 0 || (tokens.Count > MaxSourceTokens && !isNamed) || tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Verb || quoted.Of(i) >= 0 || Tokens.Form(i) is "(" or "["))
        {
            return false;
        }

        // "Hey, Ada Brown: take a cab": who is called upon says nothing.
        int head = linker.Head(tokens);
        if (lexicon.In("not-source", tree.Lower(head)) || Tokens.Tags[tokens[0]] == UniversalTag.Intj || lexicon.In("calling-words", tree.Lower(tokens[0])))
        {
            return false;
        }

        bool isActor = names.Overlapping(Tokens.Span(tokens[0], tokens[^1] + 1)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization or NameKind.Country)
            || (Tokens.Tags[head] == UniversalTag.Propn && names.Count == 0);
        bool isSpeaker = lexicon.NounKind(tree.Lemma(head)) is not null || lexicon.NounKind(tree.Lower(head)) is not null || lexicon.IsGroup(tree.Lower(head));
        return isActor || (isSpeaker && !requireName);
    }

    // "Man held in theft: NKPD": a body by its letters, whatever it was taken for, unless it is a place.
    private bool IsAcronym(List<int> tokens) => tokens is [var only] && Tokens.Form(only) is { Length: > 2 and < 7 } form && !form.ContainsAnyExceptInRange('A', 'Z') && !lexicon.In("not-source", tree.Lower(only))
        && !names.Overlapping(Tokens.Span(only)).Any(static n => n.Kind is NameKind.Country or NameKind.City or NameKind.Place or NameKind.Region);

    private bool HasPredicate(List<int> tokens) => tokens.Count >= 3 && tokens.Exists(i => Tokens.Tags[i] == UniversalTag.Verb || quoted.Of(i) >= 0 || tree.Child(i, "cop") >= 0);

    private static List<int> Range(int first, int end)
    {
        List<int> tokens = [];
        for (int i = first; i < end; i++)
        {
            tokens.Add(i);
        }

        return tokens;
    }
}
