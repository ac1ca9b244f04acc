using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Allowances.Conditions;
using TalentPortal.Core.Allowances.Payments;
using TalentPortal.Core.Allowances.Recoveries;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.PublicNotices.Gathering;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Handling;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Notes;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Redemptions;

namespace TalentPortal.Core.Data;

/// <summary>
/// Every entity, and nothing else. Pages read through it, untracked; it writes what is not spine (accounts, parties, settings).
/// Spine rows are written by <c>CaseBatch</c> alone.
/// </summary>
public sealed class PortalDbContext(DbContextOptions<PortalDbContext> options) : IdentityUserContext<PortalUser, Guid>(options)
{
    /// <summary>Who holds which role where.</summary>
    public DbSet<Appointment> Appointments => Set<Appointment>();

    /// <summary>Human beings as subjects.</summary>
    public DbSet<Person> Persons => Set<Person>();

    /// <summary>Units.</summary>
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <summary>Authorities to act for others.</summary>
    public DbSet<Mandate> Mandates => Set<Mandate>();

    /// <summary>Cases; read only.</summary>
    public DbSet<Case> Cases => Set<Case>();

    /// <summary>Applications; read only.</summary>
    public DbSet<Application> Applications => Set<Application>();

    /// <summary>Supplements; read only.</summary>
    public DbSet<Supplement> Supplements => Set<Supplement>();

    /// <summary>Working-day clocks; read only.</summary>
    public DbSet<CaseDeadline> Deadlines => Set<CaseDeadline>();

    /// <summary>Review steps; read only.</summary>
    public DbSet<ReviewStep> ReviewSteps => Set<ReviewStep>();

    /// <summary>Review tasks; read only.</summary>
    public DbSet<ReviewTask> ReviewTasks => Set<ReviewTask>();

    /// <summary>Decisions; read only.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>The audit; read only.</summary>
    public DbSet<OperationEvent> OperationEvents => Set<OperationEvent>();

    /// <summary>Workflow instances; read only.</summary>
    public DbSet<WorkflowInstanceRow> WorkflowInstances => Set<WorkflowInstanceRow>();

    /// <summary>Waits; read only.</summary>
    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    /// <summary>Incidents; read only.</summary>
    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    /// <summary>Public notices; read only.</summary>
    public DbSet<PublicNotice> PublicNotices => Set<PublicNotice>();

    /// <summary>Their entries; read only.</summary>
    public DbSet<NoticeEntry> NoticeEntries => Set<NoticeEntry>();

    /// <summary>Objections; read only.</summary>
    public DbSet<Objection> Objections => Set<Objection>();

    /// <summary>Scores of panels; read only.</summary>
    public DbSet<CompiledScore> CompiledScores => Set<CompiledScore>();

    /// <summary>Recognitions; read only.</summary>
    public DbSet<Recognition> Recognitions => Set<Recognition>();

    /// <inheritdoc />
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        MapUsers(builder.Entity<PortalUser>());
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("portal_user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("portal_user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("portal_user_tokens");
        // Identity maps passkeys only where its options are registered; a context made by hand needs the same model.
        var passkey = builder.Entity<IdentityUserPasskey<Guid>>().ToTable("portal_user_passkeys");
        passkey.HasKey(x => x.CredentialId);
        passkey.OwnsOne(x => x.Data).ToJson("data");
        builder.Entity<Organisation>().Property(x => x.Contact).HasColumnType("jsonb");
        MapSpine(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes()) NameInSnakeCase(entity);
    }

    /// <summary>What Identity leaves optional, every account here has.</summary>
    private static void MapUsers(EntityTypeBuilder<PortalUser> users)
    {
        users.ToTable("portal_users");
        users.Property(user => user.UserName).IsRequired();
        users.Property(user => user.NormalizedUserName).IsRequired();
        users.Property(user => user.Email).IsRequired();
        users.Property(user => user.NormalizedEmail).IsRequired();
        users.Property(user => user.SecurityStamp).IsRequired();
        users.Property(user => user.ConcurrencyStamp).IsRequired();
    }

    private static void MapSpine(ModelBuilder builder)
    {
        Map(builder, Case.Table);
        Map(builder, Application.Table);
        Map(builder, ApplicationSecret.Table);
        Map(builder, Supplement.Table);
        Map(builder, CaseDeadline.Table);
        Map(builder, WorkflowInstanceRow.Table);
        Map(builder, BookmarkRow.Table);
        Map(builder, JournalRow.Table);
        Map(builder, IncidentRow.Table);
        Map(builder, ReviewStep.Table);
        Map(builder, ReviewTask.Table);
        Map(builder, Decision.Table);
        Map(builder, CaseAction.Table);
        Map(builder, CaseCopy.Table);
        Map(builder, CaseNote.Table);
        Map(builder, ConflictDeclaration.Table);
        Map(builder, Consent.Table);
        Map(builder, PublicNotice.Table);
        Map(builder, NoticeEntry.Table);
        Map(builder, ReadyEntry.Table);
        Map(builder, Objection.Table);
        Map(builder, CompiledScore.Table);
        MapOutcomes(builder);
        MapAudit(builder);
    }

    private static void MapOutcomes(ModelBuilder builder)
    {
        Map(builder, Recognition.Table);
        Map(builder, RecognitionEvent.Table);
        Map(builder, RecognitionMatter.Table);
        Map(builder, PlannedFollowUp.Table);
        Map(builder, Rating.Table);
        Map(builder, RatingAction.Table);
        Map(builder, TalentCard.Table);
        Map(builder, CardNumberUse.Table);
        Map(builder, CardBasis.Table);
        Map(builder, CardAction.Table);
        Map(builder, Redemption.Table);
        Map(builder, Reversal.Table);
        Map(builder, Allowance.Table);
        Map(builder, ConditionEntry.Table);
        Map(builder, PaymentBatch.Table);
        Map(builder, Payment.Table);
        Map(builder, Recovery.Table);
        Map(builder, RecoveryReceipt.Table);
    }

    private static void MapAudit(ModelBuilder builder)
    {
        var audit = builder.Entity<OperationEvent>().ToTable("operation_events");
        audit.HasKey(entry => new { entry.StreamId, entry.Seq });
        audit.Property(entry => entry.Facts).HasColumnType("json");
        audit.Property(entry => entry.RowDigests).HasColumnType("json");
    }

    private static void Map<T>(ModelBuilder builder, SpineTable<T> table)
        where T : class
    {
        var entity = builder.Entity<T>().ToTable(table.Name);
        entity.HasKey(table.KeyNames);
        foreach (var (property, type) in table.JsonColumns) entity.Property(property).HasColumnType(type);
    }

    private static void NameInSnakeCase(IMutableEntityType entity)
    {
        if (entity.IsMappedToJson()) return;
        var table = entity.GetTableName();
        if (table is not null) entity.SetTableName(char.IsUpper(table[0]) ? SnakeCase.Of(table) : table);
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(SnakeCase.Of(property.Name));
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum) property.SetValueConverter(typeof(EnumToStringConverter<>).MakeGenericType(type));
        }
    }
}
