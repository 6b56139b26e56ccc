namespace Parallax.Language.Times;

/// <summary>Units of time, from short to long.</summary>
internal enum TimeUnit : byte
{
#pragma warning disable CS1591 // The names say it.
    None, Second, Minute, Hour, BusinessDay, Day, Weekend, Week, Fortnight, Month, Quarter, Season, HalfYear, Year, Decade, Century, Millennium,
#pragma warning restore CS1591
}
