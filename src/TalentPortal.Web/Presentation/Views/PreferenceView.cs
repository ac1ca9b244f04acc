namespace TalentPortal.Web.Presentation.Views;

/// <summary>A button that changes how pages look in this browser; for the partial <c>_Preference</c>.</summary>
/// <param name="Name">culture, text or theme.</param>
/// <param name="Value">What the button asks for.</param>
/// <param name="Text">Its words.</param>
public sealed record PreferenceView(string Name, string Value, string Text)
{
    /// <summary>Its icon; null for none.</summary>
    public string? Icon { get; init; }

    /// <summary>What it asks for once pressed, where script changes the page in place; null to load the page again.</summary>
    public string? OtherValue { get; init; }

    /// <summary>Its words then.</summary>
    public string? OtherText { get; init; }

    /// <summary>The language of its words, where it is another one than the page's.</summary>
    public string? Language { get; init; }

    /// <summary>The button's look.</summary>
    public string CssClass { get; init; } = "tp-linkbutton";

    /// <summary>Whether a phone shows the icon only.</summary>
    public bool HidesText { get; init; }
}
