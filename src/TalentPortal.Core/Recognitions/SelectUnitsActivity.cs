using System.Text.Json.Nodes;
using TalentPortal.Core.Calendar;
using TalentPortal.Core.Parties;
using TalentPortal.Core.Standards.Parameters;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary><c>Portal.SelectUnits</c>: gives the codes of the units that a parameter lists on this day.</summary>
public sealed class SelectUnitsActivity(ParameterTable parameters, OrganisationDirectory organisations, PortalTimeZone zone) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.SelectUnits";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("parameter", DataType.String) { IsRequired = true }];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outputs { get; } = ["units"];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var key = context.Input<string>("parameter")!;
        var codes = parameters.Words(key, zone.DateOf(context.Now));
        if (codes.Count == 0) throw new InvalidOperationException($"Parameter '{key}' lists no unit.");
        foreach (var code in codes)
        {
            if (await organisations.FindAsync(code, context.Cancellation) is null)
                throw new InvalidOperationException($"Parameter '{key}' lists '{code}', and there is no such unit.");
        }

        context.SetOutput("units", new JsonArray([.. codes.Select(code => (JsonNode?)code)]));
    }
}
