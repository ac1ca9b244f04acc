using System.Security.Cryptography;

namespace TalentPortal.Core.Keys;

/// <summary>Signs what is kept outside the database, such as the audit's hourly root, with the key for signatures.</summary>
public sealed class Signer(KeyRing ring)
{
    /// <summary>The version to keep beside what <see cref="Sign"/> gives.</summary>
    public int KeyVersion => ring.Current(KeyPurpose.Signatures).Version;

    /// <summary>The signature by the current key.</summary>
    public byte[] Sign(byte[] content) => KeyedMac.Compute(ring.Current(KeyPurpose.Signatures), content);

    /// <summary>Whether a signature is the right one.</summary>
    /// <exception cref="CryptographicException">The key of that version is not on the ring.</exception>
    public bool Verify(byte[] content, int keyVersion, byte[] signature) =>
        KeyedMac.Verify(ring.Find(KeyPurpose.Signatures, keyVersion), content, signature);
}
