namespace Parallax.Quality.Corpora;

/// <summary>Reads the bracketed chains of OntoGUM (<c>Entity=(9(8)</c> in MISC).</summary>
public static class CoreferenceChains
{
    /// <summary>The chains of a document: id to spans of tokens (first, index after the last).</summary>
    public static SortedDictionary<int, List<(int First, int End)>> Read(ConlluDocument document)
    {
        SortedDictionary<int, List<(int, int)>> chains = [];
        Dictionary<int, Stack<int>> open = [];
        for (int t = 0; t < document.Misc.Length; t++)
        {
            string? value = document.Misc[t].Split('|').FirstOrDefault(static m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            for (int i = 0; value is not null && i < value.Length;)
            {
                bool opens = value[i] == '(';
                int start = opens ? i + 1 : i, end = start;
                while (end < value.Length && char.IsAsciiDigit(value[end]))
                {
                    end++;
                }

                int id = int.Parse(value.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
                bool closes = end < value.Length && value[end] == ')';
                if (opens)
                {
                    (open.TryGetValue(id, out Stack<int>? stack) ? stack : open[id] = new Stack<int>()).Push(t);
                }

                if (closes && open.TryGetValue(id, out Stack<int>? from) && from.TryPop(out int first))
                {
                    (chains.TryGetValue(id, out List<(int, int)>? spans) ? spans : chains[id] = []).Add((first, t + 1));
                }

                i = closes ? end + 1 : end;
            }
        }

        return chains;
    }
}
