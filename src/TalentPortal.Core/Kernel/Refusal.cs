namespace TalentPortal.Core.Kernel;

/// <summary>
/// A "no, because…" that a person may read. Each domain names its own in <c>Refusals.cs</c>; a refusal is a value, never thrown.
/// It carries no personal value (no number, name, phone): it may be logged.
/// </summary>
public abstract record Refusal
{
    /// <summary>The key of the sentence in the resources: the type's name, unique in the whole program.</summary>
    public string Key => GetType().Name;

    /// <summary>What the sentence's <c>{0}</c>, <c>{1}</c>… stand for, in that order.</summary>
    public virtual IReadOnlyList<object> Arguments => [];
}
