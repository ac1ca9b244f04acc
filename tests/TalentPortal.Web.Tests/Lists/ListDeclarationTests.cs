using System.Globalization;
using TalentPortal.Core.Lists;
using TalentPortal.Web.Pages.Officer.Cases;
using TalentPortal.Web.Presentation.Lists;
using TalentPortal.Web.Tests.Presentation;
using Xunit;

namespace TalentPortal.Web.Tests.Lists;

/// <summary>Whatever a form or the database asks of a list is held against its declaration.</summary>
public sealed class ListDeclarationTests
{
    private static readonly ListDeclaration<(string Name, int? Count)> List = new("sample", "Lists.Columns", new ListSort("count", Descending: false),
    [
        new("name", "Lists.Columns", (row, _) => row.Name) { IsFixed = true, IsSortable = true },
        new("count", "Lists.Columns", (row, _) => row.Count) { IsSortable = true },
        new("hidden", "Lists.Columns", (_, _) => null) { IsDefault = false },
    ]);

    [Theory]
    [InlineData("name", "name", false)]
    [InlineData("-count", "count", true)]
    public void ReadSort_AColumnThatOrders_IsRead(string asked, string column, bool descending) =>
        Assert.Equal(new ListSort(column, descending), List.ReadSort(asked));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("hidden")]
    [InlineData("NAME")]
    [InlineData("name desc; drop table cases")]
    [InlineData("a.submitted_at")]
    public void ReadSort_AnythingElse_IsNone(string? asked) => Assert.Null(List.ReadSort(asked));

    [Fact]
    public void OrderOf_AnyColumn_IsOneOfTheQuerysOwn() =>
        Assert.All(CaseColumns.Search.Columns, column => Assert.True(Enum.IsDefined(CaseColumns.OrderOf(new ListSort(column.Key, Descending: false)).By)));

    [Fact]
    public void SortOf_AViewByAColumnThatIsGone_IsTheListsOwn() =>
        Assert.Equal(List.Order, List.SortOf(new ListView(Columns: null, new ListSort("gone", Descending: true), [])));

    [Fact]
    public void Known_UnknownColumns_AreIgnoredAndFixedOnesStay() =>
        Assert.Equal(["name", "hidden"], List.Known(["hidden", "gone", "'; drop table list_views"]));

    [Fact]
    public void Known_TheListsOwnColumns_AreNoChoice() => Assert.Null(List.Known(["count"]));

    [Fact]
    public void Shown_AViewWithUnknownColumns_HasTheFixedOnes() =>
        Assert.Equal(["name"], List.Shown(new ListView(["gone"], Sort: null, [])).Select(column => column.Key));

    [Theory]
    [InlineData(false, "b a c")]
    [InlineData(true, "a b c")]
    public void Sorted_Numbers_StandByValueAndNothingComesLast(bool descending, string expected)
    {
        var words = new ListWords(Rendering.Texts, Rendering.Display, TimeZoneInfo.Utc);
        var sorted = List.Sorted([("a", 10), ("c", null), ("b", 9)], new ListSort("count", descending), words);
        Assert.Equal(expected, string.Join(' ', sorted.Select(row => row.Name)), StringComparer.Create(CultureInfo.InvariantCulture, ignoreCase: false));
    }
}
