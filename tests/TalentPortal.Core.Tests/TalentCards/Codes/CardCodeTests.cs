using System.Buffers.Text;
using System.Security.Cryptography;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Keys;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.TestCommon;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards.Codes;

/// <summary>A card's code: signed, of one minute, told apart from every other, and good for nobody who alters it.</summary>
public sealed class CardCodeTests
{
    private static readonly Guid Card = Guid.Parse("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
    private readonly TestClock clock = new();
    private readonly CardCodes codes;

    public CardCodeTests() => codes = With(Ring(1));

    [Fact]
    public void Read_OwnCode_GivesBackWhatWasSigned()
    {
        var (code, text) = codes.Next(Card, 7)[0];
        Assert.Equal(CardCode.TextLength, text.Length);
        var read = codes.Read(text);
        Assert.Equal(code, read.Value);
        Assert.Equal((Card, 7), (read.Value.CardId, read.Value.LevelDigit));
    }

    [Fact]
    public void Next_GivesOneCodeATurn_AndNoneTwice()
    {
        var next = codes.Next(Card, 1).Concat(codes.Next(Card, 1)).ToList();
        Assert.Equal(20, next.Count);
        Assert.Equal(20, next.Select(one => one.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(TimeSpan.FromSeconds(60), next[1].Code.From - next[0].Code.From);
    }

    [Fact]
    public void Read_CodeWithAnyByteAltered_IsNeverGood()
    {
        var bytes = Base64Url.DecodeFromChars(codes.Next(Card, 3)[0].Text);
        for (var place = 0; place < bytes.Length; place++)
        {
            var altered = (byte[])bytes.Clone();
            altered[place] ^= 1;
            Assert.False(codes.Read(Base64Url.EncodeToString(altered)).Succeeded);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("450311")]
    [InlineData("https://example.cn/verify")]
    public void Read_NoCode_IsUnreadable(string? text) => Assert.IsType<CardCodeUnreadable>(codes.Read(text).Refusal);

    [Fact]
    public void Read_RandomText_NeverThrows()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[98];
            random.NextBytes(bytes);
            if (i % 2 == 0) bytes[0] = 1;
            Assert.False(codes.Read(Base64Url.EncodeToString(bytes)).Succeeded);
        }
    }

    [Theory]
    [InlineData(-31, false, typeof(CardCodeTooEarly))]
    [InlineData(-30, false, null)]
    [InlineData(0, false, null)]
    [InlineData(90, false, null)]
    [InlineData(91, false, typeof(CardCodeExpired))]
    [InlineData(91, true, null)]
    [InlineData(390, true, null)]
    [InlineData(391, true, typeof(CardCodeExpired))]
    public void WhyNot_CountsTurnSkewAndOfflineMinutes(int secondsAfter, bool isOffline, Type? refusal)
    {
        var code = codes.Next(Card, 1)[0].Code;
        Assert.Equal(refusal, codes.WhyNot(code, code.From.AddSeconds(secondsAfter), isOffline)?.GetType());
    }

    [Fact]
    public void Read_AfterTheKeyWasRotated_KnowsOldCodesAndSignsWithTheNewKey()
    {
        var old = codes.Next(Card, 1)[0].Text;
        var rotated = With(Ring(1, 2));
        Assert.True(rotated.Read(old).Succeeded);
        Assert.False(codes.Read(rotated.Next(Card, 1)[0].Text).Succeeded);
        Assert.IsType<CardCodeForged>(With(Ring(3)).Read(old).Refusal);
    }

    [Fact]
    public void PublicKeys_VerifyACode_WithoutThePortal()
    {
        var bytes = Base64Url.DecodeFromChars(codes.Next(Card, 5)[0].Text);
        using var anybody = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = codes.PublicKeys()[1] });
        Assert.True(anybody.VerifyData(bytes.AsSpan(0, 34), bytes.AsSpan(34), HashAlgorithmName.SHA256));
    }

    [Fact]
    public void PublicKey_IsDerived_TheSameForTheSameSecretAndAnotherForAnotherUse()
    {
        var one = new PublicSigner(Ring(1), "card-codes").PublicKeys()[1];
        var same = new PublicSigner(Ring(1), "card-codes").PublicKeys()[1];
        var other = new PublicSigner(Ring(1), "something-else").PublicKeys()[1];
        Assert.Equal(one.X, same.X);
        Assert.NotEqual(one.X, other.X);
    }

    private CardCodes With(KeyRing ring)
    {
        var zone = new PortalTimeZone(clock);
        return new CardCodes(ring, new CardCodeTerms(ParameterTable.Load(SeedFolder.Default.PathOf("seed-data/parameters")), zone), clock);
    }

    private static KeyRing Ring(params int[] versions) => new(
        from purpose in Enum.GetValues<KeyPurpose>()
        from version in versions
        select (purpose, new PortalKey(version, SHA256.HashData([(byte)purpose, (byte)version]))));
}
