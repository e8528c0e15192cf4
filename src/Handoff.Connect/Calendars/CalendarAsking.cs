using System.Net;
using System.Text;
using Handoff.Connect.Channels;
using Handoff.People;
using Handoff.Service.Busy;
using Handoff.Service.Delivery;

namespace Handoff.Connect.Calendars;

/// <summary>
/// Asks for people's calendars over HTTP: bounded in time and size, following no redirection, and to no private address that is not
/// allowed, whatever its name leads to.
/// </summary>
internal sealed class CalendarAsking(ChannelExchange exchange) : ICalendarSource
{
    private const int Largest = 4 * 1024 * 1024;

    /// <inheritdoc/>
    public async Task<CalendarAnswer> AskAsync(BusyCalendar calendar, CalendarMark? mark, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, calendar.Address);
        request.Headers.TryAddWithoutValidation("Accept", "text/calendar");
        if (mark?.ETag is { } tag)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (mark?.Modified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return await exchange.AskAsync<CalendarAnswer>(
            request, calendar.AllowPrivate, (answer, stopping) => ReadAsync(answer, mark, stopping), Silent, cancellation);
    }

    private static CalendarAnswer Silent(SendOutcome outcome) => new CalendarAnswer.Failed(outcome switch
    {
        SendOutcome.Misconfigured => "it leads into a private network; 'busy_private: true' allows that",
        SendOutcome.Failed failed => $"no answer from its server ({failed.Reason.TrimEnd('.')})",
        SendOutcome.Unknown unknown => $"no answer from its server ({unknown.Reason.TrimEnd('.')})",
        _ => throw new InvalidOperationException("A receiver that says nothing has failed."),
    });

    private static async Task<CalendarAnswer> ReadAsync(HttpResponseMessage answer, CalendarMark? mark, CancellationToken cancellation) =>
        answer.StatusCode switch
        {
            HttpStatusCode.OK when await AnswerBody.ReadAsync(answer.Content, Largest, cancellation) is { } body =>
                new CalendarAnswer.Said(Encoding.UTF8.GetString(body.Span), new(
                    answer.Headers.ETag?.ToString(),
                    answer.Content.Headers.TryGetValues("Last-Modified", out var at) ? at.FirstOrDefault() : null)),
            HttpStatusCode.OK => new CalendarAnswer.Failed("it is larger than 4 MB"),
            HttpStatusCode.NotModified when mark is not null => new CalendarAnswer.Unchanged(),
            var status => new CalendarAnswer.Failed(FormattableString.Invariant($"its server answered {(int)status}")),
        };
}
