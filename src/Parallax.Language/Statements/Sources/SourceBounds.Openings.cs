using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>What opens a sentence: the place of a report, "according to" without a comma behind the source, sources that are cited, a place that somebody leaves.</content>
internal sealed partial class SourceBounds
{
    // "LANOR: The bridge is shut, officials said": where the report was written; its words are those of the officials.
    private void WithoutDatelines(List<Attribution> attributions)
    {
        foreach (Attribution place in attributions.FindAll(IsDateline))
        {
            attributions.Remove(place);
            (int first, int end) = tree.SentenceBounds(place.Cue!.Head);
            Attribution? said = attributions.Find(a => a.Cue is { Kind: CueKind.Verb } cue && first <= cue.Head && cue.Head < end && a.Source.Tokens is [var who, ..] && who > place.Content.Tokens[^1] && (a.Content.IsEmpty || a.Content.Tokens[0] >= end));
            if (said is not null)
            {
                said.Content = place.Content;
            }
        }
    }

    private bool IsDateline(Attribution attribution)
    {
        if (attribution.Cue is not { } cue || Tokens.Form(cue.Head) is not ":" || attribution.Source.Tokens is not { Count: > 0 and <= 3 } source || attribution.Content.IsEmpty || quoted.Of(attribution.Content.Tokens[0]) >= 0)
        {
            return false;
        }

        int sentence = Tokens.SentenceOf(cue.Head);
        bool isOpening = Tokens.Sentences[sentence].Part is not (TextPart.Title or TextPart.Heading) && Tokens.Sentences[sentence].FirstToken == source[0] && source[^1] == cue.Head - 1 && attribution.Content.Tokens[0] == cue.Head + 1;
        return isOpening && !Tokens.Text.Slice(Tokens.Span(source[0], source[^1] + 1)).AsSpan().ContainsAnyInRange('a', 'z')
            && names.Overlapping(Tokens.Span(source[0], source[^1] + 1)).Any(static n => n.Kind is NameKind.City or NameKind.Place or NameKind.Country or NameKind.Region);
    }

    // "According to Norland the Sudland navy crossed its border": where no comma stands, the source ends before the subject of the sentence, and all from there on is told.
    private void WithSubject(Attribution attribution, Cue cue)
    {
        (int first, int end) = tree.SentenceBounds(cue.Head);
        if (cue.Tokens[0] != first || quoted.Of(first) >= 0 || attribution.Source.Tokens is not { Count: > 0 } source || source[0] <= first)
        {
            return;
        }

        int verb = Root(first, end), subject = -1;
        foreach (int child in tree.Children(Math.Max(verb, first)))
        {
            bool isSubject = child < verb && (tree.Is(child, "nsubj") || tree.Is(child, "nsubj:pass") || tree.Is(child, "expl"));
            subject = isSubject && subject < 0 ? child : subject;
        }

        int start = subject < 0 ? -1 : tree.Yield(subject).FindIndex(i => i > source[0]) is int at and >= 0 ? tree.Yield(subject)[at] : -1;
        bool isUnset = start > source[0] && start < verb && source[^1] >= start - 1 && !Enumerable.Range(source[0], verb - source[0]).Any(i => Tokens.Form(i) is ",") && Tokens.Tags[start - 1] is UniversalTag.Noun or UniversalTag.Propn;
        bool isTold = isUnset && attribution.Content.Tokens.Exists(i => i >= source[0]) && (source[^1] >= start || attribution.Content.Tokens[0] != start);
        if (isTold && (Tokens.Tags[start] is UniversalTag.Det or UniversalTag.Pron || subject == start))
        {
            attribution.Source = attribution.Source with { Tokens = source.FindAll(i => i < start) };
            attribution.Content = attribution.Content with { Tokens = linker.Trim([.. Enumerable.Range(start, end - start)], cue) };
        }
    }

    private int Root(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (Tokens.Heads[i] < 0)
            {
                return i;
            }
        }

        return -1;
    }

    // "Reports citing officials put the dead at ninety": the reports tell it, and the officials are those they have it from.
    private void CiteBare(List<Attribution> attributions, List<Attribution> gone)
    {
        foreach (Attribution citing in attributions)
        {
            int next = citing.Cue is { Kind: CueKind.Verb, IsQuotedAs: false } cue && tree.Lower(cue.Head) is "citing" or "quoting" && tree.Is(cue.Anchor, "acl") && quoted.Of(cue.Head) < 0 && citing.Source.Tokens is [.., var last] && last == cue.Head - 1 ? cue.Head + 1 : -1;
            Attribution? main = next < 0 ? null : attributions.Find(o => o.Cue is { Kind: CueKind.Verb } said && said.Head > next && o.Source.Tokens is [var first, ..] && first == next && !o.Content.IsEmpty && Tokens.Heads[Tokens.Heads[citing.Cue!.Anchor]] == said.Head);
            if (main is not null)
            {
                main.Cited = main.Source.Tokens;
                main.Source = citing.Source;
                gone.Add(citing);
            }
        }
    }

    // "Two papers quoted villagers who said that it is shut": the villagers say it, and the papers hand it on.
    private void QuoteRelative(List<Attribution> attributions, List<Attribution> gone)
    {
        foreach (Attribution quoting in attributions)
        {
            int speaker = quoting.Cue is { Kind: CueKind.Verb, IsQuotedAs: false, Passive: false, Negated: false } cue && tree.Lemma(cue.Head) is "quote" or "cite" && quoted.Of(cue.Head) < 0 ? tree.Child(cue.Head, "obj") : -1;
            Attribution? said = speaker < 0 || quoting.Source.IsEmpty || quoting.Content.Tokens[0] > speaker ? null : attributions.Find(o => o.Cue is { Kind: CueKind.Verb } verb && verb.Head > speaker && tree.Is(verb.Anchor, "acl") && Tokens.Heads[verb.Anchor] == speaker
                && o.Source.Tokens is [var who] && tree.Lower(who) is "who" or "that" && quoting.Content.Tokens.BinarySearch(verb.Head) >= 0 && o.Content.Tokens.Exists(i => i > verb.Head));
            if (said is not null)
            {
                said.Source = said.Source with { Tokens = tree.Yield(speaker).FindAll(i => i < said.Source.Tokens[0] && Tokens.Tags[i] != UniversalTag.Punct), Why = "object of “quoted”" };
                said.Hops.Add((linker.Head(quoting.Source.Tokens), HopRelation.QuotedBy));
                gone.Add(quoting);
            }
        }
    }

    // "Bell leaves Norland praising the talks": who leaves it, and not the place.
    private List<int> WhoLeaves(List<int> source, Cue cue)
    {
        int place = linker.Head(source), verb = tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && !cue.Passive && source[^1] == cue.Tokens[0] - 1 ? Tokens.Heads[place] : -1;
        bool isPlace = verb >= 0 && verb < place && (tree.Is(place, "obj") || tree.Is(place, "obl")) && lexicon.In("leaving-lemmas", tree.Lemma(verb)) && names.Overlapping(Tokens.Span(place)).Any(static n => n.Kind is NameKind.City or NameKind.Place or NameKind.Country or NameKind.Region);
        int who = isPlace ? tree.Child(verb, "nsubj") : -1;
        return who >= 0 && who < verb ? tree.Yield(who) : [];
    }
}
