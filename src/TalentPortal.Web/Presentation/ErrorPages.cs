using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TalentPortal.Web.Api;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Presentation;

/// <summary>
/// Answers for errors. Pages are rendered in place, without running the pipeline again: who signs people in may need the very
/// database that is gone. The API gets problem details instead.
/// </summary>
internal sealed partial class ErrorPages(
    IActionResultExecutor<ViewResult> views, IModelMetadataProvider metadata, ApiProblems problems, ILogger<ErrorPages> log)
{
    private const string View = "/Pages/Shared/_Error.cshtml";

    /// <summary>
    /// For the exception handler: 400 for text that no database holds, 503 when the database cannot be reached, else 500.
    /// </summary>
    public Task ForExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()
            ?? throw new InvalidOperationException("There is no exception to answer for.");
        var status = error.Error is BadHttpRequestException bad ? bad.StatusCode
            : IsUnstorable(error.Error) ? StatusCodes.Status400BadRequest
            : IsDatabaseGone(error.Error) ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status500InternalServerError;
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "30";
        var number = NumberOf(context);
        LogError(status, number, error.Path);
        return AnswerAsync(context, status, number);
    }

    /// <summary>For answers with an error status and no body.</summary>
    public Task ForStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return AnswerAsync(context, status, status >= StatusCodes.Status500InternalServerError ? NumberOf(context) : null);
    }

    private async Task AnswerAsync(HttpContext context, int status, string? number)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await problems.OfStatus(status, number).ExecuteAsync(context);
            return;
        }
        var model = new ViewDataDictionary<ErrorView>(metadata, new ModelStateDictionary())
        {
            Model = new ErrorView(Known(status), number),
        };
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        await views.ExecuteAsync(action, new ViewResult { ViewName = View, ViewData = model, StatusCode = status });
    }

    /// <summary>The status whose texts are used.</summary>
    private static int Known(int status) => status switch
    {
        400 or 403 or 404 or 429 or 503 => status,
        405 or 410 => 404,
        401 => 403,
        < 500 => 400,
        _ => 500,
    };

    private static string NumberOf(HttpContext context)
    {
        var id = (Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier).ToUpperInvariant();
        return id.Length >= 12 ? $"{id[..4]}-{id[4..8]}-{id[8..12]}" : id;
    }

    /// <summary>Text with the character U+0000, which nobody types (SQLSTATE 22021; in JSON 22P05).</summary>
    private static bool IsUnstorable(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is DbException { SqlState: "22021" or "22P05" }) return true;
        }
        return false;
    }

    private static bool IsDatabaseGone(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            // SQLSTATE class 08: connection exception; 57P0x: the server is shutting down or starting.
            if (error is DbException db && (db.IsTransient || db.SqlState is ['0', '8', ..] or ['5', '7', 'P', ..])) return true;
        }
        return false;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Answered {Status} under the number {Number} at {Path}")]
    private partial void LogError(int status, string number, string path);
}
