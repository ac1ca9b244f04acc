namespace TalentPortal.Core.Data.Embedded;

/// <summary>Whose process a <c>postmaster.pid</c> names.</summary>
internal enum PostmasterState
{
    /// <summary>No such process: the server crashed or the machine was restarted.</summary>
    Gone,

    /// <summary>Our server on our data; it outlived a portal that was killed.</summary>
    Ours,

    /// <summary>The number was given to another program.</summary>
    SomebodyElse,
}
