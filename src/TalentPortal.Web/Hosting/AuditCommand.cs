using TalentPortal.Core.Cases;

namespace TalentPortal.Web.Hosting;

/// <summary>The command <c>audit verify</c>.</summary>
internal static class AuditCommand
{
    /// <summary>Checks the whole audit and prints what is wrong.</summary>
    /// <returns>0 when the audit holds, 2 when it does not.</returns>
    public static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken ct)
    {
        var findings = await services.GetRequiredService<AuditVerifier>().VerifyAsync(ct);
        foreach (var finding in findings) Console.WriteLine($"{finding.Fault} {finding.Stream} {finding.Where}");
        Console.WriteLine(findings.Count == 0 ? "The audit holds." : $"The audit does not hold: {findings.Count} findings.");
        return findings.Count == 0 ? 0 : 2;
    }
}
