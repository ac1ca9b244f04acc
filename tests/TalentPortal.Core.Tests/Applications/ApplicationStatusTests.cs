using TalentPortal.Core.Applications;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Applications;

/// <summary>Every status has a way in, a way out unless final, a set, and a place in the table's check.</summary>
public sealed class ApplicationStatusTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<ApplicationStatus> All => [.. Enum.GetValues<ApplicationStatus>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Status_HasAWayIn_UnlessItIsTheFirst(ApplicationStatus status) =>
        Assert.Equal(status is not ApplicationStatus.Draft, ApplicationStatuses.Transitions.Values.Any(next => next.Contains(status)));

    [Theory]
    [MemberData(nameof(All))]
    public void Status_HasAWayOut_UnlessItIsFinal(ApplicationStatus status) =>
        Assert.Equal(!ApplicationStatuses.Final.Contains(status), ApplicationStatuses.Transitions.ContainsKey(status));

    [Theory]
    [MemberData(nameof(All))]
    public void Status_IsInExactlyOneOfTheSetsThatSayWhoActs(ApplicationStatus status) => Assert.Equal(1, new[]
    {
        ApplicationStatuses.WithOfficer.Contains(status), ApplicationStatuses.WithTalent.Contains(status), ApplicationStatuses.Final.Contains(status),
    }.Count(isIn => isIn));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Status_IsInTheTablesCheck(ApplicationStatus status)
    {
        var check = (string)(await database.ScalarAsync(
            "select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint where conrelid = 'applications'::regclass and contype = 'c'"))!;
        Assert.Contains($"'{status}'", check, StringComparison.Ordinal);
    }

    [Fact]
    public void Become_AgainstTheTable_IsRefused()
    {
        var draft = new Application
        {
            CaseId = Guid.NewGuid(),
            ServiceItemCode = "RC320001",
            ServiceItemVersionId = Guid.NewGuid(),
            CreatedBy = Guid.NewGuid(),
            CreatedAt = DateTimeOffset.UnixEpoch,
            SavedAt = DateTimeOffset.UnixEpoch,
        };
        Assert.IsType<ApplicationNotInState>(draft.Become(ApplicationStatus.Approved, DateTimeOffset.UnixEpoch).Refusal);
    }
}
