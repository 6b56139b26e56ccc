using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Timelines;
using Parallax.Stories.Words;

namespace Parallax.Stories.Happenings;

/// <summary>Tells how surely a report tells an event: what cannot be read reliably makes no happening.</summary>
internal static class Tellings
{
    // A closing mark so few words behind a capital that opened a quotation: the quotation is a name.
    private const int LongestName = 5;

    private static readonly Lazy<HashSet<string>> Leanings = new(static () => StoriesData.Words("en/happenings/leanings.txt"));
    private static readonly Lazy<HashSet<string>> Drifts = new(static () => StoriesData.Words("en/happenings/drifts.txt"));
    private static readonly Lazy<HashSet<string>> Strivings = new(static () => StoriesData.Words("en/happenings/strivings.txt"));
    private static readonly Lazy<HashSet<string>> Deeds = new(static () => StoriesData.Words("en/happenings/deeds.txt"));

    /// <summary>Whether what the propositions tell is put out: one tells it fully, or two reports do aside.</summary>
    public static bool Suffice(ReportSet set, IReadOnlyCollection<Proposition> told)
    {
        Telling[] tellings = [.. told.Select(p => Of(set, p))];
        return Array.Exists(tellings, static t => t == Telling.Full) || told.Zip(tellings).Where(static p => p.Second == Telling.Aside).Select(static p => p.First.Report).Distinct(StringComparer.Ordinal).Count() > 1;
    }

    /// <summary>How surely a proposition tells its event.</summary>
    public static Telling Of(ReportSet set, Proposition told)
    {
        AnnotatedReport report = set[told.Report];
        TokenLayer tokens = report.Tokens;
        if (IsNamePart(tokens, told.Token) || (told.Top != told.Token && Strivings.Value.Contains(tokens.Lemmas[told.Top]) && tokens.Features[told.Token].Contains("VerbForm=Inf", StringComparison.Ordinal)) || IsWanted(told) || IsAlmost(tokens, told) || IsVerbalAttack(report, told) || IsOfVotes(report, told))
        {
            return Telling.None;
        }

        if (told.Statement is { Manner: Manner.Direct } && !IsFirmInQuotation(tokens, told))
        {
            return Telling.None; // "We are beating Orsk": his opinion; "I met the mayor": whose act it is, the words do not say.
        }

        return told.IsNominal ? OfNoun(report, told) : tokens.Tags[told.Token] == UniversalTag.Adj ? Telling.None : OfVerb(report, told);
    }

    private static Telling OfNoun(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        if (TimelineWords.IsCaption(report, told.Sentence) || IsRepeated(report, told.Sentence))
        {
            return Telling.Aside; // what a picture shows, on the day on which it was taken
        }

        bool isDated = IsDated(told);
        switch (told.Event!.Plover)
        {
            case PloverType.ASSAULT or PloverType.COERCE or PloverType.MOBILIZE:
                return IsLentName(report, told) ? Telling.None : isDated || HappeningTitle.Openness(report, told) < 2 ? Telling.Full : Telling.Aside;
            case PloverType.CONSULT when tokens.Features[told.Token].Contains("Number=Plur", StringComparison.Ordinal) || told.Event.Actors.Concat(told.Event.Recipients).All(id => report.Entities.Find(id) is { } one && !ParticipantReader.IsNamed(one)):
                return Telling.Aside; // "her private meetings", "at the meeting a supporter said": how often, or whose, is open
            case PloverType.CONSULT or PloverType.PROTEST:
                return Telling.Full;
            case PloverType.NONE when Deeds.Value.Contains(told.Lemma):
                return HappeningTitle.Openness(report, told) < 2 ? Telling.Full : Telling.Aside;
            case PloverType.SUPPORT or PloverType.COOPERATE or PloverType.AGREE when told.Event.Actors.Length > 0 && isDated && !IsLentName(report, told):
                return Telling.Full; // "the pact of May with Norland"
            default:
                return isDated && !IsLentName(report, told) ? Telling.Aside : Telling.None;
        }
    }

    private static Telling OfVerb(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        int top = FirstOfRow(tokens, told.Top);
        string relation = tokens.Relations[top];
        bool isDated = IsDated(told), isHeading = tokens.Sentences[told.Sentence].Part is TextPart.Title or TextPart.Heading;
        if (relation is "acl:relcl")
        {
            // "Vale, who closed a yard in the 1990s": what sort of man he is.
            bool isOfHead = Below(tokens, top).Any(t => tokens.Relations[t].StartsWith("nsubj", StringComparison.Ordinal) && IsRelative(tokens, t));
            return !isOfHead || (IsPerson(report, tokens.Heads[top]) ? told.Times.Any(static t => t is { Relation: null, Interval: { IsDay: true } or { Weekday: not null } }) : isDated) ? Steady(tokens, told, isDated, isHeading) : Telling.Aside;
        }

        if (!told.IsFinite && relation is not ("root" or "parataxis"))
        {
            return OfUnfinished(report, told, top, relation);
        }

        return relation is not "conj" && top == told.Top && told.Subject is null && !isDated && HappeningTitle.Openness(report, told) == 2 ? Telling.Aside : Steady(tokens, told, isDated, isHeading);
    }

