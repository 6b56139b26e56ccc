namespace Parallax.Application.Decisions;

/// <summary>What came of deciding.</summary>
/// <param name="Number">Number of the decision kept, or null where none was.</param>
/// <param name="Message">What was decided, or why nothing was and what to do.</param>
public sealed record DecisionOutcome(int? Number, string Message);
