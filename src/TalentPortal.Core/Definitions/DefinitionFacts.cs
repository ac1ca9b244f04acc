namespace TalentPortal.Core.Definitions;

/// <summary>What the audit notes about a version.</summary>
internal static class DefinitionFacts
{
    public static Dictionary<string, object?> Of(string definitionId, int version, params ReadOnlySpan<(string Name, object? Value)> more)
    {
        var facts = new Dictionary<string, object?>(StringComparer.Ordinal) { ["definition"] = definitionId, ["version"] = version };
        foreach (var (name, value) in more) facts[name] = value;
        return facts;
    }
}
