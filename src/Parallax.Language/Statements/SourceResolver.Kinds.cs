using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <content>What a source is by its words alone.</content>
internal sealed partial class SourceResolver
{
    /// <summary>What a named body is, by the words of its name.</summary>
    public ActorKind BodyKind(string name)
    {
        ActorKind kind = ActorKind.Organization;
        foreach (string part in name.Split([' ', ',', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.ToLowerInvariant();
            if (lexicon.In("agency-words", word))
            {
                return name.Contains("Intelligence", StringComparison.Ordinal) ? ActorKind.Government : ActorKind.Agency;
            }

            if (lexicon.In("government-words", word))
            {
                kind = ActorKind.Government;
            }
            else if (kind == ActorKind.Organization && lexicon.In("outlet-words", word))
            {
                kind = ActorKind.Outlet;
            }
        }

        return kind;
    }

    // "44 percent of voters", "a large share of those asked", "63%": so many of them.
    private bool IsShare(int head, List<int> phrase) => tree.Lower(head) is "percent" or "%" or "few" or "several" or "most" or "percentage" or "share" or "proportion" or "majority" or "minority" or "number" or "lot" or "half" or "third" or "quarter" or "dozens" or "hundreds" or "thousands"
        || (Tokens.Tags[head] == UniversalTag.Noun && tree.Lower(head) is "cent" or "cents" && phrase.Exists(i => tree.Lower(i) == "per")) || Tokens.Form(head).EndsWith("%", StringComparison.Ordinal);
}
