using System.Net;
using Xunit;

namespace TalentPortal.Web.Tests.Talent;

/// <summary>Answers that fit, and the way to a draft.</summary>
internal static class Forms
{
    public const string CitizenId = "450311199001010017";
    public const string Phone = "13800138000";

    /// <summary>One picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

    /// <summary>The consultation's first page.</summary>
    public static (string, string)[] Request =>
    [
        ("kind", "question"), ("topic", "other"), ("title", "Which papers do I need"), ("details", "I grow fruit and want to know."),
    ];

    /// <summary>The consultation's second page.</summary>
    public static (string, string)[] Contact =>
    [
        ("acceptedBy", "talentOffice"), ("onBehalfOf", "self"), ("contact.name", "Qin Xiaohe"), ("contact.phone", Phone),
    ];

    /// <summary>Begins a draft; hands back the address of its form.</summary>
    public static async Task<string> StartAsync(Browser browser, string item)
    {
        using var started = await browser.PostAsync($"/applications/start/{item}");
        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        return started.Headers.Location!.OriginalString;
    }

    /// <summary>The draft's key in its address.</summary>
    public static Guid KeyOf(string form) => Guid.Parse(form.Split('/')[2]);

    /// <summary>Fills a consultation in as far as handing in.</summary>
    public static async Task<Guid> FilledAsync(Browser browser)
    {
        var form = await StartAsync(browser, "talent-consultation");
        using (var first = await browser.PostAsync(form + "/request", Request)) Assert.EndsWith("/form/contact", first.Headers.Location?.OriginalString, StringComparison.Ordinal);
        using (var second = await browser.PostAsync(form + "/contact", Contact)) Assert.EndsWith("/check", second.Headers.Location?.OriginalString, StringComparison.Ordinal);
        return KeyOf(form);
    }

    /// <summary>Hands a consultation in.</summary>
    public static async Task<Guid> SubmittedAsync(Browser browser)
    {
        var id = await FilledAsync(browser);
        using var submitted = await browser.PostAsync($"/applications/{id}/check", ("consent", "true"));
        Assert.Equal($"/applications/{id}/receipt", submitted.Headers.Location?.OriginalString);
        return id;
    }
}
