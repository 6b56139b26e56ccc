using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>The words in which a claim is told: a stretch of one report, of which inner stretches may be left out.</summary>
/// <param name="Proposition">The proposition whose words they are.</param>
/// <param name="Span">The whole stretch in its report.</param>
internal sealed record Wording(Proposition Proposition, TextSpan Span)
{
    private const string Mark = "…";

    /// <summary>What is left out: inside the stretch and at none of its ends, sorted, never touching.</summary>
    public ImmutableArray<TextSpan> LeftOut { get; init; } = [];

    /// <summary>What stays, in text order.</summary>
    public IEnumerable<TextSpan> Pieces
    {
        get
        {
            int start = Span.Start;
            foreach (TextSpan gone in LeftOut)
            {
                yield return TextSpan.FromBounds(start, gone.Start);
                start = gone.End;
            }

            yield return TextSpan.FromBounds(start, Span.End);
        }
    }

    /// <summary>Whether words of the report stay whole.</summary>
    public bool Holds(TextSpan words) => Span.Contains(words) && !LeftOut.Any(o => o.Overlaps(words));

    /// <summary>The words that stay, in text order.</summary>
    public IEnumerable<Word> WordsOf(AnnotatedReport report) => Pieces.SelectMany(p => WordList.Of(report.Report.Text.Text, p));

    /// <summary>The same with what a conflict stands on ("a | silver | car", where another report says grey).</summary>
    public Wording With(IEnumerable<SideEvidence> shown) => LeftOut.IsEmpty ? this : this with { LeftOut = [.. LeftOut.Where(o => !shown.Any(e => e.Report == Proposition.Report && o.Start <= e.Start && e.End <= o.End))] };

    /// <summary>As it is read: "…" for each stretch left out, with one space to a word beside it.</summary>
    public string Text(AnnotatedReport report)
    {
        string text = "";
        foreach (TextSpan piece in Pieces)
        {
            string words = report.Report.Text.Slice(piece);
            text = text.Length == 0 ? words : text.TrimEnd() + " " + Mark + (words.TrimStart() is [',' or ';' or ':' or '.' or ')', ..] ? "" : " ") + words.TrimStart();
        }

        return text;
    }
}
