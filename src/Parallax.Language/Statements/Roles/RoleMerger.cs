using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements.Roles;

/// <summary>Brings together the attributions found by structure and those the network reads (role spans with links).</summary>
/// <remarks>
/// Where both see one cue, the network's spans are taken and the structure fills what it leaves empty; a cue that only the network sees becomes an
/// attribution of its own where source and content are there.
/// </remarks>
internal sealed class RoleMerger(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker, QuotationOwners owners)
{
    private readonly RolePhrases _phrases = new(lexicon, tree, quoted, linker, owners);
    private readonly RoleStatements _statements = new(lexicon, tree, quoted, linker, owners);
    private readonly PersonNames _persons = new(tree.Tokens, names);
    private const int MaxCue = 6;

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

            GiveName(cue, source);
            if (cue.TrueForAll(_persons.Holds))
            {
                continue;
            }

            source.Sort();
            content.Sort();
            Attribution? found = attributions.Find(a => a.Cue is not null && a.Cue.Tokens.Exists(cue.Contains));
            if (found is not null)
            {
                found.IsRead = true;
                Merge(found, cue, source, content);
            }
            else if (_statements.Make(cue, source, content) is { } made)
            {
                made.IsRead = true;
                attributions.Add(made);
            }
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // "with spokesman Ben Lund warning that": a person's name at the head of the cue is the speaker's.
    private void GiveName(List<int> cue, List<int> source)
    {
        int count = 0;
        while (count + 1 < cue.Count && (_persons.Holds(cue[count]) || names.Overlapping(Tokens.Span(cue[count])).Any(static n => n.Kind == NameKind.Person)))
        {
            count++;
        }

        if (count > 0 && (source.Count == 0 || source.Contains(cue[0] - 1)))
        {
            source.AddRange(cue[..count]);
            cue.RemoveRange(0, count);
        }
    }

    // Measured on PolNeAR dev: the network's spans are right more often than the structure's wherever it gives any; the structure fills what it leaves empty,
    // and stays where it is sure: passives with an agent, subjects of another head.
    private void Merge(Attribution found, List<int> cue, List<int> source, List<int> content)
    {
        Cue own = found.Cue!;
        if ((own.Passive && !own.IsQuotedAs && !found.Source.IsEmpty) || found.Content.Rule == "content.hearsay" || own.Kind == CueKind.Adverb)
        {
            return;
        }

        bool isRunOn = cue.Count > MaxCue && found.Content.Rule is "content.object" && found.Content.Tokens.TrueForAll(cue.Contains);
        if (isRunOn)
        {
            // "confirmed the news on her site in a post meant to calm": the network took the object and more into the cue.
            return;
        }

        if (!own.IsQuotedAs && cue.Contains(own.Head))
        {
            own.Tokens.Clear();
            own.Tokens.AddRange(found.Content.Rule == "content.ccomp" ? cue.FindAll(i => i <= own.Head || Tokens.Tags[i] != UniversalTag.Adp) : cue);
        }

        content = WithoutOccasion(_phrases.Content(content, own), found.Content);
        content = WithoutNextCue(content.FindAll(i => !own.IsQuotedAs || !found.Hops.Exists(h => tree.Below(i, h.Head))), found);
        List<int> taken = content.Count > 0 ? content : found.Content.Tokens;
        source = _phrases.Source(source.FindAll(i => taken.BinarySearch(i) < 0), own, found.Source);
        bool isSure = own.Kind == CueKind.Preposition || found.Source.Why == "sender of the message" || found.Source.Why?.StartsWith("subject (nsubj", StringComparison.Ordinal) == true;
        bool otherSubject = isSure && !found.Source.IsEmpty && source.Count > 0 && linker.Head(source) != linker.Head(found.Source.Tokens);
        bool isShorterName = source.Count > 0 && found.Source.Tokens.Count > source.Count && source[0] == found.Source.Tokens[0]
            && found.Source.Tokens.TrueForAll(i => i <= source[^1] || Tokens.Tags[i] == UniversalTag.Propn);
        // "the man accused of theft", "was declared dead": what a passive is about does not speak by it. "having reported a profit": what is reported does not report.
        bool isAbout = own.Kind == CueKind.Verb && !own.IsQuotedAs && source.Count > 0 && IsAbout(own, source);
        bool isAgentless = isAbout || (own.Passive && !own.IsQuotedAs && source.Exists(i => !SameSentence(i, own)));
        bool keeps = isAgentless || otherSubject || isShorterName || (own.IsQuotedAs && !found.Source.IsEmpty);
        if (source.Count > 0 && !keeps && !(own.Kind == CueKind.Noun && !found.Source.IsEmpty))
        {
            found.Source = new Choice(source, "source.roles", found.Source.IsEmpty ? "role tags of the network" : $"role tags of the network; {found.Source.Why}");
        }

        // “It was dark, said his friend”: the network may take the speaker for the words.
        content = otherSubject && content.TrueForAll(i => found.Source.Tokens.BinarySearch(i) >= 0) ? [] : content;
        content = content.TrueForAll(i => own.IsQuotedAs && found.Source.Tokens.BinarySearch(i) >= 0) ? [] : WithMainVerb(found, content);
        if (content.Count > 0 && !IsPart(found.Content, content) && !IsOverrun(found.Content, content, own) && !IsOpening(found.Content, content) && !IsEmptyWords(content) && !IsBetterClause(found.Content, content) && !HoldsSpeaker(found, content) && !IsCutShort(found, content) && !IsWithPurpose(found.Content, content) && !IsSpliced(found, content) && !IsRestAlone(found.Content, content, own) && !IsElsewhere(found.Content, content, own))
        {
            found.Content = found.Content with { Tokens = content, Why = $"role tags of the network; {found.Content.Why}" };
        }
    }

