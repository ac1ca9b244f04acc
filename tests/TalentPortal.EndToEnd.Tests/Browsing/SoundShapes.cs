using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>
/// Shapes of pages that axe found sound. What it judges is elements, attributes, styles and whether something is said at all, not which
/// words or numbers; a journey meets the same shape again and again, and asking each time took longer than walking.
/// </summary>
internal static class SoundShapes
{
    /// <summary>
    /// The shape as text: each element with its attributes, of which numbers, addresses and values are left out, whether it holds words
    /// of its own, and the width of the screen.
    /// </summary>
    private const string ShapeOfPage = """
        () => {
          const worded = ['value', 'href', 'src', 'action', 'datetime', 'content', 'd', 'points', 'alt', 'title', 'placeholder', 'aria-label'];
          const said = node => [...node.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.data.trim() !== '');
          const named = one => worded.includes(one.name) || (one.name === 'lang' && one.ownerElement === document.documentElement)
            ? one.name + (one.value === '' ? '' : '…') : one.name + '=' + one.value.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\p{N}+/giu, '0');
          const shape = [String(window.innerWidth)];
          for (const node of document.querySelectorAll('*'))
            shape.push([node.tagName, said(node) ? 'says' : '', node.checked ? 'checked' : '', ...[...node.attributes].map(named)].join(' '));
          return shape.join('\n');
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    /// <summary>The shape of the page as it stands.</summary>
    public static async Task<string> OfAsync(IPage page) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await page.EvaluateAsync<string>(ShapeOfPage))));

    /// <summary>Whether a page of this shape was found sound.</summary>
    public static bool Contains(string shape) => Known.ContainsKey(shape);

    /// <summary>Remembers a shape that was found sound.</summary>
    public static void Add(string shape) => Known[shape] = true;
}
