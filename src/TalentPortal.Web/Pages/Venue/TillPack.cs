namespace TalentPortal.Web.Pages.Venue;

/// <summary>What a device keeps for a till without network.</summary>
internal sealed record TillPack
{
    /// <summary>The portal's time, against which the device sets its own.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whose till it is.</summary>
    public required TillPlace Venue { get; init; }

    /// <summary>Whose account keeps it: what is noted without network is that account's.</summary>
    public required TillStaff Staff { get; init; }

    /// <summary>The keys by which the portal's codes are told.</summary>
    public required IReadOnlyList<TillKey> Keys { get; init; }

    /// <summary>How long a code is shown.</summary>
    public required int TurnSeconds { get; init; }

    /// <summary>How far clocks may be wrong.</summary>
    public required int SkewSeconds { get; init; }

    /// <summary>How long after its turn a code still counts without network.</summary>
    public required int OfflineMinutes { get; init; }

    /// <summary>The highest price, in yuan.</summary>
    public required decimal HighestPrice { get; init; }

    /// <summary>The levels of cards, with what each has here.</summary>
    public required IReadOnlyList<TillLevel> Levels { get; init; }
}

/// <summary>A venue.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
internal sealed record TillPlace(string Code, string Name);

/// <summary>An account of a venue's staff.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name, as colleagues read it.</param>
internal sealed record TillStaff(Guid Id, string Name);

/// <summary>A public key: a point of P-256.</summary>
/// <param name="Version">Its version.</param>
/// <param name="X">In the URL alphabet of Base64.</param>
/// <param name="Y">Likewise.</param>
internal sealed record TillKey(int Version, string X, string Y);

/// <summary>A level of cards.</summary>
/// <param name="Digit">As it stands in a code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Benefits">What it has here.</param>
internal sealed record TillLevel(int Digit, string Name, IReadOnlyList<TillBenefit> Benefits);

/// <summary>A benefit.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsPriced">Whether it is a part of a price.</param>
internal sealed record TillBenefit(string Code, string Name, bool IsPriced);
