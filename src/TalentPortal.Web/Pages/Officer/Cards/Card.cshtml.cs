using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TalentPortal.Core.Accounts;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.TalentCards;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Web.Presentation;
using TalentPortal.Web.Presentation.Cards;
using TalentPortal.Web.Presentation.Fields;
using TalentPortal.Web.Security;

namespace TalentPortal.Web.Pages.Officer.Cards;

/// <summary>One card, and the one form by which the office does something with it, with a reason.</summary>
[RequirePermission(Permission.ManageCards)]
internal sealed class CardModel(CardReader reader, CardDesk desk, CardWords words, IStringLocalizer texts) : OnceFormModel
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>The card.</summary>
    public CardView View { get; private set; } = null!;

    /// <summary>What is said about cards.</summary>
    public CardWords Words => words;

    /// <summary>What may be done.</summary>
    public IReadOnlyList<FieldOption> Deeds =>
        [.. CardDesk.DeedsOf(View.Card).Select(kind => new FieldOption(kind.ToString(), texts["TalentCards.Deed." + kind]))];

    /// <summary>Grounds that may be added, and those that may be ended.</summary>
    public IReadOnlyList<FieldOption> Grounds =>
    [
        .. View.Catalogue.Bases.Where(rule => rule.Kind is not BasisKind.Recognition
            && !View.Bases.Any(one => one.Kind == rule.Kind && one.Code == rule.Code && one.EndedOn is null))
            .Select(rule => new FieldOption(
                CardGrounds.Adding(rule.Kind, rule.Code), texts["TalentCards.Grounds.Add", words.Ground(rule.Kind, rule.Code)])),
        .. View.Bases.Where(one => one.EndedOn is null)
            .Select(one => new FieldOption(CardGrounds.Ending(one.Id), texts["TalentCards.Grounds.End", words.Ground(one.Kind, one.Code)])),
    ];

    /// <inheritdoc />
    protected override string Deed => "CardHandling";

    /// <inheritdoc />
    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        View = (await reader.FindAsync(User.Actor(), Id, ct))!;
        return View is not null;
    }

    /// <inheritdoc />
    protected override void Fill() => Input.Revision = View.Card.Revision;

    /// <inheritdoc />
    protected override Task<Result> ActAsync(Actor actor, Operation operation, CancellationToken ct) =>
        desk.DoAsync(actor, Id, new CardDeed(Input.Deed!.Value, Input.Reason, Input.Ground, Input.Revision), operation, ct);

    /// <inheritdoc />
    protected override IActionResult Done() => this.RedirectWithBanner("Card", "TalentCards.Handle.Done", new { id = Id });

    /// <inheritdoc />
    protected override string FieldOf(Refusal refusal) => refusal switch
    {
        CardReasonMissing => "Input.Reason",
        CardBasisUnknown or CardLevelUnchanged => "Input.Ground",
        _ => "",
    };

    /// <summary>What is typed.</summary>
    internal sealed class InputModel
    {
        /// <summary>What is done.</summary>
        [Required, Display(Name = "TalentCards.Handle.Deed")]
        public CardActionKind? Deed { get; set; }

        /// <summary>For a change of level.</summary>
        [Display(Name = "TalentCards.Handle.Ground")]
        public string? Ground { get; set; }

        /// <summary>Why.</summary>
        [Required, MaxLength(CardDesk.LongestReason), DataType(DataType.MultilineText), Display(Name = "TalentCards.Handle.Reason")]
        public string? Reason { get; set; }

        /// <summary>The revision that was shown.</summary>
        public int Revision { get; set; }
    }
}
