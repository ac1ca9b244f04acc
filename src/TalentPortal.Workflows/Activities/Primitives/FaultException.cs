namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>A definition raised a fault on purpose.</summary>
internal sealed class FaultException(string message) : Exception(message);
