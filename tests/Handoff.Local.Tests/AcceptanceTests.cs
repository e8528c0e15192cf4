using Handoff.Acceptance;
using Handoff.Acceptance.Api;
using Handoff.Acceptance.Desk;
using Handoff.Acceptance.Security;
using Handoff.Local.Tests.Hosting;

namespace Handoff.Local.Tests;

// The suite that both hosts pass, on the embedded one.
public sealed class AuditTests : AuditTests<RunningHost>;

public sealed class BadInputTests : BadInputTests<RunningHost>;

public sealed class BounceTests : BounceTests<RunningHost>;

public sealed class ForgettingTests : ForgettingTests<RunningHost>;

public sealed class PersonDataTests : PersonDataTests<RunningHost>;

public sealed class NothingLeftTests : NothingLeftTests<RunningHost>;

public sealed class RetentionTests : RetentionTests<RunningHost>;

public sealed class SigningTests : SigningTests<RunningHost>;

public sealed class DeclineAndUndoTests : DeclineAndUndoTests<RunningHost>;

public sealed class DeskTests : DeskTests<RunningHost>;

public sealed class BoardTests : BoardTests<RunningHost>;

public sealed class LeadActTests : LeadActTests<RunningHost>;

public sealed class OptionalClockTests : OptionalClockTests<RunningHost>;

public sealed class MemberTests : MemberTests<RunningHost>;

public sealed class PaperTests : PaperTests<RunningHost>;

public sealed class ScorecardTests : ScorecardTests<RunningHost>;

public sealed class LeadListTests : LeadListTests<RunningHost>;

public sealed class FeedbackTests : FeedbackTests<RunningHost>;

public sealed class ConsentTests : ConsentTests<RunningHost>;

public sealed class QuarantineTests : QuarantineTests<RunningHost>;

public sealed class SourcesTests : SourcesTests<RunningHost>;

public sealed class MeetingTests : MeetingTests<RunningHost>;

public sealed class NamesTests : NamesTests<RunningHost>;

public sealed class SignInTests : SignInTests<RunningHost>;

public sealed class OpenIdTests : OpenIdTests<RunningHost>;

public sealed class BusyCalendarTests : BusyCalendarTests<RunningHost>;

public sealed class ErasureTests : ErasureTests<RunningHost>;

public sealed class EveryRouteTests : EveryRouteTests<RunningHost>;

public sealed class ApiKeyTests : ApiKeyTests<RunningHost>;

public sealed class LeadItemsTests : LeadItemsTests<RunningHost>;

public sealed class EventFeedTests : EventFeedTests<RunningHost>;

public sealed class LeadContactTests : LeadContactTests<RunningHost>;

public sealed class ProblemTests : ProblemTests<RunningHost>;

public sealed class HealthTests : HealthTests<RunningHost>;

public sealed class IntakeTests : IntakeTests<RunningHost>;

public sealed class LinkTests : LinkTests<RunningHost>;

public sealed class ManagerAndAbsenceTests : ManagerAndAbsenceTests<RunningHost>;

public sealed class QueueTests : QueueTests<RunningHost>;

public sealed class CompressedBodyTests : CompressedBodyTests<RunningHost>;

public sealed class ConfusedLinkTests : ConfusedLinkTests<RunningHost>;

public sealed class EndsOfTimeTests : EndsOfTimeTests<RunningHost>;

public sealed class EveryAddressTests : EveryAddressTests<RunningHost>;

public sealed class MassAssignmentTests : MassAssignmentTests<RunningHost>;

public sealed class OtherSitesTests : OtherSitesTests<RunningHost>;

public sealed class TheWholeHandoffTests : TheWholeHandoffTests<RunningHost>;
