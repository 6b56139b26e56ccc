using Parallax.Core.Text;

namespace Parallax.Stories.Propositions;

/// <content>The figures of a clause, and what they count.</content>
internal sealed partial class PropositionReader
{
    // "the number of people treated climbed to 58", "the toll rose to 15": what is counted is told by the subject.
    private string? Counted(int token, string predicateClass)
    {
        if (predicateClass is not ("grow" or "fall" or "cost" or "be:number") && !_lexicon.IsSubstitute(Lemma(token)))
        {
            return null;
        }

        int subject = _tree.Child(token, "nsubj");
        if (subject < 0)
        {
            return null;
        }

        if (Lemma(subject) == "toll")
        {
            return "die";
        }

        if (!_lexicon.IsCount(Lemma(subject)))
        {
            return null;
        }

        foreach (int of in _tree.Children(subject, "nmod").Append(subject))
        {
            int acl = _tree.Child(of, "acl", "amod");
            string? counted = acl >= 0 ? _predicates.Entry(acl)?.Class ?? Lemma(acl) : of == subject ? null : _lexicon.Noun(Lemma(of))?.Class;
            if (counted is not null)
            {
                return counted;
            }
        }

        return null;
    }

    // "rose to 58, up from 31": the level it comes from is of an earlier time.
    private bool IsFormerLevel(int figure, string predicateClass)
    {
        if (predicateClass is not ("grow" or "fall"))
        {
            return false;
        }

        for (int at = figure, step = 0; at >= 0 && step < 3; at = _tokens.Heads[at], step++)
        {
            if (_tree.Child(at, "case") is var preposition && preposition >= 0)
            {
                return Lemma(preposition) == "from";
            }
        }

        return false;
    }

    // A figure of the clause, or of the noun that the clause is about ("an agreement worth 4 million that was signed").
    private bool BelongsTo(int figure, int token, int top, TextSpan span, int? thing)
    {
        int owner = _predicates.Owner(figure);
        return (span.Contains(_tokens.Span(figure)) && (owner == token || owner == top))
            || (thing is { } noun && figure != noun && _tree.IsBelow(figure, noun) && !_tree.IsBelow(figure, token) && _tokens.SentenceOf(noun) == _tokens.SentenceOf(token));
    }
}
