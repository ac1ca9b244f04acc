using System.Security.Cryptography;
using System.Text;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Keyed digests by which an encrypted value is found again: HMAC-SHA-256 over algorithm, kind and normalised value, 32 bytes.
/// Without the key nobody can try numbers against it; equal values of one kind give equal digests.
/// </summary>
public sealed class BlindIndex(KeyRing ring)
{
    /// <summary>The digest to store, by the current key.</summary>
    /// <param name="kind">What the value is, such as <c>citizen-id</c>; the same digits of another kind give another digest.</param>
    /// <param name="normalisedValue">Always in one spelling: capitals, no spaces.</param>
    public byte[] Compute(string kind, string normalisedValue) => Digest(ring.Current(KeyPurpose.BlindIndex), kind, normalisedValue);

    /// <summary>The digests to look for, by the current key and every older one: rows may not be recomputed yet.</summary>
    public IReadOnlyList<byte[]> ComputeAll(string kind, string normalisedValue) =>
        [.. ring.All(KeyPurpose.BlindIndex).Select(key => Digest(key, kind, normalisedValue))];

    private static byte[] Digest(PortalKey key, string kind, string value)
    {
        byte[] content = [CryptoAlgorithm.HmacSha256, .. Encoding.UTF8.GetBytes($"{kind}\0{value}")];
        return HMACSHA256.HashData(key.Secret, content);
    }
}
