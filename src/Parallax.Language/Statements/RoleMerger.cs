using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <summary>Brings together the attributions found by structure and those the network reads (role spans with links).</summary>
/// <remarks>
/// Where both see one cue, the network's spans are taken and the structure fills what it leaves empty; a cue that only the network sees becomes an
/// attribution of its own where source and content are there.
/// </remarks>
internal sealed class RoleMerger(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker, QuotationOwners owners)
{
    private List<Attribution> _others = [];

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds to and changes the attributions by the role spans.</summary>
    public void Apply(List<Attribution> attributions, RoleLayer roles)
    {
        _others = attributions;
        List<RoleSpan> spans = [.. roles.Spans];
        for (int c = 0; c < spans.Count; c++)
        {
            if (spans[c].Role != "cue")
            {
                continue;
            }

            List<int> cue = Range(spans[c]), source = [], content = [];
            for (int i = 0; i < spans.Count; i++)
            {
                if (spans[i].Cue == c && i != c)
                {
                    (spans[i].Role == "source" ? source : content).AddRange(Range(spans[i]));
                }
            }

            source.Sort();
            content.Sort();
            Attribution? found = attributions.Find(a => a.Cue is not null && a.Cue.Tokens.Exists(cue.Contains));
            if (found is not null)
            {
                Merge(found, cue, source, content);
            }
            else if (Make(cue, source, content) is { } made)
            {
                attributions.Add(made);
            }
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // Measured on PolNeAR dev: the network's spans are right more often than the structure's wherever it gives any; the structure fills what it leaves empty,
    // and stays where it is sure: passives with an agent, subjects of another head.
    private void Merge(Attribution found, List<int> cue, List<int> source, List<int> content)
    {
        Cue own = found.Cue!;
        if ((own.Passive && !own.IsQuotedAs && !found.Source.IsEmpty) || found.Content.Rule == "content.hearsay")
        {
            return;
        }

        if (!own.IsQuotedAs && cue.Contains(own.Head))
        {
            own.Tokens.Clear();
            own.Tokens.AddRange(found.Content.Rule == "content.ccomp" ? cue.FindAll(i => i <= own.Head || Tokens.Tags[i] != UniversalTag.Adp) : cue);
        }

        content = WithoutOccasion(Content(content, own), found.Content);
        content = WithoutNextCue(content, found);
        List<int> taken = content.Count > 0 ? content : found.Content.Tokens;
        source = Source(source.FindAll(i => taken.BinarySearch(i) < 0), own, found.Source);
        bool isSure = own.Kind == CueKind.Preposition || found.Source.Why == "sender of the message" || found.Source.Why?.StartsWith("subject (nsubj", StringComparison.Ordinal) == true;
        bool otherSubject = isSure && !found.Source.IsEmpty && source.Count > 0 && linker.Head(source) != linker.Head(found.Source.Tokens);
        bool isShorterName = source.Count > 0 && found.Source.Tokens.Count > source.Count && source[0] == found.Source.Tokens[0]
            && found.Source.Tokens.TrueForAll(i => i <= source[^1] || Tokens.Tags[i] == UniversalTag.Propn);
        bool isAgentless = own.Passive && !own.IsQuotedAs && source.Exists(i => !SameSentence(i, own));
        bool keeps = isAgentless || otherSubject || isShorterName || (own.IsQuotedAs && !found.Source.IsEmpty);
        if (source.Count > 0 && !keeps && !(own.Kind == CueKind.Noun && !found.Source.IsEmpty))
        {
            found.Source = new Choice(source, "source.roles", found.Source.IsEmpty ? "role tags of the network" : $"role tags of the network; {found.Source.Why}");
        }

        if (content.Count > 0 && !IsPart(found.Content, content) && !IsBetterClause(found.Content, content) && !HoldsSpeaker(found, content) && !IsCutShort(found, content) && !IsWithPurpose(found.Content, content) && !IsSpliced(found, content) && !IsElsewhere(found.Content, content, own))
        {
            found.Content = found.Content with { Tokens = content, Why = $"role tags of the network; {found.Content.Why}" };
        }
    }

    // "congratulated her, for her efforts", "and is expected to be moved": the network leaves out what the act is about.
    private static bool IsPart(Choice structure, List<int> network) => structure.Rule is "content.passive-infinitive" or "content.target" && network.Count < structure.Tokens.Count && network.TrueForAll(i => structure.Tokens.BinarySearch(i) >= 0);

    // "admitted for the first time on Monday that …": what stands between cue and "that" is no content.
    private bool IsBetterClause(Choice structure, List<int> network)
    {
        bool isThat = tree.Lower(structure.Tokens[0]) == "that" && ((structure.Rule == "content.ccomp" && structure.Tokens.TrueForAll(i => network.BinarySearch(i) >= 0)) || (structure.Rule == "content.noun-clause" && network.BinarySearch(structure.Tokens[0]) > 0));
        return isThat && network[0] < structure.Tokens[0];
    }

    // "The mayor said the bridge is safe, according to the paper": the paper tells that the mayor said so, whatever part of it the network takes.
    private bool HoldsSpeaker(Attribution found, List<int> network) => ((found.Cue!.Kind == CueKind.Preposition && found.Content.Rule == "content.prepositional") || (found.Content.Rule is "content.ccomp" or "content.parenthesis" && found.Content.Tokens[^1] < found.Cue.Tokens[0] && lexicon.In("report-lemmas", tree.Lemma(found.Cue.Head)) && !found.Source.IsEmpty))
        && _others.Exists(o => !ReferenceEquals(o, found) && o.Cue is { Kind: CueKind.Verb } cue && !network.Contains(cue.Head) && found.Content.Tokens.BinarySearch(cue.Head) >= 0
            && o.Source.Tokens.TrueForAll(i => found.Content.Tokens.BinarySearch(i) >= 0) && o.Content.Tokens.Exists(network.Contains));

    // "The ferry left, on Monday at noon, the port said": what stands between the network's content and source or cue is content too, where the parse says so.
    // "said crews flew out, boarded the ship and held ten": verbs that the clause goes on with.
    private bool IsCutShort(Attribution found, List<int> network)
    {
        List<int> clause = found.Content.Tokens;
        int rest = clause.Find(i => i > network[^1] && Tokens.Tags[i] != UniversalTag.Punct);
        if (found.Content.Rule is not "content.ccomp" || rest <= 0 || clause[0] != network[0] || !network.TrueForAll(i => clause.BinarySearch(i) >= 0))
        {
            return false;
        }

        // "thinks that if the bridge is safe, it means …", "reported that they got a message stating …": the network's spans do not nest, and end before the verb or the cue inside.
        bool isInner = linker.Head(clause) > network[^1] || (rest == network[^1] + 1 && _others.Exists(o => o.Cue is { } inner && inner.Head > network[^1] && clause.BinarySearch(inner.Head) >= 0 && !o.Source.IsEmpty
            && o.Source.Tokens.TrueForAll(i => clause.BinarySearch(i) >= 0) && network.BinarySearch(linker.Head(o.Source.Tokens)) >= 0));
        if (isInner)
        {
            return true;
        }

        bool isBefore = clause[^1] < found.Cue!.Tokens[0] && (found.Source.IsEmpty || clause[^1] < found.Source.Tokens[0]);
        bool opens = Tokens.Form(network[^1] + 1) is "," || Tokens.Tags[network[^1] + 1] is UniversalTag.Cconj;
        bool isParticiple = opens && clause.Exists(i => i > network[^1] && i <= network[^1] + 2 && tree.HasFeature(i, "VerbForm=Ger") && (tree.Is(i, "acl") || tree.Is(i, "advcl")) && network.BinarySearch(Tokens.Heads[i]) >= 0 && i == rest);
        return isBefore || isParticiple || (opens && clause.Exists(i => i > network[^1] && i <= network[^1] + 3 && tree.Is(i, "conj") && Tokens.Tags[i] == UniversalTag.Verb && tree.Child(i, "nsubj") < 0 && lexicon.Find(CueKind.Verb, tree.Lemma(i)).IsEmpty && network.BinarySearch(Tokens.Heads[i]) >= 0));
    }

    // “I hope they stay, we have tried it”: inside a quotation the clause ends where the parse says that another main clause begins.
    private bool IsSpliced(Attribution found, List<int> network)
    {
        List<int> clause = found.Content.Tokens;
        int next = network.Find(i => i > clause[^1] && Tokens.Tags[i] != UniversalTag.Punct);
        return found.Content.Rule == "content.ccomp" && quoted.Of(found.Cue!.Head) >= 0 && clause[0] == network[0] && next > 0 && Tokens.Form(next - 1) is "," && tree.Is(next, "nsubj") && !tree.Below(next, clause[0] < found.Cue.Head ? clause[0] : found.Cue.Head);
    }

    // "announced the visit to show its strength": why it was announced is not what was announced.
    private bool IsWithPurpose(Choice structure, List<int> network) => structure.Rule == "content.object" && network.Count > structure.Tokens.Count && network[0] == structure.Tokens[0]
        && structure.Tokens[^1] < network[^1] && network.Find(i => i > structure.Tokens[^1]) is var next && tree.Lower(next) == "to" && tree.Is(next, "mark") && tree.Is(Tokens.Heads[next], "advcl");

    // "During the visit, the mayor said …": a phrase before the cue that the parser kept out of its clause is no content.
    private List<int> WithoutOccasion(List<int> network, Choice structure)
    {
        if (structure.Rule != "content.ccomp" || network.Count == 0 || Tokens.Tags[network[0]] != UniversalTag.Adp || network[0] >= structure.Tokens[0])
        {
            return network;
        }

        int end = 1;
        while (end < network.Count && network[end] == network[end - 1] + 1)
        {
            end++;
        }

        bool isApart = end < network.Count && network[end - 1] < structure.Tokens[0];
        return isApart ? network[end..] : network;
    }

    // "said that the risk remains and stressed the need": the structure ended the clause before a cue of the same speaker.
    private List<int> WithoutNextCue(List<int> network, Attribution found)
    {
        int next = int.MaxValue;
        foreach (Attribution other in _others)
        {
            bool goesOn = other.Cue is { } cue && other.Source.Why == "subject of the cue that this one goes on" && found.Content.Rule == "content.ccomp" && cue.Head > found.Content.Tokens[^1] && SameSentence(cue.Head, found.Cue!);
            next = goesOn ? Math.Min(next, other.Cue!.Tokens[0]) : next;
        }

        int last = network.FindLastIndex(i => i < next);
        if (last + 1 == network.Count || last < 0)
        {
            return network;
        }

        return Tokens.Tags[network[last]] == UniversalTag.Cconj ? network[..last] : network[..(last + 1)];
    }

    // A clause that the parser hung on the cue is not given up for words of another sentence that share nothing with it.
    private bool IsElsewhere(Choice structure, List<int> network, Cue cue) =>
        structure.Rule is "content.ccomp" or "content.parenthesis" or "content.quotation-before" && !network.Exists(i => structure.Tokens.BinarySearch(i) >= 0 || SameSentence(i, cue));

    // One phrase in the cue's sentence, or the nearest before it; adverbs and prepositions at its edges are no part of it.
    private List<int> Source(List<int> tokens, Cue cue, Choice structure)
    {
        tokens = Piece(tokens, cue, structure);
        if (tokens.Exists(i => SameSentence(i, cue)))
        {
            tokens = tokens.FindAll(i => SameSentence(i, cue));
        }

        tokens = WithoutOccasion(linker.Trim(tokens, cue));
        int first = 0, last = tokens.Count - 1;
        while (first <= last && Tokens.Tags[tokens[first]] is UniversalTag.Adp or UniversalTag.Adv or UniversalTag.Cconj or UniversalTag.Sconj or UniversalTag.Punct)
        {
            first++;
        }

        while (last >= first && Tokens.Tags[tokens[last]] is UniversalTag.Adv or UniversalTag.Punct or UniversalTag.Adp or UniversalTag.Aux && Tokens.Form(tokens[last]) is not (")" or "\"" or "”"))
        {
            last--;
        }

        tokens = tokens[first..(last + 1)];
        if (tokens.Count > 0 && linker.Head(tokens) is var named && Tokens.Tags[named] == UniversalTag.Noun && lexicon.In("time-nouns", tree.Lemma(named)))
        {
            // "and several times described": when, and not who.
            return [];
        }

        return tokens.Count > 0 && Tokens.Tags[linker.Head(tokens)] is UniversalTag.Verb ? NounNearest(tokens, cue) : tokens;
    }

    // "In a recent essay in the Herald, Ada Brown": the speaker stands behind the comma.
    private List<int> WithoutOccasion(List<int> source)
    {
        int comma = source.FindIndex(i => Tokens.Form(i) is ",");
        bool isPhrase = comma > 0 && comma + 1 < source.Count && source[0] > 0 && Tokens.Tags[source[0] - 1] == UniversalTag.Adp && !tree.Is(source[0] - 1, "fixed");
        return isPhrase && source[..comma].Exists(i => lexicon.In("occasion-nouns", tree.Lemma(i))) ? source[(comma + 1)..] : source;
    }

    // Of several pieces the one that the structure chose too, else the nearest to the cue.
    private static List<int> Piece(List<int> tokens, Cue cue, Choice structure)
    {
        List<int> best = [];
        int bestDistance = int.MaxValue;
        for (int i = 0; i < tokens.Count;)
        {
            int end = i + 1;
            while (end < tokens.Count && tokens[end] == tokens[end - 1] + 1)
            {
                end++;
            }

            List<int> piece = tokens[i..end];
            int distance = !structure.IsEmpty && piece.Exists(t => structure.Tokens.BinarySearch(t) >= 0) ? -1 : Math.Min(Math.Abs(piece[0] - cue.Head), Math.Abs(piece[^1] - cue.Head));
            if (distance < bestDistance)
            {
                (best, bestDistance) = (piece, distance);
            }

            i = end;
        }

        return best;
    }

    // "Praising the deal the minister": not a noun phrase; the noun phrase in it that stands next to the cue.
    private List<int> NounNearest(List<int> tokens, Cue cue)
    {
        int best = -1;
        foreach (int token in tokens)
        {
            bool isHead = Tokens.Tags[token] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron
                && (Tokens.Heads[token] < 0 || tokens.BinarySearch(Tokens.Heads[token]) < 0 || Tokens.Tags[Tokens.Heads[token]] is UniversalTag.Verb or UniversalTag.Aux);
            if (isHead && (best < 0 || Math.Abs(token - cue.Head) < Math.Abs(best - cue.Head)))
            {
                best = token;
            }
        }

        return best < 0 ? [] : tree.Yield(best).FindAll(i => tokens.BinarySearch(i) >= 0);
    }

    // A piece in another sentence belongs only where it is quoted.
    private List<int> Content(List<int> tokens, Cue cue)
    {
        tokens = tokens.FindAll(i => !owners.IsOthers(i, cue));
        if (tokens.Exists(i => SameSentence(i, cue)))
        {
            tokens = tokens.FindAll(i => SameSentence(i, cue) || GoesOn(i, cue));
        }

        return linker.Trim(tokens, cue);
    }

    // In another sentence: only a quotation that reaches into the cue's, or that nothing but punctuation and quotations parts from it.
    private bool GoesOn(int token, Cue cue)
    {
        int q = quoted.Of(token);
        if (q < 0)
        {
            return false;
        }

        (int first, int end) = quoted.Ranges[q];
        (int from, int to) = tree.SentenceBounds(cue.Head);
        return (first < to && from < end) || (end <= from ? OnlyQuoted(end, from) : OnlyQuoted(to, first));
    }

    private bool OnlyQuoted(int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (quoted.Of(i) < 0 && Tokens.Tags[i] != UniversalTag.Punct)
            {
                return false;
            }
        }

        return true;
    }

    private bool SameSentence(int token, Cue cue) => Tokens.SentenceOf(token) == Tokens.SentenceOf(cue.Head);

    // A cue that the lexicon does not know must have a clause of its own or a quotation.
    private bool IsClausal(List<int> content, List<int> cue) =>
        content.Exists(i => tree.Is(i, "ccomp") && cue.Contains(Tokens.Heads[i])) || content.Count(i => quoted.Of(i) >= 0) * 2 > content.Count;

    private Attribution? Make(List<int> cue, List<int> source, List<int> content)
    {
        int head = linker.Head(cue);
        foreach (int token in cue)
        {
            if (Tokens.Tags[token] == UniversalTag.Verb)
            {
                head = token;
            }
        }

        // "made a revelation that": the noun carries it.
        if (Tokens.Tags[head] == UniversalTag.Verb && lexicon.Find(CueKind.Verb, tree.Lemma(head)).Length == 0)
        {
            head = cue.FindLast(i => Tokens.Tags[i] == UniversalTag.Noun && lexicon.Find(CueKind.Noun, tree.Lemma(i)).Length > 0) is int noun and > 0 ? noun : head;
        }

        (CueKind kind, CueEntry? entry) = Entry(head, cue, content);
        Cue made = new(head, cue, entry, kind, cue.Exists(i => tree.Lower(i) is "not" or "never" or "n't"), false, head);
        // "…, meaning that it closes": what follows from it.
        if ((entry is null && lexicon.In("not-cues", tree.Lemma(head))) || tree.Lower(head) == "meaning")
        {
            return null;
        }

        if (cue.Exists(i => lexicon.In("reception-verbs", tree.Lemma(i)) && Tokens.Tags[i] == UniversalTag.Verb) && kind == CueKind.Noun)
        {
            return Received(made, source, content);
        }

        if (kind == CueKind.Verb && linker.IsUnsaid(made))
        {
            return null;
        }

        Attribution attribution = new(made, new Choice(Source(source.FindAll(i => !content.Contains(i)), made, Choice.None), "source.roles", "role tags of the network"), new Choice(Content(content, made), "content.roles", "role tags of the network"));
        if (attribution.Source.IsEmpty && entry is not null && kind is CueKind.Verb or CueKind.Adjective && !attribution.Content.IsEmpty)
        {
            linker.FindSource(attribution);
        }

        if (kind == CueKind.Verb && IsOwnObject(head, attribution.Source.Tokens))
        {
            return null;
        }

        if (kind == CueKind.Verb && IsVisit(head, entry, attribution.Content.Tokens))
        {
            return null;
        }

        if (kind == CueKind.Verb && (IsActing(head, entry, attribution.Content.Tokens) || IsDoing(head, entry, attribution.Content.Tokens)))
        {
            return null;
        }

        if (owners.AreOthers(attribution.Content.Tokens, made) || !Fits(entry, attribution.Content.Tokens))
        {
            return null;
        }

        bool isMark = Tokens.Tags[head] == UniversalTag.Punct && cue.TrueForAll(i => Tokens.Tags[i] is UniversalTag.Punct or UniversalTag.Sym) && attribution.Source.Tokens.Exists(i => Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun);
        bool isKnown = isMark || entry is not null || (kind == CueKind.Verb && IsClausal(attribution.Content.Tokens, cue));
        bool mayStand = !attribution.Content.IsEmpty && (!attribution.Source.IsEmpty || (entry is not null && kind is CueKind.Adverb or CueKind.Noun)) && (isMark || Tokens.Tags[head] != UniversalTag.Punct);
        return isKnown && mayStand && linker.IsAttribution(attribution) ? attribution : null;
    }

    // "drew criticism from the union": who draws it does not speak; the from-phrase does, and where there is none nobody is named.
    private Attribution? Received(Cue cue, List<int> source, List<int> content)
    {
        int verb = cue.Tokens.Find(i => lexicon.In("reception-verbs", tree.Lemma(i)));
        int subject = tree.Child(verb, "nsubj"), speaker = -1;
        foreach (int at in new[] { verb, cue.Head })
        {
            foreach (int child in tree.Children(at))
            {
                speaker = child > cue.Head && tree.CaseOf(child) is "from" or "by" && (tree.Is(child, "obl") || tree.Is(child, "nmod")) ? child : speaker;
            }
        }

        if (subject < 0 || speaker < 0)
        {
            return null;
        }

        List<int> about = [.. tree.Yield(subject).Union(content.FindAll(i => !source.Contains(i))).Order()];
        List<int> speakers = tree.Yield(speaker).FindAll(i => !tree.Is(i, "case") || i > speaker);
        return new Attribution(cue, new Choice(linker.Trim(speakers, cue), "source.received", "from-phrase of a noun that the subject received"), new Choice(linker.Trim(about.FindAll(i => !speakers.Contains(i)), cue), "content.received", "subject of the verb of receiving"));
    }

    // "considering a plan", "threatened a vessel": a cue of clauses with a mere thing is none.
    private bool Fits(CueEntry? entry, List<int> content) =>
        entry is null || entry.Kind != CueKind.Verb || entry.Has(CueFrames.Object | CueFrames.Target) || !entry.Prepositions.IsEmpty
        || content.Exists(i => quoted.Of(i) >= 0 || Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux);

    // "agreed by signing": a by-clause tells how, and not what.
    private bool IsActing(int verb, CueEntry? entry, List<int> content)
    {
        if (entry is null || content.Count == 0 || content.Exists(i => quoted.Of(i) >= 0))
        {
            return false;
        }

        int head = linker.Head(content);
        bool hangs = Tokens.Heads[head] == verb && Tokens.Tags[head] == UniversalTag.Verb;
        return hangs && tree.Is(head, "advcl") && tree.Child(head, "mark", "by") >= 0;
    }

    // "continued to build on it": an infinitive tells what was done, where the cue takes none.
    private bool IsDoing(int verb, CueEntry? entry, List<int> content)
    {
        if (entry is null || content.Count == 0 || entry.Has(CueFrames.Infinitive | CueFrames.Passive | CueFrames.Addressee | CueFrames.Target) || content.Exists(i => quoted.Of(i) >= 0))
        {
            return false;
        }

        int head = linker.Head(content);
        return Tokens.Heads[head] == verb && tree.Is(head, "xcomp") && tree.Child(head, "mark", "to") >= 0 && content[0] > verb;
    }

    // "called on the president": a visit says nothing.
    private bool IsVisit(int verb, CueEntry? entry, List<int> content)
    {
        if (entry is null || content.Count == 0 || entry.Has(CueFrames.Target | CueFrames.Object | CueFrames.As) || content.Exists(i => quoted.Of(i) >= 0 || Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux))
        {
            return false;
        }

        int head = linker.Head(content);
        return Tokens.Heads[head] == verb && Tokens.Tags[head] is UniversalTag.Propn or UniversalTag.Pron && tree.CaseOf(head) is "on" or "upon";
    }

    // "a street dubbed the Mile", "ten were claimed": what a passive is about does not speak by it.
    private bool IsOwnObject(int verb, List<int> source)
    {
        int subject = tree.IsFinite(verb) ? -1 : tree.Child(verb, "nsubj:pass");
        bool isParticiple = Tokens.Relations[verb] == "acl" && tree.HasFeature(verb, "Voice=Pass");
        return (subject >= 0 && source.BinarySearch(subject) >= 0) || (isParticiple && source.BinarySearch(Tokens.Heads[verb]) >= 0);
    }

    private (CueKind Kind, CueEntry? Entry) Entry(int head, List<int> cue, List<int> content)
    {
        CueKind kind = Tokens.Tags[head] switch
        {
            UniversalTag.Noun => CueKind.Noun,
            UniversalTag.Adj => CueKind.Adjective,
            UniversalTag.Adv => CueKind.Adverb,
            UniversalTag.Adp => CueKind.Preposition,
            UniversalTag.Punct => CueKind.Punctuation,
            _ => CueKind.Verb,
        };
        ReadOnlySpan<CueEntry> entries = lexicon.Find(kind, tree.Lemma(head));
        foreach (CueEntry entry in entries)
        {
            // "called for": the entry whose preposition stands in the cue.
            if (entry.Prepositions.Contains(tree.Lower(cue[^1])))
            {
                return (kind, entry);
            }
        }

        // "asked the clerk to send it": the entry for quotations only is none of words that stand in no marks.
        int first = entries.Length > 1 && entries[0].Has(CueFrames.Quote) && !content.Exists(i => quoted.Of(i) >= 0) ? 1 : 0;
        return (kind, entries.Length > 0 ? entries[first] : null);
    }

    private static int Shared(List<int> one, List<int> other) => one.Count(i => other.BinarySearch(i) >= 0);

    private static List<int> Range(RoleSpan span)
    {
        List<int> tokens = [];
        for (int i = span.FirstToken; i < span.EndToken; i++)
        {
            tokens.Add(i);
        }

        return tokens;
    }
}
