namespace TalentPortal.Core.Definitions.Moves;

/// <summary>What is to be moved where.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="From">The version that it ran on when the move was ordered.</param>
/// <param name="To">The version to which it goes.</param>
/// <param name="Targets">Activity of the newer version by place of the older one.</param>
/// <param name="Reason">Why.</param>
/// <param name="AskedBy">Who ordered it.</param>
public sealed record MoveOrder(
    string InstanceId, int From, int To, IReadOnlyDictionary<string, string> Targets, string Reason, Guid AskedBy);
