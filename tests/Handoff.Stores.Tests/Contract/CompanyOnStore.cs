using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Handoff.Leads;
using Handoff.People;
using Handoff.Service.Asking;
using Handoff.Service;
using Handoff.Service.AgreementFiles;
using Handoff.Service.Company;
using Handoff.Service.Delivery;
using Handoff.Service.Intake;
using Handoff.Service.Links;
using Handoff.Service.Mail;
using Handoff.Service.People;
using Handoff.Service.Processes;
using Handoff.Service.Storage;
using Handoff.Service.Turns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Handoff.Stores.Tests.Contract;

/// <summary>The use cases on a store, with the sample agreement in force; mails go nowhere, and nobody but the test runs streams.</summary>
internal sealed class CompanyOnStore : IAsyncDisposable
{
    /// <summary>Monday 2026-11-30, 10:00 in Rome: the office is open.</summary>
    public static readonly Instant MondayAtTen = Instant.FromUtc(2026, 11, 30, 9, 0);

    private readonly ServiceProvider _services;

    private CompanyOnStore(ServiceProvider services) => _services = services;

    public static async Task<CompanyOnStore> OpenAsync(
        StorePorts store, IClock clock, Func<string, string>? people = null, PersonIdMaker? ids = null,
        Func<string, string>? agreement = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddHandoffService().AddSingleton<PersonIdMaker>(ids ?? PersonId.Of)
            .AddSingleton(clock)
            .AddSingleton(store.Streams).AddSingleton(store.Lookups).AddSingleton(store.Rotas)
            .AddSingleton(store.Keys).AddSingleton(store.Copies).AddSingleton(store.Facts).AddSingleton(store.Snapshots)
            .AddSingleton<IWakeUps, NoWakeUps>()
            .AddSingleton<IMailTransport, Nowhere>()
            .AddSingleton<IMailRenderer, PlainMail>()
            .AddSingleton<ILinkProtector, OpenLinks>()
            .AddSingleton(new Site(new Uri("https://handoff.example/")))
            .BuildServiceProvider();
        var company = new CompanyOnStore(services);
        await company.PutInForceAsync(people, agreement);
        return company;
    }

    /// <summary>Puts the sample in force, with other people or another agreement.</summary>
    public async Task PutInForceAsync(Func<string, string>? people, Func<string, string>? agreement = null)
    {
        var files = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "sample", "acme"))
            .ToImmutableDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);
        if (people is not null)
            files = files.SetItem("people.yaml", people(files["people.yaml"]));
        if (agreement is not null)
            files = files.SetItem("agreement.yaml", agreement(files["agreement.yaml"]));
        var folder = AgreementFolderReader.Read(files, _ => null, MondayAtTen) is FolderReading.Loaded loaded
            ? loaded.Folder
            : throw new InvalidOperationException("The sample is sound.");
        Assert.Null(await Get<CompanyInForce>().PutInForceAsync(folder, default));
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A person of a company asks for a demonstration: a lead that qualifies.</summary>
    public Task<IntakeAnswer> AskAsync(string email, string? phone = null, string? delivery = null) => PostAsync(email, phone, delivery);

    /// <summary>The same of somebody who leaves an address, a phone or both.</summary>
    public Task<IntakeAnswer> PostAsync(string? email, string? phone, string? delivery, params (string Field, string Value)[] more)
    {
        var fields = ImmutableDictionary<string, string>.Empty.Add("name", "Ada Rossi").Add("company", "Rossi SpA")
            .Add("country", "IT").Add("job_title", "CEO").Add("message", "We would like a demo and a quote for 200 people.")
                .Add("employees", "500").Add("form", "demo");
        if (email is not null)
            fields = fields.Add("email", email);
        if (phone is not null)
            fields = fields.Add("phone", phone);
        fields = fields.SetItems(more.Select(each => KeyValuePair.Create(each.Field, each.Value)));
        return Get<LeadIntake>().ReceiveAsync(new()
        {
            Source = Get<CompanyInForce>().Find("website")!,
            Fields = fields,
            IdempotencyKey = delivery,
            BodyHash = SHA256.HashData(Encoding.UTF8.GetBytes($"{email}{phone}")),
        }, default);
    }

    public async Task<LeadId> QualifiedAsync(string email, string? phone = null)
    {
        var stored = Assert.IsType<IntakeAnswer.Stored>(await AskAsync(email, phone));
        Assert.Equal("qualified", stored.Status);
        return stored.Id;
    }

    public async Task<Lead> TurnAsync(LeadId id, params LeadCommand[] commands) =>

        (commands.Length == 0
            ? await Get<LeadTurns>().FindAsync(id, default)
            : (await Get<LeadTurns>().DecideAsync(id, [.. commands], TurnExtras.None, null, default)).Lead)!;

    private sealed class NoWakeUps : IWakeUps
    {
        public void Saved(SavedTurn turn)
        {
        }

        public void Nudge(StreamId stream, Instant at)
        {
        }
    }

    private sealed class Nowhere : IMailTransport
    {
        public string Name => "nowhere";

        public ConcurrentQueue<OutgoingMail> Sent { get; } = [];

        public Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            Sent.Enqueue(mail);
            return Task.FromResult<SendOutcome>(new SendOutcome.Accepted(null));
        }
    }

    private sealed class PlainMail : IMailRenderer
    {
        public ValueTask<RenderedMail> RenderAsync(MailModel model, CancellationToken cancellation) =>
            ValueTask.FromResult(new RenderedMail("subject", "text", "<p>text</p>"));

        public ValueTask<RenderedMail> RenderAsync(AskMail mail, CancellationToken cancellation) =>
            ValueTask.FromResult(new RenderedMail("subject", "text", "<p>text</p>"));

        public ValueTask<RenderedMail> RenderAsync(LetterMail mail, CancellationToken cancellation) =>
            ValueTask.FromResult(new RenderedMail("subject", "text", "<p>text</p>"));
    }

    private sealed class OpenLinks : ILinkProtector
    {
        public string Protect(LinkGrant grant) => Convert.ToHexString(JsonSerializer.SerializeToUtf8Bytes(grant.Lead?.Value));

        public LinkGrant? Unprotect(string token) => null;
    }
}
