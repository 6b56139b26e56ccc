using System.Collections.Immutable;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <summary>The short names of papers and stations ("the Post", "ostbypost.com", "the Ostby Post's website") and of what a body issues ("an OPD release").</summary>
internal static class OutletNames
{
    // Letters from which the last word of a name can stand for it: "Post", "Times"; not "TV".
    private const int LettersOfShort = 4;

    private static readonly Lazy<HashSet<string>> Sides = new(static () => Words("outlet-side:")), Issued = new(static () => Words("issued:")), Inquiries = new(static () => Words("inquiry:")),
        Behind = new(static () => Words("issued-behind:")), Voices = new(static () => Words("body-voice:")), Charges = new(static () => Words("charge:")), Alleging = new(static () => Words("alleging:")), Translating = new(static () => Words("translating:"));

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

        // "NH Post" of "New Halden Post"
        if (NameKeys.Tokens(bare) is [var initials, var last] && last == name[^1] && name.Length > 2)
        {
            return char.IsUpper(bare[0]) && initials == string.Concat(name.Take(name.Length - 1).Select(static w => w[0]));
        }

        return bare.Length >= LettersOfShort && char.IsUpper(bare[0]) && NameKeys.Tokens(bare) is [var only] && only == name[^1];
    }

    /// <summary>"Ostby Post" of "Ostby Post's online service"; else null.</summary>
    public static string? OwnerOfSide(string name)
    {
        int mark = Math.Max(name.LastIndexOf("'s ", StringComparison.Ordinal), name.LastIndexOf("’s ", StringComparison.Ordinal));
        return mark > 0 && Array.TrueForAll(name[(mark + 3)..].Split(' '), static w => Sides.Value.Contains(w.ToLowerInvariant())) ? name[..mark] : null;
    }

    /// <summary>"OPD" of "an OPD press release", "police" of "a police statement", "Orvane" of "a statement from Orvane"; empty of what tells no issuer.</summary>
    public static string IssuerIn(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = parts is ["a" or "an" or "the" or "A" or "An" or "The", ..] ? 1 : 0, end = HeadEnd(parts);
        if (end == 0 || !Issued.Value.Contains(Lower(parts[end - 1])))
        {
            return "";
        }

        if (end + 1 < parts.Length && parts[end] is "from" or "by")
        {
            int stop = Array.FindIndex(parts, end + 1, static p => p.EndsWith(',') || Behind.Value.Contains(p));
            return Bare(string.Join(' ', parts[(end + 1)..(stop < 0 ? parts.Length : Behind.Value.Contains(parts[stop]) ? stop : stop + 1)]).TrimEnd(','));
        }

        end -= end - first > 2 && Lower(parts[end - 2]) is "press" or "news" or "media" or "written" ? 2 : 1;
        return end > first ? Bare(string.Join(' ', parts[first..end])) : "";
    }

    /// <summary>Whether this is what a body puts out: "the release", "a written statement by the club".</summary>
    public static bool IsIssued(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var parts && HeadEnd(parts) is > 0 and var end && Issued.Value.Contains(Lower(parts[end - 1]));

    /// <summary>Whether the words tell of something put out: "in a statement".</summary>
    public static bool HoldsIssued(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(static w => Issued.Value.Contains(Lower(w)));

    /// <summary>Whether this is what a court is given: "the criminal charges".</summary>
    public static bool IsCharge(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries) is var parts && HeadEnd(parts) is > 0 and var end && Charges.Value.Contains(Lower(parts[end - 1]));

    /// <summary>Whether a cue tells that somebody alleges, and not who.</summary>
    public static bool IsAlleging(string cue) => Alleging.Value.Contains(cue.ToLowerInvariant());

    /// <summary>Whether words name nobody but by whom they belong to: "her office".</summary>
    public static bool IsOwned(string words) => words.Split(' ')[0].ToLowerInvariant() is "his" or "her" or "its" or "their" or "my" or "our";

    /// <summary>The body of whom words call those who speak with its voice: "HSC" of "HSC analysts"; else empty.</summary>
    public static string BodyOfVoice(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int first = parts is ["the" or "The", ..] ? 1 : 0;
        return parts.Length - first is > 1 and < 6 && Voices.Value.Contains(parts[^1]) && char.IsUpper(parts[first][0]) ? Bare(string.Join(' ', parts[first..^1])) : "";
    }

    /// <summary>"Hadi" of "Dorn, who translated for Hadi"; else null.</summary>
    public static string? TranslatedFor(string words)
    {
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int verb = Array.FindIndex(parts, static p => Translating.Value.Contains(p));
        bool isFor = verb > 0 && verb + 2 < parts.Length && parts[verb + 1] == "for" && parts.Length - verb <= 5 && parts[(verb + 2)..].All(static p => char.IsUpper(p[0]));
        return isFor ? string.Join(' ', parts[(verb + 2)..]) : null;
    }

    private static string Lower(string word) => word.TrimEnd(',', ';').ToLowerInvariant();

    // Behind the noun that heads a row of words.
    private static int HeadEnd(string[] parts) => Array.FindIndex(parts, static p => p.EndsWith(',') || Behind.Value.Contains(p)) switch
    {
        < 0 => parts.Length,
        int at => parts[at].EndsWith(',') ? at + 1 : at,
    };

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
