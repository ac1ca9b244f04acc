using TalentPortal.Core.Accounts;
using Xunit;

namespace TalentPortal.Core.Tests.Accounts;

public sealed class RolePermissionsTests
{
    [Fact]
    public void Of_EveryRole_HasPermissions() =>
        Assert.All(Enum.GetValues<PortalRole>(), role => Assert.NotEmpty(RolePermissions.Of(role)));

    [Fact]
    public void Of_EveryPermission_IsHeldBySomeRole() => Assert.All(
        Enum.GetValues<Permission>(),
        permission => Assert.Contains(Enum.GetValues<PortalRole>(), role => RolePermissions.Of(role).Contains(permission)));

    [Theory]
    [InlineData(Permission.WorkOnTasks)]
    [InlineData(Permission.ReadFiles)]
    [InlineData(Permission.ReadDistrict)]
    [InlineData(Permission.Unmask)]
    public void Of_Administrator_SeesNoCase(Permission permission) =>
        Assert.DoesNotContain(permission, RolePermissions.Of(PortalRole.Administrator));

    [Fact]
    public void Of_Expert_SeesNoWholeFile() => Assert.DoesNotContain(Permission.ReadFiles, RolePermissions.Of(PortalRole.Expert));
}
