using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;
using Parallax.Language.Times;

namespace Parallax.Language.Events.Arguments;

/// <summary>When the clause of an event says that it is.</summary>
internal static class EventTimes
{
    /// <summary>The time of the clause, as its TIMEX3 value: of an expression that hangs on the trigger, or on the verb that carries it; null where none does.</summary>
    public static string? Of(AnnotatedReport report, SyntaxTree tree, EventReading reading)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(reading.Head)];
        int carrier = VerbAbove(tree, reading.Head);
        bool invitation = reading.Rule.Type == PloverType.AGREE && tokens.Tags[reading.Head] == UniversalTag.Noun; // "at the invitation of the mayor": made before what it led to
        bool sharesTime = !invitation && SharesTime(tree, reading.Head, carrier);
        string? found = null, frame = null;
        foreach (TimeExpression time in report.Times.Overlapping(sentence.Span))
        {
            if (time.Type is not (TimexType.DATE or TimexType.TIME) || !SaysWhen(time.Value))
            {
                continue;
            }

            (int first, int end) = tokens.TokensOf(time.Span);
            if (first >= end)
            {
                continue;
            }

            int top = tree.TopOf(first, end);
            if (IsWhen(tree, reading.Head, end))
            {
                return Valued(time); // "since 2018 when it left the treaty"
            }

            int governor = tree.Head(top);
            if (IsOfNext(tree, first, end))
            {
                if (end == reading.Head)
                {
                    return Valued(time);
                }

                if (tree.Head(end) != reading.Head && tree.Head(first) != reading.Head)
                {
                    continue;
                }
            }

            if (governor < 0 || IsBound(tree, top) || IsBelowBound(tree, governor, reading.Head, carrier) || (governor != reading.Head && IsInsideName(tree, top, governor)))
            {
                continue;
            }

            if (first > reading.Head && ClauseTense.DatesNoun(tokens, time.Start, time.End))
            {
                continue; // "convicted of the 20 June theft": the theft was on that day
            }

            if (reading.Rule.Type is PloverType.SANCTION or PloverType.ACCUSE && IsOfTheDeed(tree, reading.Head, first, time.Value))
            {
                continue;
            }

            int verb = VerbAbove(tree, governor);
            if ((tree.Dominates(reading.Head, governor) && (verb == carrier || (tree.Head(verb) == reading.Head && tokens.Relations[verb] == "acl")))
                || (tokens.Tags[reading.Head] == UniversalTag.Noun && tokens.Relations[verb] == "acl" && Attachments.ClausesOf(tree, reading.Head).Contains(verb)))
            {
                return Valued(time);
            }

            found ??= sharesTime && (governor == carrier || verb == carrier) ? IsFollowed(tree, reading.Head) ? DayOf(time.Value) : Valued(time) : null;
            frame ??= IsFrame(tree, top, governor, carrier) ? Valued(time) : null;
        }

        return found ?? frame;
    }

    /// <summary>What something was before or after ("shipped months before the strike"), as tokens; empty where its clause does not say.</summary>
    /// <param name="report">The report.</param>
    /// <param name="tree">Its parse.</param>
    /// <param name="head">The verb or noun that tells it.</param>
    public static (int First, int End) BoundOf(AnnotatedReport report, SyntaxTree tree, int head)
    {
        const int LongestBound = 14;
        foreach (int child in tree.Children(head))
        {
            int mark = tree.Child(child, "case") is >= 0 and int own ? own : tree.Child(child, "mark");
            if (child <= head || mark < 0 || !(tree.Is(child, "obl") || tree.Is(child, "advcl") || (tree.Is(child, "nmod") && tree.Tokens.Tags[head] == UniversalTag.Noun)) || tree.Lemma(mark) is not ("before" or "after" or "since" or "prior"))
            {
                continue;
            }

            int first = tree.First(child), end = tree.End(child);
            while (first > head + 1 && report.Times.Overlapping(tree.Tokens.Span(first - 1)).Any(static t => t.Type == TimexType.DURATION))
            {
                first--;
            }

            for (int i = child + 1; i < end; i++)
            {
                end = tree.Tokens.Form(i) is "," or ";" ? i : end;
            }

            if (end > child && end - first <= LongestBound)
            {
                return (first, end);
            }
        }

        return default;
    }

    // "On Monday the crew left and the envoy arrived": a time at the head of the sentence is of all its verbs of one rank.
    private static bool IsFrame(SyntaxTree tree, int time, int governor, int carrier)
    {
        int verb = carrier;
        while (verb >= 0 && verb != governor && tree.Is(verb, "conj"))
        {
            verb = tree.Head(verb);
        }

        return verb == governor && carrier != governor && tree.Child(governor, "nsubj") is >= 0 and int subject && time < subject;
    }

    // "between 2031 and 2034": both ends.
    private static string Valued(TimeExpression time) => time.Until is { } until ? time.Value + "/" + until : time.Value;

    // "met the premier on Friday afternoon following talks with the envoy": on that day, but not in the afternoon.
    private static bool IsFollowed(SyntaxTree tree, int head) => tree.Child(head, "case") is >= 0 and int mark && tree.Lemma(mark) is "following" or "follow";

    /// <summary>The value without its hour or part of the day.</summary>
    public static string DayOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int hour ? value[..hour] : value;

    private static bool IsWhen(SyntaxTree tree, int head, int end)
    {
        int when = end < tree.Tokens.Count && tree.Tokens.Form(end) is "," ? end + 1 : end;
        return when < tree.Tokens.Count && tree.Tokens.Form(when) is "when" && tree.Head(when) == head && head > when;
    }

    /// <summary>Whether a value says when: "at the same time", "days after", "now" place nothing in the calendar; "last month" of an undated report does.</summary>
    public static bool SaysWhen(string value) => value.Length > 0
        && (value.AsSpan().ContainsAnyInRange('0', '9') || value.Contains("WE", StringComparison.Ordinal) || value is "XXXX-XX" || (value[0] == 'X' && value.Contains('T', StringComparison.Ordinal)));

    // "to replace it after 2011", "until Friday": the bound of a time is not when it happens.
    private static bool IsBound(SyntaxTree tree, int time)
    {
        foreach (int child in tree.Children(time))
        {
            if ((tree.Is(child, "case") || tree.Is(child, "mark")) && (tree.Lemma(child) is "after" or "before" or "until" or "till" or "prior" or "than" or "beyond" || (tree.Lemma(child) == "since" && tree.Head(time) is >= 0 and int noun && tree.Tokens.Tags[noun] is not UniversalTag.Verb)))
            {
                return true;
            }
        }

        return false;
    }

    // "the worst since the fall of the junta in 1974": the time of what bounds it.
    private static bool IsBelowBound(SyntaxTree tree, int governor, int head, int carrier)
    {
        for (int up = governor; up >= 0 && up != head && up != carrier; up = tree.Head(up))
        {
            if (tree.Tokens.Tags[up] is UniversalTag.Noun or UniversalTag.Propn && IsBound(tree, up))
            {
                return true;
            }
        }

        return false;
    }

    // "was found guilty of robbing the firm in 2011", "accused of killing him in May": a year or month behind the deed is when it was done; a day may be that of the verdict.
    private static bool IsOfTheDeed(SyntaxTree tree, int head, int time, string value)
    {
        const int LongestMonth = 7;
        if (value.Length > LongestMonth || time < head)
        {
            return false;
        }

        for (int i = head + 1; i < time; i++)
        {
            if (tree.Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Noun && tree.Tokens.Form(i).EndsWith("ing", StringComparison.Ordinal) && tree.Dominates(head, i) && tree.Tokens.Form(i - 1) is "of" or "for" or "with" or "in")
            {
                return true;
            }
        }

        return false;
    }

    // "charged in an April shooting": an article before a date and a noun after it make it the date of that noun.
    private static bool IsOfNext(SyntaxTree tree, int first, int end) => first > 0 && end < tree.Tokens.Count && tree.Tokens.Form(first - 1) is "a" or "an" && tree.Tokens.SentenceOf(end) == tree.Tokens.SentenceOf(first)
        && tree.Tokens.Tags[end] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Verb;

    // "the 2015 treaty": a date without a preposition before a noun dates that noun, not what is done with it.
    private static bool IsInsideName(SyntaxTree tree, int time, int governor)
    {
        if (time > governor || tree.Tokens.Tags[governor] is not (UniversalTag.Noun or UniversalTag.Propn) || tree.Is(time, "obl") || tree.Is(time, "nsubj"))
        {
            return false;
        }

        foreach (int child in tree.Children(time))
        {
            if (tree.Is(child, "case"))
            {
                return false;
            }
        }

        return true;
    }

    // "landed on Tuesday, the first visit since the invasion": a noun takes the time of the verb that it is a part of, not where it bounds another time or stands deeper.
    private static bool SharesTime(SyntaxTree tree, int head, int carrier)
    {
        if (head == carrier || tree.Tokens.Tags[head] is not UniversalTag.Noun)
        {
            return true;
        }

        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "case") && tree.Lemma(child) is "since" or "before" or "after" or "until" or "till" or "despite" or "ahead" or "prior" or "under" or "upon")
            {
                return false;
            }
        }

        return tree.Head(head) == carrier || !tree.Is(head, "nmod");
    }

    private static int VerbAbove(SyntaxTree tree, int token)
    {
        while (tree.Head(token) >= 0 && tree.Tokens.Tags[token] is not (UniversalTag.Verb or UniversalTag.Aux))
        {
            token = tree.Head(token);
        }

        return token;
    }
}
