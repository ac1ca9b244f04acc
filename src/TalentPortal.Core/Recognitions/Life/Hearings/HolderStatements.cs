using System.Text.Json.Nodes;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Orchestration;

namespace TalentPortal.Core.Recognitions.Life.Hearings;

/// <summary>The holder says what there is to say, while a case about the recognition asks for it.</summary>
public sealed class HolderStatements(CaseTransaction transactions, Orchestrator orchestrator)
{
    /// <summary>Longest statement, in UTF-16 code units.</summary>
    public const int LongestText = 4000;

    /// <summary>Takes the statement; the case goes on from where it waited.</summary>
    public Task<Result> StateAsync(Actor actor, Guid caseId, string text, Operation operation, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(text);
        return transactions.RunAsync(caseId, operation, async (work, token) =>
        {
            if (work.Rows<Application>().SingleOrDefault() is not { } application || application.CreatedBy != actor.UserId)
                return new CaseNotFound();
            if (work.Rows<RecognitionMatter>().SingleOrDefault() is not { AwaitsHolder: true } matter) return new NothingToState();
            var statement = text.Trim();
            if (statement.Length is 0 or > LongestText) return new LifeTextInvalid(LongestText);
            work.Rows<RecognitionMatter>().Replace(matter with { Statement = statement, StatedAt = work.Now });
            await orchestrator.ResumeAsync(work, matter.BookmarkId!, new JsonObject { ["answered"] = true }, token);
            return Result.Success;
        }, ct);
    }
}
