using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.RuleChanges;

internal sealed class RuleChangeMapping : IEntityTypeConfiguration<RuleChange>
{
    public void Configure(EntityTypeBuilder<RuleChange> builder)
    {
        builder.ToTable("rule_changes");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.Content).HasColumnType("json");
    }
}
