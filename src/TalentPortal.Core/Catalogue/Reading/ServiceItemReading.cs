using System.Diagnostics.CodeAnalysis;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>What came out of reading a file: either the item, or every error found in it.</summary>
/// <param name="Item">The item; null when there are errors.</param>
/// <param name="Errors">The errors in the order of the file; empty when there is an item.</param>
public sealed record ServiceItemReading(ServiceItem? Item, IReadOnlyList<SeedProblem> Errors)
{
    /// <summary>Whether there is an item.</summary>
    [MemberNotNullWhen(true, nameof(Item))]
    public bool Succeeded => Item is not null;
}
