using Microsoft.Extensions.Localization;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Catalogue.Answers;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Web.Presentation.Texts;

namespace TalentPortal.Web.Api;

/// <summary>A field of the request with what is wrong with it.</summary>
/// <param name="Path">Its path: of an answer as the form names it, else of the request's own field.</param>
/// <param name="Sentence">What is wrong, in the caller's language.</param>
internal sealed record RefusedField(string Path, Func<IStringLocalizer, string> Sentence);

/// <summary>Which fields of a request a refusal is about.</summary>
internal static class RefusalFields
{
    /// <summary>The fields; none where it is about the whole.</summary>
    public static IReadOnlyList<RefusedField> Of(Refusal refusal) => refusal switch
    {
        AnswersInvalid invalid => [.. invalid.Errors.Select(Of)],
        NotEligible barred =>
            [.. barred.Result.Failed.Select(finding => new RefusedField("eligibility", _ => finding.Sentence.ToString()))],
        ServiceItemUnknown => [Of("serviceItem", refusal)],
        MaterialNotUsable => [Of("materials", refusal)],
        OnBehalfBasisNotValid => [Of("onBehalfBasis", refusal)],
        OutcomeUnknown => [Of("outcome", refusal)],
        ReasonMissing or ReasonTooLong => [Of("reason", refusal)],
        ScoreOutOfRange or ScoreItemUnknown => [Of("scores", refusal)],
        GapsMissing => [Of("gaps", refusal)],
        RatingLevelUnknown => [Of("level", refusal)],
        RatingTagUnknown => [Of("tags", refusal)],
        RatingReasonMissing or RatingCommentTooLong => [Of("comment", refusal)],
        CardPinWrong or CardPinWrongShape => [Of("pin", refusal)],
        CardNumberWrongShape or CardNumberWrongCheck => [Of("number", refusal)],
        _ => [],
    };

    private static RefusedField Of(FieldError error) => Of(error.Path, error.Refusal);

    private static RefusedField Of(string path, Refusal refusal) => new(path, texts => texts.Of(refusal));
}
