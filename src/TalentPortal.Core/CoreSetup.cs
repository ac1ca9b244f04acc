using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Allowances;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Applications.Unlisted;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.CalendarChanges;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Catalogue.Publishing;
using TalentPortal.Core.Catalogue.Reading;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Definitions;
using TalentPortal.Core.Files;
using TalentPortal.Core.Indicators;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Lists;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Orchestration.Dispatches;
using TalentPortal.Core.Orchestration.Schedules;
using TalentPortal.Core.Orchestration.Traces;
using TalentPortal.Core.Parties;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Recognitions;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.Reviews.Entries;
using TalentPortal.Core.Reviews.Incidents;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Reviews.Reminders;
using TalentPortal.Core.Reviews.Silence;
using TalentPortal.Core.RuleChanges;
using TalentPortal.Core.Seeding;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Core;

/// <summary>The house's rooms, ring by ring. Whoever adds an outcome adds a registration of its own.</summary>
public static class CoreSetup
{
    /// <summary>Registers reference data, cases, workflows, catalogue, applications and reviews.</summary>
    public static IServiceCollection AddPortalCore(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(new PortalDistrict(1, configuration["Portal:District"] ?? "450311"));
        return services.AddReferenceData().AddCases().AddOrchestration().AddApplications().AddReviews()
            .AddPublicNotices().AddRecognitions().AddTalentCards()
            .AddAllowances().AddRatings().AddRuleChanges().AddCalendarChanges().AddDefinitions().AddIndicators().AddLists();
    }

    /// <summary>Reads definitions and service items once the schema is there and seeds are loaded.</summary>
    public static async Task LoadPortalCoreAsync(this IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<ReleasedRules>().LoadAsync(ct);
        await services.GetRequiredService<RecordedCalendars>().LoadAsync(ct);
        await services.GetRequiredService<WorkflowSchedules>().PlanAsync(ct);
        await services.GetRequiredService<ServiceItems>().LoadAsync(ct);
        await services.GetRequiredService<BenefitCatalogues>().LoadAsync(ct);
    }

    /// <summary>Adds a table to those that are read and written with a case.</summary>
    public static IServiceCollection AddSpineTable(this IServiceCollection services, SpineTable table) => services.AddSingleton(table);

