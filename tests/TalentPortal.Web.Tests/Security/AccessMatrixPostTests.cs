using Xunit;

namespace TalentPortal.Web.Tests.Security;

/// <summary>Whom the matrix lets in, is let in. These forms change rows, so they have a portal of their own and go in the matrix's order.</summary>
public sealed class AccessMatrixPostTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    [Fact]
    public async Task Post_WhereOneMayComeIn_IsHandled()
    {
        var matrix = AccessMatrix.Read();
        var wrong = new List<string>();
        foreach (var line in matrix.Doors.Where(line => line.Door.Method is "POST"))
        {
            foreach (var role in AccessMatrix.Roles.Where(line.Roles.Contains))
            {
                // Some forms end sessions: each is sent by somebody who has just signed in.
                using var caller = await Caller.OfAsync(world, role);
                foreach (var (row, isSeen, values) in AccessMatrixTests.RowsFor(world, matrix, line, role).Where(row => row.IsSeen))
                {
                    if (await caller.ExpectAsync(line, row, isSeen, values) is { } failure) wrong.Add(failure);
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }
}
