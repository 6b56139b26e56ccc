using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Events.Clauses;
using Parallax.Language.Events.Modality;
using Parallax.Language.Events.Triggers;
using Parallax.Language.Syntax;

namespace Parallax.Language.Events.Arguments;

/// <summary>Fills the roles of an event from its clause: who acts beside the subject, on whom, with whom.</summary>
internal sealed class EventRoles(AnnotatedReport report, SyntaxTree tree, Participants participants)
{
    private readonly TokenLayer _tokens = report.Tokens;
    private readonly Participants _participants = participants;

    /// <summary>Adds tokens that are not in the list yet, nor in another.</summary>
    public static void Take(List<int> list, IEnumerable<int> heads, List<int>? except = null)
    {
        foreach (int head in heads.ToArray())
        {
            if (!list.Contains(head) && except?.Contains(head) != true)
            {
                list.Add(head);
            }
        }
    }

    /// <summary>Actors of a noun: possessors, whoever stands after "by", the sides of a mutual act, adjectives of country.</summary>
    public void NounActors(Clause noun, EventRule rule, List<int> actors)
    {
        bool asksFrom = rule.Type == PloverType.REQUEST && actors.Count > 0; // "the navy sought help from the neighbour"
        foreach (int owner in noun.Subjects.Where(s => actors.Count == 0 || _tokens.Tags[s] != UniversalTag.Pron)) // "they should continue their talks"
        {
            // "the president's visit" and "Putin's talks", but in "the victim's killing" the possessor is acted on; PLOVER's nouns of assault with a possessor are rare.
            Take(actors, OwnersOf(noun.Head, owner).SelectMany(h => _participants.Actors(h)));
        }

        Take(actors, noun.After("by").SelectMany(h => _participants.Actors(h)));
        if (rule.Type is PloverType.THREATEN or PloverType.REQUEST or PloverType.ACCUSE or PloverType.REJECT or PloverType.AGREE or PloverType.AID && !rule.Mutual && !asksFrom)
        {
            Take(actors, noun.After("from").SelectMany(h => _participants.Actors(h)));
        }

        if (rule.Type == PloverType.ASSAULT)
        {
            Take(actors, noun.After("between").SelectMany(h => _participants.Actors(h))); // "clashes between students and the police"
        }

        if (rule.Mutual)
        {
            Take(actors, noun.After("between").Concat(noun.After("among")).Concat(noun.After("of")).SelectMany(h => _participants.Actors(h)));
        }

        else if (rule.Type is PloverType.AGREE or PloverType.REQUEST or PloverType.NONE || rule.Id == "consult.visit")
        {
            // "the death of Maro, 63, of Lanor": whoever stands first, with those joined to them.
            int first = noun.After("of").FirstOrDefault(_participants.CanAct, -1);
            Take(actors, noun.After("of").Where(h => _participants.CanAct(h) && (rule.Type != PloverType.NONE || h == first || tree.Head(h) == first)));
        }

        foreach (int modifier in noun.Modifiers.SelectMany(Compounded))
        {
            // "Norland's sales" are Norland's, "Norlandian sales" as often sales there: an adjective of country is an actor only before the name of an act.
            bool body = _tokens.Tags[modifier] == UniversalTag.Noun && rule.Type is PloverType.ACCUSE or PloverType.ASSAULT or PloverType.COERCE or PloverType.REJECT or PloverType.THREATEN or PloverType.REQUEST; // "police allegations"
            // "the Lanor march" is a march there.
            bool name = _tokens.Tags[modifier] == UniversalTag.Propn && _participants.CanAct(modifier) && _participants.EntityAt(modifier)?.Kind is not (ActorKind.Place or ActorKind.Facility);
            name &= rule.Id != "none.announce" || _participants.EntityAt(modifier)?.Kind is ActorKind.Organization or ActorKind.Government or ActorKind.Country; // "the Maro announcement" is about Maro
            if (body || (_participants.CountryAdjective(modifier) >= 0 && rule.Id != "cooperate.trade") || name)
            {
                Take(actors, [modifier]);
            }
        }
    }

    /// <summary>"The banker's arrest", "his arrest": whoever owns the noun is whom it is done to, unless it is a body that does such things.</summary>
    public void Undergoing(Clause noun, EventRule rule, List<int> actors, List<int> recipients)
    {
        if (!rule.IsUndergone && !(ClauseWords.Is("suffered", tree.Lemma(noun.Head)) && !noun.After("of").Any()))
        {
            return;
        }

        foreach (int owner in noun.Subjects.SelectMany(s => _participants.Actors(s)).Where(actors.Contains).ToArray())
        {
            bool doer = _participants.EntityAt(owner)?.Kind is ActorKind.Government or ActorKind.Country || MentionLexicon.Instance.Noun(tree.Lemma(owner)).Class == NounClass.Government
                || tree.Lemma(owner) is "police" or "army" or "force" || noun.After("of").Any(_participants.CanAct);
            if (!doer)
            {
                actors.Remove(owner);
                Take(recipients, [owner]);
            }
        }

        // In "DUI arrest" nobody of that name arrests.
        actors.RemoveAll(a => noun.Modifiers.Contains(a) && _participants.CountryAdjective(a) < 0 && _participants.EntityAt(a)?.Kind is not (ActorKind.Government or ActorKind.Country));
    }

