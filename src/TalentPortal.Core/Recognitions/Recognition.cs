using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Recognitions.Life;

namespace TalentPortal.Core.Recognitions;

/// <summary>Category, level, validity and basis of a person's recognition.</summary>
public sealed record Recognition
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case it comes from.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The district.</summary>
    public required short DistrictId { get; init; }

    /// <summary>Whom it recognises.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Code of <c>talent-categories</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Code of <c>talent-categories</c>.</summary>
    public string? SubCategory { get; init; }

    /// <summary>Code of <c>recognition-levels</c>.</summary>
    public required string Level { get; init; }

    /// <summary>Number of the certificate, without hyphens.</summary>
    public required string CertificateNumber { get; init; }

    /// <summary>Who issued it.</summary>
    public required Guid IssuerId { get; init; }

    /// <summary>Whether a government or a party body decided; the way of appeal follows it.</summary>
    public required DecidingBodyKind DecidingBodyKind { get; init; }

    /// <summary>The score it rests on.</summary>
    public decimal? Score { get; init; }

    /// <summary>How the score came about (<see cref="RecognitionScore"/>).</summary>
    public string? ScoreTrace { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public required DateOnly ValidTo { get; init; }

    /// <summary>Where it is in its life; whether it has expired is told by its dates.</summary>
    public RecognitionStatus Status { get; init; } = RecognitionStatus.Valid;

    /// <summary>When it was issued, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    internal static SpineTable<Recognition> Table { get; } =
        new("recognitions", 62, new SpineTableOptions { Jsonb = [nameof(ScoreTrace)], Audited = true, LoadOrder = "created_at, id" });

    /// <summary>Moves to another status, where the law of <see cref="RecognitionStatuses"/> lets it.</summary>
    /// <returns>The recognition as it then is, or <see cref="RecognitionNotInState"/>.</returns>
    public Result<Recognition> Become(RecognitionStatus next)
    {
        if (Status == next) return this;
        return Status.MayBecome(next) ? this with { Status = next } : new RecognitionNotInState(Status, next);
    }
}
