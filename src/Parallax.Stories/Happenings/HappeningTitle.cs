using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Claims;
using Parallax.Stories.Propositions;
using Parallax.Stories.Timelines;

namespace Parallax.Stories.Happenings;

/// <summary>Writes the title of a happening: the words of the telling that says best who did what, with whom or what they speak of where that stands further up.</summary>
internal static class HappeningTitle
{
    // A clause longer than this is told without what hangs on it, where that is a clause.
    private const int LongClause = 160, LeastNounWords = 3;

    /// <summary>How much a telling leaves open: 0 says who or what by itself, 1 names somebody or goes with words further up, 2 neither.</summary>
    public static int Openness(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        if (told is { IsClause: true, Subject: { } subject } && told.Span.Contains(tokens.Span(subject)) && tokens.Relations[told.Top] is not "acl:relcl")
        {
            // "the shooting that Orsk was looking into": what stands further up.
            return tokens.Tags[subject] == UniversalTag.Pron && tokens.Relations[subject] is not "expl" ? 2 : tokens.Ends[told.Token] >= told.Span.End || TimelineWords.IsCaption(report, told.Sentence) ? 1 : 0;
        }

        return told.IsNominal
            ? told.Participants.Any(p => p.Entities.Length > 0 && told.Span.Contains(p.Span)) && tokens.TokensOf(told.Span) is var (first, end) && end - first >= LeastNounWords && !IsOwned(tokens, first) ? 1 : 2
            : Bearer(report, told, told.Span) is null ? 2 : 1;
    }

    /// <summary>The words: "the curbs that have been imposed since 2018" of a clause that goes with a noun, "Orsk … having signed it in June" of one without a subject, "it left the pact" of one behind "when".</summary>
    public static string Of(AnnotatedReport report, Proposition told)
    {
        TextSpan span = Shorter(report, told);
        if (IsShortSubject(report, told) && report.Tokens.Sentences[told.Sentence].Span is { Length: <= LongClause } whole)
        {
            return report.Report.Text.Slice(whole).TrimEnd('.', ' '); // "a strike" alone says nothing of the strike
        }

        if (!told.IsNominal && TimelineWords.Named(report, told, span) is { } named)
        {
            return named; // "it left the pact", where the sentence names it before
        }

        if (NamedFurtherUp(report, told, span) is { } resolved)
        {
            return resolved;
        }

        if (told.IsNominal || Bearer(report, told, span) is not { } name)
        {
            return report.Report.Text.Slice(told.IsNominal ? span : BehindMark(report.Tokens, told, span));
        }

        TokenLayer tokens = report.Tokens;
        bool isBeside = !HoldsWord(tokens, tokens.TokensOf(name).End, tokens.TokensOf(span).First);
        return isBeside ? report.Report.Text.Slice(TextSpan.FromBounds(name.Start, span.End)) : $"{report.Report.Text.Slice(name)} … {report.Report.Text.Slice(BehindMark(tokens, told, span))}";
    }

    // "As the war went on, Orsk came to Lanor to see how it stood": the clause alone, where that is whole.
    private static TextSpan Shorter(AnnotatedReport report, Proposition told)
    {
        if (told.IsNominal || told.Span.Length <= LongClause || told.Core.IsEmpty)
        {
            return told.Span;
        }

        TextSpan core = Quotes.Balanced(report.Report.Text.Text, CleanCut.Of(report, told, told.Core));
        return !core.IsEmpty && !HangsOnMore(report.Tokens, core) && core.Length < told.Span.Length && !ClauseWording.LosesParty(told, core) && core.Contains(report.Tokens.Span(told.Token)) && (told.Subject is not { } subject || core.Contains(report.Tokens.Span(subject)) || !told.Span.Contains(report.Tokens.Span(subject))) ? core : told.Span;
    }

    // "as Ada Quill, the owner, | sold it": the last word goes with a verb behind the words.
    private static bool HangsOnMore(TokenLayer tokens, TextSpan words)
    {
        (int first, int end) = tokens.TokensOf(words);
        int at = end - 1;
        while (at > first && tokens.Tags[at] == UniversalTag.Punct)
        {
            at--;
        }

        while (at >= first && at < end)
        {
            at = tokens.Heads[at];
        }

        return at >= end;
    }

