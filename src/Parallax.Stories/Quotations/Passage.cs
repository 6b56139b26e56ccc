using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Identity;
using Parallax.Core.Text;

namespace Parallax.Stories.Quotations;

/// <summary>A stretch of words of one report that may be a version of an utterance.</summary>
/// <param name="Text">Index of the report's text.</param>
/// <param name="Holder">Id of the statement whose words they are, or empty: nobody's.</param>
/// <param name="From">First word.</param>
/// <param name="End">Word behind the last.</param>
internal readonly record struct Passage(int Text, string Holder, int From, int End)
{
    /// <summary>How many words two passages of one report have in common.</summary>
    public int Shared(Passage other) => Text == other.Text ? Math.Max(0, Math.Min(End, other.End) - Math.Max(From, other.From)) : 0;
}

/// <summary>What a report has of an utterance.</summary>
/// <param name="Text">The report's text.</param>
/// <param name="Statement">Whose words they are, or null.</param>
/// <param name="Words">Indices of the words, in order.</param>
internal sealed record Version(SpokenText Text, Statement? Statement, ImmutableArray<int> Words)
{
    private const double NearlyAll = 0.8;

    private const double MostOfStatement = 0.6;

    /// <summary>Id of the statement where it is all or most of its words; a part has its own, so that two quotations cut from one speech have two names.</summary>
    public string Id => IsMost ? Statement!.Id : Ids.Of('s', Text.Report.Report.Sha256, Spans().AsSpan());

    /// <summary>Whether it is all or most of what the statement says.</summary>
    public bool IsMost => Statement is not null && Spans().Sum(static s => s.Length) >= MostOfStatement * Statement.Content.Spans.Sum(static s => s.Length);

    /// <summary>The words as they are compared.</summary>
    public ImmutableArray<string> Keys { get; } = [.. Words.Select(w => Text.Keys[w])];

    /// <summary>Whether they are given word for word.</summary>
    public bool IsDirect { get; } = Statement?.Manner == Manner.Direct || Words.Count(Text.IsQuoted) >= NearlyAll * Words.Length;

    /// <summary>Whether some of them are.</summary>
    public bool IsMixed { get; } = Words.Any(Text.IsQuoted);

    /// <summary>Where they stand; a bracket or a stop at the edge of a piece belongs to it.</summary>
    public ImmutableArray<TextSpan> Spans()
    {
        string text = Text.Report.Report.Text.Text;
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < Words.Length;)
        {
            int last = i;
            while (last + 1 < Words.Length && Words[last + 1] == Words[last] + 1)
            {
                last++;
            }

            (int start, int end) = (Text.Words[Words[i]].Span.Start, Text.Words[Words[last]].Span.End);
            if (end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] is 's')
            {
                end += 2;
            }

            start -= start > 0 && text[start - 1] == '[' ? 1 : 0;
            end += end < text.Length && text[end] is ']' or '.' or '!' or '?' ? 1 : 0;

            // What opens inside closes inside.
            ReadOnlySpan<char> piece = text.AsSpan(start, end - start);
            int close = end < text.Length && text[end] is ',' ? end + 1 : end;
            end = close < text.Length && text[close] == '”' && piece.Count('“') > piece.Count('”') ? close + 1 : end;
            spans.Add(TextSpan.FromBounds(start, end));
            i = last + 1;
        }

        return spans.ToImmutable();
    }

    /// <summary>The words as the report has them, pieces joined by an ellipsis.</summary>
    public string Slice() => string.Join(" … ", Spans().Select(Text.Report.Report.Text.Slice));
}
