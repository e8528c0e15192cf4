using HandoffFunctions.Tests.Engine;
using Microsoft.DurableTask;

namespace HandoffFunctions.Benchmarks;

/// <summary>
/// The same handoff as the documentation of Durable Functions teaches it ("human interaction"): an orchestration for each lead asks
/// somebody by mail, and races the answer with a timer, three times. Its history is its store. It keeps no promise of ours: an answer given
/// twice counts twice, personal data stays in the history in clear text, and nobody sees how leads stand.
/// </summary>
internal sealed class NaiveHandoffs : IHandoffs
{
    private sealed record Lead(string Email, string Name, string Company);

    private sealed record Question(string Instance, Lead Lead, string Text);

    /// <summary>As long as in the sample.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromHours(72);

    private readonly FaultyMail _mail = new();
    private readonly Arrivals _arrivals;

    private NaiveHandoffs(StorageEngine engine, StorageCount storage)
    {
        (Engine, Storage) = (engine, storage);
        _arrivals = new(_mail, engine);
    }

    public StorageEngine Engine { get; }

    public StorageCount Storage { get; }

    public static async Task<NaiveHandoffs> StartAsync()
    {
        var storage = new StorageCount();
        NaiveHandoffs? made = null;
        var engine = await StorageEngine.StartAsync($"n{Guid.NewGuid():N}"[..20], storage, functions =>
        {
            functions.AddOrchestrator<Lead>(nameof(HandOver), HandOver);
            functions.AddActivity<Question, bool>(nameof(Ask), question => made!.Ask(question));
        });
        return made = new(engine, storage);
    }

    public async Task LiveAsync(string email, CancellationToken cancellation)
    {
        var lead = await Engine.Client.ScheduleNewOrchestrationInstanceAsync(
            nameof(HandOver), new Lead(email, "Ada Lovelace", email.Split('@')[1]), new($"{Guid.NewGuid():N}"), cancellation);
        foreach (var (answer, how) in new[] { ("accepted", ""), ("contacted", "called"), ("judged", "qualified") })
        {
            await _arrivals.MailAsync(lead, cancellation);
            await Engine.Client.RaiseEventAsync(lead, answer, how, cancellation);
        }

        await _arrivals.EndAsync(lead, cancellation);
    }

    private static async Task HandOver(TaskOrchestrationContext context)
    {
        var lead = context.GetInput<Lead>()!;
        await AskAsync(context, lead, "accepted", "A new lead is offered to you. Do you accept it?");
        await AskAsync(context, lead, "contacted", "The lead is yours. Have you contacted it?");
        await AskAsync(context, lead, "judged", "Was it a good lead?");
    }

    private static async Task AskAsync(TaskOrchestrationContext context, Lead lead, string answer, string question)
    {
        await context.CallActivityAsync<bool>(nameof(Ask), new Question(context.InstanceId, lead, question));
        using var over = new CancellationTokenSource();
        var timer = context.CreateTimer(context.CurrentUtcDateTime + Within, over.Token);
        var answered = context.WaitForExternalEvent<string>(answer);
        if (await Task.WhenAny(answered, timer) != answered)
            await context.CallActivityAsync<bool>(nameof(Ask), new Question(context.InstanceId, lead, "Nobody has answered."));
        CancelNow(over);
    }

    /// <summary>Not CancelAsync: an orchestrator awaits nothing but its own context's tasks.</summary>
    private static void CancelNow(CancellationTokenSource source) => source.Cancel();

    private async Task<bool> Ask(Question question)
    {
        var text = $"{question.Text}\n\n{question.Lead.Name}, {question.Lead.Company}, {question.Lead.Email}\n";
        await _mail.SendAsync(
            new($"{Guid.NewGuid():N}", question.Instance, new("anna.greco@acme.example", "Anna Greco"), question.Lead.Name, text, "", "en"),
                default);
        return true;
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
