namespace Parallax.Stories.Grouping;

/// <summary>Thresholds of grouping, in thousandths of a cosine; calibrated on the dev parts of ECB+ and FA-KES.</summary>
internal sealed record StoryOptions
{
    /// <summary>Average likeness from which two groups are one.</summary>
    public int Join { get; init; } = 220;

    /// <summary>Likeness below which a pair is not looked at.</summary>
    public int Look { get; init; } = 30;

    /// <summary>Days between two reports that cost nothing.</summary>
    public int FreeDays { get; init; } = 1;

    /// <summary>Thousandths by which the likeness of two reports of neighbouring days is multiplied.</summary>
    public int NearInTime { get; init; } = 1250;

    /// <summary>Thousandths of the likeness that each further day costs.</summary>
    public int DayCosts { get; init; } = 250;

    /// <summary>Thousandths that a pair keeps however far apart in days: a follow-up shares rare names with what it follows.</summary>
    public int FarInTime { get; init; } = 500;

    /// <summary>Distinct stems up to which a report counts as short.</summary>
    public int ShortStems { get; init; } = 120;

    /// <summary>How much each further stem of the shorter of two reports takes from their likeness, in thousandths of it.</summary>
    public int LengthCosts { get; init; } = 3;

    /// <summary>Stems of a report by which its neighbours are looked for.</summary>
    public int KeyStems { get; init; } = 120;
}
