using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Stories.Propositions;

/// <summary>Reads who acts, what with and on whom from the dependents of a predicate.</summary>
internal sealed class ArgumentReader(AnnotatedReport report, Tree tree, Predicates predicates, ParticipantReader participants)
{
    private readonly TokenLayer _tokens = tree.Tokens;
    private readonly PredicateLexicon _lexicon = PredicateLexicon.English;

    /// <summary>The arguments of a predicate whose subject may stand with a word above it.</summary>
    public Arguments Read(int token, int subjectFrom)
    {
        if (_tokens.Tags[token] != UniversalTag.Verb)
        {
            return ReadNominal(token, subjectFrom);
        }

        Frame frame = predicates.Entry(token)?.Frame ?? Frame.Plain;
        Participant? subject = Subject(subjectFrom, token, out bool passive), thing = null, second = null, with = null, to = null, purpose = null, between = null, from = null, by = null, on = null;
        List<Participant> others = [];
        bool isRelative = false;
        bool participle = _tokens.Relations[token] == "acl" && _tokens.Features[token].Contains("VerbForm=Part", StringComparison.Ordinal) && _tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal);
        passive |= participle || (frame == Frame.On && IsHeadlinePassive(token));
        foreach (int child in tree.Children(token, "obj", "iobj", "obl", "xcomp"))
        {
            if (tree.Relation(child) == "xcomp" && (_tokens.Tags[child] == UniversalTag.Verb || predicates.Lemma(token) is not ("become" or "remain")))
            {
                if (_tokens.Tags[child] is UniversalTag.Noun or UniversalTag.Propn && predicates.Entry(token)?.Class == "appoint")
                {
                    others.Add(participants.Read(child)); // "was named coach of the club"
                }

                continue;
            }

            if (_tokens.Relations[child] == "obl:tmod" || report.Times.Overlapping(_tokens.Span(child)).Any() || IsMeasured(child))
            {
                continue;
            }

            Participant argument = participants.Read(child);
            isRelative |= tree.Relation(child) == "obj" && argument.Token != child && _tokens.Tags[child] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Sconj;
            switch (tree.Relation(child), tree.Child(child, "case") is var c && c >= 0 ? predicates.Lemma(c) : "")
            {
                case ("obj", _) when thing is not null && second is null: (second, thing) = (thing, argument); break;
                case ("obj" or "xcomp", _): thing ??= argument; break;
                case ("iobj", _): second ??= argument; break;
                case (_, "by") when passive: by ??= argument; break;
                case (_, "to" or "toward" or "towards"): to ??= argument; break;
                case (_, "for"): purpose ??= argument; break;
                case (_, "between"): between ??= argument; break;
                case (_, "with"): with ??= argument; break;
                case (_, "from"): from ??= argument; break;
                case (_, "on") when _lexicon.IsGround(argument.Head): others.Add(argument); break;
                case (_, "on" or "against" or "at" or "in" or "into"): on ??= argument; others.Add(argument); break;
                default: others.Add(argument); break;
            }
        }

        if (passive)
        {
            others.AddRange(Listed(subject is null ? null : thing)); // "was named coach of the club"
            (thing, subject) = (subject ?? (participle ? participants.Read(_tokens.Heads[token]) : null), by);
        }

        if (predicates.Entry(token)?.Class == "transfer" && !passive)
        {
            from ??= frame == Frame.From ? PartnerIn(token, "from") : null;
            to ??= frame == Frame.Plain && second is null ? PartnerIn(token, "to") : null;
        }

