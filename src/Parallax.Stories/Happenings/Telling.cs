namespace Parallax.Stories.Happenings;

/// <summary>How surely a clause or noun tells an event as one of the story.</summary>
internal enum Telling
{
    /// <summary>It is wanted, charged, compared, named as a topic, or part of a name: nobody tells that it was.</summary>
    None,

    /// <summary>By words that say who or what somebody is, or that leave open who did it: enough where a second report tells it.</summary>
    Aside,

    /// <summary>Told as something that was.</summary>
    Full,
}
