using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Stories.Words;

namespace Parallax.Stories.Entities;

/// <summary>Joins what only the story makes one: "police" of two reports on one event, a "Foreign Office" whose country neither tells, "the President" whom another report names.</summary>
/// <remarks>Inside one story a body called by the same words is one unless something distinguishes it: another country, or another name that one of the two has.</remarks>
internal sealed partial class StoryBodies(ReportSet set, List<Entity> all, EntityProfile?[] profiles, DisjointSets sets, List<EntityMatch>[] reasons, EntityConstraints constraints)
{
    private static readonly Lazy<HashSet<string>> Alone = new(static () => Words("alone:")), Beside = new(static () => Words("beside:")), OfTheCase = new(static () => Words("of-the-case:")),
        Bare = new(static () => Words("bare:")), BesideOffice = new(static () => Words("office:")), Further = new(static () => Words("office-other:"));
    private static readonly Lazy<HashSet<string>> Holders = new(static () => StoriesData.Words("en/entities/single-offices.txt"));

    // Letters of a surname from which one that differs is a slip and no other name ("Hansen", "Hanson").
    private const int LettersOfMiswritten = 7;

    // By first member of each set: all members, in any order; and of those that look alike to every rule one.
    private readonly Dictionary<int, List<int>> _members = sets.Sets().ToDictionary(static s => s[0], static s => s);
    private readonly Dictionary<int, List<int>> _looks = sets.Sets().ToDictionary(static s => s[0], s => s.DistinctBy(m => Look(all[m], profiles[m])).ToList());

    /// <summary>Joins inside each story.</summary>
    /// <param name="storyOf">Story by report.</param>
    public void Join(IReadOnlyDictionary<string, int> storyOf)
    {
        ILookup<int, int> byStory = Enumerable.Range(0, all.Count).Where(i => all[i].Mentions.Length > 0 && storyOf.ContainsKey(all[i].Mentions[0].Report)).ToLookup(i => storyOf[all[i].Mentions[0].Report]);
        foreach (IGrouping<int, int> story in byStory.OrderBy(static s => s.Key))
        {
            SameWords(story);
            Forces([.. story]);
            BareNouns([.. story]);
            Outlets([.. story]);
            Offices(story);
            Miswritten(story);
        }
    }

    /// <summary>Whether a name is no more than the noun of a body: "Police", "Authorities".</summary>
    public static bool IsNoun(string name) => name.ToLowerInvariant() is var noun && (Alone.Value.Contains(noun) || Bare.Value.Contains(noun));

    /// <summary>Whether a word is an office that one story mostly has one holder of: "governor", "sheriff".</summary>
    public static bool IsOffice(string word) => Holders.Value.Contains(word);

    private void SameWords(IEnumerable<int> story)
    {
        Dictionary<string, string> spelt = Spelt(story);
        SortedDictionary<string, List<int>> byWords = new(StringComparer.Ordinal);
        foreach (int i in story)
        {
            foreach (string words in KeysOf(i).Select(k => string.Join(' ', k.Split(' ').Select(w => spelt.GetValueOrDefault(w, w)))).Distinct(StringComparer.Ordinal))
            {
                if (!byWords.TryGetValue(words, out List<int>? same))
                {
                    byWords[words] = same = [];
                }

                same.Add(i);
            }
        }

        foreach ((string words, List<int> same) in byWords.Where(static p => p.Value.Count > 1))
        {
            // Two that differ leave open which of them the others are.
            int[] heads = [.. same.Select(sets.Find).Distinct().Order()];
            bool distinct = heads.Any(a => heads.Any(b => a < b && !Fit(a, b)));
            foreach (int other in heads.Skip(1))
            {
                if (!distinct || (IsPlain(heads[0]) && IsPlain(other)))
                {
                    Merge(heads[0], other, new EntityMatch(6, "story-body", $"the reports of one story call it “{words}”, and nothing tells of two"));
                }
            }
        }
    }