        // "admitted for the first time that it had handed over boats": the parser takes "that" for an object; the thing told is the boats.
        thing = isRelative && thing is { Thing: null } ? others.Find(static o => o.Thing is not null) ?? thing : thing;
        return frame switch
        {
            Frame.From => new Arguments(from, thing, subject, [.. others]),
            Frame.With when with is not null => new Arguments(subject, with, thing ?? second, [.. others]),
            Frame.To => new Arguments(subject, null, thing ?? to ?? on ?? from, [.. others.Where(o => o != on), .. Listed(with, purpose)]),
            Frame.On => new Arguments(subject, null, thing ?? second ?? on, [.. others.Where(o => thing is null ? o != on : true), .. Listed(with, to, from)]),
            Frame.Mutual => new Arguments(subject ?? between, thing, with ?? second ?? (thing is null && on is { Kind: ActorKind.Person } ? on : null), [.. others, .. Listed(to, from, purpose)]),
            _ => new Arguments(subject, thing ?? others.Find(static o => o.Thing is not null), second ?? to ?? purpose ?? with, [.. others, .. Listed(from)]),
        };
    }

    // "sold 40 tonnes of rice to Varan": the parser may hang the buyer on the goods.
    private Participant? PartnerIn(int token, string preposition)
    {
        int thing = tree.Child(token, "obj");
        for (int depth = 0; thing >= 0 && depth < 3; depth++)
        {
            int inner = -1;
            foreach (int child in tree.Children(thing, "nmod"))
            {
                int mark = tree.Child(child, "case");
                if (mark >= 0 && predicates.Lemma(mark) == preposition && _tokens.Tags[child] == UniversalTag.Propn && !report.Times.Overlapping(_tokens.Span(child)).Any())
                {
                    return participants.Read(child);
                }

                inner = mark >= 0 && predicates.Lemma(mark) == "of" ? child : inner;
            }

            thing = inner;
        }

        return null;
    }

    // "fell 600 metres": how far is a figure of the clause, not somebody or something in it.
    private bool IsMeasured(int token)
    {
        foreach (Figure figure in report.Figures.Overlapping(_tokens.Span(token)))
        {
            if (PropositionMatcher.IsMeasure(figure.Unit))
            {
                return true;
            }
        }

        return false;
    }

    // "Mayor arrested on suspicion of fraud": headlines leave the auxiliary out.
    private bool IsHeadlinePassive(int token) =>
        _tokens.Sentences[_tokens.SentenceOf(token)].Part is TextPart.Title or TextPart.Heading && tree.Child(token, "obj", "aux") < 0 && tree.Child(token, "nsubj") >= 0
        && _tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal);

    /// <summary>The participant whose head is a token.</summary>
    public Participant Participant(int token) => participants.Read(token);

    private static IEnumerable<Participant> Listed(params Participant?[] participants) => participants.OfType<Participant>();

    /// <summary>Who stands as subject of a verb, of its own or of the verb above, and whether that one is acted on.</summary>
    public Participant? SubjectOf(int token, int from, out bool isPassive)
    {
        Participant? subject = Subject(from, token, out isPassive);
        isPassive |= tree.Child(token, "aux:pass") >= 0;
        return subject;
    }

    // A subject of its own, of the verb it is joined to, or of the verb above ("agreed to supply", "arrived, saying …").
    private Participant? Subject(int from, int token, out bool passive)
    {
        int at = from;
        passive = false;
        for (int step = 0; step < 6 && at >= 0; step++)
        {
            int subject = tree.Child(at, "nsubj", "csubj");
            if (subject >= 0)
            {
                passive = _tokens.Relations[subject].EndsWith(":pass", StringComparison.Ordinal) && (at == token || tree.Relation(token) == "conj");
                return participants.Read(subject);
            }

            if (tree.Relation(at) is not ("conj" or "xcomp" or "advcl"))
            {
                break;
            }

            if (at == token && Controlling(at) is { } charged)
            {
                return charged;
            }

            at = _tokens.Heads[at];

            // "with the country applying …, becoming a member": the noun above a participle is its subject.
            if (at >= 0 && _tokens.Relations[at] == "acl" && tree.Child(at, "nsubj") < 0 && at != from)
            {
                return participants.Read(_tokens.Heads[at]);
            }
        }

        passive |= tree.Child(token, "aux:pass") >= 0;
        return _tokens.Relations[token] == "acl" && !_tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal) ? participants.Read(_tokens.Heads[token]) : null;
    }

    // "accused the mayor of taking bribes", "blamed the crew for sailing": somebody who is the object of the verb above does what the clause behind the preposition tells.
    private Participant? Controlling(int token)
    {
        int above = _tokens.Heads[token], marker = tree.Child(token, "mark", "case");
        if (above < 0 || _tokens.Tags[above] != UniversalTag.Verb || tree.Relation(token) is not ("advcl" or "xcomp") || marker < 0 || !(tree.Is(marker, "of") || tree.Is(marker, "with") || tree.Is(marker, "for") || tree.Is(marker, "from")))
        {
            return null;
        }

        int thing = tree.Child(above, "obj");
        return thing >= 0 && thing < token && participants.Read(thing) is var charged && (charged.IsPerson || charged.Kind is ActorKind.Person or ActorKind.Organization or ActorKind.Government or ActorKind.Country or ActorKind.Group) ? charged : null;
    }

    private Arguments ReadNominal(int token, int subjectFrom)
    {
        bool copular = tree.Child(token, "cop") >= 0;
        if (copular)
        {
            return new Arguments(Subject(token, token, out _), participants.Read(token), null, []);
        }

        Participant? actor = subjectFrom != token ? Subject(subjectFrom, token, out _) : null, thing = null, recipient = null;
        List<Participant> others = [];
        bool passive = _tokens.Relations[token] == "nsubj:pass";
        actor = passive ? null : actor;
        foreach (int child in tree.Children(token, "nmod", "compound", "obl", "amod"))
        {
            if (report.Times.Overlapping(_tokens.Span(child)).Any())
            {
                continue;
            }

            Participant argument = participants.Read(child);
            bool named = argument.Entities.Length > 0 || argument.Countries.Length > 0;
            string preposition = tree.Child(child, "case") is var c && c >= 0 ? predicates.Lemma(c) : "";
            switch (_tokens.Relations[child], preposition)
            {
                case ("nmod:poss", _) when named: actor ??= argument; break;
                case ("amod", _) when named: actor ??= argument; break;
                case ("amod", _): break;
                case (_, "by"): actor ??= argument; break;
                case (_, "of") when _lexicon.Noun(predicates.Lemma(token)) is { } noun && _lexicon.IsDoneTo(noun.Class): recipient ??= argument; break;
                case (_, "of") when _lexicon.Noun(predicates.Lemma(token))?.Class is "visit" or "leave" or "resign" or "die" or "join": actor ??= argument; break;
                case (_, "of"): thing ??= argument; break;
                case (_, "to" or "on" or "against" or "with" or "in"): recipient ??= argument; break;
                case (_, "between"): actor ??= argument; break;
                default: others.Add(argument); break;
            }
        }

        if (recipient is null && _lexicon.Noun(predicates.Lemma(token)) is { } told && _lexicon.IsMutual(told.Class))
        {
            recipient = PartnerBelow(token, subjectFrom);
        }

        return new Arguments(actor, thing, recipient, [.. others]);
    }

    // "held talks about the war and improving relations with Ada Quill": the parser hangs the partner on the last noun or verb.
    private Participant? PartnerBelow(int token, int top)
    {
        int sentence = _tokens.SentenceOf(token);
        for (int at = token + 1; at < _tokens.Count && _tokens.SentenceOf(at) == sentence; at++)
        {
            if (tree.Child(at, "case") is var preposition && preposition >= 0 && tree.Is(preposition, "with") && HangsOn(at, top) && participants.Read(at) is { Kind: ActorKind.Person } partner)
            {
                return partner;
            }
        }

        return null;
    }

    // No finite verb stands between: "held talks and met with Ada Quill" tells of two meetings.
    private bool HangsOn(int token, int top)
    {
        for (int at = _tokens.Heads[token]; at >= 0 && at != top; at = _tokens.Heads[at])
        {
            if (_tokens.Tags[at] == UniversalTag.Verb && !_tokens.Form(at).EndsWith("ing", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return tree.IsBelow(token, top);
    }
}
