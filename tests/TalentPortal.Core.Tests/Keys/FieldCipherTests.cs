using System.Security.Cryptography;
using TalentPortal.Core.Keys;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.Keys;

public sealed class FieldCipherTests
{
    private static readonly FieldPlace Place = new("persons.citizen_id", Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"));
    private readonly FieldCipher cipher = new(TestKeys.Ring());

    [Theory]
    [InlineData("")]
    [InlineData("11010519491231002X")]
    [InlineData("\u96c1\u5c71\u533a")]
    public void Decrypt_WhatWasEncrypted_GivesTheText(string text)
    {
        Assert.Equal(text, cipher.Decrypt(cipher.Encrypt(text, Place), Place));
    }

    [Fact]
    public void Encrypt_SameTextTwice_LooksDifferentAndHidesTheText()
    {
        var first = cipher.Encrypt("13800000000", Place);

        Assert.False(first.AsSpan().SequenceEqual(cipher.Encrypt("13800000000", Place)));
        Assert.Equal(-1, first.AsSpan().IndexOf("13800000000"u8));
        Assert.Equal(1 + 2 + 12 + 16 + 11, first.Length);
        Assert.Equal([1, 0, 1], first[..3]);
    }

    [Fact]
    public void Decrypt_AnyByteChanged_Fails()
    {
        var envelope = cipher.Encrypt("11010519491231002X", Place);
        for (var i = 0; i < envelope.Length; i++)
        {
            var changed = envelope.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(changed, Place));
        }
    }

    [Fact]
    public void Decrypt_CutShort_Fails()
    {
        var envelope = cipher.Encrypt("x", Place);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(envelope[..^2], Place));
    }

    [Fact]
    public void Decrypt_InAnotherPlace_Fails()
    {
        var envelope = cipher.Encrypt("11010519491231002X", Place);

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(envelope, Place with { Column = "persons.phone" }));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(envelope, Place with { RowId = Guid.NewGuid() }));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(envelope, Place with { RowId = null }));
    }

    [Fact]
    public void Decrypt_AfterRotation_OpensOldAndNew()
    {
        var old = cipher.Encrypt("old", Place);
        var rotated = new FieldCipher(TestKeys.Ring(versions: 2));

        Assert.Equal("old", rotated.Decrypt(old, Place));
        Assert.True(rotated.IsOutdated(old));
        var fresh = rotated.Encrypt("new", Place);
        Assert.False(rotated.IsOutdated(fresh));
        Assert.Contains("Key 2 for Fields", Assert.Throws<CryptographicException>(() => cipher.Decrypt(fresh, Place)).Message, StringComparison.Ordinal);
    }
}
