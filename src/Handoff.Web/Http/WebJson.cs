using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Handoff.Service.Figures;
using Handoff.Service.Health;
using Handoff.Service.Leads;
using Handoff.Service.People;
using Handoff.Service.Privacy;
using Handoff.Web.Administration;
using Handoff.Web.Agreements;
using Handoff.Web.Api;
using Handoff.Web.Consent;
using Handoff.Web.Figures;
using Handoff.Web.Health;
using Handoff.Web.Intake;
using Handoff.Web.MailboxPages;
using Handoff.Web.Problems;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Handoff.Web.Http;

/// <summary>How everything is written as JSON: camelCase, instants as ISO 8601 in UTC, contracts made by the compiler.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(InstantJson)])]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(ProblemKind))]
[JsonSerializable(typeof(ImmutableArray<ProblemKind>))]
[JsonSerializable(typeof(IntakeReceipt))]
[JsonSerializable(typeof(LeadView))]
[JsonSerializable(typeof(PersonView))]
[JsonSerializable(typeof(ImmutableArray<PersonView>))]
[JsonSerializable(typeof(OutcomeReport))]
[JsonSerializable(typeof(ConsentReport))]
[JsonSerializable(typeof(AbsenceReport))]
[JsonSerializable(typeof(PersonNamed))]
[JsonSerializable(typeof(PersonFile))]
[JsonSerializable(typeof(ErasedPerson))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(HeartbeatReport))]
[JsonSerializable(typeof(Liveness))]
[JsonSerializable(typeof(ImmutableArray<MailboxEntry>))]
[JsonSerializable(typeof(AuditPage))]
[JsonSerializable(typeof(ImmutableArray<KeyView>))]
[JsonSerializable(typeof(KeyReport))]
[JsonSerializable(typeof(KeyMade))]
[JsonSerializable(typeof(LeadItems))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(AgreementReport))]
[JsonSerializable(typeof(HeadReport))]
[JsonSerializable(typeof(MetricReport))]
[JsonSerializable(typeof(MetricReceipt))]
internal sealed partial class WebJson : JsonSerializerContext;

/// <summary>An instant as <c>2026-11-24T09:00:00Z</c>.</summary>
internal sealed class InstantJson() : DelegatingConverterBase<Instant>(NodaConverters.InstantConverter);
