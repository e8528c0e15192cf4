using Handoff.Agreements;
using Handoff.Leads;
using Handoff.Qualification;
using Handoff.Qualification.Origins;
using Handoff.Service.Company;
using Handoff.Service.Importing;
using Handoff.Service.Leads;
using Handoff.Service.Storage;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Intake;

/// <summary>Takes leads from sources: parse, normalise, find duplicates, score, store; durable before the answer.</summary>
public sealed class LeadIntake(
    CompanyInForce company, LookupKeys keys, EarlierLeads earlier, DeliveryMemory deliveries, SourceLimits limits, IntakeLimit waiting,
    DimensionValues values, SamePerson samePerson, Contention contention, LeadTurns turns, IClock clock)
{
    private const string TestField = "is_test";

    private static readonly PersonKeys Nobody = new(null, null, null, null);

    /// <summary>Receives one lead. The same vendor delivery changes nothing and gets the same answer.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot write; the vendor is to try again.</exception>
    public async Task<IntakeAnswer> ReceiveAsync(IntakeRequest request, CancellationToken cancellation)
    {
        var source = request.Source;
        if (limits.Count(source) is { } retryAfter)
            return new IntakeAnswer.TooMany(retryAfter);

        using var place = waiting.TryEnter();
        if (place is null)
            return new IntakeAnswer.TooMany(RetryAfterSeconds: 1);
        var (fields, traces) = FormTraces.Taken(request.Fields);
        request = request with { Traces = traces };
        return await ReceiveAsync(source, LeadForm.Mapped(source, fields, request.Aliases), request, cancellation);
    }

    private async Task<IntakeAnswer> ReceiveAsync(LeadSource source, LeadForm form, IntakeRequest request, CancellationToken cancellation)
    {
        var contact = Contact.Normalise(form, source.DefaultCountry);
        var person = contact is ContactResult.Usable { Contact: var who } ? await keys.PersonAsync(who, cancellation) : null;
        using var turn = await samePerson.EnterAsync(person, cancellation);
        for (var attempts = contention.Begin(); ; await attempts.OvertakenAsync(cancellation))
        {
            // Most leads are new: the store may take that for granted, until a commit conflicts.
            var isSure = attempts.IsAgain || request.JoinsOnly;
            var delivery = await deliveries.FindAsync(request, person?.Group, isSure, cancellation);
            if (delivery.Answer is { } given)
            {
                using var again = given is IntakeAnswer.Stored known ? Spans.Intake(known.Id) : null;
                again?.SetTag("handoff.outcome", "repeated").SetTag("handoff.source", source.Name);
                if (given is IntakeAnswer.Stored lead && request.Meeting is { IsMoved: true, Ends: { } ends }
                    && !await deliveries.WentOnAsync(delivery, cancellation))
                {
                    var remembers = DeliveryMemory.Next(delivery, lead, request, clock.GetCurrentInstant());
                    await turns.DecideAsync(lead.Id, [new MoveMeeting(ends)], remembers, null, cancellation);
                }

                return given;
            }

            if (contact is ContactResult.Missing missing && !request.KeepsAll)
                return new IntakeAnswer.Unusable(missing.Problems);
            var (whoever, held) = contact switch
            {
                ContactResult.Usable usable => (usable.Contact, request.Held),
                ContactResult.Missing nobody => (nobody.Contact, request.Held ?? QuarantineCause.NoContact),
                _ => throw new InvalidOperationException("A contact is usable or misses something."),
            };
            // Else somebody claimed the same person or delivery meanwhile: look again, it may be a duplicate now.
            if (await StoreAsync(source, form, whoever, person ?? Nobody, delivery, request, held, isSure, cancellation) is { } stored)
                return stored;
        }
    }

    private async Task<IntakeAnswer?> StoreAsync(
        LeadSource source, LeadForm form, Contact contact, PersonKeys person, DeliveryLookup delivery, IntakeRequest request,
        QuarantineCause? held, bool isSure, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var id = NewLeadId.At(now);
        using var span = Spans.Intake(id);
        var known = await earlier.FindAsync(contact, person, now, isSure, cancellation);
        if (request.JoinsOnly && known.Open is null)
            return new IntakeAnswer.NothingToJoin();
        var agreement = company.Agreement;
        var facts = new LeadFacts(form, contact, source.Name, known.Touches.Length);
        var assessment = Qualify.Assess(agreement, facts);
        facts = facts.WithScore(assessment.Score).WithTier(assessment.Tier);
        var team = known.TeamOr(Territory.ChooseTeam(company.Staff, facts, agreement.Lists));
        var host = request.Host is { } address ? company.Staff.FindByAddress(address) : null;
        var verdict = source.Honeypot is { } honeypot && IsFilledIn(request, honeypot) ? ReceptionVerdict.Spam
            : held is not null ? ReceptionVerdict.Quarantined
            : known.Open is not null ? ReceptionVerdict.Duplicate
            // Who booked a meeting is with its host, whatever the points.
            : assessment.IsQualified || host is not null ? ReceptionVerdict.Qualified
            : ReceptionVerdict.BelowThePoints;
        var isApart = verdict is ReceptionVerdict.Spam or ReceptionVerdict.Quarantined;
        var of = verdict == ReceptionVerdict.Duplicate ? known.Open : null;
        var origin = await values.AdmittedAsync(
            Origin.Of(agreement, source, form, contact, facts), admits: !isApart, cancellation);
        var consent = ConsentReading.Of(source, form, field => Posted(request, field), request.Page, now);
        var reception = Reception.Of(id, source.Name, agreement, assessment, contact, team) with
        {
            ExistingOwner = known.Owner,
            Earlier = known.Ended,
            HandoffEndedAt = known.HandoffEndedAt,
            Dimensions = consent is null ? origin.Dimensions
                : origin.Dimensions.SetItem(Dimension.ConsentContact, consent.Given ? "yes" : "no"),
            FirstTouch = known.FirstTouch ?? origin.First,
            LastTouch = origin.Last,
            Touches = known.Touches.Length,
            Meeting = request.Meeting,
            Consents = consent?.Given ?? Consent.Read(form[KnownFields.ContactConsent]),
            IsTest = IsTest(request) || (!source.CountsImports && RowPost.IsKey(request.IdempotencyKey)),
        };
        var answer = new IntakeAnswer.Stored(id, StatusWord(verdict), assessment.Tier, assessment.Score, of);
        var key = LeadVault.NewKey();
        var record = LeadRecord.Of(form, contact, request.Traces) with { Consent = consent };
        var booked = verdict == ReceptionVerdict.Qualified && host is not null ? new TakeLead(host.Id, request.Meeting?.Ends) : null;
        var isStored = await turns.BeginAsync(new(reception, verdict, of, isApart ? held : null), booked, new()
        {
            NewKey = key,
            Record = LeadVault.Seal(id.Value, key, record),
            Opened = record,
            Lookups = [.. isApart ? []
                : known.Claims(id, of, now), .. DeliveryMemory.Claims(delivery, answer, request, now)],
        }, cancellation);
        span?.SetTag("handoff.outcome", isStored ? answer.Status : "overtaken")
            .SetTag("handoff.source", source.Name).SetTag("handoff.tier", answer.Tier);
        return isStored ? answer : null;
    }

    private static string StatusWord(ReceptionVerdict verdict) => verdict switch
    {
        ReceptionVerdict.Qualified => LeadStatus.Qualified.Word(),
        ReceptionVerdict.BelowThePoints => LeadStatus.Nurture.Word(),
        ReceptionVerdict.Spam => LeadStatus.Discarded.Word(),
        ReceptionVerdict.Quarantined => LeadStatus.Quarantined.Word(),
        ReceptionVerdict.Duplicate => LeadStatus.Duplicate.Word(),
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "A verdict has a status."),
    };

    /// <summary>Whether the vendor says that it is a test, as Google's lead forms do.</summary>
    private static bool IsTest(IntakeRequest request) =>
        request.IsTest || Posted(request, TestField)?.Trim().ToLowerInvariant() is "true" or "1" or "yes";

    private static bool IsFilledIn(IntakeRequest request, string field) => !string.IsNullOrWhiteSpace(Posted(request, field));

    private static string? Posted(IntakeRequest request, string field) =>
        request.Fields.GetValueOrDefault(request.Aliases.GetValueOrDefault(field, field));
}
