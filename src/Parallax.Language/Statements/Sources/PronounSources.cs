using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Statements.Quotations;

namespace Parallax.Language.Statements.Sources;

/// <summary>Finds the speaker whom a pronoun source stands for where the sentence itself tells it, before coreference is asked.</summary>
/// <remarks>
/// "we" and "I" inside a quotation or a transcript's speech are its speaker. "Ukraine was hit by drones, which it says …", "Ada Brown came to town, where she announced …": the subject of
/// a clause above. "The agency is close to the council, it said": who is named in the words is not who says them; the one who spoke before goes on.
/// </remarks>
internal sealed partial class PronounSources(CueLexicon lexicon, DependencyTree tree, QuotedTokens quoted, AnnotatedReport report, List<Attribution> attributions)
{
    private const int MaxDepth = 24, MaxBack = 8;
    private readonly SpeakerNames _names = new(lexicon, tree, quoted, report);

    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Whether a title without a name ("the president") cannot be the one whom coreference gives: in the report its bearer names that one in his own words.</summary>
    public bool IsAnother(int noun, Entity entity)
    {
        string lemma = tree.Lemma(noun);
        return attributions.Exists(a => a.Source.Tokens is { Count: > 0 and <= 2 } source && tree.Lemma(source[^1]) == lemma && report.Entities.At(Tokens.Span(source[^1]))?.Id == entity.Id
            && entity.Mentions.Any(m => m.Form == MentionForm.Name && quoted.Of(source[^1]) < 0 && a.Content.Tokens.Exists(i => quoted.Of(i) < 0 && m.Span.Overlaps(Tokens.Span(i)))));
    }

    /// <summary>The tokens of the phrase that the pronoun stands for, or null where only coreference can tell.</summary>
    public List<int>? Antecedent(int pronoun)
    {
        List<int>? found = Find(pronoun);
        Entity? speaker = found is { Count: > 0 } ? Speaker(found) : null;
        if (speaker is not null && tree.Lower(pronoun) is "he" or "she" && IsNobody(speaker))
        {
            return null;
        }

        return found is { Count: > 0 } && found[^1] != pronoun && speaker is { Kind: ActorKind.Person } person && IsOther(pronoun, person) ? null : found;
    }

