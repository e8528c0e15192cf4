using Handoff.Agreements.Signing;
using Handoff.Meetings;
using Handoff.News;
using Handoff.Privacy;
using Handoff.Processes;
using Handoff.Service.ApiKeys;
using Handoff.Service.Asking;
using Handoff.Service.Auditing;
using Handoff.Service.Board;
using Handoff.Service.Busy;
using Handoff.Service.Company;
using Handoff.Service.Fetching;
using Handoff.Service.Figures;
using Handoff.Service.Health;
using Handoff.Service.Intake;
using Handoff.Service.Leads;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.MailEvents;
using Handoff.Service.Meetings;
using Handoff.Service.News;
using Handoff.Service.Outside;
using Handoff.Service.Paper;
using Handoff.Service.People;
using Handoff.Service.Privacy;
using Handoff.Service.Processes;
using Handoff.Service.Quality;
using Handoff.Service.Returns;
using Handoff.Service.Rows;
using Handoff.Service.Running;
using Handoff.Service.SignIn;
using Handoff.Service.Signing;
using Handoff.Service.Storage;
using Handoff.Service.Teams;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Service;

/// <summary>
/// Registers the use cases. A host adds the ports: a store, a mail transport, a renderer, a link protector, wake-ups and a clock.
/// </summary>
public static class HandoffServices
{
    /// <summary>Adds every use case.</summary>
    public static IServiceCollection AddHandoffService(this IServiceCollection services)
    {
        services.AddSingleton<FilesInForce>().AddSingleton<PeopleDirectory>().AddSingleton<CompanyInForce>()
            .AddSingleton<AgreementVersions>();
        services.AddSingleton<ISourceCatalog>(provider => provider.GetRequiredService<CompanyInForce>());
        services.AddSingleton<LeadVault>().AddSingleton<StreamRunner>().AddSingleton<LeadTurns>().AddSingleton<AlertTurns>();
        services.AddSingleton<LeadRowReading>().AddSingleton<WaitingLeads>().AddSingleton(provider => new UntoldAlerts(
            provider.GetRequiredService<LeadRowReading>(), provider.GetRequiredService<IClock>(), TimeProvider.System));
        services.AddSingleton<LeadMailReports>().AddSingleton<MailEventRecording>();
        services.AddSingleton<LookupKeys>().AddSingleton<EarlierLeads>().AddSingleton<DeliveryMemory>().AddSingleton<SourceLimits>()
            .AddSingleton<SamePerson>();
        services.AddSingleton(new Contention(TimeProvider.System)).AddSingleton(_ => new IntakeLimit(TimeProvider.System))
            .AddSingleton<DimensionValues>().AddSingleton<LeadIntake>().AddSingleton<SourceRefusals>().AddSingleton<FollowingHandoffs>();
        // A resolver takes its own time, however fast the product's clock runs.
        services.AddSingleton<FirstTurnChecks>()
            .AddSingleton(provider => new MailDomains(provider.GetRequiredService<IMailDomains>(), TimeProvider.System));
        services.TryAddSingleton<IMailDomains, NoNameSystem>();
        services.AddSingleton<AwaitedAnswers>().AddSingleton<Backfill>().AddSingleton<VendorErasing>();
        services.TryAddSingleton<ILeadAnswers, NoAnswers>();
        services.AddSingleton<BusyCalendars>();
        services.TryAddSingleton<ICalendarSource, NoCalendarSource>();
        services.AddSingleton<Captchas>();
        services.TryAddSingleton(new CaptchaAddresses());
        services.TryAddSingleton<IOutside, NobodyOutside>();
        services.AddSingleton<LeadStories>().AddSingleton<LeadLedger>().AddSingleton<LeadListing>();
        services.AddSingleton<LeadErasure>().AddSingleton<OutcomeRecording>()
            .AddSingleton<ConsentWithdrawing>().AddSingleton<LedgerRebuild>();
        services.AddSingleton<PersonFinding>().AddSingleton<PersonErasure>().AddSingleton<PersonExport>().AddSingleton<DisclosureReading>();
        services.AddSingleton<LeadExpiring>()
            .AddOwnProcess<ExpiryProcess, ExpiryState>(StreamKind.Expiry, ExpiryState.Empty, ExpiryDecider.Evolve);
        services.AddSingleton<AskReading>().AddSingleton<AskPost>().AddSingleton<AskAnswers>();
        services.TryAddSingleton(new AskOptions(IsDemonstration: false));
        services.AddSingleton<LinkMaker>().AddSingleton<LinkChoosing>().AddSingleton<LinkTrial>().AddSingleton<LinkActions>()
            .AddSingleton<LinkPages>().AddSingleton<SignedInLinks>().AddSingleton<RecentActs>();
        services.AddSingleton<AbsenceBook>().AddSingleton<PeopleAbsence>().AddSingleton<PersonForgetting>();
        services.AddSingleton<MailMaking>().AddSingleton<Mailbox>().AddSingleton<HealthReading>().AddSingleton<Heartbeat>()
            .AddSingleton<DeliveryStreak>();
        services.AddSingleton<LeadTitles>().AddSingleton<OpenHandoffs>().AddSingleton<BoardReading>();
        services.AddSingleton<LeadTimeline>().AddSingleton<LeadSearch>().AddSingleton<LeadList>().AddSingleton<TeamReading>()
            .AddSingleton<MemberReading>().AddSingleton<MemberActs>()
            .AddSingleton<ReturnsReading>().AddSingleton<ReturnActs>().AddSingleton<QuarantineActs>().AddSingleton<StatusReading>()
            .AddSingleton<SourceNews>().AddSingleton<SourcesReading>().AddSingleton<PaperTrial>();
        services.AddSingleton<AuditLog>().AddSingleton<ApiKeyBook>();
        services.AddSingleton<FactReading>().AddSingleton<FactKeeping>().AddSingleton<ReportedMetrics>().AddSingleton<ScorecardReading>()
            .AddSingleton<PastPeriods>().AddSingleton<FrozenFigures>().AddSingleton<FigureLeadReading>().AddSingleton<FigureChanges>()
            .AddSingleton<LeadPlanning>();
        services.TryAddSingleton(new FigureOptions(Duration.Zero));
        services.TryAddSingleton(new FeedOptions(Duration.FromSeconds(2)));
        services.AddSingleton<SignInCopies>().AddSingleton<SignInPost>().AddSingleton<SignInRequests>().AddSingleton<Sessions>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInPost>());
        services.AddSingleton<MailSending>().AddSingleton<Courier>().AddSingleton<IStreamProcess, LeadProcess>()
            .AddSingleton<IStreamProcess, AlertProcess>();
        services.AddSingleton<ProcessTurns>().AddSingleton<LetterCourier>().AddSingleton<FilesFollowing>();
        services.AddSingleton<DisagreementReading>().AddSingleton<ReportMaking>();
        services.AddOwnProcess<ReportProcess, ReportState>(StreamKind.Report, ReportState.Empty, ReportDecider.Evolve);
        services.AddSingleton<AgendaReading>().AddSingleton<InvitationWriting>()
            .AddOwnProcess<MeetingProcess, MeetingState>(StreamKind.Meeting, MeetingState.Empty, MeetingDecider.Evolve);
        services.AddOwnProcess<PaceProcess, PaceState>(StreamKind.Warnings, PaceState.Empty, PaceDecider.Evolve)
            .AddSingleton<DecisionJudging>().AddSingleton<MeetingReading>().AddSingleton<PastReports>();
        services.AddSingleton<ProposalBook>().AddSingleton<Proposals>().AddSingleton<EffectReading>().AddSingleton<ProposalReading>();
        services.AddOwnProcess<ProposalProcess, Proposal>(StreamKind.Proposal, Proposal.Empty, ProposalDecider.Evolve);
        services.AddSingleton<ChannelNames>();
        services.AddSingleton<ChannelTurns>().AddSingleton<NewsFeed>().AddSingleton<NewsMaking>().AddSingleton<SendingLanes>()
            .AddSingleton<DealReading>().AddSingleton<DealIntake>()
            .AddSingleton<EventFeed>().AddSingleton<ChannelReading>().AddSingleton<ChannelReplay>()
            .AddOwnProcess<ChannelProcess, ChannelState>(StreamKind.Channel, ChannelState.Empty, ChannelDecider.Evolve);
        services.AddSingleton<StreamWork>().AddSingleton<GatheredWakeUps>().AddSingleton<WorkAfterwards>();
        services.AddSingleton<Reconciler>().AddSingleton<SilenceBreaker>().AddSingleton<Sweep>();
        services.TryAddSingleton(new ClockSpeed(1));
        return services;
    }

    private static IServiceCollection AddOwnProcess<TProcess, TState>(
        this IServiceCollection services, StreamKind kind, TState initial, Func<TState, ProcessEvent, TState> evolve)
        where TProcess : class, IStreamProcess
        where TState : ProcessState => services.AddSingleton<TProcess>()
        .AddSingleton<IStreamProcess>(static provider => provider.GetRequiredService<TProcess>())
        .AddSingleton<IReplayed>(new ProcessReplay<TState>(kind, initial, evolve));

    /// <summary>Adds the loops that run streams on one machine.</summary>
    public static IServiceCollection AddHandoffRunner(this IServiceCollection services)
    {
        services.TryAddSingleton(new RunnerOptions());
        services.AddSingleton<ReadyStreams>().AddSingleton<IWakeUps>(static provider => provider.GetRequiredService<ReadyStreams>());
        services.AddSingleton<Runner>();
        services.AddHostedService<ReconcilerLoop>();
        services.AddHostedService<FigureLoop>();
        services.AddHostedService<BackfillLoop>();
        services.AddHostedService<BusyCalendarLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<Runner>());
        return services;
    }
}
