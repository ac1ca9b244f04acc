using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards.Organisations;
using Xunit;

namespace TalentPortal.Core.Tests.Standards;

public sealed class OrganisationSeedTests
{
    [Theory]
    [InlineData("parent", "\"b\"", "$.items[0].parent")]
    [InlineData("region", "\"4503\"", "$.items[0].region")]
    [InlineData("creditCode", "\"914403001922038217\"", "$.items[0].creditCode")]
    [InlineData("decidingBodyKind", "\"both\"", "$.items[0].decidingBodyKind")]
    public void Check_BadRow_NamesIt(string property, string value, string path)
    {
        var region = property is "region" ? string.Empty : "\"region\": \"450311\",";
        var document = SeedFile.Parse<OrganisationSeed>("o.json", $$"""
            { "version": "1", "source": "s", "provenance": "statute", "items": [{
              "code": "a", "zh": "z", "en": "e", "kind": "firm", "activeFrom": "2022-01-01", "provenance": "default-unverified",
              {{region}} "{{property}}": {{value}} }] }
            """);

        var exception = Assert.Throws<SeedException>(() => OrganisationSeeds.Check(document));

        Assert.Equal(path, Assert.Single(exception.Problems).Path);
    }
}
