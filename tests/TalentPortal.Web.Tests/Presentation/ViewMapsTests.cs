using TalentPortal.Web.Presentation.Mapping;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

public sealed class ViewMapsTests
{
    [Fact]
    public void Create_EveryProfile_FillsEveryMember()
    {
        var mapper = ViewMaps.Create();

        Assert.NotEmpty(mapper.ConfigurationProvider.GetAllTypeMaps());
        mapper.ConfigurationProvider.AssertConfigurationIsValid();
    }
}
