using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.Reviews.Handovers;

/// <summary>The task is no longer with whom it was to be taken from.</summary>
public sealed record NoLongerThere : Refusal;

/// <summary>It would stay where it is.</summary>
public sealed record HandedToTheSame : Refusal;

/// <summary>Nothing to hand over was chosen.</summary>
public sealed record HandoverEmpty : Refusal;

/// <summary>The portal met a fault with this task; the others have gone.</summary>
public sealed record HandoverRowFailed : Refusal;

/// <summary>Only who grants rights ends appointments.</summary>
public sealed record MayNotEndAppointments : Refusal;

/// <summary>The last day of an appointment lies before today.</summary>
public sealed record LeavesInPast : Refusal;
