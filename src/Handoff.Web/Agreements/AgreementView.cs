using Handoff.Agreements.Words;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Handoff.Web.Desk;
using NodaTime;

namespace Handoff.Web.Agreements;

/// <summary>What the page of the agreement shows.</summary>
public sealed record AgreementView(DeskView Desk, ComparedAgreement Compared)
{
    /// <summary>A changed agreement that does not act yet; null: there is none.</summary>
    public StandingProposal? Proposal { get; init; }

    /// <summary>Who signed the version in force; null: it need not be signed.</summary>
    public string? Signatures { get; init; }

    public AgreementTexts Texts => new(Desk.Viewer.Language);

    /// <summary>The chapters with what they say.</summary>
    internal IEnumerable<IGrouping<AgreementChapter, AgreementTerm>> Chapters =>
        Compared.Chosen is { } chosen ? chosen.Terms.Where(term => !term.IsForComparing).GroupBy(term => term.Chapter) : [];

    /// <summary>What a version is called: its name, and since when.</summary>
    internal string Name(AgreementVersion version) => version.From is not { } from ? version.Name
        : Desk.Time.Texts.Fill(version.IsOfPeople ? Texts.PeopleFrom : Texts.InForceFrom, version.Name, Moment(from));

    private string Moment(Instant at)
    {
        var (date, time) = at.InZone(Desk.Viewer.Zone).LocalDateTime;
        return $"{Desk.Time.Texts.Date(date, withYear: true)}, {Desk.Time.Texts.TimePattern.Format(time)}";
    }
}
