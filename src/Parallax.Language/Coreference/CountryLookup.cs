using System.Collections.Frozen;

namespace Parallax.Language.Coreference;

/// <summary>The countries most often in the news, from <c>Data/en/coreference/countries.txt</c>.</summary>
internal sealed class CountryLookup : ICountryLookup
{
    private readonly FrozenDictionary<string, string>[] _columns;

    private CountryLookup()
    {
        Dictionary<string, string>[] columns = [new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal)];
        foreach ((string code, string value) in DataFile.Pairs("en/coreference/countries.txt"))
        {
            string[] fields = value.Split('|');
            for (int c = 0; c < columns.Length && c < fields.Length; c++)
            {
                foreach (string words in fields[c].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    columns[c].TryAdd(words, code);
                }
            }
        }

        _columns = [.. columns.Select(static c => c.ToFrozenDictionary(StringComparer.Ordinal))];
    }

    public static CountryLookup Instance { get; } = new();

    public string? CountryOfName(string words) => Find(0, words);

    public string? CountryOfDemonym(string words) => Find(1, words);

    public string? CountryOfCapital(string words) => Find(2, words);

    public string? CountryOfSeat(string words) => Find(3, words);

    private string? Find(int column, string words) =>
        _columns[column].GetValueOrDefault(words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words);
}
