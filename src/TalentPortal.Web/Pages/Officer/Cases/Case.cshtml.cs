using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation.Clocks;
using TalentPortal.Web.Presentation.Processes;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>A case to read, for officers within whose reach it lies.</summary>
internal sealed class CaseModel(
    CaseVisibility visibility, CaseFileQuery files, DeskQuery desk, ProcessViews processes, CodeTables codes, AnswerSections answers,
    ClockStories stories) : PageModel
{
    /// <summary>What is shown.</summary>
    public CaseFileView View { get; private set; } = null!;

    /// <summary>The tasks with which the reader can do something.</summary>
    public IReadOnlyList<ReviewTask> Tasks { get; private set; } = [];

    /// <summary>The way of the case.</summary>
    public ProcessView? Process { get; private set; }

    /// <summary>Why the last day is what it is.</summary>
    public ClockStoryView Story { get; private set; } = new([], []);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var actor = User.Actor();
        if (!await visibility.SeesAsync(actor, id, ct) || await files.ReadAsync(id, FileReach.Full, ct) is not { } file) return NotFound();
        View = new CaseFileView(file, answers.Of(file), OfficerPages.LightOf(file, codes),
            Unmasking.May(actor, FileReach.Full), TaskId: null);
        Tasks = ApplicationStatuses.Final.Contains(file.Status) ? [] : await desk.TasksAsync(actor, id, ct);
        Process = await processes.OfCaseAsync(id, ct);
        if (file.Promise is { } promise) Story = await stories.ReadAsync(promise, file.Item, ct);
        return Page();
    }
}
