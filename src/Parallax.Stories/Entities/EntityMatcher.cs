using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Propositions;

namespace Parallax.Stories.Entities;

/// <summary>The rule by which two entities are one, with its rank (lower is surer) and reason; rank 0 is "not one".</summary>
internal readonly record struct EntityMatch(int Rank, string Rule, string Why)
{
    /// <summary>Not shown to be one.</summary>
    public static EntityMatch None => default;
}

/// <summary>Decides whether two entities of different reports are one.</summary>
internal static class EntityMatcher
{
    /// <summary>The rule for one person under two surnames; holds only where no report tells of both.</summary>
    public const string OfficeVariant = "office-variant";

    /// <summary>The rule for one person under two forms of the given name that no list has; holds only where no report tells of both.</summary>
    public const string GivenVariant = "given-variant";

    /// <summary>The rule for one place in two spellings; holds only where no report tells of both.</summary>
    public const string PlaceVariant = "place-variant";

    // Surnames of fewer letters that differ by one are mostly two; by two, those of fewer than eight.
    private const int LettersForOne = 6, LettersForTwo = 8;

    /// <summary>The rule that joins two profiles, if any; symmetric.</summary>
    public static EntityMatch Compare(EntityProfile left, EntityProfile right)
    {
        if (Clash(left, right))
        {
            return EntityMatch.None;
        }

        return left.IsPerson ? Persons(left, right) : Bodies(left, right);
    }

    /// <summary>Whether two profiles cannot be one: other kinds, other countries, other given names.</summary>
    public static bool Clash(EntityProfile left, EntityProfile right)
    {
        if (!KindsFit(left.Entity.Kind, right.Entity.Kind) && !(left.IsSeat && right.Entity.Kind == ActorKind.Country) && !(right.IsSeat && left.Entity.Kind == ActorKind.Country))
        {
            return true;
        }

        // The country of a body may be told by what a report calls it alone; a name that no other bears is more.
        if (left.Entity.Country is { } country && right.Entity.Country is { } other && country != other && (left.IsPerson ? !IsOneHolder(left, right) : !IsOneName(left, right)))
        {
            return true;
        }

        if (!left.IsPerson)
        {
            return HaveOtherNames(left, right);
        }

        bool generations = left.Generation.Length > 0 && right.Generation.Length > 0 && left.Generation != right.Generation;
        generations |= (left.HasNamesake && right.Generation.Length == 0) || (right.HasNamesake && left.Generation.Length == 0);
        return generations || (left.Full.Length > 1 && right.Full.Length > 1 && !GivenNamesAgree(left.Full, right.Full) && !IsMiswritten(left, right) && !IsGivenVariant(left, right));
    }

    // "President Lena Dorn" of two reports, of which one has a country wrong: one name and surname, one office.
    private static bool IsOneHolder(EntityProfile left, EntityProfile right) => left.Full.Length > 1 && left.Full.SequenceEqual(right.Full)
        && left.Entity.Descriptions.SelectMany(OfficeWords).Intersect(right.Entity.Descriptions.SelectMany(OfficeWords), StringComparer.Ordinal).Any(NameKeys.IsTitle);

    // "Jan Varesdi", "Jann Varesdi", both mayor of Ostby.
    private static bool IsMiswritten(EntityProfile left, EntityProfile right) =>
        left.Full[^1] == right.Full[^1] && Math.Min(left.Full[0].Length, right.Full[0].Length) > 2 && NameKeys.DifferByLetters(left.Full[0], right.Full[0], 1) && OfficeOfBoth(left.Entity, right.Entity) is not null;

    // "Phil Varesdi" and "Phillip Varesdi"; "Giannis Varesdopoulos" and "Yiannis Varesdopoulos", whose surname nobody else will bear.
    private static bool IsGivenVariant(EntityProfile left, EntityProfile right) =>
        left.Full[^1] == right.Full[^1] && (NameKeys.IsCutShort(left.Full[0], right.Full[0]) || (left.Full[^1].Length >= LettersForTwo && NameKeys.DifferAtFirst(left.Full[0], right.Full[0])));

