using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;

namespace Parallax.Stories.Origins;

/// <content>Counting.</content>
internal sealed partial class OriginFinder
{
    /// <summary>Counts independent witnesses and origins of evidence that takes one side.</summary>
    /// <returns>The ranges and the reasons in words.</returns>
    public static (OriginCounts Counts, ImmutableArray<string> Reasons) Count(IReadOnlyCollection<Evidential> evidence)
    {
        List<string> reasons = [];
        evidence = RootNames.Joined(OfMouths(evidence));

        // A root that is only called by a common noun ("the company") may be one of the named ones.
        string[] common = [.. evidence.Where(static e => e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        string[] roots = [.. evidence.Where(static e => !e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        string[] unnamed = [.. evidence.Where(static e => e.Kind == OriginKind.Unnamed).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal)];
        // An outlet that gives no source here and is named as the root there is one origin; and an outlet or agency is seldom a root: what it rests on is not told.
        string[] unstated = [.. evidence.Where(static e => e.Kind == OriginKind.NotStated).Select(static e => e.RootKey).Distinct(StringComparer.Ordinal).Where(k => !k.StartsWith(Outlet, StringComparison.Ordinal) || !roots.Contains(Speaker + k[Outlet.Length..]))];
        ILookup<string, string> wordsOf = evidence.Where(static e => e.Words.Length > 0).ToLookup(static e => e.RootKey, static e => e.Words, StringComparer.Ordinal);
        unstated = OfOwnWords(unstated, static k => k, wordsOf); // A sentence that two reports have word for word has one author.
        int flat = unstated.Length;
        unstated = [.. unstated.Where(k => !k.StartsWith(Own, StringComparison.Ordinal) || !evidence.Any(e => e.Kind != OriginKind.NotStated && e.Text.Length > 0 && Own + e.Text == k))];
        if (unstated.Length < flat)
        {
            reasons.Add("what a text tells flatly and also as somebody's word rests on that one");
        }

        Evidential[] speaking = [.. evidence.Where(static e => !e.IsCommon && e.Kind is not (OriginKind.NotStated or OriginKind.Unnamed)).DistinctBy(static e => e.RootKey, StringComparer.Ordinal)];
        int apart = speaking.Length;
        speaking = OfOwnWords(speaking, static e => e.RootKey, wordsOf);
        if (speaking.Length < apart)
        {
            reasons.Add("the same words in quotation marks are one utterance, whoever is named for them");
        }

        apart = speaking.Length;
        speaking = [.. speaking.Where(e => e.Body.Length == 0 || !speaking.Any(o => o.Bodies.Contains(" " + e.Body + " ", StringComparison.Ordinal)))];
        if (speaking.Length < apart)
        {
            reasons.Add("a body and who speaks for it may rest on one another");
        }

        apart = speaking.Length;
        speaking = OfOtherTexts(speaking, evidence);
        if (speaking.Length < apart)
        {
            reasons.Add("versions of one text that name different speakers for it may have one");
        }

        int voices = Voices([.. speaking.Where(static e => e.Kind is not (OriginKind.Agency or OriginKind.Outlet))]);
        if (speaking.Any(static e => e.Kind is OriginKind.Agency or OriginKind.Outlet))
        {
            reasons.Add("an outlet that names no source counts at the high bound only");
        }

        if (voices < speaking.Count(static e => e.Kind is not (OriginKind.Agency or OriginKind.Outlet)))
        {
            reasons.Add("those who speak for one state may rest on one another");
        }

        int soLow = voices + (roots.Length == 0 && unnamed.Length + common.Length > 0 ? 1 : 0), soHigh = roots.Length + common.Length + unnamed.Length + unstated.Length;
        Evidential[] said = [.. evidence.Where(static e => !e.RootKey.StartsWith(Own, StringComparison.Ordinal))];
        string[] witnesses = [.. said.Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal)];
        string[] unaffiliated = [.. said.Where(static e => !e.IsAffiliated).Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal)];
        int named = said.Where(static e => !e.IsAffiliated && e.WitnessKey.StartsWith("hop:", StringComparison.Ordinal) && !e.IsCommonWitness).GroupBy(static e => e.Owner is null ? e.WitnessKey : "owner:" + e.Owner, StringComparer.Ordinal).Select(static g => g.First().Witness).ToArray() is var names
            ? names.Where((n, i) => !names.Where((o, j) => i != j && (o.EndsWith(" " + n, StringComparison.Ordinal) || (o == n && j < i && n.Length > 0))).Any()).Count() : 0;
        bool anyReport = unaffiliated.Any(static w => !w.StartsWith("hop:", StringComparison.Ordinal));
        string[] owners = [.. evidence.Where(static e => e.Owner is not null).GroupBy(static e => e.Owner!, StringComparer.Ordinal).Where(static g => g.Select(static e => e.WitnessKey).Distinct(StringComparer.Ordinal).Count() > 1).Select(static g => g.Key).Order(StringComparer.Ordinal)];
        if (owners.Length > 0)
        {
            reasons.Add($"outlets of one owner count once at the low bound ({string.Join(", ", owners)})");
        }

        int saidLow = witnesses.Length == 0 ? 0 : Math.Max(1, named > 0 ? named : anyReport ? 1 : 0);
        if (said.Count(static e => e.IsCommonWitness) > 1)
        {
            reasons.Add("intermediaries that are not named may be one and the same");
        }

        AddReasons(evidence, roots, common, unnamed, unstated, witnesses, unaffiliated, reasons);
        return (new OriginCounts(new CountRange(saidLow, witnesses.Length), new CountRange(soLow, soHigh)), [.. reasons]);
    }

    // "Ada Quill, a spokeswoman of the harbour union" and the union itself: one voice, whoever is named for it.
    private static IReadOnlyCollection<Evidential> OfMouths(IReadOnlyCollection<Evidential> evidence)
    {
        Dictionary<string, string> rootOf = new(StringComparer.Ordinal);
        foreach (Evidential body in evidence.Where(static e => e.Body.Length > 0).OrderBy(static e => e.RootKey, StringComparer.Ordinal))
        {
            rootOf.TryAdd(body.Body, body.RootKey);
        }

        return rootOf.Count == 0 ? evidence : [.. evidence.Select(e => e.IsMouth && rootOf.Where(b => e.Bodies.Contains(" " + b.Key + " ", StringComparison.Ordinal)).OrderBy(static b => b.Value, StringComparer.Ordinal).Select(static b => b.Value).FirstOrDefault() is { } root
            ? e with { RootKey = root, RootName = "" } : e)];
    }

    // Those of which none before has the same words: one utterance counts once.
    private static T[] OfOwnWords<T>(T[] roots, Func<T, string> keyOf, ILookup<string, string> wordsOf)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<T> own = [];
        foreach (T root in roots)
        {
            IEnumerable<string> words = wordsOf[keyOf(root)];
            if (!words.Any(seen.Contains))
            {
                own.Add(root);
            }

            seen.UnionWith(words);
        }

        return [.. own];
    }

