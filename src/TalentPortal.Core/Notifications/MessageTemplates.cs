namespace TalentPortal.Core.Notifications;

/// <summary>The codes of the texts in <c>seed-data/messages</c>; the file's name is the code.</summary>
public static class MessageTemplates
{
    /// <summary>Confirm an address.</summary>
    public const string AccountConfirm = "account-confirm";

    /// <summary>Somebody registered with an address that has an account already.</summary>
    public const string AccountExists = "account-exists";

    /// <summary>Set a new password.</summary>
    public const string AccountReset = "account-reset";

    /// <summary>The password was changed.</summary>
    public const string AccountPasswordChanged = "account-password-changed";

    /// <summary>Receipt of an application.</summary>
    public const string ApplicationSubmitted = "application-submitted";

    /// <summary>Gaps to be filled. Parameter: <c>dueOn</c>.</summary>
    public const string SupplementRequested = "supplement-requested";

    /// <summary>To the officer: the gaps were answered.</summary>
    public const string SupplementAnswered = "supplement-answered";

    /// <summary>Approved.</summary>
    public const string DecisionApproved = "decision-approved";

    /// <summary>Refused by a government department: administrative review or lawsuit.</summary>
    public const string DecisionRefusedByGovernment = "decision-refused-government";

    /// <summary>Refused by a party organ: internal re-check.</summary>
    public const string DecisionRefusedByParty = "decision-refused-party";

    /// <summary>Not accepted.</summary>
    public const string ApplicationNotAccepted = "application-not-accepted";

    /// <summary>A public notice with the case began. Parameter: <c>dueOn</c>, its last day.</summary>
    public const string NoticePublished = "notice-published";

    /// <summary>
    /// To the officer: a task waits. Parameters: <c>since</c>, the day it was given out; <c>waited</c>, working days gone by.
    /// </summary>
    public const string TaskReminder = "task-reminder";

    /// <summary>To the officer: little time is left. Parameters: <c>dueOn</c>; <c>days</c>, working days left.</summary>
    public const string LightYellow = "light-yellow";

    /// <summary>To the officer: the time is over. Parameters: <c>dueOn</c>; <c>days</c>, working days over.</summary>
    public const string LightRed = "light-red";

    /// <summary>To who heads the officers: the time is over. Parameters: <c>dueOn</c>; <c>days</c>, working days over.</summary>
    public const string LightEscalated = "light-escalated";

    /// <summary>To the head of a unit: an officer asks for more time.</summary>
    public const string ExtensionAsked = "extension-asked";

    /// <summary>To the officer: there is more time.</summary>
    public const string ExtensionApproved = "extension-approved";

    /// <summary>To the officer: there is no more time.</summary>
    public const string ExtensionRefused = "extension-refused";

    /// <summary>
    /// To the applicant: the time was extended. Parameters: <c>dueOn</c>; <c>days</c>, working days added. The reason is looked up.
    /// </summary>
    public const string CaseExtended = "case-extended";

    /// <summary>
    /// To the applicant: the calendar changed, and with it the last day. Parameters: <c>from</c>, the day it was; <c>dueOn</c>.
    /// </summary>
    public const string DueDayMoved = "due-day-moved";

    /// <summary>To the applicant: there is more time to answer. Parameters: <c>from</c>, the day it was; <c>dueOn</c>.</summary>
    public const string SupplementDayMoved = "supplement-day-moved";

    /// <summary>
    /// To the applicant: nobody answered in time, so it counts as accepted. Parameters: <c>from</c>, the day of receipt; <c>dueOn</c>.
    /// </summary>
    public const string AcceptanceDeemed = "acceptance-deemed";

    /// <summary>To the office that did not answer in time. Parameters: <c>from</c>, the day of receipt; <c>dueOn</c>.</summary>
    public const string AcceptanceMissed = "acceptance-missed";

    /// <summary>To the officer: a task was given to you.</summary>
    public const string TaskGiven = "task-given";

    /// <summary>To the officer: you stand in for a colleague. Parameters: <c>fromOn</c>, <c>toOn</c>.</summary>
    public const string StandInAsked = "stand-in-asked";

    /// <summary>To the officer: a task is no longer yours.</summary>
    public const string TaskTaken = "task-taken";

    /// <summary>To the officer: somebody asks for speed.</summary>
    public const string TaskUrged = "task-urged";

    /// <summary>To the officer: a case was copied to you.</summary>
    public const string CaseCopied = "case-copied";

    /// <summary>To the officer: a colleague's note on a case mentions you.</summary>
    public const string CaseMentioned = "case-mentioned";

    /// <summary>The case was suspended.</summary>
    public const string CaseSuspended = "case-suspended";

    /// <summary>The case goes on.</summary>
    public const string CaseResumed = "case-resumed";

    /// <summary>The office ended the case without a result.</summary>
    public const string ApplicationTerminated = "application-terminated";

    /// <summary>The application was withdrawn.</summary>
    public const string ApplicationWithdrawn = "application-withdrawn";

    /// <summary>The certificate can be fetched.</summary>
    public const string CertificateReady = "certificate-ready";

    /// <summary>Not supplemented in time.</summary>
    public const string ApplicationLapsed = "application-lapsed";

    /// <summary>To the applicant: somebody objected during the notice.</summary>
    public const string ObjectionRaised = "objection-raised";

    /// <summary>To both sides: the objection was decided.</summary>
    public const string ObjectionDecided = "objection-decided";

    /// <summary>To the applicant: rate the closed case. Parameter: <c>dueOn</c>.</summary>
    public const string RatingRequest = "rating-request";

    /// <summary>To who may deal with it: a bad rating came in. Parameter: <c>dueOn</c>.</summary>
    public const string RatingBad = "rating-bad";

