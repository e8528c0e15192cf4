using System.Globalization;

namespace Handoff.Faults.Tests.World;

/// <summary>What makes a world: the same scenario plays the same life, event by event.</summary>
/// <param name="Seed">The seed of every choice.</param>
/// <param name="Leads">How many requests arrive.</param>
/// <param name="Days">How many days there is trouble; five quiet ones follow.</param>
/// <param name="With">The kinds of trouble.</param>
internal sealed record Scenario(ulong Seed, int Leads = 16, int Days = 26, Trouble With = Trouble.All)
{
    public bool Has(Trouble trouble) => (With & trouble) != Trouble.None;

    /// <summary>The one command that plays this again.</summary>
    public string Command
    {
        get
        {
            var usual = new Scenario(Seed);
            var set = string.Create(CultureInfo.InvariantCulture, $"HANDOFF_SEED={Seed}");
            if (Leads != usual.Leads)
                set += string.Create(CultureInfo.InvariantCulture, $" HANDOFF_LEADS={Leads}");
            if (Days != usual.Days)
                set += string.Create(CultureInfo.InvariantCulture, $" HANDOFF_DAYS={Days}");
            if (With != usual.With)
                set += $" HANDOFF_WITH={With.ToString().Replace(" ", "", StringComparison.Ordinal)}";
            return set + " dotnet test tests/Handoff.Faults.Tests --filter FullyQualifiedName~MonthsOfFaults";
        }
    }

    /// <summary>The scenario that the environment asks for, or null: the usual run.</summary>
    public static Scenario? OfEnvironment()
    {
        if (!ulong.TryParse(Environment.GetEnvironmentVariable("HANDOFF_SEED"), CultureInfo.InvariantCulture, out var seed))
            return null;
        var scenario = new Scenario(seed);
        return scenario with
        {
            Leads = Number("HANDOFF_LEADS", scenario.Leads),
            Days = Number("HANDOFF_DAYS", scenario.Days),
            With = Enum.TryParse<Trouble>(Environment.GetEnvironmentVariable("HANDOFF_WITH"), out var with) ? with : scenario.With,
        };
    }

    public static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
