using TalentPortal.Core.Standards.Codes;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Recognitions;

/// <summary>
/// <c>Portal.ChooseDepartment</c>: names the unit that a code table gives for a sub-category, else for its category. The table's
/// attribute <c>organisation</c> is the unit's code.
/// </summary>
public sealed class ChooseDepartmentActivity(CodeTables tables) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.ChooseDepartment";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("table", DataType.String) { IsRequired = true },
        new("category", DataType.String) { IsRequired = true },
        new("subCategory", DataType.String),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outputs { get; } = ["unit"];

    /// <inheritdoc />
    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (category, subCategory) = (context.Input<string>("category") ?? "", context.Input<string>("subCategory") ?? "");
        var table = tables[context.Input<string>("table")!];
        var row = table.Find(subCategory) ?? table.Find(category)
            ?? throw new InvalidOperationException($"Code table '{table.Name}' names no department for '{category}' / '{subCategory}'.");
        context.SetOutput("unit", row.Attributes["organisation"]);
        return ValueTask.CompletedTask;
    }
}
