using Parallax.Language.Neural.Heads;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Layers;

namespace Parallax.Language.Neural;

/// <summary>Lemmas by form and script, so that a form met again costs no new string. Bounded like the form cache whose places it uses. One thread at a time.</summary>
internal sealed unsafe class LemmaCache
{
    // Two lemmas a form ("saw"), told apart by the last bit of the number of the script.
    private const int Ways = 2;

    private readonly LemmaScript[] _scripts;
    private readonly LemmaTable _table;
    private readonly int _stride;
    private readonly string?[] _lemmas = new string?[Ways * FormCache.Capacity];
    private readonly ushort[] _scriptOf = new ushort[Ways * FormCache.Capacity];

    // What the table says of a form with the part of speech it had last (its number and one, 0 for none yet).
    private readonly string?[] _known = new string?[FormCache.Capacity];
    private readonly ushort[] _knownTag = new ushort[FormCache.Capacity];

    /// <summary>Makes an empty cache for the scripts of a head and a table of lemmas that go before it.</summary>
    /// <exception cref="ModelException">A label is not a script.</exception>
    public LemmaCache(TagHead head, LemmaTable table)
    {
        _scripts = LemmaScript.ParseAll(head.Labels);
        _table = table;
        _stride = head.Linear.Stride;
    }

    /// <summary>Forgets all lemmas.</summary>
    public void Clear()
    {
        Array.Clear(_lemmas);
        Array.Clear(_known);
        Array.Clear(_knownTag);
    }

    /// <summary>The lemma the table has for a form; else under the best script that fits it; the form itself where none does.</summary>
    /// <param name="pass">Kernels.</param>
    /// <param name="form">The form as it stands in the text.</param>
    /// <param name="place">Its place in the form cache.</param>
    /// <param name="tag">Number of its part of speech.</param>
    /// <param name="scores">Scores of the scripts; those that do not fit are lowered.</param>
    public string Lemma(Pass pass, ReadOnlySpan<char> form, int place, int tag, float* scores) => Known(form, place, tag) ?? Scripted(pass, form, place, tag, scores);

    /// <summary>As <see cref="Lemma"/> for a form whose lemma is not <see cref="Known"/>.</summary>
    public string Scripted(Pass pass, ReadOnlySpan<char> form, int place, int tag, float* scores)
    {
        bool isVerb = _table.IsVerb(tag); // The irregular ones are known: what is left is inflected by rule.
        for (int attempt = 0; attempt < _scripts.Length; attempt++)
        {
            int script = pass.Floats.Greatest(scores, _stride);
            string? lemma = isVerb && !_scripts[script].IsRegular ? null : Cached(form, place, script);
            if (lemma is not null)
            {
                return lemma;
            }

            scores[script] = float.NegativeInfinity;
        }

        return new string(form);
    }

    /// <summary>The lemma the table has for a form with a part of speech; null where it has none.</summary>
    public string? Known(ReadOnlySpan<char> form, int place, int tag)
    {
        if (place >= FormCache.Capacity)
        {
            return _table.Find(form, tag);
        }

        if (_knownTag[place] != tag + 1)
        {
            _known[place] = _table.Find(form, tag);
            _knownTag[place] = (ushort)(tag + 1);
        }

        return _known[place];
    }

    private string? Cached(ReadOnlySpan<char> form, int place, int script)
    {
        if (place >= FormCache.Capacity)
        {
            return _scripts[script].Apply(form);
        }

        int at = (Ways * place) + (script & (Ways - 1));
        if (_lemmas[at] is not { } lemma || _scriptOf[at] != script)
        {
            if (_scripts[script].Apply(form) is not { } made)
            {
                return null;
            }

            lemma = made;
            _lemmas[at] = lemma;
            _scriptOf[at] = (ushort)script;
        }

        return lemma;
    }
}
