using System.Collections.Immutable;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>A source or hop with the entity behind it.</summary>
internal sealed record Resolved(string Name, string? Entity, ActorKind Kind, string Text, ImmutableArray<TextSpan> Spans);

/// <summary>Says who a source phrase is: its entity by coreference, else its own words, and its kind.</summary>
internal sealed partial class SourceResolver(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report, Linker linker, PronounSources pronouns)
{
    private readonly SpeakerNames _names = new(lexicon, tree, quoted, report);
    private readonly RoleBearers _bearers = new(lexicon, tree, report);
    private readonly Epithets _epithets = new(lexicon, tree, quoted, report);

    private TokenLayer Tokens => tree.Tokens;

    private Resolved Read(List<int> phrase)
    {
        ImmutableArray<TextSpan> spans = Spans(Tokens, phrase);
        if (phrase.Count == 0)
        {
            return new Resolved("", null, ActorKind.NotStated, "", spans);
        }

        string text = SpannedText.Join(Tokens.Text, spans);
        bool isShort = phrase.Count == 1 || (phrase.Count == 2 && tree.Is(phrase[0], "det"));
        if (isShort && pronouns.Antecedent(phrase[^1]) is { } whom && !whom.Contains(phrase[^1]))
        {
            return Resolve(whom) with { Text = text, Spans = spans };
        }

        if (phrase.Count == 2 && tree.Lower(phrase[0]) == "the" && tree.Lower(phrase[1]) is "report" or "broadcast" or "newscast" && _names.ShownBefore(phrase[1]) is { Count: > 0 } station)
        {
            return Resolve(station) with { Text = text, Spans = spans };
        }

        if (phrase.Count is 2 or 3 && phrase[^1] - phrase[0] == phrase.Count - 1 && tree.Lower(phrase[0]) == "the" && (phrase.Count == 2 || Tokens.Tags[phrase[1]] == UniversalTag.Adj) && OutletBefore(phrase[^1]) is { } medium)
        {
            return new Resolved(medium.Name, medium.Id, ActorKind.Outlet, text, spans);
        }

        if (phrase.Count is > 2 and < 6 && tree.Lower(phrase[0]) is "one" or "another" && Tokens.Form(phrase[1]) is "," && Tokens.Tags[phrase[2]] == UniversalTag.Propn && NameKindIn(phrase[2]) == NameKind.Person)
        {
            // “…,” said one, Ada Brown.
            return Resolve(phrase[2..]) with { Text = text, Spans = spans };
        }

        phrase = _names.WithoutPlaceBefore(phrase);
        int head = linker.Head(phrase);
        if ((OutletCalled(phrase) ?? OutletNamed(phrase)) is { } outlet)
        {
            return outlet with { Text = text, Spans = spans };
        }

        if (WithOthers(phrase) is { } together)
        {
            return together with { Text = text, Spans = spans };
        }

        if (_names.OfAnother(phrase) is > 0 and int own)
        {
            // "A spokesman for Prime Minister Ada Brown": not she.
            Entity? speaksFor = ExactEntity(spans) is { } told && told.Mentions.All(static m => m.Form != MentionForm.Name) ? told : null;
            List<int> called = tree.Is(phrase[0], "det") ? phrase[1..] : phrase;
            return new Resolved(WithoutClause(called, head), speaksFor?.Id, Kind(phrase[own - 1], phrase[..own], null), text, spans);
        }

        if ((_names.OnePerson(phrase) ?? _names.Titled(phrase)) is { } whole)
        {
            Entity? known = EntityAt(whole.EndToken - 1) is { Kind: ActorKind.Person } at ? at : _names.PersonCalled(Tokens.Text.Slice(whole.Span));
            return new Resolved(known?.Name ?? Tokens.Text.Slice(whole.Span), known?.Id, ActorKind.Person, text, spans);
        }

        if (_names.Called(phrase, head) is { Count: > 0 } given)
        {
            return Resolve(given) with { Text = text, Spans = spans };
        }

        if ((BesideName(phrase, head) ?? _names.RelativeOf(phrase) ?? _bearers.Of(phrase)) is { } relative)
        {
            return new Resolved(relative.Name, relative.Id, ActorKind.Person, text, spans);
        }

        int title = phrase[^1];
        if (title != head && Tokens.Tags[title] == UniversalTag.Noun && Tokens.Tags[head] == UniversalTag.Noun && lexicon.NounKind(tree.Lemma(title)) == ActorKind.Person && !tree.HasFeature(title, "Number=Plur") && tree.Child(title, "det") < 0
            && lexicon.NounKind(tree.Lemma(head)) is null && !lexicon.IsGroup(tree.Lower(head)) && IsCoordinated(head, phrase))
        {
            // "the firm's sales, service and marketing director": one person for several things.
            return new Resolved(text, ExactEntity(spans)?.Id, ActorKind.Person, text, spans);
        }

        if ((_names.TwoPersons(head) ?? _names.Pair(phrase)) is { } two)
        {
            return new Resolved(two, null, ActorKind.Group, text, spans);
        }

        bool isJoined = phrase.Count > 3 && Tokens.Tags[phrase[0]] == UniversalTag.Noun && tree.Lower(phrase[1]) == "and" && Tokens.Tags[phrase[2]] == UniversalTag.Det;
        if (isJoined || (IsCoordinated(head, phrase) && !IsOnePerson(head, phrase)))
        {
            return new Resolved(text, ExactEntity(spans)?.Id, ActorKind.Group, text, spans);
        }

        if (IsThisOutlet(head))
        {
            return new Resolved(text, null, ActorKind.Outlet, text, spans);
        }

        int antecedent = Antecedent(head);
        if (OwnerOfWords(antecedent) is { Count: > 0 } spoken)
        {
            return Resolve(spoken) with { Text = text, Spans = spans };
        }

        Entity? entity = EntityAt(antecedent);
        if (entity is { Kind: ActorKind.Person } && antecedent == head && isShort && tree.Is(phrase[0], "det") && lexicon.NounKind(tree.Lower(head)) == ActorKind.Person && pronouns.IsAnother(head, entity))
        {
            return new Resolved(text, null, ActorKind.Unnamed, text, spans);
        }

        if (entity is not null && entity.Kind != ActorKind.Person && antecedent == head && Tokens.Tags[head] == UniversalTag.Propn && phrase.Count == 1 && _names.PersonBehindPlace(head) is { } behindPlace)
        {
            return new Resolved(behindPlace.Name, behindPlace.Id, ActorKind.Person, text, spans);
        }

        if (entity is { Kind: ActorKind.Person } && antecedent == head && Tokens.Tags[head] == UniversalTag.Noun && IsBesides(head, phrase, entity))
        {
            entity = null;
        }

        bool isRefused = entity is not null && (pronouns.IsOther(antecedent, entity) || _bearers.IsAnother(phrase, entity));
        entity = isRefused ? null : entity;

        if (entity is not null && antecedent == head && IsToldOfInQuotesOnly(head, entity))
        {
            return new Resolved(WithoutClause(phrase, head), null, entity.Kind, text, spans);
        }

        if (entity is { Kind: not ActorKind.Person } && antecedent == head && phrase[0] > 0 && Tokens.Form(phrase[0] - 1) is "," && entity.Mentions.Any(m => m.Span.Overlaps(Tokens.Span(head)) && m.Start < Tokens.Starts[phrase[0]]))
        {
            // "to be the next clerk, port officials": what the phrase was cut from is another.
            return new Resolved(WithoutClause(phrase, head), null, Kind(head, phrase, null), text, spans);
        }

        bool isRanked = phrase.Count == 2 && lexicon.In("rank-titles", tree.Lower(phrase[0]));
        if (antecedent == head && (entity is null or { Kind: ActorKind.Other or ActorKind.Unnamed or ActorKind.Product } || (isRanked && entity.Kind is ActorKind.Organization or ActorKind.Group)) && _names.BySurname(phrase) is { } bearerOfName)
        {
            return new Resolved(bearerOfName.Name, bearerOfName.Id, ActorKind.Person, text, spans);
        }

        bool isPersonal = tree.Lower(antecedent) is "he" or "she";
        if (isPersonal && !isRefused && (entity is null || entity.Kind is not (ActorKind.Person or ActorKind.Unnamed) || string.Equals(entity.Name, Tokens.Form(antecedent).ToString(), StringComparison.OrdinalIgnoreCase)) && _names.PersonBefore(antecedent) is { } person && !pronouns.IsOther(antecedent, person))
        {
            return new Resolved(person.Name, person.Id, ActorKind.Person, text, spans);
        }

        if (entity?.Kind != ActorKind.Person && antecedent == head && _names.BehindTitle(phrase) is { Count: > 0 } behindTitle)
        {
            string ranked = SpannedText.Join(Tokens.Text, Spans(Tokens, behindTitle));
            Entity? same = EntityAt(phrase[^1]) is { Kind: ActorKind.Person } at ? at : EntityAt(behindTitle[^1]) is { Kind: ActorKind.Person } ownBearer ? ownBearer : _names.PersonCalled(ranked);
            return new Resolved(same?.Name ?? ranked, same?.Id, ActorKind.Person, text, spans);
        }

        if (entity?.Kind != ActorKind.Person && antecedent == head && _names.PersonIn(phrase, head) is { } named)
        {
            Entity? behind = EntityAt(named.EndToken - 1) is { Kind: ActorKind.Person } bearer ? bearer : null;
            return new Resolved(behind?.Name ?? Tokens.Text.Slice(named.Span), behind?.Id ?? entity?.Id, ActorKind.Person, text, spans);
        }

        if (antecedent == head && entity?.Kind != ActorKind.Person && Tokens.Tags[head] == UniversalTag.Noun && _names.NamedBeside(head) is { } beside)
        {
            return new Resolved(beside.Name, beside.Id, beside.Kind is ActorKind.Country or ActorKind.Place ? Seat : beside.Kind, text, spans);
        }

        ActorKind kind = Kind(antecedent, antecedent == head ? phrase : tree.Yield(antecedent), entity);
        // An entity that is called by a row of nouns ("ten more, officials") is called by the phrase itself.
        bool isRow = entity is { Kind: ActorKind.Group or ActorKind.Unnamed } && entity.Name.Contains(',', StringComparison.Ordinal) && !text.Contains(',', StringComparison.Ordinal) && antecedent == head;
        if (entity is null && antecedent == head && PersonOf(head) is { } borne)
        {
            return new Resolved(borne.Name, borne.Id, ActorKind.Person, text, spans);
        }

        if (entity is { Kind: ActorKind.Group or ActorKind.Unnamed or ActorKind.Government } && antecedent == head && IsOfAPlace(phrase, head, entity))
        {
            return new Resolved(WithoutClause(phrase, head), null, kind, text, spans);
        }

        if (antecedent == head && _epithets.Of(phrase, head, entity) is { } again)
        {
            return new Resolved(again.Name, again.Id, ActorKind.Person, text, spans);
        }

        if (antecedent == head && _epithets.Owned(phrase, entity) is { } owned)
        {
            return new Resolved(owned, null, kind, text, spans);
        }

        if (antecedent == head && _epithets.OfCandidate(phrase, head, entity) is { } body)
        {
            return new Resolved(body, null, ActorKind.Organization, text, spans);
        }

        string name = (isRow ? null : entity?.Name) ?? (antecedent == head && phrase.Count == 1 && tree.Lower(head) == "another" ? pronouns.AnotherOf(head) : null) ?? NumberIn(antecedent, head) ?? NameIn(antecedent) ?? (antecedent == head ? WithoutClause(phrase, head) : Tokens.Form(antecedent).ToString());
        return new Resolved(name, entity?.Id, kind, text, spans);
    }

