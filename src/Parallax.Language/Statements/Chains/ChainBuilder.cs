using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Chains;

/// <summary>Builds the evidential chain of each attribution: from the report outward over enclosing speakers and intermediaries to the root.</summary>
internal sealed partial class ChainBuilder(CueLexicon lexicon, DependencyTree tree, SourceResolver resolver, SourceFinder sources, CueSurroundings surroundings, PastedBlocks pasted, List<Attribution> attributions)
{
    private const int MaxDepth = 16, MaxSentences = 6;

    // Words of an outer statement beside those of the one in it ("that", "also", "on Monday").
    private const int MaxBeside = 4;

    private Dictionary<string, Resolved>? _writers;

    /// <summary>All hops, outermost first, the source itself left out.</summary>
    public ImmutableArray<ChainHop> Chain(Attribution attribution)
    {
        List<ChainHop> hops = [];
        if (pasted.CreditOf(tree.Tokens.Starts[attribution.Cue?.Head ?? attribution.Order]) is { } credit)
        {
            (int from, int to) = tree.Tokens.TokensOf(credit);
            Resolved outlet = resolver.Resolve([.. Enumerable.Range(from, to - from)]);
            bool isBody = outlet.Kind is ActorKind.Outlet or ActorKind.Agency or ActorKind.Organization; // "USA Today" is no country.
            Add(hops, outlet with { Kind = ActorKind.Outlet, Name = isBody ? outlet.Name : tree.Tokens.Text.Slice(credit), Entity = isBody ? outlet.Entity : null }, HopRelation.PublishedIn);
        }

        Stack<Attribution> above = new();
        for (Attribution? outer = attribution.Parent; outer is not null && above.Count < MaxDepth; outer = outer.Parent)
        {
            above.Push(outer);
        }

        foreach (Attribution outer in above)
        {
            foreach (ChainHop hop in Own(outer))
            {
                Add(hops, hop);
            }

            if (outer.Source.Tokens.Count > 0)
            {
                Resolved handing = resolver.Resolve(outer.Source.Tokens);
                Add(hops, handing.Kind == ActorKind.Document && Creator(outer) is { } maker ? maker : handing, Relation(outer));
            }
        }

        // Who speaks hands nothing on to himself: "he said that he had told the paper …".
        Resolved speaker = resolver.Resolve(attribution.Source.Tokens ?? []);
        hops.RemoveAll(h => h.Relation is HopRelation.QuotedBy && speaker.Kind != ActorKind.NotStated && (h.Entity is null ? string.Equals(h.Name, speaker.Name, StringComparison.OrdinalIgnoreCase) : h.Entity == speaker.Entity));
        Attribution said = attribution;
        for (int steps = 0; said.Cue is null && said.Continues is { } before && steps < MaxDepth; steps++)
        {
            // A quotation that goes on was told to whom its beginning was told.
            said = before;
        }

        foreach (ChainHop hop in Own(said))
        {
            Add(hops, hop);
        }

        return [.. hops];
    }

    /// <summary>Whom the words go back to.</summary>
    public ChainRoot Root(Attribution attribution, Resolved source)
    {
        if (attribution.Source.IsEmpty)
        {
            return new ChainRoot(null, ActorKind.NotStated);
        }

        if (source.Kind == ActorKind.Document && attribution.Source.Tokens.Exists(i => tree.Is(i, "compound") && tree.Tokens.Tags[i] != UniversalTag.Propn && lexicon.In("press-words", tree.Lower(i))))
        {
            // "Norland media reports": of outlets that nobody names.
            return new ChainRoot(null, ActorKind.NotStated);
        }

        if (source.Kind == ActorKind.Document && Creator(attribution) is { } creator)
        {
            return new ChainRoot(creator.Name, creator.Kind);
        }

        if (attribution.Cited.Count > 0)
        {
            Resolved cited = resolver.Resolve(attribution.Cited);
            return new ChainRoot(cited.Name, cited.Kind);
        }

        // An outlet that reports is seldom the root: who told it is not stated.
        bool isReporter = source.Kind is ActorKind.Outlet or ActorKind.Agency;
        bool reports = attribution.Cue is { } cue && (cue.Kind == CueKind.Preposition || lexicon.In("report-lemmas", tree.Lemma(cue.Head)));
        return !isReporter || !reports ? new ChainRoot(source.Name, source.Kind) : Told(attribution) is { } told && resolver.Resolve(told.Source.Tokens) is var teller && teller.Kind is not (ActorKind.Outlet or ActorKind.Agency or ActorKind.Other) ? Root(told, teller) : new ChainRoot(null, ActorKind.NotStated);
    }

