using System.Collections.Frozen;
using System.Globalization;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Recognitions.Life.Checks;

/// <summary>
/// Looks at a year's check in the recognition's own case: tells the holder, puts down that it was missed, and at the second time lapses it.
/// </summary>
/// <param name="transactions">Opens the case.</param>
/// <param name="life">Changes the recognition.</param>
/// <param name="plan">When the next look is.</param>
/// <param name="parameters">How many missed checks end it.</param>
/// <param name="zone">The local day.</param>
/// <param name="recognitions">Finds the case.</param>
/// <param name="time">The portal's clock.</param>
public sealed class AnnualCheckJob(CaseTransaction transactions, RecognitionLife life, AnnualCheckPlan plan, ParameterTable parameters,
    PortalTimeZone zone, LifeQueries recognitions, TimeProvider time) : IJobHandler
{
    // Twice is harmless: the job's id is the operation's, and the next look is planned in the same transaction.

    /// <summary>Why a recognition ends whose checks were missed.</summary>
    public const string MissedReason = "checks-missed";

    /// <summary>
    /// Handed in counts, even where the answer comes after the window; taken back or turned away does not, whenever that was.
    /// </summary>
    internal static readonly FrozenSet<ApplicationStatus> NotTaken =
        FrozenSet.Create(ApplicationStatus.Withdrawn, ApplicationStatus.NotAccepted, ApplicationStatus.Terminated,
            ApplicationStatus.Lapsed);

    private const string TakenSql =
        """
        select exists (select from recognition_matters m join applications a on a.case_id = m.case_id
          where m.recognition_id = $1 and m.kind = 'AnnualCheck' and m.year = $2 and a.status <> all ($3))
        """;

    private const string MissedSql =
        """
        select count(*) from recognition_events where recognition_id = $1 and kind = 'CheckMissed'
          and year > coalesce((select max(year) from recognition_events where recognition_id = $1 and kind = 'CheckPassed'), 0)
        """;

    /// <inheritdoc cref="IJobHandler.Kind" />
    public static string Kind => "recognitions.annual-check";

    /// <inheritdoc />
    public async Task HandleAsync(Job job, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(job);
        var order = AnnualCheckOrder.FromJson(job.Payload);
        var caseId = await recognitions.CaseOfAsync(order.Recognition, ct)
            ?? throw new InvalidOperationException($"There is no recognition {order.Recognition}.");
        var result = await transactions.RunAsync(
            caseId, Operation.Begin(job.Id, "AnnualCheckLooking", userId: null, role: null, time), async (work, token) =>
        {
            var recognition = work.Rows<Recognition>().Single(row => row.Id == order.Recognition);
            return RecognitionStatuses.Final.Contains(recognition.Status)
                ? Result.Success
                : await LookAsync(work, recognition, order, token);
        }, ct);
        if (!result.Succeeded) throw new InvalidOperationException($"The check of {order.Recognition} was refused: {result.Refusal.Key}.");
    }

    private async Task<Result> LookAsync(CaseWork work, Recognition recognition, AnnualCheckOrder order, CancellationToken ct)
    {
        var taken = await TakenAsync(work, order, ct);
        if (order.Stage is AnnualCheckStage.TakenBack) return taken ? Result.Success : await MissAsync(work, recognition, order, ct);
        if (order.Stage is not AnnualCheckStage.Closed)
        {
            if (!taken) Remind(work, recognition, order);
            plan.Plan(work, recognition, order.Year, order.Stage + 1);
            return Result.Success;
        }

        plan.PlanYear(work, recognition, order.Year + 1);
        return taken ? Result.Success : await MissAsync(work, recognition, order, ct);
    }

    private async Task<Result> MissAsync(CaseWork work, Recognition recognition, AnnualCheckOrder order, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        var missed = new RecognitionChange(recognition.Id, RecognitionEventKind.CheckMissed, work.CaseId, ByUser: null, today, order.Year);
        if (await RecognitionLife.IsKnownAsync(work, missed, ct)) return Result.Success;
        if (await MissedBeforeAsync(work, recognition.Id, ct) + 1 < parameters.Int("recog.lapseAfterMissedChecks", today))
            return await life.ApplyAsync(work, recognition, missed, note: "", ct);
        RecognitionLife.Write(work, recognition, missed);
        var lapsed = missed with { Kind = RecognitionEventKind.Lapsed, Year = null, Reason = MissedReason };
        RecognitionLife.Tell(work, MessageTemplates.RecognitionLapsed, recognition, lapsed);
        return await life.ApplyAsync(work, recognition, lapsed, note: "", ct);
    }

    private void Remind(CaseWork work, Recognition recognition, AnnualCheckOrder order)
    {
        var template = order.Stage is AnnualCheckStage.Opens
            ? MessageTemplates.RecognitionCheckOpen
            : MessageTemplates.RecognitionCheckClosing;
        work.Tell(template, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["certificate"] = recognition.CertificateNumber,
            ["year"] = order.Year.ToString(CultureInfo.InvariantCulture),
            ["dueOn"] = plan.WindowOf(order.Year).To.ToString("O", CultureInfo.InvariantCulture),
        });
    }

    private static async Task<bool> TakenAsync(CaseWork work, AnnualCheckOrder order, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TakenSql, work.Connection)
        {
            Parameters = { CaseBatch.Uuid(order.Recognition), new() { Value = order.Year }, new() { Value = NotTaken.Select(status => status.ToString()).ToArray() } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<long> MissedBeforeAsync(CaseWork work, Guid recognition, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(MissedSql, work.Connection) { Parameters = { CaseBatch.Uuid(recognition) } };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
