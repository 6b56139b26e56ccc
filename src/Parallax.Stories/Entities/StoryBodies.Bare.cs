using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <content>Bodies of a state called by their noun alone.</content>
internal sealed partial class StoryBodies
{
    // "the Navy" is the one navy that its report names, else that the story names or names in three times as many reports as any other; "the Ministry" likewise.
    private void BareNouns(int[] story)
    {
        (int At, string Noun, bool IsBare)[] called = [.. story.Select(i => (i, NounOf(all[i], out bool bare), bare)).Where(static c => c.Item2.Length > 0)];
        foreach ((int bare, string noun, _) in called.Where(static c => c.IsBare).OrderBy(static c => c.At))
        {
            string report = all[bare].Mentions[0].Report;
            int[] named = [.. called.Where(c => !c.IsBare && c.Noun == noun).Select(static c => c.At)];
            int[] near = [.. named.Where(i => all[i].Mentions[0].Report == report)], heads = [.. (near.Length > 0 ? near : named).Select(sets.Find).Distinct()];
            int? body = heads is [var only] ? only : near.Length > 0 ? null : ForemostBody(named);
            if (body is { } whole)
            {
                JoinForce(whole, bare, $"“{all[bare].Name}” is the one {noun} that {(near.Length > 0 ? "its report" : "the story")} names: “{all[whole].Name}”");
            }
        }
    }

    private int? ForemostBody(int[] named)
    {
        (int Head, int Reports)[] told = [.. named.GroupBy(sets.Find).Select(g => (g.Key, g.Select(i => all[i].Mentions[0].Report).Distinct(StringComparer.Ordinal).Count())).OrderByDescending(static t => t.Item2).ThenBy(static t => t.Key)];
        return told.Length > 1 && told[0].Reports >= ReportsOfForemost && told[0].Reports >= 3 * told[1].Reports ? told[0].Head : null;
    }

    // The noun that every name of the entity ends in, where such a body may be called by it alone; else empty.
    private static string NounOf(Entity entity, out bool isBare)
    {
        isBare = false;
        if (entity.Kind is not (ActorKind.Government or ActorKind.Organization or ActorKind.Group) || entity.Mentions.Length == 0)
        {
            return "";
        }

        ImmutableArray<string>[] names = [.. entity.Aliases.Prepend(entity.Name).Select(NameKeys.BodyTokens).Where(static n => n.Length > 0)];
        if (names.Length == 0 || !Bare.Value.Contains(names[0][^1]) || !Array.TrueForAll(names, n => n[^1] == names[0][^1]))
        {
            return "";
        }

        isBare = Array.TrueForAll(names, static n => n.Length == 1) && entity.Country is null;
        bool isNamed = Array.Exists(names, static n => n.Length > 1) || entity.Country is not null;
        return isBare || isNamed ? names[0][^1] : "";
    }
}
