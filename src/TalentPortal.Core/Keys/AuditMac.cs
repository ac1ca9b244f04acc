using System.Security.Cryptography;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Chains the events of one audit stream: each digest covers the one before, so that none can be changed, dropped or inserted
/// without the key.
/// </summary>
public sealed class AuditMac(KeyRing ring)
{
    /// <summary>The head of a stream without events.</summary>
    public static byte[] Start => [];

    /// <summary>The version to store beside what <see cref="Next"/> gives.</summary>
    public int KeyVersion => ring.Current(KeyPurpose.AuditMac).Version;

    /// <summary>The digest of an event, by the current key: the new head of its stream.</summary>
    /// <param name="head">The digest of the event before, or <see cref="Start"/>.</param>
    /// <param name="content">The event in its one canonical spelling, with its stream and place in it.</param>
    public byte[] Next(byte[] head, byte[] content) => KeyedMac.Compute(ring.Current(KeyPurpose.AuditMac), Join(head, content));

    /// <summary>Whether a digest is the right one.</summary>
    /// <exception cref="CryptographicException">The key of that version is not on the ring.</exception>
    public bool Verify(byte[] head, byte[] content, int keyVersion, byte[] mac) =>
        KeyedMac.Verify(ring.Find(KeyPurpose.AuditMac, keyVersion), Join(head, content), mac);

    /// <summary>The head's length stands first, or bytes could be moved between head and content.</summary>
    private static byte[] Join(byte[] head, byte[] content) => [(byte)head.Length, .. head, .. content];
}
