using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;

namespace Parallax.Language.Figures;

/// <summary>As of when a figure is told.</summary>
internal static class FigureTimes
{
    // A time of the verb that it is joined to tells only where its own has none.
    private const int Further = 1000;

    /// <summary>A calendar time of the same sentence that hangs on the same verb or one joined to it, or on the relative clause of what is measured; null where there is none.</summary>
    public static string? AsOf(AnnotatedReport report, TokenLayer tokens, TextSpan span, Measured measured)
    {
        int token = tokens.TokenAt(span.Start);
        if (token >= tokens.Count)
        {
            return null;
        }

        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        int verb = FigureMeasure.Verb(tokens, token);
        string? best = null;
        int distance = int.MaxValue;
        foreach (TimeExpression time in report.Times.Overlapping(sentence.Span))
        {
            if (time.Type is not (TimexType.DATE or TimexType.TIME) || time.Value.EndsWith("_REF", StringComparison.Ordinal) || time.Value.StartsWith("XXXX-XX-XX", StringComparison.Ordinal) || time.Value == "XXXX")
            {
                continue;
            }

            int at = tokens.TokenAt(time.Start);
            int other = FigureMeasure.Verb(tokens, at);
            if ((at > 0 && tokens.Form(at - 1) is "since" or "Since") || IsOfFeast(tokens, time, at))
            {
                continue; // "has had 300 letters since May": as of today; "a Christmas party": of any day
            }

            bool joined = other >= 0 && verb >= 0 && tokens.Heads[verb] == other && tokens.Relations[verb].StartsWith("conj", StringComparison.Ordinal);
            joined |= other >= 0 && verb >= 0 && IsBeside(tokens, verb, other);
            bool own = other >= 0 && (other == verb || IsRelative(tokens, other, measured));
            int steps = Math.Abs(at - token) + (joined ? Further : 0);
            if ((joined || own) && steps < distance)
            {
                (best, distance) = (time.Until is { } until ? time.Value + "/" + until : time.Value, steps);
            }
        }

        return best;
    }

    // A feast before a noun tells of what kind it is.
    private static bool IsOfFeast(TokenLayer tokens, TimeExpression time, int at) =>
        tokens.Relations[at] is "compound" or "amod" && tokens.Heads[at] is >= 0 and int noun && noun >= tokens.TokensOf(time.Span).End && TimexInterval.Parse(time.Value).Day is not null
        && !tokens.Text.Slice(time.Span).AsSpan().ContainsAnyInRange('0', '9') && !tokens.Text.Slice(time.Span).EndsWith("day", StringComparison.Ordinal);

    // "a deal worth $5 million that was signed in May": as of May.
    private static bool IsRelative(TokenLayer tokens, int verb, Measured measured) =>
        tokens.Relations[verb].StartsWith("acl", StringComparison.Ordinal) && tokens.Heads[verb] >= measured.First && tokens.Heads[verb] < measured.End;

    // "rose 15 percent in May and reached 40 tons, while sales abroad fell by 7 percent": a contrast tells of the same time.
    private static bool IsBeside(TokenLayer tokens, int verb, int other)
    {
        int above = tokens.Heads[verb];
        if (above < 0 || !tokens.Relations[verb].StartsWith("advcl", StringComparison.Ordinal) || !(above == other || (tokens.Heads[above] == other && tokens.Relations[above].StartsWith("conj", StringComparison.Ordinal))))
        {
            return false;
        }

        for (int i = above + 1; i < verb; i++)
        {
            if (tokens.Heads[i] == verb && tokens.Relations[i] == "mark" && tokens.Lemmas[i].ToLowerInvariant() is "while" or "whereas")
            {
                return true;
            }
        }

        return false;
    }
}
