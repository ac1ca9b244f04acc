using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Cases;

/// <summary>Whoever changes history in the database is found out, with or without the key.</summary>
public sealed class AuditVerifierTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Verify_Untouched_FindsNothing()
    {
        // Other tests of this class tamper with cases of their own.
        var receipt = await CaseAsync();
        Assert.DoesNotContain(await VerifyAsync(), finding => finding.Stream == receipt.CaseId || finding.Fault is AuditFault.BrokenAnchors);
    }

    [Fact]
    public async Task Verify_RowChanged_NamesTheRow()
    {
        var receipt = await CaseAsync();
        await ExecuteAsync("update applications set subject_name = 'Somebody Else' where case_id = $1", receipt.CaseId);
        var finding = Assert.Single(await VerifyAsync(), finding => finding.Stream == receipt.CaseId);
        Assert.Equal((AuditFault.ChangedRow, $"applications/{receipt.CaseId}"), (finding.Fault, finding.Where));
    }

    [Fact]
    public async Task Verify_TailCutAndHeadMovedBack_IsFoundByTheRowsAndTheAnchor()
    {
        var receipt = await CaseAsync();
        await AnchorAsync();
        await ExecuteAsync("delete from operation_events where stream_id = $1 and seq = (select audit_seq from cases where id = $1)", receipt.CaseId);
        await ExecuteAsync(
            "update cases set audit_seq = audit_seq - 1, audit_head = (select mac from operation_events where stream_id = $1 order by seq desc limit 1) where id = $1",
            receipt.CaseId);
        var faults = (await VerifyAsync()).Where(finding => finding.Stream == receipt.CaseId).Select(finding => finding.Fault).ToList();
        Assert.Contains(AuditFault.CutTail, faults);
        Assert.Contains(faults, fault => fault is AuditFault.UnknownRow or AuditFault.ChangedRow);
    }

    [Fact]
    public async Task Verify_CaseDeletedWithItsHistory_IsFoundByTheAnchor()
    {
        var receipt = await CaseAsync();
        await AnchorAsync();
        foreach (var table in (string[])["outbox_messages", "consents", "decisions", "deadlines", "review_tasks", "review_steps", "bookmarks",
            "workflow_journal", "workflow_instances", "operations", "case_materials", "application_secrets", "applications"])
            await ExecuteAsync($"delete from {table} where case_id = $1", receipt.CaseId);
        await ExecuteAsync("delete from operation_events where stream_id = $1", receipt.CaseId);
        await ExecuteAsync("delete from cases where id = $1", receipt.CaseId);
        Assert.Contains(new AuditFinding(AuditFault.DeletedCase, receipt.CaseId, "anchor"), await VerifyAsync());
    }

    [Fact]
    public async Task Verify_HistoryChainedAnewWithTheStolenKey_IsFoundByTheAnchor()
    {
        var receipt = await CaseAsync();
        await AnchorAsync();
        await RechainAsync(receipt.CaseId);
        var faults = (await VerifyAsync()).Where(finding => finding.Stream == receipt.CaseId).Select(finding => finding.Fault).ToHashSet();
        Assert.Contains(AuditFault.RewrittenHistory, faults);
        Assert.DoesNotContain(AuditFault.BrokenChain, faults);
    }

    [Fact]
    public async Task Verify_EntryChangedWithoutTheKey_BreaksTheChain()
    {
        var receipt = await CaseAsync();
        await ExecuteAsync("update operation_events set actor_id = null where stream_id = $1 and seq = 1", receipt.CaseId);
        Assert.Contains(await VerifyAsync(), finding => finding.Fault is AuditFault.BrokenChain && finding.Stream == receipt.CaseId);
    }

    [Fact]
    public async Task OperationEvents_UpdateByThePortalsOwnRole_IsRefused()
    {
        var receipt = await CaseAsync();
        var failure = await Assert.ThrowsAsync<PostgresException>(() =>
            portal.Database.ScalarAsync("update operation_events set type = 'x' where stream_id = $1", receipt.CaseId));
        Assert.Equal("42501", failure.SqlState);
    }

    private async Task<SubmissionReceipt> CaseAsync()
    {
        var people = new TestPeople(portal.Services);
        var consultations = new Consultations(portal);
        var receipt = await consultations.SubmitAsync(await people.TalentAsync());
        await consultations.DecideAsync(await people.OfficerAsync(PortalRole.TalentOffice, "ys-talent-office"), receipt.Tasks[0].Id, "Accept");
        return receipt;
    }

    private Task<IReadOnlyList<AuditFinding>> VerifyAsync() => portal.Services.GetRequiredService<AuditVerifier>().VerifyAsync(default);

    private Task<int> AnchorAsync() => portal.Services.GetRequiredService<AuditAnchors>().WriteAsync(default);

    /// <summary>What only the owner of the database can do: the trigger does not fire in replica mode.</summary>
    private async Task ExecuteAsync(string sql, Guid caseId)
    {
        await using var connection = await portal.Database.DataSource.OpenConnectionAsync();
        await using var mode = new NpgsqlCommand("set session_replication_role = replica", connection);
        await mode.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = caseId } } };
        await command.ExecuteNonQueryAsync();
        await using var back = new NpgsqlCommand("set session_replication_role = default", connection);
        await back.ExecuteNonQueryAsync();
    }

    private async Task RechainAsync(Guid caseId)
    {
        var chain = portal.Services.GetRequiredService<AuditChain>();
        await using var context = portal.Database.NewContext();
        var entries = context.OperationEvents.Where(entry => entry.StreamId == caseId).OrderBy(entry => entry.Seq).ToList();
        var head = Array.Empty<byte>();
        foreach (var entry in entries)
        {
            var forged = entry with { ActorRole = "Forged" };
            head = chain.Sign(head, forged);
            await ExecuteAsync($"update operation_events set actor_role = 'Forged', mac = '\\x{Convert.ToHexString(head)}' where stream_id = $1 and seq = {entry.Seq}", caseId);
        }

        await ExecuteAsync($"update cases set audit_head = '\\x{Convert.ToHexString(head)}' where id = $1", caseId);
    }
}
