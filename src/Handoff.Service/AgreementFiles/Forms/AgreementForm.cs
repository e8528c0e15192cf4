using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary><c>agreement.yaml</c> as written.</summary>
internal sealed record AgreementForm
{
    public const string File = "agreement.yaml";

    private static readonly Key<string> VersionKey = new("agreement", "The version's name, such as 2026-11. Signed content never changes under a name.", Scalars.Text, IsRequired: true);
    private static readonly Key<string> OrganisationKey = new("organisation", "The company.", Scalars.Text, IsRequired: true);
    private static readonly Key<DateTimeZone> ZoneKey = new("time_zone", "The IANA time zone of weeks, months and report times, such as Europe/Rome.", Times.Zone, IsRequired: true);
    private static readonly Key<Language> LanguageKey = new("language", "The language of messages to people who have not chosen one.", Words.Language, IsRequired: true);
    private static readonly Key<SignedForm> SignedKey = new("signed", "The two heads who sign.", SignedForm.Shape, IsRequired: true);
    private static readonly Key<QualificationForm> QualificationKey = new("qualification", "What both sides call a qualified lead.", QualificationForm.Shape, IsRequired: true);
    private static readonly Key<ImmutableArray<Field<TierForm>>> TiersKey = new(
        "tiers", "Classes of leads with their own clocks; a lead is of the first that matches.", new ListShape<TierForm>(TierForm.Shape), IsRequired: true);
    private static readonly Key<ImmutableArray<Entry<ImmutableArray<Field<RungForm>>>>> LaddersKey = new(
        "ladders", "What happens at which share of a clock, by the ladder's name.", new MapShape<ImmutableArray<Field<RungForm>>>(RungForm.Ladder, "there are no ladders"), IsRequired: true);
    private static readonly Key<ImmutableArray<Field<ReasonForm>>> ReasonsKey = new(
        "reasons", "Why a rep declines an offer, or returns a lead.", new ListShape<ReasonForm>(ReasonForm.Shape), IsRequired: true);
    private static readonly Key<ImmutableArray<Entry<ListForm>>> ListsKey = new(
        "lists", "Named lists for in and not_in. A list replaces the built-in one of its name; add adds to it.", new MapShape<ListForm>(ListForm.Shape));
    private static readonly Key<ImmutableArray<Field<DimensionForm>>> DimensionsKey = new(
        "dimensions", "What leads are counted by; recorded with each lead and never personal. campaign, medium, source, form and size if not said.",
        new ListShape<DimensionForm>(DimensionForm.Shape, empty: null));
    private static readonly Key<ImmutableArray<Field<ContactWay>>> ContactCountsKey = new(
        "contact_counts", "The ways of contact that keep the promise of a first contact: called, meeting and e-mailed if not said.",
        new ListShape<ContactWay>(Words.ContactWay));
    private static readonly Key<CommitmentsForm> CommitmentsKey = new("commitments", "What each side owes the other.", CommitmentsForm.Shape);
    private static readonly Key<AlertsForm> AlertsKey = new("alerts", "How alerts reach a person.", AlertsForm.Shape);
    private static readonly Key<AlignmentForm> AlignmentKey = new("alignment", "When the two teams get the report and meet.", AlignmentForm.Shape);

    public static readonly Shape<AgreementForm> Shape = new RecordShape<AgreementForm>(
        keys => new AgreementForm
        {
            At = keys.At,
            Version = keys.Get(VersionKey),
            Organisation = keys.Get(OrganisationKey),
            TimeZone = keys.Get(ZoneKey),
            Language = keys.Get(LanguageKey),
            Signed = keys.Get(SignedKey),
            Qualification = keys.Get(QualificationKey),
            Tiers = keys.Get(TiersKey),
            Ladders = keys.Get(LaddersKey),
            Reasons = keys.Get(ReasonsKey),
            Lists = keys.Get(ListsKey),
            Dimensions = keys.Get(DimensionsKey),
            ContactCounts = keys.Get(ContactCountsKey),
            Commitments = keys.Get(CommitmentsKey),
            Alerts = keys.Get(AlertsKey),
            Alignment = keys.Get(AlignmentKey),
        },
        VersionKey, OrganisationKey, ZoneKey, LanguageKey, SignedKey, QualificationKey, TiersKey, LaddersKey, ReasonsKey, ListsKey, DimensionsKey,
        ContactCountsKey, CommitmentsKey, AlertsKey, AlignmentKey);

    public required Place At { get; init; }

    public required Field<string> Version { get; init; }

    public required Field<string> Organisation { get; init; }

    public required Field<DateTimeZone> TimeZone { get; init; }

    public required Field<Language> Language { get; init; }

    public required Field<SignedForm> Signed { get; init; }

    public required Field<QualificationForm> Qualification { get; init; }

    public required Field<ImmutableArray<Field<TierForm>>> Tiers { get; init; }

    public required Field<ImmutableArray<Entry<ImmutableArray<Field<RungForm>>>>> Ladders { get; init; }

    public required Field<ImmutableArray<Field<ReasonForm>>> Reasons { get; init; }

    public required Field<ImmutableArray<Entry<ListForm>>> Lists { get; init; }

    public required Field<ImmutableArray<Field<DimensionForm>>> Dimensions { get; init; }

    public required Field<ImmutableArray<Field<ContactWay>>> ContactCounts { get; init; }

    public required Field<CommitmentsForm> Commitments { get; init; }

    public required Field<AlertsForm> Alerts { get; init; }

    public required Field<AlignmentForm> Alignment { get; init; }
}

/// <summary>Who signs, as written.</summary>
internal sealed record SignedForm(Field<PersonId> Marketing, Field<PersonId> Sales)
{
    private static readonly Key<PersonId> MarketingKey = new("marketing", "The address of the head of marketing.", Scalars.Address, IsRequired: true);
    private static readonly Key<PersonId> SalesKey = new("sales", "The address of the head of sales.", Scalars.Address, IsRequired: true);

    public static readonly Shape<SignedForm> Shape = new RecordShape<SignedForm>(keys => new SignedForm(keys.Get(MarketingKey), keys.Get(SalesKey)), MarketingKey, SalesKey);
}

/// <summary>How alerts reach a person, as written.</summary>
internal sealed record AlertsForm(Field<Within> GroupWithin, Field<int> BehindPaceAt)
{
    private static readonly Key<Within> GroupKey = new("group_within", "After a first alert, what follows in this time goes as one e-mail; in m or h, 5m if not said.", Scalars.Length);
    private static readonly Key<int> PaceKey = new("behind_pace_at", "The share of a period after which a side behind its pace is warned; 50% if not said.", Scalars.Percent(1, 100));

    public static readonly Shape<AlertsForm> Shape = new RecordShape<AlertsForm>(keys => new AlertsForm(keys.Get(GroupKey), keys.Get(PaceKey)), GroupKey, PaceKey);
}
