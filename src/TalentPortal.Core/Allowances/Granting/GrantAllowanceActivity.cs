using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Allowances.Granting;

/// <summary>
/// <c>Portal.GrantAllowance</c>: writes the allowance that an application asks for, in the application's own case. Ends with
/// <c>Granted</c>; with <c>NoCard</c>, <c>NotOfLevel</c> or <c>Excluded</c> where what held at the hand-in holds no longer.
/// </summary>
public sealed class GrantAllowanceActivity(
    AllowanceClaims claims, AllowanceTerms terms, AllowanceAccounts accounts, SecretBox secrets, ServiceItems items, PortalTimeZone zone) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.GrantAllowance";

    /// <inheritdoc />
    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) => ["Granted", "NoCard", "NotOfLevel", "Excluded"];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var person = application.SubjectPersonId ?? throw new InvalidOperationException("Only a person can have an allowance.");
        var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
        var answers = secrets.Open(work, item, application.Answers);
        var claim = await claims.FindAsync(work, person, Text(answers, AllowanceClaims.BenefitField), context.Cancellation);
        if (!claim.Succeeded)
        {
            context.Complete(claim.Refusal switch
            {
                AllowanceNeedsCard => "NoCard",
                AllowanceNotOfLevel => "NotOfLevel",
                _ => "Excluded",
            });
            return;
        }

        Write(work, person, claim.Value, answers);
        work.Rows<Application>().Replace(application with { OutcomeLevel = claim.Value.Level });
        context.Complete("Granted");
    }

    private void Write(CaseWork work, Guid person, AllowanceClaim claim, FormAnswers answers)
    {
        var today = zone.DateOf(work.Now);
        var (given, account) = (claim.Entitlement, accounts.Close(work.CaseId, Text(answers, AllowanceClaims.AccountField)));
        var allowance = work.Rows<Allowance>().Add(new Allowance
        {
            CaseId = work.CaseId,
            PersonId = person,
            CardId = claim.CardId,
            CatalogueVersionId = claim.CatalogueVersionId,
            Level = claim.Level,
            Benefit = given.Benefit.Code,
            ExclusionGroup = given.Benefit.ExclusionGroup,
            Amount = given.Value!.Value,
            Period = given.Benefit.Period,
            Every = given.Every,
            FromOn = today,
            UntilOn = given.Benefit.ValidTo,
            Partial = terms.Partial(today),
            NeedsEmployment = terms.NeedsEmployment(today),
            InsuranceMonths = terms.InsuranceMonths(given.Benefit.Period, today),
            Bank = Text(answers, AllowanceClaims.BankField),
            AccountCipher = account.Cipher,
            AccountMasked = account.Masked,
            AccountVersion = 1,
        });
        work.RefuseOn("allowances_one_a_benefit", new AllowanceHeldAlready());
        work.RefuseOn("allowances_one_a_group", new AllowanceHeldAlready());
        work.Record("AllowanceGranted", ("benefit", allowance.Benefit), ("amount", allowance.Amount), ("card", allowance.CardId),
            ("from", allowance.FromOn));
    }

    private static string Text(FormAnswers answers, string field) => (answers.Find(field) as AnswerValue.Text)?.Value ?? "";
}
