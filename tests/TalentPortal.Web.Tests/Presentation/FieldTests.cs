using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Catalogue.Rules;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using Xunit;

namespace TalentPortal.Web.Tests.Presentation;

public sealed class FieldTests : IDisposable
{
    private readonly ServiceProvider services;
    private readonly IModelMetadataProvider metadata;
    private readonly ViewContext view;

    public FieldTests()
    {
        Rendering.ReadIn("zh-CN");
        services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(TimeZoneInfo.Utc)
            .AddPresentation().BuildServiceProvider();
        metadata = services.GetRequiredService<IModelMetadataProvider>();
        view = new ViewContext { ViewData = new ViewDataDictionary<Form>(metadata, new ModelStateDictionary()) };
    }

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Field_WithHintErrorAndUnit_IsDescribedByAllOfThem()
    {
        view.ViewData.ModelState.AddModelError("Scale", "wrong");

        var field = new FieldTagHelper(Rendering.Texts) { For = Of("Scale"), Hint = "how", Unit = "mu", ViewContext = view };

        var html = await Rendering.RenderAsync(field);

        Assert.Contains("<label for=\"Scale\">", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Scale-h Scale-e Scale-u\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Scale-h\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Scale-e\"", html, StringComparison.Ordinal);
        Assert.Contains("inputmode=\"decimal\"", html, StringComparison.Ordinal);
        Assert.Contains("tp-field is-bad", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_AfterUnreadableInput_KeepsWhatWasTyped()
    {
        view.ViewData.ModelState.SetModelValue("Scale", "thirty-eight", "thirty-eight");

        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { For = Of("Scale", 38.5m), ViewContext = view });

        Assert.Contains("value=\"thirty-eight\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_OptionalProperty_SaysSo_RequiredDoesNot()
    {
        var mark = Rendering.Texts["Shared.Field.Optional"].Value;

        var optional = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { For = Of("Note"), ViewContext = view });
        Assert.Contains(mark, optional, StringComparison.Ordinal);
        var required = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { For = Of("Scale"), ViewContext = view });
        Assert.DoesNotContain(mark, required, StringComparison.Ordinal);
        Assert.Contains("aria-required=\"true\"", required, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_Password_NeverEchoes()
    {
        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { For = Of("Secret", "s3cret"), ViewContext = view });

        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_Known_IsReadOnlyAndNamesItsSource()
    {
        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts)
        {
            For = Of("Note", "n"),
            Known = true,
            Source = "register",
            SourceHref = "/wrong",
            ViewContext = view,
        });

        Assert.Contains("readonly", html, StringComparison.Ordinal);
        Assert.Contains("is-known", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"Note-s\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/wrong\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_TextThatBeginsWithALineBreak_KeepsIt()
    {
        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { View = Data(FieldControl.TextArea, "\nx") });

        Assert.Contains(">\n\nx</textarea>", html.Replace("&#xA;", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_GroupedOptions_StandUnderTheirGroupWithThePresentOneSelected()
    {
        var field = Data(FieldControl.Select, "2") with { Options = [new("1", "a", "A"), new("2", "b", "A"), new("3", "c", "B")] };

        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { View = field });

        const string Group =
            "<optgroup label=\"A\"><option value=\"1\">a</option><option selected=\"selected\" value=\"2\">b</option></optgroup>";
        Assert.Contains(Group, html, StringComparison.Ordinal);
        Assert.Contains("<optgroup label=\"B\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_Radios_AreAFieldsetWithLegend()
    {
        var field = Data(FieldControl.Radios, "1") with { Options = [new("1", "a"), new("2", "b")] };

        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { View = field });

        Assert.StartsWith("<fieldset", html, StringComparison.Ordinal);
        Assert.Contains("<legend>", html, StringComparison.Ordinal);
        Assert.Contains("checked=\"checked\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Field_Condition_ReachesTheBrowserInItsWords()
    {
        var a = new ValueExpression.Literal(new AnswerValue.Text("a"));
        var three = new ValueExpression.Literal(new AnswerValue.Number(3));
        var shown = new Condition.All(
        [
            new Condition.Compare(new ValueExpression.Field("kind"), Comparison.Eq, a),
            new Condition.Compare(new ValueExpression.YearsSince("since"), Comparison.Ge, three),
        ]);
        var field = Data(FieldControl.Text, "") with { ShownWhen = shown };

        var html = await Rendering.RenderAsync(new FieldTagHelper(Rendering.Texts) { View = field });

        var json = System.Net.WebUtility.HtmlDecode(html);
        Assert.Contains("""data-shown-when="{"all":[{"field":"kind","op":"Eq","values":["a"]},null]}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorSummary_ModelState_ListsFormErrorsFirstThenFieldsInPageOrder()
    {
        view.ViewData.ModelState.AddModelError("Rows[1].Year", "year");
        view.ViewData.ModelState.AddModelError("Scale", "scale");
        view.ViewData.ModelState.AddModelError("Note", "note");
        view.ViewData.ModelState.AddModelError("Rows[0].Year", "first");
        view.ViewData.ModelState.AddModelError("", "whole");

        var html = await Rendering.RenderAsync(new ErrorSummaryTagHelper(Rendering.Texts) { ViewContext = view });

        string[] words = ["whole", "note", "scale", "first", "year"];
        int[] places = [.. words.Select(word => html.IndexOf(word + "<", StringComparison.Ordinal))];
        Assert.Equal(places.Order(), places);
        Assert.DoesNotContain(-1, places);
        Assert.Contains("href=\"#Rows_0__Year\"", html, StringComparison.Ordinal);
        Assert.Contains("role=\"alert\"", html, StringComparison.Ordinal);
        Assert.Contains("tabindex=\"-1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorSummary_FormThatIsData_FollowsItsFields()
    {
        view.ViewData.ModelState.AddModelError("b", "second");
        FieldView[] fields =
        [
            Data(FieldControl.Text, "") with { Name = "a", Label = "A", Error = "first" },
            Data(FieldControl.Text, "") with { Name = "b", Label = "B" },
        ];

        var html = await Rendering.RenderAsync(new ErrorSummaryTagHelper(Rendering.Texts) { Fields = fields, ViewContext = view });

        Assert.True(html.IndexOf("first", StringComparison.Ordinal) < html.IndexOf("second", StringComparison.Ordinal));
        Assert.Contains(Rendering.Texts["Shared.Errors.Title", 2].Value, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorSummary_NothingWrong_IsNotThere()
    {
        Assert.Empty(await Rendering.RenderAsync(new ErrorSummaryTagHelper(Rendering.Texts) { ViewContext = view }));
    }

    private ModelExpression Of(string name, object? value = null) =>
        new(name, new ModelExplorer(metadata, metadata.GetMetadataForProperty(typeof(Form), name), value));

    private static FieldView Data(FieldControl control, string value) =>
        new() { Name = "answers.x", Label = "X", Control = control, Values = [value], IsRequired = true };

    internal sealed class Form
    {
        public string? Note { get; set; }

        [Required]
        public decimal? Scale { get; set; }

        [DataType(DataType.Password)]
        public string? Secret { get; set; }

        public List<Row> Rows { get; } = [];
    }

    internal sealed class Row
    {
        public int Year { get; set; }
    }
}
