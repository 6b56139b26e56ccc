using Parallax.Language.Neural.Input;
using Parallax.Language.Statements;

namespace Parallax.Language.Neural;

/// <summary>Which forms can be the cue of a statement inside a statement, so that contents without one are not read a second time. Bounded like the form cache whose places it uses. One thread at a time.</summary>
internal sealed class CueForms
{
    private const byte No = 1;
    private const byte Yes = 2;

    // What is known of the form at each place; 0 where nothing is.
    private readonly byte[] _known = new byte[FormCache.Capacity];

    /// <summary>Forgets all forms.</summary>
    public void Clear() => Array.Clear(_known);

    /// <summary>Whether the form at a place of the form cache is one that opens a clause or quotation in the lexicon of cues.</summary>
    public bool CanBeCue(int place, ReadOnlySpan<char> form)
    {
        if (place >= FormCache.Capacity)
        {
            return false; // No word is that long.
        }

        if (_known[place] == 0)
        {
            _known[place] = CueLexicon.English.OpensClause(form.ToString().ToLowerInvariant()) ? Yes : No;
        }

        return _known[place] == Yes;
    }
}
