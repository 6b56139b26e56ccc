using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Whether words can be read alone: they say who is meant, lean on nothing before them and do not hold the words that attribute them.</summary>
internal static class SelfContained
{
    private static readonly Lazy<HashSet<string>> Sayings = new(static () => StoriesData.Words("en/claims/sayings.txt"));

    /// <summary>Whether a subject says who or what is meant.</summary>
    public static bool NamesItself(AnnotatedReport report, int subject, Proposition proposition)
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

    /// <summary>Whether what is said is a thing, and the clause only tells which ("described the hardship that some would undergo").</summary>
    public static bool IsInsidePhrase(AnnotatedReport report, Proposition proposition)
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
        return isThing && proposition.Subject is { } subject && Enumerable.Range(at + 1, Math.Max(0, subject - at - 1)).Any(t => tokens.Form(t) is "that" or "which" or "who" or "whom") && SaidByNoun(report, proposition) is null;
    }

    /// <summary>The clause, from "that" on, where a noun for what is said holds it ("repeated the claim that it was open"); or null.</summary>
    public static TextSpan? SaidByNoun(AnnotatedReport report, Proposition proposition)
    {
        TokenLayer tokens = report.Tokens;
        int noun = tokens.Relations[proposition.Top] is "acl" or "ccomp" ? tokens.Heads[proposition.Top] : -1;
        if (noun < 0 || tokens.Tags[noun] != UniversalTag.Noun || !Sayings.Value.Contains(tokens.Lemmas[noun]))
        {
            return null;
        }

        int mark = Enumerable.Range(noun + 1, Math.Max(0, proposition.Top - noun - 1)).FirstOrDefault(t => tokens.Heads[t] == proposition.Top && tokens.Relations[t] == "mark" && tokens.Form(t) is "that", -1);
        return mark < 0 || tokens.Starts[mark] >= proposition.Core.End ? null : TextSpan.FromBounds(tokens.Starts[mark], proposition.Core.End);
    }

    /// <summary>Whether a clause is what the source itself claims ("denied a story about his claim that he had paid"): he denies something else.</summary>
    public static bool IsOwnClaim(AnnotatedReport report, Proposition proposition, Statement statement)
    {
        TokenLayer tokens = report.Tokens;
        int noun = tokens.Relations[proposition.Top] is "acl" or "ccomp" ? tokens.Heads[proposition.Top] : -1;
        if (noun < 0 || tokens.Tags[noun] != UniversalTag.Noun || !Sayings.Value.Contains(tokens.Lemmas[noun]) || statement.Source.Entity is not { } source)
        {
            return false;
        }

        int owner = Enumerable.Range(tokens.Sentences[proposition.Sentence].FirstToken, noun - tokens.Sentences[proposition.Sentence].FirstToken).FirstOrDefault(t => tokens.Heads[t] == noun && tokens.Relations[t] == "nmod:poss", -1);
        return owner >= 0 && (report.Entities.At(tokens.Span(owner))?.Id == source);
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
    public static bool Starts(AnnotatedReport report, TextSpan span)
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
            UniversalTag.Part when tokens.Form(first) is "to" && tokens.Relations[first] is "mark" or "aux" => false, // "(vowed) to carry on, the mood was good"
            UniversalTag.Verb => !tokens.Relations[first].StartsWith("conj", StringComparison.Ordinal), // "(and) killed one man has been charged"
            UniversalTag.Adv when tokens.Form(first) is "when" or "where" or "why" or "how" => false,
            UniversalTag.Adv when tokens.Form(first) is "then" && tokens.Heads[first] is >= 0 and int after && tokens.Tags[after] is UniversalTag.Verb => false, // "then they cannot sail": what follows if
            UniversalTag.Sconj => tokens.Form(first).Length > 0 && char.IsUpper(tokens.Form(first)[0]),
            _ => true,
        };
    }

    /// <summary>Whether the subject names somebody only by what stands before ("its night shift").</summary>
    public static bool HasPronoun(AnnotatedReport report, Proposition proposition)
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
    public static bool HoldsCue(AnnotatedReport report, Proposition proposition, TextSpan span)
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
}
