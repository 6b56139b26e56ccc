using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Parallax.Bench.Accounts;

/// <summary>Any number of reports for measuring: the reports of the folder of corpora, whole stories after each other, then the same again and again with other names, figures and years. Deterministic; nothing of them is kept.</summary>
internal sealed class StoryMaterial
{
    /// <summary>The files it is made from.</summary>
    public const string Sources = "stories/fakes_docs.dev.jsonl.gz, crossdoc/ecbplus.train.jsonl.gz, crossdoc/ecbplus.dev.jsonl.gz";

    // A name that stands in more reports is a country, a capital, a president: it stays what it is.
    private const int ReportsOfCommonName = 40;

    // Years move by the number of the copy, up to this; no report is of a year to come.
    private const int Years = 8;

    private readonly List<Original> _originals;
    private readonly HashSet<string> _lower = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reportsWith = new(StringComparer.Ordinal);

    private StoryMaterial(List<Original> originals)
    {
        _originals = originals;
        foreach (Original original in originals)
        {
            foreach (string word in Words(original.Title + " " + original.Text).Distinct(StringComparer.Ordinal))
            {
                if (char.IsLower(word[0]))
                {
                    _lower.Add(word);
                }
                else
                {
                    _reportsWith[word] = _reportsWith.GetValueOrDefault(word) + 1;
                }
            }
        }
    }

    /// <summary>Number of different reports before they are varied.</summary>
    public int Originals => _originals.Count;

    /// <summary>Reads the corpora.</summary>
    /// <exception cref="IOException">A corpus is not in the folder.</exception>
    public static StoryMaterial Load(string folder)
    {
        List<Original> originals = [];
        foreach (string file in Sources.Split(", "))
        {
            using StreamReader lines = new(new GZipStream(File.OpenRead(Path.Combine(folder, file)), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                using JsonDocument json = JsonDocument.Parse(line);
                JsonElement row = json.RootElement;
                string id = Value(row, "id") ?? "", text = Value(row, "text") ?? "";
                originals.Add(new Original(Value(row, "story") ?? id, id, Value(row, "title") ?? "", text, Value(row, "outlet"), Value(row, "date")));
            }
        }

        return new StoryMaterial(Even(originals));
    }

    // Stories, each whole, in an order in which any number of reports from the first on is of the same mix as all: as many words, stories, large stories and dated reports to a report.
    private static List<Original> Even(List<Original> originals)
    {
        List<(List<Original> Reports, double[] Shares)> left =
        [
            .. originals.GroupBy(static o => o.Story).OrderBy(static g => Hash(g.Key, 0)).ThenBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => (g.OrderBy(static o => o.Id, StringComparer.Ordinal).ToList(), Measures([.. g]))),
        ];
        double[] totals = [.. Enumerable.Range(0, left[0].Shares.Length).Select(m => left.Sum(s => s.Shares[m]))];
        left = [.. left.Select(s => (s.Reports, (double[])[.. s.Shares.Select((share, m) => share / totals[m])]))];
        double[] sums = new double[totals.Length];
        List<Original> even = [];
        while (left.Count > 0)
        {
            // Of those that keep the mix as well, the first in the order of hashes.
            (List<Original> Reports, double[] Shares) next = left.MinBy(s => s.Shares.Select((share, m) => Math.Pow(sums[m] + share - sums[0] - s.Shares[0], 2)).Sum());
            left.Remove(next);
            even.AddRange(next.Reports);
            sums = [.. sums.Select((sum, m) => sum + next.Shares[m])];
        }

        return even;
    }

    // Of a story: reports, words, itself, pairs of reports, reports with a date.
    private static double[] Measures(List<Original> story) =>
        [story.Count, story.Sum(static o => o.Text.Length), 1, (double)story.Count * story.Count, story.Count(static o => o.Date is not null)];

    /// <summary>The report with a number from 0 on, as an HTML page with its outlet and date.</summary>
    public (string Name, byte[] Bytes) Report(int number)
    {
        Original original = _originals[number % _originals.Count];
        int copy = number / _originals.Count;
        StringBuilder page = new();
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><title>").Append(Page(original.Title, copy)).Append("</title>");
        if (original.Date is { } date)
        {
            int year = int.Parse(date.AsSpan(0, 4), CultureInfo.InvariantCulture) + (copy % Years);
            page.Append("<meta property=\"article:published_time\" content=\"").Append(year.ToString(CultureInfo.InvariantCulture)).Append(date, 4, date.Length - 4).Append("\">");
        }

        if (original.Outlet is { } outlet)
        {
            page.Append("<meta property=\"og:site_name\" content=\"").Append(WebUtility.HtmlEncode(outlet)).Append("\">");
        }

        page.Append("</head><body><article><h1>").Append(Page(original.Title, copy)).Append("</h1><p>").Append(Page(original.Text, copy)).Append("</p></article></body></html>");
        return (string.Create(CultureInfo.InvariantCulture, $"{number:00000}.html"), Encoding.UTF8.GetBytes(page.ToString()));
    }

    /// <summary>Whether the report with a number states its date.</summary>
    public bool IsDated(int number) => _originals[number % _originals.Count].Date is not null;

    private string Page(string text, int copy) => WebUtility.HtmlEncode(Vary(text, copy));

    // Copy 0 is the text itself.
    private string Vary(string text, int copy)
    {
        if (copy == 0)
        {
            return text;
        }

        StringBuilder varied = new(text.Length);
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                varied.Append(Number(text[start..i], copy));
                continue;
            }

            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                varied.Append(Name(text[start..i], copy));
                continue;
            }

            varied.Append(text[i++]);
        }

        return varied.ToString();
    }

    // Years move as the dates do; of other numbers the last digits change.
    private static string Number(string digits, int copy)
    {
        if (digits.Length == 4 && digits[0] is '1' or '2')
        {
            return (int.Parse(digits, CultureInfo.InvariantCulture) + (copy % Years)).ToString(CultureInfo.InvariantCulture);
        }

        return digits.Length is < 2 or > 9 ? digits : digits[0] + string.Concat(digits.Skip(1).Select((digit, at) => (char)('0' + (Hash(digits, (copy * 16) + at) % 10))));
    }

    private string Name(string word, int copy)
    {
        if (!char.IsUpper(word[0]) || word.Length < 3 || _lower.Contains(word.ToLowerInvariant()) || _reportsWith.GetValueOrDefault(word) > ReportsOfCommonName)
        {
            return word;
        }

        const string Consonants = "bdfgklmnprstvz", Vowels = "aeiou";
        ulong hash = Hash(word, copy);
        StringBuilder name = new(word.Length);
        for (int i = 0; i < word.Length; i++)
        {
            string letters = i % 2 == 0 ? Consonants : Vowels;
            char letter = letters[(int)(hash % (ulong)letters.Length)];
            hash = (hash / 7) ^ (hash << 11);
            name.Append(i == 0 || char.IsUpper(word[i]) ? char.ToUpperInvariant(letter) : letter);
        }

        return name.ToString();
    }

    private static IEnumerable<string> Words(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && char.IsAsciiLetter(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return text[start..i];
            }

            i++;
        }
    }

    private static ulong Hash(string text, int seed)
    {
        ulong hash = unchecked(14695981039346656037 ^ ((ulong)seed * 0x9E3779B97F4A7C15));
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash ^ (hash >> 31);
    }

    private static string? Value(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Original(string Story, string Id, string Title, string Text, string? Outlet, string? Date);
}
