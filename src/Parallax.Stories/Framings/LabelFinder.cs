using System.Collections.Immutable;
using Parallax.Core;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Framings;

/// <summary>Collects what the reports call one and the same thing: by the table of things, and by what one entity is called beside its name.</summary>
internal static class LabelFinder
{
    private static readonly string[] LabelParts = ["amod", "compound", "nummod", "nmod", "case", "flat", "det", "fixed", "nmod:poss"];
    private static readonly string[] NotInLabel = ["acl", "appos", "cc", "conj", "punct", "parataxis", "det", "cop", "nsubj", "advmod", "nummod", "mark", "advcl", "obl", "aux", "case", "ccomp", "expl"];

    private static readonly string[] Directions = ["to", "from", "by", "with", "for", "at", "near", "towards", "toward", "after", "before", "during", "since", "until", "as"];

    // Things whose naming takes a side; what a patient or a car is called tells of another patient or car.
    private static readonly Lazy<HashSet<string>> Told = new(static () => StoriesData.Words("en/framings/labels.txt"));

    // Of these one of many is no other of them, and "Norland's rebels" are none of Sedonia's.
    private static readonly Lazy<HashSet<string>> People = new(static () => StoriesData.Words("en/framings/people-labels.txt"));

    /// <summary>Groups with two or more different labels in two or more reports; labels that differ only in number, name or measure are one.</summary>
    public static ImmutableArray<LabelGroup> Find(ReportSet set, IReadOnlyDictionary<string, int> order)
    {
        SortedDictionary<string, (string Thing, string? Entity, List<Use> Uses)> groups = new(StringComparer.Ordinal);
        foreach (AnnotatedReport report in set.Reports.Where(static r => r.Find(ReportLayers.Tokens) is not null))
        {
            Tree tree = new(report.Tokens);
            // Indirect speech is told in the report's own words.
            ImmutableArray<TextSpan> quoted = [.. QuoteMarks.Inside(report.Report.Text.Text).Concat(report.Statements.Where(static s => s.Manner == Manner.Direct).SelectMany(static s => s.Content.Spans)).Order()];
            for (int token = 0; token < report.Tokens.Count; token++)
            {
                if (report.Tokens.Tags[token] == UniversalTag.Noun && Read(report, tree, token) is var (thing, entity, span) && Told.Value.Contains(thing))
                {
                    bool isPeople = People.Value.Contains(thing);
                    string key = thing + "|" + entity + (isPeople && !tree.Tokens.Features[token].Contains("Number=Plur", StringComparison.Ordinal) ? "|one" : "");
                    FramingVoice voice = QuoteMarks.Covers(quoted, report.Tokens.Span(token)) ? FramingVoice.Quoted : FramingVoice.Own;
                    (groups.TryGetValue(key, out var group) ? group : groups[key] = (thing, entity, [])).Uses.Add(new Use(report.Report.Text.Slice(span), Core(tree, token), isPeople ? Whose(report, tree, token) : "", report.Report.Id, voice, Evidence.At(report.Report, span)));
                }
            }
        }

        return [.. groups.Values.SelectMany(static g => Apart(g.Uses).Select(uses => (g.Thing, g.Entity, Uses: uses))).Where(static g => g.Uses.Select(static u => u.Core).Distinct(StringComparer.Ordinal).Count() > 1 && g.Uses.Select(static u => u.Report).Distinct(StringComparer.Ordinal).Count() > 1).Select(g => new LabelGroup(Name(g.Thing, g.Uses.Select(static u => u.Core)), g.Entity, Uses(g.Uses, order)))];
    }

