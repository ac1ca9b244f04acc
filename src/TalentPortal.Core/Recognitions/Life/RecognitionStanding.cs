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
/// What a person's standing allows to be handed in: a check of a recognition that counts and is theirs, once a year; and a recognition where
/// none is held in the category, or the held one is old enough for a higher level, or near enough to its end for a renewal.
/// </summary>
public sealed class RecognitionStanding(ParameterTable parameters, PortalTimeZone zone)
{
    /// <summary>The item of the yearly check.</summary>
    public const string CheckKey = "recognition-annual-check";

    /// <summary>The item of the recognition itself.</summary>
    public const string RecognitionKey = "talent-recognition";

    private const string HeldSql = "select id, status, issued_on, valid_to from recognitions where person_id = $1 and certificate_number = $2";

    private const string NewestSql =
        """
        select id, status, issued_on, valid_to from recognitions
        where person_id = $1 and category = $2 and status in ('Valid', 'Suspended') order by issued_on desc, id desc limit 1
        """;

    private const string PassedSql = "select exists (select from recognition_events where recognition_id = $1 and kind = 'CheckPassed' and year = $2)";

    /// <summary>Why an application cannot be handed in; null when it can.</summary>
    public async ValueTask<Refusal?> CheckAsync(CaseWork work, ServiceItem item, Application named, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(answers);
        return item.Key switch
        {
            CheckKey => await CheckOwnAsync(work, named, Text(answers, "certificate"), ct),
            RecognitionKey => await CheckNewAsync(work, named, Text(answers, "category"), ct),
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
        var held = await ReadAsync(work, HeldSql, person, parsed.Value.Value, ct);
        return held is null || RecognitionStatuses.Final.Contains(held.Status) || held.ValidTo < zone.DateOf(work.Now) ? null : held;
    }

    private async Task<Refusal?> CheckOwnAsync(CaseWork work, Application named, string? number, CancellationToken ct)
    {
        if (await HeldAsync(work, named, number, ct) is not { } held) return new RecognitionNotHeld();
        var year = zone.DateOf(work.Now).Year;
        await using var command = new NpgsqlCommand(PassedSql, work.Connection) { Parameters = { CaseBatch.Uuid(held.Id), new() { Value = year } } };
        return (bool)(await command.ExecuteScalarAsync(ct))! ? new CheckPassedAlready(year) : null;
    }

    private async Task<Refusal?> CheckNewAsync(CaseWork work, Application named, string? category, CancellationToken ct)
    {
        var today = zone.DateOf(work.Now);
        if (named.SubjectPersonId is not { } person || category is null) return null;
        if (await ReadAsync(work, NewestSql, person, category, ct) is not { } held || held.ValidTo < today) return null;
        if (held.Status is RecognitionStatus.Suspended) return new RecognitionSuspendedNow();
        var upgradeFrom = held.IssuedOn.AddYears(parameters.Int("recog.upgradeAfterYears", today));
        var renewFrom = held.ValidTo.AddMonths(-parameters.Int("recog.renewalMonths", today));
        return today < upgradeFrom && today < renewFrom ? new RecognisedAlready(upgradeFrom, renewFrom) : null;
    }

    private static async Task<HeldRecognition?> ReadAsync(CaseWork work, string sql, Guid person, string text, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, work.Connection) { Parameters = { CaseBatch.Uuid(person), CaseBatch.Text(text) } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new HeldRecognition(reader.GetGuid(0), Enum.Parse<RecognitionStatus>(reader.GetString(1)), reader.GetFieldValue<DateOnly>(2),
                reader.GetFieldValue<DateOnly>(3))
            : null;
    }

    private static string? Text(FormAnswers answers, string path) => (answers.Find(path) as AnswerValue.Text)?.Value;
}

/// <summary>A recognition as its holder's standing reads it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="IssuedOn">First day.</param>
/// <param name="ValidTo">Last day.</param>
internal sealed record HeldRecognition(Guid Id, RecognitionStatus Status, DateOnly IssuedOn, DateOnly ValidTo);
