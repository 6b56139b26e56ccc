namespace Parallax.Language.Coreference.Mentions;

/// <summary>What kind of thing a noun or name stands for, as far as words alone tell it.</summary>
internal enum NounClass : byte
{
    Unknown, Person, People, Government, Organization, Outlet, Agency, Document, Facility, Place, Country, Product, Event, Time,
}

/// <summary>Number of a mention.</summary>
internal enum MentionNumber : byte
{
    Unknown, Singular, Plural,
}

/// <summary>Gender of a mention; <see cref="Neuter"/> is a thing, a place, a body.</summary>
internal enum MentionGender : byte
{
    Unknown, Male, Female, Neuter,
}
