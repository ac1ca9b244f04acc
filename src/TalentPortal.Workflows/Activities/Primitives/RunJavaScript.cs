using System.Text.Json.Nodes;
using TalentPortal.Workflows.Definitions;
using TalentPortal.Workflows.Definitions.Reading;
using TalentPortal.Workflows.Definitions.Values;
using TalentPortal.Workflows.Execution;
using TalentPortal.Workflows.Expressions;

namespace TalentPortal.Workflows.Activities.Primitives;

/// <summary>Runs a script, which may choose outcomes by setOutcome or setOutcomes.</summary>
internal sealed class RunJavaScript : ElsaActivity
{
    private const string Source = "script";
    private const string PossibleOutcomes = "possibleOutcomes";

    public override string TypeName => "Elsa.RunJavaScript";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new(Source, DataType.String), new(PossibleOutcomes, DataType.ListOf(DataType.String))];

    public override IReadOnlyList<string> Outputs { get; } = ["result"];

    public override IReadOnlyList<string> GetOutcomes(ActivityNode node) =>
        node.LiteralInput(PossibleOutcomes) is JsonArray { Count: > 0 } names
            ? [.. names.Select(DataConversion.ToText).OfType<string>()]
            : [Done];

    public override ValueTask ExecuteAsync(ActivityContext context)
    {
        var script = context.Node.Detail as Script ?? Parse(context.Input<string>(Source));
        if (script is null) return ValueTask.CompletedTask;
        context.SetOutput("result", context.Evaluate(new ScriptExpression(script), DataType.Object));
        context.Complete(context.Scope.ScriptOutcomes);
        return ValueTask.CompletedTask;
    }

    /// <summary>A script that the definition holds is parsed when it is read.</summary>
    internal override object? ReadDetail(DetailReader reader)
    {
        if (JsonAccess.AsText(reader.Node.LiteralInput(Source)) is not { Length: > 0 } source) return null;
        if (Script.TryParse(source, out var script, out var error)) return script;
        reader.Error(Source, DefinitionFault.ScriptWrong, error);
        return null;
    }

    private static Script? Parse(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return null;
        return Script.TryParse(source, out var script, out var error) ? script : throw new InvalidOperationException(error);
    }
}
