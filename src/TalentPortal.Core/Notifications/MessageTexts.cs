using System.Collections.Frozen;
using System.Text.Json;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Notifications;

/// <summary>All message texts, from <c>seed-data/messages/texts/{template}.json</c>, framed by <c>frame.json</c>.</summary>
public sealed class MessageTexts
{
    private const string Folder = "seed-data/messages/texts";
    private const string FrameCode = "frame";
    private const string BodyPlace = "{body}";

    private readonly FrozenDictionary<string, FrozenDictionary<string, MessageText>> texts;

    private MessageTexts(FrozenDictionary<string, FrozenDictionary<string, MessageText>> texts) => this.texts = texts;

    /// <summary>The codes of all templates.</summary>
    public IEnumerable<string> Codes => texts.Keys;

    /// <summary>Reads the texts.</summary>
    /// <exception cref="StartupRefusedException">A file is not readable or lacks a language.</exception>
    public static MessageTexts Read(SeedFolder files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var read = files.Files(Folder, "*.json")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), ReadFile, StringComparer.Ordinal);
        if (!read.Remove(FrameCode, out var frame)) throw new StartupRefusedException($"{Folder}/{FrameCode}.json is missing.");
        return new MessageTexts(read.ToFrozenDictionary(
            x => x.Key,
            x => x.Value.ToFrozenDictionary(y => y.Key, y => Framed(frame[y.Key], y.Value), StringComparer.Ordinal),
            StringComparer.Ordinal));
    }

    /// <summary>The text of a template in a language; null when there is none.</summary>
    public MessageText? Find(string template, string culture) =>
        texts.TryGetValue(template, out var languages) ? languages.GetValueOrDefault(culture) : null;

    private static MessageText Framed(MessageText frame, MessageText text) =>
        new(text.Subject, frame.Body.Replace(BodyPlace, text.Body, StringComparison.Ordinal));

    private static Dictionary<string, MessageText> ReadFile(string path)
    {
        try
        {
            var json = File.ReadAllText(path);
            var languages = JsonSerializer.Deserialize<Dictionary<string, FileText>>(json, JsonSerializerOptions.Web) ?? [];
            if (languages.Count != 2 || !languages.ContainsKey("zh-CN") || !languages.ContainsKey("en"))
                throw new JsonException("It must have exactly the languages zh-CN and en.");
            return languages.ToDictionary(
                x => x.Key, x => new MessageText(x.Value.Subject, string.Join('\n', x.Value.Body)), StringComparer.Ordinal);
        }
        catch (JsonException wrong)
        {
            throw new StartupRefusedException($"The message text {path} cannot be read: {wrong.Message}", wrong);
        }
    }

    private sealed record FileText(string Subject, string[] Body);
}
