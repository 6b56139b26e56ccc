using Parallax.Core.Accounts;
using Parallax.Core.Layers;

namespace Parallax.Stories.Propositions;

/// <summary>Tells which tokens of a report head a proposition, and of what class they are.</summary>
/// <param name="tree">The parse.</param>
/// <param name="events">The events by the token of their trigger.</param>
/// <param name="isCue">By token: whether it stands in the cue of a statement.</param>
internal sealed class Predicates(Tree tree, IReadOnlyDictionary<int, Event> events, bool[] isCue)
{
    private static readonly string[] BeforeBareVerb = ["to", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "should", "shall"];

    private static readonly string[] ClauseRelations = ["advcl", "acl", "ccomp", "parataxis", "conj", "csubj"];

    private readonly TokenLayer _tokens = tree.Tokens;
    private readonly PredicateLexicon _lexicon = PredicateLexicon.English;

    // What was asked for before; null where it was not.
    private readonly string?[] _lemmas = new string?[tree.Tokens.Count];
    private readonly bool?[] _isPredicate = new bool?[tree.Tokens.Count];

    /// <summary>Whether a token heads a proposition. Not to be asked before all events stand at their tokens.</summary>
    public bool IsPredicate(int token) => _isPredicate[token] ??= HeadsProposition(token);

    // "President-elect", "state-run": joined to a noun by a hyphen and without a subject it describes; "re-elected" is a verb.
    private bool IsBehindNoun(int token)
    {
        const int LongestPrefix = 3;
        return token > 1 && _tokens.Form(token - 1) is "-" && _tokens.Ends[token - 1] == _tokens.Starts[token] && _tokens.Ends[token - 2] == _tokens.Starts[token - 1] && _tokens.Form(token - 2).Length > LongestPrefix
            && _tokens.Tags[token - 2] is UniversalTag.Noun or UniversalTag.Propn && (_tokens.Form(token) is "elect" || tree.Child(token, "nsubj", "aux") < 0);
    }

    private bool HeadsProposition(int token)
    {
        // A speech act is told as a statement; as a fact in the report's own voice it would be counted twice.
        if (isCue[token])
        {
            return false;
        }

        if (events.ContainsKey(token) || LendsTo(token))
        {
            return true;
        }

        if (IsBehindNoun(token) || tree.Relation(token) is "aux" or "cop" or "case" or "mark" or "compound" or "fixed" or "flat" or "det" or "advmod")
        {
            return false;
        }

        // "Norland transferred boats", misread as a modifier, still has its subject.
        if (tree.Relation(token) == "amod" && tree.Child(token, "nsubj") < 0)
        {
            return false;
        }

        bool isVerb = _tokens.Tags[token] == UniversalTag.Verb;
        bool isCopular = !isVerb && tree.Child(token, "cop") >= 0 && tree.Child(token, "nsubj") >= 0;
        return (isVerb || isCopular) && !IsCatenative(token) && !IsLight(token, out _);
    }

    // "agreed to supply", "is ready to send": the verb below tells what is done.
    private bool IsCatenative(int token) => _lexicon.Catenative(Lemma(token)) is not null && tree.Child(token, "xcomp") is var below && below >= 0 && _tokens.Tags[below] == UniversalTag.Verb;

    /// <summary>Whether a verb lends its subject to a noun that tells what is done; that noun.</summary>
    public bool IsLight(int token, out int noun)
    {
        noun = _lexicon.IsLight(Lemma(token)) ? tree.Child(token, "obj") : -1;
        noun = noun < 0 && _lexicon.IsLight(Lemma(token)) ? tree.Child(token, "nsubj:pass") : noun;
        return noun >= 0 && _lexicon.Noun(Lemma(noun)) is not null;
    }

    // "took control of the town": the noun tells what was done, event or not.
    private bool LendsTo(int noun) => _tokens.Heads[noun] is var head && head >= 0 && tree.Relation(noun) is "obj" or "nsubj" && IsLight(head, out int below) && below == noun;

    /// <summary>The lemma of a token by the tables.</summary>
    public string Lemma(int token) => _lemmas[token] ??= LemmaOf(token);

    private string LemmaOf(int token)
    {
        string lemma = _tokens.Lemmas[token].ToLowerInvariant();
        if (tree.Is(token, "found") && tree.Child(token, "aux:pass") < 0 && tree.Children(token, "aux", "mark").Any(a => Array.Exists(BeforeBareVerb, word => tree.Is(a, word))))
        {
            return "found"; // "did not found the guild": not of "find".
        }

        return _tokens.Tags[token] == UniversalTag.Verb ? _lexicon.VerbLemma(lemma, _tokens.Form(token).ToString().ToLowerInvariant()) : lemma;
    }

    /// <summary>The entry of a token in the table of predicates, or null.</summary>
    public PredicateEntry? Entry(int token) => _tokens.Tags[token] == UniversalTag.Verb ? Phrasal(token) ?? _lexicon.Verb(Lemma(token)) : _lexicon.Noun(Lemma(token));

    // "pulled over", "laid off", "got away": the verb with its particle, or the adverb right behind it, where the table has them together.
    private PredicateEntry? Phrasal(int token) => (tree.Child(token, "compound:prt") is var particle && particle >= 0 ? particle : tree.Child(token, "advmod") is var adverb && adverb == token + 1 ? adverb : -1) is var with && with >= 0 ? _lexicon.Verb(Lemma(token) + "_" + Lemma(with)) : null;

    // "were injured", tagged as an adjective: what was done to them tells the class.
    private PredicateEntry? Participle(int token)
    {
        string form = _tokens.Form(token).ToString().ToLowerInvariant();
        return _tokens.Tags[token] == UniversalTag.Adj && (form.EndsWith("ed", StringComparison.Ordinal) || form.EndsWith("en", StringComparison.Ordinal)) ? _lexicon.Verb(_lexicon.VerbLemma(form, form)) : null;
    }

    /// <summary>The class of a predicate.</summary>
    public string Class(int token, PredicateEntry? entry, Event? told)
    {
        if (_tokens.Tags[token] != UniversalTag.Verb && tree.Child(token, "cop") >= 0)
        {
            return Participle(token)?.Class ?? "be:" + Lemma(token);
        }

        // "became a member": what somebody becomes is what the clause tells.
        if (Lemma(token) is "become" or "remain" && tree.Child(token, "xcomp", "obj") is var what && what >= 0)
        {
            return "be:" + Lemma(what);
        }

        // "was found guilty of fraud": no finding of a thing.
        if (Lemma(token) == "find" && tree.Child(token, "xcomp", "obj") is var verdict && verdict >= 0 && Lemma(verdict) is "guilty")
        {
            return "convict";
        }

        string particle = tree.Child(token, "compound:prt") is var prt && prt >= 0 ? " " + Lemma(prt) : "";
        return entry?.Class ?? (told is { Plover: not PloverType.NONE, Mode: { } mode } ? $"{told.Plover}:{mode}" : Lemma(token) + particle);
    }

    /// <summary>The predicate whose clause a token stands in: the nearest one upward.</summary>
    public int Owner(int token)
    {
        for (int at = token; at >= 0; at = _tokens.Heads[at])
        {
            if (at != token && (IsPredicate(at) || ClauseRelations.Contains(tree.Relation(at)) || _tokens.Heads[at] < 0))
            {
                return at;
            }
        }

        return token;
    }
}
