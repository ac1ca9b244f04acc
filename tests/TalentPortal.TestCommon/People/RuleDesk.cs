using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.RuleChanges.Replays;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.TestCommon.Portals;

namespace TalentPortal.TestCommon.People;

/// <summary>Writes and releases changes of rules through the services, with the accounts of the demonstration.</summary>
internal sealed class RuleDesk(PortalFactory portal)
{
    public const string Admin = "admin@demo";
    public const string Office = "office@demo";

    public ParameterTable Parameters => portal.Services.GetRequiredService<ParameterTable>();

    public DateOnly Today => portal.Services.GetRequiredService<PortalTimeZone>().Today;

    public static RuleDraft From(DateOnly validFrom) => new(validFrom, Provenance.SourceDocument, "Document 12 (2026)", "The yearly review asked for it.");

    public Task<Result<RuleChange>> WriteAsync(string key, object value, DateOnly validFrom, string who = Admin) =>
        WriteAsync(key, new ParameterInput(Convert.ToString(value, CultureInfo.InvariantCulture), Parameters.Of(key)[0].Unit), From(validFrom), who);

    public async Task<Result<RuleChange>> WriteAsync(string key, ParameterInput input, RuleDraft draft, string who = Admin)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        return await UseAsync<ParameterChanges, RuleChange>(changes => changes.WriteAsync(actor, key, input, draft, Begin(actor), default));
    }

    public async Task<Result<RuleChange>> EditAsync(RuleChange change, object value, string who = Admin, int? revision = null)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        var input = new ParameterInput(Convert.ToString(value, CultureInfo.InvariantCulture), Parameters.Of(change.Subject)[0].Unit);
        return await UseAsync<ParameterChanges, RuleChange>(changes =>
            changes.EditAsync(actor, change.Id, revision ?? change.Revision, input, From(change.ValidFrom), Begin(actor), default));
    }

    public async Task<Result<RuleChange>> ReleaseAsync(RuleChange change, string who = Office, bool withoutDryRun = true, int? revision = null)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        var how = new RuleReleaseOptions(revision ?? change.Revision, "Checked against the document.", withoutDryRun);
        return await UseAsync<RuleReleases, RuleChange>(releases => releases.ReleaseAsync(actor, change.Id, how, Begin(actor), default));
    }

    public async Task<Result<RuleChange>> WithdrawAsync(RuleChange change, string who = Admin)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        return await UseAsync<RuleReleases, RuleChange>(releases => releases.WithdrawAsync(actor, change.Id, "A typing error.", Begin(actor), default));
    }

    public async Task<Result<RuleChange>> DiscardAsync(RuleChange change, string who = Admin)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        return await UseAsync<RuleReleases, RuleChange>(releases => releases.DiscardAsync(actor, change.Id, change.Revision, Begin(actor), default));
    }

    public async Task<Result<RuleChange>> WriteItemAsync(string code, string path, string value, DateOnly validFrom, string who = Admin)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        var typed = new Dictionary<string, string?>(StringComparer.Ordinal) { [path] = value };
        return await UseAsync<ItemRuleChanges, RuleChange>(changes => changes.WriteAsync(actor, code, typed, From(validFrom), Begin(actor), default));
    }

    public async Task<Result<DryRun>> StartAsync(RuleChange change, DateOnly from, DateOnly to, string who = Admin)
    {
        var actor = await new TestPeople(portal.Services).DemoAsync(who);
        return await UseAsync<DryRuns, DryRun>(runs => runs.StartAsync(actor, change.Id, from, to, Begin(actor), default));
    }

    /// <summary>A finished dry run over a year of cases.</summary>
    public async Task<DryRun> PlayAsync(RuleChange change)
    {
        var started = await StartAsync(change, Today.AddYears(-1), Today);
        if (!started.Succeeded) throw new InvalidOperationException(started.Refusal.Key);
        await WorkOffAsync("rules.dry-run");
        await using var scope = portal.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<DryRuns>().OfAsync(change.Id, default)).Single(run => run.Id == started.Value.Id);
    }

    /// <summary>Runs the due jobs of a kind; those that the portal's own worker took a moment before are waited for.</summary>
    public async Task WorkOffAsync(string kind)
    {
        var given = Stopwatch.StartNew();
        do
        {
            await portal.Services.GetRequiredService<JobRunner>().RunDueAsync(default);
            if (given.Elapsed > TimeSpan.FromSeconds(30)) throw new TimeoutException($"A job of {kind} does not end.");
        }
        while ((long)(await portal.Database.ScalarAsync(
            "select count(*) from jobs where kind = $1 and status = 'Waiting' and run_at <= $2", kind, portal.Clock.GetUtcNow()))! > 0);
    }

    public Operation Begin(Actor actor) =>
        Operation.Begin(Guid.Empty, "RuleTesting", actor.UserId, actor.Appointments[0].Role.ToString(), portal.Services.GetRequiredService<TimeProvider>());

    public async Task<Result<T>> UseAsync<TService, T>(Func<TService, Task<Result<T>>> use)
        where TService : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
