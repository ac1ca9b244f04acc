using System.Globalization;

namespace TalentPortal.Workflows.Definitions;

/// <summary>The English sentences of faults, for logs and for whoever starts a portal.</summary>
internal static class FaultTexts
{
    private static readonly Dictionary<DefinitionFault, string> Texts = new()
    {
        [DefinitionFault.MalformedText] = "Malformed text: {0}",
        [DefinitionFault.NotAnObject] = "Malformed JSON: a definition is an object.",
        [DefinitionFault.MalformedJson] = "Malformed JSON: {0}",
        [DefinitionFault.NoRoot] = "The definition has no root activity.",
        [DefinitionFault.VersionNotANumber] = "The version is not a whole number from 1.",
        [DefinitionFault.UnknownIncidentStrategy] = "Unknown incident strategy '{0}'.",
        [DefinitionFault.ArgumentWithoutName] = "An argument needs a name.",
        [DefinitionFault.Twin] = "'{0}' is also in {1}.",
        [DefinitionFault.ForkWaitAny] = "Elsa.Fork with WaitAny still runs queued branches; use Elsa.FlowFork and Elsa.FlowJoin.",
        [DefinitionFault.NoSuchInput] = "'{0}' has no such input.",
        [DefinitionFault.InputWithoutType] = "The input has no typeName and would be ignored.",
        [DefinitionFault.VariableNotDeclared] = "Variable '{0}' is not declared.",
        [DefinitionFault.WorkflowInputUnknown] = "The workflow has no input '{0}'.",
        [DefinitionFault.ConnectionNotAnObject] = "A connection is not an object.",
        [DefinitionFault.DanglingConnection] = "Dangling connection: its {0} '{1}' is no activity of this flowchart.",
        [DefinitionFault.VariablesNotAList] = "Variables are not a list.",
        [DefinitionFault.VariableNotAnObject] = "A variable is not an object.",
        [DefinitionFault.VariableTwice] = "Variable id '{0}' is declared twice.",
        [DefinitionFault.VariableWithoutName] = "A variable has neither id nor name.",
        [DefinitionFault.VariableTypeUnknown] = "Variable '{0}' has the unknown type '{1}'.",
        [DefinitionFault.VariableValueWrong] = "The value of variable '{0}' is no {1}.",
        [DefinitionFault.InputRequired] = "The input is required.",
        [DefinitionFault.InputNotNamed] = "The Input expression names no input.",
        [DefinitionFault.UnknownExpression] = "Unknown expression type '{0}'.",
        [DefinitionFault.ExpressionNotAnObject] = "The expression is not an object.",
        [DefinitionFault.ValueNotOffered] = "'{0}' is no value out of {1}.",
        [DefinitionFault.ValueWrongType] = "'{0}' is no {1}.",
        [DefinitionFault.ObjectNotJson] = "The Object expression is not valid JSON.",
        [DefinitionFault.VariableNotNamed] = "The Variable expression names no variable.",
        [DefinitionFault.ScriptNotText] = "A script is text.",
        [DefinitionFault.ScriptWrong] = "{0}",
        [DefinitionFault.NotAList] = "Expected a list.",
        [DefinitionFault.ActivityNotAnObject] = "An activity is not an object.",
        [DefinitionFault.ActivityWithoutType] = "The activity has no type.",
        [DefinitionFault.UnknownActivityType] = "Unknown activity type '{0}'.",
        [DefinitionFault.ActivityTwice] = "Activity id '{0}' is used twice.",
        [DefinitionFault.ContainsItself] = "The workflow contains itself as an activity.",
        [DefinitionFault.DefinitionUnknown] = "There is no definition '{0}'.",
        [DefinitionFault.DefinitionNotPublished] = "There is no published definition '{0}'.",
        [DefinitionFault.EmptyFlowchart] = "The flowchart has no activities.",
        [DefinitionFault.Unreachable] = "The activity can't be reached.",
        [DefinitionFault.OutcomeLeadsNowhere] = "Outcome '{0}' leads nowhere.",
        [DefinitionFault.NoSuchOutcome] = "'{0}' has no outcome '{1}'.",
        [DefinitionFault.NoEnd] = "No path from here ends.",
        [DefinitionFault.BackwardConnection] =
            "Invalid backward connection from '{0}' to '{1}': "
            + "not every path from the start to its source leads through its target.",
        [DefinitionFault.CaseWithoutLabel] = "A case needs a label.",
        [DefinitionFault.CronWrong] = "The cron expression is none: {0}",
        [DefinitionFault.CronNever] = "The moment '{0}' never comes.",
        [DefinitionFault.StartsByNoMoment] =
            "What starts a workflow by time says when as a plain value: an interval longer than zero, a cron expression or a moment.",
    };

    public static string Of(DefinitionFault fault, IReadOnlyList<string> arguments) =>
        string.Format(CultureInfo.InvariantCulture, Texts[fault], [.. arguments]);
}
