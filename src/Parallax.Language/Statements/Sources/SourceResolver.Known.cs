namespace Parallax.Language.Statements.Sources;

/// <summary>What has been resolved is remembered: a source is asked for by its statement, by its chain and by those that hang on it.</summary>
internal sealed partial class SourceResolver
{
    // By the list that stands for the phrase; null while attributions change.
    private Dictionary<List<int>, Resolved>? _known;

    /// <summary>To be called once neither attributions nor their sources change any more: the same list is then resolved only once.</summary>
    public void Remember() => _known = [];

    /// <summary>Who a phrase is.</summary>
    public Resolved Resolve(List<int> phrase)
    {
        if (_known is null)
        {
            return Read(phrase);
        }

        if (!_known.TryGetValue(phrase, out Resolved? resolved))
        {
            resolved = Read(phrase);
            _known.Add(phrase, resolved);
        }

        return resolved;
    }
}