    // What the acronyms of the story stand for, where one body bears them: "HMA Board" is "Halden Medical Association Board".
    private Dictionary<string, string> Spelt(IEnumerable<int> story)
    {
        Dictionary<string, string> spelt = new(StringComparer.Ordinal);
        foreach (int i in story.Where(i => profiles[i] is { Acronyms.Length: > 0 }))
        {
            string? name = _looks[sets.Find(i)].Select(m => profiles[m]?.Names).OfType<ImmutableArray<ImmutableArray<string>>>().SelectMany(static n => n).Where(static n => n.Length > 1).Select(static n => string.Join(' ', n)).Order(StringComparer.Ordinal).FirstOrDefault();
            foreach (string acronym in name is null ? [] : profiles[i]!.Acronyms)
            {
                spelt.TryAdd(acronym.ToLowerInvariant(), name!);
            }
        }

        return spelt;
    }

    // "the President" of a report that names none, where the story has one president; "the governor of Norland", "the fire chief" by all of their words.
    private void Offices(IEnumerable<int> story)
    {
        int[] persons = [.. story.Where(i => all[i].Kind == ActorKind.Person)];
        foreach (int i in story.Where(i => all[i].Kind == ActorKind.Unnamed && all[i].Mentions.Length > 0))
        {
            string office = all[i].Name.ToLowerInvariant(), report = all[i].Mentions[0].Report;
            int[] holders = Holders.Value.Contains(office) && all[i].Country is null ? [.. persons.Where(p => all[p].Descriptions.Any(d => Holds(d, office))).Select(sets.Find).Distinct()]
                : IsOneOffice(all[i]) ? [.. persons.Where(p => HoldsAll(all[p], OfficeWords(all[i].Name))).Select(sets.Find).Distinct()] : [];
            // "President Dorn" before "AMA President Varesdi" of a body, and whom most reports call so before one spoken of by the way.
            holders = holders.Length > 1 ? Foremost([.. holders.Where(h => _members[h].Exists(m => all[m].Kind == ActorKind.Person && all[m].Descriptions.Any(d => d.Equals(office, StringComparison.OrdinalIgnoreCase))))]) : holders;
            bool named = Holders.Value.Contains(office) && persons.Any(p => all[p].Mentions[0].Report == report && holders.Contains(sets.Find(p)));
            if (holders.Length == 1 && !named)
            {
                Merge(holders[0], sets.Find(i), new EntityMatch(6, "story-office", $"“{all[i].Name}” is the only {office} that the story names"));
            }
        }
    }

    // "the fire chief", "the governor of Norland": an office with a word that tells which, and no former or further one.
    private bool IsOneOffice(Entity called)
    {
        HashSet<string> words = OfficeWords(called.Name);
        return words.Count is 2 or 3 && words.Any(BesideOffice.Value.Contains) && !words.Any(Further.Value.Contains) && called.Mentions.Where(static m => m.Form == MentionForm.Nominal).All(m => !IsIndefinite(set[m.Report].Report.Text.Slice(m.Span)));
    }

    private static bool HoldsAll(Entity person, HashSet<string> office) => person.Descriptions.Any(d => OfficeWords(d) is var words && office.IsSubsetOf(words) && !words.Any(Further.Value.Contains));

    private static HashSet<string> OfficeWords(string words) => [.. NameKeys.Tokens(words).Where(static w => w is not ("of" or "for" or "a" or "an" or "s" or "local" or "current")).Select(static w => w == "gov" ? "governor" : w)];

    // One alone, or the one in at least three reports and in three times as many as anybody else.
    private int[] Foremost(int[] holders)
    {
        (int Head, int Reports)[] told = [.. holders.Select(h => (h, _members[h].Where(m => all[m].Mentions.Length > 0).Select(m => all[m].Mentions[0].Report).Distinct().Count())).OrderByDescending(static t => t.Item2).ThenBy(static t => t.h)];
        return told.Length < 2 ? holders : told[0].Reports >= 3 && told[0].Reports >= 3 * told[1].Reports ? [told[0].Head] : [];
    }

