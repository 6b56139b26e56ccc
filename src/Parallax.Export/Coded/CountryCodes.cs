using System.Text;

namespace Parallax.Export.Coded;

/// <summary>ISO 3166-1 alpha-3 codes, which event data uses, by the alpha-2 codes of the account.</summary>
internal static class CountryCodes
{
    private static readonly Dictionary<string, string> Alpha3 = Read();

    /// <summary>The three letters, or nothing where the code is unknown.</summary>
    public static string Of(string? alpha2) => alpha2 is null ? "" : Alpha3.GetValueOrDefault(alpha2, "");

    private static Dictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        using Stream stream = typeof(CountryCodes).Assembly.GetManifestResourceStream("Parallax.Export.countries.txt")
            ?? throw new InvalidOperationException("The table of country codes is not in the program; the build is incomplete.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
            {
                codes.Add(line[..2], line[3..]);
            }
        }

        return codes;
    }
}
