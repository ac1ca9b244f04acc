using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.RuleChanges;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using TalentPortal.Workflows.Definitions;
using Xunit;

namespace TalentPortal.Core.Tests.Definitions;

/// <summary>From draft to published to the cases that begin on it.</summary>
public sealed class DefinitionPublicationTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Check_WhatPublishingForbids_IsKeptAndTheVersionStaysADraft()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        await desk.ImportAsync(DefinitionDesk.Copy(100, json =>
        {
            DefinitionDesk.Activity(json, "answer")["step"]!["expression"]!["value"] = "no-such-step";
            DefinitionDesk.Activity(json, "acceptOffice")["unit"]!["expression"]!["value"] = "ys-nowhere";
            json["root"]!["connections"]!.AsArray().RemoveAt(0);
        }));

        Assert.True((await desk.CheckAsync(100)).Value > 2);

        var row = (await desk.Service<DefinitionRegister>().FindAsync(DefinitionDesk.Consultation, 100, default))!;
        Assert.Equal((DefinitionState.Draft, true), (row.State, row.CheckedAt is not null));
        var found = row.Findings.Select(finding => (finding.Code, finding.ActivityId)).ToList();
        Assert.Contains((nameof(HouseFault.StepNotInGuide), "answer"), found);
        Assert.Contains((nameof(HouseFault.UnitUnknown), "acceptOffice"), found);
        Assert.Contains((nameof(DefinitionFault.Unreachable), "answer"), found);
        Assert.IsType<DefinitionStateChanged>((await desk.PublishAsync(100, desk.Publisher)).Refusal);
    }

    [Fact]
    public async Task Publish_ByWhoBroughtItInOrWithoutReason_IsRefused()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        await desk.ImportAsync(DefinitionDesk.Copy(101));
        await desk.CheckAsync(101);

        Assert.IsType<PublisherIsAuthor>((await desk.PublishAsync(101, desk.Author)).Refusal);
        Assert.Equal("ReasonMissing", (await desk.Service<DefinitionPublication>().PublishAsync(
            DefinitionDesk.Consultation, 101, " ", desk.Begin("DefinitionPublishing", desk.Publisher), default)).Refusal!.Key);
        Assert.True((await desk.PublishAsync(101, desk.Publisher)).Succeeded);
        Assert.IsType<DefinitionStateChanged>((await desk.PublishAsync(101, desk.Publisher)).Refusal);
        Assert.IsType<DefinitionStateChanged>((await desk.Service<DefinitionPublication>().DiscardAsync(
            DefinitionDesk.Consultation, 101, desk.Begin("DefinitionDiscarding", desk.Publisher), default)).Refusal);
        Assert.Empty(await desk.Service<AuditVerifier>().VerifyAsync(default));
    }

    [Fact]
    public async Task Use_PublishedVersion_IsForNewCasesOnlyAndOtherPortalsSeeIt()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        await using var other = new SecondPortal(portal.Database.ConnectionString);
        var before = other.Get<ServiceItems>().Find("RC320001")!;
        var talent = await new TestPeople(portal.Services).TalentAsync();
        var old = await new Consultations(portal).SubmitAsync(talent);
        Assert.IsType<DefinitionStateChanged>((await desk.UseAsync(102)).Refusal);

        await desk.PublishedAsync(102);
        var still = await new Consultations(portal).SubmitAsync(talent);
        Assert.IsType<DefinitionInUse>((await desk.RetireAsync(before.DefinitionVersion)).Refusal);
        Assert.True((await desk.UseAsync(102)).Succeeded);
        var now = await new Consultations(portal).SubmitAsync(talent);

        Assert.Equal((before.DefinitionVersion, before.DefinitionVersion, 102), (await VersionAsync(old.CaseId), await VersionAsync(still.CaseId), await VersionAsync(now.CaseId)));
        Assert.IsType<DefinitionUsedAlready>((await desk.UseAsync(102)).Refusal);
        Assert.IsType<ServiceItemOfOtherDefinition>((await desk.UseAsync(102, "RC010001")).Refusal);
        // The other portal looks by itself every few seconds; here it is told to.
        await other.Get<DefinitionFollower>().LookAsync(default);
        await other.Get<ReleasedRules>().LookAsync(default);
        var seen = other.Get<ServiceItems>().Find("RC320001")!;
        Assert.Equal((102, before.Item.Version + 1), (seen.DefinitionVersion, seen.Item.Version));
        Assert.NotNull(other.Get<WorkflowDefinitions>().Runner.Catalog.Find(DefinitionDesk.Consultation, 102));
        Assert.False(await other.Get<DefinitionFollower>().LookAsync(default));
    }

    [Fact]
    public async Task Retire_UnusedVersion_StaysForWhatRunsOnIt()
    {
        var desk = await DefinitionDesk.OfAsync(portal);
        await desk.PublishedAsync(90);

        Assert.True((await desk.RetireAsync(90)).Succeeded);

        Assert.Equal(DefinitionState.Retired, await desk.StateAsync(90));
        Assert.False(desk.Service<WorkflowDefinitions>().Runner.Catalog.Find(DefinitionDesk.Consultation, 90)!.IsPublished);
        Assert.IsType<DefinitionStateChanged>((await desk.UseAsync(90)).Refusal);
    }

    private async Task<int> VersionAsync(Guid caseId) =>
        (int)(await portal.Database.ScalarAsync("select definition_version from workflow_instances where case_id = $1", caseId))!;
}
