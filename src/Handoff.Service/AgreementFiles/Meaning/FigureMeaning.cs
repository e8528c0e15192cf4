using System.Collections.Immutable;
using Handoff.Figures;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.AgreementFiles.Shapes;

namespace Handoff.Service.AgreementFiles.Meaning;

/// <summary>Checks commitments, and how figures are counted.</summary>
internal static class FigureMeaning
{
    private static readonly ImmutableArray<string> Measured = [.. Metrics.All.Select(metric => metric.Name)];

    public static void Check(AgreementForm form, IEnumerable<string>? calendars, Findings findings)
    {
        var figures = form.Figures;
        if (calendars is not null)
            Names.Known(figures.PaceCalendar, calendars, "calendar", findings);
        if (figures.CountsAgainAfter is { Has: true, Value.IsDays: false })
            findings.Add(figures.CountsAgainAfter.At, "a new handoff counts again after days; write it in d");
        if (figures.Attempts is { Has: true, Value: var attempts })
        {
            if (attempts.Reasons.Has && form.Reasons.Has)
            {
                var codes = form.Reasons.Value.Where(reason => reason.Has && reason.Value.Code.Has)
                    .Select(reason => reason.Value.Code.Value);
                foreach (var reason in attempts.Reasons.Value)
                    Names.Known(reason, codes, "reason", findings);
            }

            if (attempts.Over is { Has: true, Value.IsDays: false })
                findings.Add(attempts.Over.At, "attempts are spread over working days; write it in d");
        }

        if (!form.Commitments.Has)
            return;
        foreach (var side in new[] { form.Commitments.Value.Marketing, form.Commitments.Value.Sales }.Where(side => side.Has))
        {
            foreach (var one in side.Value.Where(one => one.Has))
                Check(one.Value, findings);
        }
    }

    private static void Check(CommitmentForm one, Findings findings)
    {
        if (one.AtLeast.IsWritten == one.AtMost.IsWritten)
            findings.Add(one.At, "a commitment says either 'at_least' or 'at_most'");
        if (!one.Metric.Has || one.Reported is { IsWritten: true, Has: false })
            return;
        var isReported = one.Reported is { Has: true, Value: true };
        if (one.Aggregate.IsWritten && !isReported)
            findings.Add(one.Aggregate.At, "'aggregate' is of a figure that another tool sends in ('reported: true')");
        if (one.Says.IsWritten && !isReported)
        {
            findings.Add(
                one.Says.At, "'says' is of a figure that another tool sends in ('reported: true'); what is measured here has its name");
        }

        if (isReported)
            return;
        if (Metrics.Find(one.Metric.Value) is not { } metric || !Measured.Contains(metric.Name))
        {
            findings.Add(
                one.Metric.At,
                $"'{one.Metric.Value}' is not measured here{Nearest.Hint(one.Metric.Value, Measured)} "
                + "(a figure that another tool sends in needs 'reported: true')");
            return;
        }

        CheckFigure(one, metric, findings);
    }

    private static void CheckFigure(CommitmentForm one, Metric metric, Findings findings)
    {
        var figure = one.AtLeast.IsWritten ? one.AtLeast : one.AtMost;
        if (figure.Has && figure.Value.IsPercent != (metric.Kind == MetricKind.Share))
        {
            findings.Add(figure.At, metric.Kind == MetricKind.Share
                ? $"'{metric.Name}' is a share; write it as one, such as 80%" : $"'{metric.Name}' is no share; write it without '%'");
        }

        if (metric.Kind == MetricKind.Money && !one.Currency.IsWritten)
            findings.Add(one.Metric.At, $"'{metric.Name}' is an amount; say in which 'currency', such as EUR");
        if (metric.Kind != MetricKind.Money && one.Currency.IsWritten)
            findings.Add(one.Currency.At, $"'{metric.Name}' is no amount and has no currency");
    }
}
