using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Finds on whom, for whom or with whom an event is done.</summary>
internal sealed class EventRecipients(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    // Where the other sides of a mutual act stand; in a place, on a matter, against somebody none does.
    private static readonly string[] MutualSlots = ["obj", "iobj", "with", "between", "among"];

    private readonly TokenLayer _tokens = report.Tokens;
    private readonly Participants _participants = participants;

    // "at the invitation of the mayor, the envoy came", "rejected the offer of the firm": who comes, rejects, accepts is whom it was made to.
    private IEnumerable<int> Addressees(int noun)
    {
        int up = tree.Head(noun), mark = tree.Child(noun, "case");
        if (up >= 0 && mark >= 0 && tree.Lemma(mark) == "in" && tree.Lemma(up) == "interest" && _tokens.Tags[up] == UniversalTag.Noun)
        {
            up = tree.Head(up); // "showed no interest in the offer"
        }
        else if (!(mark >= 0 ? tree.Lemma(mark) is "at" or "with" or "on" or "upon" && tree.Is(noun, "obl") : up >= 0 && tree.Is(noun, "obj") && ClauseWords.Is("answering", tree.Lemma(up))))
        {
            return [];
        }

        return up < 0 || _tokens.Tags[up] != UniversalTag.Verb ? [] : Clause.OfVerb(tree, up) is { IsPassive: false } above ? above.Subjects.SelectMany(h => _participants.Actors(h)) : [];
    }

    /// <summary>Recipients: after the particle, in the slots of the rule in order, inside the noun, in the clause below.</summary>
    public void Fill(Clause clause, Clause? inner, EventTriggerPattern pattern, EventRule rule, List<int> actors, List<int> recipients)
    {
        bool transfer = rule.Type is PloverType.AID or PloverType.COOPERATE && !rule.Mutual;
        int support = inner?.Head ?? -1;
        if (rule.Type != PloverType.NONE && pattern.Particle is { } particle and not ("in" or "at") && !(rule.Type == PloverType.ACCUSE && particle is "for" or "of" or "with" or "as" && clause.Objects.Exists(_participants.CanAct)) && !(transfer && particle == "with") && !(rule.Mutual && particle == "on" && inner is null && _tokens.Tags[clause.Head] == UniversalTag.Noun))
        {
            EventRoles.Take(recipients, clause.After(particle).Where(h => h != support && !IsReason(particle, h)).SelectMany(h => _participants.Actors(h)), actors);
        }

        if (rule.Type == PloverType.NONE || pattern.Lemma == "lament")
        {
            bool won = rule.Id == "none.elect" && pattern.Lemma is "win" or "lose"; // "won the state": what is won suffers nothing
            EventRoles.Take(recipients, won ? [] : clause.Objects.Where(_participants.CanAct), actors);
            return;
        }

        foreach (string slot in !rule.Mutual ? rule.Recipient : rule.HasOwnRecipient ? rule.Recipient.Concat(["between", "among"]) : MutualSlots)
        {
            if (recipients.Count > 0 && !rule.Mutual)
            {
                return;
            }

            IEnumerable<int> heads = slot switch
            {
                "obj" when rule.Id == "accuse.investigate" && pattern.Lemma is "send" or "dispatch" => [], // the inspectors inspect
                "obj" when rule.Id == "coerce.seize" => clause.Objects.Where(o => o != support && !(_tokens.Tags[o] == UniversalTag.Noun && MentionLexicon.Instance.Noun(tree.Lemma(o)).Class is NounClass.Outlet or NounClass.Document)), // "seized rifles and magazines"
                "obj" => clause.Objects.Where(o => o != support || ((!transfer || ClauseWords.Is("served", pattern.Lemma)) && _participants.CanAct(o))),
                "iobj" => transfer && clause.Indirect.Count == 0 ? clause.Objects.SelectMany(o => ReceiverIn(clause.Head, o)) : clause.Indirect,
                "to" when transfer => clause.After(slot).Concat(clause.Objects.Concat(_tokens.Tags[clause.Head] == UniversalTag.Noun ? clause.After("of") : []).SelectMany(o => Inside(o, slot))), // "the delivery of tanks to Norland"
                "of" when rule.Type == PloverType.ASSAULT && inner is null && ClauseWords.Is("suffered", tree.Lemma(clause.Head)) => clause.After(slot).SelectMany(h => _participants.Actors(h, own: true)), // "murder and possession of a gun by a robber"
                "in" when rule.Type == PloverType.REJECT => inner?.After(slot) ?? [], // "showed no interest in the offer"
                "with" when rule.Type == PloverType.CONSULT => (inner?.After(slot) ?? []).Concat(clause.After(slot)).SelectMany(Somebody),
                _ => (inner?.After(slot) ?? []).Concat(clause.After(slot)).Where(h => !IsReason(slot, h) && !_participants.IsTime(h) && !IsGrievance(rule, h)),
            };
            bool thing = (slot == "at" && rule.Type is PloverType.ACCUSE or PloverType.ASSAULT) || (slot == "obj" && rule.Mutual) || (slot == "obj" && ( rule.Type is PloverType.AID or PloverType.COOPERATE or PloverType.SANCTION));
            if (clause.Objects.Count > 0 && slot is "at" or "in" or "on" && slot != pattern.Particle && rule.Type == PloverType.ASSAULT && !(slot == "at" && support >= 0))
            {
                continue; // "killed one at a firm": who was killed is said, if not by name; "threw bombs at the guards" is at them
            }

            EventRoles.Take(recipients, thing ? heads.SelectMany(Counted).Where(h => _participants.CanAct(h) || (slot == "at" && rule.Type == PloverType.ASSAULT && tree.Lemma(h) == "target")).SelectMany(h => _participants.Actors(h)) : slot == "with" && rule.Type == PloverType.CONSULT ? heads : slot == "obj" && rule.Type is PloverType.ACCUSE or PloverType.REJECT or PloverType.SUPPORT ? heads.SelectMany(Owned) : heads.SelectMany(h => _participants.Actors(h)), actors);
            if (slot == "obj" && inner is not null && inner.Subjects.Exists(s => _participants.CoOwner(s) is >= 0 and int owner && recipients.Contains(owner)))
            {
                EventRoles.Take(recipients, _participants.Actors(inner.Head), actors); // "thwart Norland and Sudland's accession"
            }
        }

        if (recipients.Count == 0 && inner is not null && !rule.Mutual && rule.Id != "accuse.call" && !(transfer && _participants.CanAct(inner.Head)))
        {
            EventRoles.Take(recipients, _participants.Actors(inner.Head), actors);
        }

        if (recipients.Count == 0 && rule.Type is PloverType.AGREE or PloverType.REQUEST && _tokens.Tags[clause.Head] == UniversalTag.Noun)
        {
            EventRoles.Take(recipients, Addressees(clause.Head), actors);
        }

        if (recipients.Count == 0 && clause.Complement >= 0 && !rule.Mutual && rule.Type != PloverType.PROTEST)
        {
            // "demanded that the ministry raise wages", "agreed to send weapons to Norland": whom the clause below concerns.
            Clause below = Clause.OfVerb(tree, clause.Complement);
            bool own = _tokens.Tags[clause.Head] == UniversalTag.Noun && (rule.Type == PloverType.ASSAULT || (clause.ComplementIsOpen && rule.Type == PloverType.THREATEN)); // "a murder to avoid arrest", "need a threat to win more": who avoids and wins is no victim
            EventRoles.Take(recipients, own ? [] : below.Subjects.SelectMany(h => _participants.Actors(h)), actors);
            foreach (string slot in recipients.Count == 0 ? rule.Recipient.Concat(rule.Type == PloverType.AGREE ? actors.Count > 1 ? ["to", "on", "with", "in"] : ["to", "on", "with", "between", "in"] : ["to", "against", "on", "with", "in", "from"]).Distinct() : [])
            {
                IEnumerable<int> heads = slot switch { "obj" => rule.Type == PloverType.AGREE ? below.Objects.Where(o => _participants.CanAct(o) || (actors.Count == 1 && EventLexicon.Instance.Noun(tree.Lemma(o)).Length > 0)) : below.Objects, "iobj" => below.Indirect, _ => below.After(slot) };
                if (recipients.Count == 0 && !(rule.Type == PloverType.ACCUSE && (below.IsPassive || (below.Subjects.Count > 0 && !clause.ComplementIsOpen))) && !(own && rule.Type == PloverType.ASSAULT && slot != "obj")) // "laments that nobody was asked", "alleges that he robbed Maro" blame no victim
                {
                    EventRoles.Take(recipients, heads.SelectMany(h => _participants.Actors(h)), actors);
                }
            }
        }
    }

    // "thousands of marchers" are marchers.
    private IEnumerable<int> Counted(int head)
    {
        yield return head;
        foreach (int child in Figures.CountingWords.Instance.Has("quantities", tree.Lemma(head)) ? tree.Children(head).ToArray() : [])
        {
            if (tree.Is(child, "nmod") && tree.Child(child, "case") is >= 0 and int of && tree.Lemma(of) == "of")
            {
                yield return child;
            }
        }
    }

    // "agreed to lend Norland billions" parsed as if the billions were called after it.
    private IEnumerable<int> ReceiverIn(int verb, int thing)
    {
        int next = verb + 1;
        if (next < thing && tree.Head(next) == thing && (tree.Is(next, "compound") || tree.Is(next, "nmod")) && _participants.EntityAt(next)?.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Organization or ActorKind.Person
            && (Figures.CountingWords.Instance.Has("quantities", tree.Lemma(thing)) || _tokens.Tags[thing] is UniversalTag.Num or UniversalTag.Sym || tree.Lemma(thing) is "billion" or "million" or "trillion" or "money"))
        {
            yield return next;
        }
    }

    // "a march against the killing of Maro", "a protest at the death of Maro": against what was done, not against Maro.
    private bool IsGrievance(EventRule rule, int head) => rule.Type == PloverType.PROTEST && _tokens.Tags[head] == UniversalTag.Noun && !_participants.CanAct(head) && (ClauseWords.Is("dying", tree.Lemma(head)) || ClauseWords.Is("suffered", tree.Lemma(head)));

    // "fired on the orders of the captain": at whose bidding, not at whom.
    private bool IsReason(string preposition, int head) => preposition is "on" or "upon" or "at" && ClauseWords.Is("bidding", tree.Lemma(head));

    // "criticised Norlandian sanctions on Sudland": Norland, whose they are, before whoever else stands there.
    private IEnumerable<int> Owned(int head)
    {
        int[] owners = [.. _participants.Actors(head, own: true)];
        return owners.Length > 0 ? owners : _participants.Actors(head);
    }

    // "the call with Raro": whoever is named there talked, whatever kind of name it was read as.
    private IEnumerable<int> Somebody(int head)
    {
        int[] actors = [.. _participants.Actors(head)];
        return actors.Length > 0 || _tokens.Tags[head] != UniversalTag.Propn || _participants.EntityAt(head) is null ? actors : [head];
    }

    // "hundreds of drones to Norland": what stands after a preposition in a phrase, where the parse hangs it on the thing and not on the verb.
    private IEnumerable<int> Inside(int head, string preposition)
    {
        foreach (int child in tree.Children(head).ToArray())
        {
            if (!tree.Is(child, "nmod") || tree.Is(child, "nmod:poss"))
            {
                continue;
            }

            if (tree.Child(child, "case") is >= 0 and int mark && tree.Lemma(mark) == preposition)
            {
                yield return child;
            }
            else
            {
                foreach (int deeper in Inside(child, preposition))
                {
                    yield return deeper;
                }
            }
        }
    }
}
