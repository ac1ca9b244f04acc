using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Reviews.Incidents;

/// <summary>An administrator gets a stopped case going again, or ends it.</summary>
public sealed class IncidentRescueTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Skip_WithAnOutcome_GoesOnAndIsWrittenDown()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);

        var result = await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Skipped, "The line is not needed.") { Outcome = "Done" });

        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal("answer", await ScalarAsync("select step_code from review_tasks where case_id = $1 and status = 'Open'", stopped));
        Assert.Equal("Skipped The line is not needed.", await ScalarAsync("select deed || ' ' || resolution from incidents where case_id = $1", stopped));
        Assert.Equal(StoppedConsultation.Stopping, await ScalarAsync(
            "select facts->>'activity' from operation_events where stream_id = $1 and type = 'IncidentSkipped'", stopped));
    }

    [Fact]
    public async Task SetVariable_ThatTheScriptWanted_GoesOn()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);

        var result = await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.VariableSet, "It was never set.") { Variable = "1:note", Value = "asked" });

        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal("Suspended", await ScalarAsync("select sub_status from workflow_instances where case_id = $1", stopped));
        Assert.Equal(0L, await ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", stopped));
        Assert.Equal("InReview", await ScalarAsync("select status from applications where case_id = $1", stopped));
        Assert.Equal(0L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and facts::text like '%asked%'", stopped));
    }

    [Fact]
    public async Task Move_ToAnEarlierStep_OpensItsTaskAgain()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);

        var result = await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Moved, "To be taken again.") { ActivityId = "acceptOffice" });

        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal("accept", await ScalarAsync("select step_code from review_tasks where case_id = $1 and status = 'Open'", stopped));
        Assert.Equal("Moved", await ScalarAsync("select deed from incidents where case_id = $1", stopped));
    }

    [Fact]
    public async Task Cancel_TheLastWorkflow_EndsTheCaseAndTellsTheApplicant()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);

        var result = await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Cancelled, "Handed in twice."));

        Assert.True(result.Succeeded, result.Refusal?.ToString());
        Assert.Equal("Terminated Handed in twice.", await ScalarAsync("select status || ' ' || outcome_reason from applications where case_id = $1", stopped));
        Assert.Equal("Finished", await ScalarAsync("select status from workflow_instances where case_id = $1", stopped));
        Assert.Equal(0L, await ScalarAsync("select count(*) from bookmarks where case_id = $1", stopped));
        Assert.Equal("Cancelled", await ScalarAsync("select deed from incidents where case_id = $1", stopped));
        Assert.True((long)(await ScalarAsync("select count(*) from outbox_messages where case_id = $1 and template like '%erminated%'", stopped))! > 0);
    }

    [Fact]
    public async Task Retry_ThatFailsAgain_LeavesOneOpenIncident()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);

        Assert.True((await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Retried, "Once more."))).Succeeded);

        Assert.Equal(1L, await ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", stopped));
        Assert.Equal(1L, await ScalarAsync("select count(*) from incidents where case_id = $1 and deed = 'Retried'", stopped));
        Refused<IncidentSettled>(await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Skipped, "Too late.") { Outcome = "Done" }));
    }

    [Fact]
    public async Task Run_WhatCanNotBeDone_IsRefusedAndChangesNothing()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        var id = stopped.IncidentId;

        Refused<IncidentReasonMissing>(await RunAsync(new RescueRequest(id, IncidentDeed.Skipped, " \u0007 ") { Outcome = "Done" }));
        Refused<SkipOutcomeUnknown>(await RunAsync(new RescueRequest(id, IncidentDeed.Skipped, "Why not.") { Outcome = "Perhaps" }));
        Refused<VariableUnknown>(await RunAsync(new RescueRequest(id, IncidentDeed.VariableSet, "Why not.") { Variable = "1:other", Value = "x" }));
        Refused<VariableValueWrong>(await RunAsync(new RescueRequest(id, IncidentDeed.VariableSet, "Why not.") { Variable = "1:note", Value = "a\0b" }));
        Refused<RescueStepUnknown>(await RunAsync(new RescueRequest(id, IncidentDeed.Moved, "Why not.") { ActivityId = "nowhere" }));
        Refused<IncidentSettled>(await RunAsync(new RescueRequest("unknown", IncidentDeed.Retried, "Why not.")));

        Assert.Equal(1L, await ScalarAsync("select count(*) from incidents where case_id = $1 and resolved_at is null", stopped));
        Assert.Equal(0L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type in ('IncidentSkipped', 'IncidentMoved', 'IncidentVariableSet')", stopped));
    }

    [Fact]
    public async Task Skip_ThatWouldLeaveTheCaseWithNobody_IsRefused()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        // As if the flowchart itself had failed: skipping it ends the workflow, and the application has no result.
        await portal.Database.ScalarAsync(
            """
            update workflow_instances set state = jsonb_set(state::jsonb, '{incidents,0,run}',
                (select run->'id' from jsonb_array_elements(state::jsonb->'runs') run where run->>'activity' = 'flow'))::json
            where case_id = $1
            """, stopped.CaseId);

        Refused<SkipEndsWorkflow>(await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Skipped, "Why not.") { Outcome = "Done" }));

        Assert.Equal("Running", await ScalarAsync("select status from workflow_instances where case_id = $1", stopped));
    }

    [Fact]
    public async Task Move_InACaseWithItsResult_IsRefused()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        await ScalarAsync("update applications set status = 'Withdrawn', stage = null, closed_at = submitted_at where case_id = $1", stopped);

        Refused<ApplicationAlreadyClosed>(await RunAsync(new RescueRequest(stopped.IncidentId, IncidentDeed.Moved, "Again.") { ActivityId = "acceptOffice" }));
    }

    [Fact]
    public async Task Run_TwiceWithOneOperation_IsDoneOnce()
    {
        var stopped = await StoppedConsultation.MakeAsync(portal);
        var request = new RescueRequest(stopped.IncidentId, IncidentDeed.Retried, "Once more.");
        var operation = await BeginAsync();

        Assert.True((await RunAsync(request, operation)).Succeeded);
        Assert.True((await RunAsync(request, operation)).Succeeded);

        Assert.Equal(1L, await ScalarAsync("select count(*) from operation_events where stream_id = $1 and type = 'IncidentRetried'", stopped));
    }

    private static void Refused<T>(Result result)
        where T : Refusal => Assert.IsType<T>(result.Refusal);

    private async Task<Result> RunAsync(RescueRequest request, Operation? operation = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IncidentRescue>().RunAsync(request, operation ?? await BeginAsync(), CancellationToken.None);
    }

    private async Task<Operation> BeginAsync() => Operation.Begin(
        Guid.NewGuid(), "IncidentSettling", (await new TestPeople(portal.Services).DemoAsync("admin@demo")).UserId, role: null, portal.Clock);

    private Task<object?> ScalarAsync(string sql, StoppedConsultation stopped) => portal.Database.ScalarAsync(sql, stopped.CaseId);
}
