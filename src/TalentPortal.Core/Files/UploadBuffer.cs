using System.Buffers;
using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files;

/// <summary>An upload in memory, from a pool. One byte above the limit is enough to stop reading.</summary>
internal sealed class UploadBuffer : IDisposable
{
    private const int FirstBytes = 64 * 1024;
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int length;

    private UploadBuffer()
    {
    }

    /// <summary>What was read; not to be kept after <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Content => bytes.AsMemory(0, length);

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="declared">How many bytes were announced, if any were.</param>
    /// <param name="ct">Stops reading.</param>
    public static async Task<Result<UploadBuffer>> ReadAsync(Stream source, long? declared, CancellationToken ct)
    {
        if (declared > FileSniffer.MaximumBytes) return new FileTooLarge(FileSniffer.MaximumMegabytes);
        var buffer = new UploadBuffer();
        try
        {
            await buffer.FillAsync(source, ct);
        }
        catch
        {
            buffer.Dispose();
            throw;
        }

        Refusal? refusal = buffer.length > FileSniffer.MaximumBytes ? new FileTooLarge(FileSniffer.MaximumMegabytes)
            : declared is { } announced && announced != buffer.length ? new UploadCutShort()
            : null;
        if (refusal is null) return buffer;
        buffer.Dispose();
        return refusal;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        length = 0;
    }

    private async Task FillAsync(Stream source, CancellationToken ct)
    {
        while (length <= FileSniffer.MaximumBytes)
        {
            if (length == bytes.Length) Grow();
            var end = Math.Min(bytes.Length, FileSniffer.MaximumBytes + 1);
            var read = await source.ReadAsync(bytes.AsMemory(length..end), ct);
            if (read == 0) return;
            length += read;
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(bytes.Length * 2, FileSniffer.MaximumBytes + 1));
        bytes.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
