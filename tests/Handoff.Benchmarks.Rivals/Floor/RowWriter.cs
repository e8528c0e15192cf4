using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Handoff.Benchmarks.Rivals.Floor;

/// <summary>
/// One thread that writes all rows that wait in one transaction, with the durability of our store: WAL, <c>synchronous=FULL</c>.
/// </summary>
internal sealed class RowWriter : IDisposable
{
    private const int MostInOne = 512;

    private readonly BlockingCollection<(string Id, byte[] Row, TaskCompletionSource Done)> _waiting = [];
    private readonly SqliteConnection _connection;
    private readonly Thread _thread;

    public RowWriter(string path)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        using var create = _connection.CreateCommand();
        create.CommandText = """
            PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS rows (no INTEGER PRIMARY KEY, id TEXT NOT NULL, data BLOB NOT NULL)
            """;
        create.ExecuteNonQuery();
        _thread = new Thread(Run) { IsBackground = true, Name = "rows" };
        _thread.Start();
    }

    public Task WriteAsync(string id, byte[] row)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Add((id, row, done));
        return done.Task;
    }

    public void Dispose()
    {
        _waiting.CompleteAdding();
        _thread.Join();
        _connection.Dispose();
        _waiting.Dispose();
    }

    private void Run()
    {
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO rows (id, data) VALUES ($id, $data)";
        var (id, data) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$data", SqliteType.Blob));
        List<TaskCompletionSource> done = [];
        foreach (var first in _waiting.GetConsumingEnumerable())
        {
            using (var transaction = _connection.BeginTransaction())
            {
                insert.Transaction = transaction;
                var next = first;
                do
                {
                    (id.Value, data.Value) = (next.Id, next.Row);
                    insert.ExecuteNonQuery();
                    done.Add(next.Done);
                }
                while (done.Count < MostInOne && _waiting.TryTake(out next));
                transaction.Commit();
            }

            foreach (var one in done)
                one.SetResult();
            done.Clear();
        }
    }
}
