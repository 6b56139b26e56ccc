using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Names;

/// <summary>Tells what the network marks as a name but is none: common words at the start of a sentence, titles, words of a headline written in capitals.</summary>
internal sealed class NameFilter(TokenLayer tokens, Gazetteer gazetteer)
{
    private readonly HashSet<string> _inBody = InBody(tokens);

    /// <summary>Whether <c>[first..end)</c>, which the network marks as a name of this kind, is one.</summary>
    public bool IsName(int first, int end, NameKind kind)
    {
        if (NameEdges.IsFragment(tokens, gazetteer, first, end, kind))
        {
            return false;
        }

        int written = 0, proper = 0;
        for (int t = first; t < end; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            bool isWritten = char.IsUpper(form[0]) || char.IsDigit(form[0]);
            written += isWritten ? 1 : 0;
            proper += tokens.Tags[t] is UniversalTag.Propn || (char.IsDigit(form[0]) && t > first) || (isWritten && t > first && tokens.Tags[t] is UniversalTag.Noun or UniversalTag.Adj) ? 1 : 0;
        }

        ReadOnlySpan<char> name = tokens.Text.AsSpan(tokens.Span(first, end));
        bool isListed = !gazetteer.Find(name).IsEmpty;
        if (!isListed && gazetteer.TitleKind(name) is not null && (kind != NameKind.Person || !gazetteer.IsGivenName(name)))
        {
            return false;
        }

        if (kind is NameKind.Product or NameKind.Event or NameKind.Other)
        {
            // Few corpora mark these, so that the network is free to see them in any words.
            return isListed || (proper > 0 && name.Length > 1 && written * 2 > end - first && !IsHeadlineWord(first, end));
        }

        return isListed || kind is NameKind.Person or NameKind.Organization || !IsHeadlineWord(first, end);
    }

    /// <summary>Whether the words stand in a headline that writes all words with capitals, and nowhere in the report with capitals inside a sentence.</summary>
    private bool IsHeadlineWord(int first, int end)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(first)];
        if (end - first > 1 && sentence.EndToken - sentence.FirstToken == end - first && !_inBody.Contains(tokens.Text.Slice(tokens.Span(first, end))))
        {
            return true;
        }

        return sentence.Part is TextPart.Title or TextPart.Heading && IsTitleCase(sentence) && !_inBody.Contains(tokens.Text.Slice(tokens.Span(first, end)));
    }

    private bool IsTitleCase(Sentence sentence)
    {
        int capitals = 0, words = 0;
        for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
        {
            if (tokens.Form(t).Length > 3 && char.IsLetter(tokens.Form(t)[0]))
            {
                words++;
                capitals += char.IsUpper(tokens.Form(t)[0]) ? 1 : 0;
            }
        }

        return words > 2 && capitals * 10 >= words * 8;
    }

    /// <summary>Runs of words with capitals that stand in the body, not at the start of a sentence.</summary>
    private static HashSet<string> InBody(TokenLayer tokens)
    {
        HashSet<string> runs = new(StringComparer.Ordinal);
        foreach (Sentence sentence in tokens.Sentences)
        {
            if (sentence.Part is TextPart.Title or TextPart.Heading)
            {
                continue;
            }

            for (int t = sentence.FirstToken + 1; t < sentence.EndToken; t++)
            {
                for (int end = t + 1; end <= Math.Min(sentence.EndToken, t + 4) && char.IsUpper(tokens.Form(end - 1)[0]); end++)
                {
                    runs.Add(tokens.Text.Slice(tokens.Span(t, end)));
                }
            }
        }

        return runs;
    }
}
