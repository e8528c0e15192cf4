using System.Globalization;

namespace Handoff.Service.AgreementFiles.Ics;

/// <summary>Why an <c>.ics</c> file is refused: the first thing that is wrong, with its line and its event.</summary>
internal sealed class IcsTrouble
{
    private string? _first;

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => _first is not null;

    /// <summary>The first thing that is wrong, with how many more there are; empty when nothing is.</summary>
    public string Says => _first is null ? ""
        : More == 0 ? _first
        : string.Create(CultureInfo.InvariantCulture, $"{_first} (and {More} more)");

    private int More { get; set; }

    /// <summary>Tells what is wrong with the file as a whole.</summary>
    public void Tell(string wrong)
    {
        if (_first is null)
            _first = wrong;
        else
            More++;
    }

    /// <summary>Tells what is wrong in a line that belongs to no event.</summary>
    public void Tell(int line, string wrong) => Tell(string.Create(CultureInfo.InvariantCulture, $"line {line}: {wrong}"));

    public void Tell(IcsEvent of, int line, string wrong) => Tell(line, $"{of.Name}: {wrong}");
}