    private List<int>? Find(int pronoun)
    {
        string word = tree.Lower(pronoun);
        if (Tokens.Sentences[Tokens.SentenceOf(pronoun)].Part is TextPart.Title or TextPart.Heading && lexicon.NounKind(tree.Lemma(pronoun)) == ActorKind.Person)
        {
            return NamedBelow(pronoun);
        }

        if (Tokens.Tags[pronoun] == UniversalTag.Noun)
        {
            return BodyBefore(pronoun);
        }

        if (Tokens.Tags[pronoun] != UniversalTag.Pron)
        {
            return null;
        }

        if (word is "his" or "her" && quoted.Of(pronoun) < 0)
        {
            return SubjectOfOwner(pronoun, word == "his" ? "he" : "she");
        }

        if (word is "you" or "i" or "we" or "my" or "our" or "us" or "me")
        {
            return word == "you" ? SpokenTo(pronoun) : SpeakerOf(pronoun);
        }

        Entity? entity = report.Entities.At(Tokens.Span(pronoun)) is { } told && !IsOfCaption(pronoun, told) ? told : null;
        if (word is "it" or "he" or "she" or "they" && NamedAhead(pronoun) is { } ahead)
        {
            return ahead;
        }

        if (word is "it" or "he" or "she" or "they" && SaidOfSelf(pronoun, word) is { } self)
        {
            return self;
        }

        if (word is "he" or "she" && quoted.Of(pronoun) >= 0)
        {
            return SubjectInQuotation(pronoun, entity, word);
        }

        if (word == "they" && (entity is null || entity.Mentions.All(static m => m.Form != MentionForm.Name)) && SeveralGoOn(pronoun) is { } same)
        {
            return same;
        }

        if (word == "they" && (entity is null || entity.Mentions.All(static m => m.Form != MentionForm.Name)) && SeveralBefore(pronoun) is { } several)
        {
            return several;
        }

        if (word is not ("it" or "he" or "she" or "they") || quoted.Of(pronoun) >= 0)
        {
            return null;
        }

        if (word is "he" or "she" && entity is not null && IsOtherSex(entity, word) && attributions.Find(a => a.Source.Tokens is { Count: 1 } only && only[0] == pronoun) is { } mine && SpeakerBefore(mine, entity, true) is { } goesOn)
        {
            return goesOn;
        }

        if (word is "he" or "she" && (AskedOf(pronoun, word) ?? TellsOn(pronoun, word) ?? ComingSubject(pronoun, word) ?? OuterSubject(pronoun, entity, word) ?? BroughtIn(pronoun, entity, word) ?? SpeaksOn(pronoun, entity, word)) is { } speaking)
        {
            return speaking;
        }

        if (word is "he" or "she" && (entity is null || entity.Mentions.All(static m => m.Form == MentionForm.Pronoun)) && !IsAdding(pronoun) && SubjectBeforeQuotation(pronoun, entity) is { } toldOf && !IsSexOther(Speaker(toldOf), HeadOf(toldOf), word))
        {
            return toldOf;
        }

        if (word is "he" or "she" && PersonGoesOn(pronoun, entity, word) is { } last)
        {
            return last;
        }

        if (word == "it" && (entity is null || !IsNamedBefore(entity, pronoun)) && SubjectAbove(pronoun, word) is { } beside)
        {
            return beside;
        }

        if (word == "it" && BodyGoesOn(pronoun, entity) is { } body)
        {
            return body;
        }

        if (word is "he" or "she" && entity is not null && SpeakerOfTheirWords(pronoun, entity) is { } narrator)
        {
            return narrator;
        }

        if (word is "he" or "she" && entity is not null && SpeakerJustBefore(pronoun, entity, word) is { } again)
        {
            return again;
        }

        if (word is "he" or "she" && SubjectBeforeQuotation(pronoun, entity) is { } introduced)
        {
            return introduced;
        }

        Attribution? own = attributions.Find(a => a.Source.Tokens is { Count: 1 } only && only[0] == pronoun);
        if (own is not null && (entity is null ? word is "he" or "she" && NamesAPerson(own.Content.Tokens) : IsNamedIn(entity, own.Content.Tokens)) && SpeakerBefore(own, entity, word is "he" or "she") is { } speaker)
        {
            return speaker;
        }

        bool isThing = entity is { Kind: ActorKind.Other or ActorKind.Product or ActorKind.Event or ActorKind.Document };
        return entity is not null && !isThing && IsNamedBefore(entity, pronoun) ? null : SubjectAbove(pronoun, word) ?? (word == "it" && (entity is null || entity.Mentions.All(static m => m.Form == MentionForm.Pronoun)) ? OnlyBodyBefore(pronoun) : null);
    }