    // "closing the yard", "to close the yard", "closed by Quill": by what it hangs on.
    private static Telling OfUnfinished(AnnotatedReport report, Proposition told, int top, string relation)
    {
        TokenLayer tokens = report.Tokens;
        bool isOfDay = told.Times.Any(static t => t is { Relation: null, Interval: { IsDay: true } or { Weekday: not null } });
        string? mark = Mark(tokens, top);
        bool isInfinitive = mark is "to" || tokens.Features[top].Contains("VerbForm=Inf", StringComparison.Ordinal);
        if (isInfinitive)
        {
            return told.Factuality == Factuality.Happened && isOfDay ? Telling.Full : Telling.None; // "prompted her to call on Friday"
        }

        if (relation is "acl" && !(tokens.Heads[top] is >= 0 and var bearer && Mark(tokens, bearer) is "with") && !(mark is "with" && Below(tokens, top).Any(t => tokens.Relations[t].StartsWith("nsubj", StringComparison.Ordinal))))
        {
            return isOfDay && told.Event!.Actors.Length > 0 && tokens.Form(top).EndsWith("ing", StringComparison.Ordinal) ? Telling.Full : Telling.Aside; // "the crew towing boats on Friday"; not "a notice sent on Friday"
        }

        if (relation is not ("advcl" or "dep" or "acl") || mark is not (null or "after" or "since" or "despite" or "with"))
        {
            return Telling.None; // "accused of closing it", "the poll shows them beating Vale"
        }

        // "struck the port, killing three": what came of the one act is told with it; "the man closing the yard", which parsers hang on the verb, tells who.
        bool isResult = mark is null && tokens.Heads[top] is >= 0 and var main && main < top && report.Events.Any(e => e.Trigger.Start >= tokens.Starts[main] && e.Trigger.Start < tokens.Ends[main] && e.Factuality == Factuality.Happened);
        int start = tokens.TokensOf(told.Span).First;
        bool isApart = mark is not null || start == tokens.Sentences[told.Sentence].FirstToken || tokens.Tags[Math.Min(start, top) - 1] == UniversalTag.Punct;
        return !isResult && isApart && !Drifts.Value.Contains(told.Lemma) && told.Event!.Actors.Length > 0 && (told.Event.Recipients.Length > 0 || told.Event.Object is not null || told.Figures.Length > 0 || IsDated(told)) ? Telling.Full : Telling.Aside;
    }

    // What somebody leans to, how a poll stands and what only rises is told as a state, unless its time is told.
    private static Telling Steady(TokenLayer tokens, Proposition told, bool isDated, bool isHeading)
    {
        bool isState = Leanings.Value.Contains(told.Lemma) || (told.Event!.Plover == PloverType.NONE && (Drifts.Value.Contains(told.Lemma) || (!isHeading && PresentTense.Has(tokens, told.Top))));
        bool isMood = told.Subject is { } who && TimelineMaker.IsMood(tokens.Lemmas[who]);
        return isMood || (isState && !(isDated && !PresentTense.Has(tokens, told.Top))) ? Telling.Aside : Telling.Full;
    }

    // "called for closing the yard", "accused of closing it", "called it a failure": in the words of who wants, promises or judges it.
    private static bool IsWanted(Proposition told) => told.Statement?.Stance is Stance.Demands or Stance.Offers or Stance.Promises or Stance.Threatens or Stance.Asks or Stance.Warns or Stance.SaysNotKnown or Stance.Criticises or Stance.Praises || (told is { Statement.Stance: Stance.Accuses, IsFinite: false, IsNominal: false });

    // A sentence that a report has twice stands below a picture that it shows twice.
    private static bool IsRepeated(AnnotatedReport report, int sentence)
    {
        TextSpan span = report.Tokens.Sentences[sentence].Span;
        string text = report.Report.Text.Text, words = text[span.Start..span.End];
        return text.IndexOf(words, span.End, StringComparison.Ordinal) >= 0 || text.IndexOf(words, 0, span.Start, StringComparison.Ordinal) >= 0;
    }

    // "nearly beating Vale"
    private static bool IsAlmost(TokenLayer tokens, Proposition told) =>
        Below(tokens, told.Token).Any(t => tokens.Relations[t] is "advmod" && tokens.Lemmas[t].ToUpperInvariant() is "NEARLY" or "ALMOST");

