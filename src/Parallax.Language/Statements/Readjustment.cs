using Parallax.Core.Layers;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;
using Parallax.Language.Statements.Sources;

namespace Parallax.Language.Statements;

/// <summary>Mends, once network and structure are brought together, sources and contents that run into the clause beside them.</summary>
internal sealed class Readjustment(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, Layer<NameMention> names, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Changes the attributions in place, in their order.</summary>
    public void Apply(List<Attribution> attributions)
    {
        foreach (Attribution attribution in attributions)
        {
            if (attribution.Cue is not { } cue || attribution.Source.Tokens is not { Count: > 0 } source)
            {
                continue;
            }

            attribution.Source = attribution.Source with { Tokens = WithNameBefore(WithWholeName(WithoutPhrase(WithoutOpening(OfMainClause(source, cue), cue)), attribution), cue) };
            GoOn(attributions, attribution, cue);
        }

        foreach (Attribution attribution in attributions)
        {
            attribution.Content = attribution.Content with { Tokens = WithoutNextClause(attribution) };
            attribution.Content = attribution.Content with { Tokens = WithAntecedent(WithNounBefore(WithoutAsked(WithoutAddressee(WithoutWho(WithoutNextAct(attribution.Content.Tokens, attribution), attribution), attribution), attribution), attribution), attribution) };
        }
    }

    // "The mayor began her speech to the club by slamming the plan": who begins slams, and not who hears it.
    private List<int> OfMainClause(List<int> source, Cue cue)
    {
        int main = cue.Kind == CueKind.Verb && tree.Is(cue.Anchor, "advcl") && tree.Lower(cue.Head).EndsWith("ing", StringComparison.Ordinal) && cue.Head > 0 && tree.Lower(cue.Head - 1) == "by" && tree.Child(cue.Anchor, "nsubj") < 0 ? Tokens.Heads[cue.Anchor] : -1;
        int subject = main >= 0 && main < cue.Head && Tokens.Tags[main] == UniversalTag.Verb ? tree.Child(main, "nsubj") : -1, head = linker.Head(source);
        bool isHearer = subject >= 0 && subject < main && head > main && head < cue.Head && tree.CaseOf(head).Length > 0;
        return isHearer ? tree.Yield(subject).FindAll(i => i < main) : source;
    }

    // "Praising the deal with the port Ada Brown said": without a comma the object of the opening participle runs into the name of the speaker.
    private List<int> WithoutOpening(List<int> source, Cue cue)
    {
        int opening = source[0] - 1, head = source[^1];
        bool opens = opening >= 0 && opening == tree.SentenceBounds(cue.Head).First && (tree.HasFeature(opening, "VerbForm=Ger") || (tree.HasFeature(opening, "VerbForm=Part") && tree.HasFeature(opening, "Tense=Pres"))) && source[^1] < cue.Head;
        while (opens && tree.Is(head, "flat") && source.BinarySearch(Tokens.Heads[head]) >= 0)
        {
            head = Tokens.Heads[head];
        }

        bool isName = opens && head > source[0] && tree.Is(head, "nmod") && Tokens.Tags[head] == UniversalTag.Propn && tree.CaseOf(head).Length == 0;
        return isName ? source.FindAll(i => i >= head) : source;
    }

    // "the mayor for the first time": when it was said.
    private List<int> WithoutPhrase(List<int> source)
    {
        int into = source.FindIndex(i => Tokens.Tags[i] == UniversalTag.Adp && tree.Lower(i) is "in" or "at" or "during" && tree.Is(i, "case") && Tokens.Heads[i] > i && tree.Is(Tokens.Heads[i], "obl")
            && lexicon.In("occasion-nouns", tree.Lemma(Tokens.Heads[i])) && source.BinarySearch(Tokens.Heads[Tokens.Heads[i]]) < 0);
        if (into > 0 && linker.Head(source) < source[into])
        {
            // "the director in a release issued by the club": the parser hung it on the cue.
            return source[..into];
        }

        int marker = source.Count > 2 && lexicon.In("time-nouns", tree.Lemma(source[^1])) ? source.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Adp) : -1;
        if (marker < 0 && source.Count > 3 && lexicon.In("occasion-nouns", tree.Lemma(source[^1])))
        {
            // "the vice president in a telephone conference": on what occasion.
            int occasion = source.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Adp);
            bool isOccasion = occasion > 0 && tree.Lower(source[occasion]) is "in" or "at" or "during" && source.Count - occasion <= 5 && source[^1] - source[occasion] == source.Count - 1 - occasion;
            return isOccasion ? source[..occasion] : source;
        }

        bool isTime = marker > 0 && tree.Lower(source[marker]) is "for" or "on" or "in" or "at" or "during" && source[^1] - source[marker] < 4;
        return isTime && linker.Head(source) < source[marker] ? source[..marker] : source;
    }

    // "Ada Brown, the head of the port said": where the second comma is missing, the name before the first is the speaker's.
    private List<int> WithNameBefore(List<int> source, Cue cue)
    {
        int comma = source[0] - 1, first = tree.SentenceBounds(cue.Head).First;
        bool isTitle = comma > first && Tokens.Form(comma) is "," && source[^1] == cue.Tokens[0] - 1 && Tokens.Tags[linker.Head(source)] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(linker.Head(source))) == Core.Accounts.ActorKind.Person && tree.Lower(source[0]) == "the";
        foreach (NameMention name in isTitle ? names.Overlapping(Tokens.Span(comma - 1)) : [])
        {
            if (name.Kind == NameKind.Person && name.EndToken == comma && tree.Is(name.FirstToken, "nsubj") && Tokens.Heads[name.FirstToken] == cue.Anchor)
            {
                return [.. Enumerable.Range(name.FirstToken, comma - name.FirstToken + 1), .. source];
            }
        }

        return source;
    }

    // A name that the parser broke is taken whole.
    private List<int> WithWholeName(List<int> source, Attribution attribution)
    {
        int last = source[^1];
        foreach (NameMention name in names.Overlapping(Tokens.Span(last)))
        {
            bool isBroken = name.Kind == NameKind.Person && name.FirstToken <= last && name.EndToken > last + 1 && source.BinarySearch(name.FirstToken) >= 0;
            for (int i = last + 1; isBroken && i < name.EndToken; i++)
            {
                isBroken = !attribution.Cue!.Tokens.Contains(i) && attribution.Content.Tokens.BinarySearch(i) < 0;
            }

            if (isBroken)
            {
                return [.. source, .. Enumerable.Range(last + 1, name.EndToken - last - 1)];
            }
        }

        return source;
    }

    // "The talks come after the mayor admitted the loss, but claimed …": talks do not speak; who spoke before the conjunction goes on.
    private void GoOn(List<Attribution> all, Attribution attribution, Cue cue)
    {
        int head = linker.Head(attribution.Source.Tokens);
        bool isThing = attribution.Source.Why == "subject shared over conj" && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head));
        if (!isThing)
        {
            return;
        }

        Attribution? before = all.FindLast(o => o.Cue is { Kind: CueKind.Verb } verb && tree.IsFinite(verb.Head) && verb.Head > head && verb.Head < cue.Head && Tokens.SentenceOf(verb.Head) == Tokens.SentenceOf(cue.Head)
            && !o.Source.IsEmpty);
        if (before is null)
        {
            return;
        }

        attribution.Source = before.Source with { Why = "source of the cue that this one goes on" };
    }

    // “I hope they stay, we have tried it”: what is hoped ends where, inside the quotation, a main clause of its own follows the comma.
    private List<int> WithoutNextClause(Attribution attribution)
    {
        List<int> content = attribution.Content.Tokens;
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || !cue.Has(CueFrames.Attitude) || content.Count == 0 || content[0] < cue.Head || quoted.Of(cue.Head) < 0)
        {
            return content;
        }

        int clause = tree.Child(cue.Anchor, "ccomp");
        for (int k = 1; k < content.Count && clause >= 0; k++)
        {
            int subject = content[k], verb = Tokens.Heads[subject];
            bool follows = subject > clause && Tokens.Form(subject - 1) is "," && tree.Is(subject, "nsubj") && Tokens.Tags[subject] == UniversalTag.Pron && verb > subject && verb != clause;
            if (follows && (tree.Is(verb, "parataxis") || tree.Is(verb, "ccomp")) && Tokens.Heads[verb] == cue.Anchor && tree.Child(verb, "mark") < 0)
            {
                return linker.Trim(content[..k], cue);
            }
        }

        return content;
    }

    // "told workers to stay but later emptied the building": a verb in the past is no second half of an infinitive.
    private List<int> WithoutNextAct(List<int> content, Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || !cue.Has(CueFrames.Addressee | CueFrames.Infinitive) || quoted.Of(cue.Head) >= 0)
        {
            return content;
        }

        int verb = content.Find(i => i > cue.Head && Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux);
        if (verb <= 0 || !tree.HasFeature(verb, "VerbForm=Inf") || tree.Lower(verb - 1) != "to")
        {
            return content;
        }

        int next = content.Find(i => i > verb && (Tokens.Heads[i] == cue.Anchor || Tokens.Heads[i] == Tokens.Heads[verb] || Tokens.Heads[i] == verb) && tree.Is(i, "conj") && tree.HasFeature(i, "VerbForm=Fin") && tree.HasFeature(i, "Tense=Past"));
        int joint = next > 0 ? tree.Child(next, "cc") : -1;
        return joint > verb && quoted.Of(joint) < 0 ? linker.Trim(content.FindAll(i => i < joint), cue) : content;
    }

    // "It is closed, said Ada Brown, who would not say why": a clause about the speaker is none of what was said.
    private List<int> WithoutWho(List<int> content, Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb } cue || attribution.Source.Tokens is not { Count: > 0 } source || source[^1] < cue.Head || content.Count == 0 || content[0] > cue.Head)
        {
            return content;
        }

        int who = content.FindIndex(i => i > source[^1] && i <= source[^1] + 2 && tree.Lower(i) == "who" && quoted.Of(i) < 0);
        return who > 0 ? content[..who] : content;
    }

    // "asked the clerk to send it": whom it was asked of.
    private List<int> WithoutAsked(List<int> content, Attribution attribution)
    {
        int to = attribution.Cue is { Kind: CueKind.Verb, Passive: false, Entry.Stance: Core.Accounts.Stance.Asks } cue && cue.Has(CueFrames.Addressee) && content.Count > 2 && content[0] > cue.Head && quoted.Of(content[0]) < 0
            ? content.FindIndex(i => tree.Lower(i) == "to" && tree.Is(i, "mark")) : -1;
        if (to <= 0 || content[to] - content[0] != to || !content[..to].TrueForAll(i => Tokens.Tags[i] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Num))
        {
            return content;
        }

        int told = linker.Head(content[..to]);
        if (!tree.Is(told, "obj") && !tree.Is(told, "iobj") && !tree.Is(told, "nsubj"))
        {
            return content;
        }

        attribution.Addressee = told;
        return content[to..];
    }

    // "told the Herald there were shots", "told local stations that he left": whom it was told is no part of it.
    private List<int> WithoutAddressee(List<int> content, Attribution attribution)
    {
        if (attribution.Cue is not { Kind: CueKind.Verb, Passive: false, Entry.Stance: Core.Accounts.Stance.Asserts } cue || !cue.Has(CueFrames.Addressee) || content.Count < 3 || content[0] < cue.Head || quoted.Of(content[0]) >= 0)
        {
            return content;
        }

        int told = Math.Max(tree.Child(cue.Anchor, "iobj"), tree.Child(cue.Anchor, "obj")), clause = tree.Child(cue.Anchor, "ccomp");
        if (told < 0 || told < content[0] || content.BinarySearch(told) < 0 || tree.Yield(told)[0] != content[0])
        {
            return content;
        }

        int start = clause > told ? tree.Yield(clause)[0] : content.Find(i => i == told + 1 && tree.Lower(i) == "that" && Tokens.Heads[i] > i);
        if (start <= told || content.BinarySearch(start) < 0)
        {
            return content;
        }

        attribution.Addressee = told;
        return linker.Trim(content.FindAll(i => i >= start), cue);
    }

    // "said the idea that the two can't go together is wrong", "said farmers who refuse it are wrong": the noun that the clause belongs to is the subject of what was said.
    private List<int> WithNounBefore(List<int> content, Attribution attribution)
    {
        int start = content.Count > 1 ? content[0] : -1;
        if (start < 0 || attribution.Cue is not { Kind: CueKind.Verb, Passive: false } cue || !cue.Has(CueFrames.Clause) || cue.Has(CueFrames.Addressee | CueFrames.Object) || cue.Tokens[^1] > start - 2 + (tree.Lower(start) == "who" ? 1 : 0) || quoted.Of(start) >= 0
            || tree.Lower(start) is not ("that" or "who") || Tokens.SentenceOf(cue.Head) != Tokens.SentenceOf(content[^1]))
        {
            return content;
        }

        int noun = start - 1;
        bool isNoun = Tokens.Tags[noun] == UniversalTag.Noun || (Tokens.Tags[noun] == UniversalTag.Propn && tree.HasFeature(noun, "Number=Plur"));
        bool isPhrase = noun > cue.Tokens[^1] && isNoun && !lexicon.In("time-nouns", tree.Lemma(noun)) && (tree.Lower(start) == "who" || tree.Child(noun, "det") >= 0);
        for (int i = cue.Tokens[^1] + 1; isPhrase && i <= noun; i++)
        {
            isPhrase = Tokens.Tags[i] is UniversalTag.Det or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Propn && attribution.Source.Tokens.BinarySearch(i) < 0 && quoted.Of(i) < 0;
        }

        // What follows the clause makes it whole: a verb that agrees with the noun.
        int finite = 0;
        for (int i = start; isPhrase && i <= content[^1]; i++)
        {
            finite += Tokens.Tags[i] is UniversalTag.Verb or UniversalTag.Aux && tree.HasFeature(i, "VerbForm=Fin") ? 1 : 0;
        }

        return finite > 1 ? [.. Enumerable.Range(cue.Tokens[^1] + 1, content[^1] - cue.Tokens[^1])] : content;
    }

    // "The raids, which the city says were staged": what "which" stands for makes the words whole.
    private List<int> WithAntecedent(List<int> content, Attribution attribution)
    {
        int relative = content.Count > 1 ? content[0] : -1;
        if (attribution.Source.Tokens is [var said, ..] && said > 0 && attribution.Cue is { Kind: CueKind.Verb } own && content.Count > 1 && content[0] > own.Head && said < own.Head && tree.Lower(said - 1) is "that" or "who" or "which" && tree.Is(own.Anchor, "acl")
            && Tokens.Tags[content[0]] is UniversalTag.Aux or UniversalTag.Verb && tree.HasFeature(content[0], "VerbForm=Fin"))
        {
            // "a trawler that the navy said was a pirate ship"
            relative = said - 1;
            content = [relative, .. content];
        }

        if (attribution.Source.Tokens is [var who, ..] && who > 0 && attribution.Cue is { Kind: CueKind.Verb } told && content.Count > 0 && content[0] == told.Tokens[^1] + 1 && who < told.Head && tree.Is(told.Anchor, "acl") && Tokens.Heads[told.Anchor] == who - 1
            && Tokens.Tags[who - 1] == UniversalTag.Noun && Tokens.Tags[content[0]] is UniversalTag.Aux or UniversalTag.Verb && tree.HasFeature(content[0], "VerbForm=Fin") && quoted.Of(told.Head) < 0)
        {
            // "produced a paper he said proved it": the paper is the subject of what he said.
            List<int> thing = linker.Trim(tree.Yield(who - 1).FindAll(i => i < who && !(tree.Is(i, "case") && Tokens.Heads[i] == who - 1)), attribution.Cue);
            return [.. thing.Union(content).Order()];
        }

        bool isApart = relative >= 0 && tree.Lower(relative) is "which" or "who" or "whom" or "that" && content[1] > relative + 1 && attribution.Cue is { Kind: CueKind.Verb } && quoted.Of(relative) < 0;
        int at = relative;
        for (int steps = 0; isApart && at >= 0 && steps < 16 && !tree.Is(at, "acl"); steps++)
        {
            at = Tokens.Heads[at];
        }

        int noun = isApart && at >= 0 ? Tokens.Heads[at] : -1;
        if (noun < 0 || noun > relative || Tokens.Tags[noun] is not (UniversalTag.Noun or UniversalTag.Propn) || Tokens.SentenceOf(noun) != Tokens.SentenceOf(relative))
        {
            return content;
        }

        // "changes to the act, which the mayor said were small": the noun that the verb agrees with.
        int finite = content.Find(i => i > relative && tree.HasFeature(i, "VerbForm=Fin"));
        if (finite > 0 && tree.Lower(finite) is "were" or "are" or "have" && tree.HasFeature(noun, "Number=Sing") && tree.Is(noun, "nmod") && tree.Child(noun, "conj") < 0 && Tokens.Heads[noun] is int plural and >= 0 && tree.HasFeature(plural, "Number=Plur") && Tokens.Tags[plural] == UniversalTag.Noun)
        {
            noun = plural;
        }

        noun = new Antecedents(tree).Choose(noun, relative, finite > 0 ? finite : attribution.Cue!.Passive ? tree.Child(attribution.Cue.Head, "aux:pass") : -1);

        List<int> phrase = linker.Trim(tree.Yield(noun).FindAll(i => i < relative && Tokens.Form(i) is not "(" && !((tree.Is(i, "case") || tree.Is(i, "cc")) && Tokens.Heads[i] == noun && i < noun)), attribution.Cue);
        return [.. phrase.Union(content.FindAll(i => i > relative)).Order()];
    }
}
