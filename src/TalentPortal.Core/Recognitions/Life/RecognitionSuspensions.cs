using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// The talent office puts a recognition aside for a time, and lets it count again; both with a reason, in the recognition's own case.
/// </summary>
public sealed class RecognitionSuspensions(
    CaseTransaction transactions, RecognitionLife life, LifeQueries recognitions, PortalTimeZone zone)
{
    /// <summary>Longest reason, in UTF-16 code units.</summary>
    public const int LongestText = 1000;

    /// <summary>Suspends.</summary>
    public Task<Result> SuspendAsync(Actor officer, string number, string reason, Operation operation, CancellationToken ct) =>
        ChangeAsync(officer, number, reason, RecognitionEventKind.Suspended, operation, ct);

    /// <summary>Resumes.</summary>
    public Task<Result> ResumeAsync(Actor officer, string number, string reason, Operation operation, CancellationToken ct) =>
        ChangeAsync(officer, number, reason, RecognitionEventKind.Resumed, operation, ct);

    private async Task<Result> ChangeAsync(
        Actor officer, string number, string reason, RecognitionEventKind kind, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(reason);
        if (!officer.Can(Permission.IssueCertificates) || await recognitions.FindAsync(number, ct) is not { } found)
            return new CaseNotFound();
        if (found.PersonId == officer.PersonId || found.AppliedBy == officer.UserId) return new CaseNotFound();
        var note = reason.Trim();
        if (note.Length is 0 or > LongestText) return new LifeTextInvalid(LongestText);
        return await transactions.RunAsync(found.CaseId, operation, async (work, token) =>
        {
            var recognition = work.Rows<Recognition>().Single(row => row.Id == found.Id);
            var from = kind is RecognitionEventKind.Suspended ? RecognitionStatus.Valid : RecognitionStatus.Suspended;
            var to = kind is RecognitionEventKind.Suspended ? RecognitionStatus.Suspended : RecognitionStatus.Valid;
            if (recognition.Status != from) return new RecognitionNotInState(recognition.Status, to);
            var change = new RecognitionChange(recognition.Id, kind, work.CaseId, officer.UserId, zone.DateOf(work.Now));
            return await life.ApplyAsync(work, recognition, change, note, token);
        }, ct);
    }
}
