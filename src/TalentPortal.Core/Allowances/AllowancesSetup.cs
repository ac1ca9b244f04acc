using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Following;
using TalentPortal.Core.Allowances.Granting;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Queries;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Allowances.Standing;
using TalentPortal.Core.Allowances.Waiting;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.Allowances;

/// <summary>Registers allowances.</summary>
internal static class AllowancesSetup
{
    public static IServiceCollection AddAllowances(this IServiceCollection services)
    {
        services.AddSpineTable(Allowance.Table).AddSpineTable(ConditionEntry.Table).AddSpineTable(Recovery.Table)
            .AddSpineTable(RecoveryReceipt.Table).AddSpineTable(PaymentBatch.Table).AddSpineTable(Payment.Table);
        services.AddSingleton<AllowanceTerms>();
        services.AddSingleton<AllowanceAccounts>();
        services.AddSingleton<AllowanceClaims>();
        services.AddSingleton<BenefitsHeld>(_ => AllowanceClaims.OwnAsync);
        services.AddSingleton<SubmissionCheck>(provider => provider.GetRequiredService<AllowanceClaims>().CheckAsync);
        services.AddSingleton<AllowanceBooks>();
        services.AddSingleton<AllowanceDesk>();
        services.AddSingleton<OwnAllowances>();
        services.AddSingleton<PaymentBatches>();
        services.AddSingleton<PaymentResults>();
        services.AddSingleton<BankFiles>();
        services.AddSingleton<AllowanceClawback>();
        services.AddSingleton<RecoveryDesk>();
        services.AddSingleton<AllowanceFollowUp>();
        services.AddSingleton<IRecognitionFollowUp>(provider => provider.GetRequiredService<AllowanceFollowUp>());
        services.AddSingleton<CaseFollowUp>(_ => FollowCardJob.Plan);
        services.AddJob<FollowAllowanceJob>().AddJob<FollowCardJob>();
        services.AddSingleton<AllowanceReader>();
        services.AddSingleton<WaitingMatters>();
        services.AddSingleton<WaitingMessages>();
        services.AddPeriodicLook<AllowanceReminders>(TimeSpan.FromMinutes(10), (reminders, ct) => reminders.LookAsync(ct));
        services.AddScoped<BatchReader>();
        return services.AddSingleton<Activity, GrantAllowanceActivity>();
    }
}
