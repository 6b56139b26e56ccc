using Parallax.Core.Accounts;
using Parallax.Core.Layers;
using Parallax.Language.Coreference.Mentions;
using Parallax.Language.Coreference.NameLinks;
using Parallax.Language.Coreference.Nominals;
using Parallax.Language.Coreference.PronounLinks;
using Parallax.Language.Coreference.Ranking;
using Parallax.Language.Pipeline;
using Parallax.Language.Syntax;

namespace Parallax.Language.Coreference;

/// <summary>Finds the persons, bodies, places and things of a report and all places where it speaks of them (coreference inside the report).</summary>
/// <remarks>
/// Names, apposition and quotation structure join by rule; every other noun phrase and pronoun is given its best antecedent, or none, by a log-linear model
/// over categories of words, roles and distances; "he" and "she" by small networks over how the candidates stand in the text. See docs/spec/coreference.md. Thread-safe.
/// </remarks>
public sealed class CoreferenceAnnotator : IAnnotator
{
    private readonly MentionLexicon _lexicon = MentionLexicon.Instance;
    private readonly ICountryLookup _countries = CountryLookup.Instance;
    private readonly AntecedentModel? _model;
    private readonly PersonPronounModel? _persons;

    /// <summary>Loads the word lists and the model.</summary>
    /// <exception cref="InvalidOperationException">A data file is missing from the assembly or is not what the program expects.</exception>
    public CoreferenceAnnotator()
        : this(AntecedentModel.Load(), PersonPronounModel.Load())
    {
    }

    internal CoreferenceAnnotator(AntecedentModel? model, PersonPronounModel? persons) => (_model, _persons) = (model, persons);

    /// <inheritdoc/>
    public string Name => "coreference";

    /// <inheritdoc/>
    public string Version => "17";

    /// <inheritdoc/>
    public IReadOnlyList<string> Requires { get; } = [ReportLayers.Tokens.Name, ReportLayers.Names.Name];

    /// <inheritdoc/>
    public IReadOnlyList<string> Provides { get; } = [ReportLayers.Entities.Name];

    /// <inheritdoc/>
    public AnnotatedReport Annotate(AnnotatedReport report)
    {
        SyntaxTree tree = new(report.Tokens);
        MentionClusters clusters = Resolve(tree, report.Names);
        return report.With(ReportLayers.Entities, new EntityBuilder(_lexicon).Build(report.Report, report.Tokens, clusters));
    }

    /// <summary>The mentions with all joins; scored and trained on as they stand.</summary>
    internal MentionClusters Resolve(SyntaxTree tree, IReadOnlyList<NameMention> names)
    {
        MentionClusters clusters = ByRules(tree, names);
        if (_model is not null)
        {
            new AntecedentRanker(_model, new PersonPronounRanker(_persons)).Resolve(tree, clusters);
            new SpeakerResolver(tree, clusters).Plural();
        }

        PersonNouns.Resolve(tree, clusters);
        Protagonist.Resolve(tree, clusters);
        return clusters;
    }

    /// <summary>The mentions with the joins that names and structure make.</summary>
    internal MentionClusters ByRules(SyntaxTree tree, IReadOnlyList<NameMention> names)
    {
        int[] quotes = QuotationMarks.Number(tree.Tokens);
        ICountryLookup countries = StatesOfOneName.In(_countries, tree.Tokens, names);
        MentionClusters clusters = new(new MentionFinder(_lexicon, countries).Find(tree, names, quotes), quotes);
        new NameResolver(_lexicon, countries).Resolve(tree, clusters);
        new StructureResolver(_lexicon).Resolve(tree, clusters);
        new SpeakerResolver(tree, clusters).Singular();
        Accused.Resolve(tree, clusters);
        RoleResolver.Resolve(tree, clusters);
        BareBodies.Resolve(clusters);
        return clusters;
    }
}
