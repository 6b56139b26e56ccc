using System.Collections.Immutable;
using System.Globalization;
using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Conflicts;
using Parallax.Stories.Words;

namespace Parallax.Stories.Propositions;

/// <summary>Reads the propositions of one report from its parse, statements and events.</summary>
internal sealed partial class PropositionReader
{
    private static readonly string[] PartsOutside = ["advcl", "parataxis", "conj", "cc", "punct", "mark", "acl:relcl"];

    private static readonly string[] PartsOutsideNoun = ["advcl", "parataxis", "conj", "cc", "punct", "mark", "acl:relcl", "case"];

    private static readonly string[] PartsOutsidePurpose = ["parataxis", "conj", "cc", "punct", "mark", "acl:relcl"];

    private static readonly string[] PartsOutsideList = ["advcl", "parataxis", "punct", "mark", "acl:relcl"];

    private readonly AnnotatedReport _report;
    private readonly TokenLayer _tokens;
    private readonly Tree _tree;
    private readonly Predicates _predicates;
    private readonly ArgumentReader _arguments;
    private readonly ClauseTimes _times;
    private readonly PredicateLexicon _lexicon = PredicateLexicon.English;
    private readonly Statement?[] _statementOf;
    private readonly HashSet<Statement> _doubtful;
    private readonly bool[] _isCue;
    private readonly Dictionary<int, Event> _events = [];
    private readonly ContentSpans _contents;

    private PropositionReader(AnnotatedReport report)
    {
        (_report, _tokens, _tree) = (report, report.Tokens, new Tree(report.Tokens));
        _statementOf = new Statement?[_tokens.Count];
        _isCue = new bool[_tokens.Count];
        _doubtful = new HashSet<Statement>(report.Find(ReportLayers.Doubtful) ?? Layer<Statement>.Empty, ReferenceEqualityComparer.Instance);
        foreach (Statement statement in report.Statements.Concat(_doubtful).Where(s => IsSaid(s) && !DeniesInPlace(s)).OrderByDescending(static s => s.Content.Spans.Sum(static span => span.Length)).ThenByDescending(_doubtful.Contains).ThenBy(static s => s.Id, StringComparer.Ordinal))
        {
            Mark(statement.Content.Spans, token => _statementOf[token] = statement);
        }

        foreach (Statement statement in report.Statements.Concat(_doubtful))
        {
            Mark(statement.Cue.Spans, token => _isCue[token] = true);
        }

        _contents = new ContentSpans(report, _tree, _isCue);
        foreach (Event told in report.Events)
        {
            int token = _tokens.TokenAt(told.Trigger.Start);
            if (token < _tokens.Count)
            {
                _events.TryAdd(token, told);
            }
        }

        _predicates = new Predicates(_tree, _events, _isCue);
        MoveToLentNouns();
        _arguments = new ArgumentReader(report, _tree, _predicates, new ParticipantReader(report, _tree));
        _times = new ClauseTimes(report, _tree, _predicates);
    }

    // "said nothing after the officers came" tells no word of the speaker; a quotation of nobody inside somebody's words is his.
    private static bool IsSaid(Statement statement) => !statement.Content.Text.StartsWith("nothing", StringComparison.OrdinalIgnoreCase) && (statement.Parent is null || statement.Source.Name.Length > 0);

    // "dismissed claims by the guild that the yard had closed": the words are those of the guild; who dismisses them answers it.
    private bool DeniesInPlace(Statement statement) => statement.About is { } about && _report.Statements.Any(s => s.Id == about && s.Content.Spans.SequenceEqual(statement.Content.Spans));

    // "rejected claims by the government that the crew ignored a warning": that it did not is the word of whoever rejects them, not of the government.
    private bool IsDenied(Statement? statement) => statement is not null && _report.Statements.Any(s => s.About == statement.Id && s.Stance is Stance.Denies or Stance.Doubts);

