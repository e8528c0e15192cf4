using System.Globalization;
using System.Text;

namespace Handoff.Benchmarks.Figures;

/// <summary>
/// Writes the figures that were kept into <c>docs/benchmarks.md</c>, between the marks that name a scenario, and draws their plots beside
/// it.
/// </summary>
internal sealed class Page(string root)
{
    /// <summary>The repository's folder.</summary>
    public string Root => root;

    private string Docs => Path.Combine(root, "docs");

    /// <summary>Where the figures of each scenario are kept.</summary>
    public string Kept => Path.Combine(Docs, "benchmarks");

    /// <summary>The repository's folder, or null: this does not run within it.</summary>
    public static Page? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "HandoffFunctions.sln")))
                return new(folder.FullName);
        }

        return null;
    }

    /// <summary>Writes every part of the page of which figures are kept; what stands between the parts is left as it is.</summary>
    public void Write(IEnumerable<string> scenarios)
    {
        var path = Path.Combine(Docs, "benchmarks.md");
        var text = File.ReadAllText(path);
        foreach (var scenario in scenarios)
        {
            if (ScenarioFigures.Load(Kept, scenario) is not { } figures)
                continue;
            var (begin, end) = ($"<!-- begin {scenario} -->\n", $"<!-- end {scenario} -->");
            var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
            if (from < 0 || to < from)
                throw new InvalidOperationException($"docs/benchmarks.md has no part for {scenario}.");
            text = string.Concat(text.AsSpan(0, from + begin.Length), Part(figures), text.AsSpan(to));
        }

        File.WriteAllText(path, text);
    }

    private string Part(ScenarioFigures figures)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Capital(figures.About)}. {figures.On.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}, {figures.Machine}.\n\n");
        text.Append("| | target | seen | |\n|---|---|---|---|\n");
        foreach (var (name, target, seen, reached) in figures.Figures)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {name} | {target} | {seen} | {(reached switch { true => "reached", false => "**missed**", null => "" })} |\n");
        for (var i = 0; i < figures.Plots.Count; i++)
        {
            var file = string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Scenario}{(i == 0 ? "" : "-" + (i + 1).ToString(CultureInfo.InvariantCulture))}.svg");
            Drawing.Draw(figures.Plots[i], Path.Combine(Kept, file));
            text.Append(CultureInfo.InvariantCulture, $"\n![{figures.Plots[i].Title}](benchmarks/{file})\n");
        }

        return text.ToString();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
