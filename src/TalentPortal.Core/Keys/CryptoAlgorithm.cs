namespace TalentPortal.Core.Keys;

/// <summary>
/// The first byte of everything encrypted or signed: how it was made. A value once given is never given again; SM4 and SM3
/// (GB/T 32907, GB/T 32905) take numbers of their own beside these when a deployment needs them.
/// </summary>
internal static class CryptoAlgorithm
{
    /// <summary>AES with a 256-bit key in Galois/counter mode, nonce 96 and tag 128 bits (NIST SP 800-38D).</summary>
    public const byte Aes256Gcm = 1;

    /// <summary>HMAC with SHA-256 (RFC 2104, FIPS 180-4).</summary>
    public const byte HmacSha256 = 2;
}
