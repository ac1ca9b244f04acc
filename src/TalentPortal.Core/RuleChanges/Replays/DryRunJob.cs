using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Data;
using TalentPortal.Core.Jobs;

namespace TalentPortal.Core.RuleChanges.Replays;

/// <summary>Plays a draft on the cases of a period, a page at a time, and keeps what it has counted.</summary>
internal sealed class DryRunJob(PortalDbContext db, RuleTexts texts, ReplayCases cases, TimeProvider time) : IJobHandler
{
    // Twice is harmless: it reads cases and writes its own row alone, goes on where that row stands, and a finished run is left as it is.

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "rules.dry-run";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var id = JsonSerializer.Deserialize<JsonElement>(job.Payload).GetProperty("run").GetGuid();
        var run = await db.Set<DryRun>().SingleAsync(one => one.Id == id, ct);
        if (run.Status is DryRunStatus.Done) return;
        var change = await db.Set<RuleChange>().AsNoTracking().SingleAsync(one => one.Id == run.ChangeId, ct);
        var text = await texts.OfAsync(change, ct);
        // The draft reads otherwise by now: what was counted so far stands for nothing, and the run ends without standing for the draft.
        if (text.Succeeded && text.Value.Hash == run.RuleHash) await PlayAsync(run, text.Value, ct);
        run.Finish(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    private async Task PlayAsync(DryRun run, RuleText text, CancellationToken ct)
    {
        var tally = DryRunTally.FromJson(run.Result);
        for (; tally.ItemIndex < text.Pairs.Count; tally.ItemIndex++, tally.Cursor = Guid.Empty)
        {
            var pair = text.Pairs[tally.ItemIndex];
            while (await cases.PageAsync(pair.Before.Item.Code, run.FromOn, run.ToOn, tally.Cursor, ct) is { Count: > 0 } page)
            {
                foreach (var one in page)
                    tally.Add(one, new ReplayComparison(RuleReplay.Play(pair.Before, one), RuleReplay.Play(pair.After, one)),
                        pair.After.Item, Category(pair.Before.Item, one));
                tally.Cursor = page[^1].CaseId;
                run.Advance(tally, page.Count);
                await db.SaveChangesAsync(ct);
            }
        }
    }

    /// <summary>The first choice that the workflow may see tells what kind of case it is.</summary>
    private static string? Category(ServiceItem item, ReplayCase one) =>
        item.WorkflowInputs.FirstOrDefault(path => item.FindField(path) is { Type: FieldType.Choice, Multiple: false }) is { } path
            && one.Answers.Find(path) is AnswerValue.Text code ? code.Value : null;
}
