using System.Collections.Concurrent;
using System.Threading.Channels;
using Handoff.Service.Delivery;
using HandoffFunctions.Tests.Engine;

namespace HandoffFunctions.Benchmarks;

/// <summary>Where who plays the people waits for a lead's next mail, and for the beginning and the end of its orchestration.</summary>
internal sealed class Arrivals
{
    private sealed record Waiting(Channel<OutgoingMail> Mails, TaskCompletionSource Begin, TaskCompletionSource End);

    private static readonly TimeSpan Reading = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, Waiting> _waiting = new(StringComparer.Ordinal);

    public Arrivals(FaultyMail mail, StorageEngine engine)
    {
        mail.AfterSending = one => Of(one.ThreadId).Mails.Writer.WriteAsync(one).AsTask();
        engine.Runs = instance => Of(instance).Begin.TrySetResult();
        engine.Returned = instance => Of(instance).End.TrySetResult();
    }

    /// <summary>Waits for the lead's next mail and reads it: nobody acts while the one that sent it still notes that it has gone.</summary>
    public async Task<OutgoingMail> MailAsync(string lead, CancellationToken cancellation)
    {
        var mail = await Of(lead).Mails.Reader.ReadAsync(cancellation);
        await Task.Delay(Reading, TimeProvider.System, cancellation);
        return mail;
    }

    /// <summary>
    /// Waits until the lead's orchestration has begun: what is raised before may be dropped by the engine, for no person is as fast.
    /// </summary>
    public Task BeginAsync(string lead, CancellationToken cancellation) => Of(lead).Begin.Task.WaitAsync(cancellation);

    public async Task EndAsync(string lead, CancellationToken cancellation)
    {
        await Of(lead).End.Task.WaitAsync(cancellation);
        _waiting.TryRemove(lead, out _);
    }

    // A mail may be taken before the answer that names the lead is read.
    private Waiting Of(string lead) => _waiting.GetOrAdd(lead, _ => new(
        Channel.CreateUnbounded<OutgoingMail>(), new(TaskCreationOptions.RunContinuationsAsynchronously),
            new(TaskCreationOptions.RunContinuationsAsynchronously)));
}
