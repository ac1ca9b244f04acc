using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Orchestration;
using TalentPortal.Workflows.Activities;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Execution;

namespace TalentPortal.Core.Reviews.Entries;

/// <summary>
/// <c>Portal.ReadEntry</c>: gives the code that a reviewer chose in a field of a review form, for example which unit is to investigate.
/// </summary>
public sealed class ReadEntryActivity(ServiceItems items) : Activity
{
    /// <inheritdoc />
    public override string TypeName => "Portal.ReadEntry";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("field", DataType.String) { IsRequired = true }];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outputs { get; } = ["value"];

    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var work = context.Work();
        var field = context.Input<string>("field")!;
        var item = (await items.VersionAsync(work.Rows<Application>().Single().ServiceItemVersionId, context.Cancellation)).Item;
        var chosen = ReviewEntries.Of(item, work.Rows<ReviewStep>(), work.Rows<Decision>()).Find(field) as AnswerValue.Text;
        context.SetOutput("value",
            chosen?.Value ?? throw new InvalidOperationException($"Nobody has entered '{field}' in a review of {item.Key}."));
    }
}