    private static EntityMatch Persons(EntityProfile left, EntityProfile right)
    {
        if (left.Full.Length == 0 || right.Full.Length == 0)
        {
            return EntityMatch.None;
        }

        string name = string.Join(' ', left.Full), other = string.Join(' ', right.Full);
        if (left.Full.Length > 1 && right.Full.Length > 1)
        {
            if (name == other)
            {
                return new EntityMatch(1, "same-name", $"both are called “{left.Entity.Name}”");
            }

            // "Ilan del Vares", "Ilan DelVares": one name, written together or apart.
            if (string.Concat(left.Full) == string.Concat(right.Full))
            {
                return new EntityMatch(2, "name-variant", $"“{left.Entity.Name}” and “{right.Entity.Name}” are one name, written together and apart");
            }

            if (!GivenNamesAgree(left.Full, right.Full) && !IsMiswritten(left, right) && IsGivenVariant(left, right))
            {
                return new EntityMatch(4, GivenVariant, $"“{left.Entity.Name}” and “{right.Entity.Name}” share the surname, and their given names are forms of one");
            }

            // "Ilan Varesdi", "Ilan Varezbi", both mayor of Ostby: one man as two ears heard him.
            if (!NameKeys.SoundsAlike(left.Full[^1], right.Full[^1]) && AreMisheard(left, right) && OfficeOfBoth(left.Entity, right.Entity) is { } office)
            {
                return new EntityMatch(4, OfficeVariant, $"“{left.Entity.Name}” and “{right.Entity.Name}” are alike in letters, and both are called {office}");
            }

            return NameKeys.SoundsAlike(left.Full[^1], right.Full[^1])
                ? new EntityMatch(left.Full[^1] == right.Full[^1] ? 2 : 3, "name-variant", $"“{left.Entity.Name}” and “{right.Entity.Name}” are spellings or parts of one name")
                : EntityMatch.None;
        }

        (EntityProfile single, EntityProfile full) = left.Full.Length == 1 ? (left, right) : (right, left);
        string surname = single.Full[0];
        bool isAlias = full.Names.Any(n => n.Length == 1 && n[0] == surname) || full.Full[^1] == surname;
        return isAlias
            ? new EntityMatch(full.Full.Length == 1 ? 2 : 5, "surname", $"“{single.Entity.Name}” is the surname of “{full.Entity.Name}”")
            : NameKeys.SoundsAlike(surname, full.Full[^1]) ? new EntityMatch(6, "surname-variant", $"“{single.Entity.Name}” is a spelling of the surname of “{full.Entity.Name}”") : EntityMatch.None;
    }

    private static bool AreMisheard(EntityProfile left, EntityProfile right)
    {
        (string a, string b) = (left.Full[^1], right.Full[^1]);
        bool given = left.Full[0] == right.Full[0] || NameKeys.SoundsAlike(left.Full[0], right.Full[0]);
        return given && Math.Min(a.Length, b.Length) >= LettersForOne && NameKeys.DifferByLetters(a, b, Math.Min(a.Length, b.Length) >= LettersForTwo ? 2 : 1);
    }

    // The office that both are said to hold, with the place or body it is of; null where there is none.
    private static string? OfficeOfBoth(Entity left, Entity right)
    {
        foreach (string description in left.Descriptions)
        {
            HashSet<string> words = OfficeWords(description);
            if (words.Count >= 2 && right.Descriptions.Any(d => OfficeWords(d) is var other && other.Intersect(words, StringComparer.Ordinal).Any(NameKeys.IsTitle) && other.Intersect(words, StringComparer.Ordinal).Any(static w => !NameKeys.IsTitle(w))))
            {
                return $"“{description}”";
            }
        }

        return null;
    }

    private static HashSet<string> OfficeWords(string description) =>
        [.. NameKeys.Tokens(description).Where(static w => w.Length > 2 && w is not ("for" or "the" or "and")).Select(static w => w is "gov" ? "governor" : w)];

