namespace TalentPortal.Core.Keys;

/// <summary>One version of a key.</summary>
/// <param name="Version">1 to 65535; the highest of a purpose is the current one.</param>
/// <param name="Secret">32 random bytes.</param>
public sealed record PortalKey(int Version, byte[] Secret)
{
    /// <summary>How long a secret is, in bytes.</summary>
    public const int Length = 32;

    /// <summary>Says the version and never the secret.</summary>
    public override string ToString() => $"key {Version}";
}
