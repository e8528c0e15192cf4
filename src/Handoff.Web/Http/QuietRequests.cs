using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Handoff.Web.Http;

/// <summary>
/// Keeps the logs of <c>Microsoft.AspNetCore</c> and of Azure's clients at Warning whatever level somebody sets: below it they name the
/// addresses of requests, and those hold tokens and keys (promise 7).
/// </summary>
internal sealed class QuietRequests : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Categories = ["Microsoft.AspNetCore", "Azure"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        // Of all rules one counts for a log, the most specific; so each of them is made to say it, and one for whatever no rule is about.
        var rules = options.Rules.Prepend(new LoggerFilterRule(providerName: null, categoryName: null, options.MinLevel, filter: null))
            .Select(Quiet).ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
            options.Rules.Add(rule);
    }

    private static LoggerFilterRule Quiet(LoggerFilterRule rule) =>
        new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
        (level >= LogLevel.Warning || !Categories.Any(quiet => category?.StartsWith(quiet, StringComparison.Ordinal) == true))
        && rule.Filter?.Invoke(provider, category, level) != false);
}