    private static EntityMatch Bodies(EntityProfile left, EntityProfile right)
    {
        bool sameCountry = left.Entity.Country is not null && left.Entity.Country == right.Entity.Country;
        if (left.Entity.Kind == ActorKind.Country && right.Entity.Kind == ActorKind.Country && sameCountry)
        {
            return new EntityMatch(1, "same-country", $"both are the country {left.Entity.Country}");
        }

        if (sameCountry && ((left.IsSeat && right.Entity.Kind == ActorKind.Country) || (right.IsSeat && left.Entity.Kind == ActorKind.Country)))
        {
            return new EntityMatch(2, "same-state", $"“{left.Entity.Name}” and “{right.Entity.Name}” are the state {left.Entity.Country}");
        }

        if (sameCountry && left.IsSeat && right.IsSeat)
        {
            return new EntityMatch(1, "same-government", $"both are the government of {left.Entity.Country}");
        }

        foreach (ImmutableArray<string> name in left.Names)
        {
            foreach (ImmutableArray<string> other in right.Names)
            {
                bool where = name.Length >= 3 && Family(left.Entity.Kind) == 3 && Family(right.Entity.Kind) == 3;
                if (name.SequenceEqual(other) && (!NameKeys.IsGeneric(name) || sameCountry || name.Length >= 4 || where))
                {
                    return new EntityMatch(1, "same-name", $"both are called “{string.Join(' ', name)}”{(sameCountry ? $" of {left.Entity.Country}" : "")}");
                }
            }
        }

        if (left.Entity.Kind == ActorKind.Place && right.Entity.Kind == ActorKind.Place && left.Full is [var place] && right.Full is [var variant] && Math.Min(place.Length, variant.Length) >= LettersForOne && NameKeys.SoundsAlike(place, variant))
        {
            return new EntityMatch(4, PlaceVariant, $"“{left.Entity.Name}” and “{right.Entity.Name}” are spellings of one name");
        }

        if (left.Acronyms.Intersect(right.Acronyms, StringComparer.Ordinal).FirstOrDefault() is { } acronym)
        {
            return new EntityMatch(2, "same-acronym", $"both are called “{acronym}”");
        }

        if (InCapitals(left, right) || InCapitals(right, left))
        {
            return new EntityMatch(2, "same-spelling", $"“{left.Entity.Name}” and “{right.Entity.Name}” differ only in capitals");
        }

        if ((Spells(left, right) ?? Spells(right, left)) is { } spelt)
        {
            return new EntityMatch(3, "acronym", $"“{spelt}” is the acronym of the other's name");
        }

        if (left.Full.Length > 0 && right.Full.Length > 0 && left.Entity.Kind is not ActorKind.Country)
        {
            string squeezed = NameKeys.Squeezed(left.Full);
            bool medium = IsMedium(left) || IsMedium(right);
            if (squeezed.Length >= 4 && squeezed == NameKeys.Squeezed(right.Full) && (medium || !NameKeys.IsGeneric(left.Full)))
            {
                return new EntityMatch(3, "name-variant", $"“{left.Entity.Name}” and “{right.Entity.Name}” are one name with and without its ending");
            }

            if (IsShortCompany(left, right) || IsShortCompany(right, left))
            {
                return new EntityMatch(4, "short-company", $"“{left.Entity.Name}” and “{right.Entity.Name}” are the short and the full name of one company");
            }

            // "the Rovers", "the Red Rovers" and "the Halden Red Rovers"; "the Herald" and "the Halden Herald".
            if (IsLastWords(left, right) || IsLastWords(right, left))
            {
                return new EntityMatch(5, "last-words", $"“{left.Entity.Name}” and “{right.Entity.Name}” are the short and the full name of one team or paper");
            }

            // "Security Council" and "National Security Council" of one country.
            if (sameCountry && left.Full.Length >= 2 && right.Full.Length >= 2 && left.Full[^1] == right.Full[^1] && !NameKeys.IsOneOfMany(left.Full) && !NameKeys.IsOneOfMany(right.Full) && (Within(left.Full, right.Full) || Within(right.Full, left.Full)))
            {
                return new EntityMatch(4, "same-body", $"“{left.Entity.Name}” and “{right.Entity.Name}” are the body of one country under a longer and a shorter name");
            }
        }

        return EntityMatch.None;
    }

    // Two bodies spelt out in names that share no word: one acronym may stand for both.
    private static bool HaveOtherNames(EntityProfile left, EntityProfile right)
    {
        bool spelt = IsBody(left.Entity.Kind) && IsBody(right.Entity.Kind) && left.Full.Length > 1 && right.Full.Length > 1 && !(left.IsSeat && right.IsSeat);
        return spelt && !left.Names.Any(name => right.Names.Any(other => name.Shares(other) || NameKeys.Squeezed(name) == NameKeys.Squeezed(other)));
    }

    // A body's name of its own, not one that many countries' bodies have.
    private static bool IsOneName(EntityProfile left, EntityProfile right) =>
        left.Entity.Kind is ActorKind.Organization or ActorKind.Outlet or ActorKind.Agency && left.Full.Length > 0 && left.Full.SequenceEqual(right.Full)
        && (!NameKeys.IsGeneric(left.Full) || (left.Full.Length > 2 && left.Full.All(NameKeys.IsCompanyTail) is false && NameKeys.IsCompanyTail(left.Full[^1])));

