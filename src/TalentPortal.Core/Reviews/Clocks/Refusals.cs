using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Clocks;

/// <summary>No promised time runs for the case: it is not accepted yet, or over.</summary>
public sealed record NothingToExtend : Refusal;

/// <summary>The last day is over: more time is asked for and given before.</summary>
/// <param name="DueOn">The last day.</param>
public sealed record ExtensionTooLate(DateOnly DueOn) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [DueOn];
}

/// <summary>More time was asked for before; that is possible once for a case.</summary>
public sealed record ExtensionAskedAlready : Refusal;

/// <summary>Nobody asked for more time.</summary>
public sealed record ExtensionNotAsked : Refusal;

/// <summary>The request was decided before.</summary>
public sealed record ExtensionDecidedAlready : Refusal;

/// <summary>Nobody approves or refuses what he asked for himself.</summary>
public sealed record ExtensionAskedByOneself : Refusal;
