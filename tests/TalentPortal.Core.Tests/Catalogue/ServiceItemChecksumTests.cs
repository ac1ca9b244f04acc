using System.Text.Json;
using TalentPortal.Core.Catalogue;
using Xunit;

namespace TalentPortal.Core.Tests.Catalogue;

public sealed class ServiceItemChecksumTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""", """{ "b": [true, null, "x"], "a": 1.0 }""")]
    [InlineData("""{"a":"é"}""", """{"a":"\u00e9"}""")]
    public void Compute_SameContent_IsTheSame(string one, string other) => Assert.Equal(Sum(one), Sum(other));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""")]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":1,"b":1}""")]
    public void Compute_OtherContent_Differs(string one, string other) => Assert.NotEqual(Sum(one), Sum(other));

    [Fact]
    public void Compute_KnownContent_IsSha256OfTheCanonicalForm() =>
        Assert.Equal("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", Sum(" { } "));

    [Fact]
    public void Checksum_ReformattedItem_IsTheSame()
    {
        var json = SeedItems.EverythingJson;

        Assert.Equal(
            SeedItems.Everything.Checksum,
            SeedItems.Read(JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement), "training-base").Checksum);
    }

    private static string Sum(string json) => ServiceItemChecksum.Compute(JsonDocument.Parse(json).RootElement);
}
