using Parallax.Core.Layers;

namespace Parallax.Language.Statements;

/// <summary>Brings together the attributions found by structure and those the network reads (role spans with links).</summary>
/// <remarks>
/// Where both see one cue, the network's spans are taken and the structure fills what it leaves empty; a cue that only the network sees becomes an
/// attribution of its own where source and content are there.
/// </remarks>
internal sealed class RoleMerger(CueLexicon lexicon, DependencyTree tree, Linker linker)
{
    private TokenLayer Tokens => tree.Tokens;

    /// <summary>Adds to and changes the attributions by the role spans.</summary>
    public void Apply(List<Attribution> attributions, RoleLayer roles)
    {
        List<RoleSpan> spans = [.. roles.Spans];
        for (int c = 0; c < spans.Count; c++)
        {
            if (spans[c].Role != "cue")
            {
                continue;
            }

            List<int> cue = Range(spans[c]), source = [], content = [];
            for (int i = 0; i < spans.Count; i++)
            {
                if (spans[i].Cue == c && i != c)
                {
                    (spans[i].Role == "source" ? source : content).AddRange(Range(spans[i]));
                }
            }

            source.Sort();
            content.Sort();
            Attribution? found = attributions.Find(a => a.Cue is not null && a.Cue.Tokens.Exists(cue.Contains));
            if (found is not null)
            {
                Merge(found, cue, source, content);
            }
            else if (Make(cue, source, content) is { } made)
            {
                attributions.Add(made);
            }
        }

        attributions.Sort(static (x, y) => x.Order.CompareTo(y.Order));
    }

    // Measured on PolNeAR dev: the network's spans are right more often than the structure's wherever it gives any; the structure fills what it leaves empty.
    private void Merge(Attribution found, List<int> cue, List<int> source, List<int> content)
    {
        if (found.Parent is null && found.Cue is { IsQuotedAs: false } own)
        {
            own.Tokens.Clear();
            own.Tokens.AddRange(cue.Contains(own.Head) ? cue : [.. cue, own.Head]);
            own.Tokens.Sort();
        }

        source = linker.Trim(source, found.Cue);
        content = linker.Trim(content, found.Cue);
        if (source.Count > 0)
        {
            found.Source = new Choice(source, "source.roles", found.Source.IsEmpty ? "role tags of the network" : $"role tags of the network; {found.Source.Why}");
        }

        if (content.Count > 0)
        {
            found.Content = found.Content with { Tokens = content, Why = $"role tags of the network; {found.Content.Why}" };
        }
    }

    private Attribution? Make(List<int> cue, List<int> source, List<int> content)
    {
        int head = linker.Head(cue);
        foreach (int token in cue)
        {
            if (Tokens.Tags[token] == UniversalTag.Verb)
            {
                head = token;
            }
        }

        (CueKind kind, CueEntry? entry) = Entry(head);
        if (content.Count == 0 || (source.Count == 0 && entry is null) || Tokens.Tags[head] == UniversalTag.Punct)
        {
            return null;
        }

        Cue made = new(head, cue, entry, kind, cue.Exists(i => Tokens.Lemmas[i] is "not" or "never" or "n't"), false, head);
        return new Attribution(
            made, new Choice(linker.Trim(source, made), "source.roles", "role tags of the network"), new Choice(linker.Trim(content, made), "content.roles", "role tags of the network"));
    }

    private (CueKind Kind, CueEntry? Entry) Entry(int head)
    {
        CueKind kind = Tokens.Tags[head] switch
        {
            UniversalTag.Noun => CueKind.Noun,
            UniversalTag.Adj => CueKind.Adjective,
            UniversalTag.Adv => CueKind.Adverb,
            UniversalTag.Adp => CueKind.Preposition,
            UniversalTag.Punct => CueKind.Punctuation,
            _ => CueKind.Verb,
        };
        ReadOnlySpan<CueEntry> entries = lexicon.Find(kind, Tokens.Lemmas[head]);
        return (kind, entries.Length > 0 ? entries[0] : null);
    }

    private static int Shared(List<int> one, List<int> other) => one.Count(i => other.BinarySearch(i) >= 0);

    private static List<int> Range(RoleSpan span)
    {
        List<int> tokens = [];
        for (int i = span.FirstToken; i < span.EndToken; i++)
        {
            tokens.Add(i);
        }

        return tokens;
    }
}
