using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Names;

namespace Parallax.Language.Coreference.Mentions;

/// <summary>The country that the words of a phrase tell.</summary>
internal static class PhraseCountry
{
    /// <summary>The country: null where none is told, where two stand before the noun ("Norlandic and Ruritanian officials"), or where one only stands behind "to", "against", "like".</summary>
    /// <param name="countries">Knows the countries.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="first">First token of the phrase.</param>
    /// <param name="end">Index after its last.</param>
    /// <param name="except">The noun of the phrase; -1 for a name, of which the first country is told.</param>
    public static string? In(ICountryLookup countries, TokenLayer tokens, int first, int end, int except)
    {
        string? found = null;
        for (int t = first; t < end; t++)
        {
            if (t > except && except >= 0 && BodyWords.Is("no-country", tokens.Form(t).ToString()))
            {
                break;
            }

            if (t == except || !char.IsUpper(tokens.Form(t)[0]))
            {
                continue;
            }

            // "the Persian Gulf", "the South China Sea": whatever countries its words tell of.
            (int listed, ImmutableArray<GazetteerEntry> entries) = Gazetteer.English.LongestAt(tokens, t);
            // "New Jersey", "New Mexico": what is listed as a whole tells of no country by its parts.
            if (listed > 1 && (entries[0].Kind is GazetteerKind.NaturalPlace || (entries[0].Kind is GazetteerKind.Region or GazetteerKind.City && countries.CountryOfName(tokens.Text.Slice(tokens.Span(t, t + listed))) is null)))
            {
                t += listed - 1;
                continue;
            }

            string word = tokens.Form(t).ToString();
            string? two = t + 1 < end ? string.Concat(word, " ", tokens.Form(t + 1)) : null;
            string? code = (two is null ? null : countries.CountryOfName(two) ?? countries.CountryOfDemonym(two)) ?? countries.CountryOfName(word) ?? countries.CountryOfDemonym(word) ?? countries.CountryOfSeat(word);
            if (code is null)
            {
                continue;
            }

            if (found is not null && found != code && t < except && tokens.Form(t - 1) is "and" or "or")
            {
                return null;
            }

            if (except < 0)
            {
                return code;
            }

            found ??= code;
        }

        return found;
    }
}
