using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Allowances.Following;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Following;
using TalentPortal.Core.Tests.Recognitions.Life;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.TalentCards;

/// <summary>A card follows its holder's recognition: announced before, carried out after, in its own case, whatever another room does.</summary>
public sealed class CardFollowingTests(CardFollowingTests.TwoRooms portal) : IClassFixture<CardFollowingTests.TwoRooms>
{
    private const string Amount = """{ "recoveryAmount": 0 }""";

    [Fact]
    public async Task Revocation_AnotherGroundIsLeft_TheLevelFallsOnceTheDecisionStands()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await PublishAsync(portal);
        var card = await IssueAsync(talent, "\"degree\": \"3\"");
        Assert.Equal("Active|B", await StateAsync(card));
        var allowance = await GrantAsync(talent, card);
        var matter = (await talent.OpenRevocationAsync()).Value;
        Assert.True((await talent.StateAsync(matter, "It was a slip.")).Succeeded);
        await matter.DecideAsync(Journey.Office, "propose", "ProposeRevocation", "The list is false.", fields: Amount);
        await portal.RunJobsAsync();
        var lines = await talent.Service<FollowUpPreview>().LinesAsync(await RecognitionAsync(talent), RecognitionStatus.Revoked, default);
        Assert.Equal("Talent card (Class B): Its level falls from Class B to Class E.", $"{lines[0].Subject.En}: {lines[0].Consequence.En}");
        Assert.Contains(lines, line => line.Consequence.En == "From 30% of the price to 70%." && line.CaseId is null);
        Assert.StartsWith("It ends. 0 yuan were paid", lines.Single(line => line.CaseId == allowance).Consequence.En, StringComparison.Ordinal);
        Assert.Empty(await talent.Service<FollowUpSteps>().OfRecognitionAsync(await RecognitionAsync(talent), default));
        Assert.Equal("Active|B", await StateAsync(card));

        await matter.DecideAsync(Journey.Leader, "decide", "Revoke", "Revoked: the list is false.");
        await portal.RunJobsAsync();
        Assert.Equal("Active|E", await StateAsync(card));
        Assert.Equal("Ended", await portal.Database.ScalarAsync("select status from allowances where case_id = $1", allowance));
        Assert.Equal("B>E", await portal.Database.ScalarAsync(
            "select level_before || '>' || level_after from card_actions where case_id = $1 and kind = 'LevelChanged' and by_user_id is null", card));
        var steps = await talent.Service<FollowUpSteps>().OfDecisionAsync(matter.CaseId, default);
        Assert.Equal(lines.Select(line => line.Subject.Zh), steps.Select(step => step.Subject.Zh));
        Assert.All(steps, step => Assert.Equal((FollowUpState.Done, RecognitionStatus.Revoked), (step.State, step.Becomes)));
        Assert.Empty(await talent.Service<AuditVerifier>().VerifyAsync(CancellationToken.None));

