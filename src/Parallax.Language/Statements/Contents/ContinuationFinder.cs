using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Contents;

/// <summary>Lets contents grow to the whole of their quotations, over sentences and paragraphs, and gives floating quotations a speaker.</summary>
internal sealed partial class ContinuationFinder(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private const int MinFloatingWords = 4;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Grows the contents and adds the floating quotations.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            TakeBack(attribution, attributions);
        }

        foreach (Attribution attribution in attributions)
        {
            GrowToQuotations(attribution, attributions);
            GrowBefore(attribution, attributions);
            TakeQuestion(attribution, attributions);
        }

        foreach (Attribution attribution in attributions)
        {
            GiveToSpeaker(attribution, attributions);
        }

        foreach (Attribution attribution in attributions)
        {
            GrowBehind(attribution, attributions);
        }

        Float(attributions);
    }

    // "Officials said it was dark. “It was cold. / We left,” said Ada Brown.": who speaks where a quotation ends has all of it, whatever went before.
    private void TakeBack(Attribution speaker, List<Attribution> all)
    {
        int front = speaker.Cue is { Kind: CueKind.Verb } cue && quoted.Of(cue.Head) < 0 && speaker.Source.Tokens is { Count: > 0 } ? speaker.Content.Tokens.FindLast(i => i < cue.Head) : 0;
        int last = front > 0 && tree.SentenceBounds(front).First == tree.SentenceBounds(speaker.Cue!.Head).First ? quoted.Of(front) : -1;
        if (last < 0 || quoted.Ranges[last].End > speaker.Cue!.Head)
        {
            return;
        }

        int first = last;
        while (quoted.Quotations[first].Continues && quoted.Quotations.FindLastIndex(first - 1, first, o => o.Depth == 0 && !o.Closed && o.Block == quoted.Quotations[first].Block - 1) is int before and >= 0)
        {
            first = before;
        }

        int from = quoted.Ranges[first].First, end = quoted.Ranges[last].End;
        foreach (Attribution other in all)
        {
            bool isBefore = !ReferenceEquals(other, speaker) && other.Cue is { Kind: CueKind.Verb or CueKind.Preposition } said && said.Head < from && Tokens.SentenceOf(said.Head) < Tokens.SentenceOf(from) && other.Content.Tokens[0] < from && other.Content.Tokens[^1] >= from && other.Content.Tokens[^1] < end;
            if (isBefore)
            {
                other.Content = other.Content with { Tokens = linker.Trim(other.Content.Tokens.FindAll(i => i < from), other.Cue) };
            }
        }
    }

    private void GrowToQuotations(Attribution attribution, List<Attribution> all)
    {
        bool[] overlapped = new bool[quoted.Quotations.Count];
        foreach (int token in attribution.Content.Tokens)
        {
            if (Tokens.Tags[token] != UniversalTag.Punct)
            {
                for (int q = 0; q < overlapped.Length; q++)
                {
                    overlapped[q] |= quoted.Ranges[q].First <= token && token < quoted.Ranges[q].End;
                }
            }
        }

        for (int q = 0; q < overlapped.Length; q++)
        {
            (int first, int end) = quoted.Ranges[q];
            bool holdsCue = attribution.Cue is { } cue && first <= cue.Head && cue.Head < end;
            bool holdsSource = attribution.Source.Tokens.Count > 0 && attribution.Source.Tokens.Exists(i => first <= i && i < end);
            bool isClausal = attribution.Cue is null or { Kind: CueKind.Verb, Entry: null } || attribution.Cue.Has(CueFrames.Clause | CueFrames.Quote | CueFrames.Infinitive | CueFrames.Target);
            bool inSentence = tree.SentenceBounds(attribution.Order) is var (from, to) && from <= first && end <= to;
            if (overlapped[q] && !holdsCue && !holdsSource && (isClausal || inSentence))
            {
                Add(attribution, First(q, attribution, all));
            }
        }
    }

    // “We go.” over several paragraphs and then "she said": her words begin where the mark opened, unless somebody else has these.
    private int First(int quotation, Attribution attribution, List<Attribution> all)
    {
        for (int q = quotation; quoted.Quotations[q].Continues;)
        {
            int block = quoted.Quotations[q].Block - 1;
            int before = quoted.Quotations.FindLastIndex(q - 1, q, o => o.Depth == 0 && !o.Closed && o.Block == block);
            if (before < 0 || all.Exists(o => !ReferenceEquals(o, attribution) && TakesQuotation(o, before)))
            {
                break;
            }

            quotation = q = before;
        }

        return quotation;
    }

    private void Add(Attribution attribution, int quotation)
    {
        HashSet<int> tokens = [.. attribution.Content.Tokens];
        for (int q = quotation; q >= 0; q = ContinuedBy(q))
        {
            for (int i = quoted.Ranges[q].First; i < quoted.Ranges[q].End; i++)
            {
                if (attribution.Cue is null || !attribution.Cue.Tokens.Contains(i))
                {
                    tokens.Add(i);
                }
            }
        }

        attribution.Content = attribution.Content with { Tokens = [.. tokens.Order()] };
    }

    private int ContinuedBy(int quotation)
    {
        Quotation q = quoted.Quotations[quotation];
        for (int next = quotation + 1; !q.Closed && q.Depth == 0 && next < quoted.Quotations.Count; next++)
        {
            if (quoted.Quotations[next].Block == q.Block + 1 && quoted.Quotations[next].Depth == 0)
            {
                return quoted.Quotations[next].Continues ? next : -1;
            }
        }

        return -1;
    }

    // “The water,” she said, “is cold.”: the quotation that the cue interrupts begins before it.
    private void GrowBefore(Attribution attribution, List<Attribution> all)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Content.Tokens[0] < cue.Head || !cue.Has(CueFrames.Clause | CueFrames.Quote))
        {
            return;
        }

        int start = cue.Tokens[0], first = tree.SentenceBounds(cue.Head).First, content = attribution.Content.Tokens[0];
        if (attribution.Source.Tokens is { Count: > 0 } source && source[0] < start && source[^1] < start)
        {
            start = source[0];
        }

        int before = start > first ? quoted.EndingAt(start - 1) : -1;
        bool isInterrupted = before >= 0 && quoted.Ranges[before].First >= first && quoted.Of(content) is int behind and >= 0 && behind != before && quoted.Ranges[behind].First >= content - 1 && quoted.Ranges[before].End - quoted.Ranges[before].First > 2
            && (Tokens.Form(start - 2) is "," || (start > first + 2 && Tokens.Form(start - 3) is ","));
        if (isInterrupted && !all.Exists(other => !ReferenceEquals(other, attribution) && TakesQuotation(other, before)))
        {
            Add(attribution, before);
        }
    }

    // "According to the Herald, Ada Brown said she left. “We go.”": what is quoted in the next sentence is her speech.
    private void GiveToSpeaker(Attribution outer, List<Attribution> all)
    {
        if (outer.Cue is not { Kind: CueKind.Preposition } cue)
        {
            return;
        }

        int end = tree.SentenceBounds(cue.Head).End;
        List<int> behind = outer.Content.Tokens.FindAll(i => i >= end && quoted.Of(i) >= 0);
        Attribution? inner = behind.Count == 0 ? null : all.Find(o => o.Cue is { Kind: CueKind.Verb } said && said.Head < end && said.Has(CueFrames.Clause) && !o.Source.IsEmpty && outer.Content.Tokens.BinarySearch(said.Head) >= 0);
        if (inner is not null)
        {
            outer.Content = outer.Content with { Tokens = outer.Content.Tokens.FindAll(i => i < end) };
            inner.Content = inner.Content with { Tokens = [.. inner.Content.Tokens.Union(behind).Order()] };
        }
    }

    // “We go,” she said. “We never stay.”: the second quotation goes on the first.
    private void GrowBehind(Attribution attribution, List<Attribution> all)
    {
        if (attribution.Cue is null || (attribution.Cue is not { Kind: CueKind.Verb, Entry: null } && !attribution.Cue.Has(CueFrames.Clause | CueFrames.Quote)) || !attribution.Content.Tokens.Exists(i => quoted.Of(i) >= 0) || quoted.Of(attribution.Cue.Head) >= 0)
        {
            return;
        }

        int block = Tokens.Sentences[Tokens.SentenceOf(attribution.Cue.Head)].Block;
        while (true)
        {
            int last = Math.Max(attribution.Cue.Tokens[^1], attribution.Content.Tokens[^1]);
            int end = tree.SentenceBounds(last).End;
            int rest = last + 1;
            List<int> clause = tree.Yield(attribution.Cue.Anchor);
            while (rest < end && (Tokens.Tags[rest] == UniversalTag.Punct || clause.BinarySearch(rest) >= 0) && quoted.Of(rest) < 0)
            {
                rest++;
            }

            int next = rest < Tokens.Count && (rest >= end || quoted.Of(rest) >= 0) ? quoted.Of(rest) : -1;
            bool follows = next >= 0 && quoted.Ranges[next].First == rest && quoted.Quotations[next].Block == block && quoted.WordCount(next, Tokens) >= 3
                && rest == tree.SentenceBounds(rest).First;
            bool isInnersOwn = follows && attribution.Cue.Kind == CueKind.Preposition && all.Exists(o => o.Cue is { Kind: CueKind.Verb } said && said.Has(CueFrames.Clause) && !o.Source.IsEmpty && attribution.Content.Tokens.BinarySearch(said.Head) >= 0
                && o.Content.Tokens[^1] >= attribution.Content.Tokens[^1]);
            if (!follows || isInnersOwn || attribution.Content.Tokens.BinarySearch(rest) >= 0 || all.Exists(other => !ReferenceEquals(other, attribution) && TakesQuotation(other, next)))
            {
                return;
            }

            int count = attribution.Content.Tokens.Count;
            Add(attribution, next);
            if (attribution.Content.Tokens.Count == count)
            {
                return;
            }
        }
    }

    private bool TakesQuotation(Attribution other, int quotation)
    {
        (int first, int end) = quoted.Ranges[quotation];
        bool outside = other.Cue is null || other.Cue.Head < first || other.Cue.Head >= end;
        return outside && other.Content.Tokens.Exists(i => first <= i && i < end && Tokens.Tags[i] != UniversalTag.Punct);
    }

    // "We go, she said.: a mark that nothing closes; who speaks stands behind the words, inside what was left open.
    private bool EndsInside(Attribution other, int quotation)
    {
        (int first, int end) = quoted.Ranges[quotation];
        return !quoted.Quotations[quotation].Closed && other.Cue is { Kind: CueKind.Verb } cue && other.Source.Tokens.Count > 0 && other.Content.Tokens[0] >= first && other.Content.Tokens[0] <= first + 1
            && other.Content.Tokens[^1] < cue.Head && cue.Head < end && tree.SentenceBounds(first).First == tree.SentenceBounds(end - 1).First;
    }

    // A sentence or paragraph that is all quotation and has no cue: the speaker of the attribution before it in this or the previous paragraph,
    // or the subject of a verb of opinion in the sentence just before ("Brown lauded Lund. “He is a fine man.”").
    private void Float(List<Attribution> attributions)
    {
        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
        for (int q = 0; q < quoted.Quotations.Count; q++)
        {
            (int first, int end) = quoted.Ranges[q];
            // "We go, she said.¶“We stay.”: she goes on.
            Attribution? open = quoted.Quotations[q].Continues && q > 0 && quoted.Quotations[q].Closed && !quoted.Quotations[q - 1].Closed ? attributions.Find(a => EndsInside(a, q - 1)) : null;
            if (quoted.Quotations[q].Depth > 0 || (quoted.Quotations[q].Continues && open is null) || end <= first || quoted.WordCount(q, Tokens) < MinFloatingWords
                || first != tree.SentenceBounds(first).First || !EndsSentence(end - 1) || attributions.Exists(a => TakesQuotation(a, q) || EndsInside(a, q)))
            {
                continue;
            }

            Attribution? before = open ?? Speaker(attributions, q) ?? OnlyQuoted(attributions, first);
            if (Announced(first) is { Count: > 0 } announced)
            {
                Attribution words = new(null, new Choice(announced, "source.floating", "name before a colon that announces the quotation"), new Choice([], "content.floating", "quotation without a cue"));
                Add(words, q);
                words.Content = words.Content with { Tokens = linker.Trim(words.Content.Tokens, null) };
                attributions.RemoveAll(a => a.Cue is { Negated: false } thought && thought.Has(CueFrames.Attitude) && quoted.Of(thought.Head) == q && a.Source.Tokens is [var who] && tree.Lower(who) is "i" or "we");
                int place = attributions.FindIndex(a => a.Order > words.Order);
                attributions.Insert(place < 0 ? attributions.Count : place, words);
                continue;
            }

            if (before?.Cue is { Kind: CueKind.Preposition } && attributions.Find(o => o.Cue is { Kind: CueKind.Verb } said && said.Has(CueFrames.Clause) && !o.Source.IsEmpty && Tokens.SentenceOf(said.Head) == Tokens.SentenceOf(before.Order)
                && before.Content.Tokens.BinarySearch(said.Head) >= 0 && o.Content.Tokens.Exists(i => quoted.Of(i) >= 0)) is { } inner)
            {
                // “We go,” she said, according to the Herald. “We stay.”: she goes on.
                before = inner;
            }

            List<int> praiser = before is null || Tokens.SentenceOf(before.Order) < Tokens.SentenceOf(first) - 1 ? OpinionBefore(first) : [];
            if (praiser.Count > 0 || before is not null)
            {
                Choice source = praiser.Count > 0 ? new Choice(praiser, "source.floating", "subject of a verb of opinion in the sentence before the quotation") : before!.Source with { Rule = "source.floating", Why = "speaker of the attribution before the quotation" };
                Attribution floating = new(null, source, new Choice([], "content.floating", "quotation without a cue"))
                {
                    Continues = praiser.Count > 0 ? null : before,
                };
                if (praiser.Count > 0 && MouthBefore(first) is int mouth and >= 0)
                {
                    floating.Hops.Add((mouth, HopRelation.PublishedIn));
                }

                Add(floating, q);
                floating.Content = floating.Content with { Tokens = linker.Trim(floating.Content.Tokens, null) };
                int next = attributions.FindIndex(a => a.Order > floating.Order);
                attributions.Insert(next < 0 ? attributions.Count : next, floating);
            }
        }
    }

    // The named subject of the main verb of the sentence before, where that is a cue of the lexicon in the active voice that made no statement.
    private List<int> OpinionBefore(int quotation)
    {
        int sentence = Tokens.SentenceOf(quotation) - 1;
        if (sentence < 0 || Tokens.Sentences[sentence].Block < Tokens.Sentences[sentence + 1].Block - 1)
        {
            return [];
        }

        for (int verb = Tokens.Sentences[sentence].EndToken - 1; verb > Tokens.Sentences[sentence].FirstToken; verb--)
        {
            // "and her office later released a statement.": whose words they are.
            int paper = lexicon.In("issue-lemmas", tree.Lemma(verb)) && tree.HasFeature(verb, "VerbForm=Fin") ? tree.Child(verb, "obj") : -1, issuer = paper > verb && lexicon.In("occasion-nouns", tree.Lemma(paper)) ? tree.Child(verb, "nsubj") : -1;
            if (0 <= issuer && issuer < verb && quoted.Of(issuer) < 0)
            {
                return linker.Trim(tree.Yield(issuer), null);
            }
        }

        for (int root = Tokens.Sentences[sentence].FirstToken; root < Tokens.Sentences[sentence].EndToken; root++)
        {
            if (Tokens.Heads[root] < 0)
            {
                int subject = Tokens.Tags[root] == UniversalTag.Verb && tree.Child(root, "aux:pass") < 0 && !lexicon.Find(CueKind.Verb, tree.Lemma(root)).IsEmpty ? tree.Child(root, "nsubj") : -1;
                return subject >= 0 && subject < root && Tokens.Tags[subject] == UniversalTag.Propn && quoted.Of(subject) < 0 ? linker.Trim(tree.Yield(subject), null) : [];
            }
        }

        return [];
    }

    // "Brown released a statement through the club.": who put it out for her, or -1.
    private int MouthBefore(int quotation)
    {
        Sentence before = Tokens.Sentences[Tokens.SentenceOf(quotation) - 1];
        for (int i = before.FirstToken; i < before.EndToken; i++)
        {
            int act = Tokens.Heads[i];
            bool isThrough = act >= 0 && (tree.Is(i, "obl") || tree.Is(i, "nmod")) && tree.CaseOf(i) is "through" or "via" && Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn;
            if (isThrough && (lexicon.In("issue-lemmas", tree.Lemma(act)) || lexicon.In("occasion-nouns", tree.Lemma(act))))
            {
                return i;
            }
        }

        return -1;
    }

    private bool EndsSentence(int token)
    {
        int end = tree.SentenceBounds(token).End;
        for (int i = token + 1; i < end; i++)
        {
            if (Tokens.Tags[i] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
    }

    private Attribution? Speaker(List<Attribution> attributions, int quotation)
    {
        int first = quoted.Ranges[quotation].First, block = quoted.Quotations[quotation].Block;
        Attribution? best = null;
        foreach (Attribution a in attributions)
        {
            // “We go,” she said.¶“We stay.”¶“We wait.”: she goes on where her words end, and not where she spoke.
            int said = a.Content.Tokens.FindLast(i => i < first && quoted.Of(i) >= 0), cueBlock = Tokens.Sentences[Tokens.SentenceOf(Math.Max(a.Order, said))].Block;
            bool before = a.Order < first && block - 1 <= cueBlock && a.Source.Tokens.Count > 0 && (a.Cue is null || quoted.Of(a.Cue.Head) < 0);
            // "According to the Herald, Brown said she left. “We go.”": Brown's words, and not the Herald's.
            bool isOuter = best is null || !(best.Content.Tokens.BinarySearch(a.Order) >= 0) || best.Cue is { Kind: CueKind.Preposition };
            // “We go,” she said after the clerk objected. “We stay.”: whose words stood in marks goes on, and not whom a clause beside them tells of.
            bool isBeside = best?.Cue is { Kind: CueKind.Verb } main && a.Cue is { Kind: CueKind.Verb } aside && Tokens.SentenceOf(main.Head) == Tokens.SentenceOf(aside.Head) && tree.Below(aside.Head, main.Head)
                && best.Content.Tokens.Exists(i => quoted.Of(i) >= 0) && !a.Content.Tokens.Exists(i => quoted.Of(i) >= 0);
            if (before && isOuter && !isBeside)
            {
                best = a;
            }
        }

        return best;
    }
}
