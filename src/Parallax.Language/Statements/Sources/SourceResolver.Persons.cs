using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Names;

namespace Parallax.Language.Statements.Sources;

/// <content>Who a source is where its head alone does not tell.</content>
internal sealed partial class SourceResolver
{
    // The noun and up to four words of the name behind it.
    private const int MaxOutletName = 5;

    // Words in brackets behind a name ("(R-Norby)").
    private const int MaxBracket = 6;

    // "Norland Today reports": a listed outlet, whatever country or day its words name.
    private Resolved? OutletCalled(List<int> phrase)
    {
        bool isName = phrase[^1] - phrase[0] == phrase.Count - 1 && phrase.Count is > 1 and < 6 && Tokens.Tags[phrase[^1]] is UniversalTag.Propn or UniversalTag.Noun;
        int first = isName && phrase.Count > 2 && tree.Lower(phrase[0]) == "the" ? 1 : 0;
        string words = isName ? Tokens.Text.Slice(Tokens.Span(phrase[first], phrase[^1] + 1)) : "";
        if (words.Length == 0 || Gazetteer.English.Find(words, GazetteerKind.Outlet) is null)
        {
            return null;
        }

        Entity? entity = EntityAt(linker.Head(phrase)) is { Kind: ActorKind.Outlet or ActorKind.Organization or ActorKind.Agency } same ? same : null;
        return new Resolved(entity?.Name ?? words, entity?.Id, ActorKind.Outlet, "", []);
    }

    // "the trade paper Harbour Weekly", "the Lanor Post's blog The Quay": the name behind a noun that says what it is.
    private Resolved? OutletNamed(List<int> phrase)
    {
        int noun = phrase.FindLastIndex(i => Tokens.Tags[i] == UniversalTag.Noun);
        bool isOutlet = noun >= 0 && noun + 1 < phrase.Count && phrase.Count - noun <= MaxOutletName && phrase[^1] - phrase[noun] == phrase.Count - 1 - noun && IsOutletNoun(phrase[noun]);
        if (!isOutlet || tree.HasFeature(phrase[noun], "Number=Plur") || phrase.FindIndex(noun + 1, i => Tokens.Tags[i] is not (UniversalTag.Propn or UniversalTag.Det) || !char.IsUpper(Tokens.Form(i)[0])) >= 0)
        {
            return null;
        }

        Entity? named = EntityAt(phrase[^1]) is { Kind: not ActorKind.Person } entity && entity.Mentions.Any(m => m.Form is MentionForm.Name or MentionForm.Acronym && m.Span.Overlaps(Tokens.Span(phrase[^1]))) ? entity : null;
        int first = Tokens.Tags[phrase[noun + 1]] == UniversalTag.Det && noun + 2 < phrase.Count ? noun + 2 : noun + 1;
        ActorKind kind = named?.Kind is ActorKind.Agency || lexicon.NounKind(tree.Lemma(phrase[noun])) is ActorKind.Agency || BodyKind(named?.Name ?? "") is ActorKind.Agency ? ActorKind.Agency : ActorKind.Outlet;
        return new Resolved(named?.Name ?? Tokens.Text.Slice(Tokens.Span(phrase[first], phrase[^1] + 1)), named?.Id, kind, "", []);
    }

    // "a report from KVRN-TV … the station said": the one outlet of that kind that the report has named so far, of several the one of the sentence before; or null.
    private Entity? OutletBefore(int noun)
    {
        bool airs = lexicon.In("airing-nouns", tree.Lower(noun)), prints = lexicon.In("printing-nouns", tree.Lower(noun));
        if ((!airs && !prints) || (EntityAt(noun) is { } own && own.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym)))
        {
            return null;
        }

