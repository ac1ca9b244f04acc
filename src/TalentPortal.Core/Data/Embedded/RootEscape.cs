namespace TalentPortal.Core.Data.Embedded;

/// <summary>PostgreSQL refuses to run as root; these are the ways not to be root.</summary>
internal enum RootEscape
{
    /// <summary>The portal is an ordinary user already.</summary>
    NotNeeded,

    /// <summary>A user namespace in which root is called nobody: any folder works and the files stay root's.</summary>
    UserNamespace,

    /// <summary>Another user of the machine, who then owns the data and must be able to reach it.</summary>
    OtherUser,
}
