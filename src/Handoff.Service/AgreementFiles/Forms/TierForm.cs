using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>A class of leads as written.</summary>
internal sealed record TierForm(Field<string> Name, Field<ConditionForm> When, Field<ClocksForm> Clocks, Field<AskForm> AskTheLead)
{
    private static readonly Key<string> NameKey = new("name", "The tier's name.", Scalars.Text, IsRequired: true);
    private static readonly Key<ConditionForm> WhenKey = new("when", "Which leads are of this tier, if no tier before it matched. The last tier leaves it out.", ConditionShape.Instance);
    private static readonly Key<ClocksForm> ClocksKey = new("clocks", "The promises that are measured.", ClocksForm.Shape, IsRequired: true);
    private static readonly Key<AskForm> AskKey = new("ask_the_lead", "Ask the lead whether somebody called.", AskForm.Shape);

    public static readonly Shape<TierForm> Shape = new RecordShape<TierForm>(
        keys => new TierForm(keys.Get(NameKey), keys.Get(WhenKey), keys.Get(ClocksKey), keys.Get(AskKey)), NameKey, WhenKey, ClocksKey, AskKey);
}

/// <summary>The three clocks of a tier as written.</summary>
internal sealed record ClocksForm(Field<ClockForm> Accept, Field<ClockForm> FirstContact, Field<ClockForm> Feedback)
{
    private static readonly Key<ClockForm> AcceptKey = new("accept", "From qualification until a rep accepts.", ClockForm.Shape, IsRequired: true);
    private static readonly Key<ClockForm> FirstContactKey = new("first_contact", "From acceptance until the rep has spoken to the lead.", ClockForm.Shape, IsRequired: true);
    private static readonly Key<ClockForm> FeedbackKey = new("feedback", "From the first contact until sales says what became of it.", ClockForm.Shape, IsRequired: true);

    public static readonly Shape<ClocksForm> Shape = new RecordShape<ClocksForm>(
        keys => new ClocksForm(keys.Get(AcceptKey), keys.Get(FirstContactKey), keys.Get(FeedbackKey)), AcceptKey, FirstContactKey, FeedbackKey);

    public IEnumerable<Field<ClockForm>> All => [Accept, FirstContact, Feedback];
}

/// <summary>The terms of a clock as written.</summary>
internal sealed record ClockForm(Field<Within> Within, Field<string> Ladder, Field<ClockMode> Mode)
{
    private static readonly Key<Within> WithinKey = new("within", "The promised time: minutes, hours or working days, such as 30m, 4h, 2d.", Scalars.Length, IsRequired: true);
    private static readonly Key<string> LadderKey = new("ladder", "The name of the ladder that is climbed meanwhile.", Scalars.Text, IsRequired: true);
    private static readonly Key<ClockMode> ModeKey = new("clock", "business counts open time only and is the default; elapsed runs always.", Words.ClockMode);

    public static readonly Shape<ClockForm> Shape = new RecordShape<ClockForm>(
        keys => new ClockForm(keys.Get(WithinKey), keys.Get(LadderKey), keys.Get(ModeKey)), WithinKey, LadderKey, ModeKey);

    public ClockTerms Build() => new(Within.Value, Ladder.Value, Mode.Or(ClockMode.Business));
}

/// <summary>When the lead is asked, as written.</summary>
internal sealed record AskForm(Field<Within> After)
{
    private static readonly Key<Within> AfterKey = new("after", "How long after acceptance.", Scalars.Length, IsRequired: true);

    public static readonly Shape<AskForm> Shape = new RecordShape<AskForm>(keys => new AskForm(keys.Get(AfterKey)), AfterKey);
}

/// <summary>A rung as written.</summary>
internal sealed record RungForm(Field<int> At, Field<bool> Remind, Field<AlertTarget> Alert, Field<bool> Reassign)
{
    private static readonly Key<int> AtKey = new("at", "The share of the clock at which it falls due, such as 80%; it may be above 100%.", Scalars.Percent(1, 10_000), IsRequired: true);
    private static readonly Key<bool> RemindKey = new("remind", "rep: the rep is reminded.", Words.Rep);
    private static readonly Key<AlertTarget> AlertKey = new("alert", "Who is told: manager or director.", Words.AlertTarget);
    private static readonly Key<bool> ReassignKey = new("reassign", "next: the lead goes to the next rep.", Words.Next);

    public static readonly Shape<RungForm> Shape = new RecordShape<RungForm>(
        keys => new RungForm(keys.Get(AtKey), keys.Get(RemindKey), keys.Get(AlertKey), keys.Get(ReassignKey)), AtKey, RemindKey, AlertKey, ReassignKey);

    public static readonly Shape<ImmutableArray<Field<RungForm>>> Ladder = new ListShape<RungForm>(Shape, empty: "the ladder has no rungs");

    public bool DoesSomething => Remind.IsWritten || Alert.IsWritten || Reassign.IsWritten;

    public Rung Build() => new(At.Value, Remind.Or(false), Alert.IsWritten ? Alert.Value : null, Reassign.Or(false));
}
