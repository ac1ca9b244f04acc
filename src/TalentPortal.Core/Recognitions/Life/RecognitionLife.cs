using System.Globalization;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Recognitions.Life.FollowUps;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// Changes a recognition in its own case: the status, the line of its life, the audit, the message, and the jobs of what follows.
/// </summary>
public sealed class RecognitionLife(FollowUpPlans plans)
{
    private const string KnownSql =
        "select exists (select from recognition_events where recognition_id = $1 and kind = $2 and year = $3)";

    /// <summary>Which status an event leads to; what is not named changes none.</summary>
    private static readonly Dictionary<RecognitionEventKind, RecognitionStatus> Leads = new()
    {
        [RecognitionEventKind.Suspended] = RecognitionStatus.Suspended,
        [RecognitionEventKind.Resumed] = RecognitionStatus.Valid,
        [RecognitionEventKind.Lapsed] = RecognitionStatus.Lapsed,
        [RecognitionEventKind.Revoked] = RecognitionStatus.Revoked,
        [RecognitionEventKind.Superseded] = RecognitionStatus.Superseded,
    };

    /// <summary>What its holder is told; the case that decided tells of what is not named.</summary>
    private static readonly Dictionary<RecognitionEventKind, string> Messages = new()
    {
        [RecognitionEventKind.CheckMissed] = MessageTemplates.RecognitionCheckMissed,
        [RecognitionEventKind.Suspended] = MessageTemplates.RecognitionSuspended,
        [RecognitionEventKind.Resumed] = MessageTemplates.RecognitionResumed,
        [RecognitionEventKind.Superseded] = MessageTemplates.RecognitionSuperseded,
    };

    /// <summary>Applies a change.</summary>
    /// <param name="work">The recognition's own case.</param>
    /// <param name="recognition">Its row.</param>
    /// <param name="change">What happens.</param>
    /// <param name="note">What the office writes to it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result> ApplyAsync(
        CaseWork work, Recognition recognition, RecognitionChange change, string note, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(recognition);
        ArgumentNullException.ThrowIfNull(change);
        if (Leads.TryGetValue(change.Kind, out var next))
        {
            var changed = recognition.Become(next);
            if (!changed.Succeeded) return changed.Refusal;
            work.Rows<Recognition>().Replace(changed.Value);
            await plans.PlanAsync(work, next, change, ct);
        }

        Write(work, recognition, change, note);
        if (Messages.TryGetValue(change.Kind, out var template)) Tell(work, template, recognition, change);
        return Result.Success;
    }

    /// <summary>Writes a line of its life.</summary>
    internal static void Write(CaseWork work, Recognition recognition, RecognitionChange change, string note = "")
    {
        work.Rows<RecognitionEvent>().Add(new RecognitionEvent
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            RecognitionId = recognition.Id,
            Kind = change.Kind,
            HappenedOn = change.On,
            Year = change.Year,
            Reason = change.Reason,
            Note = note,
            Amount = change.Amount,
            ByCaseId = change.ByCase == work.CaseId ? null : change.ByCase,
            ByUserId = change.ByUser,
            RecordedAt = work.Now,
        });
        // The case that issues it records that itself.
        if (change.Kind is RecognitionEventKind.Issued or RecognitionEventKind.Upgraded or RecognitionEventKind.Renewed) return;
        work.Record("Recognition" + change.Kind, ("recognition", recognition.Id), ("by", change.ByCase), ("on", change.On),
            ("year", change.Year),
            ("reason", change.Reason));
    }

    /// <summary>Tells the holder about the recognition.</summary>
    internal static void Tell(CaseWork work, string template, Recognition recognition, RecognitionChange change) =>
        work.Tell(template, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["certificate"] = recognition.CertificateNumber,
            ["dueOn"] = change.On.ToString("O", CultureInfo.InvariantCulture),
            ["year"] = change.Year?.ToString(CultureInfo.InvariantCulture) ?? "",
        });

    /// <summary>Whether the year has this line already.</summary>
    internal static async Task<bool> IsKnownAsync(CaseWork work, RecognitionChange change, CancellationToken ct)
    {
        if (change.Year is not { } year) return false;
        await using var command = new NpgsqlCommand(KnownSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(change.Recognition), new() { Value = change.Kind.ToString() }, new() { Value = year } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
