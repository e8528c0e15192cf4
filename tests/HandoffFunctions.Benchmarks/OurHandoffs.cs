using System.Text.RegularExpressions;
using HandoffFunctions.Tests.Engine;

namespace HandoffFunctions.Benchmarks;

/// <summary>Handoff as it is deployed: requests through its surface, links of its mails, its own tables beside the engine's.</summary>
internal sealed partial class OurHandoffs : IHandoffs
{
    private readonly Deployment _app;
    private readonly Arrivals _arrivals;

    private OurHandoffs(Deployment app) => (_app, _arrivals) = (app, new(app.Mail, app.Engine));

    /// <summary>On the sample, with reps who take any number of leads at once.</summary>
    public static async Task<OurHandoffs> StartAsync() =>
        new(await Deployment.StartAsync(people => Capacity().Replace(people, "capacity: 1000")));

    public StorageEngine Engine => _app.Engine;

    public StorageCount Storage => _app.Storage;

    public async Task LiveAsync(string email, CancellationToken cancellation)
    {
        var lead = await _app.PostAsync(email);
        await ActAsync(lead, [("action", "accept")], cancellation);
        await ActAsync(lead, [("action", "contacted"), ("how", "called")], cancellation);
        await _arrivals.BeginAsync(lead, cancellation);
        await ActAsync(lead, [("action", "feedback"), ("outcome", "qualified")], cancellation);
        await _arrivals.EndAsync(lead, cancellation);
    }

    private async Task ActAsync(string lead, (string Name, string Value)[] form, CancellationToken cancellation) =>
        await _app.FollowAsync(await _arrivals.MailAsync(lead, cancellation), form);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex("capacity: [0-9]+", RegexOptions.None, 1_000)]
    private static partial Regex Capacity();
}