    // "held talks" is told by "talks", to which "held" lends its subject; an event that stands on the verb is that of the noun.
    private void MoveToLentNouns()
    {
        foreach (int verb in _events.Keys.Order().ToArray())
        {
            if (_tokens.Tags[verb] == UniversalTag.Verb && _predicates.IsLight(verb, out int noun))
            {
                _events.TryAdd(noun, _events[verb]);
                _events.Remove(verb);
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
            // Who says it is not known: it is neither the report's own word nor that of anybody else.
            bool isDoubtful = reader._statementOf[token] is { } statement && reader._doubtful.Contains(statement);
            if (!isDoubtful && reader._predicates.IsPredicate(token))
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

    private Proposition ReadAt(int token)
    {
        int top = Top(token, out Factuality? modality, out bool isTried, out int subjectFrom);
        Arguments arguments = _arguments.Read(token, subjectFrom);
        _events.TryGetValue(token, out Event? told);
        if (told is not null)
        {
            arguments = arguments.With(told, _report, _predicates.Entry(token) is { } known && _lexicon.IsDoneTo(known.Class));
        }

        bool isNoun = top == token && _tokens.Tags[token] is UniversalTag.Noun or UniversalTag.Propn && _tree.Child(token, "cop") < 0;
        TextSpan span = _tree.Span(top, IsMain(top) ? ["parataxis", "punct"] : isNoun ? PartsOutsideNoun : PartsOutside);
        ImmutableArray<TimeBound> times = _times.Read(token, top, told);
        Statement? statement = _statementOf[token];
        PredicateEntry? entry = _predicates.Entry(token);
        int subject = _tree.Child(top, "nsubj", "csubj");
        subject = subject < 0 ? _tree.Child(token, "nsubj", "csubj") : subject;
        bool isConditional = Conditionals.IsOne(_tree, top);
        bool isReported = statement is { Manner: not Manner.Direct };
        ImmutableArray<string> purposes = Purposes(token, top, arguments);
        (string predicateClass, arguments) = OtherWords.Of(_tree, token, subjectFrom, _predicates.Class(token, entry, told), arguments, _arguments, _predicates);
        bool isUnproven = Unasserted.IsUnproven(_tree, top);
        bool isNegated = IsNegated(token) || (top != token && IsNegated(top)) || (!isUnproven && told?.Factuality == Factuality.DidNotHappen && statement?.Stance is not (Stance.Denies or Stance.Doubts) && !IsDenied(statement));
        (string Scale, bool IsFirst)? pole = (predicateClass.StartsWith("be:", StringComparison.Ordinal) || _tree.Children(token, "cop", "aux").Any(a => Lemma(a) == "be")) && !_tokens.Form(token).EndsWith("ing", StringComparison.Ordinal) && StatusScales.Pole(Lemma(token)) is { } end ? (end.Scale, end.IsFirst != isNegated) : null;
        if (pole is { } opposite)
        {
            predicateClass = "be:" + opposite.Scale;
            arguments = new Arguments(arguments.Actor, new Participant { Head = opposite.Scale, Span = _tokens.Span(token), Token = token }, null, []);
            purposes = [];
        }

        return new Proposition
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{_report.Report.Id}:{token:D6}"),
            Report = _report.Report.Id,
            Sentence = _tokens.SentenceOf(token),
            Token = token,
            Lemma = Lemma(token),
            Class = predicateClass,
            Purposes = purposes,
            Counted = Counted(token, predicateClass),
            IsUnreal = isConditional || Unasserted.IsOne(_tree, top, IsMain(top) && statement is not null) || Mood(top, isReported) == Factuality.Hypothetical || IsQuestion(token) || IsImperative(top),
            IsNominal = isNoun,
            IsTried = isTried,
            IsHabit = Habits.IsOne(_tree, token, top),
            IsPurpose = _tree.Relation(top) is "advcl" or "xcomp" or "acl" && _tree.Children(top, "mark", "aux").Any(m => _tree.Is(m, "to")),
            Subject = subject < 0 ? null : subject,
            IsFinite = IsFinite(top) || IsFinite(token),
            Statement = statement,
            Event = told,
            IsMain = IsMain(top),
            Actor = arguments.Actor,
            Object = arguments.Object,
            Recipient = arguments.Recipient,
            Others = arguments.Others,
            IsNegated = isNegated,
            IsUnproven = isUnproven,
            IsChoice = !isNegated && Tolls.IsChoice(_tree, token),
            Top = top,
            Pole = pole,
            Factuality = isConditional ? Factuality.Hypothetical : Mood(top, isReported) is Factuality.Planned or Factuality.Unknown ? Mood(top, isReported) : IsOwnedUp(statement, told) ? Factuality.Happened : told is { Factuality: not Factuality.Unknown } ? told.Factuality : modality ?? Mood(top, isReported),
            IsClause = (_tokens.Tags[top] == UniversalTag.Verb || _tree.Child(token, "cop") >= 0 || _tree.Child(token, "aux") >= 0) && subject >= 0,
            IsPast = _tokens.Features[top].Contains("Tense=Past", StringComparison.Ordinal) && _tree.Children(top, "aux").All(a => Lemma(a) is "have" or "be" or "do"),
            Times = times,
            Figures = [.. _report.Figures.Where(f => !IsFormerLevel(_tokens.TokenAt(f.Start), predicateClass) && BelongsTo(_tokens.TokenAt(f.Start), token, top, span, arguments.Object?.Token))],
            Span = IsMain(top) && statement is not null && _tree.Relation(top) != "conj" ? _contents.Around(statement, top, span) : ContentSpans.Limit(span, statement),
            Core = ContentSpans.Limit(_tree.Span(top, ListsNouns(top) ? PartsOutsideList : purposes.IsEmpty && !TellsOrder(token, arguments) ? PartsOutside : PartsOutsidePurpose), statement),
            Stems = [.. WordList.Of(_report.Report.Text.Text, span).Where(static w => w.IsContent).Select(static w => w.Stem).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        };
    }

    // Up from the predicate to the word that heads its clause: light verb or catenative. The subject may stand with any of them.
    private int Top(int token, out Factuality? modality, out bool isTried, out int subjectFrom)
    {
        modality = null;
        isTried = false;
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
            bool light = _tokens.Relations[top] is "obj" or "nsubj:pass" && _predicates.IsLight(head, out int noun) && noun == top;
            if (!catenative && !light)
            {
                break;
            }

            if (catenative)
            {
                string? made = _lexicon.Catenative(Lemma(head));
                isTried |= made == "tried";
                modality = made switch
                {
                    "planned" => Factuality.Planned,
                    "possible" or "tried" => Factuality.Possible,
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

    // In reported speech "would" is the "will" of what was said ("said it would send divers"); elsewhere it says what is not so.
    // "confessed to killing her", "admitted taking bribes": what somebody owns up to in a gerund is done.
    private bool IsOwnedUp(Statement? statement, Event? told) => statement?.Stance == Stance.Admits && told?.Factuality == Factuality.Planned && _tokens.Features[_tokens.TokenAt(told.Trigger.Start)].Contains("VerbForm=Ger", StringComparison.Ordinal);

    private Factuality Mood(int top, bool isReported)
    {
        foreach (int auxiliary in _tree.Children(top, "aux"))
        {
            switch (Lemma(auxiliary))
            {
                case "will" or "shall" or "'ll": return Factuality.Planned;
                case "would" when _tree.Is(auxiliary, "would") || _tree.Is(auxiliary, "’d"): return !isReported || _tree.Children(top, "aux").Any(a => _tree.Is(a, "have")) ? Factuality.Hypothetical : Plans.IsOne(_tree, _report.Entities, top) ? Factuality.Planned : Factuality.Unknown;
                case "may" or "might" or "could" or "can": return Factuality.Possible;
                case "would" or "should" or "must": return Factuality.Hypothetical;
            }
        }

        return IsUnderModal(top) ? Mood(_tokens.Heads[top], isReported) : Plans.IsToBeDone(_tree, top) ? Factuality.Planned : Factuality.Happened;
    }

    // "can spread and cause a fire", "will close and sell the yard": the second verb stands under the word of the first.
    private bool IsUnderModal(int top) => _tree.Relation(top) == "conj" && _tokens.Heads[top] is >= 0 and var first && first < top && _tokens.Tags[top] == UniversalTag.Verb && _tokens.Tags[first] == UniversalTag.Verb && _tree.Child(top, "aux", "nsubj", "mark") < 0
        && _tokens.Features[top].Contains("VerbForm=Inf", StringComparison.Ordinal) && _tree.Children(first, "aux").Any(a => _tokens.Features[a].Contains("VerbForm=Fin", StringComparison.Ordinal) && Lemma(a) is not ("do" or "have" or "be"));

    private string Lemma(int token) => _predicates.Lemma(token);

    private bool IsFinite(int token) => (_tree.Child(token, "nsubj") >= 0 && _tokens.Tags[token] == UniversalTag.Verb && !_tokens.Form(token).EndsWith("ing", StringComparison.Ordinal) && _tree.Children(token, "mark").All(m => !_tree.Is(m, "to"))) || _tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal)
        || _tree.Children(token, "aux", "cop").Any(a => !_tokens.Features[a].Contains("VerbForm=Ger", StringComparison.Ordinal) && !_tokens.Features[a].Contains("VerbForm=Inf", StringComparison.Ordinal) && !_tree.Is(a, "to") && !_tree.Is(a, "being") && !_tree.Is(a, "having"));

    private bool IsQuestion(int token)
    {
        TextSpan sentence = _tokens.Sentences[_tokens.SentenceOf(token)].Span;
        return _report.Report.Text.Text.AsSpan(sentence.Start, sentence.Length).TrimEnd("”\"’'").EndsWith("?", StringComparison.Ordinal);
    }

    // "did not carry a lamp", whose subject the parse lost, orders nobody to carry one.
    private bool IsImperative(int top) => _tokens.Features[top].Contains("Mood=Imp", StringComparison.Ordinal) && _tree.Child(top, "nsubj") < 0 && _tree.Children(top, "aux").All(a => Lemma(a) == "do" && !_tree.Is(a, "did") && !_tree.Is(a, "does"));

    // "sold boats for its patrols", "used them to strike the port": somebody who is named after "for" is whom it is done for, not what.
    private ImmutableArray<string> Purposes(int token, int top, Arguments arguments)
    {
        SortedSet<string> purposes = new(StringComparer.Ordinal);
        foreach (int child in _tree.Children(token, "obl", "advcl", "xcomp", "nmod").Concat(top == token ? [] : _tree.Children(top, "advcl")).Concat(arguments.Object?.Token is { } thing ? _tree.Children(thing, "nmod", "acl") : []))
        {
            bool isNoun = _tree.Relation(child) is "obl" or "nmod" && _tree.Child(child, "case") is var preposition && preposition >= 0 && Lemma(preposition) == "for";
            bool isClause = _tree.Relation(child) is "advcl" or "xcomp" or "acl" && _tree.Child(child, "mark", "aux") is var mark && mark >= 0 && _tree.Is(mark, "to") && child > token;
            if ((isNoun && _report.Entities.At(_tokens.Span(child)) is null && !_report.Times.Overlapping(_tokens.Span(child)).Any() && Lemma(child) is not ("time" or "example" or "instance" or "part")) || isClause)
            {
                purposes.Add(_lexicon.Thing(Lemma(child), _tree.Children(child, "amod", "compound").Select(Lemma))?.Thing ?? _predicates.Entry(child)?.Class ?? Lemma(child));
            }
        }

        return [.. purposes];
    }

    // "The death came a day after …": an act that comes tells only when it was.
    private bool TellsOrder(int token, Arguments arguments) => Lemma(token) is "come" or "follow" or "occur" or "happen" && arguments.Actor?.Token is { } actor && _lexicon.Noun(Lemma(actor)) is not null;

    // "were from Veria and Tolna": a predicate that is a list of nouns is told whole.
    private bool ListsNouns(int top) => _tokens.Tags[top] is UniversalTag.Noun or UniversalTag.Propn && _tree.Child(top, "conj") >= 0 && _tree.Children(top, "conj").All(c => _tokens.Tags[c] is UniversalTag.Noun or UniversalTag.Propn && _tree.Child(c, "nsubj", "cop") < 0);
}
