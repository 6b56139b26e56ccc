using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Core.Reports;
using Parallax.Core.Text;

namespace Parallax.Quality.Corpora;

/// <summary>One document of a treebank: its raw text as a report, its gold layer, and the columns that the core vocabulary has no place for.</summary>
public sealed record ConlluDocument
{
    /// <summary>The document's id (<c># newdoc id</c>), or its number where the file has none.</summary>
    public required string Id { get; init; }

    /// <summary>The raw text, one block a paragraph; the publication date is set where the file states one.</summary>
    public required Report Report { get; init; }

    /// <summary>Gold sentences, words, tags, features, lemmas and heads.</summary>
    public required TokenLayer Tokens { get; init; }

    /// <summary>Surface tokens in text order ("don't" is one surface token of two words).</summary>
    public required ImmutableArray<TextSpan> Surface { get; init; }

    /// <summary>For each word, the index of its surface token.</summary>
    public required ImmutableArray<int> SurfaceOf { get; init; }

    /// <summary>For each word, its form as column 2 gives it (differs from the text only where a multi-word token is not a character split).</summary>
    public required ImmutableArray<string> Forms { get; init; }

    /// <summary>For each word, column 5 (language-specific tag).</summary>
    public required ImmutableArray<string> LanguageTags { get; init; }

    /// <summary>For each word, column 10 as it stands; <c>_</c> where empty. Marks of a multi-word token's own line are not here.</summary>
    public required ImmutableArray<string> Misc { get; init; }

    /// <summary>For each sentence, its comment lines with the leading <c># </c> removed.</summary>
    public required ImmutableArray<ImmutableArray<string>> Comments { get; init; }

    /// <summary>The document as an annotated report that has the gold token layer and nothing else.</summary>
    public AnnotatedReport Gold() => new AnnotatedReport(Report).With(ReportLayers.Tokens, Tokens);

    /// <summary>The value of the first comment <c>key = value</c> of a sentence, or null.</summary>
    public string? Comment(int sentence, string key)
    {
        foreach (string comment in Comments[sentence])
        {
            if (comment.StartsWith(key, StringComparison.Ordinal) && comment.AsSpan(key.Length).StartsWith(" = "))
            {
                return comment[(key.Length + 3)..];
            }
        }

        return null;
    }
}
