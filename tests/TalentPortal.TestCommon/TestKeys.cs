using System.Text.Json;
using TalentPortal.Core.Keys;

namespace TalentPortal.TestCommon;

/// <summary>Rings with known secrets: version n of a purpose is 32 bytes of its own. All tests share them, as they share templates.</summary>
public static class TestKeys
{
    /// <summary>For the setting <c>Portal:Keys</c>: the same keys as <see cref="Ring"/> with one version.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(
        new (string Name, KeyPurpose Purpose)[]
        {
            ("fields-1", KeyPurpose.Fields),
            ("blind-index-1", KeyPurpose.BlindIndex),
            ("audit-mac-1", KeyPurpose.AuditMac),
            ("signatures-1", KeyPurpose.Signatures),
        }.ToDictionary(key => key.Name, key => Convert.ToBase64String(Key(key.Purpose, 1).Secret)));

    /// <summary>A ring with versions 1 to n of every purpose.</summary>
    public static KeyRing Ring(int versions = 1) => new(
        from purpose in Enum.GetValues<KeyPurpose>()
        from version in Enumerable.Range(1, versions)
        select (purpose, Key(purpose, version)));

    /// <summary>One key.</summary>
    public static PortalKey Key(KeyPurpose purpose, int version) =>
        new(version, [.. Enumerable.Repeat((byte)((10 * (int)purpose) + version), PortalKey.Length)]);
}
