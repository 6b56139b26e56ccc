using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Core.Time;
using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Reads the propositions of one report from its parse, statements and events.</summary>
internal sealed class PropositionReader
{
    private static readonly string[] ClauseRelations = ["advcl", "acl", "ccomp", "parataxis", "conj", "csubj"];
    private static readonly string[] PartsOutside = ["advcl", "parataxis", "conj", "cc", "punct", "mark", "acl:relcl"];

    private const int LongestContent = 320;

    private readonly AnnotatedReport _report;
    private readonly TokenLayer _tokens;
    private readonly Tree _tree;
    private readonly ParticipantReader _participants;
    private readonly PredicateLexicon _lexicon = PredicateLexicon.English;
    private readonly Statement?[] _statementOf;
    private readonly bool[] _isCue;
    private readonly Dictionary<int, Event> _events = [];

    private PropositionReader(AnnotatedReport report)
    {
        (_report, _tokens, _tree) = (report, report.Tokens, new Tree(report.Tokens));
        _participants = new ParticipantReader(report, _tree);
        _statementOf = new Statement?[_tokens.Count];
        _isCue = new bool[_tokens.Count];
        foreach (Statement statement in report.Statements.OrderByDescending(static s => s.Content.Spans.Sum(static span => span.Length)).ThenBy(static s => s.Id, StringComparer.Ordinal))
        {
            Mark(statement.Content.Spans, token => _statementOf[token] = statement);
        }

        foreach (Statement statement in report.Statements)
        {
            Mark(statement.Cue.Spans, token => _isCue[token] = true);
        }

        foreach (Event told in report.Events)
        {
            int token = _tokens.TokenAt(told.Trigger.Start);
            if (token < _tokens.Count)
            {
                _events.TryAdd(token, told);
            }
        }
    }

    /// <summary>The propositions of a report in text order; none where it has no parse.</summary>
    public static ImmutableArray<Proposition> Read(AnnotatedReport report)
    {
        if (report.Find(ReportLayers.Tokens) is not { Count: > 0 })
        {
            return [];
        }

        PropositionReader reader = new(report);
        ImmutableArray<Proposition>.Builder all = ImmutableArray.CreateBuilder<Proposition>();
        for (int token = 0; token < reader._tokens.Count; token++)
        {
            if (reader.IsPredicate(token))
            {
                all.Add(reader.ReadAt(token));
            }
        }

        for (int i = 1; i < all.Count; i++)
        {
            all[i] = Ellipsis.Resolved(all[i], all[i - 1]);
        }

        return all.ToImmutable();
    }

    private void Mark(ImmutableArray<TextSpan> spans, Action<int> mark)
    {
        foreach (TextSpan span in spans)
        {
            (int first, int end) = _tokens.TokensOf(span);
            for (int token = first; token < end; token++)
            {
                mark(token);
            }
        }
    }

    private bool IsPredicate(int token)
    {
        // A speech act is told as a statement; as a fact in the report's own voice it would be counted twice.
        if (_isCue[token])
        {
            return false;
        }

        if (_events.ContainsKey(token))
        {
            return true;
        }

        if ( _tree.Relation(token) is "aux" or "cop" or "case" or "mark" or "compound" or "fixed" or "flat" or "det" or "advmod")
        {
            return false;
        }

        // "Norland transferred boats", misread as a modifier, still has its subject.
        if (_tree.Relation(token) == "amod" && _tree.Child(token, "nsubj") < 0)
        {
            return false;
        }

        bool isVerb = _tokens.Tags[token] == UniversalTag.Verb;
        bool isCopular = !isVerb && _tree.Child(token, "cop") >= 0 && _tree.Child(token, "nsubj") >= 0;
        return (isVerb || isCopular) && !IsCatenative(token) && !IsLight(token, out _);
    }

