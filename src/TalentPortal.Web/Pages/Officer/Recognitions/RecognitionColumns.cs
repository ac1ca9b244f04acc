using TalentPortal.Core.Lists;
using TalentPortal.Core.Recognitions.Life;
using TalentPortal.Core.Standards;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Pages.Officer.Recognitions;

/// <summary>What the list of recognitions shows. Who holds one leaves the portal masked.</summary>
internal static class RecognitionColumns
{
    /// <summary>The list: the newest first.</summary>
    /// <param name="label">The label of a code of a table.</param>
    public static ListDeclaration<RecognitionLifeView> Of(Func<string, string, string> label) =>
        new("recognitions", "Life.Desk.Title", new ListSort("issued", Descending: true),
        [
            new("status", "Life.Desk.Status", (row, words) =>
                IsOver(row) ? words.Texts["Life.Expired"].Value : words.Texts.Of(row.Status)) { IsFixed = true, IsSortable = true },
            new("name", "PublicNotices.Name", (row, _) => Mask.Name(row.Name)) { IsFixed = true, IsSensitive = true },
            new("category", "PublicNotices.Category", (row, _) =>
                label("talent-categories", row.SubCategory ?? row.Category)) { IsSortable = true, Width = 28 },
            new("level", "PublicNotices.Level", (row, _) => label("recognition-levels", row.Level)) { IsSortable = true },
            new("number", "Recognitions.Verify.Label", (row, _) =>
                CertificateNumber.Parse(row.Number).Value.ToString()) { IsSortable = true, Width = 28 },
            new("issued", "Boards.Issued", (row, _) => row.IssuedOn) { IsDefault = false, IsSortable = true },
            new("validTo", "Recognitions.ValidTo", (row, _) => row.ValidTo) { IsSortable = true },
        ]);

    /// <summary>Whether its time is over although nothing else ended it.</summary>
    public static bool IsOver(RecognitionLifeView row) => row is { Status: RecognitionStatus.Valid, IsExpired: true };
}
