using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>The words in which a claim is told.</summary>
/// <param name="Proposition">The proposition whose words they are.</param>
/// <param name="Span">The words in its report.</param>
internal sealed record Wording(Proposition Proposition, TextSpan Span);

/// <summary>Chooses the words of a claim: a whole clause of one of the reports that names its subject, without the words that attribute it; where no
/// report has one, the sentence that attributes it, if that says who or what is meant.</summary>
internal static class ClaimWording
{
    private const int LongestWords = 280;
    private const int LongestSentence = 260;
    private const int LeastStems = 2;

    // Words are those of a clause that tells what the others tell at least so many tenths as surely as the one that tells it best.
    private const int Tenths = 10;
    private const int LeastTelling = 8;
    private const int Wholly = 1000;

    // So many words that few others tell are one detail more.
    private const int WordsOfDetail = 2;

    /// <summary>The words, or null where no report tells the claim in words that stand by themselves.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="stands">Those on the claim itself.</param>
    /// <param name="telling">How much, 0 to 1000, a proposition (by key) tells what the others tell; null where that is not asked.</param>
    public static Wording? Of(ReportSet set, IReadOnlyCollection<Stand> stands, IReadOnlyDictionary<string, int>? telling = null)
    {
        FullerWords fuller = new(set);
        Stand[] words = [.. stands.Where(static s => !s.IsAnswer && s is not { Basis: StandBasis.Value, Kind: PositionKind.Denies })];
        bool many = words.Select(static s => (s.Proposition.Report, s.Proposition.Statement?.Id)).Distinct().Count() > 1;

        // One voice quoted in its own words by several says what the quotation says; what several voices say is the bare act.
        bool oneVoice = words.All(static s => s.Proposition.Statement is { Manner: Manner.Direct }) && words.Select(static s => s.Proposition.Statement!.Source.Entity ?? s.Proposition.Statement.Source.Name).Distinct(StringComparer.Ordinal).Count() == 1;
        if (words.All(s => Part(set, s) is TextPart.Title or TextPart.Heading))
        {
            return null; // What only a headline tells, the text below it tells better.
        }

        // When an act was, told of an act told before it: the words of that alone.
        if (words.Length > 0 && words.All(static s => s.Proposition.PointsBack) && (Best(set, fuller, telling, Found(TimedClause), many) ?? Best(set, fuller, telling, Found(JoinedClause.WithTeller), many)) is { } timed)
        {
            return timed;
        }

        (Stand Stand, TextSpan? Span)[] clauses = [.. words.Select(s => (Stand: s, Span: Clause(set[s.Proposition.Report], s.Proposition, many && !oneVoice && !fuller.AreToldByAll(words, s.Proposition)))).Where(static c => c.Span is not null)];
        // The words by which one of several voices is told to say it are no words of the others.
        bool oneTells = words.Select(s => Voices.Of(set, s.Proposition)).Distinct(StringComparer.Ordinal).Count() == 1;
        return Best(set, fuller, telling, [.. clauses.Where(c => !HasPronoun(set[c.Stand.Proposition.Report], c.Stand.Proposition))], many)
            ?? (oneTells ? null : Best(set, fuller, telling, [.. Found(JoinedClause.Of), .. Found(JoinedClause.WithPronoun), .. clauses], many))
            ?? Best(set, fuller, telling, [.. Found(Sentence), .. many ? Found(JoinedClause.Of) : [], .. many ? Found(JoinedClause.WithPronoun) : []], many)
            ?? Best(set, fuller, telling, clauses, many);

        (Stand Stand, TextSpan? Span)[] Found(Func<AnnotatedReport, Proposition, TextSpan?> find) => [.. words.Select(s => (Stand: s, Span: find(set[s.Proposition.Report], s.Proposition))).Where(c => c.Span is { } span && HeadingWords.SayEnough(set[c.Stand.Proposition.Report], c.Stand.Proposition.Subject, span))];
    }

    /// <summary>Words that tell a proposition by themselves: its clause, or else its sentence.</summary>
    public static TextSpan Phrase(ReportSet set, Proposition proposition)
    {
        AnnotatedReport report = set[proposition.Report];
        return Clause(report, proposition, many: false) ?? Trimmed(report, report.Tokens.Sentences[proposition.Sentence].Span);
    }

