using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Whether the words of a clause can be a heading, and where they begin.</summary>
internal static class HeadingWords
{
    private const int LeastWords = 2, LongestName = 3, LongestTime = 4;

    private static readonly Lazy<HashSet<string>> CaptionMarks = new(static () => StoriesData.Words("en/claims/caption-marks.txt"));

    private static readonly Lazy<HashSet<string>> SinceThen = new(static () => StoriesData.Words("en/claims/since-then.txt"));

    private static readonly Lazy<HashSet<string>> Openers = new(static () => StoriesData.Words("en/claims/openers.txt"));

    /// <summary>Whether words tell something: not a pronoun and a verb ("he fired", "I was there"), nor a name alone, misread as a clause.</summary>
    public static bool SayEnough(AnnotatedReport report, int? subject, TextSpan span)
    {
        Word[] all = span.IsEmpty ? [] : [.. WordList.Of(report.Report.Text.Text, span)];
        bool isName = (all.Length <= LongestName && Array.TrueForAll(all, static w => w.IsCapital))
            || (report.Entities.At(span) is { } entity && entity.Mentions.Any(m => m.Start <= span.Start && span.End <= m.End && m.Report == report.Report.Id));
        int words = all.Count(static w => w.IsContent);
        return !isName && !IsOfPicture(report.Report.Text.Text.AsSpan(span.Start, span.Length)) && !IsHeadline(all) && !IsPhrase(report, span) && words >= (subject is { } who && report.Tokens.Tags[who] == UniversalTag.Pron ? LeastWords + 1 : LeastWords);
    }

