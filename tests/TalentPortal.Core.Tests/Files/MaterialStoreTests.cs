using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TalentPortal.Core.Files;
using TalentPortal.Core.Files.Scanning;
using TalentPortal.Core.Kernel;
using TalentPortal.TestCommon;
using TalentPortal.TestCommon.Databases;
using Xunit;

namespace TalentPortal.Core.Tests.Files;

public sealed class MaterialStoreTests : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TestDatabase database;
    private readonly MaterialRowsForTests rows;
    private readonly TestClock clock = new();
    private readonly MaterialStore store;
    private Guid ann;
    private Guid bob;

    public MaterialStoreTests(TestDatabase database)
    {
        this.database = database;
        rows = new MaterialRowsForTests(database);
        store = new MaterialStore(database.DataSource, new NoScanner(), clock);
    }

    public async Task InitializeAsync()
    {
        ann = await rows.UserAsync();
        bob = await rows.UserAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task AddAsync_Pdf_KeepsItWithWhatWasFound()
    {
        var pdf = Samples.Pdf();
        var person = await rows.PersonAsync();

        var upload = Upload(ann) with { FileName = "C:\\proof.PDF", PersonId = person, DeclaredBytes = pdf.Length };

        var added = await AddAsync(upload, pdf);

        Assert.Null(added.Refusal);
        await using var context = database.NewContext();
        var read = await context.Set<Material>().AsNoTracking().SingleAsync(material => material.Id == added.Value.Id);
        Assert.Equivalent(added.Value, read, strict: true);
        Assert.Equal(
            (ann, person, "DIPLOMA", "proof.PDF", "application/pdf", pdf.Length, TrustLevel.C, clock.GetUtcNow()),
            (read.OwnerUserId, read.PersonId, read.Code, read.FileName, read.ContentType, read.SizeBytes, read.TrustLevel,
                read.UploadedAt));
        Assert.Equal(SHA256.HashData(pdf), read.Sha256);
        Assert.Equal($"\"{Convert.ToHexString(read.Sha256).ToLowerInvariant()}\"", read.ETag);
    }

    [Fact]
    public async Task AddAsync_LargestFile_ComesBackWhole()
    {
        var largest = Samples.Pdf(length: FileSniffer.MaximumBytes);

        var added = await AddAsync(Upload(ann), largest);

        Assert.Equal(largest, await ReadAsync(added.Value.Id, MaterialScope.OfUser(ann)));
    }

    [Fact]
    public async Task AddAsync_EndlessStream_StopsAtTheLimit()
    {
        await using var endless = new EndlessStream();

        var added = await store.AddAsync(Upload(ann), endless, None);

        Assert.Equal(new FileTooLarge(10), added.Refusal);
        Assert.Equal(FileSniffer.MaximumBytes + 1, endless.Given);
    }

    [Fact]
    public async Task AddAsync_DeclaredTooLarge_ReadsNothing()
    {
        await using var endless = new EndlessStream();

        var added = await store.AddAsync(Upload(ann) with { DeclaredBytes = FileSniffer.MaximumBytes + 1L }, endless, None);

        Assert.Equal(new FileTooLarge(10), added.Refusal);
        Assert.Equal(0, endless.Given);
    }

    [Fact]
    public async Task AddAsync_Refused_KeepsNothing()
    {
        Assert.Equal(new FileEmpty(), (await AddAsync(Upload(ann), [])).Refusal);
        Assert.Equal(new UploadCutShort(), (await AddAsync(Upload(ann) with { DeclaredBytes = 5 }, Samples.Pdf())).Refusal);
        Assert.Equal(new FileDisguised(".png", "PDF"), (await AddAsync(Upload(ann) with { FileName = "a.png" }, Samples.Pdf())).Refusal);
        Assert.Equal(0L, await database.ScalarAsync("select count(*) from materials where owner_user_id = $1", ann));
    }

    [Fact]
    public async Task AddAsync_ScannerObjects_KeepsNothing()
    {
        await using var clamd = new Scanning.Clamd(_ => "stream: Eicar-Test-Signature FOUND");
        var options = new ClamAvOptions { Host = "127.0.0.1", Port = clamd.Port };
        var scanner = new ClamAvScanner(options, Microsoft.Extensions.Logging.Abstractions.NullLogger<ClamAvScanner>.Instance);
        using var content = new MemoryStream(Samples.Pdf());

        var added = await new MaterialStore(database.DataSource, scanner, clock).AddAsync(Upload(ann), content, None);

        Assert.Equal(new FileInfected("Eicar-Test-Signature"), added.Refusal);
        Assert.Equal(0L, await database.ScalarAsync("select count(*) from materials where owner_user_id = $1", ann));
    }

    [Fact]
    public async Task AddAsync_SameContentAgain_IsTheSameMaterial()
    {
        var first = await AddAsync(Upload(ann), Samples.Png());

        Assert.Equal(first.Value.Id, (await AddAsync(Upload(ann) with { FileName = "other.png" }, Samples.Png())).Value.Id);
        Assert.NotEqual(first.Value.Id, (await AddAsync(Upload(ann) with { Code = "OTHER" }, Samples.Png())).Value.Id);
        Assert.NotEqual(first.Value.Id, (await AddAsync(Upload(ann) with { TrustLevel = TrustLevel.B }, Samples.Png())).Value.Id);
        Assert.NotEqual(first.Value.Id, (await AddAsync(Upload(ann) with { PersonId = await rows.PersonAsync() }, Samples.Png())).Value.Id);
        Assert.NotEqual(first.Value.Id, (await AddAsync(Upload(bob), Samples.Png())).Value.Id);
    }

    [Fact]
    public async Task AddAsync_SameContentAtOnce_IsOneMaterial()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => AddAsync(Upload(ann), Samples.Jpeg())));

        Assert.Single(added.Select(result => result.Value.Id).Distinct());
        Assert.Equal(1L, await database.ScalarAsync("select count(*) from materials where owner_user_id = $1", ann));
    }

    [Fact]
    public async Task AddAsync_AboveTheDailyQuota_IsRefusedUntilTheNextDay()
    {
        var upload = Upload(ann) with { Quota = new UploadQuota(3, 1024 * 1024, clock.GetUtcNow()) };
        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => AddAsync(upload, Samples.Pdf($"% {number}\n"))));

        Assert.Equal(3, added.Count(result => result.Succeeded));
        Assert.All(added.Where(result => !result.Succeeded), result => Assert.Equal(new UploadQuotaReached(3, 1), result.Refusal));
        var kept = added.First(result => result.Succeeded).Value;
        Assert.True((await store.RemoveAsync(kept.Id, ann, None)).Succeeded);
        Assert.IsType<UploadQuotaReached>((await AddAsync(upload, Samples.Docx())).Refusal);

        clock.Advance(TimeSpan.FromDays(1));
        var tomorrow = upload with { Quota = upload.Quota with { StartedAt = clock.GetUtcNow() } };
        Assert.True((await AddAsync(tomorrow, Samples.Docx())).Succeeded);
    }

    [Fact]
    public async Task AddAsync_AboveTheDailyBytes_IsRefused()
    {
        var pdf = Samples.Pdf();
        var upload = Upload(ann) with { Quota = new UploadQuota(10, pdf.Length, clock.GetUtcNow()) };

        Assert.True((await AddAsync(upload, pdf)).Succeeded);
        Assert.True((await AddAsync(upload, pdf)).Succeeded);
        Assert.IsType<UploadQuotaReached>((await AddAsync(upload, Samples.Png())).Refusal);
    }

    [Fact]
    public async Task OpenAsync_OutsideTheScope_IsNotFound()
    {
        var (person, other) = (await rows.PersonAsync(), await rows.PersonAsync());
        var id = (await AddAsync(Upload(ann) with { PersonId = person }, Samples.Xlsx())).Value.Id;
        var (linked, foreign) = (await rows.ApplicationAsync(bob, "Draft"), await rows.ApplicationAsync(bob, "Draft"));
        await rows.LinkAsync(linked, id);

        foreach (var scope in new[] { MaterialScope.OfUser(ann), MaterialScope.OfPerson(bob, person), MaterialScope.OfCase(linked) })
        {
            Assert.Equal(Samples.Xlsx(), await ReadAsync(id, scope));
        }

        foreach (var scope in new[]
        {
            MaterialScope.OfUser(bob), MaterialScope.OfPerson(bob, other), MaterialScope.OfOrganisation(bob, person),
            MaterialScope.OfCase(foreign),
        })
        {
            Assert.Equal(new MaterialNotFound(), (await store.OpenAsync(id, scope, None)).Refusal);
        }

        Assert.Equal(new MaterialNotFound(), (await store.OpenAsync(Guid.NewGuid(), MaterialScope.OfUser(ann), None)).Refusal);
    }

    [Fact]
    public async Task OpenAsync_ManyTimes_GivesConnectionsBack()
    {
        var id = (await AddAsync(Upload(ann), Samples.Docx())).Value.Id;

        for (var round = 0; round < 30; round++)
        {
            Assert.True((await store.OpenAsync(id, MaterialScope.OfUser(bob), None)).Refusal is MaterialNotFound);
            var opened = await store.OpenAsync(id, MaterialScope.OfUser(ann), None);
            await using var content = opened.Value;
            Assert.Equal('P', content.Stream.ReadByte());
        }
    }

    [Fact]
    public async Task RemoveAsync_Own_DropsTheContentAndKeepsTheRow()
    {
        var id = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;

        Assert.Equal(new MaterialNotFound(), (await store.RemoveAsync(id, bob, None)).Refusal);
        Assert.True((await store.RemoveAsync(id, ann, None)).Succeeded);

        Assert.Equal(0L, await database.ScalarAsync("select count(*) from material_contents where material_id = $1", id));
        Assert.Equal(clock.GetUtcNow().UtcDateTime, await database.ScalarAsync("select removed_at from materials where id = $1", id));
        Assert.Equal(new MaterialNotFound(), (await store.OpenAsync(id, MaterialScope.OfUser(ann), None)).Refusal);
        Assert.Equal(new MaterialNotFound(), (await store.RemoveAsync(id, ann, None)).Refusal);
        Assert.NotEqual(id, (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id);
    }

    [Theory]
    [InlineData("Submitted")]
    [InlineData("Approved")]
    [InlineData("Withdrawn")]
    public async Task RemoveAsync_LinkedToASubmittedCase_IsRefused(string status)
    {
        var id = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        await rows.LinkAsync(await rows.ApplicationAsync(ann, status), id);

        Assert.Equal(new MaterialInUse(), (await store.RemoveAsync(id, ann, None)).Refusal);
        Assert.Equal(Samples.Pdf(), await ReadAsync(id, MaterialScope.OfUser(ann)));
    }

    [Fact]
    public async Task RemoveAsync_LinkedToADraft_IsRefused()
    {
        var id = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        await rows.LinkAsync(await rows.ApplicationAsync(ann, "Draft"), id);

        Assert.Equal(new MaterialInDraft(), (await store.RemoveAsync(id, ann, None)).Refusal);
        await rows.LinkAsync(await rows.ApplicationAsync(ann, "Submitted"), id);
        Assert.Equal(new MaterialInUse(), (await store.RemoveAsync(id, ann, None)).Refusal);
    }

    [Fact]
    public async Task RemoveAsync_WhileASubmitHoldsTheMaterial_WaitsAndIsRefused()
    {
        var id = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        var draft = await rows.ApplicationAsync(ann, "Draft");
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await using var submit = await connection.BeginTransactionAsync();
        Assert.Equal([id], await HeldAsync(connection, MaterialScope.OfUser(ann), id));

        var removing = store.RemoveAsync(id, ann, None);
        await rows.WaitForBlockedAsync();
        await MaterialRowsForTests.SubmitAsync(connection, draft, id);
        await submit.CommitAsync();

        Assert.Equal(new MaterialInUse(), (await removing).Refusal);
    }

    [Fact]
    public async Task Hold_RemovedOrForeign_IsLeftOut()
    {
        var kept = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        var removed = (await AddAsync(Upload(ann), Samples.Png())).Value.Id;
        var foreign = (await AddAsync(Upload(bob), Samples.Pdf())).Value.Id;
        await store.RemoveAsync(removed, ann, None);
        await using var connection = await database.DataSource.OpenConnectionAsync();

        Assert.Equal([kept], await HeldAsync(connection, MaterialScope.OfUser(ann), foreign, removed, kept));
    }

    [Fact]
    public async Task ListReusableAsync_BySubject_ListsTheNewestFirst()
    {
        var (person, organisation) = (await rows.PersonAsync(), await rows.OrganisationAsync());
        var own = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        clock.Advance(TimeSpan.FromMinutes(1));
        var ownLater = (await AddAsync(Upload(ann), Samples.Png())).Value.Id;
        var aboutPerson = (await AddAsync(Upload(bob) with { PersonId = person }, Samples.Pdf())).Value.Id;
        var aboutOrganisation = (await AddAsync(Upload(bob) with { OrganisationId = organisation }, Samples.Pdf())).Value.Id;
        await AddAsync(Upload(ann) with { Code = "OTHER" }, Samples.Pdf());
        await store.RemoveAsync((await AddAsync(Upload(ann), Samples.Jpeg())).Value.Id, ann, None);

        Assert.Equal([ownLater, own], await ReusableAsync(ann, personId: null, organisationId: null));
        Assert.Equal([aboutPerson], await ReusableAsync(ann, person, organisationId: null));
        Assert.Equal([aboutOrganisation], await ReusableAsync(ann, personId: null, organisation));
        Assert.Empty(await ReusableAsync(bob, personId: null, organisationId: null));
    }

    [Fact]
    public async Task DispositionOf_Kinds_ShowOrHandOver()
    {
        var pdf = (await AddAsync(Upload(ann) with { FileName = "\u8BC1 \"1\".pdf" }, Samples.Pdf())).Value;
        var workbook = (await AddAsync(Upload(ann), Samples.Xlsx())).Value;

        Assert.StartsWith("inline; ", pdf.DispositionOf(download: false), StringComparison.Ordinal);
        Assert.Contains("filename*=UTF-8''%E8%AF%81%20_1_.pdf", pdf.DispositionOf(download: false), StringComparison.Ordinal);
        Assert.StartsWith("attachment; ", pdf.DispositionOf(download: true), StringComparison.Ordinal);
        Assert.StartsWith("attachment; ", workbook.DispositionOf(download: false), StringComparison.Ordinal);
        Assert.True(Encoding.ASCII.GetByteCount(pdf.DispositionOf(download: false)) == pdf.DispositionOf(download: false).Length);
    }

    [Fact]
    public async Task CaseMaterial_OfALink_IsReadable()
    {
        var id = (await AddAsync(Upload(ann), Samples.Pdf())).Value.Id;
        var draft = await rows.ApplicationAsync(ann, "Draft");
        await rows.LinkAsync(draft, id);
        await using var context = database.NewContext();

        var link = await context.Set<CaseMaterial>().AsNoTracking().SingleAsync(link => link.CaseId == draft);

        Assert.Equal((id, "DIPLOMA", null, null), (link.MaterialId, link.Code, link.OriginalCheckedBy, link.OriginalCheckedAt));
    }

    private MaterialUpload Upload(Guid owner) => new()
    {
        OwnerUserId = owner,
        Code = "DIPLOMA",
        FileName = "proof",
        TrustLevel = TrustLevel.C,
        Quota = new UploadQuota(100, 100L * 1024 * 1024, clock.GetUtcNow().AddHours(-1)),
    };

    private async Task<Result<Material>> AddAsync(MaterialUpload upload, byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await store.AddAsync(upload, stream, None);
    }

    private async Task<byte[]> ReadAsync(Guid id, MaterialScope scope)
    {
        await using var content = (await store.OpenAsync(id, scope, None)).Value;
        using var copy = new MemoryStream();
        await content.Stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private async Task<IEnumerable<Guid>> ReusableAsync(Guid userId, Guid? personId, Guid? organisationId) =>
        (await store.ListReusableAsync(userId, personId, organisationId, "DIPLOMA", None)).Select(material => material.Id);

    private static async Task<List<Guid>> HeldAsync(NpgsqlConnection connection, MaterialScope scope, params Guid[] ids)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(MaterialRows.Hold(scope, ids));
        await using var reader = await batch.ExecuteReaderAsync();
        var held = new List<Guid>();
        while (await reader.ReadAsync()) held.Add(MaterialRows.Read(reader).Id);
        return held;
    }
}
