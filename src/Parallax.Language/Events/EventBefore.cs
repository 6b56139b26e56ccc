using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>What a noun like "the visit", "these talks" points back to: the event of its kind told last before it.</summary>
internal static class EventBefore
{
    // Sentences between a noun and what it points back to, at most.
    private const int Reach = 20;

    /// <summary>A reading with the participants of the event a noun points back to (of a plural noun: of all of its kind in that sentence), or null.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="found">The events found so far, in any order.</param>
    /// <param name="rule">The rule of the noun.</param>
    /// <param name="noun">The noun, without participants of its own.</param>
    public static EventReading? Of(SyntaxTree tree, List<EventReading> found, EventRule rule, int noun)
    {
        if (tree.Child(noun, "det") is not (>= 0 and int determiner) || !ClauseWords.Is("definite", tree.Lemma(determiner)) || IsDescribed(tree, noun))
        {
            return null;
        }

        EventReading? last = null;
        foreach (EventReading candidate in found)
        {
            if (candidate.Head < noun && candidate.Actors.Count > 0 && IsOfKind(tree, candidate, rule, noun) && (last is null || candidate.Head > last.Head))
            {
                last = candidate;
            }
        }

        return last is null || tree.Tokens.SentenceOf(noun) - tree.Tokens.SentenceOf(last.Head) > Reach ? null : !tree.Tokens.Features[noun].Contains("Number=Plur", StringComparison.Ordinal) ? last : WithItsSentence(tree, found, rule, noun, last);
    }

    private static EventReading WithItsSentence(SyntaxTree tree, List<EventReading> found, EventRule rule, int noun, EventReading last)
    {
        TokenLayer tokens = tree.Tokens;
        List<int> actors = [], recipients = [];
        foreach (EventReading candidate in found.Where(c => c.Head <= last.Head && tokens.SentenceOf(c.Head) == tokens.SentenceOf(last.Head) && IsOfKind(tree, c, rule, noun)).OrderBy(static c => c.Head))
        {
            EventRoles.Take(actors, candidate.Actors);
            EventRoles.Take(recipients, candidate.Recipients);
        }

        return last with { Actors = actors, Recipients = recipients };
    }

    // A noun with its own words ("the conference on fishing", "the cabinet meeting") names its own event.
    private static bool IsDescribed(SyntaxTree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") || tree.Is(child, "nmod") || tree.Is(child, "compound") || tree.Is(child, "acl"))
            {
                return true;
            }
        }

        return false;
    }

    // Meetings, visits and agreements are told with many words; of the rest "the attack" means what "attacked" told.
    private static bool IsOfKind(SyntaxTree tree, EventReading told, EventRule noun, int head) =>
        noun.Type switch
        {
            PloverType.CONSULT => told.Rule.Type == PloverType.CONSULT && (told.Rule.Id == "consult.visit") == (noun.Id == "consult.visit"),
            PloverType.SUPPORT => told.Rule.Id == noun.Id,
            _ => told.Rule.Id == noun.Id && told.Lemma.Contains(tree.Lemma(head), StringComparison.Ordinal),
        };
}
