using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Testing;

/// <summary>Makes annotated reports of hand-written parses.</summary>
/// <remarks>
/// One word a line, its columns separated by white space: form, lemma, tag, features, head (1-based in the sentence, 0 for the root), relation, and, where wanted,
/// name (BIO with <see cref="NameKind"/>: <c>B-Person</c>) and attribution role (BIO: <c>B-source</c>); <c>_</c> is "nothing". An empty line ends a sentence;
/// <c># par</c> starts a paragraph, <c># title</c> one that is the title, <c># caption</c> and <c># heading</c> likewise.
/// <code>
/// # title
/// Talks     talk   NOUN  Number=Plur  2  nsubj
/// go        go     VERB  _            0  root
/// on        on     ADP   _            2  compound:prt
/// </code>
/// </remarks>
public static class ParsedReport
{
    private static readonly ImmutableArray<string> RoleLabels = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"];

    /// <summary>Reads a table and spaces its words as English does ("Iran's", "(so)", “quotes” by turns).</summary>
    /// <param name="table">The words.</param>
    /// <param name="published">ISO 8601 publication date, or null.</param>
    /// <param name="outlet">The outlet's name, or null.</param>
    /// <exception cref="FormatException">A line has too few columns or an unknown value; the message names it.</exception>
    public static AnnotatedReport Of(string table, string? published = null, string? outlet = null) => Read(null, table, published, outlet);

    /// <summary>Reads a table whose words stand in <paramref name="text"/> in this order; paragraphs are those of the text, the first is the title where <c># title</c> stands in the table.</summary>
    /// <param name="text">The article text.</param>
    /// <param name="table">The words.</param>
    /// <param name="published">ISO 8601 publication date, or null.</param>
    /// <param name="outlet">The outlet's name, or null.</param>
    /// <exception cref="FormatException">A word does not stand in the text, a line has too few columns or an unknown value; the message names it.</exception>
    public static AnnotatedReport Over(string text, string table, string? published = null, string? outlet = null) => Read(text, table, published, outlet);

    private static AnnotatedReport Read(string? given, string table, string? published, string? outlet)
    {
        List<(string? Part, List<string[]> Rows)> sentences = ReadTable(table);
        StringBuilder built = new();
        List<int> starts = [], ends = [], heads = [];
        List<UniversalTag> tags = [];
        List<string> features = [], lemmas = [], relations = [], names = [], roles = [];
        List<(int First, int Count, string? Part)> ranges = [];
        int at = 0;
        foreach ((string? part, List<string[]> rows) in sentences)
        {
            int first = starts.Count;
            ranges.Add((first, rows.Count, part));
            if (given is null && built.Length > 0)
            {
                built.Append(part is null ? " " : "\n\n");
            }

            bool quoteOpen = false;
            string previous = string.Empty;
            foreach (string[] row in rows)
            {
                string form = row[0];
                if (given is null)
                {
                    if (previous.Length > 0 && Spaced(previous, form, quoteOpen))
                    {
                        built.Append(' ');
                    }

                    quoteOpen ^= form == "\"";
                    starts.Add(built.Length);
                    built.Append(form);
                }
                else
                {
                    at = given.IndexOf(form, at, StringComparison.Ordinal);
                    if (at < 0)
                    {
                        throw new FormatException($"The word “{form}” does not stand in the text after the words before it.");
                    }

                    starts.Add(at);
                    at += form.Length;
                }

                previous = form;
                ends.Add(starts[^1] + form.Length);
                lemmas.Add(row[1]);
                tags.Add(Enum.TryParse(row[2], ignoreCase: true, out UniversalTag tag) ? tag : throw new FormatException($"“{row[2]}” of “{form}” is no universal tag."));
                features.Add(row[3] == "_" ? string.Empty : row[3]);
                int head = int.Parse(row[4], CultureInfo.InvariantCulture);
                heads.Add(head == 0 ? -1 : head <= rows.Count ? first + head - 1 : throw new FormatException($"The head {head} of “{form}” lies outside its sentence."));
                relations.Add(row[5]);
                names.Add(row.Length > 6 && row[6] != "_" ? row[6] : "O");
                roles.Add(row.Length > 7 && row[7] != "_" ? row[7] : "O");
            }
        }

        SourceText text = new(given ?? built.ToString());
        ImmutableArray<TextBlock> blocks = Blocks(text.Text, given is not null, ranges, starts, ends);
        List<Sentence> built2 = [];
        int block = 0;
        foreach ((int first, int count, string? _) in ranges)
        {
            while (block + 1 < blocks.Length && blocks[block + 1].Span.Start <= starts[first])
            {
                block++;
            }

            built2.Add(new Sentence(TextSpan.FromBounds(starts[first], ends[first + count - 1]), first, count, block, blocks[block].Part));
        }

        TokenLayer layer = new(text, [.. built2], [.. starts], [.. ends], [.. tags], [.. features], [.. lemmas], [.. heads], [.. relations]);
        AnnotatedReport report = new AnnotatedReport(TestReport.Of(text, blocks, published, outlet)).With(ReportLayers.Tokens, layer);
        if (names.Exists(static n => n != "O"))
        {
            report = report.With(ReportLayers.Names, Names(layer, names));
        }

        return roles.Exists(static r => r != "O")
            ? report.With(ReportLayers.AttributionRoles, new LabelColumn(RoleLabels, [.. roles.Select(static r => (byte)RoleIndex(r))]))
            : report;
    }