    // "the sheriff said", in a later version "his deputy said": of roots that stand in reports of one text only, and no report names both, the first.
    private static Evidential[] OfOtherTexts(Evidential[] roots, IReadOnlyCollection<Evidential> evidence)
    {
        ILookup<string, Evidential> of = evidence.ToLookup(static e => e.RootKey, StringComparer.Ordinal);
        Dictionary<string, List<HashSet<string>>> reportsOf = new(StringComparer.Ordinal);
        List<Evidential> kept = [];
        foreach (Evidential root in roots)
        {
            string text = of[root.RootKey].First().Text; // A root has evidence.
            if (text.Length == 0 || of[root.RootKey].Any(e => e.Text != text))
            {
                kept.Add(root);
                continue;
            }

            HashSet<string> reports = [.. of[root.RootKey].Select(static e => e.Report)];
            if (!reportsOf.TryGetValue(text, out List<HashSet<string>>? others))
            {
                reportsOf[text] = others = [];
            }

            if (!others.Exists(o => !o.Overlaps(reports)))
            {
                kept.Add(root);
            }

            others.Add(reports);
        }

        return [.. kept];
    }

    // A ministry, its navy and its minister are one state; a body whose country is not told may be of any of them.
    private static int Voices(Evidential[] roots)
    {
        int states = roots.Where(static r => r.State is { Length: > 0 }).Select(static r => r.State).Distinct(StringComparer.Ordinal).Count();
        return roots.Count(static r => r.State is null) + (states == 0 && roots.Any(static r => r.State is { Length: 0 }) ? 1 : states);
    }

    private static void AddReasons(IReadOnlyCollection<Evidential> evidence, string[] roots, string[] common, string[] unnamed, string[] unstated, string[] witnesses, string[] unaffiliated, List<string> reasons)
    {
        if (roots.Length > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{roots.Length} named {(roots.Length == 1 ? "root" : "roots")}, each counted once however often told"));
        }

        if (common.Length > 0)
        {
            reasons.Add("who is called only by a common noun may be one of the others");
        }

        if (unnamed.Length > 0)
        {
            reasons.Add("unnamed sources may be one and the same");
        }

        if (unstated.Length > 0)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{unstated.Length} told without a source: counted at the high bound only"));
        }

        if (witnesses.Length > unaffiliated.Length)
        {
            reasons.Add("an intermediary close to the speaker's office adds nothing at the low bound");
        }

        if (evidence.Select(static e => e.Report).Distinct(StringComparer.Ordinal).Count() > witnesses.Length && witnesses.Length > 0)
        {
            reasons.Add("reports that share text, an agency's credit or an intermediary count as one witness");
        }
    }
}
