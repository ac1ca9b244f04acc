using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Guides;
using TalentPortal.Core.Catalogue.Materials;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Public.Services;

/// <summary>The guide of one service item. It comes from memory, and its text is drawn once a version, language and day.</summary>
[OutputCache(PolicyName = GuideCache.Name)]
public sealed class GuideModel(ServiceItems items, RuleContexts rules, PortalTimeZone zone, IStringLocalizer texts) : PageModel
{
    /// <summary>The item.</summary>
    public ServiceItem Item { get; private set; } = null!;

    /// <summary>What the drawn text depends on.</summary>
    public string CacheKey { get; private set; } = "";

    /// <summary>Why one cannot apply now; null when one can.</summary>
    public Refusal? Closed => Item.Window.CheckOpen(zone.Today).Refusal;

    /// <summary>The last day to apply; null when always open.</summary>
    public DateOnly? ClosesOn => Item.Window.ClosesOn(zone.Today);

    /// <summary>What the applicant uploads.</summary>
    public IReadOnlyList<MaterialRule> Uploads => [.. Item.Materials.Where(material => material.UploadedByApplicant)];

    /// <summary>What the applicant need not hand in.</summary>
    public IReadOnlyList<MaterialRule> NotAsked => [.. Item.Materials.Where(material => !material.UploadedByApplicant)];

    /// <summary>How many papers may be asked for.</summary>
    public int Papers => Uploads.Count(material => !material.Optional);

    /// <summary>The way with its days, those outside of the promise marked.</summary>
    public IReadOnlyList<TimelineView> Steps => [.. Item.Guide.Steps.Select(step => new TimelineView(step.Name.ToString())
    {
        Kind = TimelineKind.Todo,
        Duration = step.WorkingDays is { } days ? Days(days, step.Origin) : step.Note.ToString(),
        Text = step.WorkingDays is null || step.Note.IsBlank
            ? step.Actor.ToString()
            : $"{step.Actor}{texts["Shared.ListSeparator"]}{step.Note}",
        Tag = step is { OnClock: false, WorkingDays: not null } ? texts["Catalogue.Guide.OffClock"].Value : null,
    })];

    /// <summary>Finds the item.</summary>
    public IActionResult OnGet([FromRoute] string key)
    {
        if (items.FindListed(key) is not { } version) return NotFound();
        Item = version.Item;
        CacheKey = string.Create(CultureInfo.InvariantCulture, $"{version.Id:N}{CultureInfo.CurrentUICulture.Name}{zone.Today:yyyyMMdd}");
        return Page();
    }

    /// <summary>A number of working days in words; a star marks what nobody confirmed.</summary>
    public string Days(GuideDays days, Origin origin)
    {
        var number = rules.Days(days);
        var words = number == 0 ? texts["Catalogue.Guide.OnTheSpot"].Value : texts["Catalogue.Guide.Days", number].Value;
        return origin.Provenance.IsUnverified() ? words + " *" : words;
    }

    /// <summary>What a material is taken as.</summary>
    public string Kind(MaterialRule material)
    {
        if (!material.Help.IsBlank) return material.Help.ToString();
        var types = material.FileTypes.Select(type => type.ToUpperInvariant()).Where(type => type is not "JPEG");
        return string.Join(texts["Shared.ListSeparator"], types);
    }
}
