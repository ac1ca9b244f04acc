using System.Text.Json;
using System.Text.RegularExpressions;
using TalentPortal.Core.Standards.Codes;
using TalentPortal.Core.Standards.Parameters;

namespace TalentPortal.Core.Catalogue.Reading;

/// <summary>
/// Reads a service item from JSON. It never throws on what a file says: it hands back the item, or every error found with its
/// JSON path, so that whoever wrote the file can mend it in one go.
/// </summary>
/// <param name="tables">The portal's code tables.</param>
/// <param name="parameters">The portal's parameters.</param>
public sealed partial class ServiceItemReader(CodeTables tables, ParameterTable parameters)
{
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 40 };

    /// <summary>Reads one file.</summary>
    /// <param name="json">What it holds.</param>
    /// <param name="fileName">Its name, <c>talent-recognition.json</c>: the item's key, and part of every error.</param>
    public ServiceItemReading Read(string json, string fileName)
    {
        var log = new ReadingLog(fileName);
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, fileName, log);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            log.Error("$", $"the file is not JSON: {e.Message}");
            return new ServiceItemReading(Item: null, log.Errors);
        }
    }

    private ServiceItemReading Read(JsonElement root, string fileName, ReadingLog log)
    {
        var cursor = new JsonCursor(root, "$", log);
        if (!cursor.IsObject) return new ServiceItemReading(Item: null, log.Errors);
        var item = ScoreReading.WithItemCodes(ReadItem(cursor, Path.GetFileNameWithoutExtension(fileName)), cursor);
        cursor.Close();
        if (!KeyShape().IsMatch(item.Key)) log.Error("$", "the file's name must be lower-case letters, digits and hyphens");
        ReferenceCheck.Run(item, log, tables, parameters);
        SubjectReading.Check(item, log);
        ComparisonCheck.Run(item, log, tables);
        ShownWhenCycles.Check(item.Form, log);
        ReviewFormReading.Check(item, log);
        return log.Errors.Count > 0
            ? new ServiceItemReading(Item: null, log.Errors)
            : new ServiceItemReading(item with { Checksum = ServiceItemChecksum.Compute(root) }, []);
    }

    private static ServiceItem ReadItem(JsonCursor item, string key)
    {
        // The order is the order of the errors.
        var code = item.Text("code");
        if (code.Length > 0 && !CodeShape().IsMatch(code)) item.Error("code", "'code' must be 8 capital letters or digits");
        return new ServiceItem
        {
            Code = code,
            Key = key,
            Version = item.Whole("version", 1, 100_000),
            EffectiveOn = item.Date("effectiveOn"),
            Name = item.Localized("name"),
            Summary = item.Localized("summary"),
            Listed = !item.Has("listed") || item.Flag("listed"),
            Audience = ReadAudience(item),
            DefinitionId = item.Text("definitionId"),
            Subject = SubjectReading.Subject(item),
            WorkflowInputs = SubjectReading.WorkflowInputs(item),
            DecidingBody = item.Choice<DecidingBodyKind>("decidingBody"),
            Guide = GuideReading.Guide(item),
            Window = ItemReading.Window(item),
            Quota = ItemReading.Quota(item),
            Form = FormReading.Form(item),
            ReviewForms = ReviewFormReading.Forms(item),
            Materials = ItemReading.Materials(item),
            CodeTables = item.Map("codeTables", (value, path) => ItemReading.CodeTable(new JsonCursor(value, path, item.Log))),
            Lookups = item.Map("lookups", (value, path) => ItemReading.Lookup(new JsonCursor(value, path, item.Log))),
            PreCheck = FormReading.Unique(item.List("preCheck", ItemReading.PreCheckQuestion), q => q.Field.Code, item, "preCheck"),
            Eligibility = FormReading.Unique(item.List("eligibility", ItemReading.EligibilityRule), r => r.Code, item, "eligibility"),
            Checks = FormReading.Unique(item.List("checks", ItemReading.ConsistencyRule), r => r.Code, item, "checks"),
            Score = ScoreReading.Score(item),
            Texts = item.Map("texts", (value, path) => JsonCursor.LocalizedOf(new JsonCursor(value, path, item.Log))),
            Checksum = string.Empty,
        };
    }

    private static IReadOnlyList<Audience> ReadAudience(JsonCursor item)
    {
        var names = item.Texts("audience");
        if (names.Count == 0) item.Error("audience", "'audience' must name at least one kind of applicant");
        return [.. names.Select(n => item.ChoiceOf<Audience>(n, "audience", JsonNamingPolicy.CamelCase)).Distinct()];
    }

    [GeneratedRegex("^[A-Z0-9]{8}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeShape();

    [GeneratedRegex("^[a-z][a-z0-9-]{1,59}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex KeyShape();
}
