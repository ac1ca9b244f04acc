using TalentPortal.Core.Keys;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.Keys;

public sealed class MacTests
{
    private static readonly byte[] Content = "stream 1, event 1: ApplicationSubmitting"u8.ToArray();

    [Fact]
    public void BlindIndex_SameValue_IsStableAndOfItsKindAndKey()
    {
        var index = new BlindIndex(TestKeys.Ring());
        var digest = index.Compute("citizen-id", "11010519491231002X");

        Assert.Equal(32, digest.Length);
        Assert.Equal(digest, index.Compute("citizen-id", "11010519491231002X"));
        Assert.NotEqual(digest, index.Compute("phone", "11010519491231002X"));
        Assert.NotEqual(digest, index.Compute("citizen-id", "110105194912310038"));
        Assert.NotEqual(digest, new BlindIndex(TestKeys.Ring(versions: 2)).Compute("citizen-id", "11010519491231002X"));
    }

    [Fact]
    public void BlindIndex_AfterRotation_LooksForOldDigestsToo()
    {
        var old = new BlindIndex(TestKeys.Ring()).Compute("phone", "13800000000");
        var rotated = new BlindIndex(TestKeys.Ring(versions: 2));

        Assert.Equal([rotated.Compute("phone", "13800000000"), old], rotated.ComputeAll("phone", "13800000000"));
    }

    [Fact]
    public void AuditMac_Chain_NoticesAnyChange()
    {
        var mac = new AuditMac(TestKeys.Ring());
        var first = mac.Next(AuditMac.Start, Content);
        var second = mac.Next(first, Content);

        Assert.True(mac.Verify(first, Content, mac.KeyVersion, second));
        Assert.False(mac.Verify(AuditMac.Start, Content, mac.KeyVersion, second));
        Assert.False(mac.Verify(first, [.. Content, 0], mac.KeyVersion, second));
        Assert.False(mac.Verify(first[..^1], [first[^1], .. Content], mac.KeyVersion, second));
        Assert.False(mac.Verify(first, Content, mac.KeyVersion, first));
    }

    [Fact]
    public void AuditMac_AfterRotation_VerifiesOldEvents()
    {
        var old = new AuditMac(TestKeys.Ring()).Next(AuditMac.Start, Content);
        var rotated = new AuditMac(TestKeys.Ring(versions: 2));

        Assert.Equal(2, rotated.KeyVersion);
        Assert.True(rotated.Verify(AuditMac.Start, Content, keyVersion: 1, old));
        Assert.False(rotated.Verify(AuditMac.Start, Content, keyVersion: 2, old));
    }

    [Fact]
    public void Signer_OtherContentOrKey_IsRefused()
    {
        var signer = new Signer(TestKeys.Ring());
        var signature = signer.Sign(Content);

        Assert.True(signer.Verify(Content, signer.KeyVersion, signature));
        Assert.False(signer.Verify([.. Content, 1], signer.KeyVersion, signature));
        Assert.False(new Signer(TestKeys.Ring(versions: 2)).Verify(Content, keyVersion: 2, signature));
    }
}
