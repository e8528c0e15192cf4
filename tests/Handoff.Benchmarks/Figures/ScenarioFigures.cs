using System.Text.Json;
using System.Text.Json.Serialization;

namespace Handoff.Benchmarks.Figures;

/// <summary>One figure as it was printed.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Target">What it is to reach, in words; null: it is only reported.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="Reached">Whether the target was reached.</param>
internal sealed record Figure(string Name, string? Target, string Seen, bool? Reached);

/// <summary>Points of a curve, or the bars of a comparison (then <see cref="Labels"/> name them).</summary>
internal sealed record Plot(
    string Title, string X, string Y, bool LogX, IReadOnlyList<double> Xs, IReadOnlyList<double> Ys, IReadOnlyList<string>? Labels);

/// <summary>What one scenario printed, kept so that the page can be written from it.</summary>
internal sealed record ScenarioFigures(string Scenario, string About, DateOnly On, string Machine)
{
    private static readonly JsonSerializerOptions Json =
        new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public List<Figure> Figures { get; init; } = [];

    public List<Plot> Plots { get; init; } = [];

    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{Scenario}.json"), JsonSerializer.Serialize(this, Json) + "\n");
    }

    public static ScenarioFigures? Load(string folder, string scenario)
    {
        var path = Path.Combine(folder, $"{scenario}.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<ScenarioFigures>(File.ReadAllText(path), Json) : null;
    }
}