    // The noun that a relative clause or a participle goes with, the subject of the verb before, or who is known to take part: words before the clause, in its sentence.
    private static TextSpan? Bearer(AnnotatedReport report, Proposition told, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        Tree tree = new(tokens);
        int first = tokens.TokensOf(span).First, bearer = -1;
        int relative = RelativeOf(tokens, tree, told.Top, first);
        bool isRelative = relative >= 0, hasSubject = told is { IsClause: true, Subject: { } own } && span.Contains(tokens.Span(own));
        if (isRelative || (tree.Relation(told.Top) == "acl" && !told.IsFinite))
        {
            bearer = tokens.Heads[isRelative ? relative : told.Top];
        }
        else if (hasSubject)
        {
            return null; // "the fact that the yard closed": the clause says what.
        }
        else if (told is { IsClause: true, Subject: { } subject })
        {
            // "the yard, which closed in May and opened in June"
            bearer = tokens.Tags[subject] == UniversalTag.Pron && tokens.Heads[subject] is >= 0 and var verb && tree.Relation(verb) == "acl" ? tokens.Heads[verb] : subject;
        }
        else
        {
            bool isPassive = IsPassive(tokens, tree, told);
            bearer = new[] { isPassive ? null : told.Actor, isPassive ? told.Recipient : null, isPassive ? told.Object : null }.Select(p => p is { Token: { } token } && (p.Entities.Length > 0 || p.IsPerson || isPassive) ? token : -1).FirstOrDefault(t => t >= 0 && t < first, -1);
        }

        if (bearer < 0 || bearer >= first || tokens.SentenceOf(bearer) != told.Sentence || tokens.Tags[bearer] is not (UniversalTag.Noun or UniversalTag.Propn))
        {
            return null;
        }

        // "The port said that Orsk had sent boats, and also sent guards": who did it by the event, where the parser has the verb go with another.
        if (!isRelative && told is { IsClause: true, Subject: not null, Event.Actors: { Length: > 0 } actors } && report.Entities.At(tokens.Span(bearer)) is { } read && !actors.Contains(read.Id) && !IsPassive(tokens, tree, told)
            && actors.SelectMany(a => report.Entities.Find(a)?.Mentions ?? []).Where(m => m.Form == MentionForm.Name && m.Report == report.Report.Id && m.Start >= tokens.Sentences[told.Sentence].Span.Start && m.End <= span.Start).OrderBy(static m => m.Start).LastOrDefault() is { } doer)
        {
            return doer.Span;
        }

        // "and the mains, on which they built": the words that join the name to others are none of it.
        TextSpan name = tree.Span(bearer, "acl", "case", "cc", "parataxis", "appos");
        int start = tokens.TokensOf(name).First;
        while (start < bearer && tokens.Tags[start] is UniversalTag.Cconj or UniversalTag.Adp or UniversalTag.Sconj or UniversalTag.Punct)
        {
            start++;
        }

        // "the boat that the yard sold, able to tow ten tons": what stands behind the clause is none of it either.
        int last = tokens.TokensOf(name).End;
        last = isRelative ? Math.Min(last, Math.Min(first, tree.Bounds(relative).First)) : last;
        while (last > bearer + 1 && tokens.Tags[last - 1] is UniversalTag.Punct or UniversalTag.Cconj)
        {
            last--;
        }

        name = TextSpan.FromBounds(tokens.Starts[start], tokens.Ends[last - 1]);
        ReadOnlySpan<char> words = report.Report.Text.Slice(name);
        return name.End <= span.Start && words.Count('(') == words.Count(')') && (isRelative || !HoldsSubject(tokens, tokens.TokensOf(name).End, first)) ? name : null;
    }

