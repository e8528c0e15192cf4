using Handoff.Acceptance;
using Handoff.Acceptance.Api;
using Handoff.Acceptance.Desk;
using Handoff.Acceptance.Security;
using HandoffFunctions.Tests.Engine;

namespace HandoffFunctions.Tests;

// The suite that both hosts pass, on the Functions app.
public sealed class AuditTests : AuditTests<DevelopmentHost>;

public sealed class BadInputTests : BadInputTests<DevelopmentHost>;

public sealed class BounceTests : BounceTests<DevelopmentHost>;

public sealed class ForgettingTests : ForgettingTests<DevelopmentHost>;

public sealed class PersonDataTests : PersonDataTests<DevelopmentHost>;

public sealed class NothingLeftTests : NothingLeftTests<DevelopmentHost>;

public sealed class RetentionTests : RetentionTests<DevelopmentHost>;

public sealed class SigningTests : SigningTests<DevelopmentHost>;

public sealed class DeclineAndUndoTests : DeclineAndUndoTests<DevelopmentHost>;

public sealed class DeskTests : DeskTests<DevelopmentHost>;

public sealed class BoardTests : BoardTests<DevelopmentHost>;

public sealed class LeadActTests : LeadActTests<DevelopmentHost>;

public sealed class OptionalClockTests : OptionalClockTests<DevelopmentHost>;

public sealed class MemberTests : MemberTests<DevelopmentHost>;

public sealed class PaperTests : PaperTests<DevelopmentHost>;

public sealed class ScorecardTests : ScorecardTests<DevelopmentHost>;

public sealed class LeadListTests : LeadListTests<DevelopmentHost>;

public sealed class FeedbackTests : FeedbackTests<DevelopmentHost>;

public sealed class ConsentTests : ConsentTests<DevelopmentHost>;

public sealed class QuarantineTests : QuarantineTests<DevelopmentHost>;

public sealed class SourcesTests : SourcesTests<DevelopmentHost>;

public sealed class MeetingTests : MeetingTests<DevelopmentHost>;

public sealed class NamesTests : NamesTests<DevelopmentHost>;

public sealed class SignInTests : SignInTests<DevelopmentHost>;

public sealed class OpenIdTests : OpenIdTests<DevelopmentHost>;

public sealed class BusyCalendarTests : BusyCalendarTests<DevelopmentHost>;

public sealed class ErasureTests : ErasureTests<DevelopmentHost>;

public sealed class EveryRouteTests : EveryRouteTests<DevelopmentHost>;

public sealed class ApiKeyTests : ApiKeyTests<DevelopmentHost>;

public sealed class LeadItemsTests : LeadItemsTests<DevelopmentHost>;

public sealed class EventFeedTests : EventFeedTests<DevelopmentHost>;

public sealed class LeadContactTests : LeadContactTests<DevelopmentHost>;

public sealed class ProblemTests : ProblemTests<DevelopmentHost>;

public sealed class HealthTests : HealthTests<DevelopmentHost>;

public sealed class IntakeTests : IntakeTests<DevelopmentHost>;

public sealed class LinkTests : LinkTests<DevelopmentHost>;

public sealed class ManagerAndAbsenceTests : ManagerAndAbsenceTests<DevelopmentHost>;

public sealed class QueueTests : QueueTests<DevelopmentHost>;

public sealed class CompressedBodyTests : CompressedBodyTests<DevelopmentHost>;

public sealed class ConfusedLinkTests : ConfusedLinkTests<DevelopmentHost>;

public sealed class EndsOfTimeTests : EndsOfTimeTests<DevelopmentHost>;

public sealed class EveryAddressTests : EveryAddressTests<DevelopmentHost>;

public sealed class MassAssignmentTests : MassAssignmentTests<DevelopmentHost>;

public sealed class OtherSitesTests : OtherSitesTests<DevelopmentHost>;

public sealed class TheWholeHandoffTests : TheWholeHandoffTests<DevelopmentHost>;

public sealed class EveryRouteInProductionTests : EveryRouteTests<ProductionHost>;
