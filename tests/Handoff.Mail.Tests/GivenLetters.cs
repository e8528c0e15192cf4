using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Meetings;
using Handoff.News;
using Handoff.People;
using Handoff.Processes;
using Handoff.Service.Meetings;
using Handoff.Service.News;
using Handoff.Service.Processes;
using Handoff.Service.Signing;
using NodaTime;

namespace Handoff.Mail.Tests;

/// <summary>Every mail that belongs to no lead, with something of all that it can tell.</summary>
internal static class GivenLetters
{
    public const string Company = "Acme S.p.A.";

    private static readonly ImmutableSortedDictionary<string, Func<Language, LetterMail>> Each =
        ImmutableSortedDictionary<string, Func<Language, LetterMail>>.Empty
            .Add("report", GivenReports.Report)
            .Add("meeting invitation", language => Meeting(language))
            .Add("meeting moved", language => Meeting(language) with { Invited = Invited(1) with { Planned = new(2026, 11, 30) } })
            .Add("meeting cancelled", language => Meeting(language) with { Invited = Invited(2), IsCancelled = true })
            .Add("decision due", language => Decision(language, new(2026, 11, 24)))
            .Add("decision late", language => Decision(language, new(2026, 11, 17)))
            .Add("pace warning", GivenReports.Pace)
            .Add("source refused", language => new SourceMail("website", 20)
            {
                Reader = Given.Reader(language),
                Organisation = Company,
                Now = Given.Start,
                Links = [new("sources", $"{Given.Site}sources")],
            })
            .Add("channel stopped", language => new ChannelStoppedMail("crm", ChannelStop.Dead, "no answer", 3)
            {
                Reader = Given.Reader(language),
                Organisation = Company,
                Now = Given.Start,
                Links = [new("channels", $"{Given.Site}channels")],
            })
            .AddRange(ProposalKinds.Select(kind => KeyValuePair.Create<string, Func<Language, LetterMail>>(
                $"{kind}", language => Proposal(kind, language))));

    public static IEnumerable<LetterKind> ProposalKinds =>
        Enum.GetValues<LetterKind>().Where(kind => kind.ToString().StartsWith("Proposal", StringComparison.Ordinal));

    public static IEnumerable<string> Names => Each.Keys;

    public static LetterMail Of(string name, Language language) => Each[name](language);

    /// <summary>To a meeting on Tuesday 1 December 2026, 10:00 in Rome, about two leads that came back.</summary>
    public static MeetingMail Meeting(Language language) => new(Invited(0), IsCancelled: false)
    {
        Reader = Given.Reader(language),
        Organisation = Company,
        Now = Given.Start,
        Zone = Given.Rome,
        ReasonOf = code => code == Given.NotAFit.Code ? Given.NotAFit.In(language) : code,
        PageOf = lead => $"{Given.Site}leads/{lead.Lead.Value}",
        Links = [new("meeting", $"{Given.Site}meeting")],
    };

    public static ProposalMail Proposal(LetterKind kind, Language language) => new(
        kind,
        Handoff.Agreements.Signing.Proposal.Empty with
        {
            Terms = new("content", "2027-01", new(2027, 1, 1), new("giulia"), new("paolo")),
            Since = Given.Start,
            InForceAt = Given.Start + Duration.FromHours(14),
        },
        [new AgreementChange(AgreementChapter.Tiers, "The accept clock of hot leads: 10 minutes, was 5 minutes.")],
        ["Giulia Ferri", "Paolo Conti"], ByNewer: true)
    {
        Reader = Given.Reader(language),
        Organisation = Company,
        Now = Given.Start,
        Zone = "Europe/Rome",
        Links = [new("sign", $"{Given.Site}agreement/sign"), new("agreement", $"{Given.Site}agreement")],
    };

    private static MeetingInvited Invited(int sequence) => new(
        Given.Start, 3, Instant.FromUtc(2026, 12, 1, 9, 0), new(2026, 12, 1), 45, sequence,
        new([Returned(1, "spring_fair", isContested: true), Returned(2, Dimension.None, isContested: false)], [], []));

    private static AgendaLead Returned(int number, string campaign, bool isContested) => new(
        new($"lead-{number}"), Given.Start - Duration.FromDays(number), campaign, Given.NotAFit.Code, Outcome: null, Worth: null,
        isContested);

    private static DecisionMail Decision(Language language, LocalDate due) => new(new(
        1, Given.Start, new("giulia"), "Call within the hour\nand say so", new("paolo"), due, "contacted_in_time", 90, Given.Start, null))
    {
        Reader = Given.Reader(language),
        Organisation = Company,
        Now = Given.Start,
        Links = [new("meeting", $"{Given.Site}meeting")],
    };
}