    // "agreed to supply", "is ready to send": the verb below tells what is done.
    private bool IsCatenative(int token) => _lexicon.Catenative(Lemma(token)) is not null && _tree.Child(token, "xcomp") is var below && below >= 0 && _tokens.Tags[below] == UniversalTag.Verb;

    private bool IsLight(int token, out int noun)
    {
        noun = _lexicon.IsLight(Lemma(token)) ? _tree.Child(token, "obj") : -1;
        noun = noun < 0 && _lexicon.IsLight(Lemma(token)) ? _tree.Child(token, "nsubj:pass") : noun;
        return noun >= 0 && _events.ContainsKey(noun) && _lexicon.Noun(Lemma(noun)) is not null;
    }

    private string Lemma(int token)
    {
        string lemma = _tokens.Lemmas[token].ToLowerInvariant();
        return _tokens.Tags[token] == UniversalTag.Verb ? _lexicon.VerbLemma(lemma, _tokens.Form(token).ToString().ToLowerInvariant()) : lemma;
    }

    private Proposition ReadAt(int token)
    {
        int top = Top(token, out Factuality? modality, out int subjectFrom);
        Arguments arguments = ReadArguments(token, subjectFrom);
        _events.TryGetValue(token, out Event? told);
        if (told is not null)
        {
            arguments = arguments.With(told, _report);
        }

        TextSpan span = _tree.Span(top, IsMain(top) ? ["parataxis", "punct"] : PartsOutside);
        ImmutableArray<TimeBound> times = ReadTimes(token, top, told);
        Statement? statement = _statementOf[token];
        PredicateEntry? entry = Entry(token);
        return new Proposition
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{_report.Report.Id}:{token:D6}"),
            Report = _report.Report.Id,
            Sentence = _tokens.SentenceOf(token),
            Token = token,
            Lemma = Lemma(token),
            Class = Class(token, entry, told),
            Statement = statement,
            Event = told,
            IsMain = IsMain(top),
            Actor = arguments.Actor,
            Object = arguments.Object,
            Recipient = arguments.Recipient,
            Others = arguments.Others,
            IsNegated = IsNegated(token) || (top != token && IsNegated(top)) || told?.Factuality == Factuality.DidNotHappen,
            Factuality = Conditionals.IsOne(_tree, top) ? Factuality.Hypothetical : told is { Factuality: not Factuality.Unknown } ? told.Factuality : modality ?? Tense(top),
            IsClause = (_tokens.Tags[top] == UniversalTag.Verb || _tree.Child(token, "cop") >= 0 || _tree.Child(token, "aux") >= 0) && (_tree.Child(top, "nsubj", "csubj") >= 0 || _tree.Child(token, "nsubj", "csubj") >= 0),
            IsPast = _tokens.Features[top].Contains("Tense=Past", StringComparison.Ordinal) && _tree.Children(top, "aux").All(a => Lemma(a) is "have" or "be" or "do"),
            Times = times,
            Figures = [.. _report.Figures.Where(f => BelongsTo(_tokens.TokenAt(f.Start), token, top, span, arguments.Object?.Token))],
            Span = IsMain(top) && statement is not null && _tree.Relation(top) != "conj" ? ContentAround(statement, span) : Limit(span, statement),
            Stems = [.. WordList.Of(_report.Report.Text.Text, span).Where(static w => w.IsContent).Select(static w => w.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    // What is mainly said is best told by the whole piece of the content around it, up to the end of its sentence.
    private TextSpan ContentAround(Statement statement, TextSpan clause)
    {
        TextSpan sentence = _tokens.Sentences[_tokens.SentenceOf(_tokens.TokenAt(clause.Start))].Span;
        TextSpan? whole = null;
        foreach (TextSpan piece in statement.Content.Spans.Where(piece => piece.Overlaps(sentence)))
        {
            TextSpan inside = TextSpan.FromBounds(Math.Max(piece.Start, sentence.Start), Math.Min(piece.End, sentence.End));
            whole = whole?.Union(inside) ?? inside;
        }

        return whole is { } span && span.Length <= LongestContent ? Trimmed(span) : clause;
    }

    private TextSpan Trimmed(TextSpan span)
    {
        string text = _report.Report.Text.Text;
        (int start, int end) = (span.Start, span.End);
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '“' or '"' or ',' or ':' or '‘'))
        {
            start++;
        }

        foreach (string word in (string[])["that ", "whether ", "if "])
        {
            start += end - start > word.Length && string.CompareOrdinal(text, start, word, 0, word.Length) == 0 ? word.Length : 0;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '”' or '"' or ',' or '.' or ';' or ':'))
        {
            end--;
        }

        // A quotation that ends inside keeps its closing mark.
        end += end < span.End && text[end] == '”' && text.LastIndexOf('“', end - 1, end - start) >= 0 ? 1 : 0;
        return start < end ? TextSpan.FromBounds(start, end) : span;
    }

