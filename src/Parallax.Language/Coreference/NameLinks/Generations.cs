using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference.NameLinks;

/// <summary>Which bearer of a name that runs in a family a report means: "Karim Hadi Jr.", "Karim Jr." and "the younger Mr. Hadi" are one.</summary>
internal sealed class Generations
{
    // Names by index that "younger" stands before, a title between them apart.
    private readonly HashSet<int> _younger = [];

    /// <summary>Finds whom "the younger" calls by the surname.</summary>
    public void Read(SyntaxTree tree, List<MentionCandidate> names)
    {
        foreach (MentionCandidate name in names)
        {
            int before = name.NameFirst - 1;
            before -= before > 0 && MentionLexicon.Instance.IsTitle(tree.Tokens.Form(before).ToString().ToLowerInvariant(), out _) ? 1 : 0;
            if (before >= 0 && name.Class == NounClass.Person && tree.Tokens.SentenceOf(before) == name.Sentence && BodyWords.Is("younger", tree.Tokens.Form(before).ToString().ToLowerInvariant()))
            {
                _younger.Add(name.Index);
            }
        }
    }

    /// <summary>The name with the generation that the words before it tell.</summary>
    public string Told(MentionCandidate name) => _younger.Contains(name.Index) ? name.Name + " Jr." : name.Name;

    /// <summary>Joins the parts of a name with the whole one of their generation where they were joined with nobody else.</summary>
    public void Join(MentionClusters clusters, List<MentionCandidate> names, Dictionary<int, string[]> keys, Func<MentionCandidate, MentionCandidate, bool> conflict)
    {
        foreach (MentionCandidate whole in names.Where(n => n.Class == NounClass.Person && keys[n.Index].Length > 1 && PersonName.Generation(n.Name).Length > 0))
        {
            foreach (MentionCandidate part in names.Where(n => n.Class == NounClass.Person && keys[n.Index].Length == 1 && PersonName.Generation(Told(n)) == PersonName.Generation(whole.Name)))
            {
                if (!clusters.Together(whole.Index, part.Index) && PersonName.Compatible(keys[whole.Index], keys[part.Index]) && !conflict(whole, part))
                {
                    clusters.Join(whole.Index, part.Index, "coref.name.part", $"“{part.Name}” and “{whole.Name}”: one name of one generation");
                }
            }
        }
    }
}
