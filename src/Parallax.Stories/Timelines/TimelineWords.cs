using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Timelines;

/// <summary>Chooses the words of a line of the timeline: such as read by themselves, never twice the same.</summary>
/// <param name="set">The reports.</param>
internal sealed class TimelineWords(ReportSet set)
{
    private const int LongestSentence = 400, ShortestName = 12, LongestPath = 8, LongestNoun = 40, LongestEnd = 3, LongestBound = 6;

    private static readonly System.Buffers.SearchValues<string> CaptionMarks = System.Buffers.SearchValues.Create(["(L)", "(R)", "(C)", "(left)", "(right)"], StringComparison.OrdinalIgnoreCase);

    // A clause that is nearly the sentence adds nothing to it.
    private const double MostOfSentence = 0.6;

    private readonly HashSet<(string Report, TextSpan Span)> _shown = [];

    /// <summary>The words; empty where nothing that the report says of it can stand alone.</summary>
    /// <remarks>What only somebody says is told by the sentence that says who; a visit that several tell by the words that name it; a clause that does not begin like a sentence by its sentence, unless that is long.</remarks>
    public TextSpan Of(Proposition clearest, Proposition[] tellings)
    {
        AnnotatedReport report = set[clearest.Report];
        TextSpan sentence = report.Tokens.Sentences[clearest.Sentence].Span, span = ClaimWording.Phrase(set, clearest);
        bool isShort = sentence.Length <= LongestSentence;
        bool isAttributed = clearest.Statement is { Parent: null } statement && statement.Sentence == clearest.Sentence && !Array.Exists(tellings, static p => p.Statement is null) && isShort;
        bool isNamed = !clearest.IsClause && clearest.Participants.Any(static p => p.Entities.Length > 0) && clearest.Span.Length >= ShortestName && Array.Exists(tellings, p => p.Report != clearest.Report) && Begins(report, clearest.Span);
        span = isNamed ? clearest.Span : isAttributed || (isShort && (!clearest.IsClause || clearest.Subject is null || !Begins(report, span))) ? sentence : span;
        bool reads = clearest is { IsClause: true, Subject: { } subject } && report.Tokens.Lemmas[subject] is not ("which" or "who" or "that");
        if (!isNamed && span != sentence && !reads && !(clearest is { IsClause: true, Subject: not null } && Begins(report, span)))
        {
            return default;
        }

        // "… the yard, which had closed in May": what is of another time than the sentence is told by its own words.
        if (!isNamed && !isAttributed && span.Length + LongestEnd >= sentence.Length && !IsOfWhole(report, clearest))
        {
            span = Own(report, clearest);
            return !span.IsEmpty && _shown.Add((clearest.Report, span)) ? span : default;
        }

        if (!_shown.Add((clearest.Report, span)))
        {
            // Two things of one sentence: the second by its own clause.
            TextSpan own = CleanCut.Of(report, clearest, clearest.Core);
            span = reads && !own.IsEmpty && MostOfSentence * sentence.Length > own.Length && _shown.Add((clearest.Report, own)) ? own : default;
        }

        return span;
    }

    // Whether the sentence mainly tells what the clause tells, or the clause has nearly all of its words.
    private static bool IsOfWhole(AnnotatedReport report, Proposition proposition)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[proposition.Sentence];
        Tree tree = new(tokens);

