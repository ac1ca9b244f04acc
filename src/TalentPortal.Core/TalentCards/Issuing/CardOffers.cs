using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>
/// Recognition offers the card: whoever issues a recognition knows nothing of it, the plan follows the row. Where the person holds a card,
/// or has asked for one, nothing is offered.
/// </summary>
public sealed class CardOffers(CaseTransaction transactions)
{
    /// <summary>Key of the service item.</summary>
    public const string ServiceItem = "talent-card";

    /// <summary>Code of the service item.</summary>
    public const string ServiceItemCode = "RC020001";

    private const string RecipientSql =
        $"""
        select coalesce((select u.id from portal_users u where u.person_id = $1), $2)
        where not exists (select from talent_cards t where t.person_id = $1 and t.status <> 'Cancelled')
          and not exists (select from applications a where a.subject_person_id = $1 and a.service_item_code = '{ServiceItemCode}'
            and a.submitted_at is not null and a.closed_at is null)
        """;

    /// <summary>Plans the offer in the transaction that issues a recognition.</summary>
    public static void Follow(CaseWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        foreach (var issued in work.Changed<Recognition>().Where(one => one.CreatedAt == work.Now && one.Status is RecognitionStatus.Valid))
            work.Rows<Job>().Add(Job.Of(OfferCardJob.Kind, work.Now, caseId: work.CaseId, uniqueKey: issued.Id.ToString("N")));
    }

    /// <summary>Tells the person of a recognised case, or who applied for a person without account, that a card may be had.</summary>
    public Task<Result> OfferAsync(Guid caseId, Operation operation, CancellationToken ct) =>
        transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (work.Rows<Recognition>().FirstOrDefault(one => one.Status is RecognitionStatus.Valid) is not { } recognition)
                return Result.Success;
            var application = work.Rows<Application>().Single();
            await using var command = new NpgsqlCommand(RecipientSql, work.Connection);
            command.Parameters.Add(CaseBatch.Uuid(recognition.PersonId));
            command.Parameters.Add(CaseBatch.Uuid(application.SubmittedBy ?? application.CreatedBy));
            if (await command.ExecuteScalarAsync(token) is not Guid recipient) return Result.Success;
            work.Record("CardOffered", ("recognition", recognition.Id));
            CardMessages.Tell(work, recipient, MessageTemplates.CardOffer);
            return Result.Success;
        }, ct);
}
