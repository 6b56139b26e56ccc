using System.Collections.Immutable;
using Parallax.Core.Text;

namespace Parallax.Stories.Words;

/// <summary>Finds what stands inside quotation marks.</summary>
internal static class QuoteMarks
{
    /// <summary>The stretches between quotation marks, marks left out. Straight marks open and close in turn and never reach over an empty line.</summary>
    public static ImmutableArray<TextSpan> Inside(string text)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        int open = -1;
        char closing = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (open >= 0)
            {
                if (c == closing && !(closing == '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))
                {
                    spans.Add(TextSpan.FromBounds(open, i));
                    open = -1;
                }
                else if (c == '\n' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    open = -1;
                }
            }
            else if (c is '“' or '"' or '«' or '„' || (c == '‘' && (i == 0 || !char.IsLetter(text[i - 1]))))
            {
                (open, closing) = (i + 1, c switch { '“' or '„' => '”', '«' => '»', '‘' => '’', _ => '"' });
            }
        }

        return spans.ToImmutable();
    }

    /// <summary>Whether one of the sorted stretches covers a span.</summary>
    public static bool Covers(ImmutableArray<TextSpan> inside, TextSpan span)
    {
        foreach (TextSpan stretch in inside)
        {
            if (stretch.Contains(span))
            {
                return true;
            }
        }

        return false;
    }
}
