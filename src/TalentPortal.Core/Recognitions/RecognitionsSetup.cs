using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.Recognitions;

/// <summary>Registers the recognition of talents.</summary>
internal static class RecognitionsSetup
{
    public static IServiceCollection AddRecognitions(this IServiceCollection services)
    {
        services.AddSpineTable(CompiledScore.Table).AddSpineTable(Recognition.Table);
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
}
