using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.AgreementFiles.Meaning;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>agreement.yaml</c> as written.</summary>
internal sealed record AgreementForm(
    Place At,
    Field<string> Version,
    Field<string> Organisation,
    Field<DateTimeZone> TimeZone,
    Field<Language> Language,
    Field<SignedForm> Signed,
    Field<bool> Signing,
    Field<LocalDate> From,
    Field<bool> AskBasis,
    Field<QualificationForm> Qualification,
    Field<ImmutableArray<Field<TierForm>>> Tiers,
    Field<ImmutableArray<Entry<ImmutableArray<Field<RungForm>>>>> Ladders,
    Field<ImmutableArray<Field<ReasonForm>>> Reasons,
    Field<ImmutableArray<Entry<ListForm>>> Lists,
    Field<ImmutableArray<Field<DimensionForm>>> Dimensions,
    Field<ImmutableArray<Field<ContactWay>>> ContactCounts,
    Field<CommitmentsForm> Commitments,
    FiguresForm Figures,
    Field<AlertsForm> Alerts,
    Field<AlignmentForm> Alignment,
    Field<RetentionForm> Retention)
{
    public const string File = "agreement.yaml";

    public static readonly Shape<AgreementForm> Shape = Record.Of(k => new AgreementForm(
        k.At,
        k.Required("agreement", "The version's name, such as 2026-11. Signed content never changes under a name.", Scalars.Text),
        k.Required("organisation", "The company.", Scalars.Text),
        k.Required("time_zone", "The IANA time zone of weeks, months and report times, such as Europe/Rome.", Times.Zone),
        k.Required("language", "The language of messages to people who have not chosen one.", Words.Language),
        k.Required("signed", "The two heads who sign.", SignedForm.Shape),
        k.Optional(
            "signing", "required: whatever changes this version is a proposal until both heads have signed it; not_required if not said.",
            Scalars.Choice(("required", true), ("not_required", false))),
        k.Optional(
            "from", "The first day on which this version counts, where it has to be signed; the day after the second signature if earlier.",
            Times.Date),
        k.Optional(
            "ask_basis",
            "Who may be asked by ask_the_lead: consent, if not said: who agreed to be contacted; service: everybody who asked. Ask a "
                + "lawyer first.",
            Scalars.Choice(("consent", false), ("service", true))),
        k.Required("qualification", "What both sides call a qualified lead.", QualificationForm.Shape),
        k.Required("tiers", "Classes of leads with their own clocks; a lead is of the first that matches.", TierForm.Shape.List()),
        k.Required(
            "ladders", "What happens at which share of a clock, by the ladder's name.", RungForm.Ladder.ByName("there are no ladders")),
        k.Required("reasons", "Why a rep declines an offer, or returns a lead.", ReasonForm.Shape.List()),
        k.Optional(
            "lists", "Named lists for in and not_in. A list replaces the built-in one of its name; add adds to it.",
            ListForm.Shape.ByName()),
        k.Optional(
            "dimensions",
            "What leads are counted by; recorded with each lead and never personal. campaign, medium, source, form and size if not said.",
            DimensionForm.Shape.List(empty: null)),
        k.Optional(
            "contact_counts", "The ways of contact that keep the promise of a first contact: called, meeting and e-mailed if not said.",
            Words.ContactWay.List()),
        k.Optional("commitments", "What each side owes the other.", CommitmentsForm.Shape),
        FiguresForm.In(k),
        k.Optional("alerts", "How alerts reach a person.", AlertsForm.Shape),
        k.Optional("alignment", "When the two teams get the report and meet.", AlignmentForm.Shape),
        k.Optional(
            "retention", "How long the personal data of leads is kept after they ended; until somebody erases it if not said.",
            RetentionForm.Shape)));

    /// <summary>The agreement of a folder without mistakes.</summary>
    public Agreement Build() => new()
    {
        Version = Version.Value,
        Organisation = Organisation.Value,
        TimeZone = TimeZone.Value,
        Language = Language.Value,
        SignedByMarketing = Signed.Value.Marketing.Value,
        SignedBySales = Signed.Value.Sales.Value,
        RequiresSignatures = Signing.Or(false),
        AsksAsService = AskBasis.Or(false),
        Begins = From.IsWritten ? From.Value : null,
        Qualification = Qualification.Value.Build(),
        Tiers = [.. Tiers.Value.Select(tier => tier.Value.Build())],
        Ladders = Ladders.Value.ToImmutableDictionary(
            ladder => ladder.Name.Value,
            ladder => new Ladder(ladder.Name.Value, [.. ladder.Value.Value.Select(rung => rung.Value.Build())]),
            StringComparer.Ordinal),
        Reasons = [.. Reasons.Value.Select(reason => reason.Value.Build())],
        Lists = ListMeaning.Build(Lists),
        Dimensions = DimensionMeaning.Build(Dimensions),
        Alerts = Alerts.IsWritten ? Alerts.Value.Build() : AlertTerms.Usual,
        ContactCounts = ContactCounts.IsWritten ? [.. ContactCounts.Value.Select(way => way.Value).Distinct()] : default,
        Commitments = Commitments.IsWritten ? Commitments.Value.Build() : [],
        Figures = Figures.Build(),
        Alignment = Alignment.IsWritten ? Alignment.Value.Build() : null,
        Retention = Retention.IsWritten ? Retention.Value.Build() : null,
    };
}

internal sealed record SignedForm(Field<PersonId> Marketing, Field<PersonId> Sales)
{
    public static readonly Shape<SignedForm> Shape = Record.Of(k => new SignedForm(
        k.Required("marketing", "The address of the head of marketing.", Scalars.Address),
        k.Required("sales", "The address of the head of sales.", Scalars.Address)));
}
