using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Tells a plan in reported speech ("said it would send divers", "said the yard would be closed") from what a thing, a rule or a case would bring about ("said the rule would let agencies decide"), which is told and not announced.</summary>
internal static class Plans
{
    private static readonly Lazy<HashSet<string>> States = new(static () => StoriesData.Words("en/propositions/states.txt"));

    /// <summary>Whether a clause with "would", told as somebody's word, announces something.</summary>
    public static bool IsOne(Tree tree, EntityLayer entities, int top)
    {
        TokenLayer tokens = tree.Tokens;
        if (tokens.Tags[top] == UniversalTag.Verb && States.Value.Contains(tokens.Lemmas[top].ToLowerInvariant()))
        {
            return false;
        }

        int passive = tree.Children(top).FirstOrDefault(c => tokens.Relations[c] is "nsubj:pass", -1), subject = passive >= 0 ? passive : tree.Child(top, "nsubj");
        if (passive >= 0 || subject < 0 || tokens.Tags[subject] == UniversalTag.Pron)
        {
            return true;
        }

        return entities.At(tokens.Span(subject)) is { Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Group or ActorKind.Outlet or ActorKind.Agency or ActorKind.Unnamed } || PredicateLexicon.English.Thing(tokens.Lemmas[subject].ToLowerInvariant(), [])?.Thing is "person" or "worker" or "police" or "soldier" or "fighter"
            || tokens.Tags[top] == UniversalTag.Verb && tree.Child(top, "obj", "ccomp", "xcomp") < 0; // "the talks would begin on Monday"
    }
}
