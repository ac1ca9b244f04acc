using Microsoft.Extensions.Localization;
using TalentPortal.Core.Reviews.Queries;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Officer.Cases;

/// <summary>The timeline of a case as officers read it.</summary>
internal static class CaseHistory
{
    /// <summary>Every entry of the audit that has words, the newest first. Entries that only the portal needs have none.</summary>
    public static IReadOnlyList<TimelineView> Of(CaseFile file, IStringLocalizer texts) =>
    [
        .. from entry in file.Events
           let words = texts["Reviews.Event." + entry.Type]
           where !words.ResourceNotFound
           select new TimelineView(entry.Step is null
               ? words.Value
               : texts["Reviews.Event.OfStep", entry.Step.ToString(), words.Value].Value)
           {
               At = entry.At,
               Text = Words(entry, texts),
               Kind = entry.Type is "SupplementRequested" ? TimelineKind.Pause : TimelineKind.Done,
           },
    ];

    private static string? Words(CaseFileEvent entry, IStringLocalizer texts)
    {
        var actor = entry.For is { } absent ? texts["Absences.Event.For", entry.Actor ?? "", absent].Value : entry.Actor;
        var who = entry.To is { } to ? texts["Reviews.Event.To", actor ?? "", to].Value : actor;
        return entry.Note.Length == 0 ? who : texts["Reviews.Event.Noted", who ?? "", entry.Note].Value;
    }
}
