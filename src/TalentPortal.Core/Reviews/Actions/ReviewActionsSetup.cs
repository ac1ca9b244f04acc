using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Core.Reviews.Handovers;
using TalentPortal.Core.Reviews.Notes;
using TalentPortal.Core.Reviews.Phrases;

namespace TalentPortal.Core.Reviews.Actions;

/// <summary>What officers do with tasks and cases beside deciding.</summary>
public static class ReviewActionsSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddReviewActions(this IServiceCollection services)
    {
        services.AddSpineTable(CaseAction.Table).AddSpineTable(CaseCopy.Table);
        services.AddSingleton<ActionLog>();
        services.AddSingleton<Colleagues>();
        services.AddSingleton<EarlierSteps>();
        services.AddSingleton<TaskPassing>();
        services.AddSingleton<AddedReviews>();
        services.AddSingleton<CaseReturns>();
        services.AddSingleton<CaseControls>();
        services.AddSingleton<CaseCopies>();
        services.AddSingleton<CaseExports>();
        services.AddSingleton<DeskActions>();
        services.AddSingleton<HandoverService>();
        services.AddScoped<HandoverQuery>();
        services.AddScoped<Departures>();
        services.AddSingleton<FormerStandIns>();
        services.AddSingleton<AbsenceTrace>();
        services.AddScoped<AbsenceRules>();
        services.AddScoped<AbsenceService>();
        services.AddScoped<AbsenceQuery>();
        services.AddJob<EndStandInJob>();
        services.AddSingleton<BatchDecisions>();
        services.AddScoped<BatchQuery>();
        services.AddScoped<UrgeQuery>();
        services.AddSpineTable(CaseNote.Table).AddSingleton<NoteQueries>().AddSingleton<CaseNotes>();
        services.AddScoped<PhraseBook>();
        return services.AddSingleton<Urging>();
    }
}
