using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace TalentPortal.Web.Presentation;

/// <summary>One message that survives a redirect and is shown once, above the next page.</summary>
/// <param name="TextKey">The key of its sentence.</param>
/// <param name="Arguments">What the sentence's places stand for.</param>
/// <param name="Kind">Its note kind: ok, info, warn or pause.</param>
public sealed record Banner(string TextKey, IReadOnlyList<string> Arguments, string Kind)
{
    private const string Slot = "Banner";

    /// <summary>Keeps the banner for the next page.</summary>
    public void Keep(ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        tempData[Slot] = JsonSerializer.Serialize(this);
    }

    /// <summary>The kept banner, which is gone afterwards; null when there is none.</summary>
    public static Banner? Take(ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        return tempData[Slot] is string kept ? JsonSerializer.Deserialize<Banner>(kept) : null;
    }
}