    /// <summary>"Faces extradition": it is to come.</summary>
    public bool IsFaced(int noun, EventRule rule) => rule.Id is "cooperate.judicial" or "coerce.deport" && tree.Is(noun, "obj") && tree.Head(noun) is >= 0 and int verb && tree.Lemma(verb) == "face";

    /// <summary>"Was under investigation", "came under attack", "faces extradition": whoever is or does so is whom it is done to.</summary>
    public void Underlying(Clause noun, EventRule rule, List<int> actors, List<int> recipients)
    {
        int verb = tree.Head(noun.Head);
        bool under = tree.Child(noun.Head, "case") is >= 0 and int mark && tree.Lemma(mark) == "under";
        bool faced = IsFaced(noun.Head, rule);
        if (rule.Type is not (PloverType.ASSAULT or PloverType.COERCE or PloverType.ACCUSE or PloverType.SANCTION or PloverType.COOPERATE) || !(under || faced))
        {
            return;
        }

        int own = tree.Child(noun.Head, "nsubj");
        bool stands = faced || (tree.Is(noun.Head, "obl") && verb >= 0 && _tokens.Tags[verb] == UniversalTag.Verb && ClauseWords.Is("coming-under", tree.Lemma(verb)));
        IEnumerable<int> whom = under && own >= 0 && tree.Child(noun.Head, "cop") >= 0 ? Clause.WithConjuncts(tree, own) : stands ? Clause.OfVerb(tree, verb) is { IsPassive: false } above ? above.Subjects : [] : [];
        int[] heads = [.. whom.SelectMany(h => _participants.Actors(h))];
        actors.RemoveAll(heads.Contains);
        Take(recipients, heads, actors);
    }

    // "to justify their own supplies", "accused Norland of lying about its sales": whoever does what the verb tells, whatever the pronoun was read as.
    private List<int> OwnersOf(int noun, int owner)
    {
        int verb = tree.Head(noun);
        if (_tokens.Tags[owner] != UniversalTag.Pron || verb < 0 || _tokens.Tags[verb] != UniversalTag.Verb || !(tree.Is(noun, "obj") || tree.Is(noun, "obl")))
        {
            return [owner];
        }

        if (noun < verb && _participants.EntityAt(owner)?.Kind is null or ActorKind.Other && Clause.OfVerb(tree, verb) is { IsPassive: false, Subjects: [var next] } && next > noun && Agrees(owner, next))
        {
            return [next]; // "alongside its alliance with Sudland, Norland builds roads"
        }

        if (SharedSubject.IsBlamedGerund(tree, verb) && Clause.OfVerb(tree, verb).Subjects is [var blamed] && Agrees(owner, blamed))
        {
            return [blamed];
        }

        foreach (int child in tree.Children(noun))
        {
            if (tree.Is(child, "amod") && tree.Lemma(child) == "own")
            {
                Clause above = Clause.OfVerb(tree, verb);
                return above is { IsPassive: false, Subjects.Count: > 0 } ? above.Subjects : [owner];
            }
        }

        return [owner];
    }

    private bool Agrees(int pronoun, int owner) => _participants.EntityAt(owner)?.Kind is { } kind && tree.Tokens.Form(pronoun).ToString().ToLowerInvariant() switch
    {
        "his" or "her" => kind == ActorKind.Person,
        "its" => kind is not (ActorKind.Person or ActorKind.Group),
        "their" => kind is not ActorKind.Person,
        _ => false,
    };

    // "the Norland-Sudland alliance", "Norlandian-Sudlandian ties": every side of a hyphenated modifier.
    private IEnumerable<int> Compounded(int modifier)
    {
        foreach (int child in tree.Children(modifier).ToArray())
        {
            if (child < modifier && _tokens.Form(child + 1) is "-" or "–" or "/" && (tree.Is(child, "compound") || tree.Is(child, "amod") || tree.Is(child, "conj") || tree.Is(child, "dep")) && (_participants.CountryAdjective(child) >= 0 || _participants.CanAct(child)))
            {
                yield return child;
            }
        }

        yield return modifier;
        foreach (int child in tree.Children(modifier).ToArray())
        {
            if (child > modifier && tree.Is(child, "conj") && _participants.CountryAdjective(child) >= 0)
            {
                yield return child;
            }
        }
    }

