using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.TalentCards.Statements;

/// <summary>There is no such statement of the account's venues.</summary>
public sealed record StatementUnknown : Refusal;

/// <summary>The statement was answered already.</summary>
/// <param name="Status">Where it stands.</param>
public sealed record StatementNotOpen(StatementStatus Status) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Status];
}

/// <summary>The days to object are over.</summary>
/// <param name="Last">The last one.</param>
public sealed record StatementTooLate(DateOnly Last) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Last];
}

/// <summary>A reason is missing or too long.</summary>
/// <param name="Longest">Most characters.</param>
public sealed record StatementReasonMissing(int Longest) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Longest];
}

/// <summary>One of the uses named does not stand on the statement.</summary>
public sealed record StatementUseUnknown : Refusal;

/// <summary>Drawn anew, the statement would be the same: what is wrong has to be put right first.</summary>
public sealed record StatementUnchanged : Refusal;

/// <summary>Nobody answers the own objection.</summary>
public sealed record StatementObjectionOwn : Refusal;
