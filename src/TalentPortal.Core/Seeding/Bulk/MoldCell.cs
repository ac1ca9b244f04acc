using TalentPortal.Core.Cases;
using TalentPortal.Core.Catalogue.Forms;
using TalentPortal.Core.Keys;

namespace TalentPortal.Core.Seeding.Bulk;

/// <summary>What a part of a text stands for.</summary>
internal enum MoldPartKind
{
    /// <summary>Itself.</summary>
    Literal,

    /// <summary>A key with hyphens.</summary>
    Key,

    /// <summary>A key without.</summary>
    ShortKey,

    /// <summary>The person's name.</summary>
    Name,

    /// <summary>The case's number.</summary>
    Number,

    /// <summary>The phone, masked.</summary>
    Phone,

    /// <summary>The citizen number, masked.</summary>
    CitizenId,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>A part of a text.</summary>
internal readonly record struct MoldPart(MoldPartKind Kind, string Text, int Slot = 0, DateOnly On = default);

/// <summary>One value of a mold's row: how it is cast.</summary>
internal abstract record MoldCell
{
    /// <summary>The value of a copy.</summary>
    public abstract object? Cast(Casting casting);

    /// <summary>The same in every copy.</summary>
    internal sealed record Fixed(object? Value) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) => Value;
    }

    /// <summary>A key.</summary>
    internal sealed record Key(int Slot) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) => casting.Ids[Slot];
    }

    /// <summary>A text with places in it.</summary>
    internal sealed record Text(IReadOnlyList<MoldPart> Parts) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) =>
            Parts.Count == 1 ? casting.Text(Parts[0]) : string.Concat(Parts.Select(casting.Text));
    }

    /// <summary>A moment.</summary>
    internal sealed record At(DateTimeOffset Value) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) => MicroTime.Truncate(casting.Days.Move(Value, casting.Shift, casting.Within));
    }

    /// <summary>A day.</summary>
    internal sealed record On(DateOnly Value) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) => casting.Days.Move(Value, casting.Shift);
    }

    /// <summary>An encrypted value, bound to its row.</summary>
    internal sealed record Cipher(SecretKind Kind, string Column, int Slot) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) =>
            casting.Keys.Cipher.Encrypt(casting.Plain(Kind), new FieldPlace(Column, casting.Ids[Slot]));
    }

    /// <summary>A blind index.</summary>
    internal sealed record Index(SecretKind Kind) : MoldCell
    {
        /// <inheritdoc />
        public override object? Cast(Casting casting) => casting.Keys.Box.IndexOf(Kind, casting.Plain(Kind));
    }
}
