using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Handoff.Acceptance.Hosting;
using Handoff.Leads;
using Handoff.Service.Delivery;
using Handoff.Service.Mail;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using HandoffFunctions.Orchestrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// The app as it is deployed, with the published sample, and a mail provider that fails when a test says so. Its clock is the test's, and
/// stands still on a Monday at 10:00 in Rome so far ahead that no timer of the engine fires by itself.
/// </summary>
internal sealed partial class Deployment : IAsyncDisposable
{
    public const string AdminKey = "a-key-for-tests-only";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private const int MostLooks = 1_200;
    private const int LooksAMinute = 300;
    private const int MostMinutes = 5;

    private readonly BuiltApp _app;

    private Deployment(BuiltApp app, FakeClock clock, FaultyMail mail)
    {
        (_app, Clock, Mail) = (app, clock, mail);
        Http = new() { BaseAddress = new(app.Address), DefaultRequestHeaders = { Authorization = new("Bearer", AdminKey) } };
    }

    public StorageEngine Engine => _app.Engine;

    public StorageCount Storage => _app.Storage;

    public FakeClock Clock { get; }

    public FaultyMail Mail { get; }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Makes a class of functions, as the worker does.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(_app.Services);

    public static Task<Deployment> StartAsync(Func<string, string>? people = null) => StartAsync("Development", people, _ => { });

    /// <summary>Starts it as in Azure.</summary>
    public static Task<Deployment> StartInProductionAsync(Action<IServiceCollection> change) => StartAsync("Production", null, change);

    private static async Task<Deployment> StartAsync(string environment, Func<string, string>? people, Action<IServiceCollection> change)
    {
        var (clock, mail) = (new FakeClock(Instant.FromUtc(2034, 11, 27, 9, 0)), new FaultyMail());
        var app = await BuiltApp.StartAsync(
            environment,
            clock,
            mail.Outage,
            services =>
            {
                services.AddSingleton<IMailTransport>(mail);
                change(services);
            },
            people);
        return new(app, clock, mail);
    }

