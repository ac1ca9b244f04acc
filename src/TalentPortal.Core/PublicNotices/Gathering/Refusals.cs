using TalentPortal.Core.Kernel;

namespace TalentPortal.Core.PublicNotices.Gathering;

/// <summary>No case was ticked.</summary>
public sealed record NothingGathered : Refusal;

/// <summary>More cases were ticked than one notice takes.</summary>
/// <param name="Most">How many it takes.</param>
public sealed record TooManyGathered(int Most) : Refusal
{
    /// <inheritdoc />
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>The ticked cases differ in service item, kind, office or level: that is more than one notice.</summary>
public sealed record GatheredDiffer : Refusal;

/// <summary>The case waits for its notice no more: it ended, went back, or a colleague published it.</summary>
public sealed record NotReadyForNotice : Refusal;

/// <summary>The case is suspended: it can't be published now.</summary>
public sealed record SuspendedBeforeNotice : Refusal;

/// <summary>The notice was opened meanwhile.</summary>
public sealed record NoticeOpenedAlready : Refusal;
