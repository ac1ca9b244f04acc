namespace TalentPortal.Workflows.Definitions;

/// <summary>
/// What can be wrong with a definition, so that it can be said in any language; <see cref="FaultTexts"/> has the English.
/// </summary>
public enum DefinitionFault
{
    /// <summary>Malformed text: ….</summary>
    MalformedText,

    /// <summary>Malformed JSON: a definition is an object.</summary>
    NotAnObject,

    /// <summary>Malformed JSON: ….</summary>
    MalformedJson,

    /// <summary>The definition has no root activity.</summary>
    NoRoot,

    /// <summary>The version is not a whole number from 1.</summary>
    VersionNotANumber,

    /// <summary>Unknown incident strategy ….</summary>
    UnknownIncidentStrategy,

    /// <summary>An argument needs a name.</summary>
    ArgumentWithoutName,

    /// <summary>… is also in ….</summary>
    Twin,

    /// <summary>Elsa.Fork with WaitAny still runs queued branches; use Elsa.FlowFork and Elsa.FlowJoin.</summary>
    ForkWaitAny,

    /// <summary>… has no such input.</summary>
    NoSuchInput,

    /// <summary>The input has no typeName and would be ignored.</summary>
    InputWithoutType,

    /// <summary>Variable … is not declared.</summary>
    VariableNotDeclared,

    /// <summary>The workflow has no input ….</summary>
    WorkflowInputUnknown,

    /// <summary>A connection is not an object.</summary>
    ConnectionNotAnObject,

    /// <summary>Dangling connection: its … … is no activity of this flowchart.</summary>
    DanglingConnection,

    /// <summary>Variables are not a list.</summary>
    VariablesNotAList,

    /// <summary>A variable is not an object.</summary>
    VariableNotAnObject,

    /// <summary>Variable id … is declared twice.</summary>
    VariableTwice,

    /// <summary>A variable has neither id nor name.</summary>
    VariableWithoutName,

    /// <summary>Variable … has the unknown type ….</summary>
    VariableTypeUnknown,

    /// <summary>The value of variable … is no ….</summary>
    VariableValueWrong,

    /// <summary>The input is required.</summary>
    InputRequired,

    /// <summary>The Input expression names no input.</summary>
    InputNotNamed,

    /// <summary>Unknown expression type ….</summary>
    UnknownExpression,

    /// <summary>The expression is not an object.</summary>
    ExpressionNotAnObject,

    /// <summary>… is no value out of ….</summary>
    ValueNotOffered,

    /// <summary>… is no ….</summary>
    ValueWrongType,

    /// <summary>The Object expression is not valid JSON.</summary>
    ObjectNotJson,

    /// <summary>The Variable expression names no variable.</summary>
    VariableNotNamed,

    /// <summary>A script is text.</summary>
    ScriptNotText,

    /// <summary>….</summary>
    ScriptWrong,

    /// <summary>Expected a list.</summary>
    NotAList,

    /// <summary>An activity is not an object.</summary>
    ActivityNotAnObject,

    /// <summary>The activity has no type.</summary>
    ActivityWithoutType,

    /// <summary>Unknown activity type ….</summary>
    UnknownActivityType,

    /// <summary>Activity id … is used twice.</summary>
    ActivityTwice,

    /// <summary>The workflow contains itself as an activity.</summary>
    ContainsItself,

    /// <summary>There is no definition ….</summary>
    DefinitionUnknown,

    /// <summary>There is no published definition ….</summary>
    DefinitionNotPublished,

    /// <summary>The flowchart has no activities.</summary>
    EmptyFlowchart,

    /// <summary>The activity can't be reached.</summary>
    Unreachable,

    /// <summary>Outcome … leads nowhere.</summary>
    OutcomeLeadsNowhere,

    /// <summary>… has no outcome ….</summary>
    NoSuchOutcome,

    /// <summary>No path from here ends.</summary>
    NoEnd,

    /// <summary>Invalid backward connection from … to …: not every path from the start to its source leads through its target.</summary>
    BackwardConnection,

    /// <summary>A case needs a label.</summary>
    CaseWithoutLabel,

    /// <summary>The cron expression is none: ….</summary>
    CronWrong,

    /// <summary>The moment … never comes.</summary>
    CronNever,

    /// <summary>The moments at which a workflow starts are not written as plain values, or are none.</summary>
    StartsByNoMoment,
}
