using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.PublicNotices;
using TalentPortal.Web.Pages.Public.Services;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Forms;

namespace TalentPortal.Web.Pages.Public;

/// <summary>The home page: what can be done here, whether one qualifies, what is being published.</summary>
public sealed class IndexModel(ServiceItems items, RuleContexts rules, NoticeQueries notices, IStringLocalizer texts) : PageModel
{
    private const int NoticesShown = 3;

    /// <summary>All service items.</summary>
    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    /// <summary>The item whose short test stands on the page; null while none has one.</summary>
    public ServiceItem? Tested { get; private set; }

    /// <summary>The questions of that test.</summary>
    public IReadOnlyList<FieldView> Questions { get; private set; } = [];

    /// <summary>The newest notices.</summary>
    public IReadOnlyList<NoticeRow> Notices { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var current = items.Listed.Select(version => version.Item).ToList();
        Services = [.. current.Select(item => ServiceCard.Of(item, rules))];
        Tested = current.Find(item => item.PreCheck.Count > 0);
        if (Tested is not null)
            Questions = PreCheckViews.Of(
                Tested, rules, texts, FormCollection.Empty, new Dictionary<string, string>(StringComparer.Ordinal));
        Notices = [.. (await notices.BoardAsync(new NoticeSearch(), ct)).Rows.Take(NoticesShown)];
    }
}
