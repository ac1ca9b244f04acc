using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TalentPortal.Core.Keys;

/// <summary>
/// Encrypts single values for storage. What is stored: algorithm (1 byte), key version (2), nonce (12), tag (16), ciphertext.
/// The first two and the place are authenticated too. Equal values look different each time: search goes by <see cref="BlindIndex"/>.
/// </summary>
public sealed class FieldCipher(KeyRing ring)
{
    private const int VersionAt = 1;
    private const int NonceAt = 3;
    private const int NonceLength = 12;
    private const int TagAt = NonceAt + NonceLength;
    private const int TagLength = 16;
    private const int TextAt = TagAt + TagLength;

    /// <summary>Encrypts a text with the current key.</summary>
    public byte[] Encrypt(string text, FieldPlace place)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var key = ring.Current(KeyPurpose.Fields);
        var envelope = new byte[TextAt + plain.Length];
        envelope[0] = CryptoAlgorithm.Aes256Gcm;
        BinaryPrimitives.WriteUInt16BigEndian(envelope.AsSpan(VersionAt), (ushort)key.Version);
        RandomNumberGenerator.Fill(envelope.AsSpan(NonceAt, NonceLength));

        using var aes = new AesGcm(key.Secret, TagLength);
        aes.Encrypt(
            envelope.AsSpan(NonceAt, NonceLength),
            plain,
            envelope.AsSpan(TextAt),
            envelope.AsSpan(TagAt, TagLength),
            BoundTo(envelope, place));
        CryptographicOperations.ZeroMemory(plain);
        return envelope;
    }

    /// <summary>Decrypts what <see cref="Encrypt"/> made, with the key it was made with.</summary>
    /// <exception cref="CryptographicException">It was changed, stands in another place, or its key or algorithm is not known.</exception>
    public string Decrypt(byte[] envelope, FieldPlace place)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        if (envelope.Length < TextAt || envelope[0] != CryptoAlgorithm.Aes256Gcm)
            throw new CryptographicException("The value is not encrypted by an algorithm that this portal knows.");

        var key = ring.Find(KeyPurpose.Fields, BinaryPrimitives.ReadUInt16BigEndian(envelope.AsSpan(VersionAt)));
        var plain = new byte[envelope.Length - TextAt];
        using var aes = new AesGcm(key.Secret, TagLength);
        aes.Decrypt(
            envelope.AsSpan(NonceAt, NonceLength),
            envelope.AsSpan(TextAt),
            envelope.AsSpan(TagAt, TagLength),
            plain,
            BoundTo(envelope, place));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Whether a value was made with an older key and would be encrypted anew by a rotation.</summary>
    public bool IsOutdated(byte[] envelope) =>
        BinaryPrimitives.ReadUInt16BigEndian(envelope.AsSpan(VersionAt)) != ring.Current(KeyPurpose.Fields).Version;

    private static byte[] BoundTo(byte[] envelope, FieldPlace place) => [.. envelope.AsSpan(0, NonceAt), .. place.ToBytes()];
}
