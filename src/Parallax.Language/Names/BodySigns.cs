using System.Collections.Frozen;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;

namespace Parallax.Language.Names;

/// <summary>Companies that the network takes for persons, places or things: what stands beside a name in all its places in the report is weighed.</summary>
/// <remarks>"A spokesman for Orvane", "Orvane shares", "the security company Orvane" tell of a body; a title, a given name, "in Orvane", "the village of Orvane" of none.</remarks>
internal static class BodySigns
{
    private static readonly FrozenDictionary<string, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>> Lists = DataFile.Lines("en/names/body-signs.txt").Select(static l => l.Line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(static p => p[0], static p => p[1].Split(';', StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>(), StringComparer.Ordinal);

    /// <summary>Gives unlisted names that stand as companies do, and nowhere as persons and places do, the kind of a body.</summary>
    public static void Apply(TokenLayer tokens, NameColumns names, Gazetteer gazetteer)
    {
        HashSet<string> parts = new(names.Names.Where(static n => n.Kind == NameKind.Person && n.End - n.First > 1).SelectMany(n => Enumerable.Range(n.First, n.End - n.First)).Select(t => tokens.Form(t).ToString()), StringComparer.Ordinal);
        SortedDictionary<string, List<int>> bySpelling = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Names.Count; i++)
        {
            (int first, int end, NameKind kind) = names.Names[i];
            string spelling = tokens.Text.Slice(tokens.Span(first, end));
            bool open = kind is NameKind.Person or NameKind.Place or NameKind.City or NameKind.Product or NameKind.Event or NameKind.Other;
            if (open && end - first <= 3 && gazetteer.Find(spelling).IsEmpty && !parts.Contains(spelling) && char.IsUpper(spelling[0]) && (end - first == 1 || !gazetteer.IsGivenName(tokens.Form(first)) || IsShop(tokens, first, end)))
            {
                (bySpelling.TryGetValue(spelling, out List<int>? same) ? same : bySpelling[spelling] = []).Add(i);
            }
        }

        foreach ((_, List<int> same) in bySpelling)
        {
            (int body, int other) = (0, 0);
            foreach (int i in same)
            {
                (int first, int end, _) = names.Names[i];
                body += IsBody(tokens, first, end) ? 1 : 0;
                other += IsOther(tokens, gazetteer, first, end) ? 1 : 0;
            }

            foreach (int i in body > other ? same : [])
            {
                names.Names[i] = (names.Names[i].First, names.Names[i].End, NameKind.Organization);
            }
        }
    }

    private static bool IsBody(TokenLayer tokens, int first, int end)
    {
        ReadOnlySpan<char> before = At(tokens, first, first - 1), second = At(tokens, first, first - 2), after = At(tokens, first, end);
        return (before is "of" or "for" or "at" or "from" && Lists["before"].Contains(second)) || (Lists["after"].Contains(after) && tokens.Heads[end - 1] == end)
            || (Lists["capitals"].Contains(after) && tokens.Heads[end - 1] == end && end - first == 1 && tokens.Form(first).Length > 2 && !tokens.Form(first).ContainsAnyExceptInRange('A', 'Z'))
            || (Lists["kind"].Contains(before) && char.IsLower(before[0]) && tokens.Tags[first - 1] == UniversalTag.Noun) || IsShop(tokens, first, end);
    }

    // "the Karim Hadi jewellery store".
    private static bool IsShop(TokenLayer tokens, int first, int end)
    {
        int noun = tokens.Heads[end - 1] > end ? tokens.Heads[end - 1] : end;
        return noun <= end + 1 && Lists["shop"].Contains(At(tokens, first, noun)) && tokens.Heads[end - 1] == noun;
    }

    // "Mr Varan", "in Varan", "the town of Varan", "Varan, 43,".
    private static bool IsOther(TokenLayer tokens, Gazetteer gazetteer, int first, int end)
    {
        ReadOnlySpan<char> before = At(tokens, first, first - 1), second = At(tokens, first, first - 2), after = At(tokens, first, end);
        bool inside = before is "in" or "near" or "into" or "outside" && (after.IsEmpty || tokens.Tags[end] is not (UniversalTag.Propn or UniversalTag.Noun));
        bool age = after is "," && end + 1 < tokens.Count && char.IsDigit(tokens.Form(end + 1)[0]);
        return inside || age || (before is "of" && PlaceSigns.IsKind(second)) || PlaceSigns.IsKind(after) || (!before.IsEmpty && gazetteer.TitleKind(before) is not null);
    }

    private static ReadOnlySpan<char> At(TokenLayer tokens, int token, int at) =>
        at >= 0 && at < tokens.Count && tokens.SentenceOf(at) == tokens.SentenceOf(token) ? tokens.Form(at) : [];
}
