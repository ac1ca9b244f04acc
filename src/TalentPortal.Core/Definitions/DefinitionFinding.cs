using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core.Definitions;

/// <summary>One thing that speaks against a definition, in a form that is kept and said in any language.</summary>
/// <param name="Code">A <see cref="DefinitionFault"/> or a <see cref="HouseFault"/>.</param>
/// <param name="Arguments">What the sentence names.</param>
/// <param name="ActivityId">The activity it is about; null for the whole definition.</param>
/// <param name="Property">The JSON property; null for the whole.</param>
public sealed record DefinitionFinding(string Code, IReadOnlyList<string> Arguments, string? ActivityId, string? Property)
{
    /// <summary>The line, where the text could not be read far enough to know more.</summary>
    public long? Line { get; init; }

    /// <summary>What the engine found.</summary>
    public static DefinitionFinding Of(DefinitionError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new DefinitionFinding(error.Fault.ToString(), error.Arguments, error.ActivityId, error.Property);
    }

    /// <summary>What the house found.</summary>
    public static DefinitionFinding Of(HouseFault fault, string? activityId, string? property, params IReadOnlyList<string> arguments) =>
        new(fault.ToString(), arguments, activityId, property);
}
