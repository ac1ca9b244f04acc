using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Applications;

/// <summary>An answer that is encrypted at rest: a citizen id, a phone, a bank account.</summary>
public sealed record ApplicationSecret
{
    /// <summary>The application.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Where it stands in the answers, for example <c>citizenId</c> or <c>households[2].phone</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it is, which decides how it is masked and normalised.</summary>
    public required string Kind { get; init; }

    /// <summary>The encrypted value with its algorithm and key version.</summary>
    public required byte[] Cipher { get; init; }

    /// <summary>Keyed digest of the normalised value, for equal search.</summary>
    public required byte[] BlindIndex { get; init; }

    /// <summary>As shown.</summary>
    public required string Masked { get; init; }

    internal static SpineTable<ApplicationSecret> Table { get; } = new("application_secrets", 12,
        new SpineTableOptions { Key = [nameof(CaseId), nameof(Path)], Audited = true, LoadOrder = "path" });
}
