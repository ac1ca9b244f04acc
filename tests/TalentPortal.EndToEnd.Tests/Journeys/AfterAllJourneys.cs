using Xunit;

namespace TalentPortal.EndToEnd.Tests.Journeys;

/// <summary>Runs when every portal of this run has ended: a collection that shares the machine with nobody comes last.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllJourneys
{
    public const string Name = "after all journeys";
}