    // "She sold it in May": by the name that the report has for whom the pronoun means.
    private static string? NamedFurtherUp(AnnotatedReport report, Proposition told, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        if (told is not { IsNominal: false, IsClause: true, Subject: { } subject } || tokens.Lemmas[subject].ToUpperInvariant() is not ("HE" or "SHE" or "IT" or "THEY") || !span.Contains(tokens.Span(subject)) || report.Entities.At(tokens.Span(subject)) is not { } who
            || !told.Event!.Actors.Concat(told.Event.Recipients).Contains(who.Id)
            || who.Mentions.Where(m => m.Report == report.Report.Id && m.Form == MentionForm.Name && m.Start < span.Start).OrderByDescending(static m => m.End - m.Start).ThenByDescending(static m => m.Start).ToArray() is not [var name, ..]
            || tokens.Span(subject).Start > BehindMark(tokens, told, span).Start)
        {
            return null;
        }

        return $"{report.Report.Text.Slice(name.Span)} … {report.Report.Text.Slice(TextSpan.FromBounds(tokens.Starts[Math.Min(subject + 1, tokens.Count - 1)], span.End))}";
    }

    // "a strike hit the yard": what is done tells what it was.
    private static bool IsShortSubject(AnnotatedReport report, Proposition told) => told.IsNominal && report.Tokens.Relations[told.Token] is "nsubj" && report.Tokens.Heads[told.Token] is >= 0 and var verb && report.Tokens.Relations[verb] is "root" && report.Tokens.Tags[verb] == UniversalTag.Verb
        && report.Tokens.Sentences[told.Sentence].Part is Core.Reports.TextPart.Lead or Core.Reports.TextPart.Body && report.Tokens.TokensOf(told.Span) is var (first, end) && end - first <= LeastNounWords && told.Event!.Plover != PloverType.CONSULT;

    // The top of the relative clause: "the pact which the guild left and which Orsk cursed", of which the second hangs on the first.
    private static int RelativeOf(TokenLayer tokens, Tree tree, int top, int first)
    {
        if (tokens.Relations[top] is "acl:relcl")
        {
            return top;
        }

        return tree.Relation(top) == "conj" && tokens.Heads[top] is >= 0 and var above && tokens.Relations[above] is "acl:relcl" && above < first && tokens.Features[first].Contains("PronType=Rel", StringComparison.Ordinal) ? above : -1;
    }

    // "when it left the pact": the act without the word that hangs it on another.
    // "Though it rained, Quill sailed": a word that opens another clause stays.
    private static TextSpan BehindMark(TokenLayer tokens, Proposition told, TextSpan span)
    {
        (int first, int end) = tokens.TokensOf(span);
        int from = first;
        while (told.IsFinite && from + 1 < end && from < told.Top && tokens.Heads[from] == told.Top && (tokens.Relations[from] is "cc" || tokens.Tags[from] is UniversalTag.Sconj || tokens.Lemmas[from] is "when" or "how" or "where" || (tokens.Tags[from] is UniversalTag.Adp && tokens.Lemmas[from + 1] is "how" or "when" or "where")))
        {
            from++;
        }

        return from > first ? TextSpan.FromBounds(tokens.Starts[from], span.End) : span;
    }

    // "The port said that Orsk gave boats, and also sent guards": with another subject between, parsers cannot tell whose verb the second is.
    private static bool HoldsSubject(TokenLayer tokens, int from, int end)
    {
        for (int token = from; token < end; token++)
        {
            if (tokens.Relations[token] is "nsubj" or "nsubj:pass" && tokens.Tags[token] is not UniversalTag.Pron)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPassive(TokenLayer tokens, Tree tree, Proposition told) => tokens.Features[told.Token].Contains("Voice=Pass", StringComparison.Ordinal) || tree.Child(told.Token, "aux:pass") >= 0;

    private static bool IsOwned(TokenLayer tokens, int first) => tokens.Features[first].Contains("Poss=Yes", StringComparison.Ordinal);

    private static bool HoldsWord(TokenLayer tokens, int from, int end)
    {
        for (int token = from; token < end; token++)
        {
            if (tokens.Tags[token] is not UniversalTag.Punct)
            {
                return true;
            }
        }

        return false;
    }
}
