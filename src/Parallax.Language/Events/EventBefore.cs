using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Events.Arguments;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events;

/// <summary>What a noun like "the visit", "these talks" points back to: the event of its kind told shortly before it, else the one with which the report begins.</summary>
internal static class EventBefore
{
    // Sentences between a noun and what it points back to.
    private const int Near = 3;

    // Sentences at the head of a report that tell what it is about: "the visit" means that visit to its end.
    private const int Opening = 4;

    /// <summary>A reading with the participants of the event a noun points back to (of a plural noun: of all of its kind in that sentence), or null.</summary>
    /// <param name="tree">The parse.</param>
    /// <param name="found">The events found so far, in any order.</param>
    /// <param name="rule">The rule of the noun.</param>
    /// <param name="noun">The noun, without participants of its own.</param>
    public static EventReading? Of(SyntaxTree tree, List<EventReading> found, EventRule rule, int noun)
    {
        if (!IsDefinite(tree, noun) || IsDescribed(tree, noun))
        {
            return null;
        }

        TokenLayer tokens = tree.Tokens;
        int sentence = tokens.SentenceOf(noun);
        bool plural = tokens.Features[noun].Contains("Number=Plur", StringComparison.Ordinal);
        List<EventReading> before = [.. found.Where(c => c.Head < noun && c.Actors.Count > 0 && c.Factuality != Factuality.DidNotHappen && IsOfKind(tree, c, rule, noun)).OrderBy(static c => c.Head)];
        EventReading? near = rule.Id == "consult.visit" ? before.FindLast(c => c.Place >= 0 || c.Recipients.Count > 0) ?? before.LastOrDefault() : before.LastOrDefault();
        if (near is not null && sentence - tokens.SentenceOf(near.Head) <= Near)
        {
            return plural ? WithItsSentence(tree, before, near) : near;
        }

        // Farther back a reader knows the event by its being the matter of the report, and a treaty or a blow only by its name.
        if (rule.Type != PloverType.CONSULT || before.Count == 0)
        {
            return null;
        }

        List<EventReading> opening = before.FindAll(c => tokens.SentenceOf(c.Head) < Opening);
        EventReading? main = plural ? opening.LastOrDefault() : opening.Find(c => c.Actors.Count > 1 || rule.Id == "consult.visit") ?? opening.FirstOrDefault();
        return main is null ? null : plural ? WithItsSentence(tree, before, main) : main;
    }

    private static EventReading WithItsSentence(SyntaxTree tree, List<EventReading> before, EventReading last)
    {
        TokenLayer tokens = tree.Tokens;
        List<int> actors = [], recipients = [];
        foreach (EventReading candidate in before.Where(c => tokens.SentenceOf(c.Head) == tokens.SentenceOf(last.Head)))
        {
            EventRoles.Take(actors, candidate.Actors);
            EventRoles.Take(recipients, candidate.Recipients);
        }

        return last with { Actors = actors, Recipients = recipients };
    }

    // "the visit", "such attacks".
    private static bool IsDefinite(SyntaxTree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "det") || tree.Is(child, "amod")) && ClauseWords.Is("definite", tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    // A noun with its own words ("the conference on fishing", "the cabinet meeting") names its own event.
    private static bool IsDescribed(SyntaxTree tree, int noun)
    {
        foreach (int child in tree.Children(noun))
        {
            if ((tree.Is(child, "amod") && !ClauseWords.Is("definite", tree.Lemma(child))) || tree.Is(child, "nmod") || tree.Is(child, "compound") || tree.Is(child, "acl"))
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
            PloverType.CONSULT when tree.Lemma(head) is "summit" or "conference" => told.Rule.Type == PloverType.CONSULT && told.Lemma.Contains(tree.Lemma(head), StringComparison.Ordinal),
            PloverType.CONSULT => told.Rule.Type == PloverType.CONSULT && (told.Rule.Id == "consult.visit") == (noun.Id == "consult.visit"),
            PloverType.SUPPORT => told.Rule.Id == noun.Id,
            _ => told.Rule.Id == noun.Id && (told.Lemma.Contains(tree.Lemma(head), StringComparison.Ordinal) || (ClauseWords.Is("dying", tree.Lemma(head)) && ClauseWords.Is("dying", told.Lemma))),
        };
}
