using TalentPortal.Core.Applications;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;

namespace TalentPortal.Core.Reviews.Queries;

/// <summary>A case as one reader may see it: what lies outside the reach is not in it.</summary>
public sealed record CaseFile
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number, 32 characters without hyphens.</summary>
    public required string Number { get; init; }

    /// <summary>How much of it is here.</summary>
    public required FileReach Reach { get; init; }

    /// <summary>The pinned version of the service item.</summary>
    public required ServiceItem Item { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApplicationStatus Status { get; init; }

    /// <summary>Code of the step it is in; null when closed.</summary>
    public required string? Stage { get; init; }

    /// <summary>Whether it is held, for example by an objection.</summary>
    public required bool OnHold { get; init; }

    /// <summary>The subject's name, masked; null where names stay away.</summary>
    public required string? SubjectMasked { get; init; }

    /// <summary>The town that checks it.</summary>
    public required LocalizedText? Town { get; init; }

    /// <summary>On what ground it was handed in for somebody else; null for an own application.</summary>
    public required string? OnBehalfBasis { get; init; }

    /// <summary>When it was handed in, UTC.</summary>
    public required DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The answers within the reach; secrets masked.</summary>
    public required FormAnswers Answers { get; init; }

    /// <summary>Paths of the answers that are kept encrypted, within the reach.</summary>
    public required IReadOnlySet<string> SecretPaths { get; init; }

    /// <summary>Files within the reach, in the order of the item's materials.</summary>
    public required IReadOnlyList<CaseFileMaterial> Materials { get; init; }

    /// <summary>The promised time; null before it runs.</summary>
    public required CaseDeadline? Promise { get; init; }

    /// <summary>How the promised time stands today; null before it runs.</summary>
    public required Deadline? Clock { get; init; }

    /// <summary>What reviewers entered and is marked for experts; empty for other reaches, which read it with the decisions.</summary>
    public required FormAnswers Entries { get; init; }

    /// <summary>Decisions so far, the newest first; empty for a reach without opinions.</summary>
    public required IReadOnlyList<CaseFileDecision> Decisions { get; init; }

    /// <summary>What happened, the newest first; empty for a reach without opinions.</summary>
    public required IReadOnlyList<CaseFileEvent> Events { get; init; }

    /// <summary>The name of a step of the item; its code where the guide does not know it.</summary>
    public LocalizedText StepName(string code) =>
        Item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, code, StringComparison.Ordinal))?.Name
            ?? new LocalizedText(code, code);
}

/// <summary>A file of a case.</summary>
/// <param name="Id">The material.</param>
/// <param name="Code">For which material of the item it stands.</param>
/// <param name="Name">That material's name.</param>
/// <param name="FileName">Its file name; null where names stay away.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="SizeBytes">Bytes.</param>
/// <param name="IsInline">Whether a browser shows it in the page.</param>
/// <param name="LinkedAt">Since when it belongs to the case, UTC.</param>
/// <param name="OriginalCheckedBy">Who compared it with the original.</param>
/// <param name="OriginalCheckedAt">When, UTC.</param>
public sealed record CaseFileMaterial(Guid Id, string Code, LocalizedText Name, string? FileName, string ContentType, long SizeBytes,
    bool IsInline, DateTimeOffset LinkedAt, string? OriginalCheckedBy, DateTimeOffset? OriginalCheckedAt);

/// <summary>A decision of a case.</summary>
/// <param name="Id">The decision.</param>
/// <param name="Step">The step's name; null for a decision outside of steps.</param>
/// <param name="Outcome">Code of the outcome.</param>
/// <param name="Reason">Why, in the officer's words.</param>
/// <param name="Officer">Who decided.</param>
/// <param name="Role">In which role.</param>
/// <param name="Unit">For which unit.</param>
/// <param name="Scores">Points by score item.</param>
/// <param name="Fields">What was entered along with it, by field of the item's review forms.</param>
/// <param name="At">When, UTC.</param>
/// <param name="For">In whose name, where the officer stood in.</param>
public sealed record CaseFileDecision(Guid Id, LocalizedText? Step, string Outcome, string Reason, string Officer, string Role,
    LocalizedText? Unit, IReadOnlyDictionary<string, decimal> Scores, FormAnswers Fields, DateTimeOffset At, string? For = null);

/// <summary>An entry of a case's audit for its timeline.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Actor">Who; null for the portal.</param>
/// <param name="Step">The step's name, where the entry names one.</param>
/// <param name="At">When, UTC.</param>
/// <param name="To">To whom, where the action went to somebody.</param>
/// <param name="Note">Why, in the officer's words; empty where there is nothing to say.</param>
/// <param name="For">In whose name, where the actor stood in.</param>
public sealed record CaseFileEvent(string Type, string? Actor, LocalizedText? Step, DateTimeOffset At, string? To = null, string Note = "",
    string? For = null);
