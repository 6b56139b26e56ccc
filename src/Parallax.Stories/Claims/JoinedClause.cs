using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Claims;

/// <summary>Words for what several reports tell and none tells in a clause with a subject of its own that names somebody: "Vale was taken to jail and later released", "where he was later released".</summary>
internal static class JoinedClause
{
    private const int LongestWords = 220;

    /// <summary>The clause together with the one before it that names its subject, or null where there is none.</summary>
    public static TextSpan? Of(AnnotatedReport report, Proposition proposition)
    {
        TokenLayer tokens = report.Tokens;
        int head = tokens.Heads[proposition.Top];
        if (proposition.IsClause || head < 0 || !tokens.Relations[proposition.Top].StartsWith("conj", StringComparison.Ordinal) || tokens.Relations[head] == "acl:relcl")
        {
            return null;
        }

        int subject = FirstChild(tokens, head);
        if (subject < 0 || !SelfContained.NamesItself(report, subject, proposition))
        {
            return null;
        }

        int start = tokens.Starts[Leftmost(tokens, subject)];
        return start < End(proposition) ? Whole(report, proposition, TextSpan.FromBounds(start, End(proposition))) : null;
    }

    /// <summary>The clause with a pronoun for a subject, where the account knows whom it stands for; or null.</summary>
    public static TextSpan? WithPronoun(AnnotatedReport report, Proposition proposition)
    {
        TokenLayer tokens = report.Tokens;
        if (!proposition.IsClause || proposition.Subject is not { } subject || tokens.Tags[subject] != UniversalTag.Pron || subject > proposition.Top || tokens.Relations[proposition.Top] == "acl:relcl" || tokens.Features[subject].Contains("PronType=Rel", StringComparison.Ordinal)
            || tokens.Form(subject) is "who" or "which" or "that"
            || report.Entities.At(tokens.Span(subject)) is not { } entity || entity.Mentions.All(static m => m.Form is not MentionForm.Name))
        {
            return null;
        }

        return Whole(report, proposition, TextSpan.FromBounds(tokens.Starts[subject], End(proposition)));
    }

    /// <summary>The core of a clause from its subject on, where the core begins inside a phrase before it ("… after the war, the minister landed"); else the core.</summary>
    public static TextSpan FromSubject(AnnotatedReport report, Proposition proposition, int subject)
    {
        int first = report.Tokens.TokenAt(proposition.Core.Start), left = Leftmost(report.Tokens, subject);
        bool cut = first > 0 && first < left && report.Tokens.SentenceOf(first - 1) == proposition.Sentence && report.Tokens.Tags[first - 1] is not UniversalTag.Punct && report.Tokens.Tags[left - 1] == UniversalTag.Punct;
        return cut && report.Tokens.Starts[left] < proposition.Core.End ? TextSpan.FromBounds(report.Tokens.Starts[left], proposition.Core.End) : proposition.Core;
    }

    /// <summary>"Orsk admitted the sale of boats, but claimed that this was before the war": from who tells it on, where the clause alone does not say of what it tells; or null.</summary>
    public static TextSpan? WithTeller(AnnotatedReport report, Proposition proposition)
    {
        TextSpan sentence = report.Tokens.Sentences[proposition.Sentence].Span;
        if (proposition.Statement is not { Source.Spans: [var teller, ..] } || !sentence.Contains(teller) || teller.Start >= proposition.Span.Start || !char.IsUpper(report.Report.Text.Text[teller.Start]))
        {
            return null;
        }

        TextSpan span = Quotes.Balanced(report.Report.Text.Text, TextSpan.FromBounds(teller.Start, proposition.Span.End));
        return span.Length <= LongestWords && sentence.Contains(span) ? span : null;
    }

    /// <summary>"a limited number were sent": a number of what, the words do not tell.</summary>
    public static bool IsBareAmount(TokenLayer tokens, int subject) => tokens.Lemmas[subject].ToLowerInvariant() is "number" or "amount" or "quantity" or "few" or "handful" or "batch" or "share" or "couple" or "some" or "many" or "several"
        && !(subject + 1 < tokens.Count && tokens.Form(subject + 1) is "of");

    private static TextSpan? Whole(AnnotatedReport report, Proposition proposition, TextSpan words)
    {
        TextSpan span = words.IsEmpty ? default : Quotes.Balanced(report.Report.Text.Text, HeadingWords.WithoutOpenEnd(report.Tokens, words));
        return span.IsEmpty || span.Length > LongestWords || !report.Tokens.Sentences[proposition.Sentence].Span.Contains(span) || SelfContained.HoldsCue(report, proposition, span) ? null : span;
    }

    private static int End(Proposition proposition) => (proposition.Core.IsEmpty ? proposition.Span : proposition.Core).End;

    private static int FirstChild(TokenLayer tokens, int head)
    {
        for (int token = head - 1; token >= 0 && tokens.SentenceOf(token) == tokens.SentenceOf(head); token--)
        {
            if (tokens.Heads[token] == head && tokens.Relations[token].StartsWith("nsubj", StringComparison.Ordinal))
            {
                return token;
            }
        }

        return -1;
    }

    /// <summary>The first word below a word that stands before it, or the word.</summary>
    public static int Leftmost(TokenLayer tokens, int subject)
    {
        int first = subject;
        for (int token = subject - 1; token >= 0 && tokens.SentenceOf(token) == tokens.SentenceOf(subject); token--)
        {
            int at = token;
            while (at >= 0 && at != subject)
            {
                at = tokens.Heads[at];
            }

            first = at == subject ? token : first;
        }

        return first;
    }
}
