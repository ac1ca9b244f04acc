using System.Text.Json;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Reviews;
using TalentPortal.Web.Presentation.Forms;
using TalentPortal.Web.Presentation.Views;

namespace TalentPortal.Web.Pages.Talent.Cases;

/// <summary>The way of a case: the bar of its steps, and what happened.</summary>
public sealed class CaseStory(PortalWords words)
{
    /// <summary>The steps of the guide, with the one where the case stands.</summary>
    public static IReadOnlyList<StepView> Steps(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var (row, steps) = (facts.Own.Row, facts.Own.Item.Guide.Steps);
        var current = row.IsFinal ? -1 : Place(facts);
        var done = row.Status is ApplicationStatus.Approved ? steps.Count : Math.Max(current, LastDone(facts) + 1);
        return [.. steps.Select((step, place) => new StepView(
            step.Name.ToString(),
            place == current ? StepState.Current : place < done ? StepState.Done : StepState.Todo))];
    }

    /// <summary>What happened, the newest first.</summary>
    public IReadOnlyList<TimelineView> Timeline(CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [.. facts.Events.Select(entry => Point(facts, entry)).OfType<TimelineView>().Reverse()];
    }

    private static int Place(CaseFacts facts)
    {
        var steps = facts.Own.Item.Guide.Steps;
        var place = steps.ToList().FindIndex(step => string.Equals(step.Code, facts.Own.Row.Stage, StringComparison.Ordinal));
        return place >= 0 ? place : Math.Min(LastDone(facts) + 1, steps.Count - 1);
    }

    /// <summary>The furthest step that is over; the first is the author's own and over once handed in.</summary>
    private static int LastDone(CaseFacts facts)
    {
        var closed = facts.Steps.Where(step => step.Status is ReviewStepStatus.Closed).Select(step => step.Code).ToHashSet(StringComparer.Ordinal);
        return facts.Own.Item.Guide.Steps.ToList().FindLastIndex(step => closed.Contains(step.Code)) is var last and >= 0
            ? last
            : facts.Own.IsDraft ? -1 : 0;
    }

    private TimelineView? Point(CaseFacts facts, OperationEvent entry)
    {
        var key = "Applications.Event." + entry.Type;
        if (words.Texts[key].ResourceNotFound) return null;
        using var about = JsonDocument.Parse(entry.Facts);
        var step = about.RootElement.TryGetProperty("step", out var code) ? Name(facts.Own.Item, code.GetString()!) : null;
        if (step is null && entry.Type is "StepOpened" or "StepClosed") return null;
        return new TimelineView(step is null ? words.Texts[key].Value : words.Texts[key, step].Value)
        {
            At = entry.At,
            Kind = entry.Type is "SupplementRequested" || Pauses(facts, about.RootElement, entry) ? TimelineKind.Pause : TimelineKind.Done,
        };
    }

    private static bool Pauses(CaseFacts facts, JsonElement about, OperationEvent entry) => entry.Type is "StepOpened"
        && about.TryGetProperty("stepId", out var id) && id.TryGetGuid(out var stepId)
        && facts.Steps.FirstOrDefault(step => step.Id == stepId) is { } step
        && ReviewSettings.FromJson(step.Settings).PauseReason is not null;

    private static string? Name(ServiceItem item, string code) =>
        item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, code, StringComparison.Ordinal))?.Name.ToString()
        ?? item.Texts.GetValueOrDefault("step." + code)?.ToString();
}