    /// <summary>"the support their countries are sending", "sanctions imposed by the union", "the attack that the rebels carried out": who carries the act in the clause that hangs on the noun.</summary>
    public void Carriers(int noun, List<int> actors)
    {
        foreach (int child in Attachments.ClausesOf(tree, noun))
        {
            if (_tokens.Tags[child] != UniversalTag.Verb || !FactualityCues.Is("performing", tree.Lemma(child)))
            {
                continue;
            }

            Clause clause = Clause.OfVerb(tree, child);
            bool isObject = clause.IsPassive || (tree.Is(child, "acl:relcl") && !clause.Objects.Exists(o => o != noun));
            Take(actors, isObject ? clause.Subjects.Where(s => s != noun).SelectMany(s => _participants.Actors(s, own: true)) : []);
        }
    }

    /// <summary>Where people meet, a place named beside them ("… met the envoy, Lanor, 3 May") is where they met.</summary>
    public void LeavePlaces(List<int> actors)
    {
        if (actors.Count(a => _participants.EntityAt(a)?.Kind == ActorKind.Person) > 1)
        {
            actors.RemoveAll(a => _participants.EntityAt(a)?.Kind is ActorKind.Place or ActorKind.Facility or ActorKind.Country or ActorKind.Government);
        }
    }

    /// <summary>"Is planning an attack": whoever plans it.</summary>
    public void Planners(int noun, List<int> actors)
    {
        int verb = tree.Head(noun);
        if (verb >= 0 && tree.Is(noun, "obj") && (FactualityCues.EffectOf(tree.Lemma(verb)) == CueEffect.Plans || FactualityCues.Is("performing", tree.Lemma(verb))))
        {
            Take(actors, Clause.OfVerb(tree, verb) is { IsPassive: false } above ? above.Subjects.Where(_participants.CanAct) : []);
        }
    }

    /// <summary>"The death of Maro, 63, of Lanor": a place named after a person is where they lived.</summary>
    public void LeaveHomes(List<int> actors)
    {
        if (actors.Count > 1 && _participants.EntityAt(actors[0])?.Kind == ActorKind.Person)
        {
            actors.RemoveAll(a => _participants.EntityAt(a)?.Kind is ActorKind.Place or ActorKind.Facility);
        }
    }

    /// <summary>"met the president following a meeting with the premier": an event noun without an actor of its own takes the subject of the verb above it.</summary>
    public void Borrow(int noun, EventRule rule, List<int> actors)
    {
        int verb = tree.Head(noun);
        bool occasion = IsOccasion(noun);
        if (verb >= 0 && occasion && _tokens.Tags[verb] != UniversalTag.Verb && _participants.EntityAt(verb) is not null && _participants.CanAct(verb))
        {
            Take(actors, [verb]); // "the goal of our delegation on the trip to the capital"
            return;
        }

        if (verb >= 0 && occasion && FactualityCues.Is("purpose", tree.Lemma(verb)) && _participants.Actors(verb, own: true).ToArray() is { Length: > 0 } owners)
        {
            Take(actors, owners); // with "on the trip" hung on the goal
            return;
        }

        if (verb >= 0 && occasion && _tokens.Tags[verb] != UniversalTag.Verb)
        {
            verb = tree.Head(verb); // "discusses trade on a visit to the capital"
        }

        string relation = _tokens.Relations[noun];
        if (verb < 0 || _tokens.Tags[verb] != UniversalTag.Verb || !(tree.Is(noun, "obl") || tree.Is(noun, "obj") || tree.Is(noun, "nmod")))
        {
            return;
        }

        Clause above = Clause.OfVerb(tree, verb);
        if ((above.IsPassive && rule.Type == PloverType.ACCUSE) || (occasion && tree.Lemma(tree.Child(noun, "case")) != "in" && rule.Type is PloverType.PROTEST or PloverType.COERCE or PloverType.SANCTION or PloverType.THREATEN or PloverType.ACCUSE) || (rule.Id == "protest.riot" && tree.Lemma(verb) is "organize" or "organise" or "incite" or "stir" or "provoke"))
        {
            return; // who is held for an inquiry does not inquire, who was shot during a march may have passed by, who organises unrest is not out in the streets
        }

        bool definite = tree.Child(noun, "det") is >= 0 and int determiner && ClauseWords.Is("definite", tree.Lemma(determiner));
        bool has = tree.Children(noun).ToArray().Any(c => tree.Is(c, "nmod"))
            || (occasion && !definite && rule.Type == PloverType.CONSULT && (SpeechVerbs.Contains(tree.Lemma(verb)) || tree.Lemma(verb) is "speak" or "talk" or "brief" or "address" || SpeechVerbs.Is("move", tree.Lemma(verb)))); // "said after a cabinet meeting"
        // "held the talks", "sought talks"; who harms, ruins or eases talks is no part of them.
        if (relation == "obj" ? FactualityCues.Is("performing", tree.Lemma(verb)) || (rule.Mutual && (FactualityCues.EffectOf(tree.Lemma(verb)) != CueEffect.None || above.Subjects.TrueForAll(_participants.CanAct) && !ClauseWords.Is("touching", tree.Lemma(verb)))) : has && occasion)
        {
            Take(actors, (above.IsPassive ? above.Objects : above.Subjects).SelectMany(h => _participants.Actors(h)));
        }
    }

