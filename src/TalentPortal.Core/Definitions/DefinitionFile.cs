using System.Security.Cryptography;
using System.Text;

namespace TalentPortal.Core.Definitions;

/// <summary>
/// The text of a definition file and the one thing beside it that its bytes hold: whether they began with a byte order mark.
/// </summary>
/// <param name="Text">The text.</param>
/// <param name="HasByteOrderMark">Whether the file began with one.</param>
public sealed record DefinitionFile(string Text, bool HasByteOrderMark)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>SHA-256 of the text with the line ends of Unix: a checkout on another system is no other definition.</summary>
    public string Checksum => ChecksumOf(Text);

    /// <summary>Reads a file's bytes; null when they are no UTF-8.</summary>
    public static DefinitionFile? Decode(ReadOnlySpan<byte> bytes)
    {
        var isMarked = bytes.StartsWith(Encoding.UTF8.Preamble);
        try
        {
            return new DefinitionFile(Strict.GetString(isMarked ? bytes[Encoding.UTF8.Preamble.Length..] : bytes), isMarked);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes as they came in.</summary>
    public byte[] Encode() => [.. HasByteOrderMark ? Encoding.UTF8.Preamble : [], .. Strict.GetBytes(Text)];

    /// <summary>The checksum of a text.</summary>
    public static string ChecksumOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes(text.ReplaceLineEndings("\n"))));
    }
}
