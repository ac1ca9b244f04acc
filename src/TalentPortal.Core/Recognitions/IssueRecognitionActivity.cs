using System.Security.Cryptography;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using TalentPortal.Core.Orchestration;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary><c>Portal.IssueRecognition</c>: recognises the subject at a level and gives the certificate its number.</summary>
public sealed class IssueRecognitionActivity(
    ServiceItems items, OrganisationDirectory organisations, ParameterTable parameters, PortalTimeZone zone,
    RecognitionSuccession succession) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.IssueRecognition";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("issuer", DataType.String) { IsRequired = true },
        new("category", DataType.String) { IsRequired = true },
        new("subCategory", DataType.String),
        new("level", DataType.String) { IsRequired = true },
    ];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var application = work.Rows<Application>().Single();
        var level = context.Input<string>("level") ?? throw new InvalidOperationException("A recognition needs a level.");
        var granted = application.Become(ApplicationStatus.AwaitingCollection, work.Now);
        if (!granted.Succeeded) throw new InvalidOperationException($"No recognition follows an application that is {application.Status}.");
        var item = (await items.VersionAsync(application.ServiceItemVersionId, context.Cancellation)).Item;
        var issuer = await organisations.FindAsync(context.Input<string>("issuer")!, context.Cancellation)
            ?? throw new InvalidOperationException($"There is no unit '{context.Input<string>("issuer")}' to issue it.");
        work.Rows<Application>().Replace(granted.Value with { OutcomeLevel = level });
        var issued = work.Rows<Recognition>().Add(Issue(context, application, item.DecidingBody, issuer.Id, level));
        work.Record("RecognitionIssued", ("recognition", issued.Id), ("level", level), ("validTo", issued.ValidTo));
        await succession.BeginAsync(work, issued, context.Cancellation);
        work.Tell(MessageTemplates.CertificateReady);
    }

    private Recognition Issue(ActivityContext context, Application application, DecidingBodyKind body, Guid issuerId, string level)
    {
        var work = context.Work();
        var today = zone.DateOf(work.Now);
        var score = work.Rows<CompiledScore>().OrderBy(row => row.CompiledAt).ThenBy(row => row.Id).LastOrDefault();
        using var random = RandomNumberGenerator.Create();
        return new Recognition
        {
            Id = Ids.New(),
            CaseId = work.CaseId,
            DistrictId = work.Case.DistrictId,
            PersonId = application.SubjectPersonId ?? throw new InvalidOperationException("Only a person can be recognised."),
            Category = context.Input<string>("category")!,
            SubCategory = context.Input<string>("subCategory"),
            Level = level,
            CertificateNumber = CertificateNumber.Create(parameters.Text("recog.certificatePrefix", today), today.Year, random).Value,
            IssuerId = issuerId,
            DecidingBodyKind = body,
            Score = score?.Total,
            ScoreTrace = score?.Trace,
            IssuedOn = today,
            ValidTo = today.AddYears(parameters.Int("recog.validYears", today)).AddDays(-1),
            CreatedAt = work.Now,
        };
    }
}