    public static IConfigurationRoot Settings(string storage, string container) =>
        new ConfigurationBuilder().AddInMemoryCollection(OpenIdProvider.Shared.Settings)
            .AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = storage,
            ["HANDOFF_AGREEMENT_CONTAINER"] = container,
            ["HANDOFF_PUBLIC_URL"] = "https://handoff.example",
            ["HANDOFF_ADMIN_KEY"] = AdminKey,
            ["HANDOFF_WEBSITE_KEY"] = "demo",
            ["HANDOFF_MAIL"] = "mailbox",
            [SendGridPosts.Setting.Key] = SendGridPosts.Setting.Value,
        }).Build();

    public static Dictionary<string, string> Sample(Func<string, string>? people = null)
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        if (people is not null)
            files["people.yaml"] = people(files["people.yaml"]);
        return files;
    }

    /// <summary>Posts a lead that qualifies, and waits until what follows the answer is done; returns its id.</summary>
    public async Task<string> AskAsync(string email = "ada@analytical.example")
    {
        var lead = await PostAsync(email);
        await IdleAsync();
        return lead;
    }

    /// <summary>Posts a lead that qualifies; returns its id.</summary>
    public async Task<string> PostAsync(string email)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website");
        request.Headers.Add("X-Handoff-Key", "demo");
        request.Content =
            JsonContent.Create(new { email, name = "Ada Lovelace", company = email.Split('@')[1], country = "IT", form = "demo" });
        using var answer = await Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Waits for the newest mail to a lead's rep with such a link, and acts by it.</summary>
    public async Task ActAsync(string lead, string rel, params (string Name, string Value)[] form)
    {
        await FollowAsync(await LinkAsync(lead, rel), form);
        await IdleAsync();
    }

    /// <summary>An ordinary life, until its orchestration has ended: received, offered, accepted, contacted, judged.</summary>
    /// <remarks>By the mails as they were sent: to look for them in the store would count.</remarks>
    public async Task<string> LiveAsync(string email)
    {
        var mails = Mail.Sent.Count;
        var lead = await AskAsync(email);
        (string, string)[][] acts =
            [[("action", "accept")], [("action", "contacted"), ("how", "called")], [("action", "feedback"), ("outcome", "qualified")]];
        foreach (var act in acts)
        {
            var mail = mails++;
            await UntilAsync(() => Task.FromResult(Mail.Sent.Count > mail), $"mail {mails}");
            await FollowAsync(Mail.Sent.ElementAt(mail), act);
        }

        await EndedAsync(lead);
        await IdleAsync();
        return lead;
    }

    /// <summary>Acts by the first link of a mail, which is what it asks for.</summary>
    public Task FollowAsync(OutgoingMail mail, params (string Name, string Value)[] form) =>
        FollowAsync(new Uri(new Uri(PersonalLink().Match(mail.Text).Value).AbsolutePath, UriKind.Relative), form);

    private async Task FollowAsync(Uri link, (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync(link, content);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Waits until what follows the answers is done.</summary>
    public Task IdleAsync() => UntilAsync(() => Task.FromResult(_app.IsIdle), "the app to be idle");

    public async Task<Uri> LinkAsync(string lead, string rel)
    {
        Uri? found = null;
        await UntilAsync(async () => (found = await FindLinkAsync(lead, rel)) is not null, $"a mail with a link to {rel}");
        return found!;
    }

    /// <summary>Looks of the reconciler, a minute apart, until a mail with such a link has come.</summary>
    public Task ReconcileUntilLinkAsync(string lead, string rel) =>
        ReconcileUntilAsync(async () => await FindLinkAsync(lead, rel) is not null, $"a mail with a link to {rel}");

    /// <summary>Waits until nothing of the stream is due and its orchestration waits or has ended.</summary>
    public Task SettleAsync(StreamId stream) => UntilAsync(
        async () =>
            await Get<IStreamStore>().FindAsync(stream, default) is { } head
            && !(head.NextWakeUp <= Clock.GetCurrentInstant()), $"{stream.Id} to be quiet");

    public Task SettleAsync(string lead) => SettleAsync(new StreamId(StreamKind.Lead, lead));

    public async Task<Lead> LeadAsync(string lead) => (await Get<Handoff.Service.Turns.LeadTurns>().FindAsync(new(lead), default))!;

    /// <summary>How many steps the engine has asked for.</summary>
    public int Turns => Engine.Steps;

    /// <summary>
    /// Waits until an orchestration has ended; where the nudge that ends it was lost, it is told what its timer would tell it: the engine
    /// keeps real time, and nobody else looks for a stream that is never due again.
    /// </summary>
    public async Task EndedAsync(string instance)
    {
        if (!await IsSeenAsync(() => HasEndedAsync(instance), MostLooks))
            await LookUntilAsync(FireTimerAsync, () => HasEndedAsync(instance), $"{instance} to end");

        Task FireTimerAsync() => TellAsync(told => told.Nudge(InstanceId.StreamOf(instance), Clock.GetCurrentInstant()));
    }

    /// <summary>Whether an orchestration has ended. The question itself is not counted.</summary>
    public async Task<bool> HasEndedAsync(string instance) =>
        (await Storage.AsideAsync(() => Engine.Client.FindAsync(instance)))?.OrchestrationStatus
            == DurableTask.Core.OrchestrationStatus.Completed;

    /// <summary>Tells orchestrations, as after a function's work.</summary>
    public Task TellAsync(Action<IWakeUps> tell) => Get<Nudges>().TellAfterAsync(Engine.Client, own: null, () =>
    {
        tell(Get<IWakeUps>());
        return Task.FromResult(true);
    });

    /// <summary>One look of the reconciler, as the timer function takes it.</summary>
    public Task ReconcileAsync() => Get<Nudges>().TellAfterAsync(Engine.Client, own: null, () => Get<Reconciler>().ReconcileAsync(default));

    /// <summary>Looks of the reconciler, a minute apart, until it is seen.</summary>
    public Task ReconcileUntilAsync(Func<Task<bool>> seen, string what) => LookUntilAsync(ReconcileAsync, seen, what);

    /// <summary>Looks a minute apart until it is seen: a lost nudge or a failed step costs minutes.</summary>
    public async Task LookUntilAsync(Func<Task> look, Func<Task<bool>> seen, string what)
    {
        for (var minutes = 0; minutes < MostMinutes; minutes++)
        {
            await look();
            if (await IsSeenAsync(seen, LooksAMinute))
                return;
            Clock.AdvanceMinutes(1);
        }

        throw new TimeoutException($"Looked in vain for {what}.");
    }

    public static async Task UntilAsync(Func<Task<bool>> seen, string what)
    {
        if (!await IsSeenAsync(seen, MostLooks))
            throw new TimeoutException($"Waited in vain for {what}.");
    }

    private async Task<Uri?> FindLinkAsync(string lead, string rel)
    {
        var mails = await Get<Mailbox>().ListAsync(100, default);
        return mails.FirstOrDefault(mail => mail.LeadIds.Contains(lead) && mail.Links.Any(link => link.Rel == rel)) is { } found
            ? new(new Uri(found.Links.First(link => link.Rel == rel).Href).AbsolutePath, UriKind.Relative)
            : null;
    }

    private static async Task<bool> IsSeenAsync(Func<Task<bool>> seen, int looks)
    {
        for (var look = 0; look < looks; look++)
        {
            if (await seen())
                return true;
            await Task.Delay(Look, TimeProvider.System);
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    [GeneratedRegex(@"https://handoff\.example/r/[^\s>)]+", RegexOptions.None, 1_000)]
    private static partial Regex PersonalLink();
}