    // "Ilan Varesdi" and "Ilan Varesbi" of two reports of one story: one given name, long surnames that one letter tells apart, and no report that has both.
    private void Miswritten(IEnumerable<int> story)
    {
        (int At, EntityProfile Profile)[] persons = [.. story.Where(i => profiles[i] is { IsPerson: true, Full.Length: 2 }).Select(i => (i, profiles[i]!))];
        foreach ((int left, EntityProfile one) in persons)
        {
            foreach ((int right, EntityProfile other) in persons.Where(p => p.At > left && p.Profile.Full[0] == one.Full[0]))
            {
                (string a, string b) = (one.Full[1], other.Full[1]);
                bool near = a != b && one.Full[0].Length > 2 && a.Length == b.Length && a.Length >= LettersOfMiswritten && NameKeys.DifferByLetters(a, b, 1);
                (List<int> these, List<int> those) = (_members[sets.Find(left)], _members[sets.Find(right)]);
                if (near && !these.Exists(x => those.Exists(y => all[x].Mentions[0].Report == all[y].Mentions[0].Report)) && constraints.MayJoin(these, those) && !constraints.IsMerged(sets.Find(left)) && !constraints.IsMerged(sets.Find(right)))
                {
                    Put(sets.Find(left), sets.Find(right), new EntityMatch(6, "story-miswritten", $"“{all[left].Name}” and “{all[right].Name}” of one story differ by one letter, and no report has both"));
                }
            }
        }
    }

    private static bool Holds(string description, string office)
    {
        string words = description.ToLowerInvariant();
        return words == office || (words.EndsWith(" " + office, StringComparison.Ordinal) && !words.StartsWith("former ", StringComparison.Ordinal) && !words.StartsWith("vice ", StringComparison.Ordinal));
    }

    private IEnumerable<string> KeysOf(int i)
    {
        Entity entity = all[i];
        // "the Ostby Centre" of two reports of one story: a place or facility under several words.
        if (entity.Kind is ActorKind.Place or ActorKind.Facility && profiles[i] is { } where)
        {
            foreach (ImmutableArray<string> name in where.Names.Where(static n => n.Length > 1))
            {
                yield return Key(name);
            }
        }

        if (entity.Kind is ActorKind.Person or ActorKind.Country or ActorKind.Place or ActorKind.Product or ActorKind.Event or ActorKind.Document or ActorKind.NotStated)
        {
            yield break;
        }

        if (profiles[i] is { } profile && entity.Kind is not (ActorKind.Unnamed or ActorKind.Group))
        {
            foreach (ImmutableArray<string> name in profile.Names)
            {
                yield return Key(name);
            }
        }

        if (entity is { Kind: ActorKind.Government or ActorKind.Organization, Country: { } country } && OfCountry(entity) is { } noun)
        {
            yield return country + " " + noun;
        }

        foreach (string called in entity.Mentions.Where(static m => m.Form == MentionForm.Nominal).Select(m => set[m.Report].Report.Text.Slice(m.Span)))
        {
            ImmutableArray<string> words = NameKeys.BodyTokens(called);
            bool role = words.Length > 1 && entity.Kind == ActorKind.Unnamed && words[^1].StartsWith("spokes", StringComparison.Ordinal);
            int of = words.IndexOf("of");
            string head = words.Length == 0 ? "" : words[of > 0 ? of - 1 : ^1];
            bool group = words.Length == 1 && entity.Kind == ActorKind.Unnamed && OfTheCase.Value.Contains(head) && !IsIndefinite(called);
            bool body = words.Length > 0 && (words.Length > 1 ? Beside : Alone).Value.Contains(head) && entity.Kind != ActorKind.Unnamed && words.Length <= 8 && !IsIndefinite(called);
            if ((role || group || body) && (words is not ["police"] || IsThePolice(entity)))
            {
                yield return words is ["police"] ? ToldKey(entity.Mentions[0].Report) : Key(words);
            }
        }
    }

