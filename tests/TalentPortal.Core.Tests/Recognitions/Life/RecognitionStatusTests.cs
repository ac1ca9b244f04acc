using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>Every status has a way in, a way out unless final, one set, and a place in the table's check.</summary>
public sealed class RecognitionStatusTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    public static TheoryData<RecognitionStatus> All => [.. Enum.GetValues<RecognitionStatus>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Status_HasAWayIn(RecognitionStatus status) =>
        Assert.True(status is RecognitionStatus.Valid || RecognitionStatuses.Transitions.Values.Any(next => next.Contains(status)));

    [Theory]
    [MemberData(nameof(All))]
    public void Status_HasAWayOut_UnlessItIsFinal(RecognitionStatus status) =>
        Assert.Equal(!RecognitionStatuses.Final.Contains(status), RecognitionStatuses.Transitions.ContainsKey(status));

    [Theory]
    [MemberData(nameof(All))]
    public void Status_IsInExactlyOneSet(RecognitionStatus status) => Assert.Equal(1, new[]
    {
        RecognitionStatuses.InForce.Contains(status), RecognitionStatuses.Paused.Contains(status), RecognitionStatuses.Final.Contains(status),
    }.Count(isIn => isIn));

    [Theory]
    [MemberData(nameof(All))]
    public async Task Status_IsInTheTablesCheck(RecognitionStatus status)
    {
        var check = (string)(await database.ScalarAsync(
            "select string_agg(pg_get_constraintdef(oid), ' ') from pg_constraint where conrelid = 'recognitions'::regclass and contype = 'c'"))!;
        Assert.Contains($"'{status}'", check, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RecognitionStatus.Suspended, RecognitionStatus.Valid, true)]
    [InlineData(RecognitionStatus.Valid, RecognitionStatus.Revoked, true)]
    [InlineData(RecognitionStatus.Revoked, RecognitionStatus.Valid, false)]
    [InlineData(RecognitionStatus.Lapsed, RecognitionStatus.Suspended, false)]
    [InlineData(RecognitionStatus.Superseded, RecognitionStatus.Revoked, false)]
    public void Become_FollowsTheTable(RecognitionStatus from, RecognitionStatus to, bool may)
    {
        var became = Sample(from).Become(to);
        Assert.Equal(may, became.Succeeded);
        if (may) Assert.Equal(to, became.Value.Status);
        else Assert.Equal(new RecognitionNotInState(from, to), became.Refusal);
    }

    [Fact]
    public async Task Preview_WithoutAnythingThatHangsOnIt_SaysNothing() =>
        Assert.Empty(await new FollowUpPreview([]).LinesAsync(Guid.NewGuid(), RecognitionStatus.Revoked, default));

    private static Recognition Sample(RecognitionStatus status) => new()
    {
        Id = Guid.NewGuid(),
        CaseId = Guid.NewGuid(),
        DistrictId = 1,
        PersonId = Guid.NewGuid(),
        Category = "governance",
        Level = "junior",
        CertificateNumber = "YSRC2026",
        IssuerId = Guid.NewGuid(),
        DecidingBodyKind = DecidingBodyKind.Party,
        IssuedOn = new DateOnly(2026, 3, 2),
        ValidTo = new DateOnly(2029, 3, 1),
        Status = status,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
