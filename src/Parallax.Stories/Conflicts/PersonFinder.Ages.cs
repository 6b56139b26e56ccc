using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Conflicts;

/// <content>How old somebody is.</content>
internal sealed partial class PersonFinder
{
    // Ages further apart are told of one person at two times of his life; of "the 48-year-old" they are told of two people.
    private const int OldestPerson = 120, DaysOfYear = 365, MostYearsApart = 15, MostYearsOfPointed = 3, LongestPhrase = 4;

    private const string OldWord = "-year-old";

    private IEnumerable<Conflict> Ages()
    {
        List<Told> told = [], pointed = [];
        foreach (AnnotatedReport report in set.Reports)
        {
            foreach (Figure figure in report.Figures.Where(f => f is { Unit: "year", Aspect: FigureAspect.Level, Value: > 0 and < OldestPerson }))
            {
                if (StoryPeople.OwnerOf(report, figure) is { } person && (figure.Entities.Length > 0 || IsAge(report.Report.Text.Text, figure)))
                {
                    told.Add(new Told(person, report.Report.Id, figure.Span, figure.Value!.Value.ToString(CultureInfo.InvariantCulture), null));
                }
                else if (figure.Entities.Length == 0 && PointedAt(report, figure) is { } before)
                {
                    pointed.Add(new Told(before, report.Report.Id, figure.Span, figure.Value!.Value.ToString(CultureInfo.InvariantCulture), null));
                }
            }
        }

        // "the 48-year-old" is he of whom the sentence before told where another report gives him nearly that age, and nobody else of the story has it.
        told.AddRange([.. pointed.Where(p => told.Exists(t => t.Key == p.Key && Apart(t, p) <= MostYearsOfPointed) && !told.Exists(t => t.Key != p.Key && t.Value == p.Value && storyOf[t.Report] == storyOf[p.Report]))]);

        // A report that tells two ages of one name tells one of them of somebody beside it ("her daughter, 11"): of which, its words alone do not say.
        ILookup<(string, string), string> values = told.ToLookup(static t => (t.Key, t.Report), static t => t.Value);
        told = [.. told.Where(t => values[(t.Key, t.Report)].Distinct(StringComparer.Ordinal).Count() == 1)];
        return Compare(told, ConflictKind.Figure, (a, b) => a.Value != b.Value && Apart(a, b) <= MostYearsApart && !IsBirthdayBetween(a, b) && !told.Exists(o => (IsSameAge(o, a) && AgedBetween(o, b)) || (IsSameAge(o, b) && AgedBetween(a, o))), name => $"they differ in how old {name} is");
    }

