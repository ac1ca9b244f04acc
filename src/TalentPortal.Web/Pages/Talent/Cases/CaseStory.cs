using System.Globalization;
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
        var events = OneOfParallel(facts.Events);
        return [.. events.Select(entry => Point(facts, entry)).OfType<TimelineView>().Reverse()];
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
        var closed = facts.Steps.Where(step => step.Status is ReviewStepStatus.Closed)
            .Select(step => step.Code).ToHashSet(StringComparer.Ordinal);
        return facts.Own.Item.Guide.Steps.ToList().FindLastIndex(step => closed.Contains(step.Code)) is var last and >= 0
            ? last
            : facts.Own.IsDraft ? -1 : 0;
    }

    /// <summary>
    /// Units that check side by side, and desks of one step, are one step to the reader: it begins with the first and ends with the last.
    /// </summary>
    private static List<OperationEvent> OneOfParallel(IReadOnlyList<OperationEvent> events)
    {
        var told = new List<OperationEvent>();
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in events)
        {
            if (entry.Type is not ("StepOpened" or "StepClosed" or "StepCancelled"))
            {
                told.Add(entry);
                continue;
            }

            var step = StepOf(entry);
            var left = open[step] = open.GetValueOrDefault(step) + (entry.Type is "StepOpened" ? 1 : -1);
            if (entry.Type is "StepClosed" && left <= 0) told.Add(entry);
            if (entry.Type is not "StepOpened" || left != 1) continue;
            if (told is [.., { Type: "StepClosed" } before] && StepOf(before) == step) told.RemoveAt(told.Count - 1);
            else told.Add(entry);
        }

        return told;
    }

    private static string StepOf(OperationEvent entry)
    {
        using var about = JsonDocument.Parse(entry.Facts);
        return about.RootElement.TryGetProperty("step", out var step) ? step.GetString() ?? "" : "";
    }

    private TimelineView? Point(CaseFacts facts, OperationEvent entry)
    {
        var key = "Applications.Event." + entry.Type;
        if (words.Texts[key].ResourceNotFound) return null;
        using var about = JsonDocument.Parse(entry.Facts);
        var step = about.RootElement.TryGetProperty("step", out var code) ? Name(facts.Own.Item, code.GetString()!) : null;
        if (step is null && entry.Type is "StepOpened" or "StepClosed" || AsksForMore(facts, about.RootElement, entry)) return null;
        object? detail = step is null ? DayOf(about.RootElement) : step;
        return new TimelineView(detail is null ? words.Texts[key].Value : words.Texts[key, detail].Value)
        {
            At = entry.At,
            Kind = entry.Type is "SupplementRequested" or "ObjectionRaised" || Pauses(facts, about.RootElement, entry)
                ? TimelineKind.Pause : TimelineKind.Done,
        };
    }

    /// <summary>The last day that an event is about: of a notice, or of a certificate.</summary>
    private static DateOnly? DayOf(JsonElement about) =>
        (about.TryGetProperty("to", out var day) || about.TryGetProperty("validTo", out day))
        && DateOnly.TryParse(day.GetString(), CultureInfo.InvariantCulture, out var on) ? on : null;

    private static bool Pauses(CaseFacts facts, JsonElement about, OperationEvent entry) =>
        entry.Type is "StepOpened" && SettingsOf(facts, about) is { PauseReason: not null };

    /// <summary>A step that ends with a supplement is not over: it is opened again when that is answered.</summary>
    private static bool AsksForMore(CaseFacts facts, JsonElement about, OperationEvent entry) =>
        entry.Type is "StepClosed" && SettingsOf(facts, about) is { SupplementOutcome: { } asks }
        && about.TryGetProperty("outcome", out var outcome) && outcome.GetString() == asks;

    private static ReviewSettings? SettingsOf(CaseFacts facts, JsonElement about) =>
        about.TryGetProperty("stepId", out var id) && id.TryGetGuid(out var stepId)
        && facts.Steps.FirstOrDefault(step => step.Id == stepId) is { } step
            ? ReviewSettings.FromJson(step.Settings) : null;

    private static string? Name(ServiceItem item, string code) =>
        item.Guide.Steps.FirstOrDefault(step => string.Equals(step.Code, code, StringComparison.Ordinal))?.Name.ToString()
        ?? item.Texts.GetValueOrDefault("step." + code)?.ToString();
}
