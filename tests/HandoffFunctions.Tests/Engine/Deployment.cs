using System.Net.Http.Json;
using System.Text.Json;
using Handoff.AzureTables;
using Handoff.AzureTables.Agreements;
using Handoff.Leads;
using Handoff.Service.Delivery;
using Handoff.Service.Mail;
using Handoff.Service.Running;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Handoff.Stores.Tests.AzureTables;
using HandoffFunctions.Hosting;
using HandoffFunctions.Http;
using HandoffFunctions.Orchestrations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Testing;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// The app as it is deployed: its own registrations, the published sample, tables and task hub of its own on the emulator, requests through its surface.
/// Its clock is the test's, and stands still on a Monday at 10:00 in Rome so far ahead that no timer of the engine fires by itself.
/// </summary>
internal sealed class Deployment : IAsyncDisposable
{
    public const string AdminKey = "a-key-for-tests-only";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(25);
    private const int MostLooks = 1_200;

    private readonly IHost _app;

    private Deployment(IHost app, StorageEngine engine, StorageCount storage, FakeClock clock, FaultyMail mail)
    {
        (_app, Engine, Storage, Clock, Mail) = (app, engine, storage, clock, mail);
        Http = app.GetTestClient();
        Http.DefaultRequestHeaders.Authorization = new("Bearer", AdminKey);
    }

    public StorageEngine Engine { get; }

    public StorageCount Storage { get; }

    public FakeClock Clock { get; }

    public FaultyMail Mail { get; }

    public HttpClient Http { get; }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Makes a class of functions, as the worker does.</summary>
    public T Make<T>() => ActivatorUtilities.CreateInstance<T>(_app.Services);

    public static async Task<Deployment> StartAsync(Func<string, string>? people = null)
    {
        var (clock, mail, storage) = (new FakeClock(Instant.FromUtc(2034, 11, 27, 9, 0)), new FaultyMail(), new StorageCount());
        var name = $"t{Guid.NewGuid():N}"[..20];
        var settings = Settings((await Azurite.Shared).ConnectionString, name);
        await new PublishedAgreement(new() { ConnectionString = settings["AzureWebJobsStorage"] }, name).PublishAsync(Sample(people), default);
        StorageEngine? engine = null;
        // As strict as the worker is on a developer's machine, and with the parts of Razor that it has.
        var app = new HostBuilder().UseDefaultServiceProvider(provider => provider.ValidateScopes = true).ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services =>
            {
                services.AddHandoff(settings);
                services.AddRazorComponents();
                services.AddSingleton<IConfiguration>(settings).AddSingleton<IClock>(clock).AddSingleton<IMailTransport>(mail).AddSingleton<Activities>();
                services.AddSingleton(provider => AzureTablesStore.Make(
                    new() { ConnectionString = settings["AzureWebJobsStorage"], Prefix = name, Configure = client =>
                    {
                        client.AddPolicy(mail.Outage, Azure.Core.HttpPipelinePosition.PerCall);
                        client.AddPolicy(storage, Azure.Core.HttpPipelinePosition.PerRetry);
                    } },
                    clock));
            })
            .Configure(pipeline => pipeline.Run(http => http.RequestServices.GetRequiredService<HandoffSurface>().Answer(engine!.Client).ExecuteAsync(http))))
            .Build();
        engine = await StorageEngine.StartAsync(name, storage, app.Services.GetRequiredService<Activities>);
        await app.StartAsync();
        return new(app, engine, storage, clock, mail);
    }

    public static IConfigurationRoot Settings(string storage, string container) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage"] = storage,
        ["HANDOFF_AGREEMENT_CONTAINER"] = container,
        ["HANDOFF_PUBLIC_URL"] = "https://handoff.example",
        ["HANDOFF_ADMIN_KEY"] = AdminKey,
        ["HANDOFF_WEBSITE_KEY"] = "demo",
        ["HANDOFF_MAIL"] = "mailbox",
    }).Build();

    public static Dictionary<string, string> Sample(Func<string, string>? people = null)
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        if (people is not null)
            files["people.yaml"] = people(files["people.yaml"]);
        return files;
    }

    /// <summary>Posts a lead that qualifies; returns its id.</summary>
    public async Task<string> AskAsync(string email = "ada@analytical.example")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/leads/website");
        request.Headers.Add("X-Handoff-Key", "demo");
        request.Content = JsonContent.Create(new { email, name = "Ada Lovelace", company = email.Split('@')[1], country = "IT", form = "demo" });
        using var answer = await Http.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Waits for the newest mail to a lead's rep with such a link, and acts by it.</summary>
    public async Task ActAsync(string lead, string rel, params (string Name, string Value)[] form)
    {
        var link = await LinkAsync(lead, rel);
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync(link, content);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<Uri> LinkAsync(string lead, string rel)
    {
        MailboxMessage? found = null;
        await UntilAsync(async () =>
        {
            found = (await Get<Mailbox>().ListAsync(100, default)).FirstOrDefault(mail => mail.LeadIds.Contains(lead) && mail.Links.Any(link => link.Rel == rel));
            return found is not null;
        }, $"a mail with a link to {rel}");
        return new(found!.Links.First(link => link.Rel == rel).Href);
    }

    /// <summary>Waits until nothing of the stream is due and its orchestration waits or has ended.</summary>
    public Task SettleAsync(StreamId stream) => UntilAsync(
        async () => await Get<IStreamStore>().FindAsync(stream, default) is { } head && !(head.NextWakeUp <= Clock.GetCurrentInstant()), $"{stream.Id} to be quiet");

    public Task SettleAsync(string lead) => SettleAsync(new StreamId(StreamKind.Lead, lead));

    public async Task<Lead> LeadAsync(string lead) => (await Get<Handoff.Service.Turns.LeadTurns>().FindAsync(new(lead), default))!;

    /// <summary>How many steps the engine has asked for.</summary>
    public int Turns => Engine.Steps;

    /// <summary>Waits until an orchestration has ended.</summary>
    public Task EndedAsync(string instance) => UntilAsync(
        async () => (await Engine.Client.FindAsync(instance))?.OrchestrationStatus == DurableTask.Core.OrchestrationStatus.Completed, $"{instance} to end");

    /// <summary>Tells orchestrations, as after a function's work.</summary>
    public Task TellAsync(Action<IWakeUps> tell) => Get<Nudges>().TellAfterAsync(Engine.Client, own: null, () =>
    {
        tell(Get<IWakeUps>());
        return Task.FromResult(true);
    });

    /// <summary>One look of the reconciler, as the timer function takes it.</summary>
    public Task ReconcileAsync() => Get<Nudges>().TellAfterAsync(Engine.Client, own: null, () => Get<Reconciler>().ReconcileAsync(default));

    public static async Task UntilAsync(Func<Task<bool>> seen, string what)
    {
        for (var looks = 0; looks < MostLooks; looks++)
        {
            if (await seen())
                return;
            await Task.Delay(Look, TimeProvider.System);
        }

        throw new TimeoutException($"Waited in vain for {what}.");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Engine.DisposeAsync();
        await _app.StopAsync();
        _app.Dispose();
    }
}
