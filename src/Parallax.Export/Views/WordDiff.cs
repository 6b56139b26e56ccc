using System.Collections.Immutable;

namespace Parallax.Export.Views;

/// <summary>What a piece of a second wording is against the first.</summary>
internal enum PieceKind
{
    /// <summary>Stands in both.</summary>
    Same,

    /// <summary>Stands only in the first.</summary>
    Deleted,

    /// <summary>Stands only in the second.</summary>
    Inserted,
}

/// <summary>Words that are the same, deleted or inserted.</summary>
internal readonly record struct DiffPiece(PieceKind Kind, string Text);

/// <summary>Compares two wordings word by word.</summary>
internal static class WordDiff
{
    // Beyond this the table of the comparison would be large; the whole wording then counts as another.
    private const int MostWords = 600;

    /// <summary>Pieces that make <paramref name="second"/> out of <paramref name="first"/>; deleted words stand before inserted ones. Case, quotation marks, apostrophes and punctuation at a word's edge do not count.</summary>
    public static ImmutableArray<DiffPiece> Of(string first, string second)
    {
        string[] from = Split(first), to = Split(second);
        if (from.Length > MostWords || to.Length > MostWords)
        {
            return [new DiffPiece(PieceKind.Deleted, first), new DiffPiece(PieceKind.Inserted, second)];
        }

        string[] fromKeys = [.. from.Select(Key)], toKeys = [.. to.Select(Key)];
        int[,] common = new int[from.Length + 1, to.Length + 1];
        for (int i = from.Length - 1; i >= 0; i--)
        {
            for (int j = to.Length - 1; j >= 0; j--)
            {
                common[i, j] = fromKeys[i] == toKeys[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var pieces = new List<(PieceKind Kind, string Word)>();
        for (int i = 0, j = 0; i < from.Length || j < to.Length;)
        {
            if (i < from.Length && j < to.Length && fromKeys[i] == toKeys[j])
            {
                pieces.Add((PieceKind.Same, to[j++]));
                i++;
            }
            else if (i < from.Length && (j == to.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                pieces.Add((PieceKind.Deleted, from[i++]));
            }
            else
            {
                pieces.Add((PieceKind.Inserted, to[j++]));
            }
        }

        return Join(pieces);
    }

    // A mark that stands alone belongs to the word before it.
    private static string[] Split(string text)
    {
        var words = new List<string>();
        foreach (string part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && !part.Any(char.IsLetterOrDigit))
            {
                words[^1] += part is "…" ? " …" : part;
            }
            else
            {
                words.Add(part);
            }
        }

        return [.. words];
    }

    private static string Key(string word)
    {
        string key = string.Concat(word.Where(static unit => unit is not ('“' or '”' or '"' or '‘' or '’' or '\'' or '`' or ',' or '…' or ' '))).Trim('.', ';', ':', '!', '?', '(', ')').ToLowerInvariant();
        return key.Length == 0 ? word : key;
    }

    // Between two words that stand in both, all deleted words come first, then all inserted.
    private static ImmutableArray<DiffPiece> Join(List<(PieceKind Kind, string Word)> words)
    {
        var joined = ImmutableArray.CreateBuilder<DiffPiece>();
        for (int i = 0; i < words.Count;)
        {
            int end = i;
            bool same = words[i].Kind == PieceKind.Same;
            while (end < words.Count && words[end].Kind == PieceKind.Same == same)
            {
                end++;
            }

            foreach (PieceKind kind in same ? [PieceKind.Same] : new[] { PieceKind.Deleted, PieceKind.Inserted })
            {
                string text = string.Join(' ', words[i..end].Where(word => word.Kind == kind).Select(static word => word.Word));
                if (text.Length > 0)
                {
                    joined.Add(new DiffPiece(kind, text));
                }
            }

            i = end;
        }

        return joined.ToImmutable();
    }
}
