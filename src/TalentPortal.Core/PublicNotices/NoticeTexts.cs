using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices;

/// <summary>
/// The wording of a kind of notice; places in braces are filled in: <c>{serviceItem} {unit} {publisher} {from} {to} {days} {office}
/// {phone}</c>.
/// </summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Paragraphs.</param>
/// <param name="DateFormat">How a day is written.</param>
public sealed record NoticeText(NoticeKind Kind, string Title, IReadOnlyList<string> Body, string DateFormat);

/// <summary>The wording of notices, from <c>seed-data/notices</c>. A notice is published in Chinese.</summary>
public sealed class NoticeTexts
{
    private readonly Dictionary<NoticeKind, NoticeText> texts;

    private NoticeTexts(IEnumerable<NoticeText> texts) => this.texts = texts.ToDictionary(text => text.Kind);

    /// <summary>The wording of a kind.</summary>
    public NoticeText this[NoticeKind kind] => texts[kind];

    /// <summary>Reads the folder.</summary>
    /// <exception cref="SeedException">A file cannot be read, or a kind has no wording.</exception>
    public static NoticeTexts Load(string folder)
    {
        var documents = SeedFile.ReadFolder<NoticeText>(folder);
        var all = documents.SelectMany(document => document.Items).ToList();
        SeedException.ThrowIfAny([.. Enum.GetValues<NoticeKind>().Where(kind => all.Count(text => text.Kind == kind) != 1)
            .Select(kind => new SeedProblem("notices", "$.items", $"There must be one wording for {kind}."))]);
        return new NoticeTexts(all);
    }
}
