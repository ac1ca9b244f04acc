using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using TalentPortal.Core.Files;
using TalentPortal.Core.Files.Scanning;
using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Files.Scanning;

public sealed class ClamAvScannerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(200_001)]
    public async Task ScanAsync_CleanFile_ArrivesWholeAndSucceeds(int length)
    {
        var sent = new byte[length];
        new Random(1).NextBytes(sent);
        byte[] received = [];
        await using var clamd = new Clamd(content =>
        {
            received = content;
            return "stream: OK";
        });

        Assert.Null(await ScanAsync(clamd.Port, sent));
        Assert.Equal(sent, received);
    }

    [Fact]
    public async Task ScanAsync_InfectedFile_NamesTheSignature()
    {
        await using var clamd = new Clamd(_ => "stream: Win.Test.EICAR_HDB-1 FOUND");

        Assert.Equal(new FileInfected("Win.Test.EICAR_HDB-1"), await ScanAsync(clamd.Port, [1]));
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: FOUND")]
    [InlineData("stream: x OK")]
    [InlineData("")]
    public async Task ScanAsync_NoVerdict_Refuses(string answer)
    {
        await using var clamd = new Clamd(_ => answer);

        Assert.Equal(new FileNotScanned(), await ScanAsync(clamd.Port, [1]));
    }

    [Fact]
    public async Task ScanAsync_Silence_RefusesAfterTheTimeout()
    {
        await using var clamd = new Clamd(_ => null);

        Assert.Equal(new FileNotScanned(), await ScanAsync(clamd.Port, [1], TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public async Task ScanAsync_NobodyListens_Refuses()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();

        Assert.Equal(new FileNotScanned(), await ScanAsync(port, [1]));
    }

    [Fact]
    public async Task ScanAsync_CallerGivesUp_Throws()
    {
        await using var clamd = new Clamd(_ => null);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var scanner = Scanner(clamd.Port, TimeSpan.FromMinutes(1));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanner.ScanAsync(new byte[] { 1 }, giveUp.Token));
    }

    [Fact]
    public void Read_Settings_AreTakenOrRefused()
    {
        Assert.Null(ClamAvOptions.Read(Settings(("Portal:ClamAv:Port", "1"))));
        Assert.Equal(new ClamAvOptions { Host = "a" }, ClamAvOptions.Read(Settings(("Portal:ClamAv:Host", "a"))));
        Assert.Equal(
            new ClamAvOptions { Host = "a", Port = 9, Timeout = TimeSpan.FromSeconds(5) },
            ClamAvOptions.Read(Settings(("Portal:ClamAv:Host", "a"), ("Portal:ClamAv:Port", "9"), ("Portal:ClamAv:TimeoutSeconds", "5"))));
        var refusal = Assert.Throws<StartupRefusedException>(() =>
            ClamAvOptions.Read(Settings(("Portal:ClamAv:Host", "a"), ("Portal:ClamAv:Port", "70000"))));
        Assert.Contains("Portal:ClamAv:Port is '70000'", refusal.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build();

    private static ClamAvScanner Scanner(int port, TimeSpan timeout) =>
        new(new ClamAvOptions { Host = "127.0.0.1", Port = port, Timeout = timeout }, NullLogger<ClamAvScanner>.Instance);

    private static async Task<Refusal?> ScanAsync(int port, byte[] content, TimeSpan? timeout = null) =>
        (await Scanner(port, timeout ?? TimeSpan.FromSeconds(20)).ScanAsync(content, CancellationToken.None)).Refusal;
}
