using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>
/// The life of one recognition, with the cases about it; the talent office suspends it here, resumes it, or begins a revocation.
/// </summary>
[RequirePermission(Permission.IssueCertificates)]
internal sealed class LifeModel(LifeQueries recognitions, RecognitionSuspensions suspensions, CodeTables codes) : DeedsModel
{
    /// <summary>The certificate's number.</summary>
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Why it is suspended or resumed.</summary>
    [BindProperty, Required, StringLength(RecognitionSuspensions.LongestText), Display(Name = "Life.Suspend.Reason")]
    public string? Reason { get; set; }

    /// <summary>The recognition.</summary>
    public RecognitionLifeView Row { get; private set; } = null!;

    /// <summary>What happened to it.</summary>
    public IReadOnlyList<LifeLine> Lines { get; private set; } = [];

    /// <summary>The cases about it.</summary>
    public IReadOnlyList<MatterRow> Matters { get; private set; } = [];

    /// <summary>Suspends it.</summary>
    public Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) => ActAsync("RecognitionSuspending", "Life.Suspend.Done",
        (actor, operation) => suspensions.SuspendAsync(actor, Number, Reason!, operation, ct), ct);

    /// <summary>Resumes it.</summary>
    public Task<IActionResult> OnPostResumeAsync(CancellationToken ct) => ActAsync("RecognitionResuming", "Life.Resume.Done",
        (actor, operation) => suspensions.ResumeAsync(actor, Number, Reason!, operation, ct), ct);

    /// <summary>The label of a code.</summary>
    public string Label(string table, string code) => codes[table].Label(code, CultureInfo.CurrentUICulture);

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await recognitions.FindAsync(Number, ct) is not { } found) return false;
        (Row, Lines, Matters) = (found, await recognitions.EventsAsync(found.Id, ct), await recognitions.MattersAsync(found.Id, ct));
        return true;
    }

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal, string deed) => refusal is LifeTextInvalid ? nameof(Reason) : "";
}
