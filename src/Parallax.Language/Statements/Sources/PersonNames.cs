using Parallax.Core.Layers;
using Parallax.Core.Reports;

namespace Parallax.Language.Statements.Sources;

/// <summary>Which tokens are names of persons, though they look like words: "Felt" of "Ada Felt", wherever the report writes it.</summary>
internal sealed class PersonNames
{
    private readonly HashSet<string> _surnames = new(StringComparer.Ordinal);
    private readonly TokenLayer _tokens;
    private readonly Layer<NameMention> _names;

    /// <summary>The names of a report.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="names">Its names; those of persons with two words or more give the surnames.</param>
    public PersonNames(TokenLayer tokens, Layer<NameMention> names)
    {
        _tokens = tokens;
        _names = names;
        foreach (NameMention name in names)
        {
            if (name.Kind == NameKind.Person && name.EndToken - name.FirstToken > 1 && IsCapital(name.EndToken - 1))
            {
                _surnames.Add(tokens.Form(name.EndToken - 1).ToString());
            }
        }

        for (int i = 1; i < tokens.Count; i++)
        {
            if (tokens.Tags[i] is UniversalTag.Verb && IsCapital(i) && IsWithin(i))
            {
                _surnames.Add(tokens.Form(i).ToString());
            }
        }
    }

    // A capital inside a sentence that is written small.
    private bool IsWithin(int token)
    {
        Sentence sentence = _tokens.Sentences[_tokens.SentenceOf(token)];
        if (token == sentence.FirstToken || sentence.Part is TextPart.Title or TextPart.Heading || _tokens.Tags[token - 1] is UniversalTag.Punct or UniversalTag.Sym or UniversalTag.Verb)
        {
            return false;
        }

        int small = 0;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            small += _tokens.Tags[i] is UniversalTag.Noun or UniversalTag.Verb or UniversalTag.Adj && !IsCapital(i) ? 1 : 0;
        }

        return small >= 3;
    }

    /// <summary>Whether a token is a person's name, or a part of one.</summary>
    public bool Holds(int token)
    {
        if (!IsCapital(token))
        {
            return false;
        }

        foreach (NameMention name in _names.Overlapping(_tokens.Span(token)))
        {
            if (name.Kind == NameKind.Person)
            {
                return true;
            }
        }

        return _surnames.Count > 0 && _tokens.Tags[token] is UniversalTag.Verb or UniversalTag.Aux && _surnames.Contains(_tokens.Form(token).ToString());
    }

    private bool IsCapital(int token) => _tokens.Form(token) is [var first, var second, ..] && char.IsUpper(first) && char.IsLower(second);
}
