using System.Buffers.Binary;
using System.Buffers.Text;

namespace TalentPortal.Core.TalentCards.Codes;

/// <summary>
/// What a card's QR code says: which card, of which level, from when, and a number that is used once. 98 bytes with the signature, written
/// in the URL alphabet of Base64 (RFC 4648 §5): version (1), key version (2), card (16), from (8, seconds since 1970 UTC), once (6), level
/// (1, the digit of the card's number), signature (64); numbers are big-endian.
/// </summary>
/// <param name="CardId">The card.</param>
/// <param name="LevelDigit">Digit of its level, 0–9: what a venue without network shows.</param>
/// <param name="From">When it was shown first, to the second, UTC.</param>
/// <param name="Once">48 bits that tell it from every other code of the card.</param>
public sealed record CardCode(Guid CardId, int LevelDigit, DateTimeOffset From, long Once)
{
    /// <summary>How many characters one has.</summary>
    public const int TextLength = 131;

    private const byte Format = 1;
    private const int ContentLength = 34;

    /// <summary>The part that is signed.</summary>
    internal byte[] ToContent(int keyVersion)
    {
        var content = new byte[ContentLength];
        content[0] = Format;
        BinaryPrimitives.WriteUInt16BigEndian(content.AsSpan(1), checked((ushort)keyVersion));
        CardId.TryWriteBytes(content.AsSpan(3), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(19), From.ToUnixTimeSeconds());
        for (var i = 0; i < 6; i++) content[27 + i] = (byte)(Once >> (40 - (8 * i)));
        content[33] = (byte)LevelDigit;
        return content;
    }

    /// <summary>Content and signature as text.</summary>
    internal static string ToText(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        Base64Url.EncodeToString([.. content, .. signature]);

    /// <summary>Reads text without looking at its signature; null when it is no code.</summary>
    internal static (CardCode Code, int KeyVersion, byte[] Content, byte[] Signature)? Parse(string? text)
    {
        if (text is not { Length: TextLength } || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes[0] != Format || bytes[33] > 9) return null;
        var seconds = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(19));
        if (seconds is < 0 or > 253402300799) return null;
        var once = 0L;
        for (var i = 0; i < 6; i++) once = (once << 8) | bytes[27 + i];
        var code =
            new CardCode(new Guid(bytes.AsSpan(3, 16), bigEndian: true), bytes[33], DateTimeOffset.FromUnixTimeSeconds(seconds), once);
        return (code, BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(1)), bytes[..ContentLength], bytes[ContentLength..]);
    }
}