    /// <summary>Whether a statement only tells in what record another's words stand ("“No,” Bell said, according to a transcript of the show"): a hop of that one, and none of its own.</summary>
    public bool IsRecord(Attribution outer) => outer is { Parent: null, Cue.Kind: CueKind.Preposition, Source.Tokens: { Count: > 0 } record } && record.Exists(i => lexicon.In("record-nouns", tree.Lemma(i)) && (tree.Tokens.Heads[i] < 0 || record.BinarySearch(tree.Tokens.Heads[i]) < 0)) && Told(outer) is not null;

    // "Police said the dam broke, the Herald reported.": whose words are all that the outer statement has.
    private Attribution? Told(Attribution outer)
    {
        foreach (Attribution inner in attributions)
        {
            if (!ReferenceEquals(inner.Parent, outer) || inner.Source.IsEmpty || inner.Cue is not { } cue)
            {
                continue;
            }

            int others = outer.Content.Tokens.Count(i => tree.Tokens.Tags[i] != UniversalTag.Punct && inner.Content.Tokens.BinarySearch(i) < 0 && inner.Source.Tokens.BinarySearch(i) < 0 && !cue.Tokens.Contains(i));
            if (others <= MaxBeside)
            {
                return inner;
            }
        }

        return null;
    }

    private List<ChainHop> Own(Attribution attribution)
    {
        List<ChainHop> hops = [];
        AddReporter(hops, attribution);
        foreach ((int head, HopRelation relation) in attribution.Hops)
        {
            List<int> phrase = sources.PhraseOf(head, attribution);
            phrase.RemoveAll(i => tree.Tokens.Tags[i] == UniversalTag.Punct && (i == phrase[0] || i == phrase[^1]));
            Resolved hop = resolver.Resolve(phrase);
            Add(hops, relation == HopRelation.PublishedIn && hop.Kind is not ActorKind.Agency && lexicon.NounKind(tree.Lemma(head)) is not (ActorKind.Organization or ActorKind.Person) ? hop with { Kind = ActorKind.Outlet } : hop, relation);
        }

        int print = surroundings.Print(surroundings.Occasion(attribution));
        if (print >= 0)
        {
            Resolved place = resolver.Resolve(sources.PhraseOf(print, attribution));
            // "in an interview with Ada Brown": who asks, and not where it stands.
            if (place.Kind is not ActorKind.Person)
            {
                Add(hops, place.Kind is ActorKind.Agency ? place : place with { Kind = ActorKind.Outlet }, HopRelation.PublishedIn);
            }
        }

        int issuer = surroundings.Issuer(attribution.Release ?? attribution);
        if (issuer >= 0 && resolver.Resolve(sources.PhraseOf(issuer, attribution)) is { } body && body.Kind is not (ActorKind.Other or ActorKind.Document or ActorKind.Product or ActorKind.Event) && !string.Equals(body.Name, Speaker(attribution).Name, StringComparison.OrdinalIgnoreCase))
        {
            Add(hops, body, HopRelation.PublishedIn);
        }

        int receiver = surroundings.Receiver(attribution);
        if (receiver >= 0 && resolver.Resolve(Hearer(receiver, attribution)) is { Kind: ActorKind.Outlet or ActorKind.Agency } taker)
        {
            Add(hops, taker, HopRelation.Told);
        }
        else if (receiver >= 0 && tree.Tokens.Heads[receiver] is >= 0 and var paper && tree.Lemma(paper) is "statement" && resolver.Resolve(Hearer(receiver, attribution)) is { Kind: ActorKind.Organization or ActorKind.Other or ActorKind.Product } reader)
        {
            // "in a statement to Axis": whom a statement is made to prints it.
            Add(hops, reader with { Kind = ActorKind.Outlet }, HopRelation.Told);
        }

        if (attribution.Addressee >= 0)
        {
            Resolved told = resolver.Resolve(Hearer(attribution.Addressee, attribution));
            if (told.Entity is null && tree.Lower(attribution.Addressee) is "press" or "media")
            {
                // "told the press": none in particular.
            }
            else if (told.Kind is ActorKind.Outlet or ActorKind.Agency)
            {
                Add(hops, told, HopRelation.Told);
            }
            else if (told.Kind is ActorKind.Person && PaperOf(attribution) is { } house)
            {
                Add(hops, house with { Kind = ActorKind.Outlet }, HopRelation.Told);
            }
            else if (IsMagazine(attribution, told.Kind))
            {
                Add(hops, told with { Kind = ActorKind.Outlet, Entity = null, Name = tree.Tokens.Form(attribution.Addressee).ToString() }, HopRelation.Told);
            }
            else if (lexicon.NounKind(tree.Lemma(attribution.Addressee)) is ActorKind.Outlet or ActorKind.Agency || (tree.Tokens.Tags[attribution.Addressee] == UniversalTag.Propn && told.Kind != ActorKind.Person && lexicon.In("outlet-words", tree.Lower(attribution.Addressee))) || IsInCapitals(tree.Tokens.Form(attribution.Addressee)))
            {
                Add(hops, told with { Kind = ActorKind.Outlet }, HopRelation.Told);
            }
            else if (((told.Kind is ActorKind.Organization or ActorKind.Other && tree.Tokens.Tags[attribution.Addressee] == UniversalTag.Propn) || IsCallSign(tree.Tokens.Form(attribution.Addressee))) && attribution.Cue is { } cue && tree.Lemma(cue.Head) is "tell" or "describe" or "confirm")
            {
                // "told Axis News": a named body that is told something in a report is one that prints it; a government body is none of this kind.
                Add(hops, told with { Kind = ActorKind.Outlet }, HopRelation.Told);
            }
        }

        if (hops.Count == 0)
        {
            AddMedia(hops, attribution);
        }

        if (!attribution.Source.IsEmpty)
        {
            Resolved source = resolver.Resolve(attribution.Source.Tokens);
            if (source.Kind == ActorKind.Document && Creator(attribution) is not null)
            {
                Add(hops, source, HopRelation.PublishedIn);
            }
        }

        return hops;
    }

