using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TalentPortal.Core.Accounts;
using TalentPortal.Web.Hosting;

namespace TalentPortal.Web.Security;

/// <summary>Accounts, sessions, tokens and rights.</summary>
internal static class SecuritySetup
{
    /// <summary>Reads a token below <c>/api</c> and the cookie everywhere else, so that no cookie can drive the API.</summary>
    private const string Chooser = "Portal";

    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddAccounts().AddSignInManager();
        AddSchemes(services);
        services.AddScoped<SessionEvents>();
        services.AddScoped<SessionOpener>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<SecurityRules>(RequestLimits.AddTo);
        services.AddTransient<IClaimsTransformation, ActorTransformation>();
        services.AddAuthorization(Policies.AddTo);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "TalentPortal.Form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<MvcOptions>(options => options.Filters.Add<UnhandledMethods>());
        services.Configure<RazorPagesOptions>(options => PageRules.AddTo(options, builder.Environment.IsDevelopment()));
    }

    private static void AddSchemes(IServiceCollection services)
    {
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = Chooser;
                options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
                options.DefaultSignOutScheme = IdentityConstants.ApplicationScheme;
            })
            .AddPolicyScheme(Chooser, displayName: null, options => options.ForwardDefaultSelector = SchemeFor)
            .AddCookie(IdentityConstants.ApplicationScheme)
            .AddBearerToken(IdentityConstants.BearerScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SecurityRules, TimeProvider>(SetCookie);
        services.AddOptions<BearerTokenOptions>(IdentityConstants.BearerScheme)
            .Configure<SecurityRules, TimeProvider>((options, rules, time) =>
        {
            options.TimeProvider = OfSessions(time);
            options.BearerTokenExpiration = rules.ApiToken;
            options.RefreshTokenExpiration = rules.ApiRefresh;
        });
    }

    private static string SchemeFor(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    private static void SetCookie(CookieAuthenticationOptions options, SecurityRules rules, TimeProvider time)
    {
        options.Cookie.Name = "TalentPortal.SignIn";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.LoginPath = "/account/signin";
        options.AccessDeniedPath = "/account/denied";
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = rules.ApplicantIdle;
        options.SlidingExpiration = true;
        options.TimeProvider = OfSessions(time);
        options.EventsType = typeof(SessionEvents);
    }

    /// <summary>A visitor who moves the Development clock by days stays signed in: sessions live on the machine's time.</summary>
    private static TimeProvider OfSessions(TimeProvider time) => time is PortalClock clock ? clock.Machine : time;
}
