using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TalentPortal.EndToEnd.Tests.Browsing;

/// <summary>A network that fails at the worst moment: the portal did what it was asked, and its answer is lost. Everything else gets through.</summary>
internal sealed class LostAnswers : IStartupFilter
{
    private volatile string? lost;

    /// <summary>Loses the answers to what is sent to a handler of the till; null: of none.</summary>
    public void Lose(string? handler) => lost = handler;

    /// <inheritdoc />
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            var isLost = HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/venue" && context.Request.Query["handler"].ToString() == lost;
            if (isLost) context.Response.Body = Stream.Null;
            await rest();
            if (isLost) context.Abort();
        });
        next(app);
    };
}
