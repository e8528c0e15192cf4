using Azure;
using Azure.Data.Tables;

namespace Handoff.AzureTables.Tables;

/// <summary>The actions of a write, by what they expect.</summary>
internal static class Act
{
    /// <summary>Inserts the row; fails when it is there.</summary>
    public static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    /// <summary>The row must be as it was read.</summary>
    public static TableTransactionAction Replace(TableEntity row, string tag) =>
        new(TableTransactionActionType.UpdateReplace, row, new ETag(tag));

    /// <summary>Merges the row's columns into it; fails when it has changed since it was read.</summary>
    public static TableTransactionAction Merge(TableEntity row, string tag) =>
        new(TableTransactionActionType.UpdateMerge, row, new ETag(tag));

    /// <summary>Writes the row, whether or not there is one.</summary>
    public static TableTransactionAction Put(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    /// <summary>The row must be as it was read.</summary>
    public static TableTransactionAction Delete(string partition, string row, string tag) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, row), new ETag(tag));
}
