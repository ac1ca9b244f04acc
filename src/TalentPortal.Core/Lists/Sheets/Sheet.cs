namespace TalentPortal.Core.Lists.Sheets;

/// <summary>A table that leaves the portal.</summary>
public sealed record Sheet
{
    /// <summary>What it is called: the sheet's tab and the head of each printed page.</summary>
    public required string Title { get; init; }

    /// <summary>Who took it out, when and what for: the first line, and the foot of each printed page.</summary>
    public required string Mark { get; init; }

    /// <summary>A second line: what it was narrowed to, and how to treat it.</summary>
    public required string Note { get; init; }

    /// <summary>The columns.</summary>
    public required IReadOnlyList<SheetColumn> Columns { get; init; }

    /// <summary>
    /// A value for each column: a whole number, a <see cref="decimal"/>, a <see cref="DateOnly"/> and a local <see cref="DateTime"/>
    /// keep their type, null stays empty, everything else is text.
    /// </summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
}
