using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <content>Which police a report itself tells of, whatever entities it has: "the Ostby police chief".</content>
internal sealed partial class StoryBodies
{
    // Letters by which the police of "Norland" and "the Norlandic police" are of one place.
    private const int LettersOfPlace = 5;

    private readonly Dictionary<string, SortedSet<string>> _told = new(StringComparer.Ordinal);

    // What "police" alone is called by in its report: those of the one town that it tells of are not those of another's.
    private string ToldKey(string report) => Told(report) is { Count: > 0 } told ? "police of " + string.Join(" and ", told) : "police";

    // "police" of a report that tells of the police of another town, or of places and not of this force's, are not that force.
    private bool MayMean(string report, ImmutableArray<string> force)
    {
        SortedSet<string> told = Told(report);
        if (told.Count > 0)
        {
            return told.All(t => force.Any(f => AreOfOnePlace(t, f)));
        }

        string text = set[report].Report.Text.Text;
        return !PlacesOf(report) || force.Any(f => !f.Contains(' ', StringComparison.Ordinal) && f.EndsWith("pd", StringComparison.Ordinal)
            || f.Split(' ').Any(w => w.Length > 2 && text.Contains(w[..Math.Min(w.Length, LettersOfPlace)], StringComparison.OrdinalIgnoreCase)));
    }

    private bool PlacesOf(string report) => set[report].Entities.Entities.Any(static e => e.Kind == ActorKind.Place && e.Mentions.Any(static m => m.Form == MentionForm.Name));

    private static bool AreOfOnePlace(string told, string force) => told == force || (force.EndsWith("pd", StringComparison.Ordinal) && !force.Contains(' ', StringComparison.Ordinal) && force.StartsWith(string.Concat(told.Split(' ').Select(static w => w[0])), StringComparison.Ordinal))
        || told.Split(' ', '-').Any(t => t.Length > 2 && force.Split(' ', '-').Any(f => f.Length > 2 && f.AsSpan(0, Math.Min(f.Length, LettersOfPlace)).SequenceEqual(t.AsSpan(0, Math.Min(t.Length, LettersOfPlace)))));

    // "a Halden-Lund police officer", "the Ostby Police Department"; not "On Monday police", nor a headline in capitals.
    private SortedSet<string> Told(string report)
    {
        if (_told.TryGetValue(report, out SortedSet<string>? told))
        {
            return told;
        }

        _told[report] = told = new SortedSet<string>(StringComparer.Ordinal);
        string text = set[report].Report.Text.Text;
        for (int at = text.IndexOf("olice", StringComparison.Ordinal); at > 0; at = text.IndexOf("olice", at + 1, StringComparison.Ordinal))
        {
            string[] behind = text[Math.Min(text.Length, at + 6)..Math.Min(text.Length, at + 30)].Split(' ');
            bool isNamed = text[at - 1] == 'p' || (text[at - 1] == 'P' && ForceTails.Value.Contains(behind[0].TrimEnd(',', '.').ToLowerInvariant()));
            int end = at - 2, start = end;
            while (isNamed && start > 0 && text[start] == ' ' && WordBefore(text, start) is var word && char.IsUpper(text[word]))
            {
                start = word - 1;
            }

            ImmutableArray<string> name = end > start && start >= -1 && end > 0 ? [.. NameKeys.BodyTokens(text[(start + 1)..end].Trim()).SkipWhile(static w => WordList.IsStop(w) || ForceUnits.Value.Contains(w) || NameKeys.IsTitle(w))] : [];
            if (name.Length is 1 or 2 or 3 && !name.Any(static w => WordList.IsStop(w) || ForceUnits.Value.Contains(w) || ForceOthers.Value.Contains(w)))
            {
                told.Add(string.Join(' ', name));
            }
        }

        return told;
    }

    // Where the word before a space begins; the space itself where a mark or the line's end stands before it.
    private static int WordBefore(string text, int space)
    {
        int at = space;
        while (at > 0 && (char.IsLetter(text[at - 1]) || text[at - 1] is '-' or '’' or '\''))
        {
            at--;
        }

        return at;
    }
}