    // "People in Norby", "officials in Norland and nearby countries": those there, and not whoever else is called by the bare noun.
    private bool IsOfAPlace(List<int> phrase, int head, Entity entity)
    {
        int at = phrase.IndexOf(head) + 1;
        return at < phrase.Count && at <= 3 && phrase.Count <= 8 && tree.HasFeature(head, "Number=Plur") && tree.Lower(phrase[at]) is "in" or "of" or "from" or "at" or "near" && phrase[^1] - phrase[0] == phrase.Count - 1
            && Tokens.Text.Slice(Tokens.Span(phrase[0], head + 1)).EndsWith(entity.Name, StringComparison.OrdinalIgnoreCase) && report.Names.Overlapping(Tokens.Span(phrase[at], phrase[^1] + 1)).Any(static n => n.Kind != NameKind.Person);
    }

    // "A representative for Ada Brown": for whom somebody speaks is another.
    private bool IsBesides(int head, List<int> phrase, Entity entity) => phrase.Exists(i => i > head + 1 && Tokens.Tags[i] == UniversalTag.Propn && EntityAt(i)?.Id == entity.Id)
        && phrase.Exists(i => i == head + 1 && tree.Lower(i) is "for" or "of" or "to");

    // "The report, released on Monday by the port": what a comma sets off behind the head is no part of what it is called.
    private string WithoutClause(List<int> phrase, int head)
    {
        int comma = phrase.FindIndex(i => i > head && Tokens.Form(i) is ",");
        bool isClause = comma > 0 && phrase.Exists(i => i > phrase[comma] && Tokens.Tags[i] == UniversalTag.Verb) && !phrase.Exists(i => tree.Is(i, "conj") && Tokens.Heads[i] == head);
        return SpannedText.Join(Tokens.Text, Spans(Tokens, isClause ? phrase[..comma] : phrase));
    }

