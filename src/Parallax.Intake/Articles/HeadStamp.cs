using System.Globalization;
using Parallax.Core;
using Parallax.Core.Reports;
using Parallax.Intake.Dates;

namespace Parallax.Intake.Articles;

/// <summary>The words by which a report says when it was published, between headline and text: "Published April 11, 2007", "5:03 PM ET, 2 May 2013".</summary>
/// <param name="Start">Where they start in the line.</param>
/// <param name="End">Where they end.</param>
/// <param name="Date">The day of publication, or of the last change where only that is told.</param>
internal sealed record HeadStamp(int Start, int End, PublishedDate Date)
{
    private const int LongestPlace = 5, LongestYearless = 24, MostWords = 75, LongestDate = 4, HeadlineWords = 30, FewestHeadlineWords = 3, FewestWordsOfText = 8;

    private static readonly string[] Releases = ["For immediate release", "For release"];

    private enum Half
    {
        None, Label, Clock, Weekday,
    }

    /// <summary>The stamp that a line is and nothing else, or null.</summary>
    public static HeadStamp? OfLine(string line) => Find(line) is { Start: 0 } stamp && stamp.End == line.Length ? stamp : OfEntry(line) ?? OfPlace(line) ?? OfRelease(line) ?? PlaceStamp.OfLine(line);

    /// <summary>The day of the month that a line is, without a year and with nothing else, or null: "APR 28", "Tuesday, 28 April".</summary>
    public static PublishedDate? Yearless(string line)
    {
        string bare = line.Trim(' ', '.', ',', '·', '|', '-');
        bool isDay = DateScanner.TryFind(bare + " 2000", monthFirst: true, out WrittenDate date, out int start, out int end) && bare.Length is > 0 and <= LongestYearless && end == bare.Length + 5 && date.Time is null
            && (start == 0 || Words(bare[..start]) is [var word] && StampWords.Of(bare[word.Start..word.End], "", "") == StampWord.Weekday);
        return isDay ? PlaceStamp.Yearless(date.Day, $"The words “{bare}” stand above the headline.") : null;
    }

    /// <summary>The stamp in a line that runs headline, stamp and text together, or in a line of its own; null where a date there may be part of a sentence.</summary>
    public static HeadStamp? Find(string line)
    {
        List<(int Start, int End)> places = Words(line);
        string[] words = [.. places.Select(place => line[place.Start..place.End])];
        for (int i = 0; i < words.Length; i++)
        {
            if (DateAt(line, places, i, out int after) is not null && Read(line, places, words, i, after) is { } stamp)
            {
                return stamp;
            }
        }

        return OfGlued(line, places);
    }

    // "Posted by Jane Doe in Court news on Monday, 3 June 2013." is a line of the page, not of the text: who posted it stands before the word by "on behalf of" alone.
    private static HeadStamp? OfEntry(string line)
    {
        List<(int Start, int End)> places = Words(line);
        string[] words = [.. places.Select(place => line[place.Start..place.End])];
        int label = Array.FindIndex(words, static word => StampWords.Of(word, "", "") == StampWord.Published);
        bool opens = label == 0 || line.StartsWith("On behalf of ", StringComparison.Ordinal);
        if (!opens || words.Length > HeadlineWords || label < 0 || label + 1 >= words.Length || StampWords.Bare(words[label + 1]) is not ("in" or "by" or "under"))
        {
            return null;
        }

        int on = Array.FindLastIndex(words, static word => StampWords.Bare(word) is "on");
        return on > label && Day(line, places, words, on + 1, words.Length) is { } date && places.Count - on <= LongestDate + 2 ? new HeadStamp(0, line.Length, date) : null;
    }

