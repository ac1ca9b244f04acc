using TalentPortal.Core.Catalogue;
using TalentPortal.Core.Ratings;

namespace TalentPortal.Core.Indicators.Ratings;

/// <summary>The figures of a unit's service item in a quarter, or of several together.</summary>
public sealed record RatingFigure
{
    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Its name.</summary>
    public required LocalizedText Unit { get; init; }

    /// <summary>The service item.</summary>
    public required LocalizedText Item { get; init; }

    /// <summary>How often applicants were asked.</summary>
    public required int Asked { get; init; }

    /// <summary>How many ratings each level got, by its value; what was taken out after an appeal is not among them.</summary>
    public required IReadOnlyDictionary<int, int> Levels { get; init; }

    /// <summary>Bad ratings whose handling was due.</summary>
    public required int Handled { get; init; }

    /// <summary>Those contacted and put right in time.</summary>
    public required int HandledInTime { get; init; }

    /// <summary>Ratings that count.</summary>
    public int Given => Levels.Values.Sum();

    /// <summary>The share that is not bad; null where nothing was given.</summary>
    /// <param name="scale">The levels.</param>
    public decimal? Satisfied(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return Given == 0 ? null : (decimal)Levels.Where(level => !scale.IsBad(level.Key)).Sum(level => level.Value) / Given;
    }

    /// <summary>The share of those asked who answered; null where nobody was asked.</summary>
    public decimal? Answered => Asked == 0 ? null : (decimal)Given / Asked;

    /// <summary>The share of bad ratings dealt with in time; null where there was none.</summary>
    public decimal? InTime => Handled == 0 ? null : (decimal)HandledInTime / Handled;

    /// <summary>Several together.</summary>
    public static RatingFigure Sum(IReadOnlyList<RatingFigure> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new RatingFigure
        {
            UnitId = figures is [var first, ..] ? first.UnitId : Guid.Empty,
            Unit = figures is [var one, ..] ? one.Unit : LocalizedText.Empty,
            Item = LocalizedText.Empty,
            Asked = figures.Sum(figure => figure.Asked),
            Levels = Enumerable.Range(1, RatingScale.Size)
                .ToDictionary(value => value, value => figures.Sum(figure => figure.Levels.GetValueOrDefault(value))),
            Handled = figures.Sum(figure => figure.Handled),
            HandledInTime = figures.Sum(figure => figure.HandledInTime),
        };
    }
}
