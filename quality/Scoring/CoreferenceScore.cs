namespace Parallax.Quality.Scoring;

/// <summary>The coreference measures of CoNLL-2012 (MUC, B-cubed, CEAF-e) over documents, with mentions matched exactly. Their mean is the CoNLL F1.</summary>
public sealed class CoreferenceScore
{
    private readonly Sums _muc = new(), _bCubed = new(), _ceaf = new(), _mentions = new();

    /// <summary>F1 of MUC, 0–1.</summary>
    public double Muc => _muc.F1;

    /// <summary>F1 of B-cubed, 0–1.</summary>
    public double BCubed => _bCubed.F1;

    /// <summary>F1 of entity CEAF (phi 4), 0–1.</summary>
    public double CeafE => _ceaf.F1;

    /// <summary>F1 of the mentions in chains of two or more, 0–1.</summary>
    public double Mentions => _mentions.F1;

    /// <summary>Mean of the three, 0–1.</summary>
    public double ConllF1 => (Muc + BCubed + CeafE) / 3;

    /// <summary>Number of gold mentions.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a document. A mention is any value that equals itself in both; chains of one mention are left out on both sides, as CoNLL does, unless they are asked for, as with ECB+.</summary>
    public void Add<T>(IEnumerable<IReadOnlyCollection<T>> gold, IEnumerable<IReadOnlyCollection<T>> predicted, bool singletons = false)
        where T : notnull
    {
        List<HashSet<T>> key = [.. gold.Where(c => singletons || c.Count > 1).Select(static c => c.ToHashSet())];
        List<HashSet<T>> response = [.. predicted.Where(c => singletons || c.Count > 1).Select(static c => c.ToHashSet())];
        Dictionary<T, int> keyOf = Index(key), responseOf = Index(response);
        Count += keyOf.Count;
        int common = keyOf.Keys.Count(responseOf.ContainsKey);
        _mentions.Add(common, keyOf.Count, common, responseOf.Count);
        (double r, double rAll) = MucOf(key, responseOf);
        (double p, double pAll) = MucOf(response, keyOf);
        _muc.Add(r, rAll, p, pAll);
        _bCubed.Add(BCubedOf(key, response, responseOf), keyOf.Count, BCubedOf(response, key, keyOf), responseOf.Count);
        double similar = Ceaf(key, response);
        _ceaf.Add(similar, key.Count, similar, response.Count);
    }

    private static Dictionary<T, int> Index<T>(List<HashSet<T>> chains)
        where T : notnull
    {
        Dictionary<T, int> index = [];
        for (int i = 0; i < chains.Count; i++)
        {
            foreach (T mention in chains[i])
            {
                index[mention] = i;
            }
        }

        return index;
    }

    private static (double Found, double All) MucOf<T>(List<HashSet<T>> chains, Dictionary<T, int> other)
        where T : notnull
    {
        double found = 0, all = 0;
        foreach (HashSet<T> chain in chains)
        {
            int parts = chain.Count(m => !other.ContainsKey(m)) + chain.Where(other.ContainsKey).Select(m => other[m]).Distinct().Count();
            found += chain.Count - parts;
            all += chain.Count - 1;
        }

        return (found, all);
    }

    private static double BCubedOf<T>(List<HashSet<T>> chains, List<HashSet<T>> others, Dictionary<T, int> otherOf)
        where T : notnull
    {
        double sum = 0;
        foreach (HashSet<T> chain in chains)
        {
            foreach (IGrouping<int, T> part in chain.Where(otherOf.ContainsKey).GroupBy(m => otherOf[m]))
            {
                int shared = part.Count(m => others[part.Key].Contains(m));
                sum += (double)shared * shared / chain.Count;
            }
        }

        return sum;
    }

    private static double Ceaf<T>(List<HashSet<T>> key, List<HashSet<T>> response)
        where T : notnull
    {
        double[,] similar = new double[key.Count, response.Count];
        for (int i = 0; i < key.Count; i++)
        {
            for (int j = 0; j < response.Count; j++)
            {
                int shared = key[i].Count(response[j].Contains);
                similar[i, j] = 2.0 * shared / (key[i].Count + response[j].Count);
            }
        }

        return Assignment.Best(similar);
    }

    private sealed class Sums
    {
        private double _recallFound, _recallAll, _precisionFound, _precisionAll;

        public double F1
        {
            get
            {
                double r = _recallAll == 0 ? 0 : _recallFound / _recallAll, p = _precisionAll == 0 ? 0 : _precisionFound / _precisionAll;
                return p + r == 0 ? 0 : 2 * p * r / (p + r);
            }
        }

        public void Add(double recallFound, double recallAll, double precisionFound, double precisionAll)
        {
            _recallFound += recallFound;
            _recallAll += recallAll;
            _precisionFound += precisionFound;
            _precisionAll += precisionAll;
        }
    }
}
