using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using TalentPortal.Core.Files;

namespace TalentPortal.Web.Api;

/// <summary>An upload, as <c>multipart/form-data</c>.</summary>
/// <param name="ServiceItem">Code or key of the service item.</param>
/// <param name="Material">Code of its material.</param>
/// <param name="File">The file.</param>
/// <param name="ForSomebodyElse">Whether the application will be for somebody else: the file then does not count as the caller's own
/// proof.</param>
internal sealed record MaterialForm(string ServiceItem, string Material, IFormFile File, bool ForSomebodyElse = false)
{
    /// <summary>The content type.</summary>
    public const string ContentType = "multipart/form-data";

    private const long Megabyte = 1024 * 1024;
    private const int RoomForFields = 64 * 1024;
    private const long MostBytes = FileSniffer.MaximumBytes + RoomForFields;

    private static readonly string[] Known = ["serviceItem", "material", "forSomebodyElse"];

    /// <summary>Reads it; else says what is wrong.</summary>
    public static async Task<(MaterialForm? Form, ProblemHttpResult? Problem)> ReadAsync(
        HttpRequest request, ApiProblems problems, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(problems);
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            return (null, problems.OfContentType("Api.Json.Multipart"));
        if (request.ContentLength > MostBytes) return (null, problems.Of(new FileTooLarge((int)(FileSniffer.MaximumBytes / Megabyte))));
        try
        {
            var limits = new FormOptions { MultipartBodyLengthLimit = MostBytes, ValueCountLimit = 16, ValueLengthLimit = 1000, KeyLengthLimit = 200 };
            return Check(await request.ReadFormAsync(limits, ct), problems);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, problems.OfNotMultipart());
        }
    }

    private static (MaterialForm? Form, ProblemHttpResult? Problem) Check(IFormCollection form, ApiProblems problems)
    {
        if (form.Keys.FirstOrDefault(key => !Known.Contains(key, StringComparer.Ordinal)) is { } unknown)
            return (null, problems.OfUnknown(unknown));
        if (form.Files is not [{ Name: "file" } file]) return (null, problems.OfUnknown("file"));
        var missing = Known.Take(2).Where(key => string.IsNullOrEmpty(form[key])).ToList();
        if (missing.Count > 0) return (null, problems.OfMissing(missing));
        var isForSomebodyElse = false;
        if (form.TryGetValue(Known[2], out var flag) && !bool.TryParse(flag, out isForSomebodyElse))
            return (null, problems.OfUnknown(Known[2]));
        return (new MaterialForm(form[Known[0]].ToString(), form[Known[1]].ToString(), file, isForSomebodyElse), null);
    }
}
