using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Chains;

/// <content>Media that hand words on and stand beside the cue.</content>
internal sealed partial class ChainBuilder
{
    // Words in which "As Ada Brown reports for the Herald," ends.
    private const int MaxAside = 14;

    // "declared in an interview with Axis", "wrote in a column this week in the Herald", "telling Axis's Night Talk that …".
    private void AddMedia(List<ChainHop> hops, Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Cue.Passive)
        {
            return;
        }

        List<int> occasion = surroundings.Occasion(attribution);
        foreach (int token in occasion.Where(i => tree.Lemma(i) == "interview"))
        {
            foreach (int child in tree.Children(token))
            {
                if (tree.Is(child, "nmod") && tree.CaseOf(child) is "with" or "to" && Medium(child, attribution) is { } asked)
                {
                    Add(hops, asked with { Kind = ActorKind.Outlet }, HopRelation.Told);
                    return;
                }
            }
        }

        // "on Axis's “Night Talk”", "during a call to Axis's “Night Talk”", "in the Axis interview": the station beside the programme or the interview.
        List<int> where = [.. occasion];
        foreach (int child in tree.Children(cue.Head))
        {
            where.AddRange(tree.Is(child, "obl") && tree.CaseOf(child) == "on" && child > cue.Head ? tree.Yield(child).FindAll(i => attribution.Content.Tokens.BinarySearch(i) < 0) : []);
        }

        foreach (int token in where)
        {
            bool isOwner = tree.Tokens.Tags[token] == UniversalTag.Propn && (tree.Is(token, "nmod:poss") || tree.Is(token, "compound")) && where.Contains(tree.Tokens.Heads[token]);
            if (isOwner && Medium(token, attribution) is { } station)
            {
                Add(hops, station with { Kind = ActorKind.Outlet }, occasion.Exists(i => lexicon.In("talk-nouns", tree.Lemma(i))) ? HopRelation.Told : HopRelation.PublishedIn);
                return;
            }
        }

        bool isColumn = tree.Lemma(cue.Head) is "write" or "argue" && occasion.Exists(i => lexicon.In("print-nouns", tree.Lemma(i)));
        foreach (int child in tree.Children(cue.Head))
        {
            bool isIn = (isColumn || tree.Lemma(cue.Head) == "write") && child > cue.Head && tree.Is(child, "obl") && tree.CaseOf(child) == "in" && tree.Tokens.Tags[child] == UniversalTag.Propn && attribution.Content.Tokens.BinarySearch(child) < 0 && occasion.BinarySearch(child) < 0;
            if (isIn && resolver.Resolve(sources.PhraseOf(child, attribution)) is { } print && (print.Kind is ActorKind.Outlet or ActorKind.Agency || (isColumn && print.Kind is ActorKind.Organization or ActorKind.Other or ActorKind.Product)))
            {
                Add(hops, print with { Kind = ActorKind.Outlet }, HopRelation.PublishedIn);
                return;
            }
        }

        int next = cue.Tokens[^1] + 1;
        next += next < tree.Tokens.Count && tree.Lower(next) == "the" ? 1 : 0;
        bool isTold = attribution.Addressee < 0 && tree.Lemma(cue.Head) == "tell" && next < tree.Tokens.Count && tree.Tokens.Tags[next] == UniversalTag.Propn && attribution.Content.Tokens.BinarySearch(next) < 0 && attribution.Source.Tokens.BinarySearch(next) < 0;
        if (isTold && Medium(next, attribution) is { } told)
        {
            Add(hops, told with { Kind = ActorKind.Outlet }, HopRelation.Told);
        }
    }

    // "As Ada Brown reports for the Herald, police said the dam broke": who tells what police said, and where it stands.
    private void AddReporter(List<ChainHop> hops, Attribution attribution)
    {
        TokenLayer tokens = tree.Tokens;
        int first = attribution.Cue is { Kind: CueKind.Verb } cue && attribution.Parent is null ? tree.SentenceBounds(cue.Head).First : -1;
        if (first < 0 || tree.Lower(first) != "as")
        {
            return;
        }

        int verb = first + 1, end = Math.Min(attribution.Cue!.Head, first + MaxAside);
        // The parser may take "reports" behind a name for a noun.
        while (verb < end && tokens.Tags[verb] is not UniversalTag.Punct && !(tokens.Tags[verb - 1] is UniversalTag.Propn && lexicon.In("report-lemmas", tree.Lemma(verb))))
        {
            verb++;
        }

        int comma = verb;
        while (comma < end && tokens.Form(comma) is not ",")
        {
            comma++;
        }

        bool isTelling = comma < end && verb > first + 1 && lexicon.In("report-lemmas", tree.Lemma(verb)) && (attribution.Source.IsEmpty || attribution.Source.Tokens[0] > comma);
        Resolved? reporter = isTelling ? resolver.Resolve([.. Enumerable.Range(first + 1, verb - first - 1)]) : null;
        if (reporter is not { Kind: ActorKind.Person or ActorKind.Outlet or ActorKind.Agency or ActorKind.Organization })
        {
            return;
        }

        if (verb + 2 < comma && tree.Lower(verb + 1) is "for" or "in" && resolver.Resolve([.. Enumerable.Range(verb + 2, comma - verb - 2)]) is { Kind: ActorKind.Outlet or ActorKind.Agency or ActorKind.Organization } outlet)
        {
            Add(hops, outlet with { Kind = outlet.Kind is ActorKind.Agency ? outlet.Kind : ActorKind.Outlet }, HopRelation.PublishedIn);
        }

        Add(hops, reporter, HopRelation.QuotedBy);
    }

    private Resolved? Medium(int head, Attribution attribution) => resolver.Resolve(Hearer(head, attribution)) is { Kind: ActorKind.Outlet or ActorKind.Agency } medium ? medium : null;
}
