namespace TalentPortal.Workflows.Definitions.Reading;

/// <summary>Names as Elsa makes them: of the activity type of a workflow, of the functions that a script calls.</summary>
internal static class PascalCase
{
    /// <summary>Each word with a capital, without blanks, hyphens and underscores between them.</summary>
    public static string Of(string name) => string.Concat(
        name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(Capital));

    /// <summary>The name with a capital at its beginning and nothing else changed.</summary>
    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>True when a script may mean the name, in either form.</summary>
    public static bool IsMeant(string name, ReadOnlySpan<char> written) =>
        written.SequenceEqual(Capital(name)) || written.SequenceEqual(Of(name));
}
