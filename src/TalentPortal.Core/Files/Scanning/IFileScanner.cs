using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Files.Scanning;

/// <summary>The door to a virus scanner.</summary>
public interface IFileScanner
{
    /// <summary>Has a file judged.</summary>
    /// <returns>Success; <see cref="FileInfected"/>; or <see cref="FileNotScanned"/> when there is no verdict.</returns>
    Task<Result> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken ct);
}
