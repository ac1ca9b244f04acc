using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using TalentPortal.Web.Api;
using TalentPortal.Web.Pages.Public.Services;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Mapping;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Presentation;

/// <summary>What <c>Program</c> calls to have pages, texts, look and error pages.</summary>
public static class PresentationExtensions
{
    /// <summary>
    /// Registers Razor Pages with the portal's texts, formats and route rules. Needs a <see cref="TimeProvider"/> and the portal's zone.
    /// </summary>
    public static IServiceCollection AddPresentation(this IServiceCollection services)
    {
        services.AddSingleton(TextCatalog.Embedded);
        services.AddSingleton<DisplayFormat>();
        services.AddSingleton<IStringLocalizer, PortalTexts>();
        services.AddSingleton<IStringLocalizerFactory, PortalTextsFactory>();
        services.AddSingleton<ApiProblems>();
        services.AddSingleton<ErrorPages>();
        services.AddSingleton<ProcessNames>();
        services.AddScoped<ProcessViews>();
        services.AddForms();
        services.AddListPages();
        services.AddSingleton<Pages.Talent.Cards.InHand.CardPacks>();
        services.AddSingleton<Pages.Venue.PinSeal>();
        services.AddSingleton<Pages.Venue.TillPacks>();
        services.AddOutputCache(options =>
        {
            options.SizeLimit = GuideCache.Bytes;
            options.AddPolicy(GuideCache.Name, policy => policy.AddPolicy<GuideCache>(), excludeDefaultPolicy: true);
        });
        services.AddViewMaps();
        services.AddSingleton<IPostConfigureOptions<RazorPagesOptions>, PageRoutes>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, BindingTexts>();
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new DayBinder.Provider()));
        services.AddRazorPages()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (type, factory) => factory.Create(type));
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(ConfigureLanguages);
        // Chinese goes out as it is, not as character references; what is dangerous in HTML stays encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services;
    }

    /// <summary>
    /// Puts language, security headers and error pages in front, serves static files and maps <c>/preferences</c>.
    /// Call it first in the pipeline, before authentication; map the pages afterwards.
    /// </summary>
    public static WebApplication UsePresentation(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseRequestLocalization();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => ErrorPagesOf(context).ForExceptionAsync(context) });
        app.UseStatusCodePages(context => ErrorPagesOf(context.HttpContext).ForStatusAsync(context.HttpContext));
        app.MapStaticAssets().AllowAnonymous();
        PreferencesEndpoint.Map(app);
        Pages.Public.Services.SampleEndpoint.Map(app);
        Pages.Talent.Cards.InHand.CardAppEndpoint.Map(app);
        return app;
    }

    /// <summary>
    /// Asked for when there is an error: what it needs reaches as far as the database, which may not be up when the portal is laid out.
    /// </summary>
    private static ErrorPages ErrorPagesOf(HttpContext context) => context.RequestServices.GetRequiredService<ErrorPages>();

    private static void ConfigureLanguages(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(TextCatalog.Chinese);
        options.AddSupportedCultures([.. TextCatalog.Languages]);
        options.AddSupportedUICultures([.. TextCatalog.Languages]);
        options.RequestCultureProviders = [new CookieLanguageProvider(), new AcceptLanguageProvider()];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }
}
