using System.Collections.Immutable;
using Parallax.Core.Layers;

namespace Parallax.Language.Names;

/// <summary>Makes the names of a report out of those the network marks: edges put right, places told apart, one spelling one kind, what is known once known everywhere.</summary>
/// <remarks>
/// In this order: titles, possessives, quotation marks and articles come off the edges; the gazetteer tells kinds where the network can only say "place", and adds
/// listed names that the network passed over; a name that stands in the report under several kinds gets the one it has most often; a person's full name
/// makes later short forms names of a person. Stateless and thread-safe.
/// </remarks>
public sealed class NameRefiner(Gazetteer gazetteer)
{
    /// <summary>The refiner of English.</summary>
    public static NameRefiner English { get; } = new(Gazetteer.English);

    /// <summary>Refines the names of a report.</summary>
    /// <param name="tokens">Sentences, tokens and tags.</param>
    /// <param name="found">What the network marked; spans do not overlap.</param>
    public Layer<NameMention> Refine(TokenLayer tokens, IEnumerable<NameMention> found)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(found);
        NameColumns names = new(tokens);
        NameFilter filter = new(tokens, gazetteer);
        NameMention[] all = [.. NamePersons.WithSurnames(tokens, gazetteer, NamePersons.WithNicknames(tokens, gazetteer, [.. found]))];
        HashSet<string> vessels = new(StringComparer.Ordinal);
        bool isSurname(string word) => Array.Exists(all, n => n.Kind == NameKind.Person && n.TokenCount > 1 && tokens.Form(ShortForms.LastOfSurname(tokens, n.FirstToken, n.EndToken)).SequenceEqual(word));
        foreach (NameMention marked in NameParts.Split(tokens, gazetteer, Joined(tokens, all.OrderBy(static n => n.FirstToken))))
        {
            int whole = NamePersons.WithoutAge(tokens, marked.FirstToken, marked.EndToken), called = NamePersons.WithoutOffice(tokens, gazetteer, marked.FirstToken, whole);
            NameKind seen = called < whole || NamePersons.IsAddressed(tokens, gazetteer, marked.FirstToken, called, marked.Kind) ? NameKind.Person : marked.Kind;
            (int first, int end) = Trim(tokens, marked.FirstToken, called, seen);
            if (first < end && (NameDoubts.IsNone(tokens, gazetteer, first, end) || NameReadings.IsPartyAndState(tokens, first, end) || NameReadings.IsNone(tokens, gazetteer, first, end, seen) || NamePersons.IsOfficeAndBody(tokens, gazetteer, first, end)))
            {
                continue;
            }

            if (end - first == 1 && NameDoubts.IsMount(tokens.Form(first)))
            {
                continue;
            }

            end = NameReadings.WithSunday(tokens, first, NameEdges.AsListed(tokens, gazetteer, first, end));
            (end, seen) = NameReadings.WithHouse(tokens, gazetteer, first, end, seen);
            (end, seen) = NameReadings.WithCallSign(tokens, first, end, seen);
            first = NameDoubts.WithMount(tokens, gazetteer, first, end);
            end = NameEdges.WithoutWhere(tokens, gazetteer, first, end, seen);
            (end, NameKind told) = NameDoubts.Corrected(tokens, gazetteer, first, end, seen);
            told = NameDoubts.IsTown(tokens, gazetteer, first, end, told, isSurname) ? NameKind.City : NameDoubts.IsMount(tokens.Form(first)) && told is NameKind.Person or NameKind.Organization && !gazetteer.IsOrganizationWord(tokens.Form(end - 1)) ? NameKind.NaturalPlace : told;
            told = NamePersons.HasAgeOrGeneration(tokens, gazetteer, first, end, told) ? NameKind.Person : told;
            told = PlaceSigns.IsHolder(tokens, gazetteer, first, end, told) ? NameKind.Person : told;
            told = told is NameKind.Person or NameKind.Other && NamePersons.IsBodyInCapitals(tokens, gazetteer, first, end, isSurname) ? NameKind.Organization : told;
            told = told == NameKind.Person && NamePersons.IsGroup(tokens, gazetteer, first, end) ? NameKind.Organization : told;
            told = NameReadings.OfForm(tokens, gazetteer, first, end, told);
            NameMention name = marked with { Kind = told };
            end = WithoutTitleAfter(tokens, first, end);
            first = NameEdges.WithoutPeople(tokens, gazetteer, NameEdges.WithoutDescription(tokens, first, end), end, name.Kind);
            first = NameEdges.WithoutMonth(tokens, gazetteer, first, end, ref name);
            end = NameParts.WithSurname(tokens, gazetteer, first, end, name.Kind);
            end = NameParts.WithParty(tokens, first, end, ref name);
            first = NameEdges.AtVesselPrefix(tokens, gazetteer, first, end);
            if (NameEdges.IsVessel(tokens, gazetteer, first, end, name.Kind))
            {
                vessels.Add(tokens.Form(end - 1).ToString());
                names.Add(first, end, NameKind.Product);
                continue;
            }

            if (NameEdges.PersonAfterCompany(tokens, gazetteer, first, end, name.Kind) is > 0 and int after)
            {
                names.Add(first, after, NameKind.Organization);
                names.Add(after, end, NameKind.Person);
                continue;
            }

            int person = NamePersons.AfterTitle(tokens, gazetteer, first, end, name.Kind);
            if (first < end && end < tokens.Count && tokens.Form(end) is "-" or "–" && end - first == 1 && gazetteer.IsPeoplePrefix(tokens.Form(first)))
            {
                names.Add(first, end, NameKind.Norp);
                continue;
            }

            if (person > first)
            {
                names.Add(person, end, NameKind.Person);
                (int place, ImmutableArray<GazetteerEntry> listed) = gazetteer.LongestAt(tokens, first);
                if (place > 0 && first + place < person && listed[0].NameKind is not NameKind.Person)
                {
                    names.Add(first, first + place, listed[0].NameKind);
                }

                continue;
            }

            if (first < end && IsModel(tokens, first, ref end, name.Kind))
            {
                names.Add(first, end, NameKind.Product);
            }
            else if (first < end && filter.IsName(first, end, name.Kind))
            {
                int split = PlaceInPlace(tokens, first, end, name.Kind);
                if (split > first)
                {
                    names.Add(first, split, KindOf(tokens, first, split, name.Kind));
                    first = split;
                }

                names.Add(first, end, KindOf(tokens, first, end, name.Kind));
            }
        }