    /// <summary>"Arrived in Norland for talks": with whoever they came to see, where only the guest is named.</summary>
    public void Host(int noun, List<int> actors)
    {
        int verb = tree.Head(noun);
        if (actors.Count != 1 || verb < 0 || !(tree.Child(noun, "case") is >= 0 and int mark && tree.Lemma(mark) == "for") || !ClauseWords.Is("arriving", tree.Lemma(verb)))
        {
            return;
        }

        Clause above = Clause.OfVerb(tree, verb);
        foreach (int place in above.Objects.Concat(above.After("in")).Concat(above.After("to")).SelectMany(WithLand))
        {
            if (_participants.EntityAt(place)?.Kind is ActorKind.Country or ActorKind.Government && _participants.KeyOf(place) is { } land && land != _participants.EntityAt(actors[0])?.Country && land != _participants.KeyOf(actors[0]))
            {
                Take(actors, [place]);
                return;
            }
        }
    }

    // "in Lanor, Norland": the town and its country.
    private IEnumerable<int> WithLand(int place)
    {
        yield return place;
        foreach (int child in tree.Children(place).ToArray())
        {
            if (child > place && (tree.Is(child, "appos") || tree.Is(child, "nmod") || tree.Is(child, "conj")) && tree.Child(child, "case") < 0 && _tokens.Tags[child] == UniversalTag.Propn)
            {
                yield return child;
            }
        }
    }

    /// <summary>"The goal of our delegation is the exchange of views": whose goal it is.</summary>
    public void PredicateOf(int noun, List<int> actors)
    {
        if (tree.Child(noun, "cop") >= 0 && tree.Child(noun, "nsubj") is >= 0 and int goal && FactualityCues.Is("purpose", tree.Lemma(goal)))
        {
            Take(actors, _participants.Actors(goal, own: true));
        }
    }

    private bool IsOccasion(int noun) => tree.Child(noun, "case") is >= 0 and int mark && ClauseWords.Is("occasion", tree.Lemma(mark));

    /// <summary>"considers the expansion of cooperation with Norland a priority": where one side stands after "with", the other is whoever the sentence is about.</summary>
    public void OtherSideAbove(Clause noun, List<int> actors)
    {
        if (actors.Count == 0 || !noun.After("with").Any() || actors.Count > noun.After("with").Sum(h => _participants.Actors(h).Count()))
        {
            return;
        }

        int up = noun.Head;
        for (int steps = 0; up >= 0 && steps < 4 && _tokens.Tags[up] != UniversalTag.Verb; steps++)
        {
            if (!(tree.Is(up, "obj") || tree.Is(up, "nmod") || tree.Is(up, "obl")))
            {
                return;
            }

            up = tree.Head(up);
        }

        if (up >= 0 && _tokens.Tags[up] == UniversalTag.Verb && !ClauseWords.Is("touching", tree.Lemma(up)))
        {
            Clause above = Clause.OfVerb(tree, up);
            Take(actors, (above.IsPassive ? above.Objects : above.Subjects).SelectMany(h => _participants.Actors(h, own: true)));
        }
    }

    /// <summary>"held talks on the harvest with the premier", "signed contracts with Norland": the other side of a mutual act may hang on what it is about.</summary>
    public void FindOtherSide(Clause clause, EventRule rule, List<int> actors)
    {
        int end = _tokens.Sentences[_tokens.SentenceOf(clause.Head)].EndToken;
        for (int t = clause.Head + 1; t < end; t++)
        {
            bool with = tree.Child(t, "case") is >= 0 and int mark && tree.Lemma(mark) == "with";
            if (with && tree.Dominates(clause.Head, t) && (rule.Id == "support.sign" ? _participants.CanAct(t) : _participants.EntityAt(t)?.Kind == ActorKind.Person))
            {
                Take(actors, Clause.WithConjuncts(tree, t).Where(_participants.CanAct).SelectMany(h => _participants.Actors(h)));
                return;
            }
        }
    }
}
