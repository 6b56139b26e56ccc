using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>Parts sources from the clause before them that the parser took into them, and makes of two named bodies two sources.</summary>
internal sealed partial class SourceBounds(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    // "to" and up to four words of what he stands next to.
    private const int MaxPlace = 6;

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the sources in place, and gives their contents what was taken from these.</summary>
    public void Apply(List<Attribution> attributions)
    {
        WithoutDatelines(attributions);
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is { Kind: CueKind.Preposition } preposition)
            {
                WithSubject(attribution, preposition);
            }

            if (attribution.Cue is { Kind: CueKind.Verb } told && attribution.Source.IsEmpty && tree.SubjectBeforeParticiple(told.Head) is int paper and >= 0 && lexicon.NounKind(tree.Lemma(paper)) == ActorKind.Document && quoted.Of(paper) == quoted.Of(told.Head))
            {
                // "a letter sent by Bell warned of it": the letter does.
                List<int> words = linker.Trim([.. Enumerable.Range(tree.Yield(paper)[0], told.Tokens[0] - tree.Yield(paper)[0])], told);
                attribution.Source = new Choice(words, "source.participle", "noun before a participle that the parser took for the verb");
                attribution.Content = attribution.Content with { Tokens = attribution.Content.Tokens.FindAll(i => i > told.Head) };
            }

            if (attribution.Cue is { Kind: CueKind.Verb } verb && attribution.Source.Tokens is { Count: > 0 } place && WhoLeaves(place, verb) is { Count: > 0 } leaving)
            {
                attribution.Source = attribution.Source with { Tokens = leaving, Why = "who leaves the place before the participle" };
                continue;
            }

            if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Source.Tokens is not { Count: > 2 } source)
            {
                continue;
            }

            if (PersonBeside(source, cue) is { Count: > 0 } person)
            {
                attribution.Source = attribution.Source with { Tokens = person, Why = "the person told of last before a participle whose subject cannot speak" };
                continue;
            }

            int including = source.FindIndex(1, i => tree.Lower(i) is "including" && Tokens.Form(i - 1) is ",");
            if (including > 1)
            {
                // "members of the crew, including Ada Brown, say": all of them do.
                attribution.Source = attribution.Source with { Tokens = linker.Trim(source[..including], cue) };
                continue;
            }

            int matter = cue.Passive && source[0] > cue.Head ? source.FindIndex(1, i => tree.Lower(i) == "about" && tree.Is(i, "case")) : -1;
            if (matter > 0)
            {
                // "No details were reported by officials about the losses": the matter, and not who reports.
                attribution.Source = attribution.Source with { Tokens = linker.Trim(source[..matter], cue) };
                continue;
            }

            if (Beside(source, cue) is { Count: > 0 } beside)
            {
                attribution.Source = attribution.Source with { Tokens = [.. source, .. beside] };
                continue;
            }

            if (source[^1] != cue.Tokens[0] - 1 || quoted.Of(cue.Head) >= 0)
            {
                continue;
            }

            int clause = BehindClause(source, cue);
            if (clause > 0)
            {
                int first = tree.SentenceBounds(cue.Head).First;
                bool isBehind = attribution.Content.Tokens is [var opening, ..] && opening > cue.Head && Tokens.SentenceOf(opening) == Tokens.SentenceOf(cue.Head);
                attribution.Content = isBehind ? attribution.Content : attribution.Content with { Tokens = linker.Trim([.. Enumerable.Range(first, source[clause - 1] - first)], cue), Why = "the clause before the comma behind which its speaker stands" };
                attribution.Source = attribution.Source with { Tokens = source[clause..] };
                continue;
            }

            int own = OwnClause(source, cue);
            if (own > 0)
            {
                attribution.Source = attribution.Source with { Tokens = source[own..] };
                continue;
            }

            int both = source[0] - 2;
            if (both > 0 && tree.Lower(both + 1) == "and" && Tokens.Tags[both] == UniversalTag.Noun && (lexicon.IsGroup(tree.Lower(both)) || lexicon.NounKind(tree.Lemma(both)) is not null) && attribution.Content.Tokens.BinarySearch(both) < 0
                && Tokens.Form(both - 1) is "," && attribution.Content.Tokens is [.., var said] && said < both)
            {
                // "It sank, police and the man's friend said": the one who is named first speaks as well.
                attribution.Source = attribution.Source with { Tokens = [both, both + 1, .. source] };
                continue;
            }

            if (NameBefore(attribution, source) is int name and >= 0)
            {
                // "Ada Brown, an assistant district attorney said": the comma behind is missing.
                attribution.Source = attribution.Source with { Tokens = [.. Enumerable.Range(name, source[0] - name), .. source] };
                continue;
            }

            int behind = BehindComma(attribution, source);
            if (behind > 0)
            {
                int last = attribution.Content.Tokens[^1];
                attribution.Content = attribution.Content with { Tokens = [.. attribution.Content.Tokens, .. Enumerable.Range(last + 1, Math.Max(0, source[behind - 1] - last - 1))] };
                attribution.Source = attribution.Source with { Tokens = source[behind..] };
            }
        }
    }

    /// <summary>"The agency NNA and the Water Survey said it was high": a source of two named bodies becomes two statements with the same words.</summary>
    public void Part(List<Attribution> attributions)
    {
        for (int i = attributions.Count - 1; i >= 0; i--)
        {
            Attribution both = attributions[i];
            int joint = both.Cue is { Kind: CueKind.Verb } cue && both.Source.Tokens is { Count: > 2 } source && source[^1] < cue.Head ? Joint(source) : -1;
            if (joint <= 0)
            {
                continue;
            }

            List<int> first = both.Source.Tokens[..joint], second = both.Source.Tokens[(joint + 1)..];
            Attribution other = new(both.Cue, both.Source with { Tokens = second }, both.Content) { Addressee = both.Addressee, Medium = both.Medium, Hedge = both.Hedge, IsPart = true };
            other.Hops.AddRange(both.Hops);
            both.Source = both.Source with { Tokens = first };
            attributions.Insert(i + 1, other);
        }
    }

    /// <summary>"The Herald, citing two officials, said it leaks": no statement of its own, but whose words the other one tells.</summary>
    public void Cite(List<Attribution> attributions)
    {
        List<Attribution> gone = [];
        foreach (Attribution passed in attributions)
        {
            HandedOn(passed);
        }

        CiteBare(attributions, gone);
        QuoteRelative(attributions, gone);

        foreach (Attribution citing in attributions)
        {
            if (gone.Contains(citing) || citing.Cue is not { Kind: CueKind.Verb } cue || tree.Lower(cue.Head) is not ("citing" or "quoting") || cue.IsQuotedAs || quoted.Of(cue.Head) >= 0 || tree.Child(cue.Head, "obj") is not (int cited and >= 0))
            {
                continue;
            }

            int sentence = Tokens.SentenceOf(cue.Head);
            bool isSpeaker = lexicon.NounKind(tree.Lemma(cited)) is not null || lexicon.IsGroup(tree.Lower(cited)) || names.Overlapping(Tokens.Span(cited)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization);
            Attribution? main = isSpeaker ? attributions.Find(o => !ReferenceEquals(o, citing) && o.Cue is { Kind: CueKind.Verb } said && said.Has(CueFrames.Clause) && Tokens.SentenceOf(said.Head) == sentence && !o.Source.IsEmpty && o.Content.Tokens.BinarySearch(cue.Head) < 0 && (o.Source.Tokens.BinarySearch(cited) < 0 || o.Source.Tokens.BinarySearch(cue.Head) > 0)) : null;
            if (main is not null)
            {
                // "The Herald, citing two officials,": the clause is no part of the name.
                int clause = main.Source.Tokens.BinarySearch(cue.Head), comma = clause > 1 && Tokens.Form(main.Source.Tokens[clause - 1]) is "," ? 1 : 0;
                main.Source = clause > comma ? main.Source with { Tokens = main.Source.Tokens[..(clause - comma)] } : main.Source;
                main.Cited = tree.Yield(cited);
                gone.Add(citing);
            }
        }

        attributions.RemoveAll(gone.Contains);
        foreach (Attribution quoting in attributions)
        {
            // "State radio quoted a clerk: “It fell.”": the clerk speaks, and the radio hands it on.
            int speaker = quoting.Cue is { Kind: CueKind.Verb, IsQuotedAs: false, Passive: false } cue && tree.Lemma(cue.Head) == "quote" ? tree.Child(cue.Head, "obj") : -1, outlet = speaker < 0 ? -1 : tree.Child(quoting.Cue!.Head, "nsubj");
            if (outlet >= 0 && speaker > quoting.Cue!.Head && quoted.Of(speaker) < 0 && quoting.Content.Tokens[0] > speaker && quoting.Content.Tokens.TrueForAll(i => quoted.Of(i) >= 0) && quoting.Source.Tokens.BinarySearch(outlet) >= 0)
            {
                List<int> phrase = tree.Yield(speaker).FindAll(i => quoted.Of(i) < 0 && Tokens.Tags[i] != UniversalTag.Punct);
                quoting.Cue.Tokens.RemoveAll(phrase.Contains);
                quoting.Source = quoting.Source with { Tokens = phrase, Why = "object of “quoted”" };
                quoting.Hops.Add((outlet, HopRelation.QuotedBy));
            }
        }
    }

    // "two officials quoted by the Herald": the officials speak, and the paper hands it on.
    private void HandedOn(Attribution attribution)
    {
        List<int> source = attribution.Source.Tokens ?? [];
        int quoting = source.Find(i => tree.Is(i, "acl") && tree.Lower(i) is "cited" or "quoted" && i > source[0]);
        foreach (int child in quoting > 0 ? tree.Yield(quoting) : [])
        {
            if (tree.Is(child, "obl") && Tokens.Heads[child] == quoting && tree.CaseOf(child) == "by" && source[..source.IndexOf(quoting)] is { Count: > 0 } speaker)
            {
                attribution.Source = attribution.Source with { Tokens = speaker };
                attribution.Hops.Add((child, HopRelation.QuotedBy));
                return;
            }
        }
    }

    // "a man standing next to her screamed": the rest of where he stands, up to the cue.
    private List<int> Beside(List<int> source, Cue cue)
    {
        int end = cue.Tokens[0], rest = source[^1] + 1;
        bool isPlace = tree.Lower(source[^1]) is "next" or "close" or "opposite" && end - rest is > 1 and < MaxPlace && tree.Lower(rest) is "to";
        for (int i = rest; isPlace && i < end; i++)
        {
            isPlace = Tokens.Tags[i] is UniversalTag.Adp or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Pron or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Part;
        }

        return isPlace ? [.. Enumerable.Range(rest, end - rest)] : [];
    }

    // "The town still has water, gas and light and officials say": the last of a row of things had is who speaks.
    private int OwnClause(List<int> source, Cue cue)
    {
        int joint = source.FindLastIndex(i => tree.Lower(i) == "and");
        if (joint < 1 || joint + 1 >= source.Count || source[^1] - source[0] != source.Count - 1)
        {
            return -1;
        }

        int head = source.Find(i => Tokens.Heads[i] < 0 || source.BinarySearch(Tokens.Heads[i]) < 0), verb = Tokens.Heads[head];
        bool hasSpeaker = source[..joint].Exists(i => lexicon.NounKind(tree.Lemma(i)) is not null || lexicon.IsGroup(tree.Lower(i)) || names.Overlapping(Tokens.Span(i)).Any());
        bool isConjunct = verb >= 0 && verb < source[0] && tree.Is(head, "conj") && !hasSpeaker && tree.HasFeature(source[^1], "Number=Plur");
        bool isThing = isConjunct || verb >= 0 && verb < source[0] && (tree.Is(head, "obj") || tree.Is(head, "obl") || tree.Is(head, "nmod")) && Tokens.SentenceOf(verb) == Tokens.SentenceOf(cue.Head) && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head));
        int last = source.FindLast(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn);
        return isThing && last > source[joint] && (lexicon.NounKind(tree.Lemma(last)) is not null || lexicon.IsGroup(tree.Lower(last)) || names.Overlapping(Tokens.Span(last)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization)) ? joint + 1 : -1;
    }

    // "Her stay comes after Brown hit a van and lied to police, telling them …": a stay tells nothing; the person who acts right before the participle does.
    private List<int> PersonBeside(List<int> source, Cue cue)
    {
        int head = linker.Head(source);
        bool isThing = !cue.Passive && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && tree.Is(cue.Anchor, "advcl") && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head))
            && !tree.HasFeature(head, "Number=Plur") && !source.Exists(i => names.Overlapping(Tokens.Span(i)).Any(n => n.EndToken == source[^1] + 1));
        for (int i = cue.Head - 1; isThing && i > source[^1]; i--)
        {
            bool isPerson = tree.Is(i, "nsubj") && quoted.Of(i) == quoted.Of(cue.Head) && (names.Overlapping(Tokens.Span(i)).Any(static n => n.Kind == NameKind.Person) || (Tokens.Tags[i] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(i)) == ActorKind.Person));
            if (isPerson)
            {
                return tree.Yield(i);
            }
        }

        return [];
    }

    // The first token of a person's name before the comma before "a", "an" and a title that opens the source, or -1.
    private int NameBefore(Attribution attribution, List<int> source)
    {
        int comma = source[0] - 1;
        bool isTitle = comma > 0 && Tokens.Form(comma) is "," && tree.Lower(source[0]) is "a" or "an" && (lexicon.NounKind(tree.Lower(source[^1])) == ActorKind.Person || lexicon.NounKind(tree.Lemma(linker.Head(source))) == ActorKind.Person || lexicon.In("rank-titles", tree.Lower(source[^1])));
        foreach (NameMention name in isTitle ? names.Overlapping(Tokens.Span(comma - 1)) : [])
        {
            bool isFree = name.Kind == NameKind.Person && name.EndToken == comma && attribution.Content.Tokens.BinarySearch(name.FirstToken) < 0;
            if (isFree && (name.FirstToken == tree.SentenceBounds(comma).First || Tokens.Tags[name.FirstToken - 1] == UniversalTag.Punct))
            {
                return name.FirstToken;
            }
        }

        return -1;
    }

    // "She is asked to be the next clerk, port officials said", "WOMAN HIT BY VAN, LANOR MAYOR SAYS": a clause that the parser took for the beginning of its speaker; where the speaker begins, or -1.
    private int BehindClause(List<int> source, Cue cue)
    {
        int comma = source.FindLastIndex(i => Tokens.Form(i) is ","), first = tree.SentenceBounds(cue.Head).First;
        bool isSet = comma > 0 && comma + 1 < source.Count && source[^1] - source[comma] is > 0 and <= MaxPlace && source[^1] - source[comma] == source.Count - 1 - comma && Tokens.Tags[source[comma + 1]] is not (UniversalTag.Cconj or UniversalTag.Verb or UniversalTag.Adp)
            && !source.Skip(comma + 1).Any(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adp or UniversalTag.Sconj) && quoted.Of(source[comma]) < 0;
        if (!isSet || first >= source[comma] - 2)
        {
            return -1;
        }

        // Nothing but the sentence itself opens the source: "the man accused of it, port officials" has its clause inside a noun phrase.
        bool isInfinitive = source[..comma].Exists(i => Tokens.Tags[i] == UniversalTag.Part && tree.Lower(i) == "to") && source[0] > first && !source[..comma].Exists(i => tree.Lower(i) is "who" or "which");
        bool isCapitals = !Tokens.Text.Slice(Tokens.Span(first, cue.Head + 1)).AsSpan().ContainsAnyInRange('a', 'z');
        bool isHeadline = isCapitals && source[0] == first && source[..comma].Exists(i => Tokens.Tags[i] == UniversalTag.Verb || tree.Lower(i).EndsWith("ed", StringComparison.Ordinal));
        int last = source[^1];
        bool isSpeaker = Tokens.Tags[last] is UniversalTag.Noun or UniversalTag.Propn && (isCapitals || lexicon.NounKind(tree.Lemma(last)) is not null || lexicon.IsGroup(tree.Lower(last)) || names.Overlapping(Tokens.Span(last)).Any(static n => n.Kind is NameKind.Person or NameKind.Organization));
        return (isInfinitive || isHeadline) && isSpeaker ? comma + 1 : -1;
    }

    // "It struck the valley, and the city of Norby, state media said": no comma closes what would be an apposition.
    private int BehindComma(Attribution attribution, List<int> source)
    {
        int comma = source.FindLastIndex(i => Tokens.Form(i) is ",");
        if (comma < 1 || comma + 1 >= source.Count || attribution.Content.IsEmpty || attribution.Content.Tokens[^1] >= source[comma] || Tokens.SentenceOf(attribution.Content.Tokens[^1]) != Tokens.SentenceOf(source[0]) || attribution.Content.Tokens[^1] + 5 < source[0])
        {
            return -1;
        }

        int head = source[^1];
        bool isPerson = names.Overlapping(Tokens.Span(source[0], source[comma])).Any(static n => n.Kind == NameKind.Person);
        bool isSpeaker = Tokens.Tags[head] is UniversalTag.Noun && (lexicon.NounKind(tree.Lemma(head)) is ActorKind.Outlet or ActorKind.Agency or ActorKind.Government or ActorKind.Organization || lexicon.NounKind(tree.Lower(head)) is ActorKind.Outlet || lexicon.IsGroup(tree.Lower(head)));
        return isSpeaker && !isPerson && !source[(comma + 1)..].Exists(i => tree.Lower(i) == "and") ? comma + 1 : -1;
    }

    // The "and" between two phrases that each hold the name of a body, one of them at least an organization, and no person; or -1.
    private int Joint(List<int> source)
    {
        int joint = source.FindIndex(i => tree.Lower(i) == "and" && !names.Overlapping(Tokens.Span(i)).Any());
        if (joint < 1 || joint + 1 >= source.Count || source.FindLastIndex(i => tree.Lower(i) == "and" && !names.Overlapping(Tokens.Span(i)).Any()) != joint || source[^1] - source[0] != source.Count - 1)
        {
            return -1;
        }

        // "the Office of Fisheries and Inland Waters": one name of two matters.
        int of = source.FindIndex(i => tree.Lower(i) == "of");
        bool isOne = of > 0 && of < joint && tree.Child(source[joint + 1], "det") < 0 && Tokens.Tags[source[joint + 1]] != UniversalTag.Det && Tokens.Heads[source[of]] is var matter && matter > source[of] && matter < source[joint]
            && !source.GetRange(joint + 1, source.Count - joint - 1).Exists(i => tree.Lower(i) is "of" or "the" || lexicon.NounKind(tree.Lower(i)) is not null);
        return !isOne && IsBody(source[..joint]) && IsBody(source[(joint + 1)..]) && tree.Is(source[(joint + 1)..].Find(i => Tokens.Heads[i] < source[joint]), "conj") ? joint : -1;
    }

    private bool IsBody(List<int> phrase)
    {
        bool isBody = false;
        foreach (NameMention name in names.Overlapping(Tokens.Span(phrase[0], phrase[^1] + 1)))
        {
            if (name.Kind == NameKind.Person || name.EndToken <= phrase[0])
            {
                return false;
            }

            bool isHead = name.EndToken > phrase[^1] || lexicon.NounKind(tree.Lemma(phrase[^1])) is ActorKind.Agency or ActorKind.Outlet;
            isBody |= isHead && (name.Kind is NameKind.Organization or NameKind.Other || lexicon.NounKind(tree.Lemma(phrase[^1])) is ActorKind.Agency or ActorKind.Outlet);
        }

        return isBody && phrase.TrueForAll(i => Tokens.Form(i) is not "," && (Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Adp || names.Overlapping(Tokens.Span(i)).Any()));
    }
}