        // "Speaking on Friday after a meeting": the time stands with the verb that the noun goes with.
        int top = proposition.IsClause || proposition.Times.Any(t => t is { Relation: null, Interval.Precision: not Core.Time.TimePrecision.Unknown } && proposition.Span.Contains(t.Span)) ? proposition.Top : tokens.Heads[proposition.Top] is >= 0 and var head ? head : proposition.Top;
        for (int token = top, step = 0; token >= 0 && step < LongestPath; token = tokens.Heads[token], step++)
        {
            if (tokens.Relations[token] is "root")
            {
                return true;
            }

            // "The crew towing two boats on Friday saved six": the day of what the subject was doing is that of what it did.
            if (tokens.Relations[token] is "acl" && tokens.Heads[token] is >= 0 and var who && tokens.Relations[who] is "nsubj" && tokens.Features[token].Contains("VerbForm=Ger", StringComparison.Ordinal) && !OtherTimes(report, sentence.Span, proposition))
            {
                token = who;
                continue;
            }

            // "Speaking on Friday, Orsk said …", "A strike in May halted the yard": what goes with the main verb is of its time.
            if ((tokens.Relations[token] is "advcl" && !tree.Children(token, "mark", "case", "nsubj").Any()) || (tokens.Relations[token] is "nsubj" or "nsubj:pass" or "obj" && !proposition.IsClause && !OtherTimes(report, sentence.Span, proposition)))
            {
                continue;
            }

            // "The crew met the mayor on Friday, and sailed": each of several verbs of one rank is of the whole, unless another of them has a time of its own.
            if (tokens.Relations[token] is not "conj" || tokens.Tags[token] is not UniversalTag.Verb || OtherTimes(report, sentence.Span, proposition))
            {
                return MostOfSentence * sentence.Span.Length <= proposition.Core.Length && proposition.IsClause;
            }
        }

