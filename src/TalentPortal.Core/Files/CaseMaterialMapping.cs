using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.Files;

/// <summary>Links of materials to cases as pages read them.</summary>
internal sealed class CaseMaterialMapping : IEntityTypeConfiguration<CaseMaterial>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<CaseMaterial> builder) =>
        builder.ToTable("case_materials").HasKey(link => new { link.CaseId, link.MaterialId });
}