    // "embassy" of "the Norlandic embassy", "Norland's embassy": a noun of such bodies with the country alone beside it.
    private static string? OfCountry(Entity entity) => NameKeys.BodyTokens(entity.Name) is [_, .., var noun] tokens && tokens.Length <= 3 && (tokens.Length == 2 || tokens[1] == "s" || tokens[0] == "u") && Bare.Value.Contains(noun)
        && entity.Aliases.All(a => NameKeys.BodyTokens(a) is [.., var last] && last == noun) && entity.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Nominal) ? noun : null;

    private static HashSet<string> Words(string list) =>
        [.. StoriesData.Lines("en/entities/story-bodies.txt").Where(l => l.StartsWith(list, StringComparison.Ordinal)).SelectMany(l => l[list.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static bool IsIndefinite(string called) => called.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
        || called.StartsWith("another ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("other ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("its ", StringComparison.OrdinalIgnoreCase)
        || called.StartsWith("his ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("her ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("their ", StringComparison.OrdinalIgnoreCase)
        || called.StartsWith("our ", StringComparison.OrdinalIgnoreCase) || called.StartsWith("my ", StringComparison.OrdinalIgnoreCase);

    // "Medical Assn. of Halden" and "Medical Association of Halden"; "Halden Association's board" and "Halden Association board".
    private static string Key(ImmutableArray<string> words) => Whole(words).Replace(" of state of ", " of ", StringComparison.Ordinal);

    private static string Whole(ImmutableArray<string> words) => string.Join(' ', words.Where(static w => w.Length > 0).Select(static w => w is "assn" or "assoc" ? "association" : w is "dept" ? "department" : w is "univ" ? "university" : w));

    private bool Fit(int a, int b) => !constraints.IsMerged(a) && !constraints.IsMerged(b) && _looks[a].TrueForAll(x => _looks[b].TrueForAll(y => Fits(x, y))) && constraints.MayJoin(_members[a], _members[b]);

    private bool Fits(int x, int y)
    {
        (Entity left, Entity right) = (all[x], all[y]);
        bool countries = left.Country is not null && right.Country is not null && left.Country != right.Country;
        bool kinds = (left.Kind == ActorKind.Unnamed) == (right.Kind == ActorKind.Unnamed) || left.Kind is ActorKind.Person || right.Kind is ActorKind.Person;
        bool named = profiles[x] is not null && profiles[y] is not null;
        return !countries && kinds && (!named || (!EntityMatcher.Clash(profiles[x]!, profiles[y]!) && ShareName(profiles[x]!, profiles[y]!)));
    }

    // All that decides whether an entity fits another.
    private static (ActorKind Kind, string? Country, string? Signature, bool IsSeat) Look(Entity entity, EntityProfile? profile) => (entity.Kind, entity.Country, profile?.Signature, profile?.IsSeat == true);

    private static bool ShareName(EntityProfile left, EntityProfile right) => left.Names.Any(n => right.Names.Any(o => Key(n) == Key(o)));

    private bool IsPlain(int head) => _looks[head].TrueForAll(m => profiles[m] is null && all[m].Country is null);

    private void Merge(int a, int b, EntityMatch why)
    {
        (a, b) = (sets.Find(a), sets.Find(b));
        if (a != b && Fit(a, b))
        {
            Put(a, b, why);
        }
    }

    private void Put(int a, int b, EntityMatch why)
    {
        if (a == b)
        {
            return;
        }

        sets.Join(a, b);
        int root = sets.Find(a), gone = root == a ? b : a;
        (List<int> more, List<int> fewer) = _members[root].Count < _members[gone].Count ? (_members[gone], _members[root]) : (_members[root], _members[gone]);
        more.AddRange(fewer);
        _members[root] = more;
        _looks[root] = [.. _looks[root].Concat(_looks[gone]).DistinctBy(m => Look(all[m], profiles[m]))];
        _members.Remove(gone);
        _looks.Remove(gone);
        (reasons[root] ??= []).Add(why);
        reasons[root].AddRange(reasons[gone] ?? []);
    }
}
