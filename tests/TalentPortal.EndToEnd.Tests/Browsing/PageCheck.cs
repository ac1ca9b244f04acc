using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>What every page must be, in whatever state it is met: accessible, in one language, and no wider than the screen.</summary>
internal static class PageCheck
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What axe finds on the page itself, and nothing else of what it knows: its own runner opens a browser for each page and fetches
    /// every rule that held. The frames of the portal hold files.
    /// </summary>
    private const string Violations = """
        async () => {
          const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const how = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], iframes: false, preload: false };
          const found = await axe.run(document, how);
          return found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.map(node => node.html.slice(0, 300)).join(' | ')}`);
        }
        """;

    /// <summary>
    /// Han characters that a reader of an English page sees or hears. What an element says is not to be translated or is in Chinese by
    /// its own <c>lang</c> is left out, and so are the names in <c>data</c>, which exist in one language only.
    /// </summary>
    private const string HanOnPage = """
        data => {
          const han = /\p{Script=Han}/u;
          const own = e => e.closest('[lang^="zh"]:not(html), option[value="zh-CN"], [translate="no"]') === null;
          const rest = text => data.reduce((left, name) => left.replaceAll(name, ''), text);
          const found = [];
          const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const parent = texts.currentNode.parentElement;
            if (['SCRIPT', 'STYLE', 'TEMPLATE'].includes(parent.tagName)) continue;
            if (own(parent) && han.test(rest(texts.currentNode.data))) found.push(texts.currentNode.data.trim().slice(0, 200));
          }
          for (const e of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
            for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
              if (own(e) && han.test(rest(e.getAttribute(name) ?? ''))) found.push(name + ': ' + e.getAttribute(name));
          return found;
        }
        """;

    /// <summary>Fails with everything that is wrong on the page as it is shown now.</summary>
    /// <param name="page">The page.</param>
    /// <param name="data">Names that are data: people, units, what was typed.</param>
    public static async Task AssertAsync(IPage page, IReadOnlyCollection<string>? data = null)
    {
        var wrong = await FaultsAsync(page, data);
        Assert.True(wrong.Count == 0, $"{page.Url}:\n{string.Join('\n', wrong)}");
    }

    /// <summary>Everything that is wrong on the page as it is shown now.</summary>
    /// <param name="page">The page.</param>
    /// <param name="data">Names that are data: people, units, what was typed.</param>
    public static async Task<List<string>> FaultsAsync(IPage page, IReadOnlyCollection<string>? data = null)
    {
        var wrong = new List<string>(await FaultsOfAxeAsync(page));
        var language = await page.EvaluateAsync<string>("document.documentElement.lang");
        if (language.StartsWith("en", StringComparison.Ordinal))
        {
            var longestFirst = (data ?? []).OrderByDescending(name => name.Length).ToArray();
            var han = await page.EvaluateAsync<JsonElement>(HanOnPage, longestFirst);
            wrong.AddRange(han.EnumerateArray().Select(text => $"Chinese on an English page: {text.GetString()}"));
        }

        wrong.AddRange(await FaultsOfWidthAsync(page));
        return wrong;
    }

    /// <summary>What axe finds; a page of a shape that it found sound is not shown to it again.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAxeAsync(IPage page)
    {
        var shape = await SoundShapes.OfAsync(page);
        if (SoundShapes.Contains(shape)) return [];
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(Violations);
        if (found.Length == 0) SoundShapes.Add(shape);
        return found;
    }

    /// <summary>What one rule of axe finds on the page, whatever was found on pages of its shape.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfRuleAsync(IPage page, string rule)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(
            "async rule => (await axe.run(document, { runOnly: [rule] })).violations.flatMap(one => one.nodes.map(node => node.html.slice(0, 300)))", rule);
    }

    /// <summary>Whether the icons that the page shows are drawn: their font is there.</summary>
    public static Task<bool> HasIconsAsync(IPage page) => page.EvaluateAsync<bool>(
        "async () => (await document.fonts.ready, [...document.fonts].some(font => font.family.includes('tabler-icons') && font.status === 'loaded'))");

    /// <summary>Whether the page is wider than the screen.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfWidthAsync(IPage page)
    {
        var tooWide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return tooWide > 0 ? [$"The page is {tooWide} pixels wider than the screen of {page.ViewportSize?.Width}."] : [];
    }
}
