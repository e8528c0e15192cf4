using System.Globalization;

namespace Handoff.Service.AgreementFiles;

/// <summary>Something wrong in an agreement folder, where it stands, and what to do about it.</summary>
/// <param name="File">The file's name within the folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Message">What is wrong, in one sentence for the person who edits the file.</param>
public sealed record Mistake(string File, int Line, int Column, string Message)
{
    /// <summary><c>file:line:column: message</c>, which editors and terminals turn into a link.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: {Message}");
}
