using Microsoft.Extensions.DependencyInjection;
using TalentPortal.Core.Cases;
using TalentPortal.Core.Jobs;
using TalentPortal.Core.Recognitions.Life.FollowUps;
using TalentPortal.Core.TalentCards.Benefits;
using TalentPortal.Core.TalentCards.Cards;
using TalentPortal.Core.TalentCards.Codes;
using TalentPortal.Core.TalentCards.Consents;
using TalentPortal.Core.TalentCards.Dues;
using TalentPortal.Core.TalentCards.Following;
using TalentPortal.Core.TalentCards.Hand;
using TalentPortal.Core.TalentCards.Handling;
using TalentPortal.Core.TalentCards.Issuing;
using TalentPortal.Core.TalentCards.Queries;
using TalentPortal.Core.TalentCards.Redemptions;
using TalentPortal.Core.TalentCards.Signals;
using TalentPortal.Core.TalentCards.Statements;
using TalentPortal.Core.TalentCards.Venues;
using TalentPortal.Workflows.Activities;

namespace TalentPortal.Core.TalentCards;

/// <summary>Registers the talent card.</summary>
internal static class TalentCardsSetup
{
    public static IServiceCollection AddTalentCards(this IServiceCollection services)
    {
        services.AddSpineTable(TalentCard.Table).AddSpineTable(CardNumberUse.Table)
            .AddSpineTable(CardBasis.Table).AddSpineTable(CardAction.Table)
            .AddSpineTable(Redemption.Table).AddSpineTable(Reversal.Table);
        services.AddSingleton<BenefitCatalogues>();
        services.AddSingleton<CardTerms>();
        services.AddSingleton<CardNumbering>();
        services.AddSingleton<CardIssuing>();
        services.AddSingleton<CardOffers>();
        services.AddSingleton<BasisFinder>();
        services.AddSingleton<CardGrounds>();
        services.AddSingleton<CardEnds>();
        services.AddSingleton<CardDesk>();
        services.AddSingleton<OwnCards>();
        services.AddSingleton<ConsentVenues>();
        services.AddSingleton<OwnConsents>();
        services.AddSingleton<CardConsentReader>();
        services.AddSingleton<CardLooks>();
        services.AddSingleton<CardRegister>();
        services.AddSingleton<CardVisits>();
        services.AddScoped<CardReader>();
        services.AddSingleton<CardPins>();
        services.AddScoped<CardsInHand>();
        services.AddSingleton<CaseFollowUp>(_ => CardOffers.Follow);
        services.AddSingleton<FollowUpWords>();
        services.AddSingleton<CardFollowUp>();
        services.AddSingleton<IRecognitionFollowUp>(provider => provider.GetRequiredService<CardFollowUp>());
        services.AddSingleton<CardFollowing>();
        services.AddSingleton<Activity, IssueCardActivity>();
        services.AddSingleton<CardCodeTerms>();
        services.AddSingleton<CardCodes>();
        services.AddSingleton<VenueDirectory>();
        services.AddSingleton<VenueStatements>();
        services.AddSingleton<VenueUses>();
        services.AddSingleton<RedemptionTerms>();
        services.AddSingleton<CardScans>();
        services.AddSingleton<Till>();
        services.AddSingleton<RedemptionService>();
        services.AddSingleton<Reversals>();
        services.AddSingleton<CardUseQuery>();
        services.AddSingleton<CardUses>(provider => provider.GetRequiredService<CardUseQuery>().ReadAsync);
        services.AddScoped<CardChecks>();
        services.AddSingleton<BenefitRoutes>();
        services.AddSingleton<BenefitStandings>();
        services.AddScoped<DueBenefits>();
        services.AddScoped<DueServices>();
        services.AddSingleton<SignalTerms>();
        services.AddSingleton<CardSignals>();
        services.AddSingleton<SignalDesk>();
        services.AddSingleton<StatementTerms>();
        services.AddSingleton<StatementBook>();
        services.AddSingleton<StatementPress>();
        services.AddSingleton<StatementAnswers>();
        services.AddSingleton<StatementDecisions>();
        services.AddSingleton<StatementReader>();
        services.AddPeriodicLook<StatementDrawing>(TimeSpan.FromMinutes(10), (drawing, ct) => drawing.LookAsync(ct));
        return services.AddJob<OfferCardJob>().AddJob<IssueCardJob>().AddJob<LookAtCardJob>().AddJob<FollowRecognitionJob>();
    }
}
