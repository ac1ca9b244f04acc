using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>A case as the partial views of officers show it.</summary>
/// <param name="File">The case.</param>
/// <param name="Sections">Its answers in words.</param>
/// <param name="Due">Its light; null before the promised time runs.</param>
/// <param name="MayReveal">Whether the reader may see secrets in full, with a reason.</param>
/// <param name="TaskId">The task under which originals may be marked; null where they may not.</param>
internal sealed record CaseFileView(CaseFile File, IReadOnlyList<AnswerSection> Sections, DueView? Due, bool MayReveal, Guid? TaskId);
