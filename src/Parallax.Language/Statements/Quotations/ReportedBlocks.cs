using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <summary>Words that a line of their own, or a joint, gives to somebody: "According to the Herald:" above the paragraphs it holds for, "with guards testifying that … and clerks testifying that …".</summary>
internal sealed class ReportedBlocks(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted)
{
    private const int MaxHeader = 16, MaxSentences = 24;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds one attribution for each such line; its content is what follows, up to the next such line, a heading, or a sentence in the writer's own first person.</summary>
    public void Apply(List<Attribution> attributions)
    {
        bool hasAdded = false;
        for (int s = 0; s + 1 < Tokens.Sentences.Length; s++)
        {
            if (!IsHeader(s) || lexicon.Find(CueKind.Preposition, "according_to") is not [var entry, ..])
            {
                continue;
            }

            int end = s + 1;
            while (end < Tokens.Sentences.Length && end - s <= MaxSentences && !Ends(end))
            {
                end++;
            }

            Sentence header = Tokens.Sentences[s];
            if (end > s + 1)
            {
                int first = header.FirstToken, from = Tokens.Sentences[s + 1].FirstToken, to = Tokens.Sentences[end - 1].EndToken;
                attributions.RemoveAll(a => first <= a.Order && a.Order < header.EndToken);
                attributions.Add(new Attribution(
                    new Cue(first, [first, first + 1], entry, CueKind.Preposition, false, false, first),
                    new Choice([.. Enumerable.Range(first + 2, header.EndToken - first - 3)], "source.header", "who is named in a line above"),
                    new Choice([.. Enumerable.Range(from, to - from)], "content.header", "paragraphs below a line that says whose words they are")));
                hasAdded = true;
            }

            s = end - 1;
        }

        if (hasAdded)
        {
            attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
        }
    }

    /// <summary>"with guards testifying that he was calm and clerks testifying that he shouted": two that speak side by side; neither quotes the other.</summary>
    public void PartJoined(List<Attribution> attributions, Linker linker)
    {
        foreach (Attribution first in attributions)
        {
            if (first.Cue is not { Kind: CueKind.Verb } cue || !tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (Attribution second in attributions)
            {
                bool isTwin = second.Cue is { Kind: CueKind.Verb } twin && !ReferenceEquals(first, second) && tree.Lower(twin.Head) == tree.Lower(cue.Head) && first.Content.Tokens.BinarySearch(twin.Head) >= 0;
                List<int> speaker = isTwin ? Before(second.Cue!.Head) : [];
                int joint = speaker.Count > 0 && tree.Lower(speaker[0] - 1) is "and" or "but" or "while" ? first.Content.Tokens.IndexOf(speaker[0] - 1) : -1;
                if (joint > 1)
                {
                    first.Content = first.Content with { Tokens = linker.Trim(first.Content.Tokens[..joint], cue) };
                    second.Source = second.Source.IsEmpty || second.Source.Tokens.BinarySearch(speaker[^1]) < 0 ? new Choice(speaker, "source.joined", "who stands before the second participle") : second.Source;
                }
            }
        }
    }

    // The nouns right before a participle, where the last of them can speak.
    private List<int> Before(int participle)
    {
        int first = participle;
        while (first > 1 && Tokens.Tags[first - 1] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Det or UniversalTag.Num)
        {
            first--;
        }

        bool isSpeaker = first < participle && first > 0 && (Tokens.Tags[participle - 1] == UniversalTag.Propn || lexicon.NounKind(tree.Lemma(participle - 1)) is not null || lexicon.IsGroup(tree.Lower(participle - 1)));
        return isSpeaker ? [.. Enumerable.Range(first, participle - first)] : [];
    }

    // A line of its own: "According to", who, and a colon.
    private bool IsHeader(int index)
    {
        Sentence sentence = Tokens.Sentences[index];
        int first = sentence.FirstToken, end = sentence.EndToken;
        if (sentence.TokenCount is < 4 or > MaxHeader || tree.Lower(first) != "according" || tree.Lower(first + 1) != "to" || Tokens.Form(end - 1) is not ":" || sentence.Block == Tokens.Sentences[index + 1].Block || sentence.Part is TextPart.Title)
        {
            return false;
        }

        for (int i = first; i < end; i++)
        {
            if (tree.IsFinite(i) || quoted.Of(i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Ends(int index)
    {
        Sentence sentence = Tokens.Sentences[index];
        if (sentence.Part is TextPart.Title or TextPart.Heading or TextPart.Caption || (index + 1 < Tokens.Sentences.Length && IsHeader(index)))
        {
            return true;
        }

        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (quoted.Of(i) < 0 && lexicon.In("pronouns-first", tree.Lower(i)))
            {
                return true;
            }
        }

        return false;
    }
}
