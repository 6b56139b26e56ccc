using System.Collections.Immutable;
using Parallax.Core.Findings;
using Parallax.Core.Reports;

namespace Parallax.Intake;

/// <summary>What came of one input.</summary>
/// <param name="Reports">The reports in it, in the order received; empty where it could not be read.</param>
/// <param name="Findings">Problems that concern the input as a whole; those of a report stand in the report.</param>
public sealed record IntakeResult(ImmutableArray<Report> Reports, ImmutableArray<Finding> Findings)
{
    /// <summary>An input that could not be read.</summary>
    public static IntakeResult Refused(Finding finding) => new([], [finding]);
}
