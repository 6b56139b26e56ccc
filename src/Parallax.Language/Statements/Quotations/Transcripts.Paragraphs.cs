using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <content>Speeches that go on over further paragraphs.</content>
internal sealed partial class Transcripts
{
    private const int MostApart = 10, LongestLabel = 6;

    /// <summary>Removes what a speaker says to think or wish inside his own speech ("I'd like to say a word", "We hope it holds"): the speech says it.</summary>
    public void WithoutOwnThoughts(List<Attribution> attributions)
    {
        List<Attribution> speeches = attributions.FindAll(static a => a.Content.Rule == Rule);
        attributions.RemoveAll(a => a.Cue is { Kind: CueKind.Verb } cue && a.Source.Tokens is [var who] && lexicon.In("pronouns-first", tree.Lower(who)) && (cue.Has(CueFrames.Attitude) ? !cue.Negated : !tree.HasFeature(cue.Head, "Tense=Past"))
            && speeches.Exists(s => s.Content.Tokens.BinarySearch(cue.Head) >= 0));
    }

    // The paragraphs behind a place, as far as they are in the first person and nobody else is given the word.
    private int OverParagraphs(int end, string name, bool isAnnounced = false)
    {
        int reached = end, apart = 0;
        for (int next = Tokens.SentenceOf(end - 1) + 1; next < Tokens.Sentences.Length && apart < MostApart; next++)
        {
            Sentence sentence = Tokens.Sentences[next];
            if (sentence.Part is TextPart.Title or TextPart.Caption || IsHeading(sentence) || IsTurn(sentence) || IsCapital(sentence) || Ends(sentence, name))
            {
                break;
            }

            bool isSpoken = IsFirstPerson(sentence.FirstToken, sentence.EndToken) || ((isAnnounced || reached > end) && (IsAddressed(sentence) || (apart == 0 && IsColloquial(sentence))));
            apart = isSpoken ? 0 : apart + 1;
            reached = isSpoken ? sentence.EndToken : reached;
        }

        return reached;
    }

    // "In her remarks the mayor told of the flood:" at the end of a paragraph, or any sentence before words in the first person that no marks stand round.
    private bool AnnouncesSpeech(Sentence sentence)
    {
        int next = Tokens.SentenceOf(sentence.FirstToken) + 1;
        if (next >= Tokens.Sentences.Length || quoted.Of(sentence.EndToken) >= 0 || Tokens.Sentences[next].Part is TextPart.Title or TextPart.Caption || IsHeading(Tokens.Sentences[next]) || IsTurn(Tokens.Sentences[next]))
        {
            return false;
        }

        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tokens.Tags[i] == UniversalTag.Noun && (lexicon.In("speech-nouns", tree.Lower(i)) || lexicon.In("speech-nouns", tree.Lemma(i))))
            {
                return true;
            }
        }

        return IsFirstPerson(sentence.EndToken, Tokens.Sentences[next].EndToken);
    }

    private bool IsHeading(Sentence sentence) => sentence.Part == TextPart.Heading && Tokens.Form(sentence.EndToken - 1) is not ("." or "!" or "?" or "'" or "’" or "\"" or "”");

    // "Q: …", "REPORTER: …", "Ada Brown: …": a few words with capitals, and a colon with one behind it.
    private bool IsTurn(Sentence sentence)
    {
        for (int i = sentence.FirstToken; i < sentence.EndToken - 1 && i < sentence.FirstToken + LongestLabel; i++)
        {
            if (Tokens.Form(i) is ":")
            {
                return i > sentence.FirstToken;
            }

            if (!char.IsUpper(Tokens.Form(i)[0]) && Tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Adp or UniversalTag.Num))
            {
                return false;
            }
        }

        return false;
    }

    private bool IsAddressed(Sentence sentence) => Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Any(i => quoted.Of(i) < 0 && tree.Lower(i) is "you" or "your");

    // "And she's seen it.", "They don't charge.": as people speak and few reports write.
    private bool IsColloquial(Sentence sentence)
    {
        if (tree.Lower(sentence.FirstToken) is "and" or "but" or "so" or "now")
        {
            return true;
        }

        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (quoted.Of(i) < 0 && (Tokens.Tags[i] == UniversalTag.Aux || tree.Lower(i) is "n't" or "n’t") && Tokens.Form(i).ContainsAny('\'', '’'))
            {
                return true;
            }
        }

        return false;
    }
}
