using System.Collections.Immutable;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Times;

/// <summary>Finds time expressions in a string and gives each its TIMEX3 value. Needs no tokens and no parse. Pure and thread-safe.</summary>
/// <remarks>Recognition is by the rules of <c>Data/en/times</c> alone; the moment of writing and the times told before decide values only, never what is found.</remarks>
public static class TimeReader
{
    private const int TenseReach = 25, NearReach = 300, PutOffReach = 10, LongestBetween = 20, YearsOfHistory = 5;

    private enum ClauseTime
    {
        Unknown,
        Past,
        Present,
        Future,
    }

    private static readonly string[] Outputs = ["DATE", "MON", "YR", "COARSE", "CLK", "DP", "DT", "DUR", "SETX", "REFX", "RNG", "BLOCK"];

    private static readonly Lazy<PhraseGrammar> Loaded = new(() =>
        PhraseGrammar.Load(TimeActions.All, Outputs, "en/figures/numbers.txt", "en/times/words.txt", "en/times/rules.txt"));

    /// <summary>The compiled rules, loaded on first use.</summary>
    internal static PhraseGrammar Grammar => Loaded.Value;

    /// <summary>Reads a text.</summary>
    /// <param name="text">Any text; offsets of the result are UTF-16 units of it.</param>
    /// <param name="reference">From when it is read.</param>
    /// <returns>Expressions in text order, never overlapping.</returns>
    public static IReadOnlyList<TimePhrase> Read(string text, TimeReference reference) => Read(text, reference, static _ => null, static (_, _) => false);