    // The text of a claim never leaves the content of its statement.
    private static TextSpan Limit(TextSpan span, Statement? statement)
    {
        if (statement is null)
        {
            return span;
        }

        TextSpan best = default;
        foreach (TextSpan piece in statement.Content.Spans)
        {
            int start = Math.Max(piece.Start, span.Start), end = Math.Min(piece.End, span.End);
            if (end - start > best.Length)
            {
                best = TextSpan.FromBounds(start, end);
            }
        }

        return best.IsEmpty ? span : best;
    }

    private PredicateEntry? Entry(int token) => _tokens.Tags[token] == UniversalTag.Verb ? _lexicon.Verb(Lemma(token)) : _lexicon.Noun(Lemma(token));

    private string Class(int token, PredicateEntry? entry, Event? told)
    {
        if (_tokens.Tags[token] != UniversalTag.Verb && _tree.Child(token, "cop") >= 0)
        {
            return "be:" + Lemma(token);
        }

        // "became a member": what somebody becomes is what the clause tells.
        if (Lemma(token) is "become" or "remain" && _tree.Child(token, "xcomp", "obj") is var what && what >= 0)
        {
            return "be:" + Lemma(what);
        }

        string particle = _tree.Child(token, "compound:prt") is var prt && prt >= 0 ? " " + Lemma(prt) : "";
        return entry?.Class ?? (told is { Plover: not PloverType.NONE, Mode: { } mode } ? $"{told.Plover}:{mode}" : Lemma(token) + particle);
    }

    // Up from the predicate to the word that heads its clause: light verb or catenative. The subject may stand with any of them.
    private int Top(int token, out Factuality? modality, out int subjectFrom)
    {
        modality = null;
        int top = token;
        subjectFrom = token;
        for (int step = 0; step < 4; step++)
        {
            int head = _tokens.Heads[top];
            if (head < 0 || _isCue[head])
            {
                break;
            }

            bool catenative = _tree.Relation(top) == "xcomp" && _lexicon.Catenative(Lemma(head)) is not null;
            bool light = _tokens.Relations[top] is "obj" or "nsubj:pass" && IsLight(head, out int noun) && noun == top;
            if (!catenative && !light)
            {
                break;
            }

            if (catenative)
            {
                modality = _lexicon.Catenative(Lemma(head)) switch
                {
                    "planned" => Factuality.Planned,
                    "possible" => Factuality.Possible,
                    "did-not-happen" => Factuality.DidNotHappen,
                    _ => modality,
                };
            }

            top = head;
            subjectFrom = head;
        }

        return top;
    }

