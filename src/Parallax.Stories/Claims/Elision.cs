using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Core.Text;
using Parallax.Stories.Framings;
using Parallax.Stories.Propositions;
using Parallax.Stories.Words;

namespace Parallax.Stories.Claims;

/// <summary>Finds inner stretches of a clause that English can do without: "hit by a | silver | Camry", "The Anvil | , which replaced the Hammer, | launched a boat", "Quill | bought two yards and | closed the third".</summary>
internal sealed class Elision
{
    private const int MostDepth = 64, MostPieces = 3, LeastWords = 3;

    private static readonly Lazy<HashSet<string>> Stays = new(static () => StoriesData.Words("en/claims/stays.txt"));

    private static readonly Lazy<HashSet<string>> Telling = new(static () => StoriesData.Words("en/claims/telling.txt"));

    private static readonly Lazy<HashSet<string>> Circumstances = new(static () => StoriesData.Words("en/claims/circumstances.txt"));

    // Conditions and comparisons: the rest would say more.
    private static readonly string[] Limits = ["if", "unless", "except", "than", "as", "instead", "like", "whether", "until", "till", "lest", "though", "although", "to", "of", "for"];

    // "was sentenced | to seven years", "with two minutes left": not every time tells when.
    private static readonly string[] TimeOpeners = ["", "in", "on", "at", "by", "during", "before", "after", "since", "from", "through", "throughout", "over", "within"];

    private readonly AnnotatedReport _report;
    private readonly TokenLayer _tokens;
    private readonly Proposition _told;
    private readonly TextSpan _words;
    private readonly int _first, _end;

    private Elision(AnnotatedReport report, Proposition told, TextSpan words)
    {
        (_report, _tokens, _told, _words) = (report, report.Tokens, told, words);
        (_first, _end) = _tokens.TokensOf(words);
    }

    /// <summary>The words without what may go; where nothing may, or what is left would tell too little, the words as they are.</summary>
    /// <param name="report">The report.</param>
    /// <param name="told">What the words tell.</param>
    /// <param name="words">The words.</param>
    /// <param name="mayGo">Whether a stretch of them may be left out.</param>
    public static Wording Of(AnnotatedReport report, Proposition told, TextSpan words, Func<TextSpan, bool> mayGo) => new Elision(report, told, words).Without(mayGo);

    private Wording Without(Func<TextSpan, bool> mayGo)
    {
        Wording whole = new(_told, _words);
        List<(int First, int End)> gone = [];
        foreach ((int first, int end) in Candidates().OrderByDescending(static c => c.End - c.First).ThenBy(static c => c.First))
        {
            if (end < _end && first >= _first && HasWord(_tokens.Ends[end - 1], _words.End) && !gone.Exists(g => g.First < end && first < g.End) && IsWhole(first, end) && mayGo(_tokens.Span(first, end)))
            {
                gone.Add((first, end));
            }
        }

        if (gone.Count == 0)
        {
            return whole;
        }

        Wording elided = Marked(gone);
        return elided.LeftOut.Length <= MostPieces && elided.Holds(_tokens.Span(_told.Token)) && elided.WordsOf(_report).Count(static w => w.IsContent) >= LeastWords ? elided : whole;
    }

    // What goes at an end needs no mark; stretches with only marks between them are one.
    private Wording Marked(List<(int First, int End)> gone)
    {
        List<TextSpan> spans = [];
        foreach ((int first, int end) in gone.OrderBy(static g => g.First).Select(g => WithMarks(g.First, g.End)))
        {
            TextSpan span = TextSpan.FromBounds(_tokens.Starts[first], _tokens.Ends[end - 1]);
            if (spans.Count > 0 && !HasWord(spans[^1].End, span.Start))
            {
                spans[^1] = TextSpan.FromBounds(spans[^1].Start, Math.Max(spans[^1].End, span.End));
            }
            else
            {
                spans.Add(span);
            }
        }

        for (int i = 0; i < spans.Count; i++)
        {
            bool parted = _report.Report.Text.Text[spans[i].Start] == ',' && spans[i].End < _words.End && _report.Report.Text.Text[spans[i].End] == ',';
            spans[i] = parted ? TextSpan.FromBounds(spans[i].Start, spans[i].End + 1) : spans[i]; // "Vale, 33 and from Brevik, fell": two stretches in one pair of commas.
        }

        (int start, int stop) = (_words.Start, _words.End);
        if (spans is [var opening, ..] && !HasWord(start, opening.Start))
        {
            start = _tokens.Starts[_tokens.TokenAt(opening.End)];
            spans.RemoveAt(0);
        }

        if (spans is [.., var ending] && !HasWord(ending.End, stop))
        {
            stop = _tokens.Ends[_tokens.TokenAt(ending.Start) - 1];
            spans.RemoveAt(spans.Count - 1);
        }

        return new Wording(_told, TextSpan.FromBounds(start, stop)) { LeftOut = [.. spans] };
    }

