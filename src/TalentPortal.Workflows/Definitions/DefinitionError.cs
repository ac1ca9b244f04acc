namespace TalentPortal.Workflows.Definitions;

/// <summary>One thing wrong with a definition, precise enough to show beside the file.</summary>
/// <param name="File">Name of the file the definition was read from.</param>
/// <param name="ActivityId">Activity the error belongs to, or null when it concerns the whole definition.</param>
/// <param name="Property">JSON property the error belongs to, or null.</param>
/// <param name="Message">What is wrong, in English, one sentence.</param>
public sealed record DefinitionError(string File, string? ActivityId, string? Property, string Message)
{
    /// <summary>What is wrong, for other languages.</summary>
    public required DefinitionFault Fault { get; init; }

    /// <summary>What the sentence names: types, ids, values as the file has them.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>An error with its English sentence.</summary>
    public static DefinitionError Of(
        string file, string? activityId, string? property, DefinitionFault fault, params IReadOnlyList<string> arguments) =>
        new(file, activityId, property, FaultTexts.Of(fault, arguments)) { Fault = fault, Arguments = arguments };

    /// <inheritdoc />
    public override string ToString()
    {
        var activity = ActivityId is null ? "" : $", activity '{ActivityId}'";
        var property = Property is null ? "" : $", property '{Property}'";
        return $"{File}{activity}{property}: {Message}";
    }
}
