using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Roles;

/// <summary>Makes attributions of cues that only the network sees, where source and content are there and something is said.</summary>
internal sealed class RoleStatements(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Linker linker, QuotationOwners owners)
{
    private const int MaxUnknownCue = 6;

    private readonly RolePhrases _phrases = new(lexicon, tree, quoted, linker, owners);

    private TokenLayer Tokens => tree.Tokens;

    // A cue that the lexicon does not know must have a clause of its own or a quotation.
    private bool IsClausal(List<int> content, List<int> cue) => !IsTitle(content, cue) && (content.Exists(i => tree.Is(i, "ccomp") && cue.Contains(Tokens.Heads[i])) || (content.Count(i => quoted.Of(i) >= 0 && quoted.Of(i) != quoted.Of(cue[^1])) * 2 > content.Count && !IsDone(content, cue)));

    // "left “The Long Road.”": the title of a thing, and no words.
    private bool IsTitle(List<int> content, List<int> cue) => content.Exists(i => tree.Is(i, "obj") && cue.Contains(Tokens.Heads[i])) && !content.Exists(i => Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Pron);

    // "gave the club a prize for “its work”": a thing that is handled, with words quoted beside it.
    private bool IsDone(List<int> content, List<int> cue) => content.Exists(i => quoted.Of(i) < 0 && cue.Contains(Tokens.Heads[i]) && (tree.Is(i, "obj") || tree.Is(i, "iobj")) && Tokens.Tags[Tokens.Heads[i]] == UniversalTag.Verb);

    /// <summary>The attribution of a cue that only the network sees, or null where it is none.</summary>
    public Attribution? Make(List<int> cue, List<int> source, List<int> content)
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
        Cue made = new(head, cue, entry, kind, cue.Exists(i => tree.Lower(i) is "not" or "never" or "n't") || (kind == CueKind.Verb && (tree.Child(head, "advmod", "not") >= 0 || tree.Child(head, "advmod", "n't") >= 0)) || (kind == CueKind.Verb && head > 0 && tree.Lower(head - 1) == "never"), kind == CueKind.Verb && tree.Child(head, "aux:pass") >= 0 && tree.Child(head, "nsubj") >= 0, head);
        // "the rules announced Thursday would allow", "won decisions agreeing that": a participle beside a noun and a verb of its own sentence.
        if (cue.Exists(i => i != head && Tokens.Tags[i] == UniversalTag.Verb && tree.Is(i, "acl") && !cue.Contains(Tokens.Heads[i]) && i < head && entry is null) || (tree.Is(head, "acl") && cue.Contains(Tokens.Heads[head]) && cue.Exists(i => Tokens.Tags[i] == UniversalTag.Verb && i < head)))
        {
            return null;
        }

        // "can't hide that it leaks": a verb that the lexicon does not know, of what may be.
        if (entry is null && kind == CueKind.Verb && tree.Child(head, "aux") is int modal and >= 0 && (tree.Lower(modal) == "ca" || lexicon.In("possible-auxiliaries", tree.Lower(modal))))
        {
            return null;
        }

        // "…, meaning that it closes": what follows from it.
        // "made it clear that" says it.
        if ((entry is null && lexicon.In("not-cues", tree.Lemma(head)) && !cue.Exists(i => i > head && lexicon.In("clear-words", tree.Lower(i)) && Tokens.Heads[i] == head)) || tree.Lower(head) == "meaning")
        {
            return null;
        }

        if (entry is null && cue.Count > MaxUnknownCue && !content.Exists(i => quoted.Of(i) >= 0))
        {
            // "feigned illness to escape a sentence for": a whole clause that the network took for a cue.
            return null;
        }

        if (cue.Exists(i => lexicon.In("reception-verbs", tree.Lemma(i)) && Tokens.Tags[i] == UniversalTag.Verb) && (kind == CueKind.Noun || (lexicon.In("reception-verbs", tree.Lemma(head)) && cue.Exists(i => i > head && Tokens.Tags[i] == UniversalTag.Noun && lexicon.In("claim-nouns", tree.Lemma(i))))))
        {
            return Received(made, source, content);
        }

        if (kind == CueKind.Verb && linker.IsUnsaid(made))
        {
            return null;
        }

        Attribution attribution = new(made, new Choice(_phrases.Source(source.FindAll(i => !content.Contains(i)), made, Choice.None), "source.roles", "role tags of the network"), new Choice(_phrases.Content(content, made), "content.roles", "role tags of the network"));
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
        // "only to be told that it is shut": who is told does not tell it.
        bool isTold = tree.Child(verb, "aux:pass") >= 0 && source is [.., var last] && last < verb && tree.Child(verb, "nsubj") < 0;
        return isTold || (subject >= 0 && source.BinarySearch(subject) >= 0) || (isParticiple && source.BinarySearch(Tokens.Heads[verb]) >= 0);
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
}
