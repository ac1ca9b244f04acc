using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary>
/// Keeps the whole guide for visitors without any cookie: they are all shown the same page of a version, a language, a day and an edition
/// of the parameters. Who is
/// signed in, is told something, or chose language, text size or theme gets a page of their own.
/// </summary>
internal sealed class GuideCache : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Name = "guide";

    /// <summary>Pages of all items and languages together stay far below it.</summary>
    public const long Bytes = 8 * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (VersionOf(http) is not { } version || !IsForEverybody(http.Request)) return ValueTask.CompletedTask;
        var day = http.RequestServices.GetRequiredService<PortalTimeZone>().Today;
        var edition = http.RequestServices.GetRequiredService<ParameterTable>().Edition;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, true, true);
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.VaryByValues["page"] =
            string.Create(CultureInfo.InvariantCulture, $"{version:N}{CultureInfo.CurrentUICulture.Name}{day:yyyyMMdd}-{edition}");
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }

    private static Guid? VersionOf(HttpContext http) =>
        http.GetRouteValue("key") is string key ? http.RequestServices.GetRequiredService<ServiceItems>().FindListed(key)?.Id : null;

    private static bool IsForEverybody(HttpRequest request) => (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.QueryString.HasValue && !request.Headers.ContainsKey(HeaderNames.Cookie)
        && !request.Headers.ContainsKey(HeaderNames.Authorization);
}
