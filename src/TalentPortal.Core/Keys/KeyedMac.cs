using System.Security.Cryptography;

namespace TalentPortal.Core.Keys;

/// <summary>
/// A keyed digest that says how it was made: algorithm (1 byte), then HMAC-SHA-256 (32). The key's version is kept beside it.
/// </summary>
internal static class KeyedMac
{
    public static byte[] Compute(PortalKey key, ReadOnlySpan<byte> data) =>
        [CryptoAlgorithm.HmacSha256, .. HMACSHA256.HashData(key.Secret, data)];

    public static bool Verify(PortalKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> mac) =>
        CryptographicOperations.FixedTimeEquals(Compute(key, data), mac);
}
