using Parallax.Core.Accounts;

namespace Parallax.Core.Layers;

/// <summary>The layers that reading a report provides, by key, in the order in which they are made.</summary>
public static class ReportLayers
{
    /// <summary>Sentences, tokens, tags, lemmas, parse.</summary>
    public static LayerKey<TokenLayer> Tokens { get; } = new("tokens");

    /// <summary>Names.</summary>
    public static LayerKey<Layer<NameMention>> Names { get; } = new("names");

    /// <summary>Attribution roles of the tokens: <c>O</c>, <c>B-source</c>, <c>I-source</c>, <c>B-cue</c>, <c>I-cue</c>, <c>B-content</c>, <c>I-content</c>.</summary>
    public static LayerKey<LabelColumn> AttributionRoles { get; } = new("attribution-roles");

    /// <summary>The attribution roles as spans with the links of the network, also those inside contents.</summary>
    public static LayerKey<RoleLayer> RoleSpans { get; } = new("role-spans");

    /// <summary>Factuality of the tokens that are predicates, -3 to 3.</summary>
    public static LayerKey<ScoreColumn> FactualityScores { get; } = new("factuality-scores");

    /// <summary>Time expressions.</summary>
    public static LayerKey<Layer<TimeExpression>> Times { get; } = new("times");

    /// <summary>Figures.</summary>
    public static LayerKey<Layer<Figure>> Figures { get; } = new("figures");

    /// <summary>The persons, bodies and things of the report with all their mentions (coreference inside the report).</summary>
    public static LayerKey<EntityLayer> Entities { get; } = new("entities");

    /// <summary>What the report attributes to somebody.</summary>
    public static LayerKey<Layer<Statement>> Statements { get; } = new("statements");

    /// <summary>Statements that may well have been misread; not in the layer of the statements, and only there while an account is made.</summary>
    public static LayerKey<Layer<Statement>> Doubtful { get; } = new("doubtful-statements");

    /// <summary>Figures that stand in a doubtful statement, so that nobody is known to have given them; only there while an account is made.</summary>
    public static LayerKey<Layer<Figure>> DoubtfulFigures { get; } = new("doubtful-figures");

    /// <summary>Who did what to whom.</summary>
    public static LayerKey<Layer<Event>> Events { get; } = new("events");
}
