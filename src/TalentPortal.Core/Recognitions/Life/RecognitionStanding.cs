using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Recognitions.Life;

/// <summary>
/// What a person's standing allows to be handed in: a check of a recognition that counts and is theirs, once a year; and a recognition
/// where none is held in the category, or the held one is old enough for a higher level, or near enough to its end for a renewal; never a
/// lower level.
/// </summary>
public sealed class RecognitionStanding(ParameterTable parameters, RecognitionLevels levels, PortalTimeZone zone)
{
    /// <summary>The item of the yearly check.</summary>
    public const string CheckKey = "recognition-annual-check";

    /// <summary>The item of the recognition itself.</summary>
    public const string RecognitionKey = "talent-recognition";

    private const string PassedSql =
        "select exists (select from recognition_events where recognition_id = $1 and kind = 'CheckPassed' and year = $2)";

    /// <summary>Why an application cannot be handed in; null when it can.</summary>
    public async ValueTask<Refusal?> CheckAsync(
        CaseWork work, ServiceItem item, Application named, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(answers);
        return item.Key switch
        {
            CheckKey => await CheckOwnAsync(work, named, Text(answers, "certificate"), ct),
            RecognitionKey => await CheckNewAsync(work, named, answers, ct),
            _ => null,
        };
    }

    /// <summary>The number of the certificate that an application names.</summary>
    internal static string? NumberIn(ServiceItem item, Application application) =>
        Text(FormAnswers.FromStorage(item.Form.Fields, application.Answers), "certificate");

    /// <summary>The subject's recognition of this number, where it counts or is suspended; null else.</summary>
    internal async Task<HeldRecognition?> HeldAsync(CaseWork work, Application application, string? number, CancellationToken ct)
    {
        if (application.SubjectPersonId is not { } person || CertificateNumber.Parse(number) is not { Succeeded: true } parsed) return null;
        var held = await HeldRecognition.OfNumberAsync(work, person, parsed.Value.Value, ct);
        return held is null || RecognitionStatuses.Final.Contains(held.Status) || held.ValidTo < zone.DateOf(work.Now) ? null : held;
    }

    private async Task<Refusal?> CheckOwnAsync(CaseWork work, Application named, string? number, CancellationToken ct)
    {
        if (await HeldAsync(work, named, number, ct) is not { } held) return new RecognitionNotHeld();
        var year = zone.DateOf(work.Now).Year;
        await using var command =
            new NpgsqlCommand(PassedSql, work.Connection) { Parameters = { CaseBatch.Uuid(held.Id), new() { Value = year } } };
        return (bool)(await command.ExecuteScalarAsync(ct))! ? new CheckPassedAlready(year) : null;
    }

    private async Task<Refusal?> CheckNewAsync(CaseWork work, Application named, FormAnswers answers, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        if (named.SubjectPersonId is not { } person || Text(answers, "category") is not { } category) return null;
        if (await HeldRecognition.InCategoryAsync(work, person, category, ct) is not [.., var held] || held.ValidTo < today) return null;
        if (held.Status is RecognitionStatus.Suspended) return new RecognitionSuspendedNow();
        var upgradeFrom = held.IssuedOn.AddYears(parameters.Int("recog.upgradeAfterYears", today));
        var renewFrom = held.ValidTo.AddMonths(-parameters.Int("recog.renewalMonths", today));
        if (today < upgradeFrom && today < renewFrom) return new RecognisedAlready(upgradeFrom, renewFrom);
        return Text(answers, "levelApplied") is { } wanted && levels.IsAbove(held, wanted, today)
            ? new LevelAppliedBelowHeld(levels.NameOf(held.Level), held.ValidTo)
            : null;
    }

    private static string? Text(FormAnswers answers, string path) => (answers.Find(path) as AnswerValue.Text)?.Value;
}
