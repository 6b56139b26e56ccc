using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Tells a plan in reported speech ("said it would send divers", "said the yard would be closed") from what a thing, a rule or a case would bring about ("said the rule would let agencies decide"), which is told and not announced.</summary>
internal static class Plans
{
    private static readonly Lazy<HashSet<string>> States = new(static () => StoriesData.Words("en/propositions/states.txt"));

    /// <summary>Whether a plan is told of a time that is over ("was planning to sail", "had hoped to"): nothing is announced by it. In somebody's reported words "were planning" may be his "are planning", so that something must have come in between ("when the shot fell").</summary>
    public static bool IsOver(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        if (IsPastDue(report, told) || IsTimeless(tokens, told))
        {
            return true;
        }

        bool wasDoing = false, hadDone = false, cameBetween = false;
        Sentence sentence = tokens.Sentences[told.Sentence];
        for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
        {
            if (tokens.Heads[token] != told.Top)
            {
                cameBetween |= tokens.Form(token) is "when" && token > told.Top && tokens.Heads[token] is >= 0 and int clause && tokens.Heads[clause] == told.Top;
                continue;
            }

            bool isPast = tokens.Relations[token] == "aux" && tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal);
            wasDoing |= isPast && tokens.Lemmas[token] == "be" && tokens.Form(told.Top).EndsWith("ing", StringComparison.Ordinal);
            hadDone |= isPast && tokens.Lemmas[token] == "have";
        }

        return hadDone || (wasDoing && (told.Statement is null or { Manner: Manner.Direct } || cameBetween));
    }

    // "the coast will always be the coast", "such people will never learn": no plan of anybody.
    private static bool IsTimeless(TokenLayer tokens, Proposition told)
    {
        Sentence sentence = tokens.Sentences[told.Sentence];
        return told is { Times.IsEmpty: true, Event: null } && Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == told.Top && tokens.Relations[t] == "advmod" && tokens.Form(t) is "always" or "never" or "forever");
    }

    // "was due to sail in May", told in July: whatever became of it, it is planned no more.
    private static bool IsPastDue(AnnotatedReport report, Proposition told)
    {
        TokenLayer tokens = report.Tokens;
        Sentence sentence = tokens.Sentences[told.Sentence];
        bool wasDue = Enumerable.Range(sentence.FirstToken, sentence.EndToken - sentence.FirstToken).Any(t => tokens.Heads[t] == told.Top && tokens.Relations[t] is "cop" or "aux" or "aux:pass" && tokens.Features[t].Contains("Tense=Past", StringComparison.Ordinal));
        return wasDue && report.Report.Published is { } published && NodaTime.Text.LocalDatePattern.Iso.Parse(ReportSet.Earliest(published) ?? "") is { Success: true, Value: var day }
            && told.Times.Any(t => t.Relation is null && (t.Interval.Latest is { } latest ? latest < day : t.Interval is { Month: { } month, Day: null } && month < day.Month));
    }

    /// <summary>Whether a clause is what somebody is to have done ("we are glad to have Quill lead the crew"): nobody says that it was.</summary>
    public static bool IsToBeDone(Tree tree, int top) =>
        tree.Relation(top) is "ccomp" or "xcomp" && tree.Tokens.Heads[top] is >= 0 and var having && having < top && tree.Is(having, "have") && tree.Children(having, "mark", "aux").Any(m => tree.Is(m, "to"))
        && tree.Tokens.Tags[top] == UniversalTag.Verb && tree.Tokens.Form(top).Equals(tree.Tokens.Lemmas[top], StringComparison.OrdinalIgnoreCase) && !tree.Tokens.Features[top].Contains("Tense=Past", StringComparison.Ordinal);

    /// <summary>Whether a clause with "would", told as somebody's word, announces something.</summary>
    public static bool IsOne(Tree tree, EntityLayer entities, int top)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Tags[top] == UniversalTag.Verb && States.Value.Contains(tokens.Lemmas[top].ToLowerInvariant()))
        {
            return false;
        }

        // "showing favour would hamper the talks": what would come of it is no plan.
        if (tree.Child(top, "csubj", "csubj:pass") is var deed && deed >= 0 && deed < top)
        {
            return false;
        }

        int passive = tree.Children(top).FirstOrDefault(c => tokens.Relations[c] is "nsubj:pass", -1), subject = passive >= 0 ? passive : tree.Child(top, "nsubj");
        // "the gain would be swamped by the costs": a thing does it.
        if (passive >= 0 && tree.Child(top, "obl:agent") is var agent && agent >= 0 && entities.At(tokens.Span(agent)) is null && !IsSomebody(tokens, agent) && entities.At(tokens.Span(subject)) is null)
        {
            return false;
        }

        if (passive >= 0 || subject < 0 || tokens.Tags[subject] == UniversalTag.Pron)
        {
            return true;
        }

        return entities.At(tokens.Span(subject)) is { Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Group or ActorKind.Outlet or ActorKind.Agency or ActorKind.Unnamed } || IsSomebody(tokens, subject)
            || tokens.Tags[top] == UniversalTag.Verb && tree.Child(top, "obj", "ccomp", "xcomp") < 0; // "the talks would begin on Monday"
    }

    private static bool IsSomebody(TokenLayer tokens, int noun) => PredicateLexicon.English.Thing(tokens.Lemmas[noun].ToLowerInvariant(), [])?.Thing is "person" or "worker" or "police" or "soldier" or "fighter";
}