    private bool HasWord(int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (char.IsLetterOrDigit(_report.Report.Text.Text[at]))
            {
                return true;
            }
        }

        return false;
    }

    // A comma or dash on both sides goes with what it parts off, and so does one on the left that the parse hangs on it (", and closed the mill").
    private (int First, int End) WithMarks(int first, int end)
    {
        bool closed = end < _end && IsParting(end), left = first > _first && IsParting(first - 1) && (closed || (first <= _tokens.Heads[first - 1] && _tokens.Heads[first - 1] < end)), right = closed && (left || first == _first || IsClause(first, end));
        return (left ? first - 1 : first, right ? end + 1 : end);
    }

    private bool IsClause(int first, int end) => Enumerable.Range(first, end - first).Any(t => (_tokens.Heads[t] < first || _tokens.Heads[t] >= end) && _tokens.Relations[t] is "acl:relcl" or "acl");

    private bool IsParting(int token) => _tokens.Tags[token] == UniversalTag.Punct && _tokens.Form(token) is "," or "–" or "—" or "--" or "(" or ")";

    // The stretch begins and ends at spaces or marks, cuts no name, no quotation and no bracket.
    private bool IsWhole(int first, int end)
    {
        TextSpan span = _tokens.Span(first, end);
        string text = _report.Report.Text.Text;
        bool parted = (span.Start == 0 || text[span.Start - 1] is ' ' or '\n' or '(' or '—' or '–' or ',') && (span.End == text.Length || text[span.End] is ' ' or '\n' or ',' or ')' or '.' or ';' or '—' or '–');
        ReadOnlySpan<char> words = text.AsSpan(span.Start, span.Length);
        ReadOnlySpan<char> before = text.AsSpan(_words.Start, span.Start - _words.Start);
        bool isQuoted = before.Count('"') % 2 != 0 || before.Count('“') > before.Count('”') || before.Count("``".AsSpan()) > before.Count("''".AsSpan());
        return parted && !isQuoted && !words.ContainsAny("\"“”`".AsSpan()) && words.Count('(') == words.Count(')')
            && !_report.Entities.Mentions.Any(m => m.Mention.Form is MentionForm.Name or MentionForm.Acronym && m.Mention.Span.Overlaps(span) && !span.Contains(m.Mention.Span) && HasCapital(TextSpan.FromBounds(Math.Max(span.Start, m.Mention.Start), Math.Min(span.End, m.Mention.End))));
    }

    // "a grey Anvil Seven": what stands before a name is no part of it.
    private bool HasCapital(TextSpan span) => _report.Report.Text.Text.AsSpan(span.Start, span.Length).ContainsAnyInRange('A', 'Z');

    private IEnumerable<(int First, int End)> Candidates()
    {
        if (BeforeOwnPredicate() is { } other)
        {
            yield return other;
        }

        for (int token = _first; token < _end; token++)
        {
            if (_tokens.Heads[token] is var head && head >= _first && head < _end && token != _told.Token && token != _told.Top && Stretch(token) is { } stretch && !Holds(stretch, _told.Token) && !Holds(stretch, _told.Top)
                && !(_told.Subject is { } subject && Holds(stretch, subject)) && CanGo(token, head, stretch))
            {
                yield return stretch;
            }
        }
    }

    private static bool Holds((int First, int End) stretch, int token) => stretch.First <= token && token < stretch.End;

    // "Quill | bought two yards and | closed the third": of two predicates of one subject, the one that is not told.
    private (int First, int End)? BeforeOwnPredicate()
    {
        int top = _told.Top, head = _tokens.Heads[top];
        if (_tokens.Relations[top] != "conj" || head < _first || head >= top || _tokens.Tags[head] is not UniversalTag.Verb || Child(top, "nsubj") >= 0 || Child(head, "nsubj") is not (>= 0 and var subject) || subject < _first || subject > head || Child(head, "mark") >= 0)
        {
            return null;
        }

        int start = Bounds(subject) is { } bounds && bounds.End <= head ? bounds.End : subject + 1;
        if (!_tokens.Features[top].Contains("VerbForm=Fin", StringComparison.Ordinal) && Child(top, "aux") < 0 && Child(top, "cop") < 0)
        {
            for (int token = start; token < head; token++)
            {
                start = _tokens.Heads[token] == head && _tokens.Relations[token].StartsWith("aux", StringComparison.Ordinal) ? token + 1 : start;
            }
        }

        int end = top;
        for (int token = top - 1; token > head && (_tokens.Heads[token] == top || Below(token, top)) && _tokens.Relations[token] is not ("cc" or "punct"); token--)
        {
            end = token;
        }

        int told = WordList.Of(_report.Report.Text.Text, _tokens.Span(start, Math.Max(end, start + 1))).Count(static w => w.IsContent);
        return start < end && end > head && told > 1 ? (start, end) : null; // "was shot and | killed": a verb alone says little too much.
    }

    private bool CanGo(int token, int head, (int First, int End) stretch)
    {
        string form = _tokens.Form(token).ToString().ToLowerInvariant(), relation = _tokens.Relations[token];
        int opener = Opener(token);
        string opens = opener < 0 ? "" : _tokens.Form(opener).ToString().ToLowerInvariant();
        bool hasComma = stretch.First > _first && IsParting(stretch.First - 1);
        bool isTime = _report.Times.Overlapping(_tokens.Span(token)).Any();
        switch (relation)
        {
            case "acl:relcl" or "acl":
                return (hasComma || ((IsIndefinite(head) || IsNamed(head)) && !IsPredicate(head))) && Array.IndexOf(Limits, opens) < 0;
            case "appos":
                return hasComma && !(_report.Entities.At(_tokens.Span(token)) is { Kind: ActorKind.Person } && _tokens.Tags[token] == UniversalTag.Propn);
            case "parataxis":
                return hasComma && _end > stretch.End;
            case "amod":
                return !IsPredicate(head) && !HasStaying(stretch) && IsTelling(stretch) && !(_tokens.Tags[head] == UniversalTag.Propn && char.IsUpper(_tokens.Form(token)[0])) && _tokens.Tags[head] is UniversalTag.Noun or UniversalTag.Propn && token < head && !_tokens.Features[token].Contains("Degree=Cmp", StringComparison.Ordinal) && !_tokens.Features[token].Contains("Degree=Sup", StringComparison.Ordinal)
                    && (!HasArticle(head) || !HasRival(token, head));
            case "nummod" when token > head:
                return hasComma && IsNamed(head); // "Vale, 33, fell"
            case "nummod":
                return !IsPredicate(head) && _tokens.Tags[head] == UniversalTag.Noun && token < head && !isTime && _tokens.Lemmas[head] is not "time" && !HasStaying(stretch) && head - token <= 2 && Child(head, "compound") < 0 && _report.Figures.Overlapping(_tokens.Span(token)).ToArray() is { Length: > 0 } figures && Array.TrueForAll(figures, static f => Quantities.IsOfPeople(f.Unit)) && !HasArticle(head);
            case "advmod":
                return _tokens.Tags[token] == UniversalTag.Adv && _tokens.Tags[head] == UniversalTag.Verb && !HasStaying(stretch) && (isTime || form.EndsWith("ly", StringComparison.Ordinal));
            case "advcl":
                return !WholePhrase.IsNeeded(_tokens, token) && Array.IndexOf(Limits, opens) < 0 && (Circumstances.Value.Contains(opens) || hasComma);
            case "nmod":
                return !IsPredicate(head) && opens is "in" or "at" or "near" or "from" or "with" or "on" or "off" && (hasComma || IsIndefinite(head) || _tokens.Tags[head] == UniversalTag.Propn);
            case "obl":
                return (isTime && Array.IndexOf(TimeOpeners, opens) >= 0) || Circumstances.Value.Contains(opens) || (opens is "in" or "at" or "near" or "off" or "outside" && _tokens.Tags[token] == UniversalTag.Propn && HasWhat(head));
            case "conj":
                return IsListed(token, head);
            default:
                return isTime && relation.StartsWith("obl:", StringComparison.Ordinal);
        }
    }

    // Of things listed behind the verb one may go, and of predicates the one that is not told; of several who act or suffer, the verb may be of them together.
    private bool IsListed(int token, int head)
    {
        if (_tokens.Tags[token] == UniversalTag.Verb)
        {
            return (head == _told.Top || head == _told.Token) && Child(token, "nsubj") < 0;
        }

        return _tokens.Tags[token] is UniversalTag.Noun && _tokens.Relations[head] is "obj" && head > _told.Token && Child(token, "appos") < 0 && Child(token, "flat") < 0;
    }

    private bool IsIndefinite(int noun)
    {
        int det = Child(noun, "det");
        return det >= 0 ? _tokens.Form(det) is "a" or "an" or "A" or "An" : Child(noun, "nummod") >= 0 && Child(noun, "nmod:poss") < 0;
    }

    private bool IsNamed(int noun) => _tokens.Tags[noun] == UniversalTag.Propn && _report.Entities.At(_tokens.Span(noun)) is { Kind: ActorKind.Person or ActorKind.Organization or ActorKind.Product };

    // "the most famous yard", "so quickly": with a word that says how much, or which, of all.
    private bool HasStaying((int First, int End) stretch) => Enumerable.Range(stretch.First, stretch.End - stretch.First).Any(t => Stays.Value.Contains(_tokens.Form(t).ToString().ToLowerInvariant()) || _tokens.Features[t].Contains("Degree=Sup", StringComparison.Ordinal));

    // "silver", "59-year-old", "brutal": an assertion of its own.
    private bool IsTelling((int First, int End) stretch)
    {
        for (int token = stretch.First; token < stretch.End; token++)
        {
            string form = _tokens.Form(token).ToString().ToLowerInvariant();
            if (Telling.Value.Contains(form) || ToneWords.Of(form) != 0 || form.AsSpan().ContainsAnyInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasArticle(int noun) => Child(noun, "det") is >= 0 and var det && _tokens.Form(det) is not ("a" or "an" or "A" or "An") || Child(noun, "nmod:poss") >= 0;

    // "a guard who sold boats", "there was a red boat", "has a good name": what is said is in the words beside the noun.
    private bool IsPredicate(int noun) => noun == _told.Top || noun == _told.Token || Child(noun, "cop") >= 0 || (_tokens.Heads[noun] is >= 0 and var verb && (Child(verb, "expl") >= 0 || _tokens.Relations[noun] is "xcomp" || (_tokens.Relations[noun] is "obj" && _tokens.Lemmas[verb] is "have" or "make" or "get" or "enjoy" or "give")));

    // "the larger boat", beside "the smaller boat": another thing so called, told apart from this by another word.
    private bool HasRival(int modifier, int noun)
    {
        for (int token = 0; token < _tokens.Count; token++)
        {
            if (token != noun && _tokens.Lemmas[token].Equals(_tokens.Lemmas[noun], StringComparison.OrdinalIgnoreCase) && token > 0 && _tokens.Heads[token - 1] == token && _tokens.Relations[token - 1] is "amod" or "nummod" or "compound"
                && !_tokens.Lemmas[token - 1].Equals(_tokens.Lemmas[modifier], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // "lives | in Veld": a verb without a thing and not in the passive needs its place.
    private bool HasWhat(int verb) => Child(verb, "obj") >= 0 || Child(verb, "aux:pass") >= 0;

    // The word that opens a piece ("after", "when").
    private int Opener(int top)
    {
        for (int token = top - 1; token >= _first; token--)
        {
            if (_tokens.Heads[token] == top && (_tokens.Relations[token] is "case" or "mark" || (_tokens.Relations[token] == "advmod" && _tokens.Form(token) is "when" or "where" or "When" or "Where")))
            {
                return token;
            }
        }

        return -1;
    }

    private int Child(int head, string relation)
    {
        (int first, int end) = (_tokens.Sentences[_told.Sentence].FirstToken, _tokens.Sentences[_told.Sentence].EndToken);
        for (int token = first; token < end; token++)
        {
            if (_tokens.Heads[token] == head && (_tokens.Relations[token] == relation || (_tokens.Relations[token].StartsWith(relation, StringComparison.Ordinal) && _tokens.Relations[token][relation.Length] == ':' && relation is "nsubj" or "aux")))
            {
                return token;
            }
        }

        return -1;
    }

    private bool Below(int token, int top)
    {
        for (int steps = 0; token >= 0 && steps < MostDepth; steps++)
        {
            if (token == top)
            {
                return true;
            }

            token = _tokens.Heads[token];
        }

        return false;
    }

    // Where all that hangs on a word stands, marks at its edges left out.
    private (int First, int End)? Bounds(int top)
    {
        (int low, int high) = (top, top + 1);
        for (int token = _first; token < _end; token++)
        {
            if (_tokens.Tags[token] != UniversalTag.Punct && Below(token, top))
            {
                (low, high) = (Math.Min(low, token), Math.Max(high, token + 1));
            }
        }

        return (low, high);
    }

    // The same, where all of it stands together inside the words; else null.
    private (int First, int End)? Stretch(int top)
    {
        if (Bounds(top) is not { } bounds)
        {
            return null;
        }

        for (int token = bounds.First; token < bounds.End; token++)
        {
            if (_tokens.Tags[token] != UniversalTag.Punct && !Below(token, top))
            {
                return null;
            }
        }

        (int first, int end) = (_tokens.Sentences[_told.Sentence].FirstToken, _tokens.Sentences[_told.Sentence].EndToken);
        for (int token = first; token < end; token++)
        {
            if ((token < _first || token >= _end) && _tokens.Tags[token] != UniversalTag.Punct && Below(token, top))
            {
                return null; // Part of it stands outside the words.
            }
        }

        return bounds;
    }
}
