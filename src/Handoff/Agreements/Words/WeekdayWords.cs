using Handoff.People;
using NodaTime;

namespace Handoff.Agreements.Words;

/// <summary>Days of the week within a sentence.</summary>
internal sealed class WeekdayWords(Language language) : Sentences(language)
{
    public string Of(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Monday => Say("Monday", "lunedì"),
        IsoDayOfWeek.Tuesday => Say("Tuesday", "martedì"),
        IsoDayOfWeek.Wednesday => Say("Wednesday", "mercoledì"),
        IsoDayOfWeek.Thursday => Say("Thursday", "giovedì"),
        IsoDayOfWeek.Friday => Say("Friday", "venerdì"),
        IsoDayOfWeek.Saturday => Say("Saturday", "sabato"),
        _ => Say("Sunday", "domenica"),
    };

    /// <summary><c>Monday to Friday</c>, <c>Monday, Wednesday and Friday</c>.</summary>
    /// <param name="days">In their order, at least one.</param>
    public string Of(IReadOnlyList<IsoDayOfWeek> days) => days.Count > 2 && days[^1] - days[0] == days.Count - 1
        ? Say($"{Of(days[0])} to {Of(days[^1])}", $"da {Of(days[0])} a {Of(days[^1])}")
        : List(days.Select(Of));
}
