using System.Collections.Immutable;
using Parallax.Language.Neural.Input;
using Parallax.Language.Neural.Weights;
using Parallax.Language.Syntax;

namespace Parallax.Language.Neural;

/// <summary>Lemmas that are known without the network: scripts of the forms whose lemma was learned by heart ("told", "children"), by lower-case form and part of speech, and the table of irregular verbs. Immutable and thread-safe.</summary>
internal sealed unsafe class LemmaTable
{
    private const string Name = "lemma";
    private const int NumberBytes = 2;
    private const int NumberBase = 128;

    // Null where the weights have no table.
    private readonly InputTable? _rows;
    private readonly LemmaScript[] _scripts;
    private readonly ImmutableArray<string> _tags;
    private readonly int _verb;
    private readonly int _auxiliary;

    /// <summary>Opens <c>lemma.hash</c> and <c>lemma.table</c>, where the file has them.</summary>
    /// <param name="file">The weights.</param>
    /// <param name="description">Holds the scripts at <c>lemma.scripts</c>.</param>
    /// <param name="tags">Names of the parts of speech, in the order of their numbers.</param>
    /// <exception cref="ModelException">A part is missing, or a row names a script there is not.</exception>
    public LemmaTable(TensorFile file, NetworkDescription description, ImmutableArray<string> tags)
    {
        _tags = tags;
        (_verb, _auxiliary) = (tags.IndexOf("VERB"), tags.IndexOf("AUX"));
        if (!file.Has(Name + ".table"))
        {
            _scripts = [];
            return;
        }

        _rows = InputTable.OpenWords(file, Name);
        _scripts = LemmaScript.ParseAll(description.Labels(Name + ".scripts"));
        for (int row = 1; row < _rows.RowCount; row++)
        {
            if (_rows.Width != NumberBytes || Script(row) is < 0 || Script(row) >= _scripts.Length)
            {
                throw new ModelException($"Row {row} of the tensor “{Name}.table” does not name one of {_scripts.Length} scripts.");
            }
        }
    }

    /// <summary>Whether a part of speech is that of verbs, auxiliaries included.</summary>
    /// <param name="tag">Its number.</param>
    public bool IsVerb(int tag) => tag == _verb || tag == _auxiliary;

    /// <summary>The lemma of a form, or null where it was not learned, or the script does not fit, and it is of no irregular verb.</summary>
    /// <param name="form">The form as it stands in the text, not empty.</param>
    /// <param name="tag">Number of its part of speech.</param>
    public string? Find(ReadOnlySpan<char> form, int tag)
    {
        const int OnStack = 256;
        int room = form.Length + 3;
        Span<char> low = room <= OnStack ? stackalloc char[OnStack] : new char[room];
        int length = FormText.Normalise(form, low);
        FormText.Lower(low[..length], low);
        return Learned(form, low[..length], tag) ?? (IsVerb(tag) ? IrregularVerbs.LemmaOf(low[..length]) : null);
    }

    private string? Learned(ReadOnlySpan<char> form, ReadOnlySpan<char> low, int tag)
    {
        if (_rows is null)
        {
            return null;
        }

        int row = _rows.Find(FormText.Hash64(_tags[tag], FormText.Hash64("\t", FormText.Hash64(low))));
        return row == 0 ? null : _scripts[Script(row)].Apply(form);
    }

    private int Script(int row) => _rows!.Row(row)[0] + (NumberBase * _rows.Row(row)[1]); // Asked for only where there are rows.
}
