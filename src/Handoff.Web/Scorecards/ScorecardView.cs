using System.Globalization;
using Handoff.Agreements;
using Handoff.Agreements.Words;
using Handoff.Figures;
using Handoff.People;
using Handoff.Web.Design;
using Handoff.Web.Desk;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Handoff.Web.Scorecards;

/// <summary>What the scorecard shows.</summary>
/// <param name="Card">The figures.</param>
/// <param name="ReasonOf">What a reason's code says.</param>
/// <param name="NameOf">What a person is called.</param>
public sealed record ScorecardView(DeskView Desk, Scorecard Card, Func<string, string> ReasonOf, Func<PersonId, string> NameOf)
{
    /// <summary>Whether the past reports are the reader's to read.</summary>
    public bool OpensReports { get; init; }

    public ScorecardTexts Texts => new(Desk.Viewer.Language);

    internal ReaderNames Names => Desk.Viewer.Names;

    internal MetricWords Metrics => new(Names);

    internal CultureInfo Culture => Desk.Time.Texts.Culture;

    internal string Say(string text, params object[] parts) => Desk.Time.Texts.Fill(text, parts);

    internal string Number(double number) => number.ToString("#,0.#", Culture);

    internal string Percent(double? share) => share is { } rate ? $"{(100 * rate).ToString("0.#", Culture)} %" : "–";

    internal string Share(ShareFigure share) =>
        share.N == 0 ? Texts.NothingYet : Say(
            Texts.ShareOf, Percent(share.Rate), share.S, share.N, Percent(share.Low), Percent(share.High));

    /// <summary>A number of minutes as people say it.</summary>
    internal string Length(int? minutes) => minutes is { } some ? Desk.Time.Texts.Length(Duration.FromMinutes(some)) : Texts.NotReached;

    /// <summary>Elapsed minutes, the less exactly the longer: minutes under five hours, hours under three days, then days.</summary>
    internal string Roughly(int minutes) => minutes switch
    {
        < 5 * 60 => Length(minutes),
        < 3 * 24 * 60 => Length((int)Math.Round(minutes / 60.0) * 60),
        _ => Desk.Time.Texts.Days((int)Math.Round(minutes / (24 * 60.0))),
    };

    /// <summary>The figure alone, as large as it is shown.</summary>
    internal string Short(Figure figure) => figure switch
    {
        Figure.Count count => Number(count.N),
        Figure.Share { Of.N: 0 } => Texts.NothingYet,
        Figure.Share share => Percent(share.Of.Rate),
        Figure.Money money => Money(money),
        Figure.Reported reported => reported.Value is { } value ? value.ToString("#,0.##", Culture) : Texts.NotReported,
        _ => throw new InvalidOperationException("A figure is one of these."),
    };

    /// <summary>The figure within a sentence, a share with both its numbers.</summary>
    internal string Told(Figure figure) => figure is Figure.Share { Of: { N: > 0 } of }
        ? Say(Texts.Counted, Percent(of.Rate), of.S, of.N) : Short(figure);

    internal string Money(Figure.Money money) => money.Amounts.IsEmpty ? Texts.Nothing
        : string.Join(", ", money.Amounts.Select(one => $"{one.Value.ToString("#,0.##", Culture)} {one.Key}"));

    /// <summary>The promise in words: <c>at least 80 %</c>.</summary>
    internal string Promised(Commitment promise) => new CommitmentWords(Names).Promised(promise);

    internal string Name(FigurePeriod period) => FigureNames.Of(period, Desk.Viewer.Language);

    internal string Day(LocalDate date) => Desk.Time.Texts.ShortDate(date);

    internal string PageOf(FigurePeriod period) => Desk.Href($"/scorecard?period={period.Name}");

    internal string CsvOf(FigurePeriod period) => Desk.Href($"/scorecard.csv?period={period.Name}");

    /// <summary>The list of the leads behind a number.</summary>
    internal string Leads(string figure, FigurePeriod period, string? verdict = null, string? dimension = null, string? value = null)
    {
        var query = QueryString.Create("figure", figure).Add("period", period.Name);
        if (verdict is not null)
            query = query.Add("verdict", verdict);
        if (dimension is not null)
            query = query.Add("dimension", dimension).Add("value", value ?? "");
        return Desk.Href("/leads" + query.ToUriComponent());
    }

    internal static Tone ToneOf(Standing standing) => standing switch
    {
        Standing.Kept or Standing.Safe => Tone.Met,
        Standing.OnPace => Tone.Running,
        Standing.AtRisk => Tone.AtRisk,
        Standing.Missed or Standing.Unreachable => Tone.Breached,
        _ => Tone.Still,
    };
}