    /// <summary>Whether a line opens as the one above the headline of a press release: "FOR IMMEDIATE RELEASE".</summary>
    public static bool IsRelease(string line) => Releases.Any(words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase));

    // "FOR IMMEDIATE RELEASE April 10, 2007"
    private static HeadStamp? OfRelease(string line)
    {
        if (!IsRelease(line))
        {
            return null;
        }

        string rest = line[Releases.First(words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase)).Length..].TrimStart(':', ' ', '-', '–', '—');
        return Find(rest) is { Start: 0 } stamp && stamp.End == rest.Length ? new HeadStamp(0, line.Length, stamp.Date) : null;
    }

    // "PORT ALDER, ME, April 10, 2007": the place in capitals and the day, alone on a line.
    private static HeadStamp? OfPlace(string line)
    {
        List<(int Start, int End)> places = Words(line);
        int core = Enumerable.Range(1, Math.Clamp(places.Count - 1, 0, LongestPlace)).FirstOrDefault(i => i < places.Count && DateAt(line, places, i, out int after) is not null && after == places.Count, -1);
        if (core < 0 || line[places[core - 1].End - 1] != ',' || places.Take(core).Any(place => !char.IsUpper(line[place.Start])))
        {
            return null;
        }

        string first = line[places[0].Start..places[0].End].TrimEnd(',', '.');
        return first.Length > 2 && !first.Any(char.IsLower) && DateAt(line, places, core, out _) is { } date ? new HeadStamp(0, line.Length, Published(date, american: true, line)) : null;
    }

    // "… council saysJune 3, 2013": a headline and the date after it run into one word.
    private static HeadStamp? OfGlued(string line, List<(int Start, int End)> places)
    {
        if (places.Count < FewestHeadlineWords + 3)
        {
            return null;
        }

        (int start, int end) = places[^3];
        for (int i = start + 2; i < end - 2; i++)
        {
            bool parts = (char.IsLower(line[i - 1]) && char.IsUpper(line[i])) || (char.IsUpper(line[i - 1]) && char.IsUpper(line[end - 1]));
            if (parts && DateScanner.TryFind(line.AsSpan(i), monthFirst: true, out WrittenDate date, out int at, out int length) && at == 0 && i + length == line.Length
                && DateScanner.TryRead(string.Concat(line.AsSpan(i, end - i), " 1 2000"), monthFirst: true, out _))
            {
                return new HeadStamp(i, line.Length, Published(date, american: true, line[i..]));
            }
        }

        return null;
    }

    private static HeadStamp? Read(string line, List<(int Start, int End)> places, string[] words, int core, int after)
    {
        int first = core, end = after;
        while (first > 0 && KindOf(words, first - 1) != StampWord.None)
        {
            first--;
        }

        while (end < words.Length && Length(line, places, words, end) is > 0 and int length)
        {
            end += length;
        }

        while (end > after && KindOf(words, end - 1) is StampWord.Published or StampWord.Changed or StampWord.Before or StampWord.Link && char.IsLetter(words[end - 1][0]))
        {
            end--; // "… 2013 Last week", "… 2013 At noon": the text begins there.
        }

        while (first + 1 < core && KindOf(words, first) == StampWord.Link && char.IsLetter(words[first][0]) && KindOf(words, first + 1) == StampWord.Link)
        {
            first++; // "move on on July 7, 2012"
        }

        while (first < core && KindOf(words, first) is StampWord.Before && KindOf(words, first + 1) is not (StampWord.Published or StampWord.Changed))
        {
            first++;
        }

        Half kind = KindOf(line, places, words, first, core, after, end);
        return Stands(line, places, words, first, end, kind) && Day(line, places, words, first, end) is { } date
            ? new HeadStamp(places[first].Start, places[end - 1].End, date)
            : null;
    }

    // Number of words that go on a stamp: a date, a part of one without its year ("Updated Wednesday, Jan 5"), or one word.
    private static int Length(string line, List<(int Start, int End)> places, string[] words, int at)
    {
        if (DateAt(line, places, at, out int after) is not null)
        {
            return after - at;
        }

        bool isDay = at + 1 < words.Length && words[at].Length >= 3 && KindOf(words, at - 1) is StampWord.Published or StampWord.Changed or StampWord.Weekday
            && DateScanner.TryRead(string.Concat(words[at], " ", words[at + 1], " 2000"), monthFirst: true, out WrittenDate named) && named.Day.Year == 2000 && char.IsLetter(words[at][0]);
        return isDay ? 2 : KindOf(words, at) != StampWord.None ? 1 : 0;
    }

    // What makes a date more than a date: a label before it, a time of day or a weekday beside it.
    private static Half KindOf(string line, List<(int Start, int End)> places, string[] words, int first, int core, int after, int end)
    {
        Half kind = Half.None;
        bool clockBefore = false;
        for (int i = first; i < end; i++)
        {
            StampWord word = KindOf(words, i);
            if (word is StampWord.Published or StampWord.Changed)
            {
                return Half.Label;
            }

            if (word == StampWord.Clock || (i == after - 1 && line.AsSpan(places[i].Start, places[i].End - places[i].Start).Contains(':')))
            {
                clockBefore |= i < core;
                kind = Half.Clock;
            }
            else if (word == StampWord.Weekday && kind == Half.None)
            {
                kind = Half.Weekday;
            }
        }

        // "on 7 July 2012, 5:55" is a stamp; "at 3:33 on 7 July 2012" and "on Tuesday, 7 July 2012" are of a sentence.
        return StampWords.Bare(words[first]) is "on" or "at" && (kind != Half.Clock || clockBefore) ? Half.None : kind;
    }

    private static bool Stands(string line, List<(int Start, int End)> places, string[] words, int first, int end, Half kind)
    {
        bool isWhole = first == 0 && end == words.Length && places[end - 1].End == line.Length;
        string last = words[end - 1];
        if (isWhole)
        {
            return !last.EndsWith('.') || kind != Half.None;
        }

        if (first > 0 && (words[first - 1][^1] is ',' or ';' or ':' or '(' || (kind != Half.Label && StampWords.IsProse(words[first - 1]))))
        {
            return false;
        }

        if (StampWords.Bare(words[first]) is "on" or "at" && kind == Half.None)
        {
            return false;
        }

        bool endsInPoint = last[^1] is ',' or ';' || (last[^1] == '.' && StampWords.Bare(last) is not ("am" or "pm" or "a.m" or "p.m" or "m") && kind == Half.None);
        if (end < words.Length && (endsInPoint || !OpensSentence(line, places[end].Start) || Rest(line, places[end - 1].End) < FewestWordsOfText))
        {
            return false;
        }

        if (end == words.Length)
        {
            return kind is Half.Label or Half.Clock;
        }

        bool isHeadline = first == 0 || (FewestHeadlineWords <= first && first <= HeadlineWords && !SentenceStops.HasInside(line[..places[first].Start].TrimEnd()));
        return isHeadline || kind is Half.Label or Half.Clock;
    }

    private static bool OpensSentence(string line, int at)
    {
        while (at < line.Length && line[at] is '"' or '“' or '\'' or '‘' or '(' or '[' or '«' or '`' or '-' or '–' or '—' or ' ' or '•' or '*')
        {
            at++;
        }

        return at < line.Length && (char.IsUpper(line[at]) || char.IsDigit(line[at]) || line[at] is '$' or '£' or '€');
    }

    private static int Rest(string line, int from) => FurnitureRules.WordCount(line[from..]);

    // The day with a label of publication, else the first; a weekday beside it that is not its weekday refuses it.
    private static PublishedDate? Day(string line, List<(int Start, int End)> places, string[] words, int first, int end)
    {
        bool american = false, changed = false;
        WrittenDate? taken = null, other = null;
        for (int i = first; i < end; i++)
        {
            StampWord kind = KindOf(words, i);
            american |= kind == StampWord.American || words[i].EndsWith("PM", StringComparison.Ordinal) || words[i].EndsWith("AM", StringComparison.Ordinal);
            changed = kind == StampWord.Changed || (changed && kind != StampWord.Published);
            if (DateAt(line, places, i, out int after) is not { } date)
            {
                continue;
            }

            if (DayOf(words, Math.Max(first, i - 2), Math.Min(end, after + 1)) is { } weekday && !Has(date, weekday))
            {
                return null;
            }

            taken ??= changed ? null : date;
            other ??= date;
            i = after - 1;
        }

        return (taken ?? other) is { } day ? Published(day, american, line[places[first].Start..places[end - 1].End]) : null;
    }

    private static DayOfWeek? DayOf(string[] words, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (KindOf(words, i) == StampWord.Weekday)
            {
                string name = StampWords.Bare(words[i])[..3];
                return Enum.GetValues<DayOfWeek>().First(day => day.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase));
            }
        }

        return null;
    }

    private static bool Has(WrittenDate date, DayOfWeek weekday) =>
        date.Day.DayOfWeek == weekday || (date.IsAmbiguous && new DateOnly(date.Day.Year, date.Day.Day, date.Day.Month).DayOfWeek == weekday);

    // Where nothing tells whether 4/9 is in April or in September, both days are bounds and none is taken.
    private static PublishedDate Published(WrittenDate date, bool american, string words)
    {
        string why = $"The words “{words}” stand at the head of the text.";
        if (date.IsAmbiguous && !american)
        {
            DateOnly turned = new(date.Day.Year, date.Day.Day, date.Day.Month);
            (DateOnly low, DateOnly high) = turned < date.Day ? (turned, date.Day) : (date.Day, turned);
            return new PublishedDate(date.Day.Year.ToString("0000", CultureInfo.InvariantCulture), Iso(low), Iso(high), null, DateBasis.Dateline, Explanation.Of("dateline", why + " Day and month could be the other way round."), []);
        }

        why += date.IsAmbiguous ? " The clock beside it is written as where the month comes first." : "";
        return new PublishedDate(Iso(date.Day), Iso(date.Day), Iso(date.Day), date.Day.DayOfWeek.ToString(), DateBasis.Dateline, Explanation.Of("dateline", why), []);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A full date that begins with the word and ends with it or one of the three after it.
    private static WrittenDate? DateAt(string line, List<(int Start, int End)> places, int word, out int after)
    {
        int start = places[word].Start;
        for (after = word + 1; after <= Math.Min(word + LongestDate, places.Count); after++)
        {
            ReadOnlySpan<char> words = line.AsSpan(start, places[after - 1].End - start);
            if (words.Length > 40)
            {
                break;
            }

            if (words.IndexOfAnyExceptInRange('0', '9') >= 0 && DateScanner.TryFind(words, monthFirst: true, out WrittenDate date, out int at, out int end)
                && at == 0 && (end == words.Length || words[end..].IndexOfAnyExcept(",.;:)") < 0 || date.Time is null && words[end] is '-' or '–' or '|'))
            {
                return date;
            }
        }

        after = word + 1;
        return null;
    }

    private static StampWord KindOf(string[] words, int i) => StampWords.Of(words[i], i > 0 ? words[i - 1] : "", i + 1 < words.Length ? words[i + 1] : "");

    private static List<(int Start, int End)> Words(string line)
    {
        List<(int Start, int End)> words = [];
        for (int i = 0; i < line.Length && words.Count < MostWords;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < line.Length && !char.IsWhiteSpace(line[i]))
            {
                i++;
            }

            words.Add((start, i));
        }

        return words;
    }
}