    // "Bridge to be shut: spox": the spokesman whom the text under the headline names for the same words.
    private List<int>? NamedBelow(int noun)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens?.BinarySearch(noun) >= 0);
        if (own is null)
        {
            return null;
        }

        HashSet<string> words = Words(own);
        foreach (Attribution below in attributions)
        {
            if (below.Order <= own.Order || below.Source.Tokens is not { Count: > 1 } source || Tokens.Sentences[Tokens.SentenceOf(below.Order)].Part is TextPart.Title or TextPart.Heading)
            {
                continue;
            }

            bool isSame = source.Exists(i => IsSameOffice(tree.Lower(i), tree.Lower(noun))) && report.Names.Overlapping(Tokens.Span(source[0], source[^1] + 1)).Any(static n => n.Kind == NameKind.Person);
            if (isSame && Words(below).Count(words.Contains) >= 2)
            {
                return source;
            }
        }

        return null;
    }

    private bool IsSameOffice(string one, string other) => one == other || (lexicon.In("spokes-words", one) && lexicon.In("spokes-words", other));

    private HashSet<string> Words(Attribution attribution) =>
        [.. attribution.Content.Tokens.Where(i => Tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Verb or UniversalTag.Adj).Select(tree.Lower)];

    // “His helper came,” Ada Brown said. Later she said …: who is told of in quoted words alone does not speak; the person who last spoke goes on.
    private List<int>? SpeakerOfTheirWords(int pronoun, Entity entity)
    {
        bool isQuotedOnly = entity.Kind is ActorKind.Person or ActorKind.Unnamed && attributions.Exists(a => a.Source.Tokens is [var only] && only == pronoun)
            && entity.Mentions.All(m => m.Form == MentionForm.Pronoun || quoted.Of(Tokens.TokensOf(m.Span).First) >= 0);
        if (!isQuotedOnly)
        {
            return null;
        }

        int sentence = Tokens.SentenceOf(pronoun);
        Attribution? last = null;
        foreach (Attribution a in attributions)
        {
            bool isNear = a.Order < pronoun && sentence - Tokens.SentenceOf(a.Order) <= MaxBack && a.Cue is { Kind: CueKind.Verb, Passive: false } cue && quoted.Of(cue.Head) < 0 && a.Source.Tokens is { Count: > 0 } source && quoted.Of(source[0]) < 0;
            Entity? speaker = isNear ? Speaker(a.Source.Tokens) : null;
            bool isPerson = speaker is { Kind: ActorKind.Person or ActorKind.Unnamed } && speaker.Id != entity.Id && IsPersonCalled(HeadOf(a.Source.Tokens), speaker);
            last = isPerson ? a : last;
        }

        Entity? narrator = last is null ? null : Speaker(last.Source.Tokens);
        bool isOwn = narrator is not null && attributions.Exists(a => !a.Source.IsEmpty && (Speaker(a.Source.Tokens)?.Id == narrator.Id || a.Source.Tokens[0] == pronoun) && a.Content.Tokens.Exists(i => entity.Mentions.Any(m => m.Form != MentionForm.Pronoun && m.Span.Overlaps(Tokens.Span(i)))));
        return isOwn ? last!.Source.Tokens : null;
    }

    // "Ben Lund said Ada Brown is tired. But she will stay, he said.": who spoke in the sentence before, and not one of whom he only spoke.
    private List<int>? SpeakerJustBefore(int pronoun, Entity entity, string word)
    {
        if (!attributions.Exists(a => a.Source.Tokens is { Count: 1 } only && only[0] == pronoun && a.Cue is not null && a.Content.Tokens[^1] < pronoun))
        {
            return null;
        }

        int sentence = Tokens.SentenceOf(pronoun);
        Attribution? before = null;
        foreach (Attribution a in attributions)
        {
            int distance = a.Source.IsEmpty ? int.MaxValue : sentence - Tokens.SentenceOf(a.Order);
            Entity? speaker = distance is > 0 and <= 3 ? Speaker(a.Source.Tokens) : null;
            if (speaker?.Id == entity.Id)
            {
                return null;
            }

            bool isNamed = distance == 1 && speaker is { Kind: ActorKind.Person } && a.Cue is { Kind: CueKind.Verb, Passive: false } cue && quoted.Of(cue.Head) < 0 && !IsOtherSex(speaker, word);
            before = isNamed ? a : before;
        }

        return before is not null && before.Content.Tokens.Exists(i => entity.Mentions.Any(m => m.Form != MentionForm.Pronoun && m.Span.Overlaps(Tokens.Span(i)))) ? before.Source.Tokens : null;
    }

    // The person named in a source, else whom its head stands for.
    private Entity? Speaker(List<int> source)
    {
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(source[0], source[^1] + 1)))
        {
            if (name.Kind == NameKind.Person && source.BinarySearch(name.FirstToken) >= 0 && report.Entities.At(Tokens.Span(name.FirstToken)) is { Kind: ActorKind.Person } person)
            {
                return person;
            }
        }

        return report.Entities.At(Tokens.Span(HeadOf(source)));
    }

    // "he" for one whom the report calls "she" more than "he".
    private bool IsOtherSex(Entity entity, string word)
    {
        int same = 0, other = 0;
        foreach (Mention mention in entity.Mentions.Where(static m => m.Form == MentionForm.Pronoun))
        {
            string form = Tokens.Text.Slice(mention.Span).ToLowerInvariant();
            same += (word == "he" ? form is "he" or "his" or "him" : form is "she" or "her" or "hers") ? 1 : 0;
            other += (word == "he" ? form is "she" or "her" or "hers" : form is "he" or "his" or "him") ? 1 : 0;
        }

        return other > same;
    }

    // "Senator Brown was upset. “We were near,” he said.": the person of whom the sentence right before the quotation tells.
    private List<int>? SubjectBeforeQuotation(int pronoun, Entity? entity)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is { Count: 1 } only && only[0] == pronoun);
        int first = own is { Content.Tokens: { Count: > 0 } content } ? content[0] : -1;
        int sentence = first < 0 || quoted.Of(first) < 0 ? -1 : Tokens.SentenceOf(first) - 1;
        if (sentence < 0 || Tokens.Sentences[sentence].Part is TextPart.Title or TextPart.Heading)
        {
            return null;
        }

        for (int i = Tokens.Sentences[sentence].FirstToken; i < Tokens.Sentences[sentence].EndToken; i++)
        {
            bool isSubject = tree.Is(i, "nsubj") && Tokens.Heads[i] >= 0 && Tokens.Heads[Tokens.Heads[i]] < 0 && quoted.Of(i) < 0 && (Tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun || tree.Lower(i) == tree.Lower(pronoun));
            if (!isSubject || report.Entities.At(Tokens.Span(i)) is not { Kind: ActorKind.Person } person || person.Id == entity?.Id)
            {
                continue;
            }

            bool isOther = entity is not null && entity.Mentions.Any(m => m.Form == MentionForm.Name && Tokens.Starts[Tokens.Sentences[sentence].FirstToken] <= m.Span.Start && m.Span.Start < Tokens.Starts[first]);
            return isOther ? null : Tokens.Tags[i] == UniversalTag.Pron ? [i] : Phrase(i);
        }

        return null;
    }

    // "The company warned": a body without a name, whose kind the speaker named last in this paragraph has.
    private List<int>? BodyBefore(int noun)
    {
        bool isAgency = lexicon.In("agency-nouns", tree.Lemma(noun));
        bool isBody = (isAgency || (lexicon.In("body-nouns", tree.Lemma(noun)) && lexicon.NounKind(tree.Lemma(noun)) == ActorKind.Organization)) && tree.Child(noun, "det", "the") >= 0 && !tree.HasFeature(noun, "Number=Plur") && tree.Child(noun, "nmod") < 0 && tree.Child(noun, "amod") < 0 && tree.Child(noun, "compound") < 0;
        Entity? entity = report.Entities.At(Tokens.Span(noun));
        if (!isBody || quoted.Of(noun) >= 0 || !attributions.Exists(a => a.Source.Tokens?.BinarySearch(noun) >= 0) || entity?.Mentions.Any(static m => m.Form == MentionForm.Name) == true)
        {
            return null;
        }

        Attribution? best = null;
        int sentence = Tokens.SentenceOf(noun);
        foreach (Attribution a in attributions)
        {
            int at = Tokens.SentenceOf(a.Order);
            bool isNear = at < sentence && sentence - at <= 3 && Tokens.Sentences[at].Block >= Tokens.Sentences[sentence].Block - 1 && !a.Source.IsEmpty;
            if (isNear && report.Entities.At(Tokens.Span(HeadOf(a.Source.Tokens))) is { } body && IsBodyCalled(body, isAgency) && (best is null || at >= Tokens.SentenceOf(best.Order)))
            {
                best = a;
            }
        }

        return best?.Source.Tokens ?? BodyToldBefore(noun, isAgency);
    }

    // The innermost attribution outside of whose quotation nothing is said by the pronoun itself.
    private List<int>? SpeakerOf(int token)
    {
        int quotation = quoted.Of(token);
        Attribution? best = null;
        foreach (Attribution a in attributions)
        {
            bool holds = a.Content.Tokens.BinarySearch(token) >= 0 && !a.Source.IsEmpty && !a.Source.Tokens.Exists(i => i == token || (quotation >= 0 && quoted.Of(i) == quotation))
                && (quotation >= 0 || a.Content.Rule == Transcripts.Rule);
            if (holds && (best is null || a.Content.Tokens.Count < best.Content.Tokens.Count))
            {
                best = a;
            }
        }

        return best?.Source.Tokens;
    }

    private bool IsNamedIn(Entity entity, List<int> content) =>
        entity.Mentions.Any(m => m.Form != MentionForm.Pronoun && content.Exists(i => m.Span.Overlaps(Tokens.Span(i))));

    private bool NamesAPerson(List<int> content) => content.Exists(i => report.Names.Overlapping(Tokens.Span(i)).Any(static n => n.Kind == NameKind.Person));

    private bool IsNamedBefore(Entity entity, int pronoun)
    {
        int first = tree.SentenceBounds(pronoun).First;
        return entity.Mentions.Any(m => Tokens.Starts[first] <= m.Span.Start && m.Span.Start < Tokens.Starts[pronoun]);
    }

    private List<int>? SubjectAbove(int pronoun, string word)
    {
        int at = pronoun;
        for (int steps = 0; steps < MaxDepth && Tokens.Heads[at] >= 0; steps++)
        {
            at = Tokens.Heads[at];
            int subject = tree.Child(at, "nsubj");
            if (subject >= 0 && subject < pronoun && subject != pronoun && Tokens.Tags[subject] != UniversalTag.Pron && quoted.Of(subject) < 0 && Agrees(subject, word) && !tree.Below(pronoun, subject))
            {
                return Phrase(subject);
            }
        }

        return null;
    }

    private bool Agrees(int subject, string word)
    {
        bool isSeveral = tree.Child(subject, "conj") >= 0;
        Entity? entity = report.Entities.At(Tokens.Span(subject));
        bool isPlural = isSeveral || (entity is null or { Kind: ActorKind.Group or ActorKind.Unnamed } && tree.HasFeature(subject, "Number=Plur"));
        return word switch
        {
            "they" => (isPlural || (entity is null or { Kind: ActorKind.Group or ActorKind.Unnamed or ActorKind.Government } && MentionLexicon.Instance.Noun(tree.Lemma(subject).ToLowerInvariant()).Class is NounClass.People)) && (isSeveral || CanSpeak(subject, entity)) || (entity is { Kind: ActorKind.Organization or ActorKind.Government } && quoted.Of(subject) < 0 && (Tokens.Tags[subject] == UniversalTag.Propn || tree.HasFeature(subject, "Number=Plur"))),
            "it" => !isPlural && (entity is null or { Kind: ActorKind.Other } && Tokens.Tags[subject] == UniversalTag.Propn) || !isPlural && entity is { Kind: ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Agency or ActorKind.Outlet or ActorKind.Place },
            _ => !isPlural && entity is { Kind: ActorKind.Person },
        };
    }

    private bool CanSpeak(int subject, Entity? entity) => (entity is not null && (Tokens.Tags[subject] != UniversalTag.Noun || MentionLexicon.Instance.Noun(tree.Lemma(subject)).Class is NounClass.Person or NounClass.People or NounClass.Government or NounClass.Organization or NounClass.Outlet)) || lexicon.IsGroup(tree.Lower(subject)) || lexicon.NounKind(tree.Lemma(subject)) is not (null or ActorKind.Document);

    private List<int> Phrase(int subject)
    {
        List<int> tokens = tree.Yield(subject);
        int clause = tokens.FindIndex(i => i > subject && (Tokens.Tags[i] is UniversalTag.Verb || Tokens.Form(i) is ","));
        return clause > 0 && tree.Child(subject, "conj") < 0 ? tokens[..clause] : tokens;
    }

    private int HeadOf(List<int> tokens)
    {
        foreach (int token in tokens)
        {
            if (Tokens.Heads[token] < 0 || tokens.BinarySearch(Tokens.Heads[token]) < 0)
            {
                return token;
            }
        }

        return tokens[0];
    }
}