        await AgainAsync(talent, card);
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from card_actions where case_id = $1 and kind = 'LevelChanged'", card));
    }

    [Fact]
    public async Task Suspension_TheOnlyGround_TheCardRestsAndComesBack_AndEndsWithIt()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var card = await IssueAsync(talent, "");
        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().SuspendAsync)).Succeeded);
        await portal.RunJobsAsync();
        Assert.StartsWith("Suspended|", await StateAsync(card), StringComparison.Ordinal);
        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().ResumeAsync)).Succeeded);
        await portal.RunJobsAsync();
        Assert.StartsWith("Active|", await StateAsync(card), StringComparison.Ordinal);

        // Suspended and resumed before anything ran: there is nothing left to do.
        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().SuspendAsync)).Succeeded);
        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().ResumeAsync)).Succeeded);
        await portal.RunJobsAsync();
        Assert.StartsWith("Active|", await StateAsync(card), StringComparison.Ordinal);

        var preview = await talent.Service<FollowUpPreview>().LinesAsync(await RecognitionAsync(talent), RecognitionStatus.Lapsed, default);
        Assert.Equal("No other ground holds: it is cancelled and works at no venue.", preview[0].Consequence.En);
        var issued = (await talent.VerifyAsync()).IssuedOn;
        await talent.GoToAsync(issued.Year + 1, 4, 1);
        Assert.DoesNotContain("Cancelled", await StateAsync(card), StringComparison.Ordinal);
        await talent.GoToAsync(issued.Year + 2, 4, 2);
        Assert.Equal("Lapsed", await talent.StatusAsync());
        Assert.StartsWith("Cancelled|", await StateAsync(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedStep_IsSeenAndTriedAgain_AndHoldsNoOther()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        var card = await IssueAsync(talent, "");
        await portal.Database.ScalarAsync(
            """
            create function refuse_for_a_test() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
            create trigger refused before update on talent_cards for each row execute function refuse_for_a_test();
            """);
        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().SuspendAsync)).Succeeded);
        await portal.RunJobsAsync();
        var steps = await talent.Service<FollowUpSteps>().OfRecognitionAsync(await RecognitionAsync(talent), default);
        Assert.Equal(FollowUpState.Retrying, steps[0].State);
        Assert.Contains("the disk is full", steps[0].Error, StringComparison.Ordinal);
        Assert.Equal(FollowUpState.Done, steps.Single(step => step.Subject.Zh == "OtherRoom").State);

        await portal.Database.ScalarAsync("drop trigger refused on talent_cards; drop function refuse_for_a_test();");
        portal.Clock.Set(portal.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        await portal.RunJobsAsync();
        steps = await talent.Service<FollowUpSteps>().OfRecognitionAsync(await RecognitionAsync(talent), default);
        Assert.All(steps, step => Assert.Equal(FollowUpState.Done, step.State));
        Assert.StartsWith("Suspended|", await StateAsync(card), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlannedWithoutACase_AnAllowanceThatCameSinceEndsAllTheSame()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await PublishAsync(portal);
        var allowance = await GrantAsync(talent, await IssueAsync(talent, ""));
        var recognition = await RecognitionAsync(talent);
        await portal.Database.ScalarAsync("update recognitions set status = 'Revoked' where id = $1", recognition);
        var order = new FollowUpOrder(recognition, RecognitionStatus.Revoked, (await talent.VerifyAsync()).IssuedOn, Case: null, ByCase: null);
        var job = new Job { Id = Guid.NewGuid(), Kind = FollowAllowanceJob.Kind, Payload = order.ToJson() };
        for (var times = 0; times < 2; times++) await ActivatorUtilities.CreateInstance<FollowAllowanceJob>(portal.Services).HandleAsync(job, default);
        await portal.Database.ScalarAsync("update recognitions set status = 'Valid' where id = $1", recognition);
        Assert.Equal("Ended|1", await portal.Database.ScalarAsync(
            "select status || '|' || (select count(*) from outbox_messages m where m.case_id = a.case_id and m.template = 'allowance-ended') from allowances a where case_id = $1", allowance));
    }

    [Fact]
    public async Task Preview_TheLevelFallsAndStillGivesTheBenefit_TheDeciderReadsThatItIsAskedForAnew()
    {
        var talent = await RecognisedTalent.BeginAsync(portal);
        await PublishAsync(portal);
        var card = await IssueAsync(talent, "\"degree\": \"2\"");
        var allowance = await GrantAsync(talent, card);
        Assert.Equal("Active|B", await StateAsync(card));
        var lines = await talent.Service<FollowUpPreview>().LinesAsync(await RecognitionAsync(talent), RecognitionStatus.Revoked, default);
        Assert.Contains(lines, line => line.CaseId is null && line.Consequence.En.StartsWith("The level changes: it is paid up to the eve", StringComparison.Ordinal));
        var paused = await talent.Service<FollowUpPreview>().LinesAsync(await RecognitionAsync(talent), RecognitionStatus.Suspended, default);
        Assert.DoesNotContain(paused, line => line.Consequence.En.Contains("while the card is suspended", StringComparison.Ordinal));

        Assert.True((await ChangeAsync(talent, talent.Service<RecognitionSuspensions>().SuspendAsync)).Succeeded);
        await portal.RunJobsAsync();
        Assert.Equal("Active|C", await StateAsync(card));
        Assert.Equal("Ended", await portal.Database.ScalarAsync("select status from allowances where case_id = $1", allowance));
    }

    private static async Task<Result> ChangeAsync(
        RecognisedTalent talent, Func<Core.Accounts.Actor, string, string, Operation, CancellationToken, Task<Result>> change)
    {
        var officer = await talent.Journey.ActorAsync(Journey.Office);
        return await change(officer, talent.Number, "Looked into.", talent.Journey.Begin("RecognitionSuspending", officer), default);
    }

    private static async Task<Guid> RecognitionAsync(RecognisedTalent talent) => (Guid)(await talent.Journey.ScalarAsync("select id from recognitions where case_id = $1"))!;

    /// <summary>The same job once more, as after a portal died before it could say that it was done.</summary>
    private async Task AgainAsync(RecognisedTalent talent, Guid card)
    {
        var id = (Guid)(await portal.Database.ScalarAsync("select id from jobs where kind = 'cards.follow-recognition' and case_id = $1", talent.Journey.CaseId))!;
        var order = new FollowUpOrder(await RecognitionAsync(talent), RecognitionStatus.Revoked, new DateOnly(2026, 1, 1), card, ByCase: null);
        await ActivatorUtilities.CreateInstance<FollowRecognitionJob>(portal.Services).HandleAsync(
            new Job { Id = id, Kind = FollowRecognitionJob.Kind, Payload = order.ToJson() }, default);
    }

    private async Task<Guid> IssueAsync(RecognisedTalent talent, string bases)
    {
        var holder = await talent.Journey.ActorAsync(talent.Journey.Talent.UserId);
        return (await new CardHolders(portal).IssueAsync(bases, holder, talent.Journey.CitizenId)).CardId;
    }

    private async Task<Guid> GrantAsync(RecognisedTalent talent, Guid card)
    {
        var holder = await talent.Journey.ActorAsync(talent.Journey.Talent.UserId);
        return (await new AllowanceHolders(portal).GrantAsync(card: new HeldCard(holder, Guid.Empty, card))).AllowanceId;
    }

    private async Task<string> StateAsync(Guid card) =>
        (string)(await portal.Database.ScalarAsync("select status || '|' || level from talent_cards where case_id = $1", card))!;

    /// <summary>A catalogue in which a recognition is worth more than a degree.</summary>
    internal static async Task PublishAsync(PortalFactory portal)
    {
        var catalogues = portal.Services.GetRequiredService<BenefitCatalogues>();
        var present = catalogues.Current.Catalogue;
        if (present.Bases.Any(rule => rule is { Kind: BasisKind.Recognition, Level: "B" })) return;
        var next = present with
        {
            Version = present.Version + 1,
            Bases = [.. present.Bases.Select(rule => rule.Kind is BasisKind.Recognition ? rule with { Level = "B" } : rule)],
        };
        await using var connection = await portal.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await BenefitPublisher.InsertAsync(connection, next, release: null, portal.Clock.GetUtcNow(), default);
        await catalogues.LoadAsync(default);
    }

    /// <summary>A portal in which another room hangs on recognitions too.</summary>
    public sealed class TwoRooms : PortalFactory
    {
        /// <inheritdoc />
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IRecognitionFollowUp, OtherRoom>();
                services.AddJob<OtherRoomJob>();
            });
        }
    }

    private sealed class OtherRoom : IRecognitionFollowUp
    {
        public string JobKind => OtherRoomJob.Kind;

        public Task<IReadOnlyList<FollowUpLine>> PreviewAsync(Guid recognitionId, RecognitionStatus becomes, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<FollowUpLine>>([new FollowUpLine(new LocalizedText("OtherRoom", "Other room"), new LocalizedText("Told", "Told"))]);
    }

    private sealed class OtherRoomJob : IJobHandler
    {
        public static string Kind => "tests.follow-recognition";

        public Task HandleAsync(Job job, CancellationToken ct) => Task.CompletedTask;
    }
}
