using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Syntax;

/// <summary>The place words before the dash, or in capitals before the colon, with which a report begins ("Lanor, Norland – The minister …", "LANOR: The minister …"): no part of the sentence that follows.</summary>
internal static class Dateline
{
    private const int Longest = 10;

    /// <summary>Index after the dash or colon of the sentence's dateline; the sentence's first token where it has none.</summary>
    public static int EndOf(TokenLayer tokens, int sentence)
    {
        Sentence place = tokens.Sentences[sentence];
        int last = Math.Min(place.EndToken - 1, place.FirstToken + Longest);
        for (int t = place.FirstToken; t < last; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            if (t > place.FirstToken && form is "–" or "—" or "-" or "--")
            {
                return t + 1;
            }

            if (t > place.FirstToken && form is ":" && place.Part is not (TextPart.Title or TextPart.Heading) && t <= place.FirstToken + 3 && !tokens.Text.Slice(tokens.Span(place.FirstToken, t)).AsSpan().ContainsAnyInRange('a', 'z'))
            {
                return t + 1;
            }

            if (!char.IsUpper(form[0]) && !char.IsDigit(form[0]) && form is not ("," or "(" or ")" or "." or "/" or "of"))
            {
                break;
            }
        }

        return place.FirstToken;
    }
}