    private static IServiceCollection AddReferenceData(this IServiceCollection services)
    {
        services.AddSingleton(provider => CodeTables.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/code-tables")));
        services.AddSingleton(provider => ParameterTable.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/parameters")));
        services.AddSingleton(provider =>
            new PortalTimeZone(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<TimeZoneInfo>()));
        services.AddSingleton<LightRules>();
        services.AddSingleton(provider => WorkingCalendar.Load(provider.GetRequiredService<SeedFolder>().PathOf("seed-data/calendars"),
            provider.GetRequiredService<ParameterTable>()
                .Words("calendar.regionalLayers", provider.GetRequiredService<PortalTimeZone>().Today)));
        services.AddSingleton<OrganisationDirectory>();
        services.AddSingleton<ServiceItemReader>();
        services.AddSingleton<ServiceItems>();
        services.AddSingleton<ServiceItemPublisher>();
        services.AddSingleton<ItemChanges>();
        services.AddSingleton<Samples>();
        services.AddSingleton<RuleContexts>();
        services.AddScoped<ISeeder, DefinitionSeeder>();
        services.AddScoped<PublicationRules>();
        services.AddScoped<ISeeder, BenefitCatalogueSeeder>();
        services.AddScoped<ISeeder, VenueSeeder>();
        return services.AddScoped<ISeeder, ServiceItemSeeder>();
    }

    private static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSpineTable(Case.Table).AddSpineTable(CaseDeadline.Table).AddSpineTable(Person.Table).AddSpineTable(Organisation.Table)
            .AddSpineTable(Mandate.Table).AddSpineTable(Consent.Table).AddSpineTable(CaseMaterial.Table).AddSpineTable(OutboxMessage.Table)
            .AddSpineTable(Job.Table);
        services.AddSingleton<SpineCatalog>();
        services.AddSingleton<AuditChain>();
        services.AddSingleton<AuditStreams>();
        services.AddSingleton<AuditAnchors>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<CaseTransaction>();
        services.AddSingleton<CaseNumbers>();
        return services.AddSingleton<CaseClocks>();
    }

    private static IServiceCollection AddOrchestration(this IServiceCollection services)
    {
        services.AddSpineTable(WorkflowInstanceRow.Table).AddSpineTable(BookmarkRow.Table).AddSpineTable(JournalRow.Table)
            .AddSpineTable(IncidentRow.Table);
        services.AddSingleton<ActivityRegistry>();
        services.AddSingleton(provider => new DefinitionReader(provider.GetRequiredService<ActivityRegistry>()));
        services.AddSingleton<WorkflowDefinitions>();
        services.AddSingleton<Orchestrator>();
        services.AddSingleton<WorkflowCases>();
        services.AddDispatches().AddSchedules();
        services.AddSingleton<InstanceJournal>();
        services.AddScoped<ProcessTraces>();
        return services.AddSingleton<DueCaseWorker>();
    }

    private static IServiceCollection AddApplications(this IServiceCollection services)
    {
        services.AddSpineTable(Application.Table).AddSpineTable(ApplicationSecret.Table).AddSpineTable(Supplement.Table);
        services.AddSingleton<SecretBox>();
        services.AddSingleton<SubjectFinder>();
        services.AddSingleton<CaseNumbering>();
        services.AddSingleton<UnlistedCases>();
        services.AddSingleton<DecidingBodies>();
        services.AddSingleton<SubmissionStart>();
        services.AddSingleton<SubmissionSteps>();
        services.AddSingleton<SubmissionService>();
        services.AddSingleton<ApplicationDrafts>();
        services.AddSingleton<WithdrawalService>();
        services.AddSingleton<Activity, AcceptActivity>();
        services.AddSingleton<Activity, ApproveActivity>();
        services.AddSingleton<Activity, RefuseActivity>();
        services.AddSingleton<Activity, RefuseAcceptanceActivity>();
        return services.AddSingleton<Activity, LapseActivity>();
    }

    private static IServiceCollection AddReviews(this IServiceCollection services)
    {
        services.AddSpineTable(ReviewStep.Table).AddSpineTable(ReviewTask.Table).AddSpineTable(Decision.Table)
            .AddSpineTable(ConflictDeclaration.Table);
        services.AddSingleton<WaitingTasksOf>(_ => work => [.. work.Rows<ReviewTask>().Where(task => task.IsOpen)
            .Select(task => new WaitingTask(task.Id, task.StepCode))]);
        services.AddSingleton<DecidingUnitOf>(_ => work => work.Rows<Decision>().LastOrDefault()?.OrganisationId);
        services.AddSingleton<LastReasonOf>(
            _ => work => work.Rows<Decision>().LastOrDefault()?.Reason is { Length: > 0 } reason ? reason : null);
        services.AddSingleton<ReviewSteps>();
        services.AddSingleton<Activity, ReadEntryActivity>();
        services.AddSingleton<ReminderTimes>();
        services.AddSingleton<TaskReminders>();
        services.AddJob<RemindTaskJob>();
        services.AddSingleton<DecisionRules>();
        services.AddSingleton<SupplementRounds>();
        services.AddSingleton<TaskTransaction>();
        services.AddSingleton<UnitOfficers>();
        services.AddReviewActions();
        services.AddSingleton<CaseEnding>();
        services.AddScoped<IncidentRescue>();
        services.AddScoped<VariableUnmasking>();
        services.AddReviewClocks();
        services.AddSilence();
        services.AddSingleton<ReviewService>();
        services.AddSingleton<SupplementService>();
        services.AddReviewQueries();
        services.AddSingleton<Activity, ReviewActivity>();
        return services.AddSingleton<Activity, RequestSupplementActivity>();
    }
}
