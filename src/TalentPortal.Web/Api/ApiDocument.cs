using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TalentPortal.Web.Api;

/// <summary>What the OpenAPI document says beyond the routes' own metadata.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    /// <summary>Adds the token, the key and the problem's members.</summary>
    public static void Configure(OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Describe(operation, context));
        options.AddSchemaTransformer((schema, context, _) => Describe(schema, context));
    }

    private static Task Describe(OpenApiDocument document)
    {
        document.Info.Title = "TalentPortal";
        document.Info.Description =
            "The same services, rules and audit as the pages. Errors are problem details (RFC 9457) in the language of Accept-Language.";
        document.Servers?.Clear();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer };
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        // Only the route itself says that it cannot read other types; nobody should send them.
        operation.RequestBody?.Content?.Remove("*/*");
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security ??= [];
            operation.Security.Add(new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] });
        }

        if (metadata.OfType<TakesIdempotencyKey>().FirstOrDefault() is not { } key) return Task.CompletedTask;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = ApiOperations.Header,
            In = ParameterLocation.Header,
            Required = key.IsRequired,
            Description = "Names the caller's intent: the same request with the same key is carried out once and gets the first answer.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = ApiOperations.LongestKey },
        });
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonTypeInfo.Type != typeof(ProblemDetails)) return Task.CompletedTask;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties["code"] = Text("The reason, for programs.");
        schema.Properties["number"] = Text("Under which number the error stands in the portal's log.");
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "What to mend, by the path of the field.",
            AdditionalProperties =
                new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}

/// <summary>Says that a route takes the header <c>Idempotency-Key</c>.</summary>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record TakesIdempotencyKey(bool IsRequired);
