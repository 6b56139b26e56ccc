using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Tells which claims of one report alone are not put out: what is only denied, and those whose words cannot be understood with what the page puts beside them or are of a kind that is more often misread than not.</summary>
/// <remarks>What the report says stays: as a statement under who says it. By reading which kinds of headings were understood.</remarks>
internal static class Unclear
{
    private static readonly Lazy<HashSet<string>> Pointers = new(static () => StoriesData.Words("en/claims/pointers.txt"));

    private static readonly Lazy<HashSet<string>> NoNames = new(static () => StoriesData.Words("en/claims/nobody-named.txt"));

    /// <summary>The claims without these; who pointed at one of them points at its words.</summary>
    /// <param name="set">The reports.</param>
    /// <param name="drafts">The claims, with what is near to them.</param>
    /// <param name="contested">Ids of those on which a conflict stands.</param>
    public static ImmutableArray<ClaimDraft> Without(ReportSet set, ImmutableArray<ClaimDraft> drafts, IReadOnlySet<string> contested)
    {
        HashSet<string> acts = [.. drafts.Select(static d => d.Act).OfType<string>()];
        HashSet<string> gone = [.. drafts.Where(d => !contested.Contains(d.Id) && !acts.Contains(d.Id) && Is(set, d)).Select(static d => d.Id)];
        return gone.Count == 0 ? drafts : [.. drafts.Where(d => !gone.Contains(d.Id)).Select(d => d.Near.Any(IsGone) ? d with { Near = [.. d.Near.Select(n => IsGone(n) ? n with { Claim = null } : n)] } : d)];

        bool IsGone(NearClause near) => near.Claim is { } claim && gone.Contains(claim);
    }

    private static bool Is(ReportSet set, ClaimDraft draft)
    {
        Stand[] own = [.. draft.Own];
        if (draft.Act is not null || draft.Wording is not { } words || draft.Stands.Any(s => s.IsAnswer || s.Proposition.Report != words.Proposition.Report))
        {
            return false;
        }

        AnnotatedReport report = set[words.Proposition.Report];
        bool denied = own.All(static s => s.Kind is PositionKind.Denies or PositionKind.Doubts);
        if (denied || own.Any(static s => s.Kind is PositionKind.Denies or PositionKind.Doubts))
        {
            return denied && draft.Near.IsEmpty; // That nobody says so is rarely true: it is told in other words.
        }

        return own.All(static s => IsOfNobody(s)) || (Is(report, words) && own.All(s => s.Proposition.Sentence == words.Proposition.Sentence));
    }

    /// <summary>Whether words of one report are of such a kind.</summary>
    public static bool Is(AnnotatedReport report, Wording words) => HoldsTeller(report, words) || IsAside(report.Tokens, words) || LosesObject(report.Tokens, words) || IsHeadline(report, words) || LeansOnOtherClause(report, words);

    // "She", "59 percent", "suggestions that": whose word it is, the page cannot tell; "reportedly" says so.
    private static bool IsOfNobody(Stand stand) => stand.Proposition.Statement is { Source: { Entity: null, Name: var name } } && ((name.Length == 0 && stand.Kind == PositionKind.Affirms) || NoNames.Value.Contains(name.ToLowerInvariant())
        || (name.Length > 0 && char.IsAsciiDigit(name[0]) && WordList.Of(name) is { Length: <= 2 } few && few[^1].Lower is "percent" or "per" or "cent"));

    // "The mayor came to the yard for the first time, calling it a ruin": who tells it is inside, and more than what he tells.
    private static bool HoldsTeller(AnnotatedReport report, Wording words)
    {
        if (words.Proposition.Statement is not { Manner: not Manner.Direct, Cue.Spans: [var cue, ..] } told || !words.Holds(cue) || report.Report.Text.Slice(words.Span).AsSpan().ContainsAny("“\"".AsSpan()))
        {
            return false;
        }

        // "The film blames the owner": whoever reads it sees who tells it.
        bool opens = told.Source.Spans is [var who, ..] && words.Span.Start == who.Start;
        return !opens || report.Tokens.Relations[report.Tokens.TokenAt(cue.Start)] is not "root";
    }

