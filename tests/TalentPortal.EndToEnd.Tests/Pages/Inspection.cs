using System.Collections.Concurrent;
using Microsoft.Playwright;
using TalentPortal.EndToEnd.Tests.Browsing;

namespace TalentPortal.EndToEnd.Tests.Pages;

/// <summary>Somebody who opens pages at a desk and on a phone, sends their forms blank, and writes down every fault.</summary>
internal sealed class Inspection : IAsyncDisposable
{
    private const int DeskWidth = 1366;
    private const int DeskHeight = 768;
    private const int PhoneWidth = 390;
    private const int PhoneHeight = 844;
    private const string LaidOutAnew = "main :is(table, pre, .tp-steps, .tp-review, .tp-kpis, .tp-services)";
    private const string WhatAFormSays = ".tp-errors, .tp-note";

    /// <summary>Who is signed in where: signing in again and again took longer than looking.</summary>
    private static readonly ConcurrentDictionary<(Uri Portal, string Who), string> Sessions = new();

    private readonly JourneyPortal portal;
    private readonly Visitor visitor;
    private readonly ConcurrentQueue<string> faults;
    private readonly List<string> heard = [];
    private int expected = 200;

    private Inspection(JourneyPortal portal, Visitor visitor, ConcurrentQueue<string> faults)
    {
        (this.portal, this.visitor, this.faults) = (portal, visitor, faults);
        visitor.Page.Console += (_, message) => Hear(message);
        visitor.Page.PageError += (_, error) => heard.Add("script: " + error);
        visitor.Page.Response += (_, answer) =>
        {
            if (answer.Status >= 400 && answer.Status != expected) heard.Add($"{answer.Status} of {answer.Url}");
        };
    }

    /// <summary>Looks at pages in one language.</summary>
    /// <param name="portal">Where.</param>
    /// <param name="chromium">With what.</param>
    /// <param name="who">Who looks; blank for a visitor.</param>
    /// <param name="language">In which language.</param>
    /// <param name="visits">At what.</param>
    /// <param name="faults">Where faults are written down.</param>
    public static async Task RunAsync(JourneyPortal portal, ChromiumFixture chromium, string who, string language,
        IReadOnlyCollection<PageVisit> visits, ConcurrentQueue<string> faults)
    {
        if (portal is FilledPortal { } filled) who = filled.AddressOf(who);
        var arrived = await Visitor.ArriveAsync(portal, chromium, DeskWidth, DeskHeight, Sessions.GetValueOrDefault((portal.Url, who)));
        await using var inspection = new Inspection(portal, arrived, faults);
        if (who.Length > 0 && !Sessions.ContainsKey((portal.Url, who)))
        {
            await arrived.SignInAsync(who);
            Sessions[(portal.Url, who)] = await arrived.Page.Context.StorageStateAsync();
        }

        await arrived.SpeakAsync(language);
        foreach (var visit in visits) await inspection.VisitAsync(visit, language);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    private async Task VisitAsync(PageVisit visit, string language)
    {
        var address = portal is FilledPortal filled ? filled.AddressOf(visit.Address) : visit.Address;
        try
        {
            expected = visit.Status;
            var answer = await visitor.Page.GotoAsync(address);
            if (answer!.Status != visit.Status) faults.Enqueue($"{address} answers {answer.Status}.");
            await LookAsync(address, language, isAsked: portal is FilledPortal && language is "en");
            if (visit.Submit is null || portal is not FilledPortal) return;
            await visitor.GoAsync(() => visitor.Page.Locator(visit.Submit).First.ClickAsync());
            if (await visitor.Page.Locator(WhatAFormSays).CountAsync() == 0) faults.Enqueue($"{address} says nothing of a blank form.");
            await LookAsync(address + " (sent blank)", language, isAsked: false);
        }
        catch (Exception failure) when (failure is Xunit.Sdk.XunitException or TimeoutException or PlaywrightException)
        {
            faults.Enqueue($"{address}, {language}: {failure.Message}");
        }
    }

    /// <summary>Looks at the page that stands here at a desk and on a phone.</summary>
    /// <param name="address">Its name in what is written down.</param>
    /// <param name="language">Which language it has to be in.</param>
    /// <param name="isAsked">
    /// Whether axe is asked again on the phone, where what a phone lays out anew stands there: once a page, in the language whose longer
    /// words leave less room; else it would say the same.
    /// </param>
    private async Task LookAsync(string address, string language, bool isAsked)
    {
        var found = await PageCheck.FaultsAsync(visitor.Page, portal.Names);
        var spoken = await visitor.Page.GetAttributeAsync("html", "lang");
        if (spoken != language) found.Add($"It is in {spoken}.");
        await KeptPictures.TakeAsync(visitor.Page);
        await visitor.Page.SetViewportSizeAsync(PhoneWidth, PhoneHeight);
        found.AddRange(await PageCheck.FaultsOfWidthAsync(visitor.Page));
        if (isAsked && await visitor.Page.Locator(LaidOutAnew).CountAsync() > 0)
            found.AddRange(await PageCheck.FaultsOfAxeAsync(visitor.Page));
        await KeptPictures.TakeAsync(visitor.Page);
        await visitor.Page.SetViewportSizeAsync(DeskWidth, DeskHeight);
        found.AddRange(heard);
        heard.Clear();
        if (found.Count > 0) faults.Enqueue($"{address}, {language}:\n  {string.Join("\n  ", found)}");
    }

    private void Hear(IConsoleMessage message)
    {
        // The browser itself says of every answer with an error status that it failed; those are heard as answers.
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            heard.Add($"console: {message.Text}");
    }
}
