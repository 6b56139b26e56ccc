using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parallax.Core;

/// <summary>Why a score, match, merge or verdict is what it is: the rule that decided, in words, the score it gave, what it stands on, and the explanations it rests on.</summary>
/// <remarks>In the account's JSON it is one string, <see cref="Text"/>; <c>parallax explain</c> shows the whole tree.</remarks>
/// <param name="Rule">Id of the rule that decided, searchable in code and docs.</param>
/// <param name="Text">One line for a reader.</param>
/// <param name="Score">The score, rounded to three decimals, or null where the rule is a plain yes or no.</param>
/// <param name="Evidence">Ids or places it stands on.</param>
/// <param name="Because">The explanations of its parts.</param>
[JsonConverter(typeof(ExplanationConverter))]
public sealed record Explanation(string Rule, string Text, double? Score, ImmutableArray<Evidence> Evidence, ImmutableArray<Explanation> Because)
{
    /// <summary>An explanation that is one rule with its words.</summary>
    public static Explanation Of(string rule, string text, double? score = null) => new(rule, text, score, [], []);

    /// <summary>The same explanation standing on further evidence.</summary>
    public Explanation On(params ReadOnlySpan<Evidence> evidence) => this with { Evidence = Evidence.AddRange(evidence) };

    /// <summary>The same explanation resting on further explanations.</summary>
    public Explanation From(params ReadOnlySpan<Explanation> because) => this with { Because = Because.AddRange(because) };
}
