using System.Text.Json.Nodes;
using TalentPortal.Workflows.Tests.Support;
using Xunit;

namespace TalentPortal.Workflows.Tests.Expressions;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("1 + 2", "3")]
    [InlineData("0.5", "0.5")]
    [InlineData("var a = [1, 'x', null, {b: true}]; a", "[1,\"x\",null,{\"b\":true}]")]
    [InlineData("return 'top' + ' ' + 'level';", "top level")]
    [InlineData("if (true) { return 'early'; } 'late'", "early")]
    [InlineData("({a: 1}).a", "1")]
    [InlineData("`a${1 + 1}b${'`'}\"`", "a2b`\"")]
    [InlineData("// `no`\n'x'", "x")]
    [InlineData("new Date(Date.UTC(2026, 0, 2)).toISOString()", "2026-01-02T00:00:00.000Z")]
    [InlineData("/a+/.test('caat')", "True")]
    [InlineData("true", "True")]
    [InlineData("undefined", "")]
    [InlineData("0 / 0", "")]
    [InlineData("isNullOrWhiteSpace('  ')", "True")]
    [InlineData("toJson({a: [1]})", "{\"a\":[1]}")]
    [InlineData("stringFromBase64(stringToBase64('ü'))", "ü")]
    [InlineData("newGuid().length", "36")]
    [InlineData("newShortGuid().length", "22")]
    [InlineData("getInput('name') + getName()", "LiLi")]
    [InlineData("getInput('none')", "")]
    [InlineData("getVariable('Counter') + getCounter() + variables.Counter", "15")]
    [InlineData("setCounter(7); getCounter()", "7")]
    [InlineData("variables.Counter = 8; getVariable('Counter')", "5")]
    [InlineData("setVariable('fresh', 3); getVariable('fresh')", "3")]
    [InlineData("getWorkflowDefinitionId() + getWorkflowDefinitionVersion() + getWorkflowDefinitionVersionId()", "d1d-v1")]
    [InlineData("typeof System", "undefined")]
    [InlineData("typeof importNamespace", "undefined")]
    public async Task Run_Script_WritesItsValue(string script, string expected)
    {
        var root = Json.Sequence("s", Json.Script("w", script));
        var name = new JsonObject { ["name"] = "Name", ["type"] = "String" };
        var run = new TestRun(Json.Definition("d", root, variables: [Json.Variable("Counter", "Int32", "5")], inputs: [name]));

        await run.StartAsync(new JsonObject { ["Name"] = "Li" });

        Assert.Empty(run.Instance.Incidents);
        Assert.Equal([expected], run.Lines);
    }

    [Fact]
    public async Task Run_ScriptThatChangesVariables_IsSeenByTheNext()
    {
        var change = Json.Script("a", "variables.list.push(3); variables.n = 2; 'ok'");
        var root = Json.Sequence("s", change, Json.Script("b", "getList().length + '/' + getN()"));
        var list = Json.Variable("list", "Int32[]", "[1,2]");
        var run = new TestRun(Json.Definition("d", root, variables: [list, Json.Variable("n", "Int32", "1")]));

        await run.StartAsync();

        Assert.Equal(["ok", "3/2"], run.Lines);
    }

    [Fact]
    public async Task Run_ScriptAfterAnActivity_SeesItsOutput()
    {
        var decision = Json.Activity("i", "Elsa.If", ("name", "Check1"), ("condition", Json.Literal(true, "Boolean")));
        var script = Json.Script("w", "getOutputFrom('Check1') + '/' + getResultFromCheck1() + '/' + getLastResult()");
        var root = Json.Sequence("s", decision, script);
        var run = new TestRun(Json.Definition("d", root));

        await run.StartAsync();

        Assert.Equal(["true/true/true"], run.Lines);
    }

    [Theory]
    [InlineData("function f() { return f(); } f()")]
    [InlineData("var i = 0; while (true) { i++; }")]
    [InlineData("var a = {}; a.a = a; a")]
    [InlineData("throw 'no'")]
    [InlineData("parseGuid('x')")]
    [InlineData("var l = []; l.length = 4294967295; l")]
    [InlineData("var t = [1]; for (var i = 0; i < 40; i++) t = [t, t]; t")]
    public async Task Run_ScriptThatFails_IsAnIncidentAndChangesNothing(string script)
    {
        var root = Json.Script("w", "setVariable('n', 2);" + script);
        var run = new TestRun(Json.Definition("d", root, variables: [Json.Variable("n", "Int32", "1")]));

        await run.StartAsync();

        Assert.Equal("w", Assert.Single(run.Instance.Incidents).ActivityId);
        Assert.Contains("\"n\":1", run.State, StringComparison.Ordinal);
    }
}
