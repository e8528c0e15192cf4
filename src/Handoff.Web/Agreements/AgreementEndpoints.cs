using System.Collections.Immutable;
using System.Globalization;
using Handoff.Agreements.Words;
using Handoff.People;
using Handoff.Service.ApiKeys;
using Handoff.Service.Auditing;
using Handoff.Service.Company;
using Handoff.Service.Signing;
using Handoff.Web.Access;
using Handoff.Web.Desk;
using Handoff.Web.Http;
using Handoff.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Handoff.Web.Agreements;

/// <summary>A version of the agreement in words, as programs read it.</summary>
/// <param name="Version">The version that <c>agreement.yaml</c> names.</param>
/// <param name="Number">From 1, in the order in which they came into force.</param>
/// <param name="Versions">How many there are.</param>
/// <param name="From">When it came into force.</param>
/// <param name="Terms">What is agreed.</param>
/// <param name="Changes">What differs from the version before, or from the one that was asked for.</param>
public sealed record AgreementReport(
    string Version, int Number, int Versions, Instant? From, ImmutableArray<AgreementLine> Terms, ImmutableArray<string> Changes);

/// <summary>One thing that is agreed.</summary>
public sealed record AgreementLine(string About, string Says);

/// <summary><c>/agreement</c>: the agreement in words, its versions, and what differs between two of them.</summary>
public static class AgreementEndpoints
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        OperationParameter[] which =
        [
            new("version", InHeader: false, "Which version, from 1 in the order in which they came into force; the last if not said."),
            new("with", InHeader: false, "The version that it is compared with; the one before if not said."),
        ];
        app.MapMethods("/agreement", Routes.GetAndHead, ShowAsync)
            .Describes(new("showAgreement", "Desk", "Shows the agreement in words, its versions, and what differs between two of them")
            {
                Parameters = [.. which, new("name", InHeader: false, "The name of a version, in the place of its number.")],
                Answers = [OperationAnswer.Page(200, "The agreement."), OperationAnswer.ToSignIn, OperationAnswer.NotYours],
            });
        app.MapGet("/api/agreement", ReadAsync).Describes(new("readAgreement", "Agreement", "Reads the agreement in words")
        {
            Needs = ApiScopes.Read,
            Parameters = [.. which, new("language", InHeader: false, "Such as en, it or de; the agreement's if not said.")],
            Answers =
            [
                OperationAnswer.Json(
                    200, "The version in words, and what differs.", new AgreementReport(
                        "2026-11", 1, 1, Examples.Received, [new("tier hot", "Hot leads are accepted within 30 minutes.")], [])),
                OperationAnswer.NoAdmin,
                OperationAnswer.Problem(404, "There is no such version."),
            ],
        });
    }

    public static Task<IResult> ShowAsync(
        HttpContext http, DeskPages desk, AgreementVersions versions, ProposalReading proposals, CompanyInForce company) =>
        desk.ShowAsync(http, "/agreement", async view =>
        {
            if (await CompareAsync(http, versions, view.Viewer.Language) is not { } shown)
                return null;
            var titled = view with { Frame = view.Frame with { Title = $"{view.Texts.Agreement} · Handoff" } };
            return await desk.RenderAsync<AgreementDocument>(
                200, nameof(AgreementDocument.View), new AgreementView(titled, shown)
                {
                    Proposal = await proposals.CurrentAsync(view.Viewer.Language, http.RequestAborted),
                    Signatures = await SignedAsync(view, proposals, company, http.RequestAborted),
                });
        });

    private static async Task<string?> SignedAsync(
        DeskView view, ProposalReading proposals, CompanyInForce company, CancellationToken cancellation)
    {
        if (!company.Agreement.RequiresSignatures)
            return null;
        var (texts, language) = (new ProposalTexts(view.Viewer.Language), view.Viewer.Language);
        var signed = await proposals.SignaturesAsync(language, cancellation);
        return signed.IsEmpty ? texts.NobodySigned : texts.SignedBy(signed, view.Time);
    }

    /// <summary><c>GET /api/agreement</c>.</summary>
    public static Task<IResult> ReadAsync(
        HttpContext http, ApiDoor door, AgreementVersions versions, CompanyInForce company) =>
        door.KeptAsync(http, ApiScopes.Read, Acts.ReadAgreement, "", async () =>
        {
            var language = Language.Find(http.Request.Query["language"]) ?? company.Agreement.Language;
            if (await CompareAsync(http, versions, language) is not { Chosen: { } chosen } compared)
                return ProblemAnswer.Of(
                    404, "There is no such version, or its files can no longer be read. Leave ?version= out for the last.");
            var report = new AgreementReport(
                chosen.Version.Name, chosen.Version.Number, compared.Versions.Length, chosen.Version.From,
                [.. chosen.Terms.Where(term => !term.IsForComparing).Select(term => new AgreementLine(term.About, term.Reads))],
                [.. compared.Changes.Select(change => change.Says)]);
            return new JsonAnswer<AgreementReport>(200, report, WebJson.Default.AgreementReport);
        });

    /// <summary>What the address asks for; null: there is no such version.</summary>
    private static async Task<ComparedAgreement?> CompareAsync(HttpContext http, AgreementVersions versions, Language language)
    {
        var all = await versions.ListAsync(http.RequestAborted);
        var name = http.Request.Query["name"].ToString();
        var named = name.Length > 0 ? all.LastOrDefault(version => version.Name == name)?.Number ?? 0 : all.Length;
        if (Version("version", named) is not { } chosen)
            return null;
        var text = await InWordsAsync(chosen);
        var other = chosen.Number == 1 && !http.Request.Query.ContainsKey("with") ? null : Version("with", chosen.Number - 1);
        var before = other is null ? null : await InWordsAsync(other);
        // People's hours that are not known on one side differ in nothing that could be told.
        var (from, to) = text?.KnowsPeople == before?.KnowsPeople ? (before?.Terms, text?.Terms) : (Signed(before), Signed(text));
        return new(all, chosen, text, other, from is { } old && to is { } now ? new AgreementDifference(language).Between(old, now) : []);

        AgreementVersion? Version(string parameter, int otherwise)
        {
            var asked = http.Request.Query[parameter].ToString();
            var number = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given
                : asked.Length == 0 ? otherwise : 0;
            return number >= 1 && number <= all.Length ? all[number - 1] : null;
        }

        Task<AgreementInWords?> InWordsAsync(AgreementVersion version) =>
            versions.ReadAsync(version, version.Number == all.Length, language, http.RequestAborted);
    }

    private static ImmutableArray<AgreementTerm>? Signed(AgreementInWords? text) =>
        text?.Terms.RemoveAll(term => term.Chapter is AgreementChapter.Teams or AgreementChapter.Hours);
}

/// <summary>A version, and what differs from another.</summary>
/// <param name="Versions">Every version, the earliest first.</param>
/// <param name="Version">The one that is shown.</param>
/// <param name="Chosen">It in words; null: its files cannot be read any more.</param>
/// <param name="Other">The one that it is compared with; null: none.</param>
/// <param name="Changes">What differs.</param>
public sealed record ComparedAgreement(
    ImmutableArray<AgreementVersion> Versions, AgreementVersion Version, AgreementInWords? Chosen, AgreementVersion? Other,
    ImmutableArray<AgreementChange> Changes);
