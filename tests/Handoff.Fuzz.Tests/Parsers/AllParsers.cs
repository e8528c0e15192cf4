using Handoff.Fuzz.Tests.Fuzzing;

namespace Handoff.Fuzz.Tests.Parsers;

/// <summary>Every parser that reads what somebody outside has written.</summary>
internal static class AllParsers
{
    public static IReadOnlyList<Parser> List { get; } =
    [
        .. IntakeParsers.List, .. FolderParsers.List, .. TimeParsers.List, .. TokenParsers.List, .. CsvParser.List, .. SendGridParsers.List,
            .. AddressParsers.List,
    ];
}
