using Azure;
using Handoff.Service.Storage;

namespace Handoff.AzureTables.Tables;

/// <summary>
/// Tells an outage of the storage account from an answer of it; the only place where the former becomes the port's exception.
/// </summary>
internal static class Outage
{
    /// <summary>Runs a call and turns an outage of the account into the port's exception.</summary>
    /// <exception cref="StoreUnavailableException">The account does not answer, refuses, or the tables are not there.</exception>
    public static async Task<T> TellAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        // A cancellation by the caller is no outage.
        catch (Exception e) when (IsOne(e) && !cancellation.IsCancellationRequested)
        {
            throw Of(e);
        }
    }

    /// <summary>Returns whether the exception is an outage. An answer that says what is wrong with the request is not.</summary>
    public static bool IsOne(Exception e) => e switch
    {
        RequestFailedException failed =>
            failed.Status is 0 or 401 or 403 or 408 or 429 or >= 500 || failed.ErrorCode is "TableNotFound" or "TableBeingDeleted",
        // The SDK wraps the failures of its tries, and reports a try that took too long as a cancellation.
        AggregateException all => all.InnerExceptions.All(IsOne),
        OperationCanceledException or IOException or HttpRequestException or TimeoutException => true,
        // Azure.Identity's exceptions: no token, so no access.
        _ => e.GetType().Name is "AuthenticationFailedException" or "CredentialUnavailableException",
    };

    public static StoreUnavailableException Of(Exception e) => new("The storage account does not answer.", e);
}
