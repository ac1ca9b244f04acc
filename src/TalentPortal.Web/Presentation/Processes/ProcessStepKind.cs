using TalentPortal.Workflows.Definitions;

namespace TalentPortal.Web.Presentation.Processes;

/// <summary>What an activity is to whoever looks at the drawing.</summary>
public enum ProcessStepKind
{
    /// <summary>The portal does it by itself.</summary>
    Work,

    /// <summary>Somebody has to act, or a time has to pass.</summary>
    Wait,

    /// <summary>The way divides.</summary>
    Choice,

    /// <summary>Ways come together.</summary>
    Join,

    /// <summary>It begins or ends here.</summary>
    Edge,

    /// <summary>It holds others.</summary>
    Group,
}

/// <summary>Tells kinds apart.</summary>
internal static class ProcessStepKinds
{
    /// <summary>The kind of an activity, by its type.</summary>
    public static ProcessStepKind Of(ActivityNode activity) =>
        activity.Children.Count > 0 ? ProcessStepKind.Group : activity.TypeName switch
        {
            "Elsa.Start" or "Elsa.End" or "Elsa.Finish" or "Elsa.Complete" => ProcessStepKind.Edge,
            "Elsa.FlowDecision" or "Elsa.FlowSwitch" => ProcessStepKind.Choice,
            "Elsa.FlowJoin" or "Elsa.FlowFork" => ProcessStepKind.Join,
            "Portal.Review" or "Portal.ExpertPanel" or "Portal.RequestSupplement" or "Portal.PublicNotice" => ProcessStepKind.Wait,
            "Elsa.Event" or "Elsa.Delay" or "Elsa.RunTask" or "Elsa.Timer" or "Elsa.Cron" or "Elsa.StartAt" => ProcessStepKind.Wait,
            "Elsa.ExecuteWorkflow" or "Elsa.DispatchWorkflow" => ProcessStepKind.Wait,
            _ => ProcessStepKind.Work,
        };
}
