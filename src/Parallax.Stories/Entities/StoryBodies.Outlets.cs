using Parallax.Core.Accounts;

namespace Parallax.Stories.Entities;

/// <content>Papers and stations under their short names.</content>
internal sealed partial class StoryBodies
{
    // "the Post", "ostbypost.com" and "the Ostby Post's online service" are "the Ostby Post" where their report, or else the story, names one outlet that they can be short for.
    private void Outlets(int[] story)
    {
        int[] outlets = [.. story.Where(i => all[i].Kind == ActorKind.Outlet)];
        foreach (int called in story.Where(i => all[i].Kind is ActorKind.Outlet or ActorKind.Organization or ActorKind.Other))
        {
            string name = all[called].Name, report = all[called].Mentions[0].Report;
            int[] full = [.. outlets.Where(o => all[o].Aliases.Prepend(all[o].Name).Any(n => OutletNames.IsShort(name, n)))];
            bool isBare = all[called].Kind != ActorKind.Outlet && OutletNames.OwnerOfSide(name) is null && !name.Contains('.', StringComparison.Ordinal);
            int[] near = [.. full.Where(o => all[o].Mentions[0].Report == report)], heads = [.. (near.Length > 0 ? near : full).Select(sets.Find).Distinct()];
            if (heads is [var only] && !isBare && only != sets.Find(called) && !constraints.IsMerged(only) && !constraints.IsMerged(sets.Find(called)) && constraints.MayJoin(_members[only], _members[sets.Find(called)]))
            {
                Put(only, sets.Find(called), new EntityMatch(6, "story-outlet", $"“{name}” is short for the one outlet of that name: “{all[full[0]].Name}”"));
            }
        }
    }
}
