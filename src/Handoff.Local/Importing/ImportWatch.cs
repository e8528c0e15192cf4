using System.Globalization;
using Spectre.Console;

namespace Handoff.Local.Importing;

/// <summary>Shows how far an import is: a bar on a terminal, else a line from time to time.</summary>
internal static class ImportWatch
{
    private const int RowsPerLine = 2_000;

    /// <summary>Does the work and shows it.</summary>
    /// <param name="what">What the bar says before it.</param>
    /// <param name="work">The work; it tells after each row how many were looked at, from any thread.</param>
    public static async Task<T> ShowAsync<T>(ImportConsole console, string what, int rows, Func<Action<int>, Task<T>> work)
    {
        if (!console.IsTerminal)
            return await work(done =>
            {
                if (done % RowsPerLine == 0)
                    console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {rows:N0} rows"));
            });
        return await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: rows);
                return work(_ => bar.Increment(1));
            });
    }
}
