using Handoff.Agreements;
using Handoff.Service.Intake;
using Handoff.Web.Http;
using Handoff.Web.Pages;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Intake;

/// <summary>
/// 202: the lead is stored. Whoever posts from a public page learns its id and nothing that a bot or a rival could use; a visitor's browser
/// that left the page for it goes to the source's <c>thanks</c>, or is thanked here.
/// </summary>
internal sealed class StoredAnswer(IntakeAnswer.Stored stored, LeadSource source, bool isTrusted) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status202Accepted;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (source.Format == SourceFormat.Form && !isTrusted && VisitorPage.IsWanted(httpContext.Request))
            return source.Thanks is { } thanks ? new SeeOther(thanks).ExecuteAsync(httpContext) : VisitorPage.ThankAsync(httpContext);
        var receipt = isTrusted ? IntakeReceipt.Of(stored) : new IntakeReceipt(stored.Id.Value);
        return new JsonAnswer<IntakeReceipt>(202, receipt, WebJson.Default.IntakeReceipt) { Location = $"/api/leads/{stored.Id.Value}" }
            .ExecuteAsync(httpContext);
    }
}
