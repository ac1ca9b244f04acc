using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Signals;

/// <summary>There is no such signal, or the account may not see it.</summary>
public sealed record SignalUnknown : Refusal;

/// <summary>A remark is missing or too long.</summary>
/// <param name="Longest">Most characters.</param>
public sealed record SignalRemarkMissing(int Longest) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Longest];
}