    // Where several are named, each is a thing of its own, and who is not named may be any of them.
    private static IEnumerable<List<Use>> Apart(List<Use> uses)
    {
        string[] whose = [.. uses.Select(static u => u.Whose).Where(static w => w.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return whose.Length > 1 ? whose.Select(one => uses.FindAll(u => u.Whose == one)) : [uses];
    }

    // The names beside the noun: entities where they are known, else their words.
    private static string Whose(AnnotatedReport report, Tree tree, int token) => string.Join(' ', tree.Children(token, "amod", "compound", "nmod", "nmod:poss")
        .Where(c => char.IsUpper(tree.Tokens.Form(c)[0]) && tree.Tokens.Tags[c] is UniversalTag.Propn or UniversalTag.Adj)
        .Select(c => report.Entities.At(tree.Tokens.Span(c))?.Id ?? tree.Tokens.Form(c).ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // Where all reports have one noun it names the thing: "sudden death" and "death" are no killing.
    private static string Name(string thing, IEnumerable<string> labels)
    {
        string[] nouns = [.. labels.Select(static l => l[(l.LastIndexOf(' ') + 1)..]).Distinct(StringComparer.Ordinal)];
        return nouns.Length == 1 ? nouns[0] : thing;
    }

    private static ImmutableArray<LabelUse> Uses(List<Use> uses, IReadOnlyDictionary<string, int> order) =>
    [
        .. uses.GroupBy(static u => (Label: Normal(u.Label), u.Report, u.Voice)).OrderBy(g => order[g.Key.Report]).ThenBy(static g => g.Min(static u => u.Evidence))
            .Select(static g => new LabelUse(g.OrderBy(static u => u.Evidence).First().Label, g.Key.Report, g.Key.Voice, [.. g.Select(static u => u.Evidence).Distinct().Order()])),
    ];

    // The noun and what describes it, without names, numbers and whose it is.
    private static string Core(Tree tree, int token) => string.Join(' ', tree.Children(token, "amod", "compound").Where(c => tree.Tokens.Tags[c] is UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Verb)
        .Select(c => tree.Tokens.Lemmas[c].ToLowerInvariant()).Order(StringComparer.Ordinal).Append(tree.Tokens.Lemmas[token].ToLowerInvariant()));

    private static string Normal(string label) => string.Join(' ', WordList.Of(label).Select(static w => w.Lower));

    // A bare "war" may be any war; with a name beside it ("war in Ukraine") it is that one.
    private static (string Thing, string? Entity, TextSpan Span)? Read(AnnotatedReport report, Tree tree, int token)
    {
        TokenLayer tokens = report.Tokens;
        int[] parts = [.. tree.Children(token, LabelParts)];
        string[] modifiers = [.. parts.Select(p => tokens.Lemmas[p].ToLowerInvariant())];
        if (PredicateLexicon.English.Thing(tokens.Lemmas[token].ToLowerInvariant(), modifiers) is not var (thing, bare) || tree.Relation(token) == "compound")
        {
            return null;
        }

        Entity? with = null;
        foreach (int part in parts)
        {
            Entity? entity = tree.Relation(part) is "case" or "det" ? null : report.Entities.At(tokens.Span(part));
            string preposition = tree.Child(part, "case") is var c && c >= 0 ? tokens.Lemmas[c].ToLowerInvariant() : "";

            // "Russia's aggression on Ukraine": where a thing happens names it, who does it does not.
            with = entity is not null && (with is null || preposition is "in" or "on" or "of" or "against") ? entity : with;
        }

        if (!bare && with is null)
        {
            return null;
        }

        return (thing, bare ? null : with!.Id, Whole(report, Cut(report, tree, token, WithoutDirection(tree, token))));
    }

    // "drones to Russia": where a thing goes, and from whom it comes, is told of it and does not name it.
    private static TextSpan WithoutDirection(Tree tree, int token)
    {
        TextSpan span = tree.Span(token, NotInLabel);
        foreach (int part in tree.Children(token, "nmod"))
        {
            int preposition = tree.Child(part, "case");
            if (part > token && preposition >= 0 && Directions.Contains(tree.Tokens.Lemmas[preposition], StringComparer.OrdinalIgnoreCase) && tree.Tokens.Ends[preposition - 1] < span.End)
            {
                span = TextSpan.FromBounds(span.Start, tree.Tokens.Ends[preposition - 1]);
            }
        }

        return span;
    }

    // A label ends before a comma or bracket, before what is only joined to it, and before a name that follows another ("the war in Sedonia Brandt spoke of").
    private static TextSpan Cut(AnnotatedReport report, Tree tree, int token, TextSpan span)
    {
        TokenLayer tokens = tree.Tokens;
        for (int at = token + 1; at < tokens.Count && tokens.Starts[at] < span.End; at++)
        {
            bool joins = tree.Relation(at) is "cc" or "conj" or "acl:relcl", marks = tokens.Form(at) is "," or "(" or ";" or ":" or "-" && tokens.Starts[at] > tokens.Ends[at - 1];
            bool otherName = report.Entities.At(tokens.Span(at)) is { } name && report.Entities.At(tokens.Span(at - 1)) is { } before && name.Id != before.Id && tokens.Tags[at - 1] == UniversalTag.Propn;
            if (joins || marks || tokens.Form(at) is "," || otherName)
            {
                return TextSpan.FromBounds(span.Start, tokens.Ends[at - 1]);
            }
        }

        return span;
    }

    // "its war" is the war; a label never starts inside a word ("Type-12 boats").
    private static TextSpan Whole(AnnotatedReport report, TextSpan span)
    {
        TokenLayer tokens = report.Tokens;
        string text = report.Report.Text.Text;
        int first = tokens.TokenAt(span.Start), start = span.Start;
        while (tokens.Tags[first] is UniversalTag.Pron or UniversalTag.Det && tokens.Ends[first] < span.End)
        {
            start = tokens.Starts[++first];
        }

        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    private sealed record Use(string Label, string Core, string Whose, string Report, FramingVoice Voice, Evidence Evidence);
}
