using Handoff.Local.Agreements;

namespace Handoff.Local.Tests.Channels.Troubled;

/// <summary>
/// The sample agreement with one team of equals: when something is said does not depend on who of them has the lead, and so not on which of
/// two turns in one instant came first.
/// </summary>
internal sealed class EvenFolder : IDisposable
{
    private const string People = """
        calendars:
          office:
            time_zone: Europe/Rome
            open:
              mon-fri: ["09:00-13:00", "14:00-18:00"]
        teams:
          - name: italy
            calendar: office
            strategy: weighted_round_robin
            manager: marta.villa@acme.example
            deputy: luca.serra@acme.example
            director: paolo.conti@acme.example
            reps:
              - { email: anna.greco@acme.example, name: Anna Greco, capacity: 100000, languages: [it, en] }
              - { email: bruno.riva@acme.example, name: Bruno Riva, capacity: 100000, languages: [it, en] }
              - { email: carla.neri@acme.example, name: Carla Neri, capacity: 100000, languages: [it, en] }
              - { email: eve.stone@acme.example, name: Eve Stone, capacity: 100000, languages: [it, en] }
        people:
          - { email: marta.villa@acme.example, name: Marta Villa, role: manager, calendar: office }
          - { email: luca.serra@acme.example, name: Luca Serra, role: manager, calendar: office }
          - { email: paolo.conti@acme.example, name: Paolo Conti, role: sales, calendar: office }
          - { email: giulia.ferri@acme.example, name: Giulia Ferri, role: marketing, calendar: office }

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("handoff-agreement-");

    /// <param name="channels">The file of channels; null: none.</param>
    public EvenFolder(string? channels)
    {
        foreach (var path in Directory.EnumerateFiles(FolderLoader.Sample))
            File.Copy(path, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(path)));
        File.WriteAllText(System.IO.Path.Combine(Path, "people.yaml"), People);
        if (channels is not null)
            File.WriteAllText(System.IO.Path.Combine(Path, "channels.yaml"), channels);
    }

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
