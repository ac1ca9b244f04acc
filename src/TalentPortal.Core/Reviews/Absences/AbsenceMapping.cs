using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.Reviews.Absences;

/// <summary>What the table promises is in the migrations: no day backwards, nobody for oneself.</summary>
internal sealed class AbsenceMapping : IEntityTypeConfiguration<Absence>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.HasKey(absence => absence.Id);
    }
}
