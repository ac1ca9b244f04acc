namespace TalentPortal.Web.Presentation.Lists;

/// <summary>One column of a list, whatever its rows are.</summary>
/// <param name="Key">What it is called in the database and in forms; never shown.</param>
/// <param name="TextKey">Its head.</param>
internal abstract record ListColumn(string Key, string TextKey)
{
    /// <summary>Whether it cannot be left out: it leads to what the row is about.</summary>
    public bool IsFixed { get; init; }

    /// <summary>Whether it is shown to who has not chosen.</summary>
    public bool IsDefault { get; init; } = true;

    /// <summary>Whether it names people, be it masked.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>Whether the list can be ordered by it.</summary>
    public bool IsSortable { get; init; }

    /// <summary>Its width in a sheet, in characters.</summary>
    public double Width { get; init; } = 16;
}
