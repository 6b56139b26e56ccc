using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Statements;

/// <summary>"Mayor Ada Brown: I thank you all. …": behind a speaker's label in a transcript all is that speaker's, up to the next label or the end of the paragraph.</summary>
/// <remarks>
/// Only where a person's name is the label, opens its sentence, and the speech is in the first person. It ends before a sentence that names the speaker,
/// since few who speak do that.
/// </remarks>
internal sealed class Transcripts(DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names)
{
    /// <summary>Rule of the contents that are such a speech.</summary>
    public const string Rule = "content.transcript";

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Lets the contents behind labels grow, in place.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is { Kind: CueKind.Punctuation } cue && Tokens.Form(cue.Head) is ":" && attribution.Content.Rule == "content.colon" && !attribution.Source.IsEmpty && attribution.Source.Tokens[^1] < cue.Head)
            {
                Grow(attribution, cue);
            }
        }
    }

    private void Grow(Attribution attribution, Cue cue)
    {
        int sentence = Tokens.SentenceOf(cue.Head);
        Sentence first = Tokens.Sentences[sentence];
        if (first.Part is TextPart.Title or TextPart.Heading || !IsLabel(first, cue.Head) || quoted.Of(cue.Head + 1) >= 0 || !IsFirstPerson(cue.Head + 1, first.EndToken))
        {
            return;
        }

        string name = tree.Lower(cue.Head - 1);
        int end = first.EndToken;
        for (int next = sentence + 1; next < Tokens.Sentences.Length && Tokens.Sentences[next].Block == first.Block && !Ends(Tokens.Sentences[next], name); next++)
        {
            end = Tokens.Sentences[next].EndToken;
        }

        attribution.Content = new Choice([.. Enumerable.Range(cue.Head + 1, end - cue.Head - 1)], Rule, "speech in the first person behind the label of its speaker");
    }

    private bool Ends(Sentence sentence, string name)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if ((Tokens.Tags[i] == UniversalTag.Propn && tree.Lower(i) == name) || (i > sentence.FirstToken && Tokens.Form(i) is ":" && IsLabel(sentence, i)))
            {
                return true;
            }
        }

        return false;
    }

    // A person's name fills what stands before the colon, save for titles before it.
    private bool IsLabel(Sentence sentence, int colon) =>
        colon - sentence.FirstToken <= 7 && names.Overlapping(Tokens.Span(colon - 1)).Any(n => n.Kind == NameKind.Person && n.EndToken == colon)
        && Enumerable.Range(sentence.FirstToken, colon - sentence.FirstToken).All(i => Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Punct && Tokens.Form(i) is not ",");

    private bool IsFirstPerson(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (quoted.Of(i) < 0 && tree.Lower(i) is "i" or "we" or "my" or "our")
            {
                return true;
            }
        }

        return false;
    }
}
