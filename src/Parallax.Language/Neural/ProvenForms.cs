using System.Buffers;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Language.Statements.Cues;
using Parallax.Language.Syntax;

namespace Parallax.Language.Neural;

/// <summary>
/// Mends what the network read of words whose part of speech the report itself or the lexicon proves: the surname of a person named in full, taken for a verb or an adjective
/// ("Fielding said it was shut" beside "Lena Fielding"), and forms that English has only as verbs, taken for nouns ("Police allege").
/// </summary>
/// <remarks>Works on copies of the columns; the same reading gives the same result.</remarks>
internal sealed class ProvenForms
{
    private const int Reach = 4;

    private static readonly SearchValues<char> NoName = SearchValues.Create("0123456789./&-");

    private readonly TokenLayer _tokens;
    private readonly TreeEdit _tree;
    private readonly List<NameMention> _names;
    private readonly HashSet<string> _common;

    private ProvenForms(TokenLayer tokens, Layer<NameMention> names)
    {
        _tokens = tokens;
        _tree = new TreeEdit(tokens);
        _names = [.. names];
        _common = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < tokens.Count; i++)
        {
            if (char.IsAsciiLetterLower(tokens.Form(i)[0]))
            {
                _common.Add(tokens.Form(i).ToString());
            }
        }
    }

    /// <summary>The tokens and names with what is proved put right; the same instances where nothing is.</summary>
    /// <param name="report">The report, whose titles prove nothing by a capital.</param>
    /// <param name="tokens">Its tokens as the network read them.</param>
    /// <param name="names">Its names as the network read them.</param>
    public static (TokenLayer Tokens, Layer<NameMention> Names) Mend(Report report, TokenLayer tokens, Layer<NameMention> names)
    {
        HashSet<string> surnames = Surnames(tokens, names);
        ProvenForms forms = new(tokens, names);
        bool isChanged = false;
        for (int s = 0; s < tokens.Sentences.Length; s++)
        {
            bool provesCapital = report.Blocks[tokens.Sentences[s].Block].Part is not (TextPart.Title or TextPart.Heading or TextPart.Caption) && !forms.IsCapitalised(tokens.Sentences[s]);
            for (int i = tokens.Sentences[s].FirstToken; i < tokens.Sentences[s].EndToken; i++)
            {
                isChanged |= surnames.Contains(tokens.Form(i).ToString()) ? forms.Surname(i, provesCapital) : forms.VerbOnly(i);
            }
        }

        return isChanged ? (forms._tree.Layer(), new Layer<NameMention>(forms._names)) : (tokens, names);
    }

    // The last words of persons named with first name or initial.
    private static HashSet<string> Surnames(TokenLayer tokens, Layer<NameMention> names)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (NameMention name in names)
        {
            int last = name.EndToken - 1;
            bool isFull = name.Kind == NameKind.Person && name.TokenCount is 2 or 3 && tokens.Tags[name.FirstToken] == UniversalTag.Propn && IsName(tokens.Form(last));
            for (int i = name.FirstToken; isFull && i < last; i++)
            {
                isFull = IsName(tokens.Form(i)) || (tokens.Form(i).Length == 2 && tokens.Form(i)[1] == '.');
            }

            if (isFull)
            {
                found.Add(tokens.Form(last).ToString());
            }
        }

        return found;
    }

    private static bool IsName(ReadOnlySpan<char> form) => form.Length > 2 && char.IsUpper(form[0]) && form[1..].ContainsAnyInRange('a', 'z') && !form.ContainsAny(NoName);

    // A headline in capitals: every second word.
    private bool IsCapitalised(Sentence sentence)
    {
        int words = 0, capitals = 0;
        for (int i = sentence.FirstToken + 1; i < sentence.EndToken; i++)
        {
            words += char.IsLetter(_tokens.Form(i)[0]) ? 1 : 0;
            capitals += char.IsUpper(_tokens.Form(i)[0]) ? 1 : 0;
        }

        return capitals * 2 > words;
    }

    private bool Surname(int token, bool provesCapital)
    {
        UniversalTag tag = _tokens.Tags[token];
        (int first, int end) = (_tokens.Sentences[_tokens.SentenceOf(token)].FirstToken, _tokens.Sentences[_tokens.SentenceOf(token)].EndToken);
        int start = Start(token, first);
        bool isName = tag == UniversalTag.Propn;
        if (isName)
        {
            return Named(token, start);
        }

        bool opens = token == first || _tokens.Tags[token - 1] == UniversalTag.Punct && _tokens.Form(token - 1) is not ",";
        // "Marsh, a clerk of the port, kept the key": no verb is followed by a comma there.
        bool isBeforeVerb = token + 1 < end && (IsFinite(token + 1) || IsPossessive(token + 1) || (tag == UniversalTag.Verb && _tokens.Form(token + 1) is ",") || IsBeforeAside(token, end));
        bool isProved = start < token || (provesCapital && (!opens || isBeforeVerb));
        if (!isProved || tag is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Adj or UniversalTag.Noun or UniversalTag.Adv) || (tag == UniversalTag.Noun && _common.Contains(_tokens.Form(token).ToString().ToLowerInvariant())))
        {
            return false;
        }

        _tree.Retag(token, UniversalTag.Propn, "Number=Sing", _tokens.Form(token).ToString());
        int noun = _tree.Flatten(start, token);
        Place(noun, token, end);
        Named(token, start);
        return true;
    }

    // "Young, in his speech, kept silent", "Young, who led it, kept silent", "Young of the Herald wrote": an aside behind the first word, and a finite verb behind the aside.
    private bool IsBeforeAside(int token, int end)
    {
        bool isOf = token + 4 < end && _tokens.Tags[token] == UniversalTag.Adj && _tokens.Form(token + 1) is "of" && _tokens.Form(token + 2) is "the" && char.IsUpper(_tokens.Form(token + 3)[0]) && (IsFinite(token + 4) || (token + 5 < end && IsFinite(token + 5)));
        if (isOf)
        {
            return true;
        }

        bool isAside = token + 3 < end && _tokens.Tags[token] == UniversalTag.Adj && _tokens.Form(token + 1) is "," && (_tokens.Tags[token + 2] is UniversalTag.Adp or UniversalTag.Det || _tokens.Form(token + 2) is "who" or "whose");
        for (int i = token + 3; isAside && i + 1 < end; i++)
        {
            if (_tokens.Form(i) is ",")
            {
                return IsFinite(i + 1);
            }
        }

        return false;
    }

    // First name and initials before a surname.
    private int Start(int token, int first)
    {
        int start = token;
        while (start > first && token - start < 2 && _tokens.Tags[start - 1] == UniversalTag.Propn && (IsName(_tokens.Form(start - 1)) || _tokens.Form(start - 1) is [_, '.']) && _names.Exists(n => n.Kind == NameKind.Person && n.FirstToken <= start - 1 && start - 1 < n.EndToken))
        {
            start--;
        }

        return start;
    }

    // The name that the network did not see, or saw as a people's ("Arians said"), or cut short.
    private bool Named(int token, int start)
    {
        int at = _names.FindIndex(n => n.FirstToken < token + 1 && start < n.EndToken);
        if (at >= 0 && start == token && _names[at] is { Kind: NameKind.Other or NameKind.Organization, TokenCount: > 2 } whole && whole.FirstToken == token && _tokens.Form(token + 1) is "of" && _tokens.Form(token + 2) is "the")
        {
            // "Wells of the Herald": the person, and where she is from.
            _names[at] = new NameMention(_tokens.Span(token + 3, whole.EndToken), token + 3, whole.EndToken - token - 3, NameKind.Organization);
            _names.Add(new NameMention(_tokens.Span(token, token + 1), token, 1, NameKind.Person));
            return true;
        }

        if (at >= 0 && !(_names[at].EndToken <= token || (_names[at].TokenCount == 1 && _names[at].Kind is NameKind.Norp or NameKind.Other)))
        {
            return false;
        }

        bool isPart = token + 1 < _tokens.Count && _tokens.SentenceOf(token + 1) == _tokens.SentenceOf(token) && _tokens.Tags[token + 1] is UniversalTag.Propn;
        if (isPart || (start == token && token > 0 && _tokens.SentenceOf(token - 1) == _tokens.SentenceOf(token) && _tokens.Tags[token - 1] is UniversalTag.Propn or UniversalTag.Det or UniversalTag.Adj))
        {
            return false;
        }

        int from = at >= 0 ? Math.Min(start, _names[at].FirstToken) : start;
        NameMention person = new(_tokens.Span(from, token + 1), from, token + 1 - from, NameKind.Person);
        if (at >= 0)
        {
            _names.RemoveAt(at);
        }

        _names.Add(person);
        return true;
    }

    // Where the name stands in the tree: by the words beside it.
    private void Place(int noun, int last, int end)
    {
        int next = last + 1, before = noun - 1;
        if (next < end && IsPossessive(next))
        {
            int owned = next + 1;
            while (owned < end && owned < next + Reach && (_tokens.Tags[owned] is UniversalTag.Adj or UniversalTag.Num or UniversalTag.Adv || (_tokens.Tags[owned] is UniversalTag.Noun or UniversalTag.Propn && owned + 1 < end && _tokens.Tags[owned + 1] == UniversalTag.Noun)))
            {
                owned++;
            }

            if (owned < end && _tokens.Tags[owned] is UniversalTag.Noun or UniversalTag.Propn)
            {
                _tree.Under(next, noun, "case");
                _tree.Promote(owned, noun, "nmod:poss", "obj");
            }

            return;
        }

        int verb = next;
        while (verb < end && verb < next + 2 && _tokens.Tags[verb] == UniversalTag.Adv)
        {
            verb++;
        }

        // "In those days Marsh kept the key", where the name was the verb: what is left of the clause is a past form behind its subject.
        bool isPast = verb < end && _tokens.Tags[verb] == UniversalTag.Verb && !IsFinite(verb) && _tokens.Features[verb].Contains("Tense=Past", StringComparison.Ordinal) && _tree.IsBelow(verb, noun) && _tree.Relation(noun) is "root" or "ccomp" or "advcl" or "conj" or "parataxis" or "acl:relcl";
        if (isPast)
        {
            _tree.Retag(verb, UniversalTag.Verb, "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin", _tokens.Lemmas[verb]);
        }

        if (verb < end && (isPast || IsFinite(verb)))
        {
            int head = _tokens.Tags[verb] == UniversalTag.Aux && _tree.Head(verb) > verb && _tree.Head(verb) < end ? _tree.Head(verb) : verb;
            _tree.Promote(head, noun, _tree.HasChild(head, "aux:pass") ? "nsubj:pass" : "nsubj", "ccomp");
            return;
        }

        if (next < end && _tokens.Form(next) is "," && ClauseOf(noun, next, end) is int clause and >= 0)
        {
            _tree.Promote(clause, noun, "nsubj", "ccomp");
            return;
        }

        if (before < 0 || _tokens.SentenceOf(before) != _tokens.SentenceOf(noun))
        {
            return;
        }

        UniversalTag tag = _tokens.Tags[before];
        if (next < end && _tokens.Tags[next] == UniversalTag.Noun && _tree.Head(noun) == next)
        {
            _tree.Under(noun, next, "compound");
        }
        else if (tag == UniversalTag.Verb && !_tree.IsBelow(before, noun))
        {
            _tree.Under(noun, before, "obj");
            _tree.HandOver(noun, before, last);
        }
        else if (tag == UniversalTag.Adp && _tree.Head(noun) is var above && above >= 0 && above < before && !_tree.IsBelow(above, noun))
        {
            _tree.Under(before, noun, "case");
            _tree.Under(noun, above, _tokens.Tags[above] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron ? "nmod" : "obl");
        }
    }

    // "Marsh, a clerk of the port, kept the key": the clause that the aside parts from its subject.
    private int ClauseOf(int noun, int from, int end)
    {
        int above = _tree.Head(noun);
        if (above >= end - 1 || above < from || _tree.HasChild(above, "nsubj") || !_tree.IsFiniteClause(above))
        {
            above = -1;
        }

        for (int i = from; i < end && above < 0; i++)
        {
            bool isClause = _tree.Head(i) == noun && _tokens.Tags[i] == UniversalTag.Verb && _tree.IsFiniteClause(i) && !_tree.HasChild(i, "nsubj") && !_tree.HasChild(i, "mark") && _tree.Relation(i) is "ccomp" or "conj" or "parataxis" or "xcomp" or "advcl" or "dep";
            above = isClause ? i : -1;
        }

        return above;
    }

    private bool IsPossessive(int token) => _tokens.Form(token) is "'s" or "’s" && _tokens.Tags[token] == UniversalTag.Part;

    private bool IsFinite(int token) => _tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux && _tokens.Features[token].Contains("VerbForm=Fin", StringComparison.Ordinal);

    // "Police allege Ada Brown fled": read as "police allege" being a thing that fled.
    private bool VerbOnly(int token)
    {
        if (_tokens.Tags[token] != UniversalTag.Noun || token == 0 || !CueLexicon.English.In("verb-only-forms", _tokens.Form(token).ToString()))
        {
            return false;
        }

        int subject = token - 1, fled = _tree.Head(token);
        bool isRead = _tokens.SentenceOf(subject) == _tokens.SentenceOf(token) && _tokens.Tags[subject] is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron && fled > token && _tree.Head(token) == fled && _tree.IsFiniteClause(fled) && _tree.Relation(token).StartsWith("nsubj", StringComparison.Ordinal);
        if (!isRead)
        {
            return false;
        }

        string voice = _tree.Relation(token);
        _tree.Retag(token, UniversalTag.Verb, _tokens.Form(token)[^1] == 's' ? "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin" : "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", ListedVerbs.LemmaOf(_tokens.Form(token).ToString()) ?? _tokens.Lemmas[token]);
        _tree.Above(token, fled);
        if (_tree.IsBelow(subject, token) && _tree.Head(subject) == token)
        {
            _tree.Under(subject, token, "nsubj");
        }

        // What stood beside the noun is what the clause tells of.
        for (int i = token + 1; i < fled; i++)
        {
            if (_tree.Head(i) == token && i != fled)
            {
                _tree.Under(i, fled, _tokens.Tags[i] is UniversalTag.Propn or UniversalTag.Noun or UniversalTag.Pron && !_tree.HasChild(fled, voice) ? voice : _tree.Relation(i));
            }
        }

        return true;
    }
}
