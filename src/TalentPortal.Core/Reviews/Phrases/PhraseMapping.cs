using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TalentPortal.Core.Reviews.Phrases;

internal sealed class PhraseMapping : IEntityTypeConfiguration<Phrase>
{
    public void Configure(EntityTypeBuilder<Phrase> builder) => builder.ToTable("phrases");
}
