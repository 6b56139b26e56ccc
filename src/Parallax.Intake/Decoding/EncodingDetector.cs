using System.Text;

namespace Parallax.Intake.Decoding;

/// <summary>Guesses the encoding of bytes that are not UTF-8 and declare nothing: each candidate is tried on the beginning, and the one whose text is most of one script wins.</summary>
/// <remarks>Deterministic; looks at the first 64 KiB. Western European text, whose letters are mostly ASCII, stays Windows-1252.</remarks>
internal static class EncodingDetector
{
    private const int Looked = 65_536, FewestLetters = 8;
    private const double SparseShare = 0.02, SureShare = 0.75;

    // Commonest characters of Chinese, simplified and traditional: the two encodings decode each other's bytes to rare ones.
    private const string CommonHan = "的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心本前开開但因只从從想实實";

    private static readonly (string Name, Func<char, bool> IsOfScript)[] Candidates =
    [
        ("shift_jis", static c => c is >= '\u3040' and <= '\u30FF' and not '\u30FB'),
        ("euc-jp", static c => c is >= '\u3040' and <= '\u30FF' and not '\u30FB'),
        ("euc-kr", static c => c is >= '\uAC00' and <= '\uD7A3'),
        ("gb18030", static c => CommonHan.Contains(c, StringComparison.Ordinal)),
        ("big5", static c => CommonHan.Contains(c, StringComparison.Ordinal)),
        ("windows-1251", static c => c is >= 'а' and <= 'я' or 'і' or 'ї' or 'є'),
        ("koi8-r", static c => c is >= 'а' and <= 'я'),
        ("ibm866", static c => c is >= 'а' and <= 'я'),
        ("windows-1253", static c => c is >= 'ά' and <= 'ώ'),
        ("windows-1256", static c => c is >= '\u0621' and <= '\u064A'),
        ("windows-1255", static c => c is >= '\u05D0' and <= '\u05EA'),
        ("windows-874", static c => c is >= '\u0E01' and <= '\u0E4E'),
    ];

    /// <summary>The encoding, or null where nothing but Western European fits.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, Looked)];
        int high = 0, letters = 0;
        foreach (byte b in head)
        {
            high += b >= 0x80 ? 1 : 0;
            letters += b >= 0x80 || char.IsAsciiLetter((char)b) ? 1 : 0;
        }

        if (high < FewestLetters || high < letters * SparseShare)
        {
            return null;
        }

        Encoding? best = null;
        double bestShare = 0;
        foreach ((string name, Func<char, bool> isOfScript) in Candidates)
        {
            Encoding encoding = Named(name)!; // All are in the framework.
            double share = Share(encoding.GetString(head), isOfScript, out bool ideographs);
            double enough = ideographs ? 0.12 : SureShare;
            if (share / enough > bestShare && share >= enough)
            {
                (best, bestShare) = (encoding, share / enough);
            }
        }

        return best;
    }

    /// <summary>An encoding by its name that puts U+FFFD where bytes are not valid in it, or null where nobody knows the name.</summary>
    /// <exception cref="ArgumentException">The name is no name of an encoding.</exception>
    public static Encoding? Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    // Share of the characters beyond ASCII that are commonest ones of the script; broken ones count double against it.
    private static double Share(string text, Func<char, bool> isOfScript, out bool ideographs)
    {
        int beyond = 0, hits = 0, han = 0;
        foreach (char c in text)
        {
            if (c < 0x80 || c is '\u00A0' or '«' or '»' or '—' or '–' or '“' or '”' or '’')
            {
                continue;
            }

            beyond += c == '\uFFFD' || char.IsControl(c) || (c is >= '\uE000' and <= '\uF8FF') || (c is >= '\uFF61' and <= '\uFF9F') ? 4 : 1;
            han += c is >= '\u4E00' and <= '\u9FFF' or >= '\u3000' and <= '\u30FF' or >= '\uFF01' and <= '\uFF5E' ? 1 : 0;
            hits += isOfScript(c) ? 1 : 0;
        }

        ideographs = han * 2 > beyond;
        return beyond == 0 ? 0 : (double)hits / beyond;
    }
}
