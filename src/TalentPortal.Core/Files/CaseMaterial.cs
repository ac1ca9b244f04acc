using TalentPortal.Core.Cases;

namespace TalentPortal.Core.Files;

/// <summary>A material linked to a case: a row of <c>case_materials</c>, written with the case.</summary>
public sealed record CaseMaterial
{
    /// <summary>The application.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The material.</summary>
    public required Guid MaterialId { get; init; }

    /// <summary>For which material of the service item it stands.</summary>
    public required string Code { get; init; }

    /// <summary>When it was linked, UTC.</summary>
    public required DateTimeOffset LinkedAt { get; init; }

    /// <summary>Who compared it with the original.</summary>
    public Guid? OriginalCheckedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? OriginalCheckedAt { get; init; }

    internal static SpineTable<CaseMaterial> Table { get; } =
        new("case_materials", 20,
            new SpineTableOptions { Key = [nameof(CaseId), nameof(MaterialId)], Audited = true, LoadOrder = "linked_at, material_id" });
}