    private bool IsAbout(Cue cue, List<int> source)
    {
        int about = !cue.Passive ? (tree.IsFinite(cue.Head) ? -1 : tree.Child(cue.Head, "obj")) : tree.Is(cue.Anchor, "acl") ? Tokens.Heads[cue.Anchor] : tree.Child(cue.Anchor, "nsubj");
        return about >= 0 && (cue.Passive || about > cue.Head) && source.BinarySearch(about) >= 0;
    }

    // "congratulated her, for her efforts", "and is expected to be moved": the network leaves out what the act is about.
    private static bool IsPart(Choice structure, List<int> network) => structure.Rule is "content.passive-infinitive" or "content.target" or "content.colon" && network.Count < structure.Tokens.Count && network.TrueForAll(i => structure.Tokens.BinarySearch(i) >= 0);

    // "He was said to be shy, but the boy was loud as well": another main clause is no part of what was said.
    private bool IsOverrun(Choice structure, List<int> network, Cue cue) => structure.Rule == "content.passive-infinitive" && network.FindIndex(i => i > structure.Tokens[^1]) is var next and > 0
        && network[next..].Exists(i => tree.Is(i, "conj") && Tokens.Heads[i] == cue.Head && tree.Child(i, "nsubj") is int subject and >= 0 && subject > structure.Tokens[^1]);

    // "As the mayor explained, in this way the town has learnt": the phrase that opens the clause is not all of it.
    private bool IsOpening(Choice structure, List<int> network) => structure.Rule == "content.parenthesis" && network.Count < structure.Tokens.Count && network.TrueForAll(i => structure.Tokens.BinarySearch(i) >= 0)
        && linker.Head(structure.Tokens) is var verb && Tokens.Tags[verb] is UniversalTag.Verb && network[^1] < verb && network[0] == structure.Tokens[0];

    // "not least": no words that could be said.
    private bool IsEmptyWords(List<int> network) => network.Count <= 2 && network.TrueForAll(i => quoted.Of(i) < 0 && Tokens.Tags[i] is UniversalTag.Part or UniversalTag.Adv or UniversalTag.Adp or UniversalTag.Adj or UniversalTag.Punct or UniversalTag.Sconj && tree.Child(i, "cop") < 0 && !tree.Is(i, "ccomp") && !tree.Is(i, "xcomp"));

    // "knows that if it rains, and if nobody comes, it will be closed": up to the verb of the that-clause and what belongs to it, whatever hangs elsewhere between.
    private List<int> WithMainVerb(Attribution found, List<int> network)
    {
        List<int> clause = found.Content.Tokens;
        bool isCut = found.Content.Rule == "content.ccomp" && network.Count > 1 && clause.Count > 1 && clause[0] == network[0] && tree.Lower(clause[0]) == "that" && clause[0] > found.Cue!.Head
            && linker.Head(clause) > network[^1] && !network.TrueForAll(i => clause.BinarySearch(i) >= 0) && tree.Lower(network[1]) is "if" or "when" or "while" or "as" or "although" or "though" or "unless";
        // "As the mayor explained, in this way, the town has learnt": the phrase between belongs to the clause, whichever verb the parser hung it on.
        bool opens = found.Content.Rule == "content.parenthesis" && network.Count > 0 && clause.Count > 0 && network[0] > found.Cue!.Head && network[^1] < clause[0] && clause[0] - network[^1] <= 2 && !network.Exists(i => tree.HasFeature(i, "VerbForm=Fin"));
        return opens ? [.. network, .. clause] : isCut ? [.. Enumerable.Range(clause[0], clause[^1] - clause[0] + 1)] : network;
    }

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

    // "The port opens at noon, officials said, and stays open": the network may tie only the rest to the cue.
    private bool IsRestAlone(Choice structure, List<int> network, Cue cue) => structure.Rule is "content.ccomp" or "content.parenthesis" && structure.Tokens.Exists(i => i < cue.Tokens[0] && Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux) && structure.Tokens[0] < cue.Tokens[0] && network[0] > cue.Head && network.TrueForAll(i => structure.Tokens.BinarySearch(i) >= 0);

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
    private bool SameSentence(int token, Cue cue) => Tokens.SentenceOf(token) == Tokens.SentenceOf(cue.Head);

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
