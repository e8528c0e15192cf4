namespace Handoff.Benchmarks.Rivals.Handoffs;

/// <summary>What a landing page, a rep and the load program ask of a rival.</summary>
internal static class HandoffRoutes
{
    public static void Map(WebApplication app)
    {
        var (steps, leads) = (app.Services.GetRequiredService<HandoffSteps>(), app.Services.GetRequiredService<LeadTable>());
        app.MapPost("/api/leads/website", async (HttpRequest request, HttpResponse response, CancellationToken cancellation) =>
        {
            var id = await steps.ReceiveAsync(await PostedLead.ReadAsync(request.Body, cancellation), cancellation);
            await AnswerAsync(response, id is null ? 409 : 202, $$"""{"id":"{{id}}"}""");
        });
        app.MapPost("/r/{token}", async (string token, HttpResponse response, CancellationToken cancellation) =>
        {
            var accepted = await steps.AcceptAsync(token, cancellation);
            await AnswerAsync(response, accepted ? 200 : 409, accepted ? "<p>It is yours.</p>" : "<p>Somebody was quicker.</p>");
        });
        app.MapGet("/offers/{after:long}", async (long after, HttpResponse response, CancellationToken cancellation) =>
        {
            var offers = await leads.OffersAfterAsync(after, cancellation);
            await AnswerAsync(
                response, 200,
                string.Join('\n', offers.Select(offer => FormattableString.Invariant($"{offer.Number} {offer.Lead} /r/{offer.Token}"))));
        });
    }

    private static async Task AnswerAsync(HttpResponse response, int status, string text)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(text);
        (response.StatusCode, response.ContentLength) = (status, body.Length);
        await response.Body.WriteAsync(body);
    }
}
