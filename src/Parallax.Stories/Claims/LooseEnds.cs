using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Leaves out circumstances at the edges of a clause, at joints of the parse: "Vale was arrested | without incident", "Since the strike, | two yards have closed", "Quill, the owner, sold it | , which surprised the town".</summary>
internal static class LooseEnds
{
    private const int MostRounds = 4, LeastWordsOfEvent = 3, LeastWords = 4;

    private static readonly Lazy<HashSet<string>> Circumstances = new(static () => StoriesData.Words("en/claims/circumstances.txt"));

    /// <summary>The shorter wordings, the longest first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="told">What the words tell.</param>
    /// <param name="words">The words.</param>
    /// <param name="mayGo">Whether a piece of them may be left out.</param>
    public static IEnumerable<TextSpan> Of(AnnotatedReport report, Proposition told, TextSpan words, Func<TextSpan, bool> mayGo)
    {
        TokenLayer tokens = report.Tokens;
        TextSpan shorter = words;
        if (BehindOpening(report, told, words) is { } behind && mayGo(TextSpan.FromBounds(words.Start, behind.Start)) && IsWhole(report, told, behind))
        {
            yield return shorter = behind;
        }

        for (int round = 0; round < MostRounds && Cut(report, told, shorter, mayGo) is { } cut; round++)
        {
            shorter = Quotes.Balanced(report.Report.Text.Text, HeadingWords.WithoutOpenEnd(tokens, cut));
            if (!IsWhole(report, told, shorter))
            {
                yield break;
            }

            yield return shorter;
        }
    }

    private static bool IsWhole(AnnotatedReport report, Proposition told, TextSpan span) =>
        !span.IsEmpty && told.Subject is { } subject && span.Contains(report.Tokens.Span(subject)) && span.Contains(report.Tokens.Span(told.Token)) && HeadingWords.SayEnough(report, subject, span)
        && !HeadingWords.IsBareVerb(report, told, span) && WordList.Of(report.Report.Text.Text, span).Count(static w => w.IsContent) >= (told.Event is null && !PredicateLexicon.English.IsOnce(told.Class) ? LeastWords : LeastWordsOfEvent); // "Vale was arrested" tells all; "the film shows Vale" does not.

    // "Since the strike, | two yards have closed": what stands before the subject, up to a comma.
    private static TextSpan? BehindOpening(AnnotatedReport report, Proposition told, TextSpan words)
    {
        TokenLayer tokens = report.Tokens;
        int first = tokens.TokenAt(words.Start);
        if (told.Subject is not { } subject || JoinedClause.Leftmost(tokens, subject) is var left && (left - first < 2 || tokens.Form(left - 1) is not ","))
        {
            return null;
        }

        for (int token = first; token < left - 1; token++)
        {
            int at = token;
            while (tokens.Heads[at] >= first && tokens.Heads[at] < left - 1)
            {
                at = tokens.Heads[at];
            }

            if (tokens.Tags[at] != UniversalTag.Punct && (tokens.Heads[at] != told.Top || !IsLoose(report, at, hasComma: true)))
            {
                return null;
            }
        }

        return TextSpan.FromBounds(tokens.Starts[left], words.End);
    }

    // The words without the largest loose piece at their end that may go.
    private static TextSpan? Cut(AnnotatedReport report, Proposition told, TextSpan words, Func<TextSpan, bool> mayGo)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(words);
        while (end > first && tokens.Tags[end - 1] == UniversalTag.Punct)
        {
            end--;
        }

        TextSpan? shortest = null;
        for (int at = end - 1; at >= first && at != told.Top && at != told.Token; at = tokens.Heads[at])
        {
            int start = StartOf(tokens, at, first, end);
            if (start <= Math.Max(told.Token, told.Subject ?? first))
            {
                break;
            }

            int last = start;
            while (last > first && (tokens.Tags[last - 1] is UniversalTag.Cconj || (tokens.Tags[last - 1] == UniversalTag.Punct && tokens.Form(last - 1) is "," or ";" or "–" or "—" or "--")))
            {
                last--;
            }

            bool hasComma = last < start && Enumerable.Range(last, start - last).Any(t => tokens.Tags[t] == UniversalTag.Punct);
            if (IsLoose(report, at, hasComma) && mayGo(TextSpan.FromBounds(tokens.Starts[start], tokens.Ends[end - 1])))
            {
                shortest = TextSpan.FromBounds(words.Start, tokens.Ends[last - 1]);
            }
        }

        return shortest;
    }

    // The first token of what stands below a word, where all up to the end belongs to it; else no place to cut.
    private static int StartOf(TokenLayer tokens, int top, int first, int end)
    {
        int start = end;
        for (int token = end - 1; token >= first; token--)
        {
            int at = token;
            while (at != top && at >= first && at < end)
            {
                at = tokens.Heads[at];
            }

            if (at != top)
            {
                break;
            }

            start = token;
        }

        return start <= top ? start : -1;
    }

    // Whether a piece is no part of what the verb needs, and no condition.
    private static bool IsLoose(AnnotatedReport report, int top, bool hasComma)
    {
        TokenLayer tokens = report.Tokens;
        string relation = tokens.Relations[top];
        int opener = Opener(tokens, top);
        bool isCircumstance = opener >= 0 && Circumstances.Value.Contains(tokens.Form(opener).ToString().ToLowerInvariant());
        bool isTime = report.Times.Overlapping(tokens.Span(top)).Any();
        return relation switch
        {
            "appos" or "parataxis" or "acl" or "acl:relcl" => hasComma, // "the aide | Ada Quill" is one name.
            "advmod" => isTime || (hasComma && tokens.Tags[top] == UniversalTag.Adv),
            "advcl" => !WholePhrase.IsNeeded(tokens, top) && (isCircumstance || (opener < 0 && hasComma)),
            "obl" or "nmod" => isCircumstance || isTime || (opener >= 0 && tokens.Form(opener) is "in" or "at" or "near" && tokens.Tags[top] == UniversalTag.Propn && (relation == "nmod" || HasWhat(tokens, tokens.Heads[top]))),
            _ => isTime && relation.StartsWith("obl:", StringComparison.Ordinal),
        };
    }

    // "lives | in Veld": a verb without a thing and not in the passive needs its place.
    private static bool HasWhat(TokenLayer tokens, int verb)
    {
        (int first, int end) = verb < 0 ? (0, 0) : tokens.TokensOf(tokens.Sentences[tokens.SentenceOf(verb)].Span);
        for (int token = first; token < end; token++)
        {
            if (tokens.Heads[token] == verb && tokens.Relations[token] is "obj" or "nsubj:pass" or "aux:pass")
            {
                return true;
            }
        }

        return false;
    }

    // The word that opens a piece ("after", "when").
    private static int Opener(TokenLayer tokens, int top)
    {
        for (int token = top - 1; token >= 0 && tokens.SentenceOf(token) == tokens.SentenceOf(top); token--)
        {
            if (tokens.Heads[token] == top && (tokens.Relations[token] is "case" or "mark" || (tokens.Relations[token] == "advmod" && tokens.Form(token) is "when" or "where" or "When" or "Where")))
            {
                return token;
            }
        }

        return -1;
    }
}
