using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Forms;

/// <summary>How figures are counted, as written: keys of the agreement itself.</summary>
internal sealed record FiguresForm(
    Field<int> YearStarts,
    Field<string> PaceCalendar,
    Field<Within> CountsAgainAfter,
    Field<Attribution> Attribution,
    Field<bool> LateLeads,
    Field<AttemptsForm> Attempts,
    Field<bool> PeopleFigures)
{
    private static readonly (string Word, int Value)[] Months =
    [
        ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8),
        ("september", 9), ("october", 10), ("november", 11), ("december", 12),
    ];

    public static FiguresForm In(Keys k) => new(
        k.Optional(
            "year_starts", "The month with which the first quarter begins, such as april; january if not said.", Scalars.Choice(Months)),
        k.Optional(
            "pace_calendar", "The calendar whose working days are the pace; the days on which any team works if not said.", Scalars.Text),
        k.Optional(
            "counts_again_after",
            "How long after the end of a person's last handoff a new one counts again, in d of 24 hours; 30d if not said.", Scalars.Length),
        k.Optional("attribution", "Which touch figures by campaign count: last, if not said, or first.", Scalars.Choice<Attribution>()),
        k.Optional(
            "late_leads", "excluded: the acceptance rate leaves out leads that sales was late to accept; included if not said.",
            Scalars.Choice(("included", false), ("excluded", true))),
        k.Optional("attempts", "How often a lead is tried before it may be closed as unreachable.", AttemptsForm.Shape),
        k.Optional(
            "people_figures", "named: figures may name reps; teams if not said. Ask a lawyer first: many countries ask for more than this.",
            Scalars.Choice(("teams", false), ("named", true))));

    public FigureTerms Build() => new()
    {
        YearStarts = YearStarts.Or(FigureTerms.Usual.YearStarts),
        PaceCalendar = PaceCalendar.IsWritten ? PaceCalendar.Value : null,
        CountsAgainAfterDays = CountsAgainAfter.IsWritten ? CountsAgainAfter.Value.Days : FigureTerms.Usual.CountsAgainAfterDays,
        Attribution = Attribution.Or(Agreements.Attribution.Last),
        ExcludesLateLeads = LateLeads.Or(false),
        Attempts = Attempts.IsWritten ? Attempts.Value.Build() : null,
        NamesPeople = PeopleFigures.Or(false),
    };
}

/// <summary>When enough was tried, as written.</summary>
internal sealed record AttemptsForm(Field<ImmutableArray<Field<string>>> Reasons, Field<int> AtLeast, Field<Within> Over)
{
    public static readonly Shape<AttemptsForm> Shape = Record.Of(k => new AttemptsForm(
        k.Required("reasons", "The codes of the reasons that say that nobody could be reached.", Scalars.Text.List()),
        k.Required("at_least", "How many attempts, contacts that count included.", Scalars.Whole(1, 100)),
        k.Optional("over", "On how many working days, from the first attempt to the last; 1d if not said.", Scalars.Length)));

    public AttemptTerms Build() =>
        new([.. Reasons.Value.Select(reason => reason.Value)], AtLeast.Value, Over.IsWritten ? Over.Value.Days : 1);
}