    /// <summary>To who may deal with it: a bad rating waits. Parameter: <c>dueOn</c>.</summary>
    public const string RatingReminder = "rating-reminder";

    /// <summary>To the rater: it was put right, rate once more. Parameter: <c>dueOn</c>.</summary>
    public const string RatingRectified = "rating-rectified";

    /// <summary>To who decides: a unit appealed against a rating.</summary>
    public const string RatingAppealed = "rating-appealed";

    /// <summary>To the unit: its appeal was decided.</summary>
    public const string RatingAppealDecided = "rating-appeal-decided";

    /// <summary>To the rater: the unit's appeal was decided.</summary>
    public const string RatingAppealResult = "rating-appeal-result";

    /// <summary>To whoever was recognised: a talent card may be had.</summary>
    public const string CardOffer = "card-offer";

    /// <summary>To the holder: the card is there. Parameter: <c>dueOn</c>, its last day.</summary>
    public const string CardIssued = "card-issued";

    /// <summary>
    /// The yearly check of a recognition is open. Parameters: <c>certificate</c>, <c>year</c>, <c>dueOn</c>, its last day.
    /// </summary>
    public const string RecognitionCheckOpen = "recognition-check-open";

    /// <summary>The yearly check closes soon. Parameters as before.</summary>
    public const string RecognitionCheckClosing = "recognition-check-closing";

    /// <summary>The yearly check was missed. Parameters: <c>certificate</c>, <c>year</c>.</summary>
    public const string RecognitionCheckMissed = "recognition-check-missed";

    /// <summary>A check found something to put right. Parameter: <c>dueOn</c>.</summary>
    public const string RecognitionToRectify = "recognition-to-rectify";

    /// <summary>A revocation is proposed: the holder is heard. Parameter: <c>dueOn</c>.</summary>
    public const string RecognitionHearing = "recognition-hearing";

    /// <summary>Put aside for a time. Parameters: <c>certificate</c>, <c>dueOn</c>, from which day.</summary>
    public const string RecognitionSuspended = "recognition-suspended";

    /// <summary>Counts again. Parameters as before.</summary>
    public const string RecognitionResumed = "recognition-resumed";

    /// <summary>Ended: checks were missed. Parameters as before.</summary>
    public const string RecognitionLapsed = "recognition-lapsed";

    /// <summary>A later one took its place. Parameters as before.</summary>
    public const string RecognitionSuperseded = "recognition-superseded";

    /// <summary>Taken away by a government department: administrative review or lawsuit.</summary>
    public const string RecognitionRevokedByGovernment = "recognition-revoked-government";

    /// <summary>Taken away by a party organ: internal re-check.</summary>
    public const string RecognitionRevokedByParty = "recognition-revoked-party";

    /// <summary>Given back by its holder.</summary>
    public const string RecognitionReturned = "recognition-returned";

    /// <summary>A revocation was not carried: it stays.</summary>
    public const string RecognitionKept = "recognition-kept";

    /// <summary>To the holder: something was done with the card.</summary>
    public const string CardChanged = "card-changed";

    /// <summary>To the holder: the card ends earlier, with its ground. Parameter: <c>dueOn</c>, its last day.</summary>
    public const string CardShortened = "card-shortened";

    /// <summary>To the holder: the card ends soon. Parameter: <c>dueOn</c>, its last day.</summary>
    public const string CardEnding = "card-ending";

    /// <summary>
    /// To a venue's managers: the statement of a month was drawn. Parameters: <c>statement</c>, its number; <c>dueOn</c>, the last day to
    /// object.
    /// </summary>
    public const string StatementDrawn = "statement-drawn";

    /// <summary>To a venue's managers: after their objection another statement took its place. Parameters as before.</summary>
    public const string StatementCorrected = "statement-corrected";

    /// <summary>To a venue's managers: after their objection the statement stays. Parameter: <c>statement</c>.</summary>
    public const string StatementUpheld = "statement-upheld";

    /// <summary>To the talent office: a partner objected to a statement. Parameter: <c>statement</c>.</summary>
    public const string StatementObjected = "statement-objected";

    /// <summary>To the holder: an instalment of an allowance arrived. Parameter: <c>dueOn</c>, the day.</summary>
    public const string AllowancePaid = "allowance-paid";

    /// <summary>To the holder: the bank sent a payment back; another account is asked for. Parameter: <c>dueOn</c>, the day.</summary>
    public const string AllowanceReturned = "allowance-returned";

    /// <summary>To the holder: an allowance is over. Parameter: <c>dueOn</c>, its last day.</summary>
    public const string AllowanceEnded = "allowance-ended";

    /// <summary>
    /// To the holder: an allowance is over because the card has another level, at which it may be asked for anew. Parameter: <c>dueOn</c>,
    /// its last day.
    /// </summary>
    public const string AllowanceLevelChanged = "allowance-level-changed";

    /// <summary>
    /// To the talent office: what of allowances waits. Parameters: <c>conditions</c>, <c>late</c>, <c>recoveries</c>: how many.
    /// </summary>
    public const string AllowancesWaiting = "allowances-waiting";

    /// <summary>To the holder: what to bring for an instalment. Parameters: <c>fromOn</c>, <c>toOn</c>, its days.</summary>
    public const string AllowanceBring = "allowance-bring";

    /// <summary>To the holder: money was not paid back in time. Parameter: <c>dueOn</c>, by when.</summary>
    public const string AllowanceRecoveryLate = "allowance-recovery-late";

    /// <summary>To the holder: money is claimed back. Parameter: <c>dueOn</c>, by when.</summary>
    public const string AllowanceRecovery = "allowance-recovery";
}
