using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>Names that "he" and "she" in a heading stand for, shown only where the text leaves no doubt.</summary>
/// <remarks>
/// A wrong name beside a heading does more harm than none. Shown is the name of a person that the sentence or the one before it names, where these tell of nobody else before the pronoun,
/// the heading does not name him itself, and the account has him as "he" or as "she" throughout.
/// </remarks>
internal static class PronounBracket
{
    public static ImmutableArray<string> Of(AccountIndex index, Evidence heading)
    {
        if (index.Report(heading.Report) is not { } report)
        {
            return [];
        }

        var found = new SortedDictionary<int, string>();
        foreach (Entity entity in index.Account.Entities.Where(static e => e.Kind == ActorKind.Person && e.Mentions.Any(static m => m.Form == MentionForm.Name)))
        {
            foreach (Mention mention in entity.Mentions.Where(m => m.Form == MentionForm.Pronoun && m.Report == heading.Report && heading.Start <= m.Start && m.End <= heading.End))
            {
                string word = AccountIndex.Slice(report, mention.Start, mention.End);
                if (Sex(word) is { } sex && IsSafe(index, entity, mention, heading) && !Speaks(index, entity, heading) && IsAlways(index, entity, sex))
                {
                    found[mention.Start] = $"“{word}” is {entity.Name}";
                }
            }
        }

        return [.. found.Values.Distinct(StringComparer.Ordinal)];
    }

    private static char? Sex(string word) => word.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => 'm',
        "she" or "her" or "hers" or "herself" => 'f',
        _ => null,
    };

    // Nobody else, named or not, stands before the pronoun in its sentence and the sentence with the name; in the heading itself the reader sees who is meant.
    private static bool IsSafe(AccountIndex index, Entity entity, Mention pronoun, Evidence heading)
    {
        int reportIndex = index.ReportIndex(pronoun.Report), sentence = index.SentenceAt(reportIndex, pronoun.Start);
        Mention[] names = [.. entity.Mentions.Where(m => m.Report == pronoun.Report && m.Form == MentionForm.Name && m.End <= pronoun.Start)];
        if (names.Length == 0 || names[^1].Start >= heading.Start || sentence - index.SentenceAt(reportIndex, names[^1].Start) is < 0 or > 1)
        {
            return false;
        }

        int first = index.Account.Reports[reportIndex].Sentences[index.SentenceAt(reportIndex, names[^1].Start)].Start;
        return !index.Account.Entities.Any(other => other.Id != entity.Id && other.Kind is ActorKind.Person or ActorKind.Unnamed
            && other.Mentions.Any(m => m.Report == pronoun.Report && first <= m.Start && m.End <= pronoun.Start && m.Form != MentionForm.Pronoun));
    }

    // "The mayor said so. “He ran,” the clerk said": whoever speaks is not the one of whom another's words, or his own, tell as of a third.
    private static bool Speaks(AccountIndex index, Entity entity, Evidence heading)
    {
        int reportIndex = index.ReportIndex(heading.Report), at = index.SentenceAt(reportIndex, heading.Start);
        bool quoted = index.Account.Statements.Any(s => s.Report == heading.Report && s.Manner != Manner.Indirect && s.Content.Spans.Any(c => c.Start <= heading.Start && heading.End <= c.End));
        return quoted && index.Account.Statements.Any(s => s.Report == heading.Report && at - s.Sentence is 0 or 1 && (s.Source.Entity == entity.Id || s.Chain.Any(hop => hop.Entity == entity.Id)));
    }

    private static bool IsAlways(AccountIndex index, Entity entity, char sex) =>
        entity.Mentions.Where(static m => m.Form == MentionForm.Pronoun).All(m => index.Report(m.Report) is not { } report || Sex(AccountIndex.Slice(report, m.Start, m.End)) is not { } other || other == sex);
}
