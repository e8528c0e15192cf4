using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Shapes;
using NodaTime;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How alerts reach a person, as written.</summary>
internal sealed record AlertsForm(
    Field<Within> GroupWithin, Field<int> BehindPaceAt, Field<LocalTime> ReturnsAt, Field<Within> AcknowledgedFor)
{
    public static readonly Shape<AlertsForm> Shape = Record.Of(k => new AlertsForm(
        k.Optional(
            "group_within",
            "After a first alert, what follows in this time goes as one e-mail; in m or h, 5m if not said.", Scalars.Length),
        k.Optional(
            "behind_pace_at",
            "The share of a period after which a side behind its pace is warned; 50% if not said.", Scalars.Percent(1, 100)),
        k.Optional(
            "returns_at",
            "When marketing hears of what came back, once a working day; 08:30 if not said.", Times.Hour),
        k.Optional(
            "acknowledged_for",
            "How long who says \"I am on it\" gets no alerts about that lead; in m or h, 1h if not said.", Scalars.Length)));

    public AlertTerms Build()
    {
        var usual = AlertTerms.Usual;
        return new(GroupWithin.IsWritten ? GroupWithin.Value.Measured : usual.GroupWithin, BehindPaceAt.Or(usual.BehindPaceAt))
        {
            ReturnsAt = ReturnsAt.Or(usual.ReturnsAt),
            AcknowledgedFor = AcknowledgedFor.IsWritten ? AcknowledgedFor.Value.Measured : usual.AcknowledgedFor,
        };
    }
}