    /// <summary>The pieces of a token list as spans; a paragraph ends a piece.</summary>
    public static ImmutableArray<TextSpan> Spans(TokenLayer tokens, List<int> list)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = 0; i < list.Count;)
        {
            int end = i + 1;
            while (end < list.Count && list[end] == list[end - 1] + 1 && Block(tokens, list[end]) == Block(tokens, list[end - 1]))
            {
                end++;
            }

            spans.Add(tokens.Span(list[i], list[end - 1] + 1));
            i = end;
        }

        return spans.ToImmutable();
    }

    private static int Block(TokenLayer tokens, int token) => tokens.Sentences[tokens.SentenceOf(token)].Block;

    // "Western officials and media": one source made of several.
    private bool IsCoordinated(int head, List<int> phrase)
    {
        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "conj") && phrase.BinarySearch(child) >= 0 && Tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
            {
                return true;
            }
        }

        return false;
    }

    // "the vice president and chairman of the firm Ada Brown": two titles before one name.
    private bool IsOnePerson(int head, List<int> phrase)
    {
        // "Ada Brown, a former clerk and a Lund supporter": what she is besides.
        if (NameKindIn(head) == NameKind.Person && tree.Child(head, "appos") is >= 0 and var apposed && phrase.Exists(i => tree.Is(i, "conj") && Tokens.Heads[i] == head)
            && phrase.TrueForAll(i => !tree.Is(i, "conj") || Tokens.Heads[i] != head || (i > apposed && !phrase.Exists(c => c > apposed && c < i && Tokens.Form(c) is ",") && tree.Child(apposed, "det") is >= 0 and var whose && tree.Lower(whose) is "a" or "an") || (i > apposed && Tokens.Tags[i] == UniversalTag.Noun && !tree.HasFeature(i, "Number=Plur") && tree.Child(i, "det") is >= 0 and var article && tree.Lower(article) is "a" or "an")))
        {
            return true;
        }

        bool isTitle = Tokens.Tags[head] == UniversalTag.Noun && _names.IsPersonNoun(head) && !tree.HasFeature(head, "Number=Plur"), isOneTold = tree.Child(head, "det") >= 0 && IsOneBefore(head);
        foreach (int child in tree.Children(head))
        {
            isTitle &= !tree.Is(child, "conj") || (Tokens.Tags[child] == UniversalTag.Noun && _names.IsPersonNoun(child) && tree.Child(child, "det") < 0 && !tree.HasFeature(child, "Number=Plur"));
            isOneTold |= tree.Is(child, "acl:relcl") && tree.HasFeature(child, "Number=Sing") && tree.Child(child, "nsubj", "who") >= 0 && phrase.Exists(i => tree.Is(i, "conj") && Tokens.Heads[i] == head);
        }

        // "a blogger and journalist", "the former clerk and present mayor", "the clerk and mayor, who runs it": one for both.
        return isTitle && (tree.Child(head, "det", "a") >= 0 || isOneTold || _names.PersonIn(phrase, head) is not null);
    }

    // "the former clerk": what somebody was.
    private bool IsOneBefore(int head)
    {
        foreach (int child in tree.Children(head))
        {
            if (child < head && tree.Is(child, "amod") && BodyWords.Is("former", tree.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    // "this newspaper": the one that prints the report, and none that the report names.
    private bool IsThisOutlet(int head) => lexicon.NounKind(tree.Lemma(head)) == ActorKind.Outlet && tree.Child(head, "det", "this") >= 0;

    /// <summary>The noun that a relative pronoun stands for, else the token itself.</summary>
    public int AntecedentOf(int head) => Antecedent(head);

    // "who" and "which" stand for the noun their clause modifies.
    private int Antecedent(int head)
    {
        if (!tree.HasFeature(head, "PronType=Rel") && tree.Lower(head) is not ("who" or "which"))
        {
            return head;
        }

        for (int at = head, steps = 0; at >= 0 && steps < 16; at = Tokens.Heads[at], steps++)
        {
            if (Tokens.Relations[at] is "acl:relcl" or "acl" && Tokens.Heads[at] is >= 0 and var noun)
            {
                // "drew an answer from Ada Brown, who said …": an answer is nobody.
                bool isThing = tree.Lower(head) == "who" && noun < head - 2 && Tokens.Form(head - 1) is "," && Tokens.Tags[noun] == UniversalTag.Noun && !tree.HasFeature(noun, "Number=Plur") && lexicon.NounKind(tree.Lemma(noun)) != ActorKind.Person && !lexicon.IsGroup(tree.Lower(noun))
                    && NameKindIn(head - 2) == NameKind.Person && EntityAt(noun) is not { Kind: ActorKind.Person or ActorKind.Unnamed };
                return isThing ? head - 2 : Nearer(head, MembersOf(head, noun));
            }
        }

        // "said Ada Brown, who would not say why": wherever the parser hung the clause.
        if (tree.Lower(head) == "who" && head >= 2 && Tokens.Form(head - 1) is "," && Tokens.Tags[head - 2] is UniversalTag.Propn or UniversalTag.Noun)
        {
            return head - 2;
        }

        return head;
    }

    public Entity? EntityAt(int token) => report.Entities.At(Tokens.Span(token));

    /// <summary>The country of an entity, or null.</summary>
    public string? CountryOf(string? entity) => entity is null ? null : report.Entities.Find(entity)?.Country;

    private Entity? ExactEntity(ImmutableArray<TextSpan> spans) =>
        spans.Length == 1 && report.Entities.At(spans[0]) is { } entity && entity.Mentions.Any(m => m.Span == spans[0]) ? entity : null;

    // "four in ten who said …": of how many, with the number; null where no number stands.
    private string? NumberIn(int number, int relative)
    {
        List<int> whole = number < relative && Tokens.Tags[number] == UniversalTag.Num ? tree.Yield(number).FindAll(i => number <= i && i < relative && Tokens.Form(i) is not ",") : [];
        return whole.Count > 1 ? Tokens.Text.Slice(Tokens.Span(number, whole[^1] + 1)) : null;
    }

    private string? NameIn(int head)
    {
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(head)))
        {
            return Tokens.Text.Slice(name.Span);
        }

        foreach (int child in tree.Children(head))
        {
            if (tree.Is(child, "appos") || tree.Is(child, "flat"))
            {
                foreach (NameMention name in report.Names.Overlapping(Tokens.Span(child)))
                {
                    if (name.Kind == NameKind.Person)
                    {
                        return Tokens.Text.Slice(name.Span);
                    }
                }
            }
        }

        return null;
    }
}
