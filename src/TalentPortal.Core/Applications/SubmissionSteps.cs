using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Parties;

namespace TalentPortal.Core.Applications;

/// <summary>What happens when an application is handed in: checked, its subject named, numbered, its workflow started.</summary>
public sealed class SubmissionSteps(
    RuleContexts rules, SecretBox secrets, SubjectFinder subjects, CaseNumbering numbering, SubmissionStart start,
    IEnumerable<SubmissionCheck> checks)
{
    /// <summary>The draft's answers with their secrets in place.</summary>
    public FormAnswers Answers(CaseWork work, ServiceItem item, Application draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return secrets.Open(work, item, draft.Answers);
    }

    /// <summary>Hands the case's application in.</summary>
    public async Task<Result<SubmissionReceipt>> SubmitAsync(
        CaseWork work, Actor actor, ServiceItemVersion version, FormAnswers answers, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(version);
        var context = rules.For(version.Item);
        if (await CheckOpenAsync(work, version.Item, context.Today, ct) is { } closed) return closed;
        var validation = AnswerValidator.Validate(context, answers, work.CountFiles(), ValidationMode.Submit);
        if (!validation.Succeeded) return new AnswersInvalid(validation.Errors);
        if (Eligibility(context, validation.Shown, work) is { } barred) return barred;
        var draft = work.Rows<Application>().Single() with { ServiceItemVersionId = version.Id };
        var named = await subjects.NameAsync(work, actor, version.Item, validation.Shown, draft, ct);
        if (!named.Succeeded) return named.Refusal;
        if (await StandingAsync(work, version.Item, named.Value, validation.Shown, ct) is { } unfit) return unfit;
        var submitted = Submitted(work, actor, version.Item, named.Value, validation.Shown);
        await numbering.NumberAsync(work, version.Item.Code, context.Today, ct);
        work.RefuseOn("applications_one_open", new ApplicationAlreadyOpen());
        work.Record("ApplicationSubmitted", ("item", version.Item.Code), ("version", version.Item.Version),
            ("subject", submitted.SubjectPersonId));
        Consent(work, actor, version.Item, submitted.SubjectPersonId);
        work.Tell(MessageTemplates.ApplicationSubmitted);
        return await start.StartAsync(work, version, validation.Shown, ct);
    }

    private Application Submitted(CaseWork work, Actor actor, ServiceItem item, Application named, FormAnswers answers) =>
        work.Rows<Application>().Replace(named.Become(ApplicationStatus.Submitted, work.Now).Value with
        {
            Answers = secrets.Close(work, item, answers),
            SubmittedBy = actor.UserId,
            SubmittedAt = work.Now,
            SavedAt = work.Now,
        });

    private async Task<Refusal?> StandingAsync(
        CaseWork work, ServiceItem item, Application named, FormAnswers answers, CancellationToken ct)
    {
        foreach (var check in checks)
        {
            if (await check(work, item, named, answers, ct) is { } refusal) return refusal;
        }

        return null;
    }

    private static NotEligible? Eligibility(RuleContext context, FormAnswers answers, CaseWork work)
    {
        var check = EligibilityChecker.Check(context, RuleInputs.Of(context, answers, FormAnswers.Empty, work.CountFiles()));
        return check.Outcome is Truth.No ? new NotEligible(check) : null;
    }

    private static async Task<Refusal?> CheckOpenAsync(CaseWork work, ServiceItem item, DateOnly today, CancellationToken ct)
    {
        if (item.Window.CheckOpen(today) is { Succeeded: false } closed) return closed.Refusal;
        if (item.Quota.PerYear is not { } places) return null;
        await using var command = new NpgsqlCommand(
            "select count(*) from applications where service_item_code = $1 and submitted_at >= $2 and status not in ('Withdrawn', 'NotAccepted')",
            work.Connection)
        {
            Parameters =
            {
                new NpgsqlParameter { Value = item.Code, NpgsqlDbType = NpgsqlDbType.Text },
                CaseBatch.At(new DateTimeOffset(today.Year, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            },
        };
        return (long)(await command.ExecuteScalarAsync(ct))! >= places ? new YearlyQuotaReached(places) : null;
    }

    private static void Consent(CaseWork work, Actor actor, ServiceItem item, Guid? personId)
    {
        var text = item.Texts.TryGetValue("consent", out var consent) ? consent.Zh : item.Name.Zh;
        work.Rows<Consent>().Add(new Consent
        {
            Id = Ids.New(),
            UserId = actor.UserId,
            PersonId = personId,
            CaseId = work.CaseId,
            Purpose = item.Code,
            TextVersion = $"{item.Code} v{item.Version}",
            TextDigest = SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            GivenAt = work.Now,
        });
    }
}
