using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Kernel;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Api;

/// <summary>
/// Errors of the API as problem details (RFC 9457) in the caller's language. <c>code</c> names the reason for programs, <c>detail</c>
/// says it to people, <c>errors</c> ties it to fields by their paths.
/// </summary>
internal sealed class ApiProblems(IStringLocalizer texts)
{
    private const int LongestPath = 100;

    /// <summary>A status that says it all.</summary>
    /// <param name="status">The status.</param>
    /// <param name="number">Under which number it stands in the log; null where it is in none.</param>
    public ProblemHttpResult OfStatus(int status, string? number = null)
    {
        var problem = New(status, $"Status{status}", texts[$"Api.Detail.{Known(status)}"].Value);
        if (number is not null) problem.Extensions["number"] = number;
        return TypedResults.Problem(problem);
    }

    /// <summary>A status for a reason.</summary>
    /// <param name="status">The status.</param>
    /// <param name="code">The reason for programs.</param>
    /// <param name="detail">The reason for people.</param>
    public ProblemHttpResult Of(int status, string code, LocalizedString detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        return TypedResults.Problem(New(status, code, detail.Value));
    }

    /// <summary>Fields of the request that cannot stay so.</summary>
    public ProblemHttpResult OfFields(IReadOnlyDictionary<string, string[]> errors)
    {
        var problem = New(StatusCodes.Status422UnprocessableEntity, "FieldsNotValid", texts["Api.Detail.422"].Value);
        problem.Extensions["errors"] = errors;
        return TypedResults.Problem(problem);
    }

    /// <summary>One such field.</summary>
    public ProblemHttpResult OfField(string path, LocalizedString sentence) =>
        OfFields(new Dictionary<string, string[]>(StringComparer.Ordinal) { [path] = [sentence.Value] });

    /// <summary>A body of another type.</summary>
    /// <param name="textKey">Which one it has to be.</param>
    public ProblemHttpResult OfContentType(string textKey) =>
        Of(StatusCodes.Status415UnsupportedMediaType, "ContentTypeNotAccepted", texts[textKey]);

    /// <summary>A body above the limit.</summary>
    public ProblemHttpResult OfTooLarge(int kilobytes) =>
        Of(StatusCodes.Status413PayloadTooLarge, "BodyTooLarge", texts["Api.Json.TooLarge", kilobytes]);

    /// <summary>A body that is no JSON object.</summary>
    public ProblemHttpResult OfNotJson() => Of(StatusCodes.Status400BadRequest, "NotJson", texts["Api.Json.NotJson", ApiJson.Deepest]);

    /// <summary>A value of another type, or one that is not known.</summary>
    /// <param name="jsonPath">Where, as the reader says it: <c>$.materials[0]</c>.</param>
    public ProblemHttpResult OfWrongShape(string? jsonPath)
    {
        var path = jsonPath is ['$', '.', ..] ? jsonPath[2..] : jsonPath ?? "$";
        return OfField(path.Length <= LongestPath ? path : path[..LongestPath], texts["Api.Field.WrongShape"]);
    }

    /// <summary>Fields without a value.</summary>
    public ProblemHttpResult OfMissing(params IEnumerable<string> paths) =>
        OfFields(paths.ToDictionary(path => path, _ => new[] { texts["Api.Field.Missing"].Value }, StringComparer.Ordinal));

    /// <summary>A body that is no upload.</summary>
    public ProblemHttpResult OfNotMultipart() => Of(StatusCodes.Status400BadRequest, "NotMultipart", texts["Api.Json.Multipart"]);

    /// <summary>A value that is not known here.</summary>
    public ProblemHttpResult OfUnknown(string path) => OfWrongShape(path);

    /// <summary>What the address names is not there.</summary>
    public ProblemHttpResult OfNotFound(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return TypedResults.Problem(New(StatusCodes.Status404NotFound, refusal.Key, texts.Of(refusal)));
    }

    /// <summary>A list with more values than anybody needs.</summary>
    public ProblemHttpResult OfTooMany(string path, int most) => OfField(path, texts["Api.Field.TooMany", most]);

    /// <summary>What a service refused.</summary>
    public ProblemHttpResult Of(Refusal refusal)
    {
        var problem = New(RefusalStatus.Of(refusal), refusal.Key, texts.Of(refusal));
        if (RefusalFields.Of(refusal) is { Count: > 0 } fields)
        {
            problem.Extensions["errors"] = fields.GroupBy(field => field.Path, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(field => field.Sentence(texts)).ToArray(), StringComparer.Ordinal);
        }

        return TypedResults.Problem(problem);
    }

    private ProblemDetails New(int status, string code, string detail) => new()
    {
        Status = status,
        Type = "urn:talent-portal:problem:" + code,
        Title = texts[$"Api.Title.{Known(status)}"].Value,
        Detail = detail,
        Extensions = { ["code"] = code },
    };

    /// <summary>The status whose texts are used.</summary>
    private static int Known(int status) => status switch
    {
        400 or 401 or 403 or 404 or 405 or 409 or 413 or 415 or 422 or 429 or 503 => status,
        < 500 => 400,
        _ => 500,
    };
}
