using BenchmarkDotNet.Attributes;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.Routing;
using Handoff.Service.Mail;

namespace Handoff.Benchmarks.Core;

/// <summary>The parts that every lead passes, alone: with the sample's agreement, people and calendars.</summary>
[MemoryDiagnoser]
public class CoreBenchmarks
{
    private readonly Desk _desk = new();

    /// <summary>4 open hours from a Friday afternoon in Rome, over lunch, a weekend and a list of two calendars.</summary>
    [Benchmark]
    public object DueInHours() => Deadlines.Compute(_desk.Calendar, _desk.Friday, _desk.FourHours, ClockMode.Business);

    /// <summary>3 working days from there.</summary>
    [Benchmark]
    public object DueInDays() => Deadlines.Compute(_desk.Calendar, _desk.Friday, _desk.ThreeDays, ClockMode.Business);

    /// <summary>A posted form: mapped, normalised, scored.</summary>
    [Benchmark]
    public object Score() => _desk.Score();

    /// <summary>Who of a team of three gets it, and why not the others.</summary>
    [Benchmark]
    public object Route() => Router.Choose(_desk.Routing);

    /// <summary>The first turn of a qualified lead: clock, ladder, choice, offer, message.</summary>
    [Benchmark]
    public object DecideOffer() => LeadDecider.Decide(_desk.Qualified, _desk.Turn, _desk.World, _desk.Now);

    /// <summary>The reply to the offer.</summary>
    [Benchmark]
    public object DecideAccept() => LeadDecider.Decide(_desk.Offered, _desk.Accept, _desk.World, _desk.Now);

    /// <summary>One link's token.</summary>
    [Benchmark]
    public object ProtectLink() => _desk.Links.Protect(_desk.Grant);

    /// <summary>The offer's e-mail, HTML and text.</summary>
    [Benchmark]
    public async Task<RenderedMail> RenderMail() => await _desk.Mails.RenderAsync(_desk.OfferMail, CancellationToken.None);
}
