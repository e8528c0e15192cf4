using Handoff.People;
using Handoff.Service.Company;
using Handoff.Service.Running;

namespace Handoff.Service.Processes;

/// <summary>
/// Lets processes that plan by what is in force take a turn when that has changed: a schedule, a holiday, who the heads are.
/// </summary>
public sealed class FilesFollowing(IEnumerable<IStreamProcess> processes, CompanyInForce company)
{
    private object? _seen;
    private (PersonId Marketing, PersonId Sales) _heads;

    /// <summary>Looks; most calls find nothing changed.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        if (company.Files is not { } files)
            return;
        // A head may be appointed while the files stay.
        var heads = (company.Agreement.SignedByMarketing, company.Agreement.SignedBySales);
        if (ReferenceEquals(files, _seen) && heads == _heads)
            return;
        foreach (var process in processes)
        {
            if (process.Follows is { } stream)
                await process.TakeTurnAsync(stream, opened: null, cancellation);
        }

        (_seen, _heads) = (files, heads);
    }
}
