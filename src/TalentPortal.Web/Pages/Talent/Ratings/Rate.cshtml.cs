using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Ratings;
using TalentPortal.Core.Ratings.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Presentation.Texts;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Talent.Ratings;

/// <summary>A rating: five levels as five links, then what goes with the chosen one; later what became of it, and the follow-up.</summary>
internal sealed class RateModel(OwnRatings ratings, RatingService service, RatingScale scale, IStringLocalizer texts, DisplayFormat display)
    : OnceFormModel
{
    /// <summary>The chosen level.</summary>
    [BindProperty(SupportsGet = true, Name = "level")]
    public int? Level { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The levels.</summary>
    public RatingScale Scale => scale;

    /// <summary>The rating.</summary>
    public OwnRating Own { get; private set; } = null!;

    /// <summary>The level that is being rated with; null while none is chosen.</summary>
    public RatingLevel? Chosen => Level is { } value ? scale.Find(value) : null;

    /// <summary>Its tags.</summary>
    public IReadOnlyList<FieldOption> Tags => [.. (Chosen?.Tags ?? []).Select(tag => new FieldOption(tag.Code, tag.Text().ToString()))];

    /// <summary>What was ticked.</summary>
    public IReadOnlyList<string> GivenTags =>
        [.. JsonSerializer.Deserialize<List<string>>(Own.Rating.Tags)!
            .Select(code => scale.Find(Own.Rating.Level ?? 0)?.Tags.FirstOrDefault(tag => tag.Code == code)?.Text().ToString())
            .OfType<string>()];

    /// <summary>What happens next about a bad rating.</summary>
    public string StateText => Own.Rating switch
    {
        { Status: RatingStatus.ToContact, ContactDueOn: { } day } => texts["Ratings.Rate.ToContact", display.Date(day)],
        { Status: RatingStatus.ToRectify, RectifyDueOn: { } day } => texts["Ratings.Rate.ToRectify", display.Date(day)],
        { Status: RatingStatus.ToFollowUp, FollowUpUntil: { } day } => texts["Ratings.Rate.ToFollowUp", display.Date(day)],
        _ => texts["Ratings.Rate.Closed"],
    };

    /// <inheritdoc />
    protected override string Deed => "RatingGiving";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        Own = (await ratings.FindAsync(User.Actor(), Id, ct))!;
        return Own is not null;
    }

    /// <summary>The service begins an operation of its own, which names nobody.</summary>
    protected override Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct)
    {
        var answer = new RatingAnswer(Level ?? 0, Input.Tags, Input.Comment);
        return Own.Rating.Status is RatingStatus.ToFollowUp
            ? service.FollowUpAsync(actor, Id, answer, OperationId, ct)
            : service.GiveAsync(actor, Id, answer, OperationId, ct);
    }

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("Rate", "Ratings.Rate.Thanks", new { id = Id });

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        RatingReasonMissing or RatingCommentTooLong => "Input.Comment",
        RatingTagUnknown => "Input.Tags",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>Codes of ticked tags.</summary>
        [Display(Name = "Ratings.Rate.Tags")]
        public List<string> Tags { get; set; } = [];

        /// <summary>In the rater's words.</summary>
        [MaxLength(RatingAnswer.LongestComment), DataType(DataType.MultilineText), Display(Name = "Ratings.Rate.Comment")]
        public string? Comment { get; set; }
    }
}
