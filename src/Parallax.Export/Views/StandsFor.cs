using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Export.Views;

/// <summary>What "he", "it", "the company" and "last month" in a heading stand for, shown only where the text leaves no doubt.</summary>
/// <remarks>
/// A wrong name beside a heading does more harm than none. Shown is the name of a person that the sentence or one of the few before it names, where each of these tells of him and none of anybody else before the
/// word, the heading does not name him itself, and the account has him as "he" or as "she" throughout; or who says it of himself. A noun ("the company") is shown like a pronoun, and only where no
/// other of its kind is told of between. A day without a date is shown where the account has reckoned it.
/// </remarks>
internal static partial class StandsFor
{
    // Sentences that the name of a pronoun's chain ("Vale … She … She …") may stand before it, and that of a noun.
    private const int LongestChain = 4;
    private const int LongestNoun = 2;
    private const int MostNounWords = 3;

    // Characters from an "it" on that show whether it only opens what follows ("it would be hard to").
    private const int Longest = 60;

    public static ImmutableArray<string> Of(AccountIndex index, Evidence heading, params ImmutableArray<TextSpan> leftOut)
    {
        if (index.Report(heading.Report) is not { } report)
        {
            return [];
        }

        SortedDictionary<int, string> found = Found(index, report, heading);
        return [.. found.Where(word => !leftOut.Any(gone => gone.Contains(word.Key))).Select(static word => word.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>What stands just before the words of a claim, where they leave open what neither they nor what is shown beside them tells; or null.</summary>
    public static Excerpt? Before(AccountIndex index, Claim claim)
    {
        if (claim.Before is not { } before || index.Report(before.Report) is not { } report)
        {
            return null;
        }

        // Who "he" is tells whose "his" is.
        SortedDictionary<int, string> found = Names(index, report, claim.TextEvidence, static _ => true);
        HashSet<string> told = [.. index.Account.Entities.Where(entity => entity.Mentions.Any(m => m.Report == before.Report && found.ContainsKey(m.Start))).Select(static entity => entity.Id)];
        return claim.Open.All(word => index.Account.Entities.Any(entity => told.Contains(entity.Id) && entity.Mentions.Any(m => m.Report == before.Report && m.Start < word.End && word.Start < m.End)))
            ? null : new Excerpt(AccountIndex.Slice(report, before.Start, before.End).ReplaceLineEndings(" "), index.ReportIndex(before.Report));
    }

    private static SortedDictionary<int, string> Found(AccountIndex index, AccountReport report, Evidence heading)
    {
        SortedDictionary<int, string> found = Names(index, report, heading, static _ => true);
        foreach (TimeExpression time in index.Account.Times.Where(t => t.Report == heading.Report && heading.Start <= t.Start && t.End <= heading.End && !IsInQuotation(index, t)))
        {
            if (Day(AccountIndex.Slice(report, time.Start, time.End), time) is { } day)
            {
                found[time.Start] = day;
            }
        }

        return found;
    }

    // "“Today there is no bread,” he said": his day need not be that of the report.
    private static bool IsInQuotation(AccountIndex index, TimeExpression time) => index.Account.Statements.Any(s => s.Report == time.Report && s.Manner == Manner.Direct && s.Content.Spans.Any(c => c.Start <= time.Start && time.End <= c.End));

    /// <summary>Whom pronouns and nouns of a heading mean, in brackets; empty where that is not known or not needed.</summary>
    public static string BracketOf(AccountIndex index, Evidence heading) =>
        index.Report(heading.Report) is { } report && Names(index, report, heading, static _ => true) is { Count: > 0 } found ? $"({string.Join("; ", found.Values.Distinct(StringComparer.OrdinalIgnoreCase))})" : "";

    /// <summary>Whom the words of a statement mean, where it is not the speaker himself.</summary>
    public static ImmutableArray<string> Of(AccountIndex index, Statement statement)
    {
        if (index.Report(statement.Report) is not { } report || statement.Content.Spans.IsEmpty)
        {
            return [];
        }

        var words = new Evidence(statement.Report, statement.Content.Spans[0].Start, statement.Content.Spans[^1].End);
        SortedDictionary<int, string> found = Names(index, report, words, entity => entity.Id != statement.Source.Entity);
        return [.. found.Where(name => statement.Content.Spans.Any(span => span.Start <= name.Key && name.Key < span.End)).Select(static name => name.Value).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    // By their places.
    private static SortedDictionary<int, string> Names(AccountIndex index, AccountReport report, Evidence heading, Func<Entity, bool> isWanted)
    {
        var found = new SortedDictionary<int, string>();
        foreach (Entity entity in index.Account.Entities.Where(e => isWanted(e) && e.Mentions.Any(static m => m.Form == MentionForm.Name)))
        {
            foreach (Mention mention in entity.Mentions.Where(m => m.Report == heading.Report && heading.Start <= m.Start && m.End <= heading.End))
            {
                string? word = mention.Form switch
                {
                    MentionForm.Pronoun => Pronoun(index, report, entity, mention, heading),
                    MentionForm.Nominal => Noun(index, report, entity, mention, heading),
                    _ => null,
                };
                if (word is not null)
                {
                    found[mention.Start] = $"“{word}” is {entity.Name}";
                    break; // Who "he" is tells whose "his" is.
                }
            }
        }

        return found;
    }

    private static string? Pronoun(AccountIndex index, AccountReport report, Entity entity, Mention mention, Evidence heading)
    {
        string word = AccountIndex.Slice(report, mention.Start, mention.End);
        if (entity.Kind is ActorKind.Organization or ActorKind.Government or ActorKind.Country)
        {
            return word.ToLowerInvariant() is "it" or "its" or "itself" && !Opening().IsMatch(AccountIndex.Slice(report, mention.Start, Math.Min(mention.Start + Longest, report.Text.Length))) && TellsOfHimself(index, entity, mention) ? word : null;
        }

        return entity.Kind == ActorKind.Person && Sex(word) is { } sex && IsAlways(index, entity, sex) && (TellsOfHimself(index, entity, mention) || (IsSafe(index, entity, mention, heading, sex) && !Speaks(index, entity, heading))) ? word : null;
    }

    private static char? Sex(string word) => word.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => 'm',
        "she" or "her" or "hers" or "herself" => 'f',
        _ => null,
    };

    // Nobody else, named or not, stands before the pronoun from the sentence with the name on, and each sentence between tells of him; in the heading itself the reader sees who is meant.
    private static bool IsSafe(AccountIndex index, Entity entity, Mention pronoun, Evidence heading, char sex)
    {
        int reportIndex = index.ReportIndex(pronoun.Report), sentence = index.SentenceAt(reportIndex, pronoun.Start);
        if (LastName(entity, pronoun) is not { } name || name.Start >= heading.Start || sentence - index.SentenceAt(reportIndex, name.Start) is var far && far is < 0 or > LongestChain)
        {
            return false;
        }

        int named = index.SentenceAt(reportIndex, name.Start);
        for (int between = named + 1; between < sentence; between++)
        {
            if (!entity.Mentions.Any(m => m.Report == pronoun.Report && index.SentenceAt(reportIndex, m.Start) == between))
            {
                return false;
            }
        }

        int first = index.Account.Reports[reportIndex].Sentences[named].Start;
        return !index.Account.Entities.Any(other => other.Id != entity.Id && other.Kind is ActorKind.Person or ActorKind.Unnamed
            && other.Mentions.Any(m => m.Report == pronoun.Report && first <= m.Start && m.End <= pronoun.Start
                && ((m.Form != MentionForm.Pronoun && !IsSeveral(index.Account.Reports[reportIndex], m)) || (far > 1 && Sex(AccountIndex.Slice(index.Account.Reports[reportIndex], m.Start, m.End)) == sex))));
    }

    // "federal agents" are no "she".
    private static bool IsSeveral(AccountReport report, Mention mention) => mention.Form == MentionForm.Nominal && AccountIndex.Slice(report, mention.Start, mention.End) is [.., not 's', 's'];

    private static Mention? LastName(Entity entity, Mention before) => entity.Mentions.Where(m => m.Report == before.Report && m.Form == MentionForm.Name && m.End <= before.Start).Select(static m => (Mention?)m).LastOrDefault();

    // "Vale said she had locked the door", "the ministry said it had paid": where what is said names no other before, who says it tells of himself.
    private static bool TellsOfHimself(AccountIndex index, Entity entity, Mention pronoun)
    {
        Statement? inner = index.Account.Statements.Where(s => s.Report == pronoun.Report && s.Content.Spans.Any(c => c.Start <= pronoun.Start && pronoun.End <= c.End))
            .OrderBy(static s => s.Content.Spans.Sum(static c => c.Length)).ThenBy(static s => s.Id, StringComparer.Ordinal).FirstOrDefault();
        if (inner is not { Manner: Manner.Indirect or Manner.Mixed, Source.Entity: { } source } || IsInsideMarks(index, inner, pronoun) || source != entity.Id || inner.Source.Spans.IsEmpty || inner.Source.Spans[0].Start > pronoun.Start)
        {
            return false;
        }

        int start = inner.Source.Spans[^1].End;
        return !index.Account.Entities.Any(other => other.Id != entity.Id && MayBe(entity.Kind == ActorKind.Person ? ActorKind.Person : ActorKind.Organization, other.Kind) && other.Mentions.Any(m => m.Report == pronoun.Report && start <= m.Start && m.End <= pronoun.Start));
    }

    // "Vale said the guard “thought she had gone”": inside the marks stand the words as they were spoken.
    private static bool IsInsideMarks(AccountIndex index, Statement inner, Mention pronoun) =>
        inner.Manner == Manner.Mixed && index.Report(pronoun.Report) is { } report && AccountIndex.Slice(report, inner.Content.Spans[0].Start, pronoun.Start).AsSpan().ContainsAny("“\"`‘".AsSpan());

    // "The mayor said so. “He ran,” the clerk said": whoever speaks is not the one of whom another's words, or his own, tell as of a third.
    private static bool Speaks(AccountIndex index, Entity entity, Evidence heading)
    {
        int reportIndex = index.ReportIndex(heading.Report), at = index.SentenceAt(reportIndex, heading.Start);
        bool quoted = index.Account.Statements.Any(s => s.Report == heading.Report && s.Manner != Manner.Indirect && s.Content.Spans.Any(c => c.Start <= heading.Start && heading.End <= c.End));
        return quoted && index.Account.Statements.Any(s => s.Report == heading.Report && at - s.Sentence is 0 or 1 && (s.Source.Entity == entity.Id || s.Chain.Any(hop => hop.Entity == entity.Id)));
    }

    private static bool IsAlways(AccountIndex index, Entity entity, char sex) =>
        entity.Mentions.Where(static m => m.Form == MentionForm.Pronoun).All(m => index.Report(m.Report) is not { } report || Sex(AccountIndex.Slice(report, m.Start, m.End)) is not { } other || other == sex);

    // "The Anvil Works makes lamps. The company said …": the name stands just before, and nothing else that the noun could mean.
    private static string? Noun(AccountIndex index, AccountReport report, Entity entity, Mention mention, Evidence heading)
    {
        bool whole = AccountIndex.Slice(report, mention.Start, mention.Start + 4) is "The " or "the ";
        int start = whole ? mention.Start : Math.Max(0, mention.Start - 4);
        string word = AccountIndex.Slice(report, start, mention.End);
        word = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
        string[] words = word.Split(' ');
        if (words[0] is not ("The" or "the") || words.Length is < 2 or > MostNounWords || words[1..].Any(static w => w.Length == 0 || !char.IsLower(w[0])) || start < heading.Start || entity.Kind is not (ActorKind.Person or ActorKind.Organization or ActorKind.Facility or ActorKind.Country)
            || entity.Mentions.Any(m => m.Report == heading.Report && m.Form is MentionForm.Name or MentionForm.Acronym && heading.Start <= m.Start && m.End <= heading.End))
        {
            return null;
        }

        int reportIndex = index.ReportIndex(mention.Report);
        if (LastName(entity, mention) is not { } name || index.SentenceAt(reportIndex, mention.Start) - index.SentenceAt(reportIndex, name.Start) is < 0 or > LongestNoun)
        {
            return null;
        }

        int first = index.Account.Reports[reportIndex].Sentences[index.SentenceAt(reportIndex, name.Start)].Start;
        bool another = index.Account.Entities.Any(other => other.Id != entity.Id && MayBe(entity.Kind, other.Kind) && other.Mentions.Any(m => m.Report == mention.Report && first <= m.Start && m.End <= heading.End && m.Form != MentionForm.Pronoun));
        return another || (entity.Kind == ActorKind.Person && IsSaidBy(index, entity, mention)) ? null : word;
    }

    // "Vale said he had not seen the guard": who speaks calls himself by no noun.
    private static bool IsSaidBy(AccountIndex index, Entity entity, Mention mention) =>
        index.Account.Statements.Any(s => s.Report == mention.Report && s.Source.Entity == entity.Id && s.Content.Spans.Any(c => c.Start <= mention.Start && mention.End <= c.End));

    private static bool MayBe(ActorKind kind, ActorKind other) => kind switch
    {
        ActorKind.Person => other is ActorKind.Person or ActorKind.Unnamed,
        ActorKind.Country => other is ActorKind.Country or ActorKind.Place,
        _ => other is ActorKind.Organization or ActorKind.Facility or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency or ActorKind.Country,
    };

    // "on Friday", "last month": the day or month that the account has reckoned from the report's date.
    private static string? Day(string words, TimeExpression time)
    {
        bool reckoned = time.Anchor is TimeAnchor.Published or TimeAnchor.Neighbours && (time.Type == TimexType.DATE || (time.Type == TimexType.TIME && (words.Contains(' ', StringComparison.Ordinal) || words.Equals("tonight", StringComparison.OrdinalIgnoreCase))));
        return reckoned && time.Until is null && !words.Any(char.IsAsciiDigit) && Dated().Match(time.Value) is { Success: true } date && TimeWords.Of(date.Value) is var known && !known.StartsWith(words, StringComparison.OrdinalIgnoreCase) ? $"“{words.ReplaceLineEndings(" ")}” is {known}" : null;
    }

    // "it would be “impossible” for so many to leave": nobody is meant.
    [GeneratedRegex("^it (is|was|would be|will be|may be|might be|could be) [\"“']?\\p{L}+[\"”']? (for|to|that) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?(?=T|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Dated();
}
