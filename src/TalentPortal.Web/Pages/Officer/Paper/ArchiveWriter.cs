using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using TalentPortal.Core.Files;
using TalentPortal.Core.Reviews.Queries;

namespace TalentPortal.Web.Pages.Officer.Paper;

/// <summary>
/// Writes a case as a ZIP: <c>case.html</c>, <c>materials/</c>, and <c>SHA256SUMS</c> over both, which <c>sha256sum -c</c> checks.
/// Bytes go from the database to the stream; nothing is kept in between.
/// </summary>
internal sealed class ArchiveWriter(MaterialStore store, CaseSheet sheet)
{
    private const int BufferBytes = 81_920;

    /// <summary>Writes it.</summary>
    /// <param name="file">The case, with full reach.</param>
    /// <param name="target">Written to asynchronously and left open.</param>
    /// <param name="ct">Gives up; what was written is no whole ZIP then.</param>
    /// <exception cref="InvalidDataException">A material is gone, or no longer what was handed in.</exception>
    public async Task WriteAsync(CaseFile file, Stream target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var names = FileName.Distinguish(file.Materials.Select(material => material.FileName ?? material.Id.ToString("N")));
        var paths = file.Materials.Zip(names).ToDictionary(pair => pair.First.Id, pair => "materials/" + pair.Second);
        var sums = new StringBuilder();
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        await using (var page = new MemoryStream())
        {
            await sheet.Of(file, paths).SaveAsync(page, SaveOptions.DisableFormatting, ct);
            page.Position = 0;
            await AddAsync(zip, "case.html", page, sums, ct);
        }

        foreach (var material in file.Materials)
        {
            var opened = await store.OpenAsync(material.Id, MaterialScope.OfCase(file.CaseId), ct);
            if (!opened.Succeeded) throw new InvalidDataException($"Material {material.Id} is gone.");
            await using var content = opened.Value;
            var hash = await AddAsync(zip, paths[material.Id], content.Stream, sums, ct);
            if (!hash.AsSpan().SequenceEqual(content.Material.Sha256))
                throw new InvalidDataException($"Material {material.Id} is not what was handed in.");
        }

        await using var list = new MemoryStream(Encoding.UTF8.GetBytes(sums.ToString()));
        await AddAsync(zip, "SHA256SUMS", list, new StringBuilder(), ct);
    }

    private static async Task<byte[]> AddAsync(ZipArchive zip, string path, Stream content, StringBuilder sums, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        await using (var written = await entry.OpenAsync(ct))
        {
            var buffer = new byte[BufferBytes];
            for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await written.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }

        var sum = hash.GetHashAndReset();
        sums.Append(Convert.ToHexStringLower(sum)).Append("  ").Append(path).Append('\n');
        return sum;
    }
}
