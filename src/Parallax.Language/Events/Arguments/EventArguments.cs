using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Figures;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>The thing that an act is about, and where it is done.</summary>
internal sealed class EventArguments(EventLexicon lexicon, AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    private readonly TokenLayer _tokens = report.Tokens;

    /// <summary>Head of the thing given, signed, banned, talked about, or -1.</summary>
    public int ObjectOf(Clause clause, Clause? inner, EventRule rule, List<int> recipients)
    {
        if (inner is not null && tree.Lemma(inner.Head) == "fire" && rule.Type == PloverType.ASSAULT)
        {
            foreach (int burnt in clause.After("to").Concat(inner.After("to")))
            {
                return recipients.Contains(burnt) ? -1 : burnt; // "set fire to the van"
            }
        }

        if (FactualityCues.Is("participle-of-stance", tree.Lemma(clause.Head)) && clause.After("to").FirstOrDefault(t => !recipients.Contains(t) && !participants.CanAct(t), -1) is >= 0 and int opposed)
        {
            return opposed; // "is opposed to the plan"
        }

        foreach (int thing in clause.Objects)
        {
            if (PassiveForms.IsDistance(tree, thing))
            {
                continue;
            }

            if (inner is not null && thing != inner.Head && clause.Objects.Contains(inner.Head) && IsBefore(thing, inner.Head))
            {
                continue; // "improve grain, fish and timber ties" with the grain parsed as what is improved
            }

            if (rule is { Mutual: true, Type: PloverType.CONSULT } && participants.CanAct(thing) && tree.Lemma(clause.Head) == "meet")
            {
                continue; // "meets his counterpart": whoever is met is no thing that the meeting is about
            }

            if (!recipients.Contains(thing) && !participants.IsTime(thing) && (inner is null || thing != inner.Head || lexicon.Noun(tree.Lemma(thing)) is not [var first, ..] || first.Rule.Id == "support.sign"))
            {
                return thing;
            }
        }

        if (inner is not null && rule.Type is PloverType.AID or PloverType.COOPERATE && !rule.Mutual && lexicon.Noun(tree.Lemma(inner.Head)).Length == 0 && Measured(inner.Head) is var given && !recipients.Contains(given) && !participants.CanAct(given))
        {
            return given; // "handed over drones", "supplied them with rockets"
        }

        // What is talked about, given, asked for; what stands beside an attack, an arrest or an arrival is no object of it.
        bool about = rule.Mutual || rule.Type is PloverType.AID or PloverType.COOPERATE or PloverType.SUPPORT or PloverType.AGREE or PloverType.REQUEST or PloverType.ACCUSE or PloverType.REJECT or PloverType.THREATEN or PloverType.PROTEST;
        foreach ((string preposition, int head) in (inner ?? clause).Obliques)
        {
            if ((preposition == "of" || (about && preposition is "with" or "on" or "over" or "about")) && !(preposition == "over" && rule.Type == PloverType.SUPPORT && !rule.Mutual) && !recipients.Contains(head) && !participants.CanAct(head) && !participants.IsTime(head))
            {
                return head;
            }
        }

        return -1;
    }

    // "hundreds of drones", "two types of rockets" with their number.
    private int Measured(int thing)
    {
        int up = tree.Head(thing);
        return up >= 0 && up < thing && tree.Is(thing, "nmod") && tree.Child(thing, "case") is >= 0 and int of && tree.Lemma(of) == "of" && _tokens.Tags[up] is UniversalTag.Noun or UniversalTag.Num
            && (CountingWords.Instance.Has("quantities", tree.Lemma(up)) || tree.Lemma(up) is "type" or "kind" or "number" or "batch" or "shipment") ? up : thing;
    }

    // Whether a phrase, or what is joined to it, runs up to a noun, so that it stands before that noun as a part of its name.
    private bool IsBefore(int thing, int noun)
    {
        int first = tree.First(noun);
        foreach (int child in tree.Children(thing))
        {
            if (tree.Is(child, "conj") && child < noun && tree.End(child) == first && _tokens.Tags[child] == UniversalTag.Noun)
            {
                return true;
            }
        }

        return tree.Head(thing) >= 0 && tree.Is(thing, "conj") && IsBefore(tree.Head(thing), noun);
    }

    /// <summary>Head of the place, or -1.</summary>
    public int PlaceOf(Clause clause, Clause? inner)
    {
        foreach ((string preposition, int head) in clause.Obliques.Concat(inner?.Obliques ?? []))
        {
            if (preposition is "in" or "at" or "near" or "outside" or "inside" or "around" or "to" or "into"
                && participants.EntityAt(head)?.Kind is ActorKind.Place or ActorKind.Country or ActorKind.Facility)
            {
                return head;
            }
        }

        foreach (int thing in clause.Objects)
        {
            if (participants.EntityAt(thing)?.Kind is ActorKind.Place or ActorKind.Facility)
            {
                return thing;
            }
        }

        return -1;
    }
}
