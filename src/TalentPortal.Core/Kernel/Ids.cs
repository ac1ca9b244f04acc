namespace TalentPortal.Core.Kernel;

/// <summary>Keys of rows.</summary>
public static class Ids
{
    /// <summary>
    /// A new UUID version 7. It takes the machine's clock and not the portal's, because it only orders index pages:
    /// nothing may read a time from it.
    /// </summary>
    public static Guid New() => Guid.CreateVersion7();
}