    private static bool IsMedium(EntityProfile profile) => profile.Entity.Kind is ActorKind.Outlet or ActorKind.Agency;

    // "ORVANE" of one report is "Orvane" of another; fewer letters are an acronym's and may spell another word.
    private static bool InCapitals(EntityProfile capitals, EntityProfile small) =>
        IsBody(capitals.Entity.Kind) && IsBody(small.Entity.Kind) && capitals.Acronyms.Any(a => NameKeys.IsLikeWord(a) && small.Names.Any(n => n.Skip(1).All(NameKeys.IsCompanyTail) && NameKeys.Squeezed(n).Equals(a, StringComparison.OrdinalIgnoreCase)));

    // "Orvane" and "Orvane Motors LLC": what the longer name has more are words of companies alone.
    private static bool IsShortCompany(EntityProfile small, EntityProfile large) =>
        IsBody(small.Entity.Kind) && IsBody(large.Entity.Kind)
        && small.Names.Any(s => !NameKeys.IsGeneric(s) && large.Names.Any(l => s.Length < l.Length && l.AsSpan(0, s.Length).SequenceEqual(s.AsSpan()) && l.Skip(s.Length).All(NameKeys.IsCompanyTail)));

    private static bool IsLastWords(EntityProfile small, EntityProfile large)
    {
        if (small.Full.Length is 0 or > 2 || large.Full.Length - small.Full.Length is < 1 or > 2 || !large.Full.AsSpan()[^small.Full.Length..].SequenceEqual(small.Full.AsSpan()))
        {
            return false;
        }

        bool media = IsMedium(small) && IsMedium(large) && small.Full.Length == 1;
        bool team = small.Entity.Kind is ActorKind.Organization && large.Entity.Kind is ActorKind.Organization && small.Full[^1] is { Length: > 2 } word && word[^1] is 's' or 'x' && !word.EndsWith("ss", StringComparison.Ordinal) && !NameKeys.IsCompanyTail(word) && !NameKeys.IsGeneric(small.Full);
        return media || team;
    }

    private static bool IsBody(ActorKind kind) => kind is ActorKind.Organization or ActorKind.Other or ActorKind.Outlet or ActorKind.Agency;

    // What the reader could not tell the kind of may turn out to be a body, a place or a thing elsewhere, but no person or country.
    private static bool KindsFit(ActorKind left, ActorKind right)
    {
        (int a, int b) = (Family(left), Family(right));
        return a == b || (left == ActorKind.Other && b is 3 or 4 or 5 or 6) || (right == ActorKind.Other && a is 3 or 4 or 5 or 6);
    }

    private static string? Spells(EntityProfile withAcronym, EntityProfile withName) => withAcronym.Acronyms.FirstOrDefault(a =>
        (a.Length >= 3 || withAcronym.Entity.Kind is ActorKind.Organization or ActorKind.Agency or ActorKind.Outlet) && withName.Names.Any(n => n.Length >= 2 && NameKeys.Initials(n).Equals(a, StringComparison.OrdinalIgnoreCase)));

    private static bool Within(ImmutableArray<string> small, ImmutableArray<string> large) => small.Length < large.Length && small.All(large.Contains);

    // "Dmitry", "Dmitri", "D."; a middle name may be missing in one.
    private static bool GivenNamesAgree(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        (string a, string b) = (left[0], right[0]);
        if (a == b || NameKeys.SoundsAlike(a, b) || NameKeys.AreShortAndLong(a, b) || (a.Length == 1 && b[0] == a[0]) || (b.Length == 1 && a[0] == b[0]))
        {
            return true;
        }

        return left.Length != right.Length && (left.Take(left.Length - 1).Contains(b) || right.Take(right.Length - 1).Contains(a));
    }

    private static int Family(ActorKind kind) => kind switch
    {
        ActorKind.Person => 1,
        ActorKind.Country => 2,
        ActorKind.Place or ActorKind.Facility => 3,
        ActorKind.Product => 4,
        ActorKind.Event => 5,
        ActorKind.Document => 6,
        ActorKind.Organization or ActorKind.Government or ActorKind.Outlet or ActorKind.Agency or ActorKind.Group or ActorKind.Other => 7,
        ActorKind.Unnamed or ActorKind.NotStated => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };
}
