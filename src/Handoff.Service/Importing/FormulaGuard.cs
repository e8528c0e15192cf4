namespace Handoff.Service.Importing;

/// <summary>
/// Keeps a spreadsheet from running what somebody typed into a form: a cell that it would take for a formula gets an apostrophe in front,
/// in the files that we write, and loses it again where such a file is imported. What needs none is left as it is, so nothing is lost
/// either way.
/// </summary>
public static class FormulaGuard
{
    private const char Guard = '\'';

    /// <summary>The cell as it is written.</summary>
    public static string Put(string cell) => IsFormula(cell) ? Guard + cell : cell;

    /// <summary>The cell as it was before.</summary>
    public static string Take(string cell) => cell is [Guard, ..] && IsFormula(cell[1..]) ? cell[1..] : cell;

    // Spreadsheets pass over white space, and take the wide signs for the narrow ones; our own apostrophes before it change nothing.
    private static bool IsFormula(string cell)
    {
        foreach (var one in cell)
        {
            if (one is '=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')
                return true;
            if (one != Guard && !char.IsWhiteSpace(one) && !char.IsControl(one)
                && char.GetUnicodeCategory(one) != System.Globalization.UnicodeCategory.Format)
                return false;
        }

        return false;
    }
}
