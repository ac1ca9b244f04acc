using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.Checks;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.Recognitions.Life.Hearings;
using TalentPortal.Core.Recognitions.Life.Revocations;
using TalentPortal.Core.Reviews.Concerns;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.Recognitions;

/// <summary>Registers the recognition of talents.</summary>
internal static class RecognitionsSetup
{
    public static IServiceCollection AddRecognitions(this IServiceCollection services)
    {
        services.AddSpineTable(CompiledScore.Table).AddSpineTable(Recognition.Table);
        services.AddLife();
        services.AddSingleton<ExpertChoice>();
        services.AddSingleton<ExpertPanelService>();
        services.AddSingleton<RecognitionQueries>();
        services.AddSingleton<Activity, ChooseDepartmentActivity>();
        services.AddSingleton<Activity, SelectUnitsActivity>();
        services.AddSingleton<Activity, JoinAnswersActivity>();
        services.AddSingleton<Activity, ExpertPanelActivity>();
        services.AddSingleton<Activity, CompileScoreActivity>();
        return services.AddSingleton<Activity, IssueRecognitionActivity>();
    }

    /// <summary>What happens to a recognition once it is issued.</summary>
    private static void AddLife(this IServiceCollection services)
    {
        services.AddSpineTable(RecognitionEvent.Table).AddSpineTable(RecognitionMatter.Table);
        services.AddSingleton<RecognitionLife>();
        services.AddSpineTable(PlannedFollowUp.Table);
        services.AddSingleton<FollowUpPreview>();
        services.AddSingleton<FollowUpPlans>();
        services.AddSingleton<FollowUpSteps>();
        services.AddSingleton<DecidedFollowUps>();
        services.AddSingleton<LifeQueries>();
        services.AddSingleton<AnnualCheckPlan>();
        services.AddSingleton<RecognitionSuccession>();
        services.AddSingleton<RecognitionStanding>();
        services.AddSingleton<RecognitionSuspensions>();
        services.AddSingleton<RevocationCases>();
        services.AddSingleton<HolderStatements>();
        services.AddSingleton<SubmissionCheck>(provider => provider.GetRequiredService<RecognitionStanding>().CheckAsync);
        services.AddSingleton<RecognitionLevels>();
        services.AddSingleton<LevelBar>();
        services.AddSingleton<DecisionBar>(provider => provider.GetRequiredService<LevelBar>().CheckAsync);
        services.AddSingleton<CaseFollowUp>(provider => provider.GetRequiredService<AnnualCheckPlan>().Follow);
        services.AddSingleton<WithdrawalBar>(_ => RevocationCases.MayNotWithdraw);
        services.AddJob<ChangeRecognitionJob>().AddJob<AnnualCheckJob>();
        services.AddSingleton<Activity, BeginCheckActivity>();
        services.AddSingleton<Activity, HearHolderActivity>();
        services.AddSingleton<Activity, DecideRecognitionActivity>();
        services.AddSingleton<Activity, CloseRevocationActivity>();
        services.AddSingleton<Activity, KeepRecognitionActivity>();
    }
}
