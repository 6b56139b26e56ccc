using Parallax.Core.Layers;
using Parallax.Language.Names;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>What a report tells of countries where it means by the name of one a state of another: then "Georgia lawmakers" and "Georgians" tell of no country.</summary>
/// <param name="world">What is known beforehand.</param>
/// <param name="codes">Countries that the report does not mean.</param>
internal sealed class StatesOfOneName(ICountryLookup world, IReadOnlySet<string> codes) : ICountryLookup
{
    /// <summary>What is known for a report with these names; <paramref name="world"/> itself where no state in it bears a country's name.</summary>
    public static ICountryLookup In(ICountryLookup world, TokenLayer tokens, IReadOnlyList<NameMention> names)
    {
        HashSet<string> codes = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            if (name.Kind == NameKind.Region && NameReadings.Both(Gazetteer.English, tokens.Text.AsSpan(name.Span)).Country is { } code)
            {
                codes.Add(code);
            }
        }

        return codes.Count == 0 ? world : new StatesOfOneName(world, codes);
    }

    public string? CountryOfName(string words) => Meant(world.CountryOfName(words));

    public string? CountryOfDemonym(string words) => Meant(world.CountryOfDemonym(words));

    public string? CountryOfCapital(string words) => world.CountryOfCapital(words);

    public string? CountryOfSeat(string words) => world.CountryOfSeat(words);

    private string? Meant(string? code) => code is not null && codes.Contains(code) ? null : code;
}
