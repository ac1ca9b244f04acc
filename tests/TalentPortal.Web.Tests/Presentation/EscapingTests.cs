using Microsoft.AspNetCore.Razor.TagHelpers;
using TalentPortal.Web.Presentation.Components;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Views;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

/// <summary>Markup in any input of any component comes out as text.</summary>
public sealed class EscapingTests
{
    private const string Bad = Rendering.Script;

    public static TheoryData<string> Names => [.. All.Keys];

    private static Dictionary<string, Func<ITagHelper>> All { get; } = new(StringComparer.Ordinal)
    {
        ["due-light"] = () => new DueLightTagHelper(Rendering.Texts) { Due = new DueView(DueLight.Grey, 0, Bad) },
        ["status-tag"] = () => new StatusTagTagHelper(Rendering.Texts) { Kind = Bad },
        ["step-bar"] = () => new StepBarTagHelper(Rendering.Texts) { Steps = [new(Bad, StepState.Current, Bad)] },
        ["case-clock"] = () => new CaseClockTagHelper(Rendering.Texts, Rendering.Display)
        {
            Clock = new ClockView(1, 2, new DueView(DueLight.Grey, 0, Bad))
            {
                StoppedBecause = Bad,
                PastStops = [new(new DateOnly(2026, 1, 1), null, Bad)],
                DaysHref = Bad,
            },
        },
        ["time-line"] = () => new TimeLineTagHelper(Rendering.Display) { Points = [new(Bad) { Text = Bad, Tag = Bad, Duration = Bad }] },
        ["note"] = () => new NoteTagHelper { Kind = Bad, Title = Bad },
        ["icon"] = () => new IconTagHelper { Name = Bad },
        ["kpi"] = () => new KpiTagHelper { Href = Bad, Label = Bad, Figure = Bad, Unit = Bad, Compare = Bad },
        ["empty-state"] = () => new EmptyStateTagHelper { Icon = Bad, Title = Bad, Text = Bad, ActionHref = Bad, ActionText = Bad },
        ["masked"] = () => new MaskedTagHelper(Rendering.Texts) { Value = Bad, RevealHref = Bad, Label = Bad },
        ["kbd-hints"] = () => new KbdHintsTagHelper(Rendering.Texts) { Page = Bad, Hints = [new(Bad, Bad)] },
        ["bulk-bar"] = () => new BulkBarTagHelper(Rendering.Texts) { LeftOut = Bad },
        ["file-row"] = () => new FileRowTagHelper(Rendering.Texts, Rendering.Display)
        {
            File = new FileView(Bad, Bad, 1, Bad) { Note = Bad, Href = Bad, RemoveHref = Bad },
        },
        ["file-field"] = () => new FileFieldTagHelper(Rendering.Texts, Rendering.Display)
        {
            View = new FileFieldView
            {
                Name = Bad,
                Label = Bad,
                Hint = Bad,
                Error = Bad,
                Accept = Bad,
                MaxBytes = 1,
                UploadHref = Bad,
                TemplateHref = Bad,
            },
        },
        ["field text"] = () => Field(FieldControl.Text),
        ["field area"] = () => Field(FieldControl.TextArea),
        ["field select"] = () => Field(FieldControl.Select),
        ["field radios"] = () => Field(FieldControl.Radios),
        ["field checks"] = () => Field(FieldControl.Checks),
        ["field checkbox"] = () => Field(FieldControl.Checkbox),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Component_ScriptInEveryInput_ComesOutAsText(string name)
    {
        var html = await Rendering.RenderAsync(All[name](), content: Bad);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("alert(\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    private static FieldTagHelper Field(FieldControl control) => new(Rendering.Texts)
    {
        View = new FieldView
        {
            Name = Bad,
            Label = Bad,
            Hint = Bad,
            Error = Bad,
            Control = control,
            Values = [Bad],
            Options = [new(Bad, Bad, Bad)],
            Source = Bad,
            SourceHref = Bad,
            SourceAction = Bad,
            Unit = Bad,
            Autocomplete = Bad,
            InputMode = Bad,
            MaxLength = 9,
        },
    };
}
