namespace TalentPortal.Core.Catalogue.Answers;

/// <summary>One answer as the portal understands it. Equal by content.</summary>
public abstract record AnswerValue
{
    private AnswerValue()
    {
    }

    /// <summary>A text, a code, a number of a person or account: never empty.</summary>
    /// <param name="Value">The text.</param>
    public sealed record Text(string Value) : AnswerValue;

    /// <summary>A number or an amount in yuan.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : AnswerValue;

    /// <summary>Yes or no.</summary>
    /// <param name="Value">Whether yes.</param>
    public sealed record YesNo(bool Value) : AnswerValue;

    /// <summary>A calendar date.</summary>
    /// <param name="Value">The date.</param>
    public sealed record Date(DateOnly Value) : AnswerValue;

    /// <summary>What was typed but could not be understood: kept, so that nothing typed is lost, and refused at submit.</summary>
    /// <param name="Raw">What was typed.</param>
    public sealed record Unreadable(string Raw) : AnswerValue;

    /// <summary>What stands in place of a secret that is stored apart.</summary>
    /// <param name="Shown">The masked text.</param>
    public sealed record Masked(string Shown) : AnswerValue;

    /// <summary>Several codes in the order chosen, none twice.</summary>
    /// <param name="Values">The codes.</param>
    public sealed record Codes(IReadOnlyList<string> Values) : AnswerValue
    {
        /// <inheritdoc/>
        public bool Equals(Codes? other) => other is not null && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Aggregate(17, (hash, v) => HashCode.Combine(hash, v));
    }

    /// <summary>The answers of a block, by field code.</summary>
    /// <param name="Fields">Answers by code; blank ones are absent.</param>
    public sealed record Group(IReadOnlyDictionary<string, AnswerValue> Fields) : AnswerValue
    {
        /// <inheritdoc/>
        public bool Equals(Group? other) =>
            other is not null && Fields.Count == other.Fields.Count
            && Fields.All(f => other.Fields.TryGetValue(f.Key, out var value) && f.Value.Equals(value));

        /// <inheritdoc/>
        public override int GetHashCode() => Fields.Aggregate(Fields.Count, (hash, f) => hash ^ HashCode.Combine(f.Key, f.Value));
    }

    /// <summary>Rows in order.</summary>
    /// <param name="Items">One group a row.</param>
    public sealed record Rows(IReadOnlyList<Group> Items) : AnswerValue
    {
        /// <inheritdoc/>
        public bool Equals(Rows? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => Items.Aggregate(19, (hash, v) => HashCode.Combine(hash, v));
    }
}
