using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Pages.Officer.Paper;
using TalentPortal.Web.Pages.Officer.Tasks;
using TalentPortal.Web.Pages.Statements;

namespace TalentPortal.Web.Pages.Officer;

/// <summary>What officers' pages are made of.</summary>
internal static class OfficerSetup
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddOfficerPages(this IServiceCollection services)
    {
        services.AddScoped<AnswerSections>();
        services.AddScoped<ReviewFields>();
        services.AddScoped<CaseSheet>();
        services.AddScoped<ArchiveWriter>();
        services.AddSingleton<StatementDesk>();
        return services.AddScoped<ReviewPageReads>();
    }
}