        AddListed(tokens, names);
        PlaceSigns.AddStates(tokens, names);
        TeamNames.Apply(tokens, names, gazetteer);
        names.Vessels(vessels);
        NamePersons.AddAged(tokens, names, gazetteer);
        ShortForms.Add(tokens, names, gazetteer);
        names.Vote(gazetteer);
        PlaceSigns.Apply(tokens, names, gazetteer);
        BodySigns.Apply(tokens, names, gazetteer);
        NameReadings.Apply(tokens, names, gazetteer);
        return names.ToLayer();
    }

    /// <summary>Joins two names around "of" where a listed name begins in the first and ends with the second: "… Council of the Islamic Republic" + "of" + "Iran".</summary>
    private List<NameMention> Joined(TokenLayer tokens, IEnumerable<NameMention> found)
    {
        List<NameMention> joined = [];
        foreach (NameMention name in found)
        {
            if (joined.Count > 0 && joined[^1] is var before && before.Kind == NameKind.Organization && before.EndToken + 1 == name.FirstToken && before.TokenCount > 1
                && tokens.SentenceOf(before.FirstToken) == tokens.SentenceOf(name.FirstToken) && SpansBoth(tokens, before, name))
            {
                joined[^1] = new NameMention(tokens.Span(before.FirstToken, name.EndToken), before.FirstToken, name.EndToken - before.FirstToken, before.Kind);
                continue;
            }

            joined.Add(name);
        }

        return joined;
    }

    private bool SpansBoth(TokenLayer tokens, NameMention before, NameMention after)
    {
        for (int t = before.FirstToken + 1; t < before.EndToken; t++)
        {
            if (t + gazetteer.LongestAt(tokens, t).TokenCount == after.EndToken)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"White House National Security" before "Adviser": what makes a title with the word after it is no part of the name.</summary>
    private int WithoutTitleAfter(TokenLayer tokens, int first, int end)
    {
        if (first >= end || end >= tokens.Count || tokens.SentenceOf(first) != tokens.SentenceOf(end) || gazetteer.TitleKind(tokens.Form(end)) is null)
        {
            return end;
        }

        for (int t = Math.Max(first, end - 3); t < end; t++)
        {
            if (gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(t, end + 1))) is not null)
            {
                // "the Office of the Press Secretary" is no name without its end.
                return t > first && tokens.Tags[t - 1] is UniversalTag.Det or UniversalTag.Adp ? end : t;
            }
        }

        return end;
    }

    /// <summary>"Orlan-10", also where the network marks only the word: a model of something.</summary>
    private static bool IsModel(TokenLayer tokens, int first, ref int end, NameKind kind)
    {
        if (kind is NameKind.Norp || end - first > 3)
        {
            return false;
        }

        int last = end - 1;
        if (last - 2 >= first && char.IsDigit(tokens.Form(last)[0]) && tokens.Form(last - 1) is "-")
        {
            return kind is NameKind.Event or NameKind.Person or NameKind.Place or NameKind.Product;
        }

        bool hasNumber = end + 1 < tokens.Count && tokens.Form(end) is "-" && char.IsDigit(tokens.Form(end + 1)[0]) && char.IsLetter(tokens.Form(last)[^1])
            && tokens.Ends[last] == tokens.Starts[end] && tokens.Ends[end] == tokens.Starts[end + 1] && tokens.SentenceOf(first) == tokens.SentenceOf(end + 1);
        if (!hasNumber || kind is NameKind.Organization)
        {
            return false;
        }

        end += 2;
        return true;
    }

    /// <summary>Takes from the edges what is no part of a name.</summary>
    private (int First, int End) Trim(TokenLayer tokens, int first, int end, NameKind kind)
    {
        bool changed = true;
        while (changed && first < end)
        {
            changed = false;
            ReadOnlySpan<char> last = tokens.Form(end - 1), initial = tokens.Form(first);
            if (IsLooseEnd(last) || (last is ")" or "]" && !HasOpening(tokens, first, end)))
            {
                end--;
                changed = true;
            }
            else if (kind != NameKind.Person && first + 1 < end && char.IsLower(initial[0]) && tokens.Tags[first] is UniversalTag.Adj or UniversalTag.Num or UniversalTag.Adv && char.IsUpper(tokens.Form(first + 1)[0]))
            {
                first++; // "post-war Norland", "second Rovers"
                changed = true;
            }
            else if (IsLooseEnd(initial) || initial is ")" or "]" || (initial is "(" or "[" && !HasClosing(tokens, first, end))
                || (tokens.Tags[first] == UniversalTag.Det && initial.Equals("the", StringComparison.OrdinalIgnoreCase)))
            {
                first++;
                changed = true;
            }
        }

        if (kind == NameKind.Person && first < end && gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end)), GazetteerKind.City, GazetteerKind.Capital) is null)
        {
            first = NameReadings.WithoutLetters(tokens, gazetteer, WithoutTitles(tokens, first, end), end);
            end = WithoutRole(tokens, first, end);
        }

        return (first, end);
    }

    private int WithoutTitles(TokenLayer tokens, int first, int end)
    {
        for (int length = Math.Min(4, end - first - 1); length > 0; length--)
        {
            if (gazetteer.TitleKind(tokens.Text.AsSpan(tokens.Span(first, first + length))) is not null && StartsName(tokens, first + length))
            {
                return WithoutTitles(tokens, first + length, end);
            }
        }

        return first;
    }

    /// <summary>"Ada Roe - Analyst", "the Roe administration": the person ends before the spaced dash and before the word for those around.</summary>
    private static int WithoutRole(TokenLayer tokens, int first, int end)
    {
        for (int t = first + 1; t < end - 1; t++)
        {
            if (tokens.Form(t) is "-" or "–" or "—" && tokens.Ends[t - 1] < tokens.Starts[t] && tokens.Ends[t] < tokens.Starts[t + 1] && !char.IsLower(tokens.Form(t - 1)[0]))
            {
                return t;
            }
        }

        return end - first > 1 && tokens.Form(end - 1) is "Administration" or "administration" or "Government" or "government" or "Family" or "family" or "Campaign" or "campaign"
            ? end - 1 : end;
    }

    /// <summary>"Lund Ontario": where the listed region or country begins that ends an unlisted name of a place; <paramref name="first"/> where none does.</summary>
    private int PlaceInPlace(TokenLayer tokens, int first, int end, NameKind kind)
    {
        if (kind != NameKind.Place || end - first < 2 || !gazetteer.Find(tokens.Text.AsSpan(tokens.Span(first, end))).IsEmpty)
        {
            return first;
        }

        for (int t = first + 1; t < end; t++)
        {
            bool isWhole = gazetteer.Find(tokens.Text.AsSpan(tokens.Span(t, end)), GazetteerKind.Country, GazetteerKind.Region) is not null;
            if (isWhole && tokens.Tags[t - 1] == UniversalTag.Propn && gazetteer.PlaceWord(tokens.Form(t - 1)) is null && !gazetteer.IsDirection(tokens.Form(t - 1))
                && tokens.Ends[t - 1] < tokens.Starts[t])
            {
                return t;
            }
        }

        return first;
    }

    private static bool StartsName(TokenLayer tokens, int token) => char.IsLetter(tokens.Form(token)[0]) && !char.IsLower(tokens.Form(token)[0]);

    private NameKind KindOf(TokenLayer tokens, int first, int end, NameKind kind)
    {
        ReadOnlySpan<char> name = tokens.Text.AsSpan(tokens.Span(first, end));
        ImmutableArray<GazetteerEntry> entries = gazetteer.Find(name);
        if (kind == NameKind.Event && entries.Length == 0)
        {
            kind = NameDoubts.OfEvent(tokens, gazetteer, first, end);
        }

        if (entries.Length > 0)
        {
            // A listed name keeps the network's kind where one of its readings allows it, and else takes the first reading, unless the network says it is a person.
            foreach (GazetteerEntry entry in entries)
            {
                if (entry.NameKind == kind || (kind == NameKind.Place && IsPlace(entry.NameKind)))
                {
                    return entry.NameKind;
                }
            }

            // A country or paper is nobody, unless people are called so.
            bool nobody = (entries[0].Kind == GazetteerKind.Country && !gazetteer.IsGivenName(name)) || (entries[0].Kind is GazetteerKind.Outlet or GazetteerKind.Agency && !gazetteer.IsGivenName(name)) || (end - first > 1 && entries[0].Kind is GazetteerKind.People or GazetteerKind.Group) || tokens.Form(first) is "St." or "St";
            return (kind is NameKind.Person && !nobody) || (entries[0].Kind == GazetteerKind.Seat && kind == NameKind.Organization) ? kind : entries[0].NameKind;
        }

        if (kind != NameKind.Place)
        {
            return kind;
        }

        if (end - first > 1)
        {
            return gazetteer.PlaceWord(tokens.Form(end - 1)) ?? (gazetteer.PlaceWord(tokens.Form(first)) is NameKind.NaturalPlace ? NameKind.NaturalPlace : NameKind.Place);
        }

        return NameKind.Place;
    }

    /// <summary>Listed countries, capitals, peoples, unions and seats that the network passed over.</summary>
    private void AddListed(TokenLayer tokens, NameColumns names)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (names.IsTaken(i) || !char.IsUpper(tokens.Form(i)[0]) || tokens.Tags[i] is not (UniversalTag.Propn or UniversalTag.Adj or UniversalTag.Noun))
            {
                continue;
            }

            (int count, ImmutableArray<GazetteerEntry> entries) = gazetteer.LongestAt(tokens, i);
            if (i + 1 < tokens.Count && tokens.Form(i + 1) is "-" or "–" && tokens.Ends[i] == tokens.Starts[i + 1] && gazetteer.IsPeoplePrefix(tokens.Form(i)))
            {
                names.Add(i, i + 1, NameKind.Norp);
                continue;
            }

            if (count == 0 || names.IsTaken(i, i + count) || NameDoubts.IsNumbered(tokens, i, i + count))
            {
                continue;
            }

            GazetteerEntry entry = entries[0];
            bool isPeople = entry.Kind is GazetteerKind.People;
            bool isSure = entry.Kind is GazetteerKind.Country or GazetteerKind.Capital or GazetteerKind.Union or GazetteerKind.Seat || (entry.Kind is GazetteerKind.Outlet or GazetteerKind.Agency && count > 1);
            bool isPartOfName = (i > 0 && IsNamePart(tokens, i - 1, i)) || (i + count < tokens.Count && IsNamePart(tokens, i + count, i + count - 1));
            if (isPeople || (isSure && tokens.Tags[i] == UniversalTag.Propn && !isPartOfName))
            {
                names.Add(i, i + count, entry.NameKind);
                i += count - 1;
            }
        }
    }

    /// <summary>Whether a neighbour is a proper noun in the same sentence that hangs together with the token, so that the listed name is only a part of a longer one.</summary>
    private static bool IsNamePart(TokenLayer tokens, int neighbour, int token) =>
        tokens.Tags[neighbour] == UniversalTag.Propn && tokens.SentenceOf(neighbour) == tokens.SentenceOf(token)
        && (tokens.Heads[neighbour] == token || tokens.Heads[token] == neighbour);

    private static bool IsPlace(NameKind kind) => kind is NameKind.Country or NameKind.City or NameKind.Region or NameKind.NaturalPlace or NameKind.Facility or NameKind.Place;

    private static bool IsLooseEnd(ReadOnlySpan<char> form) =>
        form is "'s" or "’s" or "'" or "’" or "," or ";" or ":" or "\"" or "“" or "”" or "‘" or "``" or "''" or "-" or "–" or "—" or "--" or "?" or "…" or "...";

    private static bool HasOpening(TokenLayer tokens, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (tokens.Form(i) is "(" or "[")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasClosing(TokenLayer tokens, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (tokens.Form(i) is ")" or "]")
            {
                return true;
            }
        }

        return false;
    }
}
