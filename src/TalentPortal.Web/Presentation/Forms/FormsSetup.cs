using TalentPortal.Web.Pages.Talent.Applications;
using TalentPortal.Web.Pages.Talent.Cases;
using TalentPortal.Web.Presentation.Slips;

namespace TalentPortal.Web.Presentation.Forms;

/// <summary>What forms that are data need.</summary>
internal static class FormsSetup
{
    /// <summary>Registers reading and saving of the applicant's forms.</summary>
    public static IServiceCollection AddForms(this IServiceCollection services)
    {
        services.AddSingleton<PortalWords>();
        services.AddScoped<OwnApplications>();
        services.AddScoped<RevocationSlip>();
        services.AddScoped<SlipReader>();
        services.AddScoped<Prefills>();
        services.AddScoped<DraftEditor>();
        services.AddScoped<FileDesk>();
        services.AddScoped<SectionDesk>();
        services.AddScoped<CheckDesk>();
        services.AddSingleton<DraftVersions>();
        services.AddSingleton<MaterialUploads>();
        services.AddScoped<CaseReader>();
        services.AddScoped<CaseClock>();
        services.AddScoped<Clocks.ClockStories>();
        services.AddScoped<CaseStory>();
        services.AddScoped<CaseWay>();
        services.AddScoped<SupplementDesk>();
        services.AddSingleton<SupplementWords>();
        services.AddSingleton<Cards.CardWords>();
        services.AddSingleton<Cards.AllowanceWords>();
        services.AddSingleton<Cards.NamedVenues>();
        return services;
    }
}
