using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace TalentPortal.Web.Api;

/// <summary>
/// The JSON body of a request; where it cannot be read, the problem is here and <see cref="ApiBodyFilter"/> answers with it.
/// </summary>
/// <typeparam name="T">What it is read as.</typeparam>
internal sealed class ApiBody<T> : IApiBody, IEndpointParameterMetadataProvider
    where T : class
{
    private readonly T? value;

    private ApiBody(ApiContent content, T? value, ProblemHttpResult? problem) => (Content, this.value, Problem) = (content, value, problem);

    /// <summary>The bytes as they came.</summary>
    public ApiContent Content { get; }

    /// <summary>What the body says.</summary>
    public T Value => value ?? throw new InvalidOperationException("The body could not be read; the filter should have answered.");

    /// <inheritdoc />
    public ProblemHttpResult? Problem { get; }

    /// <summary>Reads the body of a request.</summary>
    public static async ValueTask<ApiBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        var problems = context.RequestServices.GetRequiredService<ApiProblems>();
        var content = await ApiContent.ReadAsync(context.Request, problems);
        if (content.Problem is { } unreadable) return new ApiBody<T>(content, value: null, unreadable);
        try
        {
            return new ApiBody<T>(content, content.Root.Deserialize<T>(ApiJson.Strict)!, problem: null);
        }
        catch (JsonException wrong)
        {
            return new ApiBody<T>(content, value: null, problems.OfWrongShape(wrong.Path));
        }
    }

    /// <summary>Other types reach the route too, which says what is wrong with them; the fallback route would not.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([ApiJson.ContentType, "*/*"], typeof(T)));
}

/// <summary>A body that may be unreadable.</summary>
internal interface IApiBody
{
    /// <summary>Why it cannot be read; null when it can.</summary>
    ProblemHttpResult? Problem { get; }
}