    // "his attacks on Vale", "Vale attacked the mayor over his plan": between people that are named, where no place, time or means is told, with words.
    private static bool IsVerbalAttack(AnnotatedReport report, Proposition told) =>
        told.Event is { Plover: PloverType.ASSAULT, Mode: null, Place: null } act && told.Lemma is "attack" or "assault" or "onslaught" && !IsDated(told)
        && (act.Actors.Length > 0 || act.Recipients.Length > 0)
        && !report.Events.Any(e => e.Id != act.Id && e is { Plover: PloverType.ASSAULT, Trigger.Lemma: not ("attack" or "assault" or "onslaught" or "war") } && e.Actors.Concat(e.Recipients).Intersect(act.Actors.Concat(act.Recipients), StringComparer.Ordinal).Any()) // whom a report tells to have struck somebody else
        && act.Actors.Concat(act.Recipients).All(id => report.Entities.Find(id) is { Kind: ActorKind.Person } one && ParticipantReader.IsNamed(one));

    // "Vale captured two provinces": with votes; armies take them otherwise.
    private static bool IsOfVotes(AnnotatedReport report, Proposition told) =>
        told.Event is { Plover: PloverType.ASSAULT or PloverType.COERCE } act && told.Lemma is "capture" or "carry" or "sweep" && act.Actors.Length > 0 && act.Actors.All(id => report.Entities.Find(id) is { Kind: ActorKind.Person } one && ParticipantReader.IsNamed(one))
        && act.Recipients.All(id => report.Entities.Find(id) is not { Kind: ActorKind.Person or ActorKind.Unnamed });

    // What stands in quotation marks tells an event where it names who did it, as past.
    private static bool IsFirmInQuotation(TokenLayer tokens, Proposition told) =>
        told is { IsNominal: false, IsFinite: true, IsPast: true, Subject: { } subject } && tokens.Tags[subject] is UniversalTag.Noun or UniversalTag.Propn && told.Event is { } act && act.Actors.Length + act.Recipients.Length > 0;

    // "the Vale inquiry", "the Lanor war": who stands before the noun need not be who did it.
    private static bool IsLentName(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        return told.Event is { Recipients.Length: 0, Actors: [var only] } && Below(tokens, told.Token).Any(t => tokens.Relations[t] is "compound" && report.Entities.At(tokens.Span(t)) is { Kind: ActorKind.Person or ActorKind.Country or ActorKind.Place } before && before.Id == only);
    }

    // "on the channel's ''Meet the Mayor''"
    private static bool IsNamePart(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        if (sentence.Part is TextPart.Title or TextPart.Heading || token == sentence.FirstToken || !char.IsUpper(tokens.Form(token)[0]) || tokens.Form(token).ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        if (tokens.Tags[token - 1] is not UniversalTag.Punct)
        {
            return tokens.Tags[token] is UniversalTag.Verb;
        }

        return IsMark(tokens.Form(token - 1)) && Enumerable.Range(token + 1, Math.Min(LongestName, sentence.EndToken - token - 1)).Any(t => IsMark(tokens.Form(t)));
    }

    private static bool IsMark(ReadOnlySpan<char> form) => form is "'" or "''" or "``" or "\"" or "“" or "”" or "‘" or "’";

    private static bool IsDated(Proposition told) => told.Times.Any(static t => t.Relation is null && (t.Interval.Weekday is not null || t.Interval.Precision is not (Core.Time.TimePrecision.Unknown or Core.Time.TimePrecision.Decade or Core.Time.TimePrecision.Century)));

    private static bool IsRelative(TokenLayer tokens, int subject) => tokens.Tags[subject] is UniversalTag.Pron or UniversalTag.Det && tokens.Lemmas[subject].ToUpperInvariant() is "WHO" or "THAT" or "WHICH" or "WHOM";

    private static bool IsPerson(AnnotatedReport report, int token) => token >= 0 && report.Entities.At(report.Tokens.Span(token)) is { Kind: ActorKind.Person or ActorKind.Unnamed or ActorKind.Group };

    // "shot and killed": the first of the verbs that are told in a row hangs on what all hang on.
    private static int FirstOfRow(TokenLayer tokens, int token)
    {
        while (tokens.Relations[token] is "conj" && tokens.Heads[token] is >= 0 and var before && before < token && tokens.Tags[before] is UniversalTag.Verb && !Below(tokens, token).Any(t => tokens.Relations[t].StartsWith("nsubj", StringComparison.Ordinal)))
        {
            token = before;
        }

        return token;
    }

    private static string? Mark(TokenLayer tokens, int top) => Below(tokens, top).Where(t => t < top && tokens.Relations[t] is "mark" or "case").Select(t => tokens.Lemmas[t].ToLowerInvariant()).FirstOrDefault();

    private static IEnumerable<int> Below(TokenLayer tokens, int token)
    {
        Sentence sentence = tokens.Sentences[tokens.SentenceOf(token)];
        for (int at = sentence.FirstToken; at < sentence.EndToken; at++)
        {
            if (tokens.Heads[at] == token)
            {
                yield return at;
            }
        }
    }
}
