using System.Collections.Immutable;
using Parallax.Core.Accounts;

namespace Parallax.Export.Views;

/// <summary>One step of a chain, from the report outward.</summary>
/// <param name="Name">Who.</param>
/// <param name="How">How the step hands the words on ("quoted by"), empty for the report and for the last step.</param>
/// <param name="IsReport">Whether it is the report itself.</param>
internal sealed record ChainStep(string Name, string How, bool IsReport)
{
    /// <summary>Report, hops, source and root; the source stands once where it is the last hop or the root.</summary>
    public static ImmutableArray<ChainStep> Of(AccountIndex index, Statement statement)
    {
        var steps = ImmutableArray.CreateBuilder<ChainStep>();
        steps.Add(new ChainStep("Report " + index.Letter(statement.Report), "", true));
        foreach (ChainHop hop in statement.Chain)
        {
            steps.Add(new ChainStep(hop.Name, Words.Hop(hop.Relation), false));
        }

        if (statement.Source.Name.Length > 0 && !steps.Any(step => step.Name == statement.Source.Name))
        {
            steps.Add(new ChainStep(statement.Source.Name, "", false));
        }

        if (statement.Root.Kind == ActorKind.NotStated)
        {
            steps.Add(new ChainStep("not stated", "", false));
        }
        else if (statement.Root.Name is { Length: > 0 } root && !steps.Any(step => step.Name == root))
        {
            steps.Add(new ChainStep(root, "", false));
        }

        return steps.ToImmutable();
    }
}
