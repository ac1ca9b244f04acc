using System.Text.Json;
using Npgsql;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Files;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.TalentCards.Issuing;

/// <summary>
/// <c>Portal.IssueCard</c>: orders the card that an application asks for. The card is a case of its own, so a job makes it. Ends with
/// <c>Issued</c>; with <c>AlreadyHeld</c> where the person has one; with <c>NoBasis</c> where nothing gives a level.
/// </summary>
public sealed class IssueCardActivity(BenefitCatalogues catalogues, BasisFinder bases) : Activity
{
    private const string PhotoMaterial = "portrait";
    private const string HeldSql = "select exists (select from talent_cards where person_id = $1 and status <> 'Cancelled')";

    /// <inheritdoc />
    public override string TypeName => "Portal.IssueCard";

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => ["Issued", "AlreadyHeld", "NoBasis"];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var person = application.SubjectPersonId ?? throw new InvalidOperationException("Only a person can hold a card.");
        if (await IsHeldAsync(work, person, context.Cancellation))
        {
            context.Complete("AlreadyHeld");
            return;
        }

        var version = catalogues.Current;
        var found = await bases.FindAsync(work, version.Catalogue, context.Cancellation);
        if (FoundBasis.Best(found) is not { } best)
        {
            context.Complete("NoBasis");
            return;
        }

        work.Rows<Application>().Replace(application with { OutcomeLevel = best.Level });
        var order = new CardOrder(person, application.SubmittedBy ?? application.CreatedBy, work.Case.DistrictId, version.Id, found,
            work.Rows<CaseMaterial>().FirstOrDefault(link => link.Code == PhotoMaterial)?.MaterialId,
            VenueKinds(application, version.Catalogue),
            application.SubmittedAt);
        work.Rows<Job>().Add(Job.Of(IssueCardJob.Kind, work.Now, caseId: work.CaseId, payload: order.ToJson()));
        work.Record("CardOrdered", ("level", best.Level), ("basis", best.Kind.ToString()), ("catalogue", version.Catalogue.Version));
        context.Complete("Issued");
    }

    private static async Task<bool> IsHeldAsync(CaseWork work, Guid person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HeldSql, work.Connection);
        command.Parameters.Add(CaseBatch.Uuid(person));
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static List<string> VenueKinds(Application application, BenefitCatalogue catalogue)
    {
        using var answers = JsonDocument.Parse(application.Answers);
        return [.. catalogue.VenueKinds.Select(kind => kind.Code).Where(code =>
            answers.RootElement.TryGetProperty(CardConsents.FieldOf(code), out var agreed) && agreed.ValueKind is JsonValueKind.True)];
    }
}