        List<Entity> named = [];
        foreach (Entity entity in report.Entities.Entities)
        {
            bool isNamed = entity.Mentions.Any(m => m.Form is MentionForm.Name or MentionForm.Acronym && m.Span.Start < Tokens.Starts[noun]);
            bool isOutlet = isNamed && (entity.Kind is ActorKind.Outlet || (entity.Kind is ActorKind.Organization or ActorKind.Other && BodyKind(entity.Name) == ActorKind.Outlet));
            if (isOutlet && airs == IsOnAir(entity.Name))
            {
                named.Add(entity);
            }
        }

        int sentence = Tokens.SentenceOf(noun);
        List<Entity> near = named.Count < 2 ? named : named.FindAll(e => e.Mentions.Any(m => m.Form is MentionForm.Name or MentionForm.Acronym && sentence - Tokens.SentenceOf(Tokens.TokensOf(m.Span).First) is 0 or 1 && m.Span.Start < Tokens.Starts[noun]));
        return near is [var only] ? only : null;
    }

    private bool IsOnAir(string name) => Array.Exists(name.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries), w => lexicon.In("on-air-words", w.ToLowerInvariant()));

    private bool IsOutletNoun(int token) => lexicon.NounKind(tree.Lemma(token)) is ActorKind.Outlet or ActorKind.Agency || tree.Lemma(token) is "publication";

    // "he and other officials": he by his name, with those.
    private Resolved? WithOthers(List<int> phrase)
    {
        bool isJoined = phrase.Count > 2 && tree.Lower(phrase[0]) is "he" or "she" && tree.Lower(phrase[1]) == "and" && phrase[^1] - phrase[0] == phrase.Count - 1;
        Resolved? who = isJoined ? Resolve(phrase[..1]) : null;
        return who is { Entity: not null, Kind: ActorKind.Person } ? new Resolved($"{who.Name} {Tokens.Text.Slice(Tokens.Span(phrase[1], phrase[^1] + 1))}", null, ActorKind.Group, "", []) : null;
    }

    // “This man is unfit,” said the man who …: of whom another's words tell as "this man" is not the one who says them.
    private bool IsToldOfInQuotesOnly(int head, Entity entity)
    {
        bool isPointed = false;
        foreach (Mention mention in entity.Mentions)
        {
            if (mention.Form == MentionForm.Pronoun || mention.Span.Overlaps(Tokens.Span(head)))
            {
                continue;
            }

            int first = Tokens.TokensOf(mention.Span).First;
            if (mention.Form == MentionForm.Name || quoted.Of(first) < 0 || tree.Lower(first) is not ("this" or "that"))
            {
                return false;
            }

            isPointed = true;
        }

        return isPointed && Tokens.Tags[head] == UniversalTag.Noun && quoted.Of(head) < 0;
    }

    // "many leaders and the council, which has voiced doubts", "the bill sent by the council, which argued": the nearer noun, where the verb's number or that a thing cannot speak tells that the farther one is not meant.
    private int Nearer(int relative, int noun)
    {
        int near = tree.Lower(relative) == "which" && Tokens.Form(relative - 1) is "," ? relative - 2 : -1;
        if (near <= noun || Tokens.Tags[near] is not (UniversalTag.Noun or UniversalTag.Propn) || !tree.Below(near, noun))
        {
            return noun;
        }

        while (Tokens.Heads[near] is var up && up > noun && up < relative && Tokens.Relations[near] is "flat" or "compound" or "appos" or "nmod:desc")
        {
            near = up;
        }

        int verb = Tokens.Heads[relative];
        bool isOne = verb >= 0 && (tree.HasFeature(verb, "Number=Sing") || tree.Child(verb, "aux") is >= 0 and int aux && tree.HasFeature(aux, "Number=Sing"));
        bool isBody = EntityAt(near) is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Outlet or ActorKind.Agency };
        bool isOther = isOne && tree.HasFeature(noun, "Number=Plur") && !tree.HasFeature(near, "Number=Plur");
        bool isMute = isBody && Tokens.Tags[noun] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(noun)) is null && !lexicon.IsGroup(tree.Lower(noun)) && EntityAt(noun) is null or { Kind: ActorKind.Other or ActorKind.Product or ActorKind.Event };
        return isOther || isMute ? near : noun;
    }

    // "Clerk Ole Dahl (D), Brown's opponent, called": who is told of by a phrase between commas right behind the name, whatever stands in brackets; or null.
    private Entity? BesideName(List<int> phrase, int head)
    {
        int at = phrase[0] - 1;
        bool isAside = at > 1 && Tokens.Form(at) is "," && phrase[^1] - phrase[0] == phrase.Count - 1 && phrase[^1] + 1 < Tokens.Count && Tokens.Form(phrase[^1] + 1) is "," && Tokens.Tags[head] == UniversalTag.Noun && !tree.HasFeature(head, "Number=Plur")
            && (_names.IsPersonNoun(head) || lexicon.In("helper-nouns", tree.Lemma(head))) && Tokens.SentenceOf(phrase[0]) == Tokens.SentenceOf(at - 1);
        at--;
        if (isAside && Tokens.Form(at) is ")")
        {
            int open = at;
            while (open > 0 && at - open < MaxBracket && Tokens.Form(open) is not "(")
            {
                open--;
            }

            at = open - 1;
        }

        return isAside && at > 0 && NameKindIn(at) == NameKind.Person && EntityAt(at) is { Kind: ActorKind.Person } person && !phrase.Exists(i => EntityAt(i)?.Id == person.Id && Tokens.Tags[i] == UniversalTag.Propn) ? person : null;
    }

    // "sceptics in the council who argue": no body is "who", but its members are.
    private int MembersOf(int relative, int noun)
    {
        int up = Tokens.Heads[noun];
        bool isBody = tree.Lower(relative) == "who" && up >= 0 && up < noun && tree.Is(noun, "nmod") && Tokens.Tags[noun] == UniversalTag.Propn && EntityAt(noun) is { Kind: not (ActorKind.Person or ActorKind.Group) } and var body && body.Mentions.Any(static m => m.Form is MentionForm.Name or MentionForm.Acronym);
        return isBody && Tokens.Tags[up] == UniversalTag.Noun && (_names.IsPersonNoun(up) || lexicon.IsGroup(tree.Lower(up)) || tree.HasFeature(up, "Number=Plur")) ? up : noun;
    }

    // "Mr. Brown's comments saying", "Dahl's testimony, which concluded": whose words they are, as tokens; else empty.
    private List<int> OwnerOfWords(int noun)
    {
        int owner = Tokens.Tags[noun] == UniversalTag.Noun && lexicon.In("uttered-nouns", tree.Lemma(noun)) ? tree.Child(noun, "nmod:poss") : -1, act = tree.Child(noun, "acl");
        bool isSeeming = act > noun && lexicon.In("seeming-lemmas", tree.Lemma(act)); // "comments appearing to praise it": the report's reading.
        if (isSeeming || owner < 0 || Tokens.Tags[owner] != UniversalTag.Propn || EntityAt(owner) is not { Kind: ActorKind.Person } person)
        {
            return [];
        }

        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(owner)))
        {
            if (name.Kind == NameKind.Person && person.Mentions.Any(static m => m.Form == MentionForm.Name))
            {
                return [.. Enumerable.Range(name.FirstToken, name.TokenCount)];
            }
        }

        return [];
    }

    // The person whose name hangs on a head that is no mention of its own.
    private Entity? PersonOf(int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "appos") || tree.Is(child, "flat"))
            {
                foreach (NameMention name in report.Names.Overlapping(Tokens.Span(child)))
                {
                    if (name.Kind == NameKind.Person && EntityAt(name.EndToken - 1) is { Kind: ActorKind.Person } entity)
                    {
                        return entity;
                    }
                }
            }
        }

        return null;
    }
}