    private static Wording? Best(ReportSet set, FullerWords fuller, IReadOnlyDictionary<string, int>? telling, (Stand Stand, TextSpan? Span)[] candidates, bool many) => candidates
        .Where(c => !HeadingWords.LeansOnObject(set[c.Stand.Proposition.Report], c.Stand.Proposition, c.Span!.Value) && !HeadingWords.IsOfGerund(set[c.Stand.Proposition.Report], c.Stand.Proposition, c.Span!.Value) && !HeadingWords.RunsOn(set[c.Stand.Proposition.Report].Tokens, c.Span!.Value)) // Only those with words are asked.
        .OrderBy(c => Part(set, c.Stand) is TextPart.Title or TextPart.Heading or TextPart.Caption)
        .ThenBy(c => HeadingWords.OpensInCapitals(set[c.Stand.Proposition.Report].Report.Text.Text, c.Span!.Value))
        .ThenBy(c => telling is not null && Telling(telling, c.Stand) * Tenths < MostTelling(telling, candidates) * LeastTelling)
        .ThenBy(static c => c.Stand.Kind is PositionKind.Denies or PositionKind.Doubts && c.Stand.Proposition.Statement is not { Stance: Stance.Denies or Stance.Doubts })
        .ThenBy(c => OpenReferences.Count(set[c.Stand.Proposition.Report], c.Span!.Value))
        .ThenBy(c => many && candidates.Length > 2 ? fuller.OwnAlone([.. candidates.Select(static o => o.Stand)], c.Stand.Proposition, c.Span!.Value) / WordsOfDetail : 0)
        .ThenBy(c => NamedInside(set, c.Stand.Proposition, c.Span!.Value) == 0)
        .ThenBy(c => many ? Details(c.Stand.Proposition) + (set[c.Stand.Proposition.Report].Tokens.Relations[c.Stand.Proposition.Top].StartsWith("advcl", StringComparison.Ordinal) ? 2 : 0) : 0)
        .ThenByDescending(c => NamedInside(set, c.Stand.Proposition, c.Span!.Value))
        .ThenByDescending(static c => c.Stand.Proposition.IsMain)
        .ThenBy(c => set[c.Stand.Proposition.Report].Report.Genre == Genre.Opinion)
        .ThenByDescending(static c => c.Stand.Proposition.Participants.Count(static p => p.Entities.Length > 0))
        .ThenBy(static c => c.Span!.Value.Length).ThenBy(static c => c.Stand.Proposition.Key, StringComparer.Ordinal)
        .Select(static c => new Wording(c.Stand.Proposition, c.Span!.Value)).FirstOrDefault();

    private static int Telling(IReadOnlyDictionary<string, int> telling, Stand stand) => telling.GetValueOrDefault(stand.Proposition.Key, Wholly);

    private static int MostTelling(IReadOnlyDictionary<string, int> telling, (Stand Stand, TextSpan? Span)[] candidates) => candidates.Max(c => Telling(telling, c.Stand));

    /// <summary>How many of who acts, what and on whom the words name: none, one or two.</summary>
    private static int NamedInside(ReportSet set, Proposition proposition, TextSpan span)
    {
        TokenLayer tokens = set[proposition.Report].Tokens;
        int named = 0;
        foreach (Participant? participant in new[] { proposition.Actor, proposition.Object, proposition.Recipient })
        {
            named += participant is { Entities.Length: > 0, Token: { } token } && span.Contains(tokens.Span(token)) ? 1 : 0;
        }

        return Math.Min(2, named);
    }

    /// <summary>How many limits a proposition tells beside who does what: the least limited wording is what all who say it agree on.</summary>
    private static int Details(Proposition proposition) => proposition.Times.Count(static t => t.Relation is not null || t.Interval.Precision != Core.Time.TimePrecision.Unknown) + proposition.Figures.Length + proposition.Purposes.Length;

    private static TextPart Part(ReportSet set, Stand stand) => set[stand.Proposition.Report].Tokens.Sentences[stand.Proposition.Sentence].Part;

    // "the attention that the church has received": what was received stands above the clause.
    private static bool LeavesOutObject(AnnotatedReport report, Proposition proposition) =>
        proposition is { Object: null, Subject: { } subject } && report.Tokens.Heads[proposition.Top] is var above && above >= 0 && above < subject && proposition.Participants.Count(static p => !p.IsOpen) < 2 + proposition.Others.Length;