    // "confirmed to the Herald that …": where the cue runs on over the one who is told, the phrase is read from the parse.
    private List<int> Hearer(int head, Attribution attribution) =>
        sources.PhraseOf(head, attribution) is var phrase && (phrase.Count > 0 || tree.Tokens.Tags[head] != UniversalTag.Propn) ? phrase : [.. tree.Yield(head).SkipWhile(i => tree.Tokens.Tags[i] is UniversalTag.Adp or UniversalTag.Part or UniversalTag.Punct).TakeWhile(i => tree.Tokens.Tags[i] is not (UniversalTag.Punct or UniversalTag.Verb or UniversalTag.Sconj))];

    // "told KX7's Ada Brown", "told Lanor Post columnist Ada Brown": for whom the one works who was told.
    private Resolved? PaperOf(Attribution attribution)
    {
        foreach (int token in Hearer(attribution.Addressee, attribution))
        {
            ReadOnlySpan<char> form = tree.Tokens.Form(token);
            if (form is [.. var letters, '\'' or '’', 's'] && IsCallSign(letters))
            {
                return new Resolved(letters.ToString(), null, ActorKind.Outlet, letters.ToString(), [new TextSpan(tree.Tokens.Starts[token], letters.Length)]);
            }

            bool isOwner = tree.Tokens.Tags[token] == UniversalTag.Propn && token != attribution.Addressee && (tree.Tokens.Relations[token] == "nmod:poss" || tree.Is(token, "compound"));
            if (isOwner && resolver.Resolve(sources.PhraseOf(token, attribution)) is { } owner && (owner.Kind is ActorKind.Outlet or ActorKind.Agency || IsCallSign(form)))
            {
                return owner;
            }
        }

        return null;
    }

