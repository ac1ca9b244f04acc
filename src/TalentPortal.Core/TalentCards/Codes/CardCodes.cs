using System.Buffers.Binary;
using System.Security.Cryptography;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.TalentCards.Codes;

/// <summary>Gives cards their codes and reads them; whether a card is good, and whether a code was used, its redemptions know.</summary>
public sealed class CardCodes(KeyRing ring, CardCodeTerms terms, TimeProvider time)
{
    private readonly PublicSigner signer = new(ring, "card-codes");

    /// <summary>The codes of the next minutes, one for each turn; the first is good now.</summary>
    public IReadOnlyList<(CardCode Code, string Text)> Next(Guid cardId, int levelDigit)
    {
        var (from, turn) = (DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds()), terms.Turn);
        return [.. Enumerable.Range(0, terms.Ahead).Select(place => Make(new CardCode(cardId, levelDigit, from + (turn * place), Once())))];
    }

    /// <summary>Reads what was scanned: a code that this portal signed, whatever its time.</summary>
    public Result<CardCode> Read(string? text)
    {
        if (CardCode.Parse(text) is not { } read) return new CardCodeUnreadable();
        return signer.Verify(read.Content, read.KeyVersion, read.Signature) ? read.Code : new CardCodeForged();
    }

    /// <summary>Why a code doesn't count at a moment; null when it does. Copies grow old within a turn.</summary>
    /// <param name="code">The code.</param>
    /// <param name="scannedAt">When it was scanned, UTC.</param>
    /// <param name="isOffline">Whether the venue had no network then.</param>
    public Refusal? WhyNot(CardCode code, DateTimeOffset scannedAt, bool isOffline)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (scannedAt < code.From - terms.Skew) return new CardCodeTooEarly();
        return scannedAt > code.From + terms.Turn + terms.Skew + (isOffline ? terms.Offline : TimeSpan.Zero) ? new CardCodeExpired() : null;
    }

    /// <summary>The keys by which anybody tells a code of this portal, by version.</summary>
    public IReadOnlyDictionary<int, ECPoint> PublicKeys() => signer.PublicKeys();

    private (CardCode, string) Make(CardCode code)
    {
        var content = code.ToContent(signer.KeyVersion);
        return (code, CardCode.ToText(content, signer.Sign(content)));
    }

    private static long Once()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes[2..]);
        bytes[..2].Clear();
        return BinaryPrimitives.ReadInt64BigEndian(bytes);
    }
}
