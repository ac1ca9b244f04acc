using Xunit.Abstractions;
using Xunit.Sdk;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>Runs the tests of a class in the order in which they stand there: the parts of one journey.</summary>
public sealed class InOrder : ITestCaseOrderer
{
    /// <summary>Its full name, for <c>[TestCaseOrderer]</c>.</summary>
    public const string Name = "TalentPortal.EndToEnd.Tests.Journeys." + nameof(InOrder);

    /// <summary>The assembly that it is in.</summary>
    public const string Assembly = "TalentPortal.EndToEnd.Tests";

    /// <inheritdoc />
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase => testCases.OrderBy(one => one.TestMethod.Method.ToRuntimeMethod().MetadataToken);
}
