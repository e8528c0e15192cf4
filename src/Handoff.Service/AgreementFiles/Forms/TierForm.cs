using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A class of leads as written.</summary>
internal sealed record TierForm(
    Field<string> Name, Field<ConditionForm> When, Field<ClocksForm> Clocks, Field<AskForm> AskTheLead,
    Field<ImmutableArray<Entry<string>>> Says)
{
    public static readonly Shape<TierForm> Shape = Record.Of(k => new TierForm(
        k.Required("name", "The tier's name.", Scalars.Text),
        k.Optional(
            "when", "Which leads are of this tier, if no tier before it matched. The last tier leaves it out.", ConditionShape.Instance),
        k.Required("clocks", "The promises that are measured.", ClocksForm.Shape),
        k.Optional("ask_the_lead", "Ask the lead whether somebody called.", AskForm.Shape),
        k.Optional("says", "What people read in its place, by language: en, it; the name if not said.", SpokenForm.Name)));

    public Tier Build() => new()
    {
        Name = Name.Value,
        Says = SpokenForm.Build(Says),
        When = When.IsWritten ? When.Value.Condition : Condition.Always,
        Accept = Clocks.Value.Accept.Value.Build(),
        FirstContact = Clocks.Value.FirstContact.Value.Build(),
        Feedback = Clocks.Value.Feedback.Value.Build(),
        Outcome = Clocks.Value.Outcome.IsWritten ? Clocks.Value.Outcome.Value.Build() : null,
        Confirm = Clocks.Value.Confirm.IsWritten ? Clocks.Value.Confirm.Value.Build() : null,
        AskTheLeadAfter = AskTheLead.IsWritten ? AskTheLead.Value.After.Value : null,
    };
}

/// <summary>The three clocks of a tier as written, and the two optional ones.</summary>
internal sealed record ClocksForm(
    Field<ClockForm> Accept, Field<ClockForm> FirstContact, Field<ClockForm> Feedback, Field<ClockForm> Outcome, Field<ClockForm> Confirm)
{
    public static readonly Shape<ClocksForm> Shape = Record.Of(k => new ClocksForm(
        k.Required("accept", "From qualification until a rep accepts.", ClockForm.Shape),
        k.Required("first_contact", "From acceptance until the rep has spoken to the lead.", ClockForm.Shape),
        k.Required("feedback", "From the first contact until sales says what became of it.", ClockForm.Shape),
        k.Optional(
            "outcome", "From sales qualified until the rep says won, lost, or still open, and then anew. Its ladder does not reassign.",
            ClockForm.Shape),
        k.Optional(
            "confirm", "From when a manager gives an accepted lead to a rep until the rep confirms it. Its ladder does not reassign.",
            ClockForm.Shape)));

    public IEnumerable<Field<ClockForm>> All => [Accept, FirstContact, Feedback, Outcome, Confirm];

    /// <summary>Those of a lead that no ladder passes on.</summary>
    public IEnumerable<Field<ClockForm>> Staying => [Outcome, Confirm];
}

/// <summary>The terms of a clock as written.</summary>
internal sealed record ClockForm(Field<Within> Within, Field<string> Ladder, Field<ClockMode> Mode)
{
    public static readonly Shape<ClockForm> Shape = Record.Of(k => new ClockForm(
        k.Required("within", "The promised time: minutes, hours or working days, such as 30m, 4h, 2d.", Scalars.Length),
        k.Required("ladder", "The name of the ladder that is climbed meanwhile.", Scalars.Text),
        k.Optional("clock", "business counts open time only and is the default; elapsed runs always.", Words.ClockMode)));

    public ClockTerms Build() => new(Within.Value, Ladder.Value, Mode.Or(ClockMode.Business));
}

/// <summary>When the lead is asked, as written.</summary>
internal sealed record AskForm(Field<Within> After)
{
    public static readonly Shape<AskForm> Shape = Record.Of(
        k => new AskForm(k.Required("after", "How long after acceptance.", Scalars.Length)));
}

internal sealed record RungForm(Field<int> At, Field<bool> Remind, Field<AlertTarget> Alert, Field<bool> Reassign)
{
    public static readonly Shape<RungForm> Shape = Record.Of(k => new RungForm(
        k.Required("at", "The share of the clock at which it falls due, such as 80%; it may be above 100%.", Scalars.Percent(1, 10_000)),
        k.Optional("remind", "rep: the rep is reminded.", Words.Rep),
        k.Optional("alert", "Who is told: manager or director.", Words.AlertTarget),
        k.Optional("reassign", "next: the lead goes to the next rep.", Words.Next)));

    public static readonly Shape<ImmutableArray<Field<RungForm>>> Ladder = Shape.List(empty: "the ladder has no rungs");

    public bool DoesSomething => Remind.IsWritten || Alert.IsWritten || Reassign.IsWritten;

    public Rung Build() => new(At.Value, Remind.Or(false), Alert.IsWritten ? Alert.Value : null, Reassign.Or(false));
}
