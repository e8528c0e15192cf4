using Handoff.Leads;
using Handoff.Web.Http;
using Microsoft.AspNetCore.Http;

namespace Handoff.Web.Intake;

/// <summary>
/// 200: what a vendor sent is kept, or there was nothing to keep. Several vendors take no other status for a success, and some give a
/// webhook up that answers otherwise.
/// </summary>
internal sealed class AcknowledgedAnswer(LeadId? stored) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    public Task ExecuteAsync(HttpContext httpContext) =>
        new JsonAnswer<IntakeReceipt>(200, new(stored?.Value), WebJson.Default.IntakeReceipt).ExecuteAsync(httpContext);
}
