using System.Collections.Immutable;
using Parallax.Core.Layers;
using Parallax.Language.Names;
using Parallax.Language.Pipeline;
using Parallax.Language.Tokens;

namespace Parallax.Language.Neural;

/// <summary>The first step of reading: sentences and tokens by <see cref="Tokenizer"/>, and in one pass all that the network gives.</summary>
public sealed class NetworkAnnotator(NeuralReader reader, string modelVersion) : IAnnotator
{
    /// <inheritdoc/>
    public string Name => "network";

    /// <inheritdoc/>
    public string Version { get; } = $"9/{Tokenizer.Version}/{modelVersion}";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } =
    [
        ReportLayers.Tokens.Name, ReportLayers.Names.Name, ReportLayers.AttributionRoles.Name, ReportLayers.RoleSpans.Name, ReportLayers.FactualityScores.Name,
    ];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        TokenizedText tokens = Tokenizer.Read(report.Report.Text, report.Report.Blocks);
        NeuralReading reading = reader.Read(report.Report.Text, tokens.Sentences, tokens.Starts, tokens.Ends);
        Layer<NameMention> read = NameRefiner.English.Refine(reading.Tokens, Names(reading));
        (TokenLayer words, Layer<NameMention> names) = ProvenForms.Mend(report.Report, reading.Tokens, read);
        return report
            .With(ReportLayers.Tokens, words)
            .With(ReportLayers.Names, ReferenceEquals(words, reading.Tokens) ? read : NameRefiner.English.Refine(words, names))
            .With(ReportLayers.AttributionRoles, reading.RoleTags)
            .With(ReportLayers.RoleSpans, reading.Roles)
            .With(ReportLayers.FactualityScores, reading.Factuality);
    }

    /// <summary>The names of a reading; labels that are no names (dates) are left out. Places are not told more exactly.</summary>
    public static Layer<NameMention> Names(NeuralReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        NameKind?[] kinds = [.. reading.NameTags.Labels.Select(static tag => tag.Length > 2 ? KindOf(tag[2..]) : null)];
        ImmutableArray<byte> tags = reading.NameTags.Values;
        List<NameMention> names = [];
        for (int first = 0; first < tags.Length;)
        {
            int end = first + 1;
            if (kinds[tags[first]] is { } kind)
            {
                while (end < tags.Length && IsInside(reading.NameTags.Labels, tags[end]) && kinds[tags[end]] == kind
                    && reading.Tokens.SentenceOf(end) == reading.Tokens.SentenceOf(first))
                {
                    end++;
                }

                if (kind != NameKind.Product || IsWrittenAsName(reading.Tokens, first, end))
                {
                    names.Add(new NameMention(reading.Tokens.Span(first, end), first, end - first, kind));
                }
            }

            first = end;
        }

        return new Layer<NameMention>(names);
    }

    private static bool IsInside(ImmutableArray<string> labels, byte tag) => labels[tag].StartsWith("I-", StringComparison.Ordinal);

    // Few of the corpora mark weapons and products, so that the network is free to see them in any words; a name of one has a capital or a digit in every other word.
    private static bool IsWrittenAsName(TokenLayer tokens, int first, int end)
    {
        int written = 0;
        for (int t = first; t < end; t++)
        {
            ReadOnlySpan<char> form = tokens.Form(t);
            written += tokens.Tags[t] is not (UniversalTag.Verb or UniversalTag.Aux or UniversalTag.Det or UniversalTag.Adp) && (char.IsUpper(form[0]) || form.ContainsAnyInRange('0', '9')) ? 1 : 0;
        }

        return written * 2 > end - first;
    }

    private static NameKind? KindOf(string label) => label switch
    {
        "PERSON" => NameKind.Person,
        "ORG" => NameKind.Organization,
        "PLACE" => NameKind.Place,
        "NORP" => NameKind.Norp,
        "EVENT" => NameKind.Event,
        "PRODUCT" or "WEAPON" => NameKind.Product,
        "DATE" => null,
        _ => NameKind.Other,
    };
}
