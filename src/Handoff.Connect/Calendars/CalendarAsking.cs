using System.Net;
using System.Text;
using Handoff.Connect.Channels;
using Handoff.People;
using Handoff.Service.Busy;

namespace Handoff.Connect.Calendars;

/// <summary>
/// Asks for people's calendars over HTTP: bounded in time and size, following no redirection, and to no private address that is not
/// allowed, whatever its name leads to.
/// </summary>
internal sealed class CalendarAsking(ChannelConnections connections) : ICalendarSource
{
    private const int Largest = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<CalendarAnswer> AskAsync(BusyCalendar calendar, CalendarMark? mark, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(ChannelConnections.Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, calendar.Address);
        request.Headers.TryAddWithoutValidation("Accept", "text/calendar");
        request.Headers.TryAddWithoutValidation("User-Agent", "Handoff");
        if (mark?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (mark?.Modified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        try
        {
            using var answer = await connections.Of(calendar.AllowPrivate)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK when await ReadAsync(answer.Content, patience.Token) is { } text => new CalendarAnswer.Said(text, new(
                    answer.Headers.ETag?.ToString(),
                    answer.Content.Headers.TryGetValues("Last-Modified", out var at) ? at.FirstOrDefault() : null)),
                HttpStatusCode.OK => new CalendarAnswer.Failed("it is larger than 4 MB"),
                HttpStatusCode.NotModified when mark is not null => new CalendarAnswer.Unchanged(),
                var status => new CalendarAnswer.Failed(FormattableString.Invariant($"its server answered {(int)status}")),
            };
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new CalendarAnswer.Failed("its server does not answer in time");
        }
        catch (Exception e) when (e is UnreachableAddressException || e.InnerException is UnreachableAddressException)
        {
            return new CalendarAnswer.Failed("it leads into a private network; 'busy_private: true' allows that");
        }
        catch (HttpRequestException e)
        {
            return new CalendarAnswer.Failed($"its server does not answer ({e.HttpRequestError})");
        }
        catch (IOException)
        {
            return new CalendarAnswer.Failed("its server broke off");
        }
    }

    private static async Task<string?> ReadAsync(HttpContent content, CancellationToken cancellation) =>
        await AnswerBody.ReadAsync(content, Largest, cancellation) is { } body ? Encoding.UTF8.GetString(body.Span) : null;
}
