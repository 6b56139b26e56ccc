using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Contents;

/// <content>Quotations that a sentence before announces with a colon.</content>
internal sealed partial class ContinuationFinder
{
    // Sentences from a quotation to the next one of the only person quoted.
    private const int MaxBetween = 4;

    // “Is it safe?” Bell said in response. “It is.”: a sentence that ends inside the marks before who speaks belongs to the words behind the cue.
    private void TakeQuestion(Attribution speaker, List<Attribution> all)
    {
        int first = speaker.Cue is { Kind: CueKind.Verb } cue && speaker.Source.Tokens is [var own, ..] && own < cue.Tokens[0] && tree.SentenceBounds(cue.Head).First == own && speaker.Content.Tokens is [var behind, ..] && behind > cue.Head && quoted.StartingAt(behind) >= 0 ? own : 0;
        int q = first > 0 ? quoted.EndingAt(first - 1) : -1;
        if (q < 0 || quoted.Quotations[q].Block != Tokens.Sentences[Tokens.SentenceOf(first)].Block || Tokens.Form(first - 2) is not ("?" or "!"))
        {
            return;
        }

        List<int> words = [.. Enumerable.Range(quoted.Ranges[q].First, quoted.Ranges[q].End - quoted.Ranges[q].First)];
        if (!all.Exists(o => !o.Content.IsEmpty && o.Content.Tokens[0] < first && o.Content.Tokens.Exists(i => words.BinarySearch(i) >= 0)))
        {
            speaker.Content = speaker.Content with { Tokens = [.. words, .. speaker.Content.Tokens] };
        }
    }

    // "There are experts such as Ada Brown:" before a quotation: the person whose name the colon follows.
    private List<int> Announced(int quotation)
    {
        int colon = quotation - 1;
        if (StatementBy(colon) is { Count: > 0 } author)
        {
            return author;
        }

        if (colon < 1 || Tokens.Form(colon) is not ":" || Tokens.Sentences[Tokens.SentenceOf(colon)].Block < Tokens.Sentences[Tokens.SentenceOf(quotation)].Block - 1)
        {
            return [];
        }

        // "The judge had advice for the guards who will watch Ada Brown:": who acts in the sentence goes before whom its last clause names.
        if (names.Overlapping(Tokens.Span(colon - 1)).Any(n => n.EndToken == colon) && IsInRelative(colon - 1) && quoted.Of(colon) < 0 && SubjectBefore(colon) is { Count: > 0 } actor)
        {
            return actor;
        }

        if (lexicon.In("worded-nouns", tree.Lower(colon - 1)) && tree.Child(colon - 1, "nmod:poss") is int owner and >= 0 && tree.Lower(owner) is "his" or "her" or "their")
        {
            // "His exact words:"
            return [owner];
        }

        foreach (NameMention name in names.Overlapping(Tokens.Span(colon - 1)))
        {
            if (name.Kind == NameKind.Person && name.EndToken == colon)
            {
                return [.. Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken)];
            }
        }

        return quoted.Of(colon) < 0 ? SubjectBefore(colon) : [];
    }

    // "Brown was blunt about it:", "She made a plain assessment, set out here:" before a quotation: the person whom that sentence is about.
    private List<int> SubjectBefore(int colon)
    {
        int first = tree.SentenceBounds(colon).First;
        for (int root = first; root < colon; root++)
        {
            if (Tokens.Heads[root] >= 0)
            {
                continue;
            }

            int subject = tree.Child(root, "aux:pass") < 0 ? tree.Child(root, "nsubj") : -1;
            bool isPerson = subject >= first && subject < root && quoted.Of(subject) < 0 && (tree.Lower(subject) is "he" or "she" || (tree.Child(subject, "det", "the") >= 0 && lexicon.NounKind(tree.Lemma(subject)) == ActorKind.Person && !tree.HasFeature(subject, "Number=Plur")) || names.Overlapping(Tokens.Span(subject)).Any(static n => n.Kind == NameKind.Person));
            return isPerson ? linker.Trim(tree.Yield(subject), null) : [];
        }

        return [];
    }

    // Whether a token stands in a clause that tells more of a noun ("the guards who will watch him").
    private bool IsInRelative(int token)
    {
        for (int at = token, steps = 0; at >= 0 && steps < 16; at = Tokens.Heads[at], steps++)
        {
            if (tree.Is(at, "acl:relcl") || (tree.Is(at, "acl") && tree.Child(at, "nsubj") >= 0))
            {
                return true;
            }
        }

        return false;
    }

    // "Below is a statement by Ada Brown, director of the port:" before a quotation: whose paper it is.
    private List<int> StatementBy(int colon)
    {
        if (colon < 1 || Tokens.Form(colon) is not ":" || quoted.Of(colon) >= 0)
        {
            return [];
        }

        for (int i = tree.SentenceBounds(colon).First; i < colon; i++)
        {
            bool isBy = lexicon.In("occasion-nouns", tree.Lemma(i)) && Tokens.Tags[i] == UniversalTag.Noun && tree.Lower(i + 1) is "by" or "from" or "of";
            foreach (NameMention name in isBy ? names.Overlapping(Tokens.Span(i + 2, Math.Min(i + 6, colon))) : [])
            {
                if (name.Kind == NameKind.Person && !Enumerable.Range(i + 2, Math.Max(0, name.FirstToken - i - 2)).Any(t => Tokens.Tags[t] is UniversalTag.Adp or UniversalTag.Verb or UniversalTag.Punct))
                {
                    return [.. Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken)];
                }
            }
        }

        return [];
    }

    // “We came at nine,” the navy's spokesman said. It took an hour. The boats were sunk.¶“We found ropes.”: of whom alone words stand in marks before, he speaks of "we" again.
    private Attribution? OnlyQuoted(List<Attribution> attributions, int first)
    {
        int opening = Tokens.Tags[first] == UniversalTag.Punct ? first + 1 : first;
        if (opening >= Tokens.Count || tree.Lower(opening) is not ("we" or "i"))
        {
            return null;
        }

        Attribution? only = null;
        foreach (Attribution a in attributions)
        {
            bool isQuoted = a.Order < first && a.Cue is { Kind: CueKind.Verb, Negated: false } cue && quoted.Of(cue.Head) < 0 && a.Source.Tokens is { Count: > 1 } && a.Content.Tokens.Exists(i => quoted.Of(i) >= 0);
            if (isQuoted && only is not null && SpannedText.Join(Tokens.Text, Sources.SourceResolver.Spans(Tokens, a.Source.Tokens)) != SpannedText.Join(Tokens.Text, Sources.SourceResolver.Spans(Tokens, only.Source.Tokens)))
            {
                return null;
            }

            only = isQuoted ? a : only;
        }

        return only is not null && Tokens.SentenceOf(first) - Tokens.SentenceOf(Math.Max(only.Order, only.Content.Tokens[^1])) <= MaxBetween ? only : null;
    }
}
