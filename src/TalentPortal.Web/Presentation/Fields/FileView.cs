namespace TalentPortal.Web.Presentation.Fields;

/// <summary>One file that has been handed in.</summary>
/// <param name="Id">Its key, as the remove button sends it.</param>
/// <param name="Name">The name it had on the person's device.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ContentType">Its media type, which picks the icon.</param>
public sealed record FileView(string Id, string Name, long Bytes, string ContentType)
{
    /// <summary>What is known about it, in words, such as "uploaded, checked"; null for none.</summary>
    public string? Note { get; init; }

    /// <summary>Where it can be looked at; null when it cannot.</summary>
    public string? Href { get; init; }

    /// <summary>Where its remove button posts to, with the whole form; null when it stays.</summary>
    public string? RemoveHref { get; init; }
}