    private bool IsMain(int top)
    {
        int head = _tokens.Heads[top];
        Statement? statement = _statementOf[top];
        for (int at = top; ; at = head, head = _tokens.Heads[at])
        {
            if (head < 0)
            {
                return true;
            }

            if (statement is not null && !ReferenceEquals(_statementOf[head], statement) && !IsInside(_statementOf[head], statement))
            {
                return true;
            }

            if (_tree.Relation(at) is not ("conj" or "parataxis") || _tokens.Tags[at] is not (UniversalTag.Verb or UniversalTag.Noun or UniversalTag.Adj or UniversalTag.Propn))
            {
                return false;
            }
        }
    }

    private static bool IsInside(Statement? inner, Statement outer) => inner is not null && inner.Parent == outer.Id;

    private bool IsNegated(int token)
    {
        foreach (int child in _tree.Children(token, "advmod", "det", "cc"))
        {
            if (Lemma(child) is "not" or "never" or "n't" or "no" || _tree.Is(child, "not") || _tree.Is(child, "n't") || _tree.Is(child, "n’t") || _tree.Is(child, "never"))
            {
                return true;
            }
        }

        foreach (int argument in _tree.Children(token, "nsubj", "obj"))
        {
            if (Lemma(argument) is "nobody" or "nothing" or "none" || _tree.Child(argument, "det") is var det && det >= 0 && _tree.Is(det, "no"))
            {
                return true;
            }
        }

        return false;
    }

    private Factuality Tense(int top)
    {
        foreach (int auxiliary in _tree.Children(top, "aux"))
        {
            switch (Lemma(auxiliary))
            {
                case "will" or "shall" or "'ll": return Factuality.Planned;
                case "may" or "might" or "could" or "can": return Factuality.Possible;
                case "would" or "should" or "must": return Factuality.Hypothetical;
            }
        }

        return Factuality.Happened;
    }

