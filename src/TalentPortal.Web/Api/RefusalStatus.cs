using TalentPortal.Core.Accounts;
using TalentPortal.Core.Applications;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Files;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Reviews;
using TalentPortal.Core.Reviews.Absences;
using TalentPortal.Core.Reviews.Actions;
using TalentPortal.Core.Reviews.Batches;
using TalentPortal.Core.Reviews.Clocks;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.TalentCards.Redemptions;

namespace TalentPortal.Web.Api;

/// <summary>
/// Which status a refusal has: 409 where the same request may succeed later or on another case, 422 where it has to be mended.
/// </summary>
internal static class RefusalStatus
{
    /// <summary>The status.</summary>
    public static int Of(Refusal refusal) => refusal switch
    {
        SignInFailed or AccountLocked or AddressNotConfirmed => StatusCodes.Status401Unauthorized,
        OfficerIsApplicant or SupervisorOnly or ExtensionAskedByOneself or StandInEnded => StatusCodes.Status403Forbidden,
        CaseNotFound or MaterialNotFound => StatusCodes.Status404NotFound,
        AlreadyDecided or TaskClaimedByOther or TaskNotOpen or ConflictNotDeclared or CaseSuspended or CaseNotSuspended =>
            StatusCodes.Status409Conflict,
        ApplicationAlreadyOpen or ApplicationAlreadyClosed or ApplicationNotInState => StatusCodes.Status409Conflict,
        ServiceItemNotYetOpen or ServiceItemClosed or YearlyQuotaReached => StatusCodes.Status409Conflict,
        NothingToExtend or ExtensionTooLate or ExtensionAskedAlready or ExtensionNotAsked or ExtensionDecidedAlready =>
            StatusCodes.Status409Conflict,
        CannotTakeBack or UrgedToday or NothingToUrge or CopiedAlready => StatusCodes.Status409Conflict,
        RatingAlreadyGiven or RatingTooLate or RatingNotPossible or RatingNotOpen => StatusCodes.Status409Conflict,
        VenueNotYours or ReversalByOneself => StatusCodes.Status403Forbidden,
        RedemptionUnknown => StatusCodes.Status404NotFound,
        NothingLeft or CardCodeUsed or CardCodeExpired or CardCodeTooEarly or CardNotUsable or BenefitExcluded =>
            StatusCodes.Status409Conflict,
        CardPinNotSet or CardPinLocked => StatusCodes.Status409Conflict,
        ReversalAskedAlready or ReversalNotAsked => StatusCodes.Status409Conflict,
        ScanningLocked => StatusCodes.Status429TooManyRequests,
        FileTooLarge => StatusCodes.Status413PayloadTooLarge,
        UploadQuotaReached => StatusCodes.Status429TooManyRequests,
        BatchRowFailed => StatusCodes.Status500InternalServerError,
        FileNotScanned => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
