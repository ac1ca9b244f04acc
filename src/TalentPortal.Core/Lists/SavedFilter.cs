namespace TalentPortal.Core.Lists;

/// <summary>A filter of a list that an account kept under a name.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">What its owner calls it; 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Values">The values of the page's fields by their names.</param>
public sealed record SavedFilter(Guid Id, string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 40;

    /// <summary>Most filters that one account keeps of one list.</summary>
    public const int MostOfOneList = 20;

    /// <summary>Whether it asks for the same as these values.</summary>
    public bool Matches(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Values.Count == values.Count && Values.All(one => values.TryGetValue(one.Key, out var other) && other == one.Value);
    }
}
