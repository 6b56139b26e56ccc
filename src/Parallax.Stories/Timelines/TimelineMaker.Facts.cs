using System.Collections.Immutable;
using NodaTime;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;
using Calendar = Parallax.Core.Time.TimePrecision;
using Shown = Parallax.Core.Accounts.TimePrecision;

namespace Parallax.Stories.Timelines;

/// <content>What reports tell of a time in a sentence of their own and no happening has told.</content>
internal sealed partial class TimelineMaker
{
    // "than in" before a year
    private const int MostBefore = 2;

    private static readonly Lazy<HashSet<string>> Moods = new(static () => StoriesData.Words("en/timelines/moods.txt"));

    // What a report tells as past with one time of its own: "The case was dropped in 2017", "Quill met the guild on Friday".
    private void AddFacts(ImmutableArray<Proposition> propositions)
    {
        QuotedSentences quoted = new(_set);
        foreach (Proposition fact in propositions.Where(p => p is { IsPast: true, IsNominal: false, IsNegated: false, IsUnreal: false, IsHabit: false, IsTried: false, Factuality: Factuality.Happened, Statement: null or { Parent: null, Stance: Stance.Asserts or Stance.Confirms or Stance.Admits } } && MayBeTold(p)))
        {
            // What somebody says between quotation marks is told as his statement; words that nobody is named for tell nothing of the day; nor does that there was no word of something.
            if (fact.Statement is { Manner: Manner.Direct } || (fact.Statement is null && quoted.Holds(fact.Report, fact.Sentence)) || IsOfNobodyKnown(fact) || TellsOfNothing(fact) || TellsOfMood(fact))
            {
                continue;
            }

            if (fact.Times.Where(static t => t is { Relation: null, Value: not null }).ToArray() is [{ Interval: { } interval, Value: { } value } time] && _set[fact.Report].Tokens.Sentences[fact.Sentence].Part is TextPart.Lead or TextPart.Body
                && (IsOfDay(interval) ? (fact is { Actor: not null, IsMain: true, IsClause: true } || GoesWith(_set[fact.Report].Tokens, time.Span, fact)) && !IsOfWhom(_set[fact.Report].Tokens, time.Span, fact) && (interval.Earliest is not null || interval.Weekday is not null || IsDayOfMonth(interval)) : IsOfMonthOrYear(fact, time)) && !PresentTense.Has(_set[fact.Report].Tokens, fact.Top))
            {
                Add(value, interval.Earliest is null ? Shown.Unknown : Precision(interval), interval.Earliest, null, [fact.Report], [fact], [fact]);
            }
        }
    }

    // A main clause, or what is joined to one and has its subject ("The crew towed a boat and docked on Friday"), that does not tell of "him" whom nothing names; and what hangs on a name ("the case against Vale, which was dropped in 2015").
    private bool MayBeTold(Proposition fact)
    {
        if (HangsOnName(fact))
        {
            return true;
        }

        Proposition? main = IsJoinedToMain(fact) ? _ofSentence[(fact.Report, fact.Sentence)].FirstOrDefault(p => p is { IsClause: true, IsFinite: true } && p.Top == _set[fact.Report].Tokens.Heads[fact.Top]) : fact.IsMain ? fact : null;
        TokenLayer tokens = _set[fact.Report].Tokens;
        return main is { IsClause: true, IsFinite: true, Subject: not null } && !_words.IsOpen(main) && !_words.IsOpen(fact) && tokens.Lemmas[tokens.Sentences[fact.Sentence].FirstToken] is not ("he" or "she" or "it" or "they" or "this");
    }

    // "Orsk, who left in 2012", "the case against Vale, which was dropped in 2015"; not "a Norlander who left in 2012" nor "his case, which …": nobody knows which.
    private bool HangsOnName(Proposition fact)
    {
        TokenLayer tokens = _set[fact.Report].Tokens;
        if (fact is not { IsClause: true, IsFinite: true } || tokens.Relations[fact.Top] is not "acl:relcl" || tokens.Heads[fact.Top] is not (>= 0 and var noun) || noun >= fact.Top || tokens.Tags[noun] is not (UniversalTag.Noun or UniversalTag.Propn))
        {
            return false;
        }

        // "Quill, who won fame in 2009": who somebody is; "Quill, who left on Friday": what he did.
        if (!fact.Times.Any(static t => t.Interval is { IsDay: true } or { Weekday: not null }) && _set[fact.Report].Entities.At(tokens.Span(noun)) is { Kind: ActorKind.Person or ActorKind.Unnamed or ActorKind.Group })
        {
            return false;
        }

        (int first, int last) = new Tree(tokens).Bounds(noun, "acl", "appos", "case", "conj", "parataxis");
        int end = last + 1;
        return Enumerable.Range(first, Math.Min(end, fact.Top) - first).All(t => !tokens.Features[t].Contains("Poss=Yes", StringComparison.Ordinal) && tokens.Form(t) is not ("a" or "A" or "an" or "An"))
            && Enumerable.Range(first, Math.Min(end, fact.Top) - first).Any(t => tokens.Tags[t] is UniversalTag.Propn)
            && tokens.SentenceOf(noun) == fact.Sentence && !_words.IsOpen(fact);
    }

