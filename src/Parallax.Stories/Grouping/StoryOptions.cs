namespace Parallax.Stories.Grouping;

/// <summary>Thresholds of grouping, in thousandths of a cosine; calibrated on the dev parts of ECB+ and FA-KES.</summary>
public sealed record StoryOptions
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

    /// <summary>Hundredths of a bit from which a name counts as rare.</summary>
    public int RareName { get; init; } = 350;

    /// <summary>Reports with a name from which it is no longer one matter's.</summary>
    public int ReportsOfOneName { get; init; } = 10;

    /// <summary>Rare names that two reports share from which days cost nothing: a follow-up names what it follows.</summary>
    public int NamesOfOneStory { get; init; } = 8;

    /// <summary>Days between two reports from which shared names are no longer enough.</summary>
    public int LongestStory { get; init; } = 14;

    /// <summary>Thousandths of the likeness that such a follow-up keeps at least.</summary>
    public int FollowUp { get; init; } = 750;

    /// <summary>Distinct stems up to which a report counts as short.</summary>
    public int ShortStems { get; init; } = 120;

    /// <summary>How much each further stem of the shorter of two reports takes from their likeness, in thousandths of it.</summary>
    public int LengthCosts { get; init; } = 3;

    /// <summary>Stems of a report by which its neighbours are looked for.</summary>
    public int KeyStems { get; init; } = 120;

    /// <summary>Average likeness from which what is left over joins a story of chosen reports; reports of unlike matters stay under it.</summary>
    public int JoinLeft { get; init; } = 110;

    /// <summary>In hundredths, how many times as like as the next story that one must be.</summary>
    public int LeftNearer { get; init; } = 140;

    /// <summary>Reports up to which a group is left over.</summary>
    public int MostLeft { get; init; } = 3;

    /// <summary>Reports from which a group is a story that takes in what is left over.</summary>
    public int LeastStory { get; init; } = 3;

    /// <summary>In hundredths, the share of the reports that such stories must hold for what is left over to join them.</summary>
    public int MostlyStories { get; init; } = 40;
}
