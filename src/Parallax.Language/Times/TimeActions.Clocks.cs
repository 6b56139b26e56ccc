using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Language.Phrases;

namespace Parallax.Language.Times;

/// <content>Clock times.</content>
internal static partial class TimeActions
{
    private static object? Clock(in PhraseMatch match)
    {
        TimeNode? time = match.Item<TimeNode>("time");
        int hour = match.Int("hour") ?? time?.Hour ?? -1;
        int? minute = match.Int("minute") ?? time?.Minute, second = match.Int("second") ?? time?.Second;
        if (match.Int("clock4") is { } four)
        {
            (hour, minute) = (four / 100, four % 100);
        }

        if (match.Has("past") || match.Has("to"))
        {
            int minutes = (int)(match.Number("past") ?? match.Number("to") ?? 0);
            (hour, minute) = match.Has("to") ? ((hour + 23) % 24, 60 - minutes) : (hour, minutes);
        }

        bool known = match.Has("known") || hour > 12 || hour == 0 || (time?.HalfDayKnown ?? false);
        string? half = match.Text("half");
        if (half is not null)
        {
            if (hour is > 12 and < 24 && half == "pm")
            {
                half = null;
            }

            if (half is not null && (hour > 12 || hour < 0))
            {
                return null;
            }

            half = half switch { "MO" or "DA" => "am", "AF" or "EV" or "MI" => "pm", "NI" => "night", _ => half };
            hour = half switch { "am" => hour % 12, "pm" => (hour % 12) + 12, "night" => hour is >= 6 and < 12 ? hour + 12 : hour % 12, _ => hour };
            known = true;
        }

        return hour is < 0 or > 24 || minute is > 59 or < 0
            ? null
            : new TimeNode { Type = TimexType.TIME, Hour = hour == 24 ? 0 : hour, Minute = minute, Second = second, HalfDayKnown = known, Modifier = match.Text("mod") ?? time?.Modifier };
    }
}
