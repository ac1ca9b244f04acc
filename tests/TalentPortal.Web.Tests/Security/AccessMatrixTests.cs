using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace TalentPortal.Web.Tests.Security;

/// <summary>Every page handler and route × every role, on rows of two towns, as <c>access-matrix.txt</c> says.</summary>
public sealed class AccessMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly AccessMatrix Matrix = AccessMatrix.Read();

    public static TheoryData<string> Roles => [.. AccessMatrix.Roles];

    [Fact]
    public async Task Matrix_EveryEndpointOfThePortal_HasItsLineAndEveryLineItsEndpoint()
    {
        var wrong = Matrix.Against(await PortalDoors.OfAsync(world));
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void Matrix_EveryRow_IsThere() => Assert.Equal(Matrix.Rows.Keys.Order(StringComparer.Ordinal), world.Rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Matrix_EndpointWithoutALine_IsReported()
    {
        var unlisted = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/officer/everything"), 0,
            new EndpointMetadataCollection(new HttpMethodMetadata(["GET"])), "Unlisted");
        var doors = await PortalDoors.OfAsync(world.Services, [.. world.Services.GetRequiredService<EndpointDataSource>().Endpoints, unlisted]);

        Assert.Equal("without a line: /officer/everything | GET", Assert.Single(Matrix.Against(doors)));
        Assert.Equal("leads nowhere: /privacy | GET", Assert.Single(Matrix.Against(
            (await PortalDoors.OfAsync(world)).Where(door => door.Route != "/privacy"))));
    }

    [Fact]
    public async Task Endpoint_ThatSaysNothing_NeedsASignedInUser()
    {
        var policy = await world.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        Assert.Contains(policy!.Requirements, requirement => requirement is DenyAnonymousAuthorizationRequirement);
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Get_EveryDoorAndRow_AnswersAsTheMatrixSays(string role)
    {
        using var caller = await Caller.OfAsync(world, role);
        var wrong = new List<string>();
        foreach (var line in Matrix.Doors.Where(line => line.Door.Method is not "POST"))
        {
            foreach (var (row, isSeen, values) in RowsFor(line, role))
            {
                if (await caller.ExpectAsync(line, row, isSeen, values) is { } failure) wrong.Add(failure);
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Post_WhereOneMayNotComeInOrSeesNoRow_IsRefused(string role)
    {
        using var caller = await Caller.OfAsync(world, role);
        var wrong = new List<string>();
        foreach (var line in Matrix.Doors.Where(line => line.Door.Method is "POST"))
        {
            foreach (var (row, isSeen, values) in RowsFor(line, role).Where(row => !row.IsSeen || !line.Roles.Contains(role)))
            {
                if (await caller.ExpectAsync(line, row, isSeen, values) is { } failure) wrong.Add(failure);
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Post_PageWithoutItsToken_IsRefusedWhoeverAsks()
    {
        var wrong = new List<string>();
        foreach (var line in Matrix.Doors.Where(line => line.Door is { Method: "POST", Route: not "/preferences" } && !IsProgram(line.Door)))
        {
            var (role, values) = SomebodyWhoMay(line);
            using var caller = await Caller.OfAsync(world, role);
            var (status, _) = await caller.KnockAsync(line.Door, values, withToken: false);
            if (status is not HttpStatusCode.BadRequest) wrong.Add($"{role} at {line.Door}: {status}");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("POST")]
    public async Task Page_MethodOrHandlerItDoesNotHave_IsRefusedAndShowsNothing(string method)
    {
        var wrong = new List<string>();
        // These are files: no page stands there that could refuse, another method finds nothing.
        var lines = Matrix.Doors.Where(line => line.Door is { Method: "GET", Handler: "", Route: not ("/samples/{name}" or "/cards/app.webmanifest") } && !IsProgram(line.Door)
            && !Matrix.Doors.Any(other => other.Door == line.Door with { Method = method }));
        foreach (var line in lines)
        {
            var (role, values) = SomebodyWhoMay(line);
            using var caller = await Caller.OfAsync(world, role);
            var (status, answer) = await caller.KnockAsync(line.Door with { Method = method }, values);
            if (status is not HttpStatusCode.MethodNotAllowed) wrong.Add($"{role}, {method} at {line.Door}: {answer} ({(int)status})");
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>Each row behind a door with what a role may expect of it; one without a name where the door leads to no row.</summary>
    internal static IEnumerable<(string? Row, bool IsSeen, IReadOnlyDictionary<string, string> Values)> RowsFor(
        AccessWorld world, AccessMatrix matrix, DoorLine line, string role) => line.Rows is null
        ? [(null, true, new Dictionary<string, string>(StringComparer.Ordinal))]
        : matrix.RowsOf(line.Rows).Select(row => ((string?)row.Name, row.Seers.Contains(role), (IReadOnlyDictionary<string, string>)world.Rows[row.Name]));

    private IEnumerable<(string? Row, bool IsSeen, IReadOnlyDictionary<string, string> Values)> RowsFor(DoorLine line, string role) =>
        RowsFor(world, Matrix, line, role);

    private static bool IsProgram(Door door) =>
        door.Route.StartsWith("/api/", StringComparison.Ordinal) || door.Route.StartsWith("/openapi/", StringComparison.Ordinal);

    private (string Role, IReadOnlyDictionary<string, string> Values) SomebodyWhoMay(DoorLine line) =>
        (from role in AccessMatrix.Roles
         where line.Roles.Contains(role)
         from row in RowsFor(line, role)
         where row.IsSeen
         select (role, row.Values)).First();
}