    // "… as the strait became the first danger": said by the way, and seldom by the one to whom the sentence gives the rest.
    private static bool IsAside(TokenLayer tokens, Wording words) => words.Proposition is { Statement: { Manner: not Manner.Direct, Cue.Spans: var cues }, Top: var top } && tokens.Relations[top] is "advcl" && !cues.Any(words.Holds)
        && Enumerable.Range(tokens.Sentences[words.Proposition.Sentence].FirstToken, top - tokens.Sentences[words.Proposition.Sentence].FirstToken).Any(t => tokens.Heads[t] == top && tokens.Form(t) is "as" or "while" or "though" or "although" or "when");

    // "the charge that Quill and Vale sold | the so-called yard": what a verb is done to is cut off.
    private static bool LosesObject(TokenLayer tokens, Wording words)
    {
        int end = tokens.TokensOf(words.Span).End, last = tokens.Sentences[words.Proposition.Sentence].EndToken;
        return Enumerable.Range(end, Math.Max(0, last - end)).Any(t => tokens.Heads[t] == words.Proposition.Top && tokens.Relations[t] is "obj" or "xcomp")
            && end < last && tokens.Tags[end] != UniversalTag.Punct;
    }

    // "Report: Owner sold boats to Norland": a headline that stands as the first line of the text, which tells it better below.
    private static bool IsHeadline(AnnotatedReport report, Wording words)
    {
        Sentence sentence = report.Tokens.Sentences[words.Proposition.Sentence];
        return words.Proposition.Sentence == 0 && sentence.Part is not TextPart.Body && words.Proposition.Statement is { Cue.Lemma: ":" }
            && report.Report.Text.Text[Math.Max(sentence.Span.Start, sentence.Span.End - 1)] is not ('.' or '!' or '?' or '”' or '"');
    }

    // "…, and attorneys released it", "… and the two towns had a treaty": a second clause that leans on the first.
    private static bool LeansOnOtherClause(AnnotatedReport report, Wording words)
    {
        TokenLayer tokens = report.Tokens;
        (int first, int end) = tokens.TokensOf(words.Span);
        bool second = words.Proposition.Statement is null or { Manner: not Manner.Direct } && tokens.Relations[words.Proposition.Top] is "conj" && tokens.Heads[words.Proposition.Top] is var before && before >= 0 && before < first;
        for (int token = first; token < end; token++)
        {
            if (!words.Holds(tokens.Span(token)))
            {
                continue;
            }

            if (token == first && tokens.Features[token].Contains("PronType=Rel", StringComparison.Ordinal) && tokens.Relations[token] is not "mark")
            {
                return true; // "whose leader won"
            }

            if (second && Leans(report, words, token))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leans(AnnotatedReport report, Wording words, int token)
    {
        TokenLayer tokens = report.Tokens;
        string form = tokens.Form(token).ToString().ToLowerInvariant();
        if (tokens.Relations[token] is "det" or "det:predet" or "amod" && (form == "the" || Pointers.Value.Contains(form)))
        {
            return tokens.Heads[token] is var head && head > token && tokens.Tags[head] == UniversalTag.Noun && Enumerable.Range(token + 1, head - token - 1).All(t => tokens.Tags[t] == UniversalTag.Num) && !Told(tokens.Span(head));
        }

        return tokens.Tags[token] == UniversalTag.Pron && tokens.Relations[token] is not "expl" && tokens.Features[token].Contains("Person=3", StringComparison.Ordinal) && !Told(tokens.Span(token));

        bool Told(TextSpan what) => report.Entities.At(what) is { } entity && (words.Proposition.Statement?.Source.Entity == entity.Id
            || entity.Mentions.Any(m => m.Report == report.Report.Id && m.Form is not (MentionForm.Pronoun or MentionForm.Nominal) && words.Holds(TextSpan.FromBounds(m.Start, m.End))));
    }
}
