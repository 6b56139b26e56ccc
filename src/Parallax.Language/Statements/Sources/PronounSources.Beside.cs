using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;

namespace Parallax.Language.Statements.Sources;

/// <content>Who speaks where the words right before a quotation tell it: the speaker of the sentence, or somebody whom the sentence before brings in.</content>
internal sealed partial class PronounSources
{
    // "Ada Brown admitted that Lund and Dahl had lost, which, she said, “we long expected.”": who says the words before the comma goes on in marks.
    private List<int>? TellsOn(int pronoun, string word)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        bool isGoingOn = own is { Cue: { Kind: CueKind.Verb, Passive: false } cue } && quoted.Of(cue.Head) < 0 && own.Content.Tokens[0] > pronoun && quoted.Of(own.Content.Tokens[0]) >= 0 && pronoun > 0 && Tokens.Form(pronoun - 1) is ",";
        Attribution? outer = !isGoingOn ? null : attributions.Find(a => !ReferenceEquals(a, own) && a is { Source.IsEmpty: false, Cue: { Kind: CueKind.Verb, Passive: false } told } && told.Head < pronoun && Tokens.Heads[told.Head] < 0 && Tokens.SentenceOf(told.Head) == Tokens.SentenceOf(pronoun)
            && quoted.Of(told.Head) < 0 && a.Source.Tokens[^1] < told.Head && a.Content.Tokens.Exists(i => i < pronoun && i >= pronoun - 2));
        if (outer is null)
        {
            return null;
        }

        int head = HeadOf(outer.Source.Tokens);
        bool isPronoun = Tokens.Tags[head] == UniversalTag.Pron;
        bool isOne = isPronoun ? tree.Lower(head) == word : Speaker(outer.Source.Tokens) is { Kind: ActorKind.Person } person && !IsSexOther(person, head, word) && !tree.HasFeature(head, "Number=Plur") && tree.Child(head, "conj") < 0;
        return isOne ? outer.Source.Tokens : null;
    }

    // "At a hearing Sen. Ada Brown, who leads it, asked for more. “It is too little,” she said.": the one person whom the sentence right before brings in by the whole name, and none who spoke before.
    private List<int>? BroughtIn(int pronoun, Entity? entity, string word)
    {
        Attribution? own = attributions.Find(a => a.Source.Tokens is [var only] && only == pronoun);
        int first = own is { Cue: { Kind: CueKind.Verb, Passive: false }, Content.Tokens: { Count: > 0 } content } ? content[0] : -1;
        int sentence = first < 0 || quoted.Of(first) < 0 ? -1 : Tokens.SentenceOf(first) - 1;
        if (sentence < 0 || Tokens.Sentences[sentence].Part is TextPart.Title or TextPart.Heading or TextPart.Caption || first > Tokens.Sentences[sentence + 1].FirstToken + 1)
        {
            return null;
        }

        NameMention? brought = null;
        Entity? told = null;
        foreach (NameMention name in report.Names.Overlapping(Tokens.Span(Tokens.Sentences[sentence].FirstToken, Tokens.Sentences[sentence].EndToken)))
        {
            Entity? bearer = name.Kind == NameKind.Person ? report.Entities.At(Tokens.Span(name.EndToken - 1)) : null;
            if (name.Kind != NameKind.Person || (bearer is { Kind: ActorKind.Person } && IsSexOther(bearer, name.EndToken - 1, word)))
            {
                continue;
            }

            if (bearer is not { Kind: ActorKind.Person } || quoted.Of(name.FirstToken) >= 0 || (told is not null && told.Id != bearer.Id))
            {
                return null;
            }

            (brought, told) = (brought ?? name, bearer);
        }

        bool isNew = brought is { TokenCount: > 1 } && told!.Id != entity?.Id && IsNewIn(told, sentence) && !IsAside(brought.Value);
        for (int i = Tokens.Sentences[sentence].FirstToken; isNew && i < Tokens.Sentences[sentence].EndToken; i++)
        {
            // "He met Ada Brown": who came in before may go on.
            isNew = tree.Lower(i) is not ("he" or "she") || report.Entities.At(Tokens.Span(i))?.Id == told!.Id;
        }

        return isNew ? [.. Enumerable.Range(brought!.Value.FirstToken, brought.Value.TokenCount)] : null;
    }

    /// <summary>"One user wrote: … Another said …": another user, by the noun of the speaker brought in with "one" or "a" in the sentences before; null where there is none.</summary>
    public string? AnotherOf(int token)
    {
        string? found = null;
        foreach (Attribution before in attributions)
        {
            bool isNear = before.Order < token && Tokens.SentenceOf(token) - Tokens.SentenceOf(before.Order) <= MaxSentences && before.Source.Tokens is { Count: > 1 and <= 4 } source && tree.Lower(source[0]) is "one" or "a" or "an" && Tokens.Tags[source[^1]] == UniversalTag.Noun && source[^1] - source[0] == source.Count - 1;
            found = isNear ? "another " + Tokens.Text.Slice(Tokens.Span(before.Source.Tokens[1], before.Source.Tokens[^1] + 1)) : found;
        }

        return found;
    }

    // Whom no earlier sentence of the text itself names.
    private bool IsNewIn(Entity person, int sentence) => person.Mentions.All(m => Tokens.SentenceOf(Tokens.TokensOf(m.Span).First) is var at && (at >= sentence || Tokens.Sentences[at].Part is TextPart.Title or TextPart.Heading or TextPart.Caption));

    // "after the death of Ada Brown", "a book about Ada Brown", "met Ada Brown": told of by the way.
    private bool IsAside(NameMention name)
    {
        int head = name.FirstToken;
        while (Tokens.Heads[head] >= name.FirstToken && Tokens.Heads[head] < name.EndToken)
        {
            head = Tokens.Heads[head];
        }

        return tree.CaseOf(head) is not ("" or "with") || tree.Is(head, "obj") || tree.Is(head, "iobj") || tree.Is(head, "nmod:poss") || tree.Is(head, "compound") || (name.EndToken < Tokens.Count && Tokens.Form(name.EndToken) is "'s" or "’s");
    }
}