    // "told Harbour", "told Us": one word that the sentence writes with a capital, and nobody's name, people's or office's, is a magazine.
    private bool IsMagazine(Attribution attribution, ActorKind kind)
    {
        int told = attribution.Addressee;
        ReadOnlySpan<char> form = tree.Tokens.Form(told);
        bool isPeople = form is "People" && kind is ActorKind.Group;
        bool isWord = form.Length > 1 && char.IsUpper(form[0]) && !form[1..].ContainsAnyInRange('A', 'Z') && told > tree.SentenceBounds(told).First && Hearer(told, attribution) is [_];
        return isWord && (isPeople || kind is ActorKind.Unnamed or ActorKind.Other or ActorKind.Product or ActorKind.Event || form is "Us") && attribution.Cue is { } cue && tree.Lemma(cue.Head) is "tell" or "confirm" && (tree.Lower(told) is "people" or "us" || !tree.HasFeature(told, "Number=Plur"));
    }

    // "confirms to NORDEN": a magazine that writes itself in capitals.
    private static bool IsInCapitals(ReadOnlySpan<char> form) => form.Length > 4 && !form.ContainsAnyExceptInRange('A', 'Z');

    // "KX7", "NORD24": the name of a station, capitals and then its number.
    private static bool IsCallSign(ReadOnlySpan<char> form) =>
        form.Length is > 2 and < 8 && char.IsAsciiLetterUpper(form[0]) && char.IsAsciiLetterUpper(form[1]) && char.IsAsciiDigit(form[^1]) && !form.ContainsAnyExceptInRange('0', 'Z');

    private Resolved Speaker(Attribution attribution) => resolver.Resolve(attribution.Source.Tokens ?? []);

    private HopRelation Relation(Attribution outer) => outer.Cue switch
    {
        { Kind: CueKind.Preposition } => HopRelation.AccordingTo,
        { } cue when lexicon.In("tweet-lemmas", tree.Lemma(cue.Head)) => HopRelation.TweetedBy,
        _ => HopRelation.QuotedBy,
    };

    /// <summary>Whose document it is: "the Kremlin readout", "a report by the institute", "the ministry's statement".</summary>
    private Resolved? Creator(Attribution attribution)
    {
        if (attribution.Source.Tokens.Exists(i => tree.Is(i, "compound") && tree.Tokens.Tags[i] != UniversalTag.Propn && lexicon.In("press-words", tree.Lower(i))))
        {
            return null;
        }

        foreach (int token in attribution.Source.Tokens)
        {
            int head = tree.Tokens.Heads[token];
            bool ofHead = head >= 0 && attribution.Source.Tokens.BinarySearch(head) >= 0 && lexicon.NounKind(tree.Lemma(head)) == ActorKind.Document;
            bool isMaker = tree.Tokens.Relations[token] == "nmod:poss" || (tree.Is(token, "compound") && tree.Tokens.Tags[token] == UniversalTag.Propn)
                || (tree.Is(token, "nmod") && tree.CaseOf(token) is "by" or "from");
            // "the report, released by the institute"
            int participle = tree.Is(token, "obl") && tree.CaseOf(token) == "by" ? head : -1;
            isMaker |= participle >= 0;
            isMaker &= !(tree.CaseOf(token) == "from" && ofHead && tree.HasFeature(head, "Number=Plur")); // "reports from Vorna": where they come from
            ofHead |= participle >= 0 && tree.Is(participle, "acl") && tree.Lemma(participle) is var act && (lexicon.In("issue-lemmas", act) || act is "write" or "prepare" or "conduct" or "compile" or "author")
                && tree.Tokens.Heads[participle] is var document && lexicon.NounKind(tree.Lemma(document)) == ActorKind.Document && attribution.Source.Tokens.BinarySearch(document) >= 0;
            if (ofHead && isMaker && !IsToldOf(token, head))
            {
                Resolved maker = resolver.Resolve(sources.PhraseOf(token, attribution));
                return (maker.Kind == ActorKind.Place && tree.Is(token, "compound")) || maker.Kind is ActorKind.Group or ActorKind.Product or ActorKind.Event or ActorKind.Document or ActorKind.Other ? null : maker;
            }
        }

        return resolver.Resolve(attribution.Source.Tokens).Entity is { } paper && Writers().TryGetValue(paper, out Resolved? writer) ? writer : Issuer(attribution);
    }