    private Arguments ReadArguments(int token, int subjectFrom)
    {
        if (_tokens.Tags[token] != UniversalTag.Verb)
        {
            return ReadNominal(token, subjectFrom);
        }

        Frame frame = _lexicon.Verb(Lemma(token))?.Frame ?? Frame.Plain;
        Participant? subject = Subject(subjectFrom, token, out bool passive), thing = null, second = null, with = null, to = null, purpose = null, between = null, from = null, by = null, on = null;
        List<Participant> others = [];
        bool isRelative = false;
        bool participle = _tokens.Relations[token] == "acl" && _tokens.Features[token].Contains("VerbForm=Part", StringComparison.Ordinal) && _tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal);
        passive |= participle;
        foreach (int child in _tree.Children(token, "obj", "iobj", "obl", "xcomp"))
        {
            if (_tree.Relation(child) == "xcomp" && (_tokens.Tags[child] == UniversalTag.Verb || Lemma(token) is not ("become" or "remain")))
            {
                continue;
            }

            if (_tokens.Relations[child] == "obl:tmod" || _report.Times.Overlapping(_tokens.Span(child)).Any())
            {
                continue;
            }

            Participant argument = _participants.Read(child);
            isRelative |= _tree.Relation(child) == "obj" && argument.Token != child && _tokens.Tags[child] is UniversalTag.Pron or UniversalTag.Det or UniversalTag.Sconj;
            switch (_tree.Relation(child), _tree.Child(child, "case") is var c && c >= 0 ? Lemma(c) : "")
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
                case (_, "on" or "against" or "at" or "in" or "into"): on ??= argument; others.Add(argument); break;
                default: others.Add(argument); break;
            }
        }

        if (passive)
        {
            (thing, subject) = (subject ?? (participle ? _participants.Read(_tokens.Heads[token]) : null), by);
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

    private static IEnumerable<Participant> Listed(params Participant?[] participants) => participants.OfType<Participant>();

    // A subject of its own, of the verb it is joined to, or of the verb above ("agreed to supply", "arrived, saying …").
    private Participant? Subject(int from, int token, out bool passive)
    {
        int at = from;
        passive = false;
        for (int step = 0; step < 6 && at >= 0; step++)
        {
            int subject = _tree.Child(at, "nsubj", "csubj");
            if (subject >= 0)
            {
                passive = _tokens.Relations[subject].EndsWith(":pass", StringComparison.Ordinal) && (at == token || _tree.Relation(token) == "conj");
                return _participants.Read(subject);
            }

            if (_tree.Relation(at) is not ("conj" or "xcomp" or "advcl"))
            {
                break;
            }

            at = _tokens.Heads[at];

            // "with the country applying …, becoming a member": the noun above a participle is its subject.
            if (at >= 0 && _tokens.Relations[at] == "acl" && _tree.Child(at, "nsubj") < 0 && at != from)
            {
                return _participants.Read(_tokens.Heads[at]);
            }
        }

        passive |= _tree.Child(token, "aux:pass") >= 0;
        return _tokens.Relations[token] == "acl" && !_tokens.Features[token].Contains("Tense=Past", StringComparison.Ordinal) ? _participants.Read(_tokens.Heads[token]) : null;
    }

    private Arguments ReadNominal(int token, int subjectFrom)
    {
        bool copular = _tree.Child(token, "cop") >= 0;
        if (copular)
        {
            return new Arguments(Subject(token, token, out _), _participants.Read(token), null, []);
        }

        Participant? actor = subjectFrom != token ? Subject(subjectFrom, token, out _) : null, thing = null, recipient = null;
        List<Participant> others = [];
        bool passive = _tokens.Relations[token] == "nsubj:pass";
        actor = passive ? null : actor;
        foreach (int child in _tree.Children(token, "nmod", "compound", "obl", "amod"))
        {
            if (_report.Times.Overlapping(_tokens.Span(child)).Any())
            {
                continue;
            }

            Participant argument = _participants.Read(child);
            bool named = argument.Entities.Length > 0 || argument.Countries.Length > 0;
            string preposition = _tree.Child(child, "case") is var c && c >= 0 ? Lemma(c) : "";
            switch (_tokens.Relations[child], preposition)
            {
                case ("nmod:poss", _) when named: actor ??= argument; break;
                case ("amod", _) when named: actor ??= argument; break;
                case ("amod", _): break;
                case (_, "by"): actor ??= argument; break;
                case (_, "of"): thing ??= argument; break;
                case (_, "to" or "on" or "against" or "with" or "in"): recipient ??= argument; break;
                case (_, "between"): actor ??= argument; break;
                default: others.Add(argument); break;
            }
        }

        return new Arguments(actor, thing, recipient, [.. others]);
    }

    private ImmutableArray<TimeBound> ReadTimes(int token, int top, Event? told)
    {
        List<TimeBound> times = [];
        TextSpan clause = _tree.Span(top);
        foreach (TimeExpression time in _report.Times.Overlapping(clause).Where(static t => t.Type is TimexType.DATE or TimexType.TIME))
        {
            int at = _tokens.TokenAt(time.Start);
            int owner = Owner(at);
            if ((owner == token || owner == top) && !IsInsideName(time.Span, token))
            {
                times.Add(new TimeBound(time.Span, TimexInterval.Parse(time.Value, time.Until, time.Modifier), time.Value, null, null));
            }
        }

        bool isAnchor = _tree.Child(token, "case") is var marker0 && marker0 >= 0 && Lemma(marker0) is "since" or "before" or "after";
        if (told?.Time is { } value && times.Count == 0 && !isAnchor)
        {
            times.Add(new TimeBound(told.Span, TimexInterval.Parse(value), value, null, null));
        }

        foreach (int child in _tree.Children(token, "obl", "advcl").Concat(top == token ? [] : _tree.Children(top, "obl", "advcl")))
        {
            int marker = _tree.Child(child, "case", "mark");
            string relation = marker < 0 ? "" : Lemma(marker);
            if (relation is "before" or "after" or "since" or "during" && !_report.Times.Overlapping(_tokens.Span(child)).Any())
            {
                times.Add(new TimeBound(_tree.Span(child), TimexInterval.Parse(null), null, relation == "since" ? "after" : relation, Anchor(child)));
            }
        }

        return [.. times.OrderBy(static t => t.Span)];
    }

    // "the 2015 treaty": a date without a preposition before a noun dates that noun, not what is done with it.
    private bool IsInsideName(TextSpan time, int token)
    {
        (int first, int end) = _tokens.TokensOf(time);
        for (int at = first; at < end; at++)
        {
            int head = _tokens.Heads[at];
            if (head >= end && head != token && _tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn && !_tree.Relation(at).StartsWith("obl", StringComparison.Ordinal)
                && _tree.Child(at, "case") < 0 && !_tree.Relation(at).StartsWith("nsubj", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "the start of a full-scale invasion of …": an edge of something is that thing.
    private string Anchor(int token)
    {
        string lemma = Lemma(token);
        if (_lexicon.Noun(lemma)?.Class is "start" or "end" && _tree.Child(token, "nmod") is var of && of >= 0)
        {
            (token, lemma) = (of, Lemma(of));
        }

        return _lexicon.Thing(lemma, _tree.Children(token, "amod", "compound").Select(Lemma))?.Thing ?? Entry(token)?.Class ?? lemma;
    }

    // A figure of the clause, or of the noun that the clause is about ("an agreement worth 4 million that was signed").
    private bool BelongsTo(int figure, int token, int top, TextSpan span, int? thing)
    {
        int owner = Owner(figure);
        return (span.Contains(_tokens.Span(figure)) && (owner == token || owner == top))
            || (thing is { } noun && figure != noun && _tree.IsBelow(figure, noun) && !_tree.IsBelow(figure, token) && _tokens.SentenceOf(noun) == _tokens.SentenceOf(token));
    }

    // The predicate whose clause a token stands in: the nearest one upward.
    private int Owner(int token)
    {
        for (int at = token; at >= 0; at = _tokens.Heads[at])
        {
            if (at != token && (IsPredicate(at) || ClauseRelations.Contains(_tree.Relation(at)) || _tokens.Heads[at] < 0))
            {
                return at;
            }
        }

        return token;
    }

    private sealed record Arguments(Participant? Actor, Participant? Object, Participant? Recipient, ImmutableArray<Participant> Others)
    {
        // The event layer may know what the clause does not show: who "he" is, an actor of an earlier sentence, the place.
        public Arguments With(Event told, AnnotatedReport report)
        {
            Participant? actor = Actor is { IsOpen: false } ? Actor : OfEntities(told.Actors, told, report) ?? Actor;
            Participant? thing = Object;
            Participant? recipient = Recipient ?? OfEntities([.. told.Recipients.Where(r => thing?.Entities.Contains(r) != true)], told, report);
            if (thing is null && told.Object is { } slice && !report.Times.Overlapping(TextSpan.FromBounds(slice.Start, slice.End)).Any())
            {
                string head = WordList.Of(slice.Text).LastOrDefault().Lower ?? "";
                thing = new Participant { Head = head, Span = TextSpan.FromBounds(slice.Start, slice.End), Entities = slice.Entity is null ? [] : [slice.Entity], Thing = PredicateLexicon.English.Thing(head, [])?.Thing };
            }

            return new Arguments(actor, thing, recipient, Others);
        }

        private static Participant? OfEntities(ImmutableArray<string> ids, Event told, AnnotatedReport report)
        {
            Entity[] entities = [.. ids.Select(report.Entities.Find).OfType<Entity>()];
            return entities.Length == 0
                ? null
                : new Participant
                {
                    Head = entities[0].Name.ToLowerInvariant(),
                    Span = told.Span,
                    Entities = [.. ids.Order(StringComparer.Ordinal)],
                    Countries = [.. entities.Select(ParticipantReader.CountryOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                    Kind = entities[0].Kind,
                };
        }
    }
}