    // "It was closed", where nothing tells what
    private static bool IsOfNobodyKnown(Proposition fact) => fact.Actor is { IsOpen: true } || fact.Participants.Any(p => p.IsOpen && p.Token is { } token && token == fact.Subject);

    // "in May", "in 2017", "last week": a stretch that is told by its name or by that of the report, not "this year"; of what is told and not of a thing in it ("at last week's hearing", "a claim made in 2010", with "has dropped").
    private bool IsOfMonthOrYear(Proposition fact, TimeBound time)
    {
        AnnotatedReport report = _set[fact.Report];
        TimexInterval interval = time.Interval;
        return interval is { IsBounded: true, Precision: Calendar.Month or Calendar.Year or Calendar.Week or Calendar.Weekend or Calendar.Season }
            && (interval.Precision != Calendar.Year || report.Report.Text.Slice(time.Span).AsSpan().ContainsAnyInRange('0', '9'))
            && !(PublishedOf(fact.Report) is { } published && interval.Earliest > published)
            && (!PresentTense.IsPerfect(report.Tokens, fact.Top) || interval.Precision is not (Calendar.Month or Calendar.Year or Calendar.Season)) && GoesWith(report.Tokens, time.Span, fact) && !IsOfWhom(report.Tokens, time.Span, fact) && !StartsOrEnds(report.Tokens, time.Span, fact)
            && !report.Times.Overlapping(report.Tokens.Sentences[fact.Sentence].Span).Any(t => t.Span != time.Span && t.Type is TimexType.DATE or TimexType.TIME && IsFiner(TimexInterval.Parse(t.Value), interval));
    }

    /// <summary>Whether a noun names what is felt, said or thought ("the mood soured").</summary>
    public static bool IsMood(string lemma) => Moods.Value.Contains(lemma);

    // "The mood soured on Friday", "her remarks came on Friday": how things stood or what was said, and nobody who did anything.
    private bool TellsOfMood(Proposition fact) =>
        fact.Event is null && fact.Figures.IsEmpty && fact.Subject is { } subject && Moods.Value.Contains(_set[fact.Report].Tokens.Lemmas[subject]);

    // Whether the head of the words for a time hangs on the clause itself.
    private static bool GoesWith(TokenLayer tokens, TextSpan time, Proposition fact)
    {
        (int first, int end) = tokens.TokensOf(time);
        int head = first;
        while (tokens.Heads[head] is var up && first <= up && up < end)
        {
            head = up;
        }

        return (tokens.Heads[head] == fact.Top || tokens.Heads[head] == fact.Token) && tokens.Relations[head].StartsWith("obl", StringComparison.Ordinal);
    }

    // "through 2022", "until May", "than in 2008": when it began or ended, or with what it is compared; and, behind a comma, "…, a tenth more than the last, in 2012", which may be of either.
    private static bool StartsOrEnds(TokenLayer tokens, TextSpan time, Proposition fact)
    {
        (int first, int end) = tokens.TokensOf(time);
        int before = Math.Max(tokens.Sentences[fact.Sentence].FirstToken, first - MostBefore);
        return Enumerable.Range(before, end - before).Any(t => tokens.Lemmas[t] is "through" or "throughout" or "until" or "till" or "by" or "since" or "from" or "before" or "after" or "into" or "for" or "than" or "like" or "unlike" && (t >= first - 1 || tokens.Tags[first - 1] == UniversalTag.Adp))
            || (fact.Token < first && Enumerable.Range(before, first - before).Any(t => tokens.Form(t) is ","));
    }

    // "The clerk who took the keys on Friday has been charged": of what is told of the subject and not of him.
    private static bool IsOfWhom(TokenLayer tokens, TextSpan time, Proposition fact)
    {
        int at = tokens.TokenAt(time.Start);
        return fact.Subject is { } subject && subject < at && at < fact.Token && Enumerable.Range(subject + 1, at - subject - 1).Any(t => tokens.Tags[t] == UniversalTag.Verb && tokens.Heads[t] == subject && tokens.Relations[t].StartsWith("acl", StringComparison.Ordinal));
    }

    // "Sedonia seeks him for what was printed in 2010": what is told as of now was not in a month or year that is over.
    private bool IsNowOfPast(Proposition told) => told is { IsClause: true, IsFinite: true } && _set[told.Report].Tokens.Sentences[told.Sentence].Part is TextPart.Lead or TextPart.Body
        && told.Times.Any(static t => t is { Relation: null, Interval: { IsBounded: true, Precision: Calendar.Month or Calendar.Year } }) && PresentTense.Has(_set[told.Report].Tokens, told.Top)
        && !(PublishedOf(told.Report) is { } published && told.Times.All(t => t.Interval.Latest is not { } latest || latest >= published));

    // "There was no word on the yard."
    private bool TellsOfNothing(Proposition proposition)
    {
        TokenLayer tokens = _set[proposition.Report].Tokens;
        return proposition.Subject is { } subject && Enumerable.Range(tokens.Sentences[proposition.Sentence].FirstToken, subject - tokens.Sentences[proposition.Sentence].FirstToken + 1)
            .Any(t => tokens.Heads[t] == subject && tokens.Form(t) is "no" or "No");
    }
}
