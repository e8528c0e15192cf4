using System.Globalization;
using System.Text.RegularExpressions;
using Handoff.Leads;
using HandoffFunctions.Tests.Engine;
using Xunit.Abstractions;

namespace HandoffFunctions.Tests;

/// <summary>
/// What an ordinary life costs, counted on the wire: received, offered, accepted, contacted, judged, three e-mails. The budget is that of
/// docs/azure-scale.md.
/// </summary>
public sealed partial class LifeCostTests(ITestOutputHelper output)
{
    [AzuriteFact]
    public async Task An_ordinary_life_takes_60_requests_and_10_executions_at_most()
    {
        await using var app = await Deployment.StartAsync();
        await app.LiveAsync("grace@before.example");

        // A machine that is busy adds requests, for what comes late is asked again; so one of some lives has to fit.
        var (requests, executed) = (int.MaxValue, int.MaxValue);
        for (var life = 0; life < MostLives && (requests > MostRequests || executed > MostExecutions); life++)
            (requests, executed) = await CountAsync(app, string.Create(CultureInfo.InvariantCulture, $"ada@analytical{life}.example"));

        Assert.InRange(requests, 30, MostRequests);
        Assert.InRange(executed, PostsOfALife + 2, MostExecutions);
    }

    [AzuriteFact]
    public async Task A_lead_is_acknowledged_after_3_requests_and_its_offer_is_out_after_20()
    {
        await using var app = await Deployment.StartAsync();
        await app.LiveAsync("grace@before.example");
        app.Storage.Clear();
        var untilSent = 0;
        app.Mail.AfterSending = _ => Task.FromResult(Interlocked.CompareExchange(ref untilSent, app.Storage.Requests.Count, 0));
        // The first thing that follows the answer is to reserve the rep's turn.
        IReadOnlyList<string>? untilAnswered = null;
        app.Mail.Outage.Fails = message =>
        {
            if (message.Request.Uri.Path.Contains("rotas", StringComparison.Ordinal))
                Interlocked.CompareExchange(ref untilAnswered, [.. app.Storage.Requests.Where(IsOfTheAnswer)], null);
            return false;
        };

        await app.AskAsync("ada@analytical.example");
        await Deployment.UntilAsync(() => Task.FromResult(untilSent > 0), "the offer");

        Assert.NotNull(untilAnswered);
        output.WriteLine($"{string.Join(", ", untilAnswered)} until the answer, {untilSent} requests until the mail");
        Assert.InRange(untilAnswered.Count, 2, 3);
        Assert.InRange(untilSent, untilAnswered.Count + 1, 20);
    }

    private const int PostsOfALife = 4;
    private const int MostLives = 5;
    private const int MostRequests = 60;
    private const int MostExecutions = 10;

    private async Task<(int Requests, int Executions)> CountAsync(Deployment app, string email)
    {
        app.Storage.Clear();
        var executions = app.Engine.Executions;

        var lead = await app.LiveAsync(email);

        var (requests, executed) = (app.Storage.Requests, app.Engine.Executions - executions + PostsOfALife);
        output.WriteLine($"{requests.Count} requests, {executed} executions, {app.Storage.AtRest} polls and leases");
        foreach (var kind in requests.GroupBy(Shape).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"{kind.Count(),3} {kind.Key}");
        Assert.Equal(LeadStatus.SalesQualified, (await app.LeadAsync(lead)).Status);
        return (requests.Count, executed);
    }

    /// <summary>The engine deletes the last message of the life before after it has said that this life is over.</summary>
    private static bool IsOfTheAnswer(string request) => !request.StartsWith("DELETE ", StringComparison.Ordinal);

    /// <summary>The request without what differs from lead to lead.</summary>
    private static string Shape(string request) => Hub().Replace(request.Split('(')[0].Split("/messages/")[0], "*");

    [GeneratedRegex("t[0-9a-f]{19}", RegexOptions.None, 1_000)]
    private static partial Regex Hub();
}