    /// <summary>Reads a text with a better knowledge of tense.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="reference">From when it is read.</param>
    /// <param name="tenseAt">Given the first code unit of an expression, whether its clause speaks of the future; null where it does not know.</param>
    /// <param name="datesNoun">Given the first code unit of an expression and the one after its last, whether it only tells which one of a noun is meant ("the 20 June fire").</param>
    internal static List<TimePhrase> Read(string text, TimeReference reference, Func<int, bool?> tenseAt, Func<int, int, bool> datesNoun)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reference);
        PhraseGrammar grammar = Grammar;
        Lexeme[] lexemes = PhraseLexer.Read(text, grammar.Lexicon);
        PhraseChart chart = new(grammar, text, lexemes);
        List<Phrase> phrases = chart.Results();
        List<TimePhrase> found = new(phrases.Count);
        bool narrative = !reference.Isolated && IsNarrative(phrases, reference);
        CalendarFields? previous = null;
        int previousEnd = 0;
        Dictionary<int, int> yearOf = []; // of a month that was told with its year
        HashSet<int> pastWeekdays = [];
        for (int index = 0; index < phrases.Count; index++)
        {
            Phrase phrase = phrases[index];
            if (phrase.Value is not TimeNode node)
            {
                continue;
            }

            // "at 09:10 on Monday", "at 09:10 (0440 GMT) on Monday": of the day told right after it.
            if (!reference.Isolated && IsClock(node) && DayAfter(chart, text, phrases, index) is { Value: TimeNode day } dayPhrase)
            {
                bool? ahead = tenseAt(lexemes[dayPhrase.First].Start);
                ResolvedTime on = ResolveBetween(day, reference, previous, false, narrative, ahead ?? reference.Direction == TimeDirection.Future, false);
                if (on.Fields is { Date: not null } own)
                {
                    (previous, previousEnd) = (own, lexemes[phrase.First].Start);
                }
            }

            ClauseTime told = Tense(chart, phrase);
            bool? future = tenseAt(lexemes[phrase.First].Start) ?? (told is ClauseTime.Future ? true : told is ClauseTime.Past ? false : null);
            future = IsPutOff(chart, phrase) ? true : future;
            bool near = !reference.Isolated && future != true && lexemes[phrase.First].Start - previousEnd <= NearReach;
            bool weekday = !reference.Isolated && node is { Weekday: not null, Day: null, Month: null, Year: null, Pick: TimePick.None, Base: ShiftBase.None, Type: TimexType.DATE };
            if (weekday && future == true && told != ClauseTime.Future && pastWeekdays.Contains(node.Weekday!.Value) && Signal(chart, text, phrase.First) is null)
            {
                future = false; // "The judge on Friday upheld it … in asking him to reduce it Friday": one day. The node has a weekday, asked before.
            }

            ResolvedTime resolved = ResolveBetween(node, reference, previous, near, narrative, future ?? reference.Direction == TimeDirection.Future, told == ClauseTime.Present);
            if (!reference.Isolated && future != true && TimeResolution.InYearTold(node, resolved, reference, yearOf) is { } dated)
            {
                resolved = dated;
            }

            if (weekday && future != true)
            {
                pastWeekdays.Add(node.Weekday!.Value); // it has one, asked before
            }

            if (node is { Year: { } year, Month: { } month, Base: ShiftBase.None })
            {
                yearOf[month] = yearOf.TryGetValue(month, out int known) && known != year ? 0 : year;
            }

            found.Add(Make(chart, text, phrase, node, resolved));

            // "the day before", "the 20 June fire": the story stays where it was.
            bool aside = (!narrative && node is { Base: ShiftBase.Narrative or ShiftBase.Told, ShiftAmount: < 0 }) || (!reference.Isolated && datesNoun(lexemes[phrase.First].Start, lexemes[phrase.End - 1].End));
            if (!reference.Isolated && !(aside && previous is not null) && resolved.Fields is { } fields && (fields.Year is not null || fields.WeekYear is not null) && resolved.Type is TimexType.DATE or TimexType.TIME)
            {
                previous = resolved.UntilTime?.Fields is { Year: not null } ends ? ends : fields;
                previousEnd = lexemes[phrase.End - 1].End;
            }
        }

        return found;
    }

    private static bool IsClock(TimeNode node) => node is { Hour: not null, Day: null, Weekday: null, Year: null, Month: null, Base: ShiftBase.None };

    private static Phrase? DayAfter(PhraseChart chart, string text, List<Phrase> phrases, int index)
    {
        for (int i = index + 1; i < phrases.Count && i <= index + 2; i++)
        {
            ReadOnlySpan<char> between = text.AsSpan(chart.Lexemes[phrases[i - 1].End - 1].End, chart.Lexemes[phrases[i].First].Start - chart.Lexemes[phrases[i - 1].End - 1].End);
            if (between.Length > LongestBetween || between.ContainsAny(".;\n"))
            {
                return null;
            }

            if (phrases[i].Value is TimeNode node && !IsClock(node))
            {
                ReadOnlySpan<char> word = between.Trim(" ),");
                return node.Hour is null && node.Type == TimexType.DATE && (node.Weekday is not null || node.Day is not null || node.ShiftUnit == TimeUnit.Day) && (word.Length == 0 || word.EndsWith("on", StringComparison.Ordinal)) ? phrases[i] : null;
            }
        }

        return null;
    }

    // With bounds instead of a day a value holds only where both bounds give it.
    private static ResolvedTime ResolveBetween(TimeNode node, TimeReference reference, CalendarFields? previous, bool near, bool narrative, bool future, bool generic)
    {
        TimeContext context = new(null, reference.Time is not null, previous, near, narrative, future, generic, reference.Anchor, reference.DayFirst);
        ResolvedTime open = TimeResolution.Resolve(node, context);
        if (reference.Earliest is not { } earliest || reference.Latest is not { } latest)
        {
            return open;
        }

        ResolvedTime early = TimeResolution.Resolve(node, context with { Now = earliest.At(reference.Time ?? LocalTime.Midnight) });
        if (earliest == latest)
        {
            return early;
        }

        ResolvedTime late = TimeResolution.Resolve(node, context with { Now = latest.At(reference.Time ?? LocalTime.Midnight) });
        return early.Value == late.Value && early.Until == late.Until ? early : open;
    }

    // A text tells history where most of the years it states are not those of its writing, and few of its times are told as of the day of its writing ("on Friday", "last week").
    // One that names a day of the news before any year ("On 3 May, …") is told as of its writing, whatever years of a life it tells after.
    private static bool IsNarrative(List<Phrase> phrases, TimeReference reference)
    {
        int stated = 0, far = 0, current = 0;
        if (reference.Latest is not null && phrases.Find(static phrase => phrase.Value is TimeNode { Type: TimexType.DATE or TimexType.TIME, Reference: null, HasDate: true })?.Value is TimeNode { Year: null, Month: not null, Day: not null, Base: ShiftBase.None })
        {
            return false;
        }

        foreach (Phrase phrase in phrases)
        {
            if (phrase.Value is TimeNode { Year: { } year, Type: TimexType.DATE or TimexType.TIME })
            {
                stated++;
                far += reference.Latest is { } written && (written.Year - year is 0 or 1 or -1) ? 0 : 1;
            }
            else if (phrase.Value is TimeNode { Year: null, Reference: null, Type: TimexType.DATE or TimexType.TIME } node && (node.Base == ShiftBase.Speech || node is { Weekday: not null, Day: null, Month: null, Base: ShiftBase.None }))
            {
                current++;
            }
        }

        return current * YearsOfHistory <= stated && (reference.Latest is null ? stated >= 4 : stated >= 3 && far * 3 >= stated * 2);
    }

    // The nearest verb of the sentence, to the left first: "will visit on Friday", "on Friday, ministers will meet".
    private static ClauseTime Tense(PhraseChart chart, Phrase phrase)
    {
        Lexeme[] lexemes = chart.Lexemes;
        int future = chart.Grammar.Symbol("TFUTURE"), past = chart.Grammar.Symbol("TPAST"), present = chart.Grammar.Symbol("TPRESENT"), before = chart.Grammar.Symbol("TBEFORE"), end = chart.Grammar.Symbol("TEND");
        for (int i = phrase.First - 1; i >= 0 && phrase.First - i < TenseReach && !NumberReader.Is(chart, i, end, out _); i--)
        {
            if (NumberReader.Is(chart, i, future, out _))
            {
                return i > 0 && NumberReader.Is(chart, i - 1, before, out _) ? ClauseTime.Past : ClauseTime.Future; // "had planned to leave on Friday"
            }

            if (NumberReader.Is(chart, i, past, out _))
            {
                return ClauseTime.Past;
            }

            if (NumberReader.Is(chart, i, present, out _))
            {
                return ClauseTime.Present;
            }

            if (lexemes[i].BreakBefore)
            {
                break;
            }
        }

        for (int i = phrase.End; i < lexemes.Length && i - phrase.End < TenseReach && !NumberReader.Is(chart, i, end, out _) && !lexemes[i].BreakBefore; i++)
        {
            if (NumberReader.Is(chart, i, future, out _))
            {
                return i > 0 && NumberReader.Is(chart, i - 1, before, out _) ? ClauseTime.Past : ClauseTime.Future; // "had planned to leave on Friday"
            }

            if (NumberReader.Is(chart, i, past, out _))
            {
                return ClauseTime.Past;
            }

            if (NumberReader.Is(chart, i, present, out _))
            {
                return ClauseTime.Present;
            }
        }

        return ClauseTime.Unknown;
    }

    // "postponed the hearing until Monday": what is put off comes later, whatever the tense of the verb.
    private static bool IsPutOff(PhraseChart chart, Phrase phrase)
    {
        Lexeme[] lexemes = chart.Lexemes;
        int later = chart.Grammar.Symbol("UNTILWORD"), putOff = chart.Grammar.Symbol("PUTOFF"), end = chart.Grammar.Symbol("TEND");
        if (phrase.First == 0 || lexemes[phrase.First].BreakBefore || !NumberReader.Is(chart, phrase.First - 1, later, out _))
        {
            return false;
        }

        for (int i = phrase.First - 2; i >= 0 && phrase.First - i <= PutOffReach && !lexemes[i + 1].BreakBefore && !NumberReader.Is(chart, i, end, out _); i--)
        {
            if (NumberReader.Is(chart, i, putOff, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static TimePhrase Make(PhraseChart chart, string text, Phrase phrase, TimeNode node, ResolvedTime resolved)
    {
        Lexeme[] lexemes = chart.Lexemes;
        TimePhrase made = new()
        {
            Start = lexemes[phrase.First].Start,
            End = lexemes[phrase.End - 1].End,
            Type = resolved.Type,
            Value = resolved.Value,
            Until = resolved.Until,
            Modifier = resolved.Modifier,
            Anchor = resolved.Anchor,
            Signal = Signal(chart, text, phrase.First),
            Rule = phrase.Rule?.Id ?? "",
            Reckoned = resolved.Reckoned,
            StretchStart = resolved.StretchStart,
            StretchEnd = resolved.StretchEnd,
            Why = resolved.Why,
        };
        if (resolved is not { StartTime: { } start, UntilTime: { } until } || node.Parts.UntilEnd == 0)
        {
            return made;
        }

        (int first, int end, int untilFirst, int untilEnd) = node.Parts;
        return made with
        {
            Parts = ImmutableArray.Create(
                made with { Start = lexemes[first].Start, End = lexemes[end - 1].End, Value = start.Value, Until = null, Modifier = start.Modifier },
                made with { Start = lexemes[untilFirst].Start, End = lexemes[untilEnd - 1].End, Value = until.Value, Until = null, Modifier = until.Modifier, Anchor = until.Anchor, Signal = "until" }),
        };
    }

    private static string? Signal(PhraseChart chart, string text, int first)
    {
        int at = first - 1;
        if (at >= 0 && !chart.Lexemes[first].BreakBefore && NumberReader.Is(chart, at, chart.Grammar.Symbol("SIGNAL"), out _))
        {
            return text[chart.Lexemes[at].Start..chart.Lexemes[at].End].ToLowerInvariant();
        }

        return null;
    }
}
