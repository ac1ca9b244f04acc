using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Tests.Accounts;
using Xunit;

namespace TalentPortal.Core.Tests.Jobs;

/// <summary>Jobs on a real database, run by hand.</summary>
public sealed class JobTests : IAsyncLifetime
{
    private readonly AccountHost host = new();
    private readonly ConcurrentQueue<Guid> done = [];
    private ServiceProvider portal = null!;

    private RetryRules Rules { get; } = RetryRules.Read(SeedFolder.Default, "job");

    private JobQueue Queue => portal.GetRequiredService<JobQueue>();

    public async Task InitializeAsync()
    {
        await host.InitializeAsync();
        portal = Portal();
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task RunDueAsync_DueJob_IsDoneOnce()
    {
        var job = Job.Of(NotingJob.Kind, host.Clock.GetUtcNow());
        Assert.True(await Queue.AddAsync(job, CancellationToken.None));

        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal(0, await RunAsync(portal));

        Assert.Equal([job.Id], done);
        Assert.Equal("Done", await StatusAsync(job));
    }

    [Fact]
    public async Task RunDueAsync_JobForLater_Waits()
    {
        var now = host.Clock.GetUtcNow();
        await Queue.AddAsync(Job.Of(NotingJob.Kind, now, now.AddHours(1)), CancellationToken.None);
        Assert.Equal(0, await RunAsync(portal));
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync(portal));
    }

    [Fact]
    public async Task RunDueAsync_TwoPortals_DoEachJobOnce()
    {
        for (var i = 0; i < 40; i++) await Queue.AddAsync(Job.Of(NotingJob.Kind, host.Clock.GetUtcNow()), CancellationToken.None);
        await using var other = Portal();
        await Task.WhenAll(RunAsync(portal), RunAsync(other));
        Assert.Equal(40, done.Count);
        Assert.Equal(40, done.Distinct().Count());
    }

    [Fact]
    public async Task RunDueAsync_FailingJob_PausesLongerEachTimeAndIsGivenUpAtLast()
    {
        var job = Job.Of(FailingJob.Kind, host.Clock.GetUtcNow());
        await Queue.AddAsync(job, CancellationToken.None);
        for (var attempt = 1; attempt < Rules.Attempts; attempt++)
        {
            Assert.Equal(1, await RunAsync(portal));
            Assert.Equal("Waiting", await StatusAsync(job));
            host.Clock.Advance(Rules.PauseAfter(attempt) - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await RunAsync(portal));
            host.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, await RunAsync(portal));
        Assert.Equal("Failed", await StatusAsync(job));
        var error = (string)(await host.ScalarAsync("select last_error from jobs where id = $1", job.Id))!;
        Assert.Contains("out of paper", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RetryAsync_FailedJob_StartsAnew()
    {
        var job = Job.Of("unknown-kind", host.Clock.GetUtcNow());
        await Queue.AddAsync(job, CancellationToken.None);
        Assert.False(await Queue.RetryAsync(job.Id, CancellationToken.None));
        await host.ScalarAsync(
            "update jobs set status = 'Failed', completed_at = $2, attempts = 10 where id = $1", job.Id, host.Clock.GetUtcNow());

        Assert.True(await Queue.RetryAsync(job.Id, CancellationToken.None));

        Assert.Equal("Waiting", await StatusAsync(job));
        Assert.Equal(0, await host.ScalarAsync("select attempts from jobs where id = $1", job.Id));
    }

    [Fact]
    public async Task RunDueAsync_PortalThatDied_LeavesItsJobToOthersAfterTheLease()
    {
        await Queue.AddAsync(Job.Of(NotingJob.Kind, host.Clock.GetUtcNow()), CancellationToken.None);
        var taken = await Queue.TakeAsync(CancellationToken.None);
        Assert.Equal(0, await RunAsync(portal));
        host.Clock.Advance(Rules.Lease);
        Assert.Equal(1, await RunAsync(portal));

        await Queue.FailAsync(taken!, "reported too late", CancellationToken.None);
        Assert.Equal("Done", await StatusAsync(taken!));
    }

    [Fact]
    public async Task RunDueAsync_LastAttemptKilledThePortal_IsGivenUpAndNotRunAgain()
    {
        var job = Job.Of(NotingJob.Kind, host.Clock.GetUtcNow());
        await Queue.AddAsync(job, CancellationToken.None);
        for (var i = 0; i < Rules.Attempts; i++)
        {
            Assert.NotNull(await Queue.TakeAsync(CancellationToken.None));
            host.Clock.Advance(Rules.Lease);
        }

        Assert.Equal(0, await RunAsync(portal));
        Assert.Equal("Failed", await StatusAsync(job));
    }

    [Fact]
    public async Task AddAsync_SameKindAndKeyWaiting_IsAddedOnce()
    {
        var now = host.Clock.GetUtcNow();
        Assert.True(await Queue.AddAsync(Job.Of(NotingJob.Kind, now, uniqueKey: "a"), CancellationToken.None));
        Assert.False(await Queue.AddAsync(Job.Of(NotingJob.Kind, now, uniqueKey: "a"), CancellationToken.None));
        await RunAsync(portal);
        Assert.True(await Queue.AddAsync(Job.Of(NotingJob.Kind, now, uniqueKey: "a"), CancellationToken.None));
    }

    [Fact]
    public async Task WaitAsync_RaisedBeforeWaiting_IsNotMissed()
    {
        var signal = new WorkSignal();
        var next = signal.Next;
        signal.Raise();
        await WorkSignal.WaitAsync(next, CancellationToken.None);
        Assert.True(next.IsCompleted);
        Assert.False(signal.Next.IsCompleted);
    }

    private static Task<int> RunAsync(ServiceProvider portal) => portal.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);

    private ServiceProvider Portal() => host.Build(more: services => services
        .AddSingleton(done)
        .AddJob<NotingJob>()
        .AddJob<FailingJob>());

    private Task<object?> StatusAsync(Job job) => host.ScalarAsync("select status from jobs where id = $1", job.Id);

    internal sealed class NotingJob(ConcurrentQueue<Guid> done) : IJobHandler
    {
        // Twice is harmless: it only notes.
        public static string Kind => "test.noting";

        public Task HandleAsync(Job job, CancellationToken ct)
        {
            done.Enqueue(job.Id);
            return Task.CompletedTask;
        }
    }

    internal sealed class FailingJob : IJobHandler
    {
        // Twice is harmless: it does nothing.
        public static string Kind => "test.failing";

        public Task HandleAsync(Job job, CancellationToken ct) => throw new InvalidOperationException("out of paper");
    }
}
