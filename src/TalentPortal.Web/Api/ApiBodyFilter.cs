namespace TalentPortal.Web.Api;

/// <summary>Answers for bodies that cannot be read, before the route's own code runs.</summary>
internal sealed class ApiBodyFilter : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        return context.Arguments.OfType<IApiBody>().FirstOrDefault(body => body.Problem is not null) is { } unreadable
            ? ValueTask.FromResult<object?>(unreadable.Problem)
            : next(context);
    }
}