    // A clause with a finite verb and a subject that says who or what.
    private static TextSpan? Clause(AnnotatedReport report, Proposition proposition, bool many)
    {
        // "the losses that this night has brought": a relative clause leaves out what it is about.
        if (proposition.PointsBack || (report.Tokens.Relations[proposition.Top] == "acl:relcl" && (!proposition.IsMain || LeavesOutObject(report, proposition))) || IsInsidePhrase(report, proposition) || !proposition.IsClause || !proposition.IsFinite || proposition.Subject is not { } subject || !NamesItself(report, subject, proposition) || proposition.Stems.Length < LeastStems)
        {
            return null;
        }

        // What several say is the bare act; what one says is told with all that goes with it.
        foreach (TextSpan given in many ? (TextSpan[])[JoinedClause.FromSubject(report, proposition, subject), proposition.Core, proposition.Span] : [proposition.Span, proposition.Core])
        {
            TextSpan cut = CleanCut.Of(report, proposition, WithPreposition(report, proposition, HeadingWords.BehindDayOfSaying(report, WithoutMark(report, proposition, given))));
            TextSpan span = WithoutMarkBefore(report.Report.Text.Text, Quotes.Balanced(report.Report.Text.Text, HeadingWords.WithoutOpenEnd(report.Tokens, HeadingWords.BehindMark(report, proposition, subject, cut))));
            if (HeadingWords.SayEnough(report, subject, span) && !HeadingWords.IsBareVerb(report, proposition, span) && !span.IsEmpty && span.Length <= LongestWords && Starts(report, span) && span.Contains(report.Tokens.Span(subject)) && span.Contains(report.Tokens.Span(proposition.Token)) && !HoldsCue(report, proposition, span) && !HeadingWords.OnlyAnnounce(report, proposition, span))
            {
                return span;
            }
        }

        return null;
    }

