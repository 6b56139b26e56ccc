using System.Collections.Immutable;
using System.Text;
using Parallax.Core.Text;

namespace Parallax.Testing;

/// <summary>One mark of a <see cref="MarkedText"/>.</summary>
/// <param name="Label">Its label (<c>speaker</c>).</param>
/// <param name="Span">Its place in the text without marks.</param>
public readonly record struct Mark(string Label, TextSpan Span);

/// <summary>Text and expected spans in one string: <c>[speaker:Raisi] said [quote:talks would go on]</c>.</summary>
/// <remarks>
/// A mark opens with <c>[</c>, a label of small letters, digits, <c>-</c> or <c>#</c>, and <c>:</c>, and closes with <c>]</c>. Marks nest. A bracket that opens
/// no mark is text, and so is the bracket that closes it ("[sic]").
/// </remarks>
public sealed class MarkedText
{
    private MarkedText(string text, ImmutableArray<Mark> marks) => (Text, Marks) = (text, marks);

    /// <summary>The text without marks.</summary>
    public string Text { get; }

    /// <summary>The marks by place; of two that start together the longer comes first.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Reads a marked text.</summary>
    /// <exception cref="FormatException">A mark is not closed.</exception>
    public static MarkedText Parse(string marked)
    {
        StringBuilder text = new(marked.Length);
        List<Mark> marks = [];
        Stack<(string? Label, int Start)> open = new();
        for (int i = 0; i < marked.Length; i++)
        {
            if (marked[i] == '[')
            {
                int colon = LabelEnd(marked, i + 1);
                open.Push((colon < 0 ? null : marked[(i + 1)..colon], text.Length));
                if (colon >= 0)
                {
                    i = colon;
                    continue;
                }
            }
            else if (marked[i] == ']' && open.TryPop(out (string? Label, int Start) mark) && mark.Label is not null)
            {
                marks.Add(new Mark(mark.Label, TextSpan.FromBounds(mark.Start, text.Length)));
                continue;
            }

            text.Append(marked[i]);
        }

        return open.Any(static o => o.Label is not null)
            ? throw new FormatException($"The mark “{open.First(static o => o.Label is not null).Label}” of “{marked}” is not closed.")
            : new MarkedText(text.ToString(), [.. marks.OrderBy(static m => m.Span.Start).ThenByDescending(static m => m.Span.Length)]);
    }

    /// <summary>The text with <paramref name="marks"/> written into it, as <see cref="Parse"/> reads it; for messages that can be pasted into a test.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marks">Marks that nest properly or do not overlap.</param>
    public static string Write(string text, IEnumerable<Mark> marks)
    {
        Mark[] sorted = [.. marks.OrderBy(static m => m.Span.Start).ThenByDescending(static m => m.Span.Length)];
        StringBuilder written = new(text.Length * 2);
        Stack<int> ends = new();
        int next = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            while (ends.Count > 0 && ends.Peek() <= i)
            {
                ends.Pop();
                written.Append(']');
            }

            while (next < sorted.Length && sorted[next].Span.Start == i)
            {
                written.Append('[').Append(sorted[next].Label).Append(':');
                ends.Push(sorted[next++].Span.End);
            }

            if (i < text.Length)
            {
                written.Append(text[i]);
            }
        }

        return written.ToString();
    }

    /// <summary>The spans with this label, in text order.</summary>
    public ImmutableArray<TextSpan> Spans(string label) => [.. Marks.Where(m => m.Label == label).Select(static m => m.Span)];

    /// <summary>The only span with this label.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public TextSpan Span(string label) => Marks.Single(m => m.Label == label).Span;

    private static int LabelEnd(string marked, int start)
    {
        int i = start;
        while (i < marked.Length && (char.IsAsciiLetterLower(marked[i]) || char.IsAsciiDigit(marked[i]) || marked[i] is '-' or '#'))
        {
            i++;
        }

        return i > start && i < marked.Length && marked[i] == ':' ? i : -1;
    }
}