        return false;
    }

    private static bool OtherTimes(AnnotatedReport report, TextSpan sentence, Proposition proposition) =>
        report.Times.Overlapping(sentence).Any(t => t.Type is TimexType.DATE or TimexType.TIME && !proposition.Core.Contains(t.Span) && !IsBeginning(report, t));

    // "the fifth rescue since May"
    private static bool IsBeginning(AnnotatedReport report, TimeExpression time) => report.Report.Text.Text.AsSpan(0, time.Start).TrimEnd().EndsWith(" since", StringComparison.Ordinal) || report.Report.Text.Slice(time.Span).StartsWith("since ", StringComparison.OrdinalIgnoreCase);

    // The clause with its subject; with what it is told of where that stands before it ("the yard, which closed in May"); the noun with what stands beside it ("the 1992 conviction of Orsk").
    private static TextSpan Own(AnnotatedReport report, Proposition proposition)
    {
        Tree tree = new(report.Tokens);
        TokenLayer tokens = report.Tokens;
        int top = proposition.Top;
        while (tree.Relation(top) == "conj" && tokens.Heads[top] is >= 0 and var first && first < top)
        {
            top = first;
        }

        if (tree.Relation(top) == "acl" && tokens.Heads[top] is >= 0 and var noun && noun < top)
        {
            if (tree.Relation(noun) == "nsubj" && tokens.Features[top].Contains("VerbForm=Ger", StringComparison.Ordinal))
            {
                return default; // "the crew towing two boats": what it did is not told.
            }

            (int start, _) = tree.Bounds(noun, "acl", "case", "cc", "punct");
            int last = Math.Max(proposition.Top, tokens.TokensOf(proposition.Core).End - 1);
            return tokens.Tags[noun] is UniversalTag.Noun or UniversalTag.Propn && last - start <= LongestNoun ? tokens.Span(start, last + 1) : default;
        }

        if (tree.Relation(proposition.Top) == "xcomp" && proposition is { IsNominal: false, Factuality: Factuality.Happened } && report.Tokens.Sentences[proposition.Sentence].Span is { Length: <= LongestSentence } whole && !OtherTimes(report, whole, proposition))
        {
            return whole; // "The raid prompted Quill to call Vale on Friday": with who made her.
        }

        if (!proposition.IsClause && !proposition.IsNominal)
        {
            return default; // "having signed it in June": who did is not told beside it.
        }

        if (!proposition.IsClause)
        {
            TextSpan phrase = proposition.Span;
            return phrase.Length >= ShortestName && WordList.Of(report.Report.Text.Text, phrase).Count(static w => w.IsContent) > 2 && !SelfContained.HoldsCue(report, proposition, phrase) ? phrase : default;
        }

        if (proposition.Subject is not { } subject || (tokens.Tags[subject] is UniversalTag.Pron && tree.Relation(subject) is not "expl" && report.Entities.At(tokens.Span(subject)) is null))
        {
            return default;
        }

        TextSpan own = CleanCut.Of(report, proposition, proposition.Core);
        return own.Length >= ShortestName ? own : default;
    }

    /// <summary>Whether a sentence is the caption of a picture by its own words: "Orsk (L) and Ada Quill".</summary>
    public bool IsCaption(Proposition told) => IsCaption(set[told.Report], told.Sentence);

    /// <summary>Whether a sentence of a report is the caption of a picture by its own words.</summary>
    public static bool IsCaption(AnnotatedReport report, int sentence)
    {
        ReadOnlySpan<char> words = report.Report.Text.Slice(report.Tokens.Sentences[sentence].Span);
        return words.ContainsAny(CaptionMarks);
    }

    /// <summary>Whether its sentence tells its day by the day of the report: "yesterday".</summary>
    public bool IsReckoned(Proposition told)
    {
        TokenLayer tokens = set[told.Report].Tokens;
        Sentence sentence = tokens.Sentences[told.Sentence];
        return Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Lemmas[t] is "yesterday" or "today" or "tomorrow" or "tonight");
    }

    /// <summary>The sentence, where it is not too long for a line.</summary>
    public TextSpan Sentence(Proposition told) => set[told.Report].Tokens.Sentences[told.Sentence].Span is { Length: <= LongestSentence } span ? span : default;

    /// <summary>Whether nobody reading the sentence alone knows who does it: its subject is a pronoun for somebody whom the sentence does not name before.</summary>
    public bool IsOpen(Proposition told) => OpenSubject(set[told.Report].Tokens, told) is { } subject && NameBefore(set[told.Report], told, subject) is null;

    /// <summary>The words of a clause whose subject is a pronoun, with the name that its sentence has before: "the Petrel, which sailed in May and since then it towed two boats" is "the Petrel … towed two boats"; null where there is none.</summary>
    public static string? Named(AnnotatedReport report, Proposition told, TextSpan span) =>
        OpenSubject(report.Tokens, told) is { } open && span.Contains(report.Tokens.Span(open)) && NameBefore(report, told, open) is { } named && named.End < span.Start
            ? $"{report.Report.Text.Slice(named)} … {report.Report.Text.Slice(TextSpan.FromBounds(report.Tokens.Span(open).End, span.End)).TrimStart()}" : null;

    private static int? OpenSubject(TokenLayer tokens, Proposition told)
    {
        return told.Subject is { } subject && tokens.Tags[subject] is UniversalTag.Pron && tokens.Relations[subject] is not "expl" && tokens.Lemmas[subject] is "he" or "she" or "it" or "they" ? subject : null;
    }

    // The name that a pronoun stands for, where the sentence has it before the pronoun.
    private static TextSpan? NameBefore(AnnotatedReport report, Proposition told, int subject)
    {
        TextSpan pronoun = report.Tokens.Span(subject);
        int start = report.Tokens.Sentences[told.Sentence].Span.Start;
        return report.Entities.At(pronoun)?.Mentions.Where(m => m.Form == MentionForm.Name && m.Report == told.Report && start <= m.Start && m.End <= pronoun.Start)
            .OrderBy(static m => m.Start).Select(static m => (TextSpan?)m.Span).LastOrDefault();
    }

    /// <summary>The words of what bounds a line, short enough for its head: "after the fire" of "after the fire in the hall of the guild near the harbour on Friday".</summary>
    public string Bound(string report, TextSpan span)
    {
        TokenLayer tokens = set[report].Tokens;
        (int first, int end) = tokens.TokensOf(span);
        int head = first;
        while (head < end && tokens.Heads[head] >= first && tokens.Heads[head] < end)
        {
            head = tokens.Heads[head];
        }

        return set[report].Report.Text.Slice(end - first > LongestBound && head < end && tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn ? tokens.Span(first, head + 1) : span);
    }

    /// <summary>Whether the last word asks for one that is not there, or the first is a verb whose subject, or a word for somebody whose name, is not there ("his death", "when a man was hit").</summary>
    public bool BreaksOff(string report, TextSpan span)
    {
        TokenLayer tokens = set[report].Tokens;
        (int first, int end) = tokens.TokensOf(span);
        while (end > first && tokens.Tags[end - 1] == UniversalTag.Punct)
        {
            end--;
        }

        return end <= first || (tokens.Tags[end - 1] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Cconj && tokens.Relations[end - 1] is not "compound:prt" && tokens.Heads[end - 1] >= end)
            || (tokens.Tags[end - 1] is UniversalTag.Adp && tokens.Form(end - 1) is "by" or "of" or "from") 
            || (char.IsLower(tokens.Form(first)[0]) && (tokens.Tags[first] == UniversalTag.Aux || tokens.Features[first].Contains("Poss=Yes", StringComparison.Ordinal) || tokens.Lemmas[first] is "when" or "where" or "while" or "as"));
    }

    /// <summary>The words of a statement: with who says it.</summary>
    public TextSpan Of(Statement statement)
    {
        AnnotatedReport report = set[statement.Report];
        TextSpan sentence = report.Tokens.Sentences[statement.Sentence].Span;
        TextSpan span = sentence.Length <= LongestSentence && sentence.Overlaps(statement.Span) ? sentence : statement.Span;
        _shown.Add((statement.Report, span));
        return span;
    }

    /// <summary>The words without the stop; of a clause whose subject stands further up, with that ("Orsk … having signed it in June").</summary>
    public string Slice(Proposition proposition, TextSpan span)
    {
        AnnotatedReport report = set[proposition.Report];

        if (span.Start > report.Tokens.Sentences[proposition.Sentence].Span.Start && Named(report, proposition, span) is { } named)
        {
            return WithoutStop(named);
        }

        if (!proposition.IsClause || proposition.Subject is not { } subject || report.Tokens.SentenceOf(subject) != proposition.Sentence || report.Tokens.Starts[subject] >= span.Start)
        {
            return Slice(proposition.Report, span);
        }

        TextSpan name = new Tree(report.Tokens).Span(subject, "acl", "appos", "case", "cc", "conj", "parataxis");
        return name.End < span.Start ? $"{report.Report.Text.Slice(name)} … {Slice(proposition.Report, span)}" : Slice(proposition.Report, span);
    }

    /// <summary>The words without the stop.</summary>
    public string Slice(string report, TextSpan span) => WithoutStop(set[report].Report.Text.Slice(span));

    /// <summary>Words without the full stop that ends their sentence; that of an abbreviation of letters ("at 7 p.m.", "in the U.S.") stays.</summary>
    internal static string WithoutStop(string words)
    {
        string trimmed = Paired(words.TrimEnd(' '));
        int word = trimmed.LastIndexOfAny([' ', '\u00A0']) + 1;
        bool isAbbreviation = trimmed.EndsWith('.') && trimmed.AsSpan(word..^1) is { Length: > 1 } letters && letters[^2] == '.' && char.IsLetter(letters[^1]);
        return isAbbreviation ? trimmed : trimmed.TrimEnd('.', ' ');
    }

    // "“The hall burned on Friday", "his own “use. ”": a mark whose other half is not there is none of the line.
    private static string Paired(string words)
    {
        ReadOnlySpan<char> all = words;
        int straight = all.Count('"'), opening = all.Count('“'), closing = all.Count('”');
        if ((straight == 1 && words[0] == '"') || (opening == 1 && closing == 0 && words[0] == '“'))
        {
            return words[1..].TrimStart(' ');
        }

        return (straight == 1 && words[^1] == '"') || (closing == 1 && opening == 0 && words[^1] == '”') ? words[..^1].TrimEnd(' ') : words;
    }

    // "arrested on Friday near the quay", "which had sailed": words cut out of the middle of a sentence.
    private static bool Begins(AnnotatedReport report, TextSpan span)
    {
        ReadOnlySpan<char> words = report.Report.Text.Text.AsSpan(span.Start, span.Length).TrimStart("“\"'‘( ");
        return words.Length > 0 && !char.IsLower(words[0]);
    }
}
