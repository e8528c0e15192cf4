using System.Collections.Concurrent;
using System.Text.Json;
using Handoff.Agreements;
using Handoff.Service.Outside;
using Handoff.Service.Telemetry;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Handoff.Service.Quality;

/// <summary>A captcha of which nothing is known at present.</summary>
/// <param name="Source">Whose it is.</param>
/// <param name="Because">What went wrong.</param>
public sealed record SilentCaptcha(string Source, string Because, Instant At);

/// <summary>
/// Asks the vendor of a source's captcha whether a person filled the form in. The three vendors answer the same question in the same words;
/// of reCAPTCHA's third version the score decides. A vendor that does not answer, or refuses our own key, says nothing of the person: the
/// lead is taken, the log says so, and so does <c>/status</c>.
/// </summary>
public sealed class Captchas(IOutside outside, CaptchaAddresses addresses, IClock clock, ILogger<Captchas> log)
{
    /// <summary>Below it reCAPTCHA's third version takes it for a machine; the vendor's own default.</summary>
    private const double LeastScore = 0.5;

    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>A token is good for two minutes, at reCAPTCHA and hCaptcha; one that is asked about later says nothing.</summary>
    private static readonly Duration TokensLast = Duration.FromSeconds(100);

    /// <summary>What says that the token is wrong, and not that our key or our question is.</summary>
    private static readonly string[] OfTheToken =
    [
        "missing-input-response", "invalid-input-response", "timeout-or-duplicate", "invalid-or-already-seen-response",
        "already-seen-response", "expired-input-response",
    ];

    private readonly ConcurrentDictionary<string, SilentCaptcha> _silent = new(StringComparer.Ordinal);

    /// <summary>The captchas that said nothing in the last hour, by the name of the source.</summary>
    public IReadOnlyList<SilentCaptcha> Silent
    {
        get
        {
            var since = clock.GetCurrentInstant() - Hour;
            return [.. _silent.Values.Where(one => one.At > since).OrderBy(one => one.Source, StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether the vendor says that no person filled the form in.</summary>
    /// <param name="token">What the form sent; null: nothing, so that the captcha was passed by.</param>
    /// <param name="receivedAt">When it was sent.</param>
    public async Task<bool> DenyAsync(LeadSource source, string? token, Instant receivedAt, CancellationToken cancellation)
    {
        if (source.Captcha is not { } captcha || clock.GetCurrentInstant() - receivedAt > TokensLast)
            return false;
        if (token is null)
            return true;
        var call = new OutsideCall(addresses.Of(captcha.Kind))
        {
            Form = [new("secret", captcha.Secret), new("response", token)],
        };
        return await outside.AskAsync(call, cancellation) switch
        {
            OutsideAnswer.Said { Status: 200 } said => Read(source, said.Body),
            OutsideAnswer.Said said => Nothing(source, $"it answered {said.Status}"),
            OutsideAnswer.Silent silent => Nothing(source, silent.Because),
            _ => throw new InvalidOperationException("An answer is said or not."),
        };
    }

    private bool Read(LeadSource source, byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            var root = answer.RootElement;
            if (root.GetProperty("success").GetBoolean())
            {
                _silent.TryRemove(source.Name, out _);
                return source.Captcha!.Kind == CaptchaKind.Recaptcha
                    && root.TryGetProperty("score", out var score) && score.GetDouble() < LeastScore;
            }

            string?[] errors = root.TryGetProperty("error-codes", out var codes)
                ? [.. codes.EnumerateArray().Select(code => code.GetString())] : [];
            // Without a reason it is the person who did not pass.
            return errors.All(error => OfTheToken.Contains(error)) || Nothing(source, string.Join(", ", errors));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Nothing(source, "its answer cannot be read");
        }
    }

    private bool Nothing(LeadSource source, string because)
    {
        var now = clock.GetCurrentInstant();
        var isNews = !_silent.TryGetValue(source.Name, out var before) || before.At <= now - Hour;
        _silent[source.Name] = new(source.Name, because, now);
        if (isNews)
            log.LogError(
                LogEvents.CaptchaSilent, "The captcha of source {Source} said nothing: {Because}. Its leads are taken without.",
                source.Name, because);
        return false;
    }
}
