using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Cues;

/// <summary>"Residents urged to leave": in a headline the auxiliary is left out; who is urged says nothing.</summary>
internal sealed class HeadlinePassives(DependencyTree tree, QuotedTokens quoted, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Makes whom the parser took for the speaker the one spoken to.</summary>
    public void Apply(List<Attribution> attributions)
    {
        for (int k = 0; k < attributions.Count; k++)
        {
            Attribution found = attributions[k];
            if (found.Cue is not { Kind: CueKind.Verb, Passive: false, Entry.Lemma: "urge" or "order" or "warn" or "tell" or "advise" or "instruct" or "ask" or "request" or "encourage" or "command" } cue || found.Source.IsEmpty
                || Tokens.Sentences[Tokens.SentenceOf(cue.Head)].Part is not (TextPart.Title or TextPart.Heading) || quoted.Of(cue.Head) >= 0)
            {
                continue;
            }

            int next = cue.Tokens[^1] + 1, told = linker.Head(found.Source.Tokens);
            bool isPassive = tree.HasFeature(cue.Head, "Tense=Past") && tree.Child(cue.Head, "aux") < 0 && tree.Child(cue.Head, "obj") < 0 && told < cue.Head && next < Tokens.Count && tree.Lower(next) is "to" or "not" && found.Content.Tokens is [var first, ..] && first == next;
            if (isPassive)
            {
                attributions[k] = new Attribution(cue with { Passive = true }, Choice.None, found.Content) { Addressee = told, IsRead = found.IsRead, Hedge = found.Hedge };
            }
        }
    }
}
