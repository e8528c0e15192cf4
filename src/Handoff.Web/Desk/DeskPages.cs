using System.Collections.Immutable;
using Handoff.Service.Board;
using Handoff.Service.Company;
using Handoff.Service.SignIn;
using Handoff.Service.Storage;
using Handoff.Web.Agreements;
using Handoff.Web.Http;
using Handoff.Web.Pages;
using Handoff.Web.SignIn;
using Handoff.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Desk;

/// <summary>
/// What every page of the desk has in common: it is for who is signed in, posts carry the page's token, and what cannot be shown is told
/// kindly.
/// </summary>
public sealed class DeskPages(
    Doorkeeper door, FormTokens tokens, PageRenderer pages, Sessions sessions, LiveClocks clocks, CompanyInForce company)
{
    /// <summary>Answers a GET with a page.</summary>
    /// <param name="here">The path in the navigation.</param>
    /// <param name="page">Makes the page; null: there is no such page for this viewer.</param>
    /// <param name="forManagers">Whether it is for those who answer for a team only.</param>
    internal async Task<IResult> ShowAsync(HttpContext http, string here, Func<DeskView, Task<IResult?>> page, bool forManagers = false)
    {
        try
        {
            if (await door.ViewerAsync(http) is not { } viewer)
                return new SeeOther(ReturnAddress.SignIn(http.Request));
            var desk = View(http, viewer, here);
            if (forManagers && !viewer.Sight.Manages)
                return await SaysAsync(desk, 403, desk.Texts.NotAllowedTitle, desk.Texts.NotAllowed);
            return await page(desk) ?? await SaysAsync(desk, 404, desk.Texts.NotFoundTitle, desk.Texts.NotFound);
        }
        catch (StoreUnavailableException)
        {
            var desk = View(http, sessions.ThisMachine(BrowserLanguage.Of(http.Request)), here);
            return await RenderAsync<BrokenDocument>(503, nameof(BrokenDocument.Desk), desk);
        }
    }

    /// <summary>Answers a POST: only of a form that this session was shown.</summary>
    internal Task<IResult> ActAsync(
        HttpContext http, string here, Func<DeskView, IReadOnlyDictionary<string, string>, Task<IResult?>> act, bool forManagers = false) =>
        ShowAsync(
            http, here,
            async desk =>
            {
                var (fields, status) = await FormBody.ReadAsync(http);
                return fields is null ? await SaysAsync(desk, status, desk.Texts.FormOldTitle, desk.Texts.FormOld)
                    : tokens.Fits(http, fields.GetValueOrDefault(FormTokens.Field)) ? await act(desk, fields)
                    : await SaysAsync(desk, 403, desk.Texts.FormOldTitle, desk.Texts.FormOld);
            },
            forManagers);

    internal async Task<IResult> RenderAsync<TPage>(int status, string parameter, object view, string policy = SafeHeaders.LivePages)
        where TPage : IComponent => new HtmlAnswer(status, await pages.RenderAsync<TPage>(parameter, view), policy);

    private Task<IResult> SaysAsync(DeskView desk, int status, string title, string says) =>
        RenderAsync<SaysDocument>(status, nameof(SaysDocument.View), new SaysView(desk, title, says));

    private DeskView View(HttpContext http, Viewer viewer, string here)
    {
        var live = clocks.Now();
        var frame = PageFrame.Of(http.Request, viewer.Language, "Handoff") with { Live = live };
        return new(
            frame, viewer, new ReaderTime(TimeTexts.In(viewer.Language), viewer.Zone, live.Now), http.Request.PathBase.ToString(), here,
            tokens.Make(http))
        {
            Appointed = ProposalTexts.AppointedHeads(company, viewer.Language),
        };
    }
}

/// <summary>A page of the desk with one sentence.</summary>
public sealed record SaysView(DeskView Desk, string Title, string Says);
