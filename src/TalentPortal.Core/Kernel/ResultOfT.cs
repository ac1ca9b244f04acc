using System.Diagnostics.CodeAnalysis;

namespace TalentPortal.Core.Kernel;

/// <summary>Either a value, or a refusal with a reason. Values and refusals convert by themselves.</summary>
/// <typeparam name="T">What is handed back on success.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    internal Result(T value) => this.value = value;

    private Result(Refusal refusal) => Refusal = refusal;

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Succeeded => Refusal is null;

    /// <summary>Why not; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused: look at <see cref="Succeeded"/> first.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"Refused with {Refusal.Key}: there is no value.");

    /// <summary>Succeeded with this value.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Refused for this reason.</summary>
    public static implicit operator Result<T>(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new Result<T>(refusal);
    }

    /// <summary>The same outcome without the value.</summary>
    public Result ToResult() => Succeeded ? Result.Success : Refusal;
}
