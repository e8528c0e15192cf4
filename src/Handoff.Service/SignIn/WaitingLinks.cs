using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Handoff.Service.SignIn;

/// <summary>
/// Mails with sign-in links that wait to be sent, at most one for each address: the newest, which is the one that works longest. So however
/// many are asked for, no more wait than there are people, and nobody's is dropped for another's.
/// </summary>
internal sealed class WaitingLinks
{
    private readonly Channel<string> _order = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Dictionary<string, (SignInMail Mail, bool IsSent)> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Puts a mail behind those that wait, or in the place of the one that waits for that address.</summary>
    public void Add(string address, SignInMail mail, bool isSent)
    {
        lock (_gate)
        {
            var isNew = !_waiting.TryGetValue(address, out var waits);
            // One that is thrown away takes nobody's place.
            if (isNew || isSent || !waits.IsSent)
                _waiting[address] = (mail, isSent);
            if (isNew)
                _order.Writer.TryWrite(address);
        }
    }

    /// <summary>Takes them in their order, for ever.</summary>
    public async IAsyncEnumerable<(SignInMail Mail, bool IsSent)> TakeAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var address in _order.Reader.ReadAllAsync(cancellation))
        {
            (SignInMail, bool) next;
            lock (_gate)
                _waiting.Remove(address, out next);
            yield return next;
        }
    }
}
