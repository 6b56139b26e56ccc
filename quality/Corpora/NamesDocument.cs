using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>A gold name.</summary>
/// <param name="First">Index of its first token in the document.</param>
/// <param name="End">Index after its last.</param>
/// <param name="Label">Label of the common set (<c>PERSON</c>, <c>ORG</c>, <c>PLACE</c> …).</param>
public readonly record struct GoldName(int First, int End, string Label);

/// <summary>One document of a names corpus: its words joined by spaces, with the gold names. Where the file tells no documents, each sentence is one.</summary>
/// <param name="Text">The words, joined by spaces; sentences by line breaks.</param>
/// <param name="Sentences">Sentences.</param>
/// <param name="Starts">First code unit of each token.</param>
/// <param name="Ends">First code unit after each token.</param>
/// <param name="Names">Gold names in the labels of the common set.</param>
/// <param name="Covers">The labels the corpus covers; outside them nothing can be said.</param>
public sealed record NamesDocument(
    SourceText Text, ImmutableArray<Sentence> Sentences, int[] Starts, int[] Ends, ImmutableArray<GoldName> Names, ImmutableHashSet<string> Covers)
{
    /// <summary>The documents of a file of <c>ner/</c>, one at a time.</summary>
    public static IEnumerable<NamesDocument> Read(IEnumerable<string> lines)
    {
        ImmutableHashSet<string> covers = [];
        List<List<(string Form, string Tag)>> sentences = [];
        List<(string Form, string Tag)> sentence = [];
        bool hasDocuments = false;
        foreach (string line in lines.Append("# newdoc"))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                if (line.StartsWith("# covers = ", StringComparison.Ordinal))
                {
                    covers = [.. line["# covers = ".Length..].Split(' ').Where(static w => w.All(static c => char.IsAsciiLetterUpper(c)))];
                }

                bool isNew = line.StartsWith("# newdoc", StringComparison.Ordinal);
                hasDocuments |= line.StartsWith("# newdoc id", StringComparison.Ordinal);
                if (isNew)
                {
                    Close(sentences, ref sentence);
                    if (sentences.Count > 0)
                    {
                        yield return Build(sentences, covers);
                        sentences = [];
                    }
                }
            }
            else if (line.Length > 0)
            {
                string[] columns = line.Split('\t');
                sentence.Add((columns[0], columns[1]));
            }
            else
            {
                Close(sentences, ref sentence);
                if (!hasDocuments && sentences.Count > 0)
                {
                    yield return Build(sentences, covers);
                    sentences = [];
                }
            }
        }
    }

    private static void Close(List<List<(string Form, string Tag)>> sentences, ref List<(string Form, string Tag)> sentence)
    {
        if (sentence.Count > 0)
        {
            sentences.Add(sentence);
            sentence = [];
        }
    }

    private static NamesDocument Build(List<List<(string Form, string Tag)>> sentences, ImmutableHashSet<string> covers)
    {
        System.Text.StringBuilder text = new();
        List<Sentence> built = [];
        List<int> starts = [], ends = [];
        List<GoldName> names = [];
        foreach (List<(string Form, string Tag)> sentence in sentences)
        {
            int first = starts.Count;
            foreach ((string form, string tag) in sentence)
            {
                text.Append(text.Length == 0 ? string.Empty : starts.Count == first ? "\n" : " ");
                starts.Add(text.Length);
                text.Append(form);
                ends.Add(text.Length);
                if (tag.StartsWith("B-", StringComparison.Ordinal))
                {
                    names.Add(new GoldName(starts.Count - 1, starts.Count, tag[2..]));
                }
                else if (tag.StartsWith("I-", StringComparison.Ordinal) && names.Count > 0)
                {
                    names[^1] = names[^1] with { End = starts.Count };
                }
            }

            built.Add(new Sentence(TextSpan.FromBounds(starts[first], ends[^1]), first, sentence.Count, 0, TextPart.Body));
        }

        return new NamesDocument(new SourceText(text.ToString()), [.. built], [.. starts], [.. ends], [.. names], covers);
    }
}