    // "said that, at first, it was open": a comma behind the word of saying opens nothing.
    private static TextSpan WithoutMarkBefore(string text, TextSpan span)
    {
        int start = span.Start;
        while (start < span.End && (text[start] is ',' or ';' or ':' || char.IsWhiteSpace(text[start])))
        {
            start++;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    // "but claimed a few were sent months before the strike": the clause with its time, where its subject says something.
    private static TextSpan? TimedClause(AnnotatedReport report, Proposition proposition)
    {
        if (!proposition.IsClause || !proposition.IsFinite || proposition.Subject is not { } subject || report.Tokens.Tags[subject] is UniversalTag.Pron or UniversalTag.Det || proposition.Times.IsEmpty || JoinedClause.IsBareAmount(report.Tokens, subject))
        {
            return null;
        }

        TextSpan span = Quotes.Balanced(report.Report.Text.Text, CleanCut.Of(report, proposition, WithoutMark(report, proposition, proposition.Span)));
        return !span.IsEmpty && span.Length <= LongestWords && Starts(report, span) && span.Contains(report.Tokens.Span(subject)) && proposition.Times.Any(t => span.Contains(t.Span)) && !HoldsCue(report, proposition, span) ? span : null;
    }

    // "that the port had closed": the word that joins the clause to the one above is no part of what it says.
    private static TextSpan WithoutMark(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        int first = report.Tokens.TokenAt(span.Start);
        if (first + 1 < report.Tokens.Count && report.Tokens.Relations[first] == "mark" && report.Tokens.Heads[first] == proposition.Top && report.Tokens.Relations[proposition.Top].StartsWith("advcl", StringComparison.Ordinal)
            && report.Tokens.Form(first) is not ("to" or "To") && report.Tokens.Span(first + 1).Start < span.End)
        {
            return TextSpan.FromBounds(report.Tokens.Span(first + 1).Start, span.End); // "After the plan failed, …"
        }

        bool opens = proposition.Statement?.Content.Spans.Any(c => c.Start == span.Start) == true;
        bool joins = first > 0 && report.Tokens.Tags[first - 1] == UniversalTag.Cconj && report.Tokens.SentenceOf(first - 1) == proposition.Sentence;
        return first + 1 < report.Tokens.Count && report.Tokens.Form(first) is "that" && (opens || joins || report.Tokens.Relations[first] is not ("det" or "nsubj")) && report.Tokens.Span(first + 1).Start < span.End
            ? TextSpan.FromBounds(report.Tokens.Span(first + 1).Start, span.End) : span;
    }

    // "Since March Halden has closed two yards": the word before a time at the start belongs to it, even where the parser took it for a conjunction.
    private static TextSpan WithPreposition(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        int first = report.Tokens.TokenAt(span.Start), before = first - 1;
        return before >= 0 && report.Tokens.SentenceOf(before) == proposition.Sentence && report.Tokens.Tags[before] is UniversalTag.Adp or UniversalTag.Sconj && report.Times.Overlapping(report.Tokens.Span(first)).Any()
            && proposition.Statement?.Content.Spans.Any(c => c.Start == span.Start) != true
            ? TextSpan.FromBounds(report.Tokens.Span(before).Start, span.End) : span;
    }

    /// <summary>Whether a subject says who or what is meant.</summary>
    internal static bool NamesItself(AnnotatedReport report, int subject, Proposition proposition)
    {
        TokenLayer tokens = report.Tokens;
        if (subject > 0 && tokens.Form(subject) is "one" && tokens.Form(subject - 1) is "no" or "No")
        {
            return true; // "no one was hurt"
        }

        if (tokens.Tags[subject] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Sconj or UniversalTag.Adv)
        {
            return tokens.Relations[subject] == "expl" || tokens.Form(subject) is "nobody" or "Nobody" or "no-one" or "No-one" or "nothing" or "everyone" or "Everyone";
        }

        // "2 hurt", "fuel economy focused will be": a bare number, or a noun behind its verb, is no subject that says who.
        bool bare = tokens.Tags[subject] is UniversalTag.Num or UniversalTag.Sym && !report.Times.Overlapping(tokens.Span(subject)).Any();
        if ((bare && (subject + 1 >= tokens.Count || tokens.Form(subject + 1) is not "of")) || IsBehindItsVerb(tokens, proposition.Top, subject))
        {
            return false;
        }

        // "a short time later left the building": a time is nobody.
        if (tokens.Form(subject) is "time" or "hours" or "hour" or "minutes" or "moments" or "days" or "day" && subject + 1 < tokens.Count && tokens.Form(subject + 1) is "later" or "ago" or "earlier" or "before" or "after")
        {
            return false;
        }

        // "These missiles": which ones, the sentence before says.
        for (int at = subject - 1; at >= 0 && report.Tokens.SentenceOf(at) == proposition.Sentence; at--)
        {
            if (tokens.Heads[at] == subject && tokens.Tags[at] == UniversalTag.Det && tokens.Form(at) is "These" or "these" or "This" or "this" or "Such" or "such" or "Those" or "those")
            {
                return false;
            }
        }

        return proposition.Actor is not { IsOpen: true } || proposition.Object?.Token == subject;
    }

    // "described the hardship that some would undergo": what is said is a thing, and the clause only tells which.
    private static bool IsInsidePhrase(AnnotatedReport report, Proposition proposition)
    {
        if (proposition.Statement is not { Content.Spans: { Length: 1 } content, Cue.Lemma: not ("tell" or "inform" or "warn" or "assure" or "remind") })
        {
            return false;
        }

        TokenLayer tokens = report.Tokens;
        int at = tokens.TokenAt(content[0].Start), steps = 0;
        while (steps++ < 8 && tokens.Heads[at] is var head && head >= 0 && content[0].Contains(tokens.Span(head)))
        {
            at = head;
        }

        bool isThing = at != proposition.Top && at < proposition.Token && tokens.Tags[at] is UniversalTag.Noun or UniversalTag.Propn && tokens.Relations[at] is "obj" or "obl" or "iobj";
        return isThing && proposition.Subject is { } subject && Enumerable.Range(at + 1, Math.Max(0, subject - at - 1)).Any(t => tokens.Form(t) is "that" or "which" or "who" or "whom");
    }

    // An auxiliary before the subject and the verb behind it: a question turned round, or a misread phrase.
    private static bool IsBehindItsVerb(TokenLayer tokens, int top, int subject)
    {
        for (int at = subject - 1; subject < top && at >= 0 && tokens.SentenceOf(at) == tokens.SentenceOf(top); at--)
        {
            if (tokens.Heads[at] == top && tokens.Relations[at] is "aux" or "cop" or "aux:pass")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words can stand first: those that begin with a conjunction or a pronoun lean on what stands before them.</summary>
    internal static bool Starts(AnnotatedReport report, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        int first = tokens.TokenAt(span.Start);
        while (first < tokens.Count && tokens.Tags[first] == UniversalTag.Punct)
        {
            first++;
        }

        return first < tokens.Count && tokens.Tags[first] switch
        {
            UniversalTag.Pron => tokens.Relations[first] is "expl" or "nmod:poss" || tokens.Tags[tokens.Heads[first] < 0 ? first : tokens.Heads[first]] is UniversalTag.Noun or UniversalTag.Propn || tokens.Form(first) is "nobody" or "Nobody",
            UniversalTag.Cconj or UniversalTag.Aux => false,
            UniversalTag.Adv when tokens.Form(first) is "when" or "where" or "why" or "how" => false,
            UniversalTag.Adv when tokens.Form(first) is "then" && tokens.Heads[first] is >= 0 and int after && tokens.Tags[after] is UniversalTag.Verb => false, // "then they cannot sail": what follows if
            UniversalTag.Sconj => tokens.Form(first).Length > 0 && char.IsUpper(tokens.Form(first)[0]),
            _ => true,
        };
    }

    // "its night shift": names somebody only by what stands before.
    private static bool HasPronoun(AnnotatedReport report, Proposition proposition)
    {
        if (proposition.Subject is not { } subject)
        {
            return false;
        }

        for (int at = subject - 1; at >= 0 && report.Tokens.Heads[at] == subject; at--)
        {
            if (report.Tokens.Tags[at] == UniversalTag.Pron)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether words hold the words of saying of the statement, or of another of the sentence that is not told inside it.</summary>
    internal static bool HoldsCue(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        foreach (Statement statement in report.Statements)
        {
            if (statement.Sentence != proposition.Sentence && statement.Id != proposition.Statement?.Id)
            {
                continue;
            }

            bool isInside = proposition.Statement is { } own && statement.Id != own.Id && (statement.Parent is not null || statement.Cue.Spans.All(c => own.Content.Spans.Any(o => o.Contains(c))));
            if (!isInside && statement.Cue.Spans.Any(c => span.Overlaps(c)))
            {
                return true;
            }
        }

        return false;
    }

    // "the firm said it would close two plants": what is said of the speaker is told by the whole sentence; so is what has no clause of its own ("denied any delay").
    private static TextSpan? Sentence(AnnotatedReport report, Proposition proposition)
    {
        if (proposition.Statement is { Parent: { } parent, Stance: Stance.Promises or Stance.Offers } && report.Statements.FirstOrDefault(s => s.Id == parent) is { } outer)
        {
            return Promise(report, outer, proposition);
        }

        if (proposition.Statement is not { Parent: null } statement || statement.Source.Spans.IsEmpty || statement.Cue.Spans.IsEmpty)
        {
            return null;
        }

        // "dismissed the reports, accusing the press of …": the sentence is about another statement; what only points back at one told before needs it.
        if (!proposition.PointsBack && report.Statements.Any(o => o.Id != statement.Id && o.Parent is null && o.Sentence == statement.Sentence && !o.Cue.Spans.IsEmpty && o.Cue.Spans[0].Start < statement.Cue.Spans[0].Start && !o.Content.Spans.Any(c => c.Overlaps(statement.Cue.Spans[0]))))
        {
            return null;
        }

        TokenLayer tokens = report.Tokens;
        bool charges = statement.Stance is Stance.Denies or Stance.Accuses or Stance.Admits or Stance.Doubts && !report.Report.Text.Slice(statement.Content.Spans[0]).StartsWith("what ", StringComparison.Ordinal);
        bool isSplit = proposition.IsMain && statement.Content.Spans.Length > 1 && statement.Manner != Manner.Indirect && proposition.Subject is { } own && NamesItself(report, own, proposition);
        if (!charges && !isSplit && !proposition.PointsBack && (!proposition.IsMain || statement.Manner == Manner.Direct))
        {
            return null;
        }

        bool isSpeaker = proposition.Actor is { } actor && statement.Source.Entity is { } speaker && actor.Entities.Contains(speaker);
        bool isPronoun = proposition.Subject is { } subject && tokens.Tags[subject] == UniversalTag.Pron && tokens.Form(subject) is "it" or "he" or "she" or "they";
        isSpeaker |= HasPronoun(report, proposition);
        if (!charges && !isSplit && !isSpeaker && !isPronoun && !proposition.PointsBack)
        {
            return null;
        }

        var sentence = tokens.Sentences[statement.Sentence];
        int head = tokens.TokenAt(statement.Source.Spans[0].Start);
        if (!charges && !isSplit && !proposition.PointsBack && Content(report, proposition, statement) is { } content)
        {
            return content;
        }

        bool named = head < tokens.Count && statement.Source.Spans.All(s => sentence.Span.Contains(s)) && tokens.Tags[head] is not (UniversalTag.Pron or UniversalTag.Sconj);
        TextSpan span = Quotes.Balanced(report.Report.Text.Text, Trimmed(report, sentence.Span));
        return named && sentence.Part is TextPart.Body or TextPart.Lead && proposition.Sentence == statement.Sentence && !span.IsEmpty && span.Length <= LongestSentence && Starts(report, span) ? span : null;
    }

    // "the firm said it would close two plants": what it said, where the account knows for whom the pronoun stands.
    private static TextSpan? Content(AnnotatedReport report, Proposition proposition, Statement statement)
    {
        if (statement.Content.Spans is not [var whole] || proposition.Subject is not { } subject || !whole.Contains(report.Tokens.Span(subject)) || !whole.Contains(report.Tokens.Span(proposition.Token)) || statement.Cue.Spans.Any(c => whole.Overlaps(c)))
        {
            return null;
        }

        // Of two people whom the pronoun may mean, the sentence shows both.
        Entity? meant = report.Entities.At(report.Tokens.Span(subject));
        bool known = report.Tokens.Tags[subject] != UniversalTag.Pron || (meant is not null && meant.Mentions.Any(static m => m.Form == MentionForm.Name) && (meant.Id == statement.Source.Entity || statement.Source.Kind is not (ActorKind.Person or ActorKind.Unnamed)));
        if (!known || report.Tokens.Sentences[statement.Sentence].Part is not (TextPart.Body or TextPart.Lead) || report.Tokens.TokenAt(whole.Start) is var first && first + 1 >= report.Tokens.Count)
        {
            return null;
        }

        TextSpan span = report.Tokens.Form(first) is "that" or "That" ? TextSpan.FromBounds(report.Tokens.Starts[first + 1], whole.End) : whole;
        span = Quotes.Balanced(report.Report.Text.Text, Trimmed(report, span));
        first = report.Tokens.TokenAt(span.Start);
        return !span.IsEmpty && span.Length <= LongestSentence && (Starts(report, span) || report.Tokens.Form(first) is "he" or "she" or "they" or "it" or "He" or "She" or "They" or "It") ? span : null;
    }

    // "The Post reported that Norland has agreed to supply boats": what is promised has no clause of its own; who promises it says so.
    private static TextSpan? Promise(AnnotatedReport report, Statement outer, Proposition proposition)
    {
        TextSpan whole = outer.Content.Spans.FirstOrDefault(s => s.Contains(proposition.Span));
        int first = whole.IsEmpty ? -1 : report.Tokens.TokenAt(whole.Start);
        if (first < 0 || whole.Length > LongestSentence || !report.Tokens.Sentences[proposition.Sentence].Span.Contains(whole))
        {
            return null;
        }

        TextSpan span = Quotes.Balanced(report.Report.Text.Text, Trimmed(report, report.Tokens.Form(first) is "that" ? TextSpan.FromBounds(report.Tokens.Starts[first + 1], whole.End) : whole));
        return span.IsEmpty || !Starts(report, span) ? null : span;
    }

    private static TextSpan Trimmed(AnnotatedReport report, TextSpan span)
    {
        ReadOnlySpan<char> text = report.Report.Text.Text.AsSpan(span.Start, span.Length);
        int length = text.TrimEnd(" .").Length;
        return TextSpan.FromBounds(span.Start, span.Start + length);
    }
}
