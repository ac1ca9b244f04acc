using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.RuleChanges.Replays;

internal sealed class DryRunMapping : IEntityTypeConfiguration<DryRun>
{
    public void Configure(EntityTypeBuilder<DryRun> builder)
    {
        builder.ToTable("rule_dry_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Result).HasColumnType("json");
        // Two portals at one run: the slower one finds that the other was there, and stops.
        builder.Property(run => run.Done).IsConcurrencyToken();
    }
}
