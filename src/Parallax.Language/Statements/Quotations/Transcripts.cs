using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Quotations;

/// <summary>"Mayor Ada Brown: I thank you all. …": behind a speaker's label in a transcript all is that speaker's, up to the next label or the last words in the first person.</summary>
/// <remarks>
/// Only where a person's name is the label, opens its sentence, and the speech is in the first person. It ends before a sentence that names the speaker,
/// since few who speak do that.
/// </remarks>
internal sealed partial class Transcripts(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names)
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

    /// <summary>"The mayor told of the flood in her speech: We were alone. …": behind a colon that ends what the narrator tells, words in the first person are the speaker's, up to a sentence that names her.</summary>
    public void ApplyNarrated(List<Attribution> attributions)
    {
        foreach (Sentence sentence in Tokens.Sentences)
        {
            int colon = sentence.Part is TextPart.Title or TextPart.Heading ? -1 : ColonBeforeSpeech(sentence);
            Attribution? told = colon < 0 ? null : attributions.FindLast(a => a.Cue is { Kind: CueKind.Verb } verb && sentence.FirstToken <= verb.Head && verb.Head < colon && !verb.Has(CueFrames.Attitude) && !verb.Negated && quoted.Of(verb.Head) < 0 && a.Source.Tokens is { Count: > 0 } who && who[^1] < colon);
            if (told is null || IsFirstPerson(sentence.FirstToken, colon) || attributions.Exists(a => a.Cue is { Kind: CueKind.Punctuation } mark && mark.Head == colon))
            {
                continue;
            }

            int named = told.Source.Tokens.FindLast(i => Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun);
            int end = named > 0 ? OverParagraphs(EndOfSpeech(sentence, tree.Lower(named)), tree.Lower(named), colon == sentence.EndToken - 1) : sentence.EndToken;
            if (!IsFirstPerson(colon + 1, end))
            {
                continue;
            }

            foreach (Attribution other in attributions)
            {
                bool runsOver = other.Cue is { } cue && sentence.FirstToken <= cue.Head && cue.Head < colon && other.Content.Tokens.Exists(i => i > colon);
                List<int> left = runsOver ? other.Content.Tokens.FindAll(i => i < colon) : [];
                other.Content = left.Count > 0 ? other.Content with { Tokens = left } : other.Content;
            }

            // "explained how she sees it: My hope is …": the words themselves tell it.
            attributions.RemoveAll(a => ReferenceEquals(a, told) && tree.Lower(told.Content.Tokens[0]) is "how" or "what" or "why" && told.Content.Tokens[^1] < colon);
            Cue made = new(colon, [colon], null, CueKind.Punctuation, false, false, colon);
            attributions.Add(new Attribution(made, told.Source with { Why = "source of the words before the colon" }, new Choice([.. Enumerable.Range(colon + 1, end - colon - 1)], Rule, "speech in the first person behind the colon of its narrator")));
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    /// <summary>
    /// "STATEMENT OF ADA BROWN ON BEHALF OF THE PORT": a heading that says whose speech follows, or "General Brown." alone where a paragraph ends: who is given the floor.
    /// The paragraphs in the first person behind it are hers, up to the next heading, label or question.
    /// </summary>
    public void ApplyHeaded(List<Attribution> attributions)
    {
        for (int s = 0; s + 1 < Tokens.Sentences.Length; s++)
        {
            Sentence opening = Tokens.Sentences[s];
            List<int> speaker = opening.Block == Tokens.Sentences[s + 1].Block ? [] : SpeakerOf(opening) is { Count: > 0 } named ? named : Called(opening);
            int first = s + 1;
            if (speaker.Count > 0 && SpeakerOf(Tokens.Sentences[first]) is [.., var surname] && tree.Lower(surname) == tree.Lower(speaker[^1]))
            {
                first++;
            }

            int end = first;
            while (speaker.Count > 0 && end < Tokens.Sentences.Length && !EndsSpeech(Tokens.Sentences[end]))
            {
                end++;
            }

            int from = end > first ? Tokens.Sentences[first].FirstToken : 0, to = end > first ? Tokens.Sentences[end - 1].EndToken : 0;
            if (to > from && IsFirstPerson(from, to))
            {
                int mark = speaker[0] > opening.FirstToken ? speaker[0] - 1 : speaker[^1] + 1;
                attributions.Add(new Attribution(new Cue(mark, [mark], null, CueKind.Punctuation, false, false, mark), new Choice(speaker, "source.heading", "name that opens a speech"), new Choice([.. Enumerable.Range(from, to - from)], Rule, "speech in the first person behind the name of its speaker")));
                s = end - 1;
            }
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // "General Brown.", "Miss Lund?": a title and a surname, and nothing else.
    private List<int> Called(Sentence sentence)
    {
        int first = sentence.FirstToken;
        bool isCall = sentence.TokenCount == 3 && Tokens.Form(first + 2) is "." or "?" && Tokens.Tags[first + 1] == UniversalTag.Propn && Tokens.Tags[first] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Adj
            && (lexicon.In("person-titles", tree.Lower(first)) || lexicon.In("rank-titles", tree.Lower(first)) || tree.Lower(first) is "miss" or "justice" or "senator" or "congressman" or "congresswoman" or "representative" or "counsel" or "professor" or "secretary" or "minister" or "ambassador");
        return isCall ? [first, first + 1] : [];
    }

    private bool EndsSpeech(Sentence sentence) =>
        IsCapital(sentence) || Tokens.Form(sentence.EndToken - 1) is "?" || Enumerable.Range(sentence.FirstToken, Math.Min(8, sentence.TokenCount)).Any(i => i > sentence.FirstToken && Tokens.Form(i) is ":" && IsLabel(sentence, i));

    // Words in capitals throughout, as headings of transcripts stand.
    private bool IsCapital(Sentence sentence)
    {
        int letters = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            if (Tokens.Form(i).ContainsAnyInRange('a', 'z'))
            {
                return false;
            }

            letters += Tokens.Form(i).ContainsAnyInRange('A', 'Z') ? 1 : 0;
        }

        return letters > 2;
    }

    // "ORAL ARGUMENT OF GEN. ADA BROWN ON BEHALF …": the name behind the kind of speech.
    private List<int> SpeakerOf(Sentence heading)
    {
        int of = heading.FirstToken + 1;
        while (of < heading.EndToken && of < heading.FirstToken + 4 && tree.Lower(of) is not ("of" or "by"))
        {
            of++;
        }

        int end = of + 1;
        while (end < heading.EndToken && Tokens.Tags[end] == UniversalTag.Propn)
        {
            end++;
        }

        bool isSpeech = of < heading.EndToken && tree.Lower(of) is "of" or "by" && IsCapital(heading) && lexicon.In("speech-nouns", tree.Lower(of - 1)) && end - of > 2 && (end == heading.EndToken || tree.Lower(end) is "on" or "," or "for" or ".");
        return isSpeech ? [.. Enumerable.Range(of + 1, end - of - 1)] : [];
    }

    // A colon outside of marks with a capital letter and no mark behind it, late enough for a clause before it.
    private int ColonBeforeSpeech(Sentence sentence)
    {
        for (int i = sentence.FirstToken + 4; i < sentence.EndToken; i++)
        {
            if (Tokens.Form(i) is ":" && quoted.Of(i) < 0)
            {
                if (i == sentence.EndToken - 1)
                {
                    return AnnouncesSpeech(sentence) ? i : -1;
                }

                return quoted.Of(i + 1) < 0 && char.IsUpper(Tokens.Form(i + 1)[0]) && Tokens.Tags[i + 1] is not (UniversalTag.Propn or UniversalTag.Num) ? i : -1;
            }
        }

        return -1;
    }

    private int EndOfSpeech(Sentence first, string name)
    {
        int end = first.EndToken;
        for (int next = Tokens.SentenceOf(first.FirstToken) + 1; next < Tokens.Sentences.Length && Tokens.Sentences[next].Block == first.Block && !Ends(Tokens.Sentences[next], name); next++)
        {
            end = Tokens.Sentences[next].EndToken;
        }

        return end;
    }

    private void Grow(Attribution attribution, Cue cue)
    {
        int sentence = Tokens.SentenceOf(cue.Head);
        Sentence first = Tokens.Sentences[sentence];
        if (first.Part is TextPart.Title or TextPart.Heading || !IsLabel(first, cue.Head) || quoted.Of(cue.Head + 1) >= 0 || !IsFirstPerson(cue.Head + 1, first.EndToken))
        {
            return;
        }

        int end = OverParagraphs(EndOfSpeech(first, tree.Lower(cue.Head - 1)), tree.Lower(cue.Head - 1));
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
