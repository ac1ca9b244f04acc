using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Silence;
using TalentPortal.Core.Seeding.Bulk;
using TalentPortal.Core.Standards;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Seeding;

/// <summary>Made-up cases in bulk are cases: numbered, sealed, due, and they go on.</summary>
public sealed class BulkSeederTests(BulkSeederTests.FilledPortal portal) : IClassFixture<BulkSeederTests.FilledPortal>
{
    [Fact]
    public async Task Run_Cases_AreThereInEveryRestingStateWithValidNumbers()
    {
        Assert.Equal((300, 60), (portal.Filled.Cases, portal.Filled.OpenTasks));
        var statuses = await TextsAsync("select distinct status from applications");
        Assert.Superset(
            new HashSet<string> { "Draft", "Submitted", "InReview", "Supplementing", "Approved", "NotAccepted", "Withdrawn", "Lapsed" }, statuses);
        var numbers = await TextsAsync("select number from cases where number is not null and kind = 'Application'");
        Assert.True(numbers.Count >= 300);
        Assert.All(numbers, number => Assert.True(CaseNumber.Parse(number).Succeeded, number));
    }

    [Fact]
    public async Task Run_ItsAudit_Holds() =>
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));

    [Fact]
    public async Task Run_OpenTasks_ShowEveryLightAndLieWithOfficers()
    {
        var office = await ActorAsync("office@demo");
        var inbox = portal.Services.GetRequiredService<InboxQuery>();
        var pool = await inbox.ReadAsync(office, new InboxFilter(InboxScope.Pool), after: null, 200, CancellationToken.None);
        Assert.Superset(new HashSet<Light> { Light.Red, Light.Yellow }, pool.Rows.Select(row => row.Light).ToHashSet());
        var held = await inbox.ReadAsync(office, new InboxFilter(InboxScope.Colleagues), after: null, 200, CancellationToken.None);
        Assert.NotEmpty(held.Rows);
    }

    [Fact]
    public async Task Decide_ACopy_GoesOnAsEveryCaseDoes()
    {
        var office = await ActorAsync("office@demo");
        var waiting = await CopiesInPoolAsync(office);

        var accepted = await DecideAsync(office, waiting.First(row => row.StepCode == "accept"), "Accept", "");
        var answered = await DecideAsync(office, waiting.First(row => row.StepCode == "answer"), "Answered", "In spring.");

        Assert.Equal("InReview answer", await portal.Database.ScalarAsync("select status || ' ' || stage from applications where case_id = $1", accepted));
        Assert.Equal("Approved", await portal.Database.ScalarAsync("select status from applications where case_id = $1", answered));
        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from incidents"));
        Assert.Empty(await portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Silence_OfACopy_IsPlannedForADayToCome()
    {
        var office = await ActorAsync("office@demo");
        foreach (var row in (await CopiesInPoolAsync(office)).Where(row => row.StepCode == "accept"))
        {
            var planned = await portal.Database.ScalarAsync(
                "select run_at from jobs where case_id = $1 and kind = $2 and status = 'Waiting'", row.CaseId, DeemAcceptanceJob.Kind);
            Assert.True(Assert.IsType<DateTime>(planned) > portal.Clock.GetUtcNow().UtcDateTime, row.Number);
        }
    }

    [Fact]
    public async Task Run_OnAFilledDatabase_IsRefusedUnlessAsked()
    {
        var before = await portal.Database.ScalarAsync("select count(*) from applications");
        Assert.NotNull((await portal.FillAsync(new BulkOrder(10, 5, Places: 1))).Refusal);
        Assert.Equal(before, await portal.Database.ScalarAsync("select count(*) from applications"));
    }

    // What copies were cast from wrote messages, and silence overtakes it while the test looks.
    private async Task<List<InboxRow>> CopiesInPoolAsync(Actor officer)
    {
        var pool = await portal.Services.GetRequiredService<InboxQuery>()
            .ReadAsync(officer, new InboxFilter(InboxScope.Pool), after: null, 200, CancellationToken.None);
        var castFrom = await TextsAsync("select distinct case_id::text from outbox_messages where case_id is not null");
        return [.. pool.Rows.Where(row => !castFrom.Contains(row.CaseId.ToString()))];
    }

    private async Task<Guid> DecideAsync(Actor officer, InboxRow row, string outcome, string reason)
    {
        var result = await portal.Services.GetRequiredService<ReviewService>().DecideAsync(
            officer, new ReviewDecision(row.TaskId, outcome, reason, new Dictionary<string, decimal>(), []),
            Operation.Begin(Ids.New(), "ReviewTaskDeciding", officer.UserId, role: null, portal.Clock), CancellationToken.None);
        Assert.True(result.Succeeded, result.Refusal?.ToString());
        return row.CaseId;
    }

    private async Task<Actor> ActorAsync(string name) => (await portal.Services.GetRequiredService<ActorCache>().FindAsync(
        (Guid)(await portal.Database.ScalarAsync("select id from portal_users where user_name = $1", name))!, CancellationToken.None))!;

    private async Task<HashSet<string>> TextsAsync(string sql)
    {
        await using var command = portal.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) texts.Add(reader.GetString(0));
        return texts;
    }

    /// <summary>A portal with 300 of them.</summary>
    public sealed class FilledPortal : PortalFactory, IAsyncLifetime
    {
        /// <summary>What the first run came to.</summary>
        public BulkResult Filled { get; private set; } = null!;

        /// <inheritdoc />
        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            Filled = await FillAsync(new BulkOrder(300, 60, Places: 1));
        }

        /// <summary>Fills.</summary>
        public async Task<BulkResult> FillAsync(BulkOrder order)
        {
            var noon = Clock.GetUtcNow();
            await using var scope = Services.CreateAsyncScope();
            var seeder = BulkSetup.Create(scope.ServiceProvider, new BulkClock(() => Clock.GetUtcNow() - noon, offset => Clock.Set(noon + offset)));
            return await seeder.RunAsync(order, _ => { }, CancellationToken.None);
        }
    }
}
