namespace TalentPortal.Core.Recognitions;

/// <summary>What a certificate is worth on a day.</summary>
public enum CertificateState
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken away.</summary>
    Revoked,

    /// <summary>It does not count for a time.</summary>
    Suspended,

    /// <summary>Its checks were missed or not passed.</summary>
    Lapsed,

    /// <summary>A later one took its place.</summary>
    Superseded,
}

/// <summary>A recognition as a certificate check, or the certificate itself, shows it. Categories and levels are codes.</summary>
public sealed record CertificateView
{
    /// <summary>Number, without hyphens.</summary>
    public required string Number { get; init; }

    /// <summary>What it is worth today.</summary>
    public required CertificateState State { get; init; }

    /// <summary>Since which day it is suspended, lapsed, revoked or superseded; null elsewhere.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whom it recognises.</summary>
    public required string Name { get; init; }

    /// <summary>Code of <c>talent-categories</c>.</summary>
    public required string Category { get; init; }

    /// <summary>Code of <c>talent-categories</c>; null where there is none.</summary>
    public string? SubCategory { get; init; }

    /// <summary>Code of <c>recognition-levels</c>.</summary>
    public required string Level { get; init; }

    /// <summary>The issuer's Chinese name.</summary>
    public required string IssuerZh { get; init; }

    /// <summary>The issuer's English name.</summary>
    public required string IssuerEn { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly ValidTo { get; init; }
}

/// <summary>A certificate with what only its holder and the talent office see.</summary>
/// <param name="Certificate">What it says.</param>
/// <param name="CaseId">The case it comes from.</param>
/// <param name="CitizenIdMasked">The holder's number, masked; null where none is known.</param>
public sealed record HeldCertificate(CertificateView Certificate, Guid CaseId, string? CitizenIdMasked);

/// <summary>One line of the public list.</summary>
/// <param name="Id">Key, for paging.</param>
/// <param name="Name">Whom it recognises.</param>
/// <param name="Category">Code of <c>talent-categories</c>.</param>
/// <param name="SubCategory">Code of <c>talent-categories</c>.</param>
/// <param name="Level">Code of <c>recognition-levels</c>.</param>
/// <param name="IssuedOn">First day.</param>
/// <param name="ValidTo">Last day.</param>
public sealed record RecognitionRow(
    Guid Id, string Name, string Category, string? SubCategory, string Level, DateOnly IssuedOn, DateOnly ValidTo);

/// <summary>What the public list is narrowed to, and where it goes on.</summary>
/// <param name="Category">Code of a category; null for all.</param>
/// <param name="Level">Code of a level; null for all.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
public sealed record RecognitionFilter(string? Category = null, string? Level = null, string? After = null);

/// <summary>A page of the public list.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record RecognitionPage(IReadOnlyList<RecognitionRow> Rows, string? Next);
