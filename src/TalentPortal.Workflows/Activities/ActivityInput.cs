using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Workflows.Activities;

/// <summary>Declares an input of an activity type.</summary>
/// <param name="Name">JSON property, camel case.</param>
/// <param name="Type">Type its value is converted to.</param>
public sealed record ActivityInput(string Name, DataType Type)
{
    /// <summary>True when a definition that leaves it unset is refused.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Value when unset; the type's own default when null.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>False when the activity evaluates the input itself, when it needs it.</summary>
    public bool IsEvaluatedAhead { get; init; } = true;
}
