using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Whether the words of a claim end where its voice turns ("was called safe at first | , but has since been closed"), so that a reader must see that they go on.</summary>
internal static class Turns
{
    private static readonly Lazy<HashSet<string>> Openers = new(static () => StoriesData.Words("en/claims/turns.txt"));

    /// <summary>Whether the next words of the same sentence and voice turn.</summary>
    public static bool After(AnnotatedReport report, Wording wording)
    {
        TextSpan sentence = report.Tokens.Sentences[wording.Proposition.Sentence].Span;
        string text = report.Report.Text.Text;
        int at = wording.Span.End;
        while (at < sentence.End && !char.IsLetterOrDigit(text[at]) && text[at] is not ('.' or '(' or ')' or '?' or '!'))
        {
            at++;
        }

        int end = at;
        while (end < sentence.End && char.IsLetter(text[end]))
        {
            end++;
        }

        if (end == at || !Openers.Value.Contains(text[at..end].ToLowerInvariant()))
        {
            return false;
        }

        if (wording.Proposition.Statement is not { } statement)
        {
            return true;
        }

        // What stands behind the words of a speaker is the report's own turn ("said it was safe | but declined to say more").
        TokenLayer tokens = report.Tokens;
        int turn = tokens.TokenAt(at);
        return statement.Content.Spans.Any(c => c.Start <= at && end <= c.End) && OtherSubjects.At(report, wording.Proposition, tokens.TokenAt(wording.Span.Start), tokens.Sentences[wording.Proposition.Sentence].EndToken) > turn;
    }
}
