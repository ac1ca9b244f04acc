using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.PublicNotices.Gathering;

/// <summary>One notice with many entries: each its own case, all on one day, with one text and one digest.</summary>
public sealed class GatheredNoticesTests(PortalFactory portal) : IClassFixture<PortalFactory>, IAsyncLifetime
{
    private Actor office = null!;

    private GatheredNotices Notices => portal.Services.GetRequiredService<GatheredNotices>();

    /// <summary>Monday 2 March 2026; nobody else's case waits.</summary>
    public async Task InitializeAsync()
    {
        portal.Clock.Set(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        office = await new TestPeople(portal.Services).DemoAsync(Journey.Office);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Several_AreOneNotice_AndEachEndsByItself()
    {
        var cases = await new ReadyCases(portal).MakeAsync(3);
        Assert.Equal(0L, await ScalarAsync("select count(*) from notice_entries where case_id = any($1)", cases));
        var notice = await PublishAsync(cases);

        Assert.Equal("3 Published", await ScalarAsync("select count(*) || ' ' || min(result) from notice_gathering_rows where notice_id = $1 and result = 'Published'", notice));
        Assert.Equal("2026-03-02 2026-03-06", await ScalarAsync("select starts_on || ' ' || ends_on from public_notices where id = $1", notice));
        Assert.Equal(3L, await ScalarAsync("select count(*) from deadlines where case_id = any($1) and kind = 'Notice' and started_on = '2026-03-02' and due_on = '2026-03-06'", cases));
        Assert.Equal(3L, await ScalarAsync("select count(*) from applications where case_id = any($1) and status = 'InNotice'", cases));
        Assert.Equal(3L, await ScalarAsync("select count(*) from outbox_messages where case_id = any($1) and template = 'notice-published'", cases));
        Assert.Equal(1L, await ScalarAsync(
            "select count(distinct facts->>'digest') from operation_events e where stream_id = any($1) and type = 'NoticePublished'", cases));
        var view = (await portal.Services.GetRequiredService<NoticeQueries>().FindAsync(notice, default))!;
        Assert.Equal(3, view.Entries.Count);
        var words = new NoticeWords(view.Row.Title, view.Body, view.Row.StartsOn, view.Row.EndsOn);
        Assert.Equal(view.Digest, Convert.ToHexStringLower(NoticeWording.Digest(words, view.Entries.Select(entry => (entry.Name, entry.Facts)))));

        await ObjectAsync(notice, cases[1]);
        portal.Clock.Set(new DateTimeOffset(2026, 3, 7, 9, 0, 0, TimeSpan.FromHours(8)));
        await portal.Services.GetRequiredService<DueCaseWorker>().RunDueAsync(CancellationToken.None);
        Assert.Equal("Cleared Frozen Cleared", await ScalarAsync(
            "select string_agg(status, ' ' order by array_position($1, case_id)) from notice_entries where case_id = any($1)", cases));
        Assert.Equal(true, await ScalarAsync("select closed_at is null from public_notices where id = $1", notice));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task OwnCase_IsNotTheOfficersToPublish()
    {
        var cases = await new ReadyCases(portal).MakeAsync(1);
        Assert.True((await Notices.PreviewAsync(office, cases, default)).Succeeded);
        var author = (Guid)(await ScalarAsync("select created_by from applications where case_id = $1", cases[0]))!;
        Assert.IsType<NotReadyForNotice>((await Notices.PreviewAsync(office with { UserId = author }, cases, default)).Refusal);
    }

    [Fact]
    public async Task SameOperationTwiceAndAtOnce_IsOneNotice()
    {
        var cases = await new ReadyCases(portal).MakeAsync(2);
        var operation = Begin();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Notices.PublishAsync(office, cases, operation, default)));
        Assert.All(results, result => Assert.True(result.Succeeded, result.Refusal?.ToString()));
        Assert.Single(results.Select(result => result.Value).Distinct());
        Assert.Equal(2L, await ScalarAsync("select count(*) from notice_entries where case_id = any($1)", cases));
        Assert.Equal(2L, await ScalarAsync("select count(*) from outbox_messages where case_id = any($1) and template = 'notice-published'", cases));
        Assert.IsType<NotReadyForNotice>((await Notices.PublishAsync(office, cases, Begin(), default)).Refusal);
    }

    [Fact]
    public async Task WhatCanNotBePublished_IsToldByTheRow_AndTheOthersGo()
    {
        var cases = await new ReadyCases(portal).MakeAsync(3);
        await portal.Database.ScalarAsync("update cases set hold = true where id = $1", cases[0]);
        var notice = await PublishAsync(cases);
        var result = (await portal.Services.GetRequiredService<GatheringQueries>().ResultAsync(office, notice, default))!;
        Assert.True(result.IsPublished);
        var left = Assert.Single(result.Rows, row => row.State is GatheringState.LeftOut);
        Assert.Equal((cases[0], nameof(SuspendedBeforeNotice)), (left.CaseId, left.Refusal));
        Assert.Equal("Ready", await ScalarAsync("select status from ready_entries where case_id = $1", cases[0]));
        Assert.Equal(2, (await portal.Services.GetRequiredService<NoticeQueries>().FindAsync(notice, default))!.Entries.Count);
        Assert.Null(await portal.Services.GetRequiredService<GatheringQueries>().ResultAsync(await new TestPeople(portal.Services).DemoAsync(Journey.Town), notice, default));
    }

    [Fact]
    public async Task BrokenOffHalfWay_NobodySeesIt_AndTheNextDayItGoesOnWithAWholePeriod()
    {
        var cases = await new ReadyCases(portal).MakeAsync(3);
        // A portal that dies after the first case has entered: the last one's lock is never had.
        await using var blocker = await portal.Database.DataSource.OpenConnectionAsync();
        await using (var transaction = await blocker.BeginTransactionAsync())
        {
            await using var take = blocker.CreateCommand();
            (take.CommandText, take.Transaction) = ("select id from cases where id = $1 for no key update", transaction);
            take.Parameters.AddWithValue((await ScalarAsync("select id from cases where id = any($1) order by number desc limit 1", cases))!);
            await take.ExecuteScalarAsync();
            using var dies = new CancellationTokenSource();
            var publishing = Notices.PublishAsync(office, cases, Begin(), dies.Token);
            for (var look = 0; look < 500 && await ScalarAsync("select count(*) from notice_entries where case_id = any($1)", cases) is not 2L; look++)
                await Task.Yield();
            await dies.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publishing);
        }

        var notice = (Guid)(await ScalarAsync("select distinct notice_id from notice_entries where case_id = any($1)", cases))!;
        Assert.Null(await portal.Services.GetRequiredService<NoticeQueries>().FindAsync(notice, default));
        Assert.DoesNotContain((await portal.Services.GetRequiredService<NoticeQueries>().BoardAsync(new NoticeSearch(), default)).Rows, row => row.Id == notice);
        portal.Clock.Set(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        await portal.RunJobsAsync();
        Assert.Equal("2026-03-03 2026-03-09", await ScalarAsync("select starts_on || ' ' || ends_on from public_notices where id = $1", notice));
        Assert.Equal(3L, await ScalarAsync("select count(*) from deadlines where case_id = any($1) and kind = 'Notice' and started_on = '2026-03-03'", cases));
        Assert.Equal(true, await ScalarAsync("select finished_at is not null from notice_gatherings where notice_id = $1", notice));
    }

    [Fact]
    public async Task WithdrawnWhileItWaits_LeavesTheList()
    {
        var caseId = (await new ReadyCases(portal).MakeAsync(1))[0];
        var talent = (await portal.Services.GetRequiredService<ActorCache>().FindAsync((Guid)(await ScalarAsync("select created_by from applications where case_id = $1", caseId))!, default))!;
        var withdrawn = await portal.Services.GetRequiredService<WithdrawalService>().WithdrawAsync(
            talent, caseId, "", Operation.Begin(Guid.NewGuid(), "ApplicationWithdrawing", talent.UserId, role: null, portal.Clock), default);
        Assert.True(withdrawn.Succeeded, withdrawn.Refusal?.ToString());
        Assert.Equal("Cancelled", await ScalarAsync("select status from ready_entries where case_id = $1", caseId));
        Assert.IsType<NotReadyForNotice>((await Notices.PreviewAsync(office, [caseId], default)).Refusal);
    }

    [Fact]
    public async Task Preview_SaysWhatDoesNotGoTogether()
    {
        var (juniors, seniors) = (await new ReadyCases(portal).MakeAsync(1), await new ReadyCases(portal).MakeAsync(1, "senior"));
        Assert.IsType<GatheredDiffer>((await Notices.PreviewAsync(office, [juniors[0], seniors[0]], default)).Refusal);
        Assert.IsType<NothingGathered>((await Notices.PreviewAsync(office, [], default)).Refusal);
        Assert.IsType<TooManyGathered>((await Notices.PreviewAsync(office, [.. Enumerable.Range(0, 101).Select(_ => Guid.NewGuid())], default)).Refusal);
        var town = await new TestPeople(portal.Services).DemoAsync(Journey.Town);
        Assert.IsType<NotReadyForNotice>((await Notices.PreviewAsync(town, juniors, default)).Refusal);
        Assert.IsType<CaseNotFound>((await Notices.PublishAsync(town, juniors, Begin(), default)).Refusal);
        var preview = (await Notices.PreviewAsync(office, juniors, default)).Value;
        Assert.Equal(new DateOnly(2026, 3, 6), preview.Words.EndsOn);
        Assert.DoesNotContain("13800138000", preview.Words.Body, StringComparison.Ordinal);
    }

    private async Task<Guid> PublishAsync(IReadOnlyList<Guid> cases)
    {
        var result = await Notices.PublishAsync(office, cases, Begin(), default);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        return result.Value;
    }

    private async Task ObjectAsync(Guid notice, Guid caseId)
    {
        var entry = (Guid)(await ScalarAsync("select id from notice_entries where notice_id = $1 and case_id = $2", notice, caseId))!;
        var neighbour = await new TestPeople(portal.Services).TalentAsync("Wei Lan");
        var raised = await portal.Services.GetRequiredService<NoticeService>().RaiseAsync(neighbour, entry, "That is not so.", [],
            Operation.Begin(Guid.NewGuid(), "ObjectionRaising", neighbour.UserId, role: null, portal.Clock), default);
        Assert.True(raised.Succeeded, raised.Refusal?.ToString());
    }

    private Operation Begin() => Operation.Begin(Guid.NewGuid(), "NoticesGathering", office.UserId, role: null, portal.Clock);

    private Task<object?> ScalarAsync(string sql, params object[] values) =>
        portal.Database.ScalarAsync(sql, [.. values.Select(value => value is IReadOnlyList<Guid> ids ? ids.ToArray() : value)]);
}