    // "Orsk left. The 48-year-old is held": the subject of the sentence before.
    private static string? PointedAt(AnnotatedReport report, Figure figure)
    {
        TokenLayer tokens = report.Tokens;
        if (tokens.Count == 0 || !report.Report.Text.Slice(TextSpan.FromBounds(figure.End, Math.Min(report.Report.Text.Text.Length, figure.End + OldWord.Length))).Equals(OldWord, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        int first = tokens.TokensOf(figure.Span).First, sentence = tokens.SentenceOf(first), at = first;
        if (sentence == 0 || first == 0 || tokens.SentenceOf(first - 1) != sentence || !tokens.Form(first - 1).Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        for (int step = 0; step < LongestPhrase && tokens.Relations[at] is not ("nsubj" or "nsubj:pass") && tokens.Heads[at] >= 0; step++)
        {
            at = tokens.Heads[at];
        }

        Sentence before = tokens.Sentences[sentence - 1];
        if (tokens.Relations[at] is not ("nsubj" or "nsubj:pass") || before.Part != tokens.Sentences[sentence].Part)
        {
            return null;
        }

        for (int token = before.FirstToken; token < before.EndToken; token++)
        {
            if (tokens.Relations[token] is "nsubj" or "nsubj:pass" && tokens.Heads[token] is >= 0 and int head && tokens.Relations[head] == "root")
            {
                return report.Entities.At(tokens.Span(token)) is { Kind: ActorKind.Person } person ? person.Id : null;
            }
        }

        return null;
    }

    /// <summary>Whether a figure of years is how old somebody is: "36-year-old", "Orsk, 36,", "aged 36", "Orsk (36)".</summary>
    public static bool IsAge(string text, Figure figure)
    {
        string before = text[Math.Max(0, figure.Start - 6)..figure.Start], after = text[figure.End..Math.Min(text.Length, figure.End + 12)], own = text[figure.Start..figure.End];
        bool word = after.StartsWith("-year-old", StringComparison.Ordinal) || after.StartsWith(" years old", StringComparison.Ordinal) || after.StartsWith("-year old", StringComparison.Ordinal) || own.Contains("old", StringComparison.Ordinal);
        bool beside = (before.EndsWith(", ", StringComparison.Ordinal) && after.Length > 0 && after[0] is ',' or '.') || (before.EndsWith('(') && after.StartsWith(')')) || before.EndsWith("aged ", StringComparison.Ordinal);
        return word || beside;
    }

    // A report without a date may be of any day on which the others tell of that person.
    private bool IsBirthdayBetween(Told left, Told right)
    {
        if (Apart(left, right) <= 1 && (Published(left.Report) is null || Published(right.Report) is null))
        {
            string[] days = [.. set.Reports.Where(r => r.Entities.Find(left.Key) is not null).Select(r => Published(r.Report.Id)).OfType<string>().Order(StringComparer.Ordinal)];
            return days.Length > 1 && Days(days[0], days[^1]) > DaysOfYear / 2;
        }

        return Apart(left, right) <= 1 && Published(left.Report) is { } one && Published(right.Report) is { } two && one != two && Days(one, two) > DaysOfAWeek;
    }

    private string? Published(string report) => set[report].Report.Published?.Value is [not 'X', ..] and { Length: >= 10 } day ? day : null;

    // 27 in a report of one year, 29 in a report of two years later: he has grown older.
    private bool AgedBetween(Told left, Told right)
    {
        double older = double.Parse(right.Value, CultureInfo.InvariantCulture) - double.Parse(left.Value, CultureInfo.InvariantCulture);
        return Written(left.Report) is { } one && Written(right.Report) is { } two && NodaTime.Period.DaysBetween(Day(one), Day(two)) is var days && Math.Abs(days) > DaysOfYear - DaysOfAWeek
            && Math.Sign(days) == Math.Sign(older) && Math.Abs((days / (double)DaysOfYear) - older) < 1 + (DaysOfAWeek / (double)DaysOfYear);
    }

    // What a report without a date tells may be of the day of another that tells the same age; one with a date speaks for itself.
    private bool IsSameAge(Told other, Told told) => other == told || (other.Key == told.Key && other.Value == told.Value && Written(told.Report) is null);

    // When a report came out, or the last day that it tells in full.
    private string? Written(string report) => Published(report) is { } published ? published
        : set[report].Times.Where(static t => t is { Type: TimexType.DATE, Anchor: TimeAnchor.Explicit, Until: null, Value.Length: >= 10 } && NodaTime.Text.LocalDatePattern.Iso.Parse(t.Value[..10]).Success)
            .Select(static t => t.Value).OrderDescending(StringComparer.Ordinal).FirstOrDefault();

    private static double Apart(Told left, Told right) => Math.Abs(double.Parse(left.Value, CultureInfo.InvariantCulture) - double.Parse(right.Value, CultureInfo.InvariantCulture));

    private static int Days(string one, string two) => Math.Abs(NodaTime.Period.DaysBetween(Day(one), Day(two)));

    private static NodaTime.LocalDate Day(string value) => NodaTime.Text.LocalDatePattern.Iso.Parse(value[..10]).GetValueOrThrow();
}
