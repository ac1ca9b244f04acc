using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.Files;

/// <summary>Materials as pages read them.</summary>
internal sealed class MaterialMapping : IEntityTypeConfiguration<Material>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Material> builder) => builder.ToTable("materials");
}
