using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Signs what others verify without asking the portal: ECDSA on the curve P-256 with SHA-256 (FIPS 186-5), which browsers verify too. The
/// pair is derived from the key for signatures (HKDF, RFC 5869), one for each use: what is signed for one never passes for another.
/// </summary>
/// <param name="ring">The portal's keys.</param>
/// <param name="use">What the pair is for, for example "card-codes".</param>
public sealed class PublicSigner(KeyRing ring, string use)
{
    /// <summary>How long a signature is, in bytes (r and s).</summary>
    public const int SignatureLength = 64;

    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<int, ECParameters> pairs = new();

    /// <summary>The version to keep beside what <see cref="Sign"/> gives.</summary>
    public int KeyVersion => ring.Current(KeyPurpose.Signatures).Version;

    /// <summary>The signature by the current pair.</summary>
    public byte[] Sign(ReadOnlySpan<byte> content)
    {
        using var key = ECDsa.Create(PairOf(KeyVersion));
        return key.SignData(content, HashAlgorithmName.SHA256);
    }

    /// <summary>Whether a signature is the right one; a version that is not on the ring signs nothing.</summary>
    public bool Verify(ReadOnlySpan<byte> content, int keyVersion, ReadOnlySpan<byte> signature)
    {
        if (ring.All(KeyPurpose.Signatures).All(key => key.Version != keyVersion)) return false;
        using var key = ECDsa.Create(PairOf(keyVersion) with { D = null });
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>The public halves of all pairs, by version: the coordinates of a point, 32 bytes each.</summary>
    public IReadOnlyDictionary<int, ECPoint> PublicKeys() =>
        ring.All(KeyPurpose.Signatures).ToDictionary(key => key.Version, key => PairOf(key.Version).Q);

    private ECParameters PairOf(int version) => pairs.GetOrAdd(version, wanted => Derive(ring.Find(KeyPurpose.Signatures, wanted)));

    /// <summary>48 bytes modulo the order: 128 bits more than needed leave no bias (FIPS 186-5, A.2.1).</summary>
    private ECParameters Derive(PortalKey key)
    {
        var bytes =
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, 48, info: System.Text.Encoding.ASCII.GetBytes($"portal {use} P-256"));
        var secret = (new BigInteger(bytes, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var number = secret.ToByteArray(isUnsigned: true, isBigEndian: true);
        using var pair =
            ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. new byte[32 - number.Length], .. number] });
        return pair.ExportParameters(includePrivateParameters: true);
    }
}
