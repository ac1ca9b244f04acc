using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Keys;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Core.Tests.Cases;

/// <summary>Several portals write heads of the audit into one file.</summary>
public sealed class AuditAnchorTests(PortalFactory portal) : IClassFixture<PortalFactory>, IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-anchors-{Guid.NewGuid():N}");

    private string FilePath => Path.Combine(folder, "anchors.jsonl");

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Write_FromSeveralPortalsAtOnce_ChainsEveryHeadOnce()
    {
        var consultations = new Consultations(portal);
        var talent = await new TestPeople(portal.Services).TalentAsync();
        var written = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var writer = Writer();
            var count = 0;
            for (var i = 0; i < 5; i++)
            {
                await consultations.SubmitAsync(talent);
                count += await writer.WriteAsync(CancellationToken.None);
            }

            return count;
        })));

        Assert.Equal(written.Sum(), (await ReadAsync()).Values.Sum(anchors => anchors.Count));
        Assert.All((await ReadAsync()).Values, anchors => Assert.Equal(anchors.Select(anchor => anchor.Seq).Distinct(), anchors.Select(anchor => anchor.Seq)));
        Assert.Equal(0, await Writer().WriteAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Write_WhileTheFileIsHeld_WaitsForIt()
    {
        await new Consultations(portal).SubmitAsync(await new TestPeople(portal.Services).TalentAsync());
        Directory.CreateDirectory(folder);
        Task<int> writing;
        await using (new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
        {
            writing = Writer().WriteAsync(CancellationToken.None);
            Assert.False(writing.IsCompleted);
        }

        Assert.True(await writing > 0);
    }

    [Fact]
    public async Task Write_AfterAPortalWasKilledInTheMiddleOfALine_GoesOnAfterTheLastWholeOne()
    {
        var consultations = new Consultations(portal);
        var talent = await new TestPeople(portal.Services).TalentAsync();
        await consultations.SubmitAsync(talent);
        await Writer().WriteAsync(CancellationToken.None);
        var whole = await File.ReadAllTextAsync(FilePath);
        await File.AppendAllTextAsync(FilePath, whole[..(whole.Length / 2)].TrimEnd('\n'));
        Assert.NotEmpty(await ReadAsync());

        await consultations.SubmitAsync(talent);
        Assert.Equal(1, await Writer().WriteAsync(CancellationToken.None));
        Assert.StartsWith(whole, await File.ReadAllTextAsync(FilePath), StringComparison.Ordinal);
        Assert.NotEmpty(await ReadAsync());
    }

    /// <summary>The anchors, in a file without a fault.</summary>
    private async Task<Dictionary<Guid, List<AuditAnchor>>> ReadAsync()
    {
        var findings = new List<AuditFinding>();
        var anchors = await Writer().ReadAsync(findings, CancellationToken.None);
        Assert.Empty(findings);
        return anchors;
    }

    private AuditAnchors Writer() => new(portal.Services.GetRequiredService<NpgsqlDataSource>(), portal.Services.GetRequiredService<AuditMac>(),
        portal.Clock, new AuditAnchorOptions(folder));
}