    // "his police record", "Brown's indictment": a document about a person, who did not make it.
    private bool IsToldOf(int token, int document) => tree.Tokens.Relations[token] == "nmod:poss" && lexicon.In("told-of-documents", tree.Lemma(document)) && (tree.Lower(token) is "his" or "her" || resolver.EntityAt(token)?.Kind is ActorKind.Person);

    // "The port is open, the mayor said in a statement. “…,” the statement said. It said …": whose statement it is, some sentences before.
    private Resolved? Issuer(Attribution attribution)
    {
        List<int> source = attribution.Source.Tokens;
        bool isSame = source.Count <= 2 && tree.Lower(source[0]) is "the" or "this" or "that" or "it";
        string name = isSame ? resolver.Resolve(source).Name : "";
        string noun = name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        for (int i = attributions.Count - 1; i >= 0 && noun.Length > 0; i--)
        {
            Attribution before = attributions[i];
            int distance = tree.Tokens.SentenceOf(attribution.Order) - tree.Tokens.SentenceOf(before.Order);
            if (distance is < 1 or > MaxSentences || before.Parent is not null || before.Source.IsEmpty)
            {
                continue;
            }

            if (before.Source.Tokens.Count > 2 && before.Source.Tokens.Exists(t => tree.Lower(t) == noun) && resolver.Resolve(before.Source.Tokens).Kind == ActorKind.Document && Creator(before) is { } maker)
            {
                // "according to a report from KVRN-TV … according to the report"
                return maker;
            }

            bool isIn = surroundings.Occasion(before).Exists(t => tree.Lemma(t) == noun) || before.Cue?.Tokens.Exists(t => tree.Lemma(t) == noun) == true;
            if (isIn && resolver.Resolve(before.Source.Tokens) is { Kind: not (ActorKind.Document or ActorKind.NotStated or ActorKind.Other or ActorKind.Product or ActorKind.Event) } writer)
            {
                return writer;
            }
        }

        return null;
    }

    // "Ada Brown wrote a letter describing the dam. … the letter read": whose letter it is, by the entity of the letter.
    private Dictionary<string, Resolved> Writers()
    {
        if (_writers is not null)
        {
            return _writers;
        }

        _writers = new(StringComparer.Ordinal);
        for (int i = 0; i < tree.Tokens.Count; i++)
        {
            bool writes = tree.Lemma(i) is "write" or "pen" or "author", issues = lexicon.In("issue-lemmas", tree.Lemma(i));
            int paper = tree.Tokens.Tags[i] == UniversalTag.Verb && (writes || issues) ? tree.Child(i, "obj") : -1, writer = paper > i ? tree.Child(i, "nsubj") : -1;
            if (writer >= 0 && writer < i && lexicon.NounKind(tree.Lemma(paper)) == ActorKind.Document && resolver.EntityAt(paper)?.Id is { } id && resolver.Resolve([writer]) is { } maker
                && (maker.Kind is ActorKind.Person || (issues && maker.Kind is ActorKind.Organization or ActorKind.Government)))
            {
                _writers.TryAdd(id, maker);
            }
        }

        return _writers;
    }

    private static void Add(List<ChainHop> hops, Resolved hop, HopRelation relation) => Add(hops, new ChainHop(hop.Name, hop.Entity, hop.Kind, relation, hop.Spans));

    // "told Axis News" in a text pasted from Axis News: one hop. What has no name (a pair of marks) is none.
    private static void Add(List<ChainHop> hops, ChainHop hop)
    {
        if (string.IsNullOrWhiteSpace(hop.Name))
        {
            return;
        }

        if (hops.Count == 0 || (!string.Equals(hops[^1].Name, hop.Name, StringComparison.OrdinalIgnoreCase) && (hop.Entity is null || hops[^1].Entity != hop.Entity)))
        {
            hops.Add(hop);
        }
    }
}
