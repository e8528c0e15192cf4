using System.Collections.Immutable;
using Handoff.Agreements;
using Handoff.Calendars;
using Handoff.Leads;
using Handoff.People;
using Handoff.Qualification;
using Handoff.Routing;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Web.Links;
using Handoff.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Benchmarks.Core;

/// <summary>The sample's company on a Friday afternoon, and one lead of it at each stage.</summary>
internal sealed class Desk
{
    private readonly AgreementFolder _folder;
    private readonly ImmutableDictionary<string, string> _posted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["email"] = "Ada@Engines.example",
        ["name"] = "Ada Lovelace",
        ["company"] = "Analytical Engines",
        ["country"] = "IT",
        ["phone"] = "02 1234 5678",
        ["employees"] = "120",
        ["job_title"] = "Head of Computing",
        ["form"] = "contact",
        ["message"] = "We weave algebraic patterns. Can you show us a demo?",
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public Desk()
    {
        Now = Friday;
        var sample = Path.Combine(AppContext.BaseDirectory, "sample", "acme");
        _folder = ((FolderReading.Loaded)AgreementFolderReader.Read(sample, _ => null, Friday)).Folder;
        var team = _folder.Staff.Team("italy")!;
        Calendar = team.Calendar;
        World = new(_folder.Agreement, _folder.Staff, Rota.Empty(team.Name));
        Routing = new() { Team = team, Staff = _folder.Staff, Rota = World.Rota, Now = Now, Language = "it" };
        Qualified = LeadDecider.Decide(Lead.Unborn, new Receive(Reception(), ReceptionVerdict.Qualified), World, Now).Lead;
        Offered = LeadDecider.Decide(Qualified, Turn, World, Now).Lead;
        var rep = Offered.Offer!.To[0];
        Accept = new(rep, Offered.Offer.Number);
        Grant = new(LinkPurpose.Offer, rep, Offered.Id, Offered.Offer.Number, Now + Duration.FromDays(30));
        var services = new ServiceCollection();
        services.AddHandoffMails();
        services.AddHandoffLinks(Directory.CreateTempSubdirectory("handoff-load-keys-"));
        var provider = services.BuildServiceProvider();
        Links = provider.GetRequiredService<ILinkProtector>();
        Mails = provider.GetRequiredService<IMailRenderer>();
        OfferMail = MailTo(_folder.Staff.Find(rep)!);
    }

    /// <summary>A Friday, 15:30 in Rome.</summary>
    public Instant Friday { get; } = Instant.FromUtc(2026, 11, 27, 14, 30);

    public Instant Now { get; }

    public Within FourHours { get; } = Within.OfDuration(Duration.FromHours(4));

    public Within ThreeDays { get; } = Within.OfDays(3);

    public BusinessCalendar Calendar { get; }

    public World World { get; }

    public RoutingRequest Routing { get; }

    public Lead Qualified { get; }

    public Lead Offered { get; }

    public TakeTurn Turn { get; } = new();

    public AcceptOffer Accept { get; }

    public LinkGrant Grant { get; }

    public ILinkProtector Links { get; }

    public IMailRenderer Mails { get; }

    public MailModel OfferMail { get; }

    public Assessment Score()
    {
        var source = _folder.Sources[0];
        var form = LeadForm.Mapped(source, _posted);
        var contact = ((ContactResult.Usable)Contact.Normalise(form, source.DefaultCountry)).Contact;
        return Qualify.Assess(_folder.Agreement, new(form, contact, source.Name, 1));
    }

    private Reception Reception()
    {
        var assessment = Score();
        return new()
        {
            Id = new("019ac0de000070008000000000000001"),
            Source = "website",
            Agreement = _folder.Agreement.Version,
            Tier = assessment.Tier,
            Score = assessment.Score,
            ScoreRules = assessment.Rules,
            Qualifies = assessment.IsQualified,
            Completeness = assessment.Completeness,
            Team = "italy",
            TeamReason = new(TeamRule.Takes, new([new FieldTest.OneOf("country", ["IT"])])),
            Country = "IT",
            Language = "it",
        };
    }

    private MailModel MailTo(Person reader) => new()
    {
        Kind = MessageKind.Offer,
        Reader = reader,
        Organisation = _folder.Agreement.Organisation,
        Now = Now,
        Links = [new("absence", "https://handoff.example/r/" + Links.Protect(Grant))],
        Items =
        [
            new()
            {
                Kind = MessageKind.Offer,
                About = Offered.Outbox[0].About,
                Lead = Offered,
                Record = new() { Name = "Ada Lovelace", Company = "Analytical Engines", Email = "ada@engines.example",
                    Form = _posted.ToImmutableSortedDictionary(StringComparer.Ordinal) },
                Clock = Offered.UnmetClock,
                Reason = null,
                OwnerName = reader.Name,
                OtherName = null,
                ScoreBecause = Qualify.Explain(
                    _folder.Agreement, Offered.Known.Score, Offered.Known.ScoreRules, Offered.Known.Tier, Naming.None.In(reader.Language)),
                RoutingBecause = "Anna Greco: her turn in the round robin.",
                Links = [new("offer", "https://handoff.example/r/" + Links.Protect(Grant), Offered.Id.Value)],
            },
        ],
    };
}
