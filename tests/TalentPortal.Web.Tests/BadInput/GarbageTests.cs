using TalentPortal.Web.Tests.Security;
using Xunit;

namespace TalentPortal.Web.Tests.BadInput;

/// <summary>Whatever stands in an address or a form: the portal answers, and never with an error of its own.</summary>
public sealed class GarbageTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    private static readonly string[] Names =
    [
        "after", "scope", "item", "step", "town", "light", "number", "category", "level", "q", "query", "id", "name", "section", "add", "check", "path",
        "handler", "returnUrl", "download", "task", "material", "Input.Outcome", "Input.Reason", "Input.OperationId", "Input.Content", "Input.Name",
        "Input.Email", "Input.Password", "Input.DisplayName", "Input.Culture", "Input.Token", "operationId", "OperationId", "Reason", "row", "rows", "file", "place",
        "Input.Gaps[0].Target", "Input.Gaps[0].Note", "Input.Scores[conduct]", "title", "details", "kind", "incident", "consent", "OnBehalfBasis", "revision",
    ];

    private static readonly string[] Days =
    [
        "day", "on", "from", "to", "since", "until", "upTo", "Period.From", "Period.To", "Draft.ValidFrom", "Input.On", "Input.UpTo", "Input.PaidOn",
        "Input.FromOn", "Input.ToOn", "Input.LastOn", "Input.RaisedOn", "Input.EndOn", "Input.PeriodFrom", "Input.ReceivedOn",
    ];

    public static TheoryData<string> Values =>
    [
        "", "\0", "a\0b", "'", "\"><script>", "-1", "99999999999999999999", "../../etc/passwd", "%", "\ud83d\ude00", "\u202e", "null", "[]", "{}",
        "00000000-0000-0000-0000-000000000000", "99991231.ffffffffffffffffffffffffffffffff", new string('9', 800),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Get_ValueInEveryParameter_IsAnswered(string value)
    {
        var garbage = Names.Where(name => name is not "handler").ToDictionary(name => name, _ => value, StringComparer.Ordinal);
        await AssertAnsweredAsync("GET", garbage);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Post_ValueInEveryField_IsAnswered(string value) =>
        await AssertAnsweredAsync("POST", Names.Where(name => name is not "handler" and not "id").ToDictionary(name => name, _ => value, StringComparer.Ordinal));

    /// <summary>The first and the last day that can be written, in everything that is a year, a month or a day.</summary>
    [Theory]
    [InlineData("GET", "0001-01", "0001-01-01", "1")]
    [InlineData("GET", "9999-12", "9999-12-31", "9999")]
    [InlineData("POST", "0001-01", "0001-01-01", "1")]
    [InlineData("POST", "9999-12", "9999-12-31", "9999")]
    public async Task EndsOfTheCalendar_AreAnswered(string method, string month, string day, string year)
    {
        var ends = Days.ToDictionary(name => name, _ => day, StringComparer.Ordinal);
        (ends["month"], ends["year"], ends["quarter"]) = (month, year, year + "Q1");
        await AssertAnsweredAsync(method, ends);
    }

    private async Task AssertAnsweredAsync(string method, Dictionary<string, string> garbage)
    {
        var matrix = AccessMatrix.Read();
        var wrong = new List<string>();
        var callers = new Dictionary<string, Caller>(StringComparer.Ordinal);
        // Moving the clock or leaving is no bad input.
        foreach (var line in matrix.Doors.Where(line => line.Door.Method == method && !line.Door.Route.StartsWith("/dev/", StringComparison.Ordinal)))
        {
            var (role, values) = (from one in AccessMatrix.Roles
                                  where line.Roles.Contains(one)
                                  from row in AccessMatrixTests.RowsFor(world, matrix, line, one)
                                  where row.IsSeen
                                  select (one, row.Values)).First();
            // Some forms end sessions, so each is sent by somebody who has just signed in.
            if (method is "POST" && callers.Remove(role, out var before)) before.Dispose();
            var caller = callers.TryGetValue(role, out var known) ? known : callers[role] = await Caller.OfAsync(world, role);
            // Behind a door without a row both are the same.
            IReadOnlyDictionary<string, string>[] sent = values.Count == 0 ? [garbage] : [Mixed(values, garbage), Spoilt(values, garbage)];
            foreach (var with in sent)
            {
                var (status, _) = await caller.KnockAsync(line.Door, method is "GET" ? with : values, fields: method is "GET" ? null : with);
                if ((int)status >= 500) wrong.Add($"{role} at {line.Door}: {(int)status}");
            }
        }

        foreach (var caller in callers.Values) caller.Dispose();
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>The row's own values, and garbage in all else.</summary>
    private static Dictionary<string, string> Mixed(IReadOnlyDictionary<string, string> values, Dictionary<string, string> garbage)
    {
        var mixed = new Dictionary<string, string>(garbage, StringComparer.Ordinal);
        foreach (var (name, value) in values) mixed[name] = value;
        return mixed;
    }

    /// <summary>Garbage in the row's values too, where the address still has its form.</summary>
    private static Dictionary<string, string> Spoilt(IReadOnlyDictionary<string, string> values, Dictionary<string, string> garbage)
    {
        var spoilt = new Dictionary<string, string>(garbage, StringComparer.Ordinal);
        // A server takes no address with the character U+0000 in its path.
        foreach (var name in values.Keys) spoilt[name] = garbage.Values.First().Replace('\0', '0');
        return spoilt;
    }
}
