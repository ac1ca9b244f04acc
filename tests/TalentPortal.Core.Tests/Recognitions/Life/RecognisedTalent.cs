using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Hearings;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Recognitions.Life;

/// <summary>Somebody who was recognised, and what can happen then.</summary>
internal sealed class RecognisedTalent(PortalFactory portal, Journey journey, string number)
{
    public Journey Journey { get; } = journey;

    public string Number { get; } = number;

    /// <summary>Each begins on the same day, however far another test of the class has gone.</summary>
    public static async Task<RecognisedTalent> BeginAsync(PortalFactory portal, decimal points = 13)
    {
        portal.Clock.Set(new TestClock().GetUtcNow());
        var journey = await Journey.BeginAsync(portal);
        await journey.ReachTownAsync();
        await journey.GoOnToDistrictNoticeAsync(points);
        await journey.PassDaysAsync(5);
        return new RecognisedTalent(portal, journey, (string)(await journey.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!);
    }

    public T Service<T>()
        where T : notnull => portal.Services.GetRequiredService<T>();

    /// <summary>Goes to nine in the morning of a day and runs what is due by then.</summary>
    public async Task GoToAsync(int year, int month, int day)
    {
        portal.Clock.Set(Service<PortalTimeZone>().StartOf(new DateOnly(year, month, day)) + TimeSpan.FromHours(9));
        await portal.RunJobsAsync();
    }

    public async Task<Journey> HandInCheckAsync()
    {
        var handedIn = await TryHandInCheckAsync();
        Assert.True(handedIn.Succeeded, handedIn.Refusal?.ToString());
        return handedIn.Value;
    }

    public async Task<Result<Journey>> TryHandInCheckAsync(string? number = null)
    {
        using var answers = JsonDocument.Parse($$"""
            { "name": "Qin Xiaohe", "citizenId": "{{Journey.CitizenId}}", "certificate": "{{number ?? Number}}", "servicePlace": "450311100201",
              "stillServing": true, "nothingAgainst": true, "service": "Taught in the village school all year.", "commitment": true }
            """);
        return await Journey.HandInAsync("recognition-annual-check", answers.RootElement.Clone(), "serviceProof");
    }

    /// <summary>Applies once more.</summary>
    /// <param name="level">The level applied for; null to leave it open.</param>
    public Task<Result<Journey>> ApplyAgainAsync(string? level = null)
    {
        var answers = JsonNode.Parse(RecognitionForms.Teacher(Journey.CitizenId).GetRawText())!.AsObject();
        if (level is not null) answers["levelApplied"] = level;
        return Journey.HandInAsync("RC010001", JsonSerializer.SerializeToElement(answers), "portrait", "photos");
    }

    public async Task<Result<Journey>> OpenRevocationAsync(string reason = "false-material")
    {
        var officer = await Journey.ActorAsync(Journey.Office);
        var opened = await Service<RevocationCases>().OpenAsync(officer, Number, reason, "The list of households is not true.",
            Journey.Begin("RevocationOpening", officer), default);
        return opened.Succeeded ? Journey.OfCase(opened.Value) : opened.Refusal;
    }

    public Task<Result> StateAsync(Journey matter, string text) =>
        Service<HolderStatements>().StateAsync(Journey.Talent, matter.CaseId, text, Journey.Begin("HolderStating", Journey.Talent), default);

    public async Task<string> StatusAsync() => (string)(await Journey.ScalarAsync("select status from recognitions where case_id = $1"))!;

    /// <summary>The lines of its life, in order.</summary>
    public async Task<string> LifeAsync() => (string)(await Journey.ScalarAsync(
        "select coalesce(string_agg(kind || coalesce(' ' || year, ''), ', ' order by recorded_at, kind), '') from recognition_events where case_id = $1"))!;

    public async Task<long> ToldAsync(string template) =>
        (long)(await portal.Database.ScalarAsync("select count(*) from outbox_messages where recipient_id = $1 and template = $2", Journey.Talent.UserId, template))!;

    public async Task<CertificateView> VerifyAsync() => (await Service<RecognitionQueries>().VerifyAsync(Number, default))!;
}
