using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Stories.Words;

/// <summary>The words of a text, cut once, for asking again and again which stand inside a span.</summary>
/// <param name="text">The text.</param>
internal sealed class ReportWords(string text)
{
    private readonly ImmutableArray<Word> _words = WordList.Cut(text, new TextSpan(0, text.Length));

    /// <summary>The words inside a span, the same as those of <see cref="WordList.Cut"/>.</summary>
    public ImmutableArray<Word> Inside(TextSpan span)
    {
        // A span that cuts a word has a word of its own.
        return IsInWord(span.Start) || IsInWord(span.End) ? WordList.Cut(text, span) : _words[FirstFrom(span.Start)..FirstFrom(span.End)];
    }

    // Whether a word may go on across a position.
    private bool IsInWord(int position) => 0 < position && position < text.Length && IsOfWord(position - 1) && IsOfWord(position);

    private bool IsOfWord(int at) => char.IsLetterOrDigit(text[at])
        || (text[at] is '\'' or '’' or ',' or '.' && 0 < at && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]));

    // The first word that begins at a position or behind it.
    private int FirstFrom(int position)
    {
        int low = 0, high = _words.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _words[middle].Span.Start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
