using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Mail;
using Handoff.Service.Telemetry;
using Handoff.Service.Turns;
using Handoff.Service.Vault;
using NodaTime;

namespace Handoff.Service.Links;

/// <summary>What the links in mails open and do. Opening never acts (promise 6).</summary>
public sealed class LinkPages(
    ILinkProtector protector, CompanyInForce company, LeadTurns turns, LeadVault vault, MailMaking making, LinkMaker links,
    LinkChoosing choosing, LinkActions actions, IClock clock)
{
    /// <summary>What the link shows.</summary>
    public async Task<LinkPage> OpenAsync(string token, CancellationToken cancellation)
    {
        var (grant, reader, page) = Read(token);
        if (page is not null)
            return page;
        using var span = Spans.Click(grant!, action: null);
        var shown = await ShowAsync(grant!, reader!, await OpenLeadAsync(grant!, cancellation), notice: null, cancellation);
        span.Showed(shown, result: null);
        return shown;
    }

    /// <summary>Carries out what the form asks, at once.</summary>
    public async Task<LinkAnswer> ActAsync(string token, LinkForm form, CancellationToken cancellation)
    {
        var (grant, reader, page) = Read(token);
        if (page is not null)
            return new(page, LinkResult.NoLink);
        using var span = Spans.Click(grant!, form.Action ?? "");
        var (notice, result, lead) = await actions.ActAsync(grant!, reader!, form, await OpenLeadAsync(grant!, cancellation), cancellation);
        var shown = await ShowAsync(grant!, reader!, lead ?? await OpenLeadAsync(grant!, cancellation), notice, cancellation);
        var answer = new LinkAnswer(shown, shown is LinkPage.Shown ? result : LinkResult.NoLink);
        span.Showed(shown, answer.Result);
        return answer;
    }

    private (LinkGrant? Grant, Person? Reader, LinkPage? Page) Read(string token)
    {
        if (protector.Unprotect(token) is not { } grant || grant.Purpose == LinkPurpose.SignIn)
            return (null, null, new LinkPage.Unknown());
        var reader = company.Staff.Find(grant.Person);
        // Whoever has left the files has no link any more.
        return grant.ExpiresAt <= clock.GetCurrentInstant() || reader is null
            ? (grant, reader, new LinkPage.Expired(reader))
            : (grant, reader, null);
    }

    /// <summary>
    /// The lead of a link with its personal data, read after its head: a note is added to what stands. Null: there is none, or it was
    /// erased.
    /// </summary>
    private async Task<OpenedLead?> OpenLeadAsync(LinkGrant grant, CancellationToken cancellation) =>
        grant.Lead is { } id && await turns.OpenAsync(id, cancellation) is { } opened
            ? opened with { Record = opened.Lead.Status == LeadStatus.Erased ? null : await vault.OpenAsync(id.Value, cancellation) }
            : null;

    private async Task<LinkPage> ShowAsync(LinkGrant grant, Person reader, OpenedLead? opened, LinkNotice? notice, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (grant.Lead is not { } id)
        {
            var present = company.Staff.Find(reader.Id) ?? reader;
            return new LinkPage.Shown(grant, present, null, IsOver: false, notice, new() { IsAway = present.AbsenceAt(now) is not null }, now);
        }

        if (opened?.Lead is not { } lead)
            return new LinkPage.Unknown();
        if (lead.Status == LeadStatus.Erased || (opened.Record ?? await vault.OpenAsync(id.Value, cancellation)) is not { } record)
            return new LinkPage.Shown(grant, reader, null, IsOver: true, new(LinkNoticeCode.Erased), new(), now);
        if (grant.Purpose == LinkPurpose.Manage && !TeamStanding.AnswersFor(company, lead, reader.Id))
            return new LinkPage.Shown(grant, reader, null, IsOver: true, TeamStanding.NoLonger(company, lead), new(), now);
        var over = LinkStanding.WhyOver(grant, lead, now, company.NameOf, company.OwnerName(lead.Owner, lead.Known.Team));
        var about = new MessageAbout { Offer = grant.Offer, Clock = lead.UnmetClock?.Name };
        var kind = LinkStanding.NextAfter(notice) ?? LinkStanding.KindOf(grant.Purpose);
        var item = await making.ItemAsync(reader, lead, record, kind, about, [], withLinks: false, cancellation);
        // What was answered leads on to what can be done now; what can still be answered has its own buttons.
        var isAnswered = notice is { Code: not LinkNoticeCode.Invalid } || over is not null || grant.Purpose == LinkPurpose.Manage;
        if (isAnswered)
        {
            var steps = LinkStanding.LeadsOn(grant, lead, now);
            item = item with { Links = [.. steps.Select(one => links.Make(one.Purpose, reader.Id, lead.Id, one.Offer, one.ToldAt))] };
        }
        var choices = over is null ? await choosing.ForAsync(grant, reader, lead, cancellation) : new();
        return new LinkPage.Shown(grant, reader, item, over is not null, notice ?? over, choices, now);
    }
}