    // "Ada Quill (L), the owner, on the quay": words under a picture.
    private static bool IsOfPicture(ReadOnlySpan<char> words)
    {
        foreach (string mark in CaptionMarks.Value)
        {
            if (words.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "Harbour Guard Accused Of Selling Boats": a headline that stands in the text is often cut.
    private static bool IsHeadline(Word[] all) => all.Length > LongestName && Array.TrueForAll(all, static w => w.IsCapital || !w.IsContent) && all.Count(static w => w.IsCapital) > all.Length * 3 / 4;

    // "two counts of theft when a boat was taken", "the men sitting on the quay": a noun with what belongs to it tells nothing by itself.
    private static bool IsPhrase(AnnotatedReport report, TextSpan span)
    {
        (int first, int end) = report.Tokens.TokensOf(span);
        if (BeginsAsThing(report.Tokens, first, end))
        {
            return true;
        }

        bool phrase = false;
        for (int token = first; token < end; token++)
        {
            bool isTop = report.Tokens.Heads[token] is var head && (head < first || head >= end) && report.Tokens.Tags[token] != UniversalTag.Punct;
            bool told = isTop && (report.Tokens.Tags[token] is not (UniversalTag.Noun or UniversalTag.Propn) || Enumerable.Range(first, end - first).Any(t => report.Tokens.Heads[t] == token && report.Tokens.Relations[t] is "cop" or "nsubj" or "nsubj:pass" or "aux" or "aux:pass"));
            if (told && report.Tokens.Relations[token] is not ("mark" or "case" or "cc" or "advmod"))
            {
                return false;
            }

            phrase |= isTop;
        }

        return phrase;
    }

    // "jurors in Brevik | the scene on the quay as she left": what a verb of saying is said to, or of, with whatever stands behind it.
    private static bool BeginsAsThing(TokenLayer tokens, int first, int end)
    {
        int root = first;
        while (root < end && (tokens.Tags[root] == UniversalTag.Punct || (tokens.Heads[root] >= first && tokens.Heads[root] < end)))
        {
            root++;
        }

        if (root >= end || tokens.Tags[root] is not (UniversalTag.Noun or UniversalTag.Propn) || tokens.Relations[root] is not ("obj" or "iobj" or "obl"))
        {
            return false;
        }

        for (int token = first; token < end; token++)
        {
            bool isTold = tokens.Heads[token] == root && tokens.Relations[token] is "cop" or "nsubj" or "nsubj:pass" or "aux" or "aux:pass";
            if (isTold || ((tokens.Heads[token] < first || tokens.Heads[token] >= end) && tokens.Relations[token] is "ccomp" or "root" or "parataxis" or "xcomp" or "conj"))
            {
                return false; // Another clause of its own stands in the words.
            }
        }

        return true;
    }

    /// <summary>Whether the verb of a clause is finite in the words: "her daughter being on the steps" tells a picture.</summary>
    public static bool IsOfGerund(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(span);
        bool gerund = false;
        for (int token = first; token < end; token++)
        {
            if ((token == proposition.Top || tokens.Heads[token] == proposition.Top) && tokens.Relations[token] is not ("nsubj" or "conj" or "advcl" or "parataxis" or "ccomp"))
            {
                if (tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal))
                {
                    return false;
                }

                gerund |= tokens.Form(token) is "being" or "having" && tokens.Relations[token] is "cop" or "aux" or "aux:pass";
            }
        }

        return gerund;
    }

    /// <summary>Whether words are a subject and a verb that tells little by itself ("Vale comes"); "Vale died" tells all.</summary>
    public static bool IsBareVerb(AnnotatedReport report, Proposition proposition, TextSpan span) =>
        !proposition.Class.StartsWith("be:", StringComparison.Ordinal) && !PredicateLexicon.English.IsOnce(proposition.Class) && proposition.Event is null
        && WordList.Of(report.Report.Text.Text, span).Count(static w => w.IsContent) <= LeastWords && WordList.Of(report.Report.Text.Text, span).Length <= LeastWords + 1;

    /// <summary>Whether a clause only announces what stands behind it: "the message is clear: the yard must stay".</summary>
    public static bool OnlyAnnounce(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        string text = report.Report.Text.Text;
        int at = span.End;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return proposition.Class.StartsWith("be:", StringComparison.Ordinal) && at < text.Length && (text[at] is ':' or '—' or '–' || (text[at] == '-' && (at + 1 == text.Length || text[at + 1] is '-' or ' ' || at == span.End)));
    }

    /// <summary>The words without those before the word that opens the clause, which measure something else ("ten minutes | after she was led out").</summary>
    public static TextSpan BehindMark(AnnotatedReport report, Proposition proposition, int subject, TextSpan span)
    {
        (int first, int end) = report.Tokens.TokensOf(span);
        for (int token = first + 1; token < Math.Min(subject, end); token++)
        {
            if (report.Tokens.Relations[token] == "mark" && report.Tokens.Heads[token] == proposition.Top && report.Tokens.Relations[proposition.Top].StartsWith("advcl", StringComparison.Ordinal) && token + 1 < end)
            {
                return TextSpan.FromBounds(report.Tokens.Starts[token + 1], span.End);
            }
        }

        return span;
    }

    /// <summary>Whether what the verb is done to is a pronoun that stands for nothing named in the account or before it in the words ("did it eight times", "we do not know that").</summary>
    public static bool LeansOnObject(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(span);
        for (int token = first; token < end; token++)
        {
            if (tokens.Tags[token] == UniversalTag.Pron && tokens.Relations[token] is "obj" or "iobj" && (tokens.Heads[token] == proposition.Top || tokens.Heads[token] == proposition.Token)
                && tokens.Form(token) is "him" or "her" or "it" or "them" or "that" or "this" or "these" or "those" && !IsKnown(report, token, first))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKnown(AnnotatedReport report, int pronoun, int first)
    {
        if (report.Entities.At(report.Tokens.Span(pronoun)) is { } entity && entity.Mentions.Any(static m => m.Form is not MentionForm.Pronoun))
        {
            return true;
        }

        for (int token = first; token < pronoun; token++)
        {
            if (report.Tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn && !report.Tokens.Relations[token].StartsWith("nsubj", StringComparison.Ordinal) && !report.Times.Overlapping(report.Tokens.Span(token)).Any())
            {
                return true; // "took the lamp and sold it"
            }
        }

        return false;
    }

    /// <summary>How many words in capitals a heading opens with beyond one: "TWO MORE OUT Veria lost …" begins inside another headline.</summary>
    public static bool OpensInCapitals(string text, TextSpan span)
    {
        int words = 0;
        foreach (Word word in WordList.Of(text, span))
        {
            if (word.Lower.Length < 2 || !word.IsCapital || text.AsSpan(word.Span.Start, word.Span.Length).ContainsAnyInRange('a', 'z'))
            {
                break;
            }

            words++;
        }

        return words > 1;
    }

    /// <summary>The words without a weekday at their beginning that tells when they were said ("confirmed Wednesday | the owner was ill").</summary>
    public static TextSpan BehindDayOfSaying(AnnotatedReport report, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        int first = tokens.TokenAt(span.Start);
        if (first < 1 || first + 1 >= tokens.Count || !IsDay(tokens.Form(first)) || tokens.Starts[first + 1] >= span.End || !report.Statements.Any(s => s.Sentence == tokens.SentenceOf(first) && s.Cue.Spans.Any(c => c.Overlaps(tokens.Span(first - 1)))))
        {
            return span;
        }

        return tokens.Tags[first + 1] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Num ? TextSpan.FromBounds(tokens.Starts[first + 1], span.End) : span;
    }

    private static bool IsDay(ReadOnlySpan<char> word) => word is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday";

    /// <summary>"They saw boats that had sailed for years | suddenly sink": whether the words stop before a verb that goes on with them, without a mark or a word that joins it.</summary>
    public static bool RunsOn(TokenLayer tokens, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        if (first >= end || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(first) || tokens.Tags[end] is UniversalTag.Punct or UniversalTag.Cconj or UniversalTag.Sconj)
        {
            return false;
        }

        int verb = tokens.Relations[end] == "advmod" && tokens.Heads[end] > end ? tokens.Heads[end] : end;
        return tokens.Tags[verb] == UniversalTag.Verb && tokens.Relations[verb] == "conj" && first <= tokens.Heads[verb] && tokens.Heads[verb] < end;
    }

    /// <summary>The words without those at their end that lean on what was cut behind them ("was shot on Monday | after", "fled | hours").</summary>
    public static TextSpan WithoutOpenEnd(TokenLayer tokens, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        int last = end - 1;
        while (last > first && (LeansOnNext(tokens, last, end) || (last < end - 1 && tokens.Heads[last] > last && tokens.Heads[last] < end) || (tokens.Heads[last] >= end && tokens.Relations[last] is "mark" or "case" or "cc" or "det" or "obl:npmod" or "obl:unmarked" or "nmod:npmod" or "nmod:unmarked") || (last == end - 1 && tokens.Form(last) is "where" or "whose" or "which")))
        {
            last--;
        }

        int before = BeforeLostVerb(tokens, first, last + 1);
        while (before > first && before <= last && tokens.Tags[before - 1] is UniversalTag.Punct && tokens.Form(before - 1) is "," or ";")
        {
            before--;
        }

        last = before <= last && before > first ? before - 1 : last;
        return last == end - 1 || last <= first ? span : TextSpan.FromBounds(span.Start, tokens.Span(last).End);
    }

    /// <summary>The words without a speaker at their end whose word of saying was cut ("was named the winner | , with Halden Radio | calling the race").</summary>
    public static TextSpan WithoutLostSpeaker(AnnotatedReport report, Proposition proposition, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(span);
        foreach (Statement statement in report.Statements)
        {
            if (statement.Sentence != proposition.Sentence || statement.Id == proposition.Statement?.Id || statement.Source.Spans.IsEmpty || statement.Cue.Spans.IsEmpty || tokens.TokenAt(statement.Cue.Spans[0].Start) != end)
            {
                continue;
            }

            int who = tokens.TokensOf(statement.Source.Spans[0]).First;
            while (who >= first && who < end && tokens.Heads[who] >= first && tokens.Heads[who] < end && tokens.Relations[who] is "conj" or "flat" or "compound" or "appos" or "det" or "amod")
            {
                who = tokens.Heads[who];
            }

            int start = who > proposition.Token && who < end ? JoinedClause.Leftmost(tokens, who) : end;
            while (start > proposition.Token + 1 && (tokens.Relations[start - 1] is "mark" or "case" or "cc" || tokens.Tags[start - 1] == UniversalTag.Punct))
            {
                start--;
            }

            return start > proposition.Token && start > first + 1 && start < end ? TextSpan.FromBounds(span.Start, tokens.Ends[start - 1]) : span;
        }

        return span;
    }

    // "the row grew as Ada Quill, the owner's daughter, | attacked the mayor": a subject at the end whose verb was cut goes with the word that joins it.
    private static int BeforeLostVerb(TokenLayer tokens, int first, int end)
    {
        for (int token = first + 1; token < end; token++)
        {
            int verb = tokens.Heads[token];
            if (verb < end || verb >= tokens.Count || tokens.SentenceOf(verb) != tokens.SentenceOf(token) || !tokens.Relations[token].StartsWith("nsubj", StringComparison.Ordinal) || !tokens.Relations[verb].StartsWith("advcl", StringComparison.Ordinal) || tokens.Heads[verb] < first || tokens.Heads[verb] >= token)
            {
                continue;
            }

            int start = JoinedClause.Leftmost(tokens, token);
            while (start > first && tokens.Heads[start - 1] == verb)
            {
                start--;
            }

            return start;
        }

        return end;
    }

    // "opened fire shortly | after he came in", "tried to find help for | and to comfort her": the adverb measures what follows, the preposition has its noun behind the next joint.
    private static bool LeansOnNext(TokenLayer tokens, int last, int end)
    {
        if (last != end - 1 || end >= tokens.Count || tokens.SentenceOf(end) != tokens.SentenceOf(last))
        {
            return false;
        }

        return tokens.Tags[last] switch
        {
            UniversalTag.Adv => tokens.Form(end) is "after" or "before",
            UniversalTag.Adp => tokens.Tags[end] == UniversalTag.Cconj && tokens.Relations[last] is not ("compound:prt" or "advmod"),
            _ => false,
        };
    }

    /// <summary>The words without one at their beginning that only joins them to what was told before ("Meanwhile, | the yard closed", "Then | Quill fled", "A day earlier, | the yard closed").</summary>
    public static TextSpan BehindOpener(AnnotatedReport report, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        int first = tokens.TokenAt(span.Start), next = first + 1;
        if (BehindTime(tokens, first) is { } behind && tokens.Starts[behind] < span.End)
        {
            return TextSpan.FromBounds(tokens.Starts[behind], span.End);
        }

        if (next >= tokens.Count || tokens.Relations[first] is not ("advmod" or "discourse") || !Openers.Value.Contains(tokens.Form(first).ToString().ToLowerInvariant()))
        {
            return span;
        }

        next += tokens.Tags[next] == UniversalTag.Punct && tokens.Form(next) is "," ? 1 : 0;
        int behindAddress = BehindAddress(tokens, next);
        if (Enumerable.Range(next, behindAddress - next).Any(t => tokens.Relations[t].StartsWith("nsubj", StringComparison.Ordinal)))
        {
            return span; // The parser took those who are spoken to for who acts.
        }

        next = behindAddress;
        return next < tokens.Count && tokens.Starts[next] < span.End && tokens.Tags[next] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Num or UniversalTag.Pron ? TextSpan.FromBounds(tokens.Starts[next], span.End) : span;
    }

    // "Well, my friends, | the yard is safe": those who are spoken to.
    private static int BehindAddress(TokenLayer tokens, int first)
    {
        for (int token = first; token < tokens.Count && token <= first + LongestTime && tokens.SentenceOf(token) == tokens.SentenceOf(first); token++)
        {
            if (tokens.Form(token) is ",")
            {
                return token + 1 < tokens.Count ? token + 1 : first;
            }

            if (tokens.Form(token) is not ("my" or "dear" or "fellow" or "friends" or "friend" or "ladies" or "gentlemen" or "and" or "folks" or "everybody" or "colleagues"))
            {
                return first;
            }
        }

        return first;
    }

    // "Two hours later, | the yard closed": a few words up to a comma, without a verb or a day of their own.
    private static int? BehindTime(TokenLayer tokens, int first)
    {
        bool leans = false;
        for (int token = first; token < tokens.Count && token <= first + LongestTime && tokens.SentenceOf(token) == tokens.SentenceOf(first); token++)
        {
            if (tokens.Form(token) is ",")
            {
                return leans && token + 1 < tokens.Count && tokens.Tags[token + 1] is UniversalTag.Det or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Num or UniversalTag.Pron ? token + 1 : null;
            }

            bool isOwn = tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Propn or UniversalTag.Pron || tokens.Form(token) is "this" or "last" or "today" or "yesterday" || (tokens.Tags[token] == UniversalTag.Adp && token == first);
            if (isOwn)
            {
                return null;
            }

            leans |= SinceThen.Value.Contains(tokens.Form(token).ToString().ToLowerInvariant());
        }

        return null;
    }
}
