using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TalentPortal.Core.Accounts;

namespace TalentPortal.Web.Security;

/// <summary>How often one address may try passwords, have mails sent, or ask for certificates. Other reading is not limited.</summary>
internal static class RequestLimits
{
    /// <summary>The policy of the public check of certificates.</summary>
    public const string Verification = "verification";

    /// <summary>The policy of leads without a name.</summary>
    public const string Leads = "leads";

    /// <summary>The partition of whatever is not limited; no address is called so.</summary>
    private const string Unlimited = "";

    /// <summary>Sets the limits.</summary>
    public static void AddTo(RateLimiterOptions options, SecurityRules rules)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!IsLimited(context.Request)) return RateLimitPartition.GetNoLimiter(Unlimited);
            return PerMinute(context, rules.AccountPostsPerMinute);
        });
        options.AddPolicy(Verification, context => PerMinute(context, rules.VerificationsPerMinute));
        options.AddPolicy(Leads, context => HttpMethods.IsPost(context.Request.Method)
            ? Per(context, rules.LeadsPerHour, TimeSpan.FromHours(1))
            : RateLimitPartition.GetNoLimiter(Unlimited));
    }

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) => Per(context, permits, TimeSpan.FromMinutes(1));

    private static RateLimitPartition<string> Per(HttpContext context, int permits, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window });

    private static bool IsLimited(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && (request.Path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase)
            || request.Path.StartsWithSegments("/api/v1/tokens", StringComparison.OrdinalIgnoreCase));
}
