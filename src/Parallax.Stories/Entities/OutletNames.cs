using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <summary>The short names of papers and stations ("the Post", "ostbypost.com", "the Ostby Post's website") and of what a body issues ("an OPD release").</summary>
internal static class OutletNames
{
    // Letters from which the last word of a name can stand for it: "Post", "Times"; not "TV".
    private const int LettersOfShort = 4;

    private static readonly Lazy<HashSet<string>> Sides = new(static () => Words("outlet-side:")), Issued = new(static () => Words("issued:")), Inquiries = new(static () => Words("inquiry:"));

    /// <summary>The words without the article before them and the possessive behind.</summary>
    public static string Bare(string words)
    {
        string bare = words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? words[4..] : words;
        return bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
    }

    /// <summary>Whether <paramref name="called"/> is a short name of the outlet of the full name: its last word, its site, or its online service.</summary>
    public static bool IsShort(string called, string full)
    {
        ImmutableArray<string> name = NameKeys.Tokens(full);
        string bare = Bare(called);
        if (name.Length < 2)
        {
            return false;
        }

        int stop = bare.LastIndexOf('.');
        if (stop > 3 && !bare.Contains(' ', StringComparison.Ordinal))
        {
            string site = (bare.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? bare[4..stop] : bare[..stop]).ToLowerInvariant();
            return site.Replace("-", "", StringComparison.Ordinal) is var letters && (letters == string.Concat(name) || letters == "the" + string.Concat(name));
        }

        if (OwnerOfSide(bare) is { } owner)
        {
            return NameKeys.Tokens(owner).SequenceEqual(name);
        }

        return bare.Length >= LettersOfShort && char.IsUpper(bare[0]) && NameKeys.Tokens(bare) is [var only] && only == name[^1];
    }

    /// <summary>"Ostby Post" of "Ostby Post's online service"; else null.</summary>
    public static string? OwnerOfSide(string name)
    {
        int mark = Math.Max(name.LastIndexOf("'s ", StringComparison.Ordinal), name.LastIndexOf("’s ", StringComparison.Ordinal));
        return mark > 0 && Array.TrueForAll(name[(mark + 3)..].Split(' '), static w => Sides.Value.Contains(w.ToLowerInvariant())) ? name[..mark] : null;
    }

    /// <summary>"OPD" of "an OPD press release", "police" of "a police statement"; empty of what tells no issuer.</summary>
    public static string IssuerIn(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = parts is ["a" or "an" or "the" or "A" or "An" or "The", ..] ? 1 : 0, end = parts.Length;
        bool isIssued = end - first > 1 && Issued.Value.Contains(parts[^1].ToLowerInvariant());
        end -= isIssued && end - first > 2 && parts[^2].ToLowerInvariant() is "press" or "news" or "media" ? 2 : 1;
        return isIssued ? Bare(string.Join(' ', parts[first..end])) : "";
    }

    /// <summary>Whether this is what a body found out, and no name: "an initial investigation of the scene".</summary>
    public static bool IsInquiry(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int end = Array.FindIndex(parts, static w => w is "of" or "into" or "at" or "by");
        return end != 0 && parts.Length > 0 && Inquiries.Value.Contains(parts[(end < 0 ? parts.Length : end) - 1].ToLowerInvariant()) && !parts.Skip(1).Any(static w => char.IsUpper(w[0]));
    }

    private static HashSet<string> Words(string list) =>
        [.. StoriesData.Lines("en/entities/story-bodies.txt").Where(l => l.StartsWith(list, StringComparison.Ordinal)).SelectMany(l => l[list.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
