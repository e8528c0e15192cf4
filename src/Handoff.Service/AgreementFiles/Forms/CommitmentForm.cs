using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Cronos;
using Handoff.Agreements;
using Handoff.People;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>What each side owes the other, as written.</summary>
internal sealed record CommitmentsForm(
    Field<ImmutableArray<Field<CommitmentForm>>> Marketing, Field<ImmutableArray<Field<CommitmentForm>>> Sales)
{
    private static readonly Shape<ImmutableArray<Field<CommitmentForm>>> List = CommitmentForm.Shape.List(empty: null);

    public static readonly Shape<CommitmentsForm> Shape = Record.Of(k => new CommitmentsForm(
        k.Optional("marketing", "What marketing owes sales.", List),
        k.Optional("sales", "What sales owes marketing.", List)));

    public ImmutableArray<Commitment> Build() => [.. Of(Side.Marketing, Marketing), .. Of(Side.Sales, Sales)];

    private static IEnumerable<Commitment> Of(Side side, Field<ImmutableArray<Field<CommitmentForm>>> list) =>
        list.Or([]).Select(each => each.Value.Build(side));
}

/// <summary>One promise over a period, as written.</summary>
internal sealed record CommitmentForm(
    Place At, Field<string> Metric, Field<Figure> AtLeast, Field<Figure> AtMost, Field<Period> Per, Field<string> Currency,
    Field<bool> Reported, Field<Aggregate> Aggregate, Field<ImmutableArray<Entry<string>>> Says)
{
    private static readonly Shape<Figure> FigureShape = new ScalarShape<Figure>(
        "a figure above zero such as 120, or a share up to 100% such as 80%,", Figure.TryParse,
        static () => new() { ["type"] = new JsonArray("number", "string"), ["pattern"] = @"^[0-9]+(\.[0-9]+)?%$|\$\{" });

    private static readonly Shape<string> CurrencyShape = new ScalarShape<string>(
        "a currency of three letters such as EUR", static (string text, out string value) =>
            (value = text.Trim().ToUpperInvariant()).Length == 3 && value.All(char.IsAsciiLetterUpper),
        static () => Scalars.Pattern("[A-Za-z]{3}"));

    public static readonly Shape<CommitmentForm> Shape = Record.Of(k => new CommitmentForm(
        k.At,
        k.Required("metric", "The figure's name.", Scalars.Text),
        k.Optional("at_least", "The promised figure: a count such as 120, or a share such as 80%.", FigureShape),
        k.Optional("at_most", "The figure that may not be exceeded.", FigureShape),
        k.Required("per", "The period: week, month or quarter, in the agreement's time zone.", Words.Period),
        k.Optional("currency", "Of an amount, ISO 4217 such as EUR.", CurrencyShape),
        k.Optional("reported", "true: another tool sends the figure in; otherwise Handoff measures it.", Scalars.Flag),
        k.Optional(
            "aggregate", "How the reports of a period become one figure: last, if not said, sum or mean.", Scalars.Choice<Aggregate>()),
        k.Optional(
            "says", "Of a figure that another tool sends in: what people read in the metric's place, by language: en, it.",
            SpokenForm.Name)));

    public Commitment Build(Side side)
    {
        var figure = AtLeast.IsWritten ? AtLeast.Value : AtMost.Value;
        return new(side, Metric.Value, figure.Amount, figure.IsPercent, Per.Value, Reported.Or(false))
        {
            IsMost = AtMost.IsWritten,
            Currency = Currency.IsWritten ? Currency.Value : null,
            Aggregate = Aggregate.Or(Agreements.Aggregate.Last),
            Says = SpokenForm.Build(Says),
        };
    }
}

/// <summary>A count, or a share in percent.</summary>
internal sealed record Figure(decimal Amount, bool IsPercent)
{
    public static bool TryParse(string text, out Figure value)
    {
        var isPercent = text.EndsWith('%');
        var number = isPercent ? text[..^1] : text;
        var fits = decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount);
        value = new Figure(amount, isPercent);
        return fits && amount > 0 && (!isPercent || amount <= 100);
    }
}

/// <summary>When the teams get the report and meet, as written.</summary>
internal sealed record AlignmentForm(Field<ScheduleForm> Report, Field<ScheduleForm> Meeting)
{
    public static readonly Shape<AlignmentForm> Shape = Record.Of(k => new AlignmentForm(
        k.Optional("report", "The weekly report.", ScheduleForm.Shape),
        k.Optional("meeting", "The meeting of the two teams.", ScheduleForm.OfMeeting)));

    public Alignment Build() => new(Report.IsWritten ? Report.Value.Build() : null, Meeting.IsWritten ? Meeting.Value.Build() : null);
}

/// <summary>A recurring time as written.</summary>
internal sealed record ScheduleForm(
    Field<string> Every, Field<int> Minutes, Field<ImmutableArray<Field<Side>>> To, Field<PersonId> Organizer)
{
    private static readonly Shape<string> Cron = new ScalarShape<string>(
        "a time in the five fields of cron (minute hour day month weekday) such as \"30 8 * * MON\"", TryCron,
        static () => new() { ["type"] = "string" });

    public static readonly Shape<ScheduleForm> Shape = Record.Of(k => In(k, Field<PersonId>.Absent(k.At)));

    public static readonly Shape<ScheduleForm> OfMeeting = Record.Of(k => In(
        k, k.Optional("organizer", "The address of who invites; the head of marketing if not said.", Scalars.Address)));

    private static ScheduleForm In(Keys k, Field<PersonId> organizer) => new(
        k.Required(
            "every",
            "When, as the five fields of cron (minute hour day month weekday) in the agreement's time zone; MON and TUE#1 are allowed.",
            Cron),
        k.Optional("minutes", "How long it lasts.", Scalars.Whole(10, 1440)),
        k.Required("to", "Which sides: marketing, sales.", Words.Side.List()),
        organizer);

    public Schedule Build() =>
        new(Every.Value, Minutes.IsWritten ? Minutes.Value : null, [.. To.Value.Select(side => side.Value).Distinct()])
        {
            Organizer = Organizer.IsWritten ? Organizer.Value : null,
        };

    // A macro such as @daily is no five fields.
    private static bool TryCron(string text, out string value)
    {
        value = text.Trim();
        return !value.StartsWith('@') && CronExpression.TryParse(value, CronFormat.Standard, out _);
    }
}
