using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Batches;

/// <summary>No task was chosen.</summary>
public sealed record BatchEmpty : Refusal;

/// <summary>More tasks than one batch takes.</summary>
/// <param name="Most">How many it takes.</param>
public sealed record BatchTooLarge(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>Every answer of the step needs something of this case alone: points, entries, a list of gaps, a declaration.</summary>
public sealed record NeedsOwnAnswer : Refusal;

/// <summary>The portal met a fault with this row; the others stand.</summary>
public sealed record BatchRowFailed : Refusal;