    private static List<(string? Part, List<string[]> Rows)> ReadTable(string table)
    {
        List<(string? Part, List<string[]> Rows)> sentences = [];
        string? part = "par";
        List<string[]> rows = [];
        foreach (string raw in table.Split('\n').Append(string.Empty))
        {
            string line = raw.Trim();
            if (line.Length > 0 && line[0] == '#' && line.Length > 1 && line[1] == ' ' && line.Split(' ').Length == 2)
            {
                part = line[2..];
            }
            else if (line.Length > 0)
            {
                string[] row = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                rows.Add(row.Length >= 6 ? row : throw new FormatException($"The line “{line}” has fewer than six columns."));
            }
            else if (rows.Count > 0)
            {
                sentences.Add((part, rows));
                (part, rows) = (null, []);
            }
        }

        return sentences;
    }

    private static ImmutableArray<TextBlock> Blocks(string text, bool isGiven, List<(int First, int Count, string? Part)> ranges, List<int> starts, List<int> ends)
    {
        if (isGiven)
        {
            return TestReport.Paragraphs(text, ranges.Exists(static r => r.Part == "title"));
        }

        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>();
        for (int i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].Part is not { } part)
            {
                continue;
            }

            int last = i;
            while (last + 1 < ranges.Count && ranges[last + 1].Part is null)
            {
                last++;
            }

            TextPart kind = part switch
            {
                "par" => TextPart.Body,
                "lead" => TextPart.Lead,
                "title" => TextPart.Title,
                "caption" => TextPart.Caption,
                "heading" => TextPart.Heading,
                _ => throw new FormatException($"“# {part}” is no part; known are title, lead, par, caption, heading."),
            };
            blocks.Add(new TextBlock(TextSpan.FromBounds(starts[ranges[i].First], ends[ranges[last].First + ranges[last].Count - 1]), kind));
        }

        return blocks.ToImmutable();
    }

    private static Layer<NameMention> Names(TokenLayer layer, List<string> names)
    {
        List<NameMention> mentions = [];
        for (int i = 0; i < names.Count; i++)
        {
            if (!names[i].StartsWith("B-", StringComparison.Ordinal))
            {
                continue;
            }

            string kind = names[i][2..];
            int end = i + 1;
            while (end < names.Count && names[end] == "I-" + kind)
            {
                end++;
            }

            mentions.Add(new NameMention(layer.Span(i, end), i, end - i, Enum.Parse<NameKind>(kind, ignoreCase: true)));
        }

        return new Layer<NameMention>(mentions);
    }

    private static int RoleIndex(string role)
    {
        int index = RoleLabels.IndexOf(role);
        return index >= 0 ? index : throw new FormatException($"“{role}” is no attribution role.");
    }

    private static bool Spaced(string previous, string form, bool quoteOpen)
    {
        bool opens = previous is "(" or "[" or "“" or "‘" or "$" or "£" or "€" || (previous == "\"" && quoteOpen);
        bool closes = form is "," or "." or ";" or ":" or "!" or "?" or ")" or "]" or "”" or "%" or "…" or "..." || (form == "\"" && quoteOpen);
        bool clings = form is "n't" or "n’t" || (form.Length is 2 or 3 && form[0] is '\'' or '’' && form[1..] is "s" or "re" or "ve" or "ll" or "d" or "m" or "S")
            || (form is "'" or "’" && previous.EndsWith('s')) || (form == "not" && previous is "can" or "Can");
        bool hyphen = form == "-" || previous == "-";
        return !opens && !closes && !clings && !hyphen;
    }
}
