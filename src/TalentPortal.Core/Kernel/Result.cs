using System.Diagnostics.CodeAnalysis;

namespace TalentPortal.Core.Kernel;

/// <summary>Either done, or refused with a reason. <c>return new SomeRefusal();</c> converts by itself.</summary>
public sealed class Result
{
    private Result(Refusal? refusal) => Refusal = refusal;

    /// <summary>Done.</summary>
    public static Result Success { get; } = new(refusal: null);

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>Why not; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>A result that carries a value; needed only where <typeparamref name="T"/> is an interface.</summary>
    public static Result<T> Of<T>(T value) => new(value);

    /// <summary>Refused for this reason.</summary>
    public static implicit operator Result(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new Result(refusal);
    }
}
