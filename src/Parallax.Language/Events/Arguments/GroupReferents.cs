using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Whom words for several together stand for where coreference leaves them open: "the two leaders", "both countries", "they".</summary>
internal sealed class GroupReferents(AnnotatedReport report, SyntaxTree tree, Participants participants, List<EventReading> found)
{
    // Sentences between such words and those they stand for.
    private const int Reach = 3;

    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>The members as tokens; none where the token is no such word, or the text before it does not tell exactly whom it means.</summary>
    public List<int> Of(int token)
    {
        string lemma = tree.Lemma(token);
        if (_tokens.Tags[token] == UniversalTag.Pron)
        {
            return lemma is "they" or "them" or "both" or "their" && participants.EntityAt(token) is null ? Together(token) : [];
        }

        if (_tokens.Tags[token] != UniversalTag.Noun || !IsPair(token))
        {
            return [];
        }

        if (Named(token) is { Count: 2 } named)
        {
            return named;
        }

        NounClass noun = MentionLexicon.Instance.Noun(lemma).Class;
        return lemma is "side" or "party" or "partner" ? Acting(token, Reach, static count => count == 2, null) is { Count: 2 } sides ? sides : Countries(token)
            : noun is NounClass.Country || lemma is "neighbour" or "neighbor" or "capital" or "government" or "ally" ? Countries(token)
            : noun is NounClass.Person ? Acting(token, Reach, static count => count == 2, ActorKind.Person) : [];
    }

    // "the two leaders", "both countries"; "two leaders met" names nobody told before.
    private bool IsPair(int token)
    {
        bool two = false, definite = false, own = false;
        foreach (int child in tree.Children(token))
        {
            string lemma = tree.Lemma(child);
            two |= lemma is "two" or "both" or "2";
            definite |= lemma is "the" or "both" or "these" or "those";
            own |= tree.Is(child, "nmod") || tree.Is(child, "nmod:poss") || tree.Is(child, "acl") || (tree.Is(child, "amod") && lemma is "other" or "last" or "next" or "first");
        }

        return two && definite && !own;
    }

    // "the two countries (Norland and Sudland)".
    private List<int> Named(int token)
    {
        foreach (int child in tree.Children(token))
        {
            if (tree.Is(child, "appos") && child > token)
            {
                return [.. Clause.WithConjuncts(tree, child)];
            }
        }

        return [];
    }

    // Those who acted together last.
    private List<int> Acting(int token, int reach, Func<int, bool> fits, ActorKind? kind)
    {
        EventReading? last = null;
        int sentence = _tokens.SentenceOf(token);
        foreach (EventReading reading in found)
        {
            bool near = reading.Head < token && sentence - _tokens.SentenceOf(reading.Head) <= reach && !(sentence == _tokens.SentenceOf(reading.Head) && tree.Dominates(reading.Head, token) && reading.Actors.Contains(token));
            if (near && fits(reading.Actors.Count) && (kind is null || reading.Actors.TrueForAll(a => participants.EntityAt(a)?.Kind == kind)) && (last is null || reading.Head > last.Head))
            {
                last = reading;
            }
        }

        return last?.Actors ?? [];
    }

    // Those who acted together last, or were acted on: "threatened to block the entry of Norland and Sudland, having approved their plan".
    private List<int> Together(int token)
    {
        int sentence = _tokens.SentenceOf(token);
        EventReading? last = found.FindAll(r => r.Head < token && sentence - _tokens.SentenceOf(r.Head) <= 1 && (r.Recipients.Count > 1 || r.Actors.Count > 1) && !r.Actors.Contains(token) && !r.Recipients.Contains(token)).MaxBy(static r => r.Head);
        return last is null ? [] : last.Actors.Count > 1 ? last.Actors : last.Recipients;
    }

    // The two countries of the nearest sentence that has two, told by name before by the people of two.
    private List<int> Countries(int token)
    {
        int sentence = _tokens.SentenceOf(token);
        for (int s = sentence; s >= 0 && sentence - s <= Reach; s--)
        {
            int first = _tokens.Sentences[s].FirstToken, end = s == sentence ? token : _tokens.Sentences[s].EndToken;
            List<int> states = States(first, end, ofPeople: false);
            states = states.Count == 2 ? states : states.Count < 2 ? States(first, end, ofPeople: true) : [];
            if (states.Count == 2)
            {
                return states;
            }
        }

        return [];
    }

    private List<int> States(int first, int end, bool ofPeople)
    {
        List<int> tokens = [];
        HashSet<string> countries = new(StringComparer.Ordinal);
        for (int t = first; t < end; t++)
        {
            if (_tokens.Tags[t] is not (UniversalTag.Propn or UniversalTag.Pron or UniversalTag.Noun) || participants.EntityAt(t) is not { Country: { } country } entity)
            {
                continue;
            }

            bool state = entity.Kind is ActorKind.Country or ActorKind.Government;
            if ((state || (ofPeople && entity.Kind == ActorKind.Person)) && countries.Add(country) && StateOf(country, t, state) is >= 0 and int at)
            {
                tokens.Add(at);
            }
        }

        return tokens;
    }

    // A person stands for their country; the token is where that country is named.
    private int StateOf(string country, int token, bool isState)
    {
        if (isState)
        {
            return token;
        }

        Entity? state = report.Entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Country) ?? report.Entities.Entities.FirstOrDefault(e => e.Country == country && e.Kind == ActorKind.Government);
        return state is null || state.Mentions.IsEmpty ? -1 : tree.TopOf(_tokens.TokensOf(state.Mentions[0].Span).First, _tokens.TokensOf(state.Mentions[0].Span).End);
    }
}
