namespace TalentPortal.Core.Catalogue.Guides;

/// <summary>
/// What a citizen reads before applying. The elements are those that a service guide must show; a blank one stands in
/// <see cref="Blanks"/> and blocks publishing. Materials are not repeated here: the guide shows the item's.
/// </summary>
public sealed record ServiceGuide
{
    /// <summary>Legal basis.</summary>
    public required IReadOnlyList<LegalBasis> LegalBasis { get; init; }

    /// <summary>Who may apply, one condition a line.</summary>
    public required IReadOnlyList<LocalizedText> WhoMay { get; init; }

    /// <summary>Who may not, one condition a line.</summary>
    public required IReadOnlyList<LocalizedText> WhoMayNot { get; init; }

    /// <summary>Steps in order.</summary>
    public required IReadOnlyList<GuideStep> Steps { get; init; }

    /// <summary>The longest time the law allows.</summary>
    public required GuideTime Legal { get; init; }

    /// <summary>The time the office promises, not above <see cref="Legal"/>.</summary>
    public required GuideTime Promised { get; init; }

    /// <summary>
    /// After how many working days without any answer an application counts as accepted on the day it was handed in; null where silence
    /// says nothing.
    /// </summary>
    public GuideTime? DeemedAcceptance { get; init; }

    /// <summary>How many times one must come in person.</summary>
    public required int Visits { get; init; }

    /// <summary>What it costs.</summary>
    public required LocalizedText Fee { get; init; }

    /// <summary>What one has in hand at the end.</summary>
    public required LocalizedText Result { get; init; }

    /// <summary>The kind of result (certificate, reply, approval …).</summary>
    public required LocalizedText ResultKind { get; init; }

    /// <summary>By what standard the application is judged.</summary>
    public required LocalizedText ReviewStandard { get; init; }

    /// <summary>Office, phone, address.</summary>
    public required GuideContact Contact { get; init; }

    /// <summary>When the window is open.</summary>
    public required LocalizedText WindowHours { get; init; }

    /// <summary>Questions often asked.</summary>
    public required IReadOnlyList<GuideQuestion> Faq { get; init; }

    /// <summary>What one may do against a refusal by a government body.</summary>
    public required LocalizedText AppealGovernment { get; init; }

    /// <summary>What one may do against a refusal by a party organ.</summary>
    public required LocalizedText AppealParty { get; init; }

    /// <summary>JSON paths of required elements that are missing or empty.</summary>
    public required IReadOnlyList<string> Blanks { get; init; }
}
