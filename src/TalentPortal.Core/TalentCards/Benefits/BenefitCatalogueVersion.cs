namespace TalentPortal.Core.TalentCards.Benefits;

/// <summary>A version as it was published; never edited. Cards keep the one they were issued under.</summary>
/// <param name="Id">Key.</param>
/// <param name="Catalogue">What it says.</param>
/// <param name="Checksum">SHA-256 over what it says, in hex.</param>
/// <param name="MadeBy">The administrator who wrote it; null where it came with the program.</param>
/// <param name="PublishedAt">When, UTC.</param>
/// <param name="RuleChange">The released change behind it; null where it came with the program.</param>
public sealed record BenefitCatalogueVersion(
    Guid Id, BenefitCatalogue Catalogue, string Checksum, Guid? MadeBy, DateTimeOffset PublishedAt, Guid? RuleChange);
