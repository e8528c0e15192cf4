using System.Buffers;
using System.Text;
using Handoff.Service.Packing;
using Microsoft.Data.Sqlite;
using NodaTime;
using SQLitePCL;

namespace Handoff.Sqlite.Databases;

/// <summary>
/// A prepared statement that is used again and again. It goes to SQLite directly: a command of the provider costs several times what the
/// small statements of a commit cost. Not safe for several threads; whoever uses it disposes it, which makes it ready for the next use.
/// </summary>
internal sealed class Statement(sqlite3 database, sqlite3_stmt handle) : IDisposable
{
    private Statement BindNull(int parameter)
    {
        Check(raw.sqlite3_bind_null(handle, parameter));
        return this;
    }

    private const int StackLimit = 512;

    /// <summary>Binds a number; parameters count from 1.</summary>
    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(handle, parameter, value));
        return this;
    }

    /// <summary>Binds an instant, or NULL.</summary>
    public Statement Bind(int parameter, Instant? value) => value is { } instant ? Bind(parameter, InstantColumn.Write(instant)) : BindNull(parameter);

    /// <summary>Binds a text, whatever characters it holds (U+0000 too).</summary>
    public Statement Bind(int parameter, string value)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        var buffer = longest <= StackLimit ? stackalloc byte[StackLimit] : rented = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            var length = Encoding.UTF8.GetBytes(value, buffer);
            // An empty span is passed as a null pointer, which would bind NULL.
            Check(length == 0
                ? raw.sqlite3_bind_text(handle, parameter, "")
                : raw.sqlite3_bind_text(handle, parameter, buffer[..length]));
        }
        finally
        {
            if (rented is not null)
                ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Binds a text, or NULL.</summary>
    public Statement BindOrNull(int parameter, string? value) => value is not null ? Bind(parameter, value) : BindNull(parameter);

    /// <summary>Binds a number, or NULL.</summary>
    public Statement BindOrNull(int parameter, long? value) => value is { } number ? Bind(parameter, number) : BindNull(parameter);

    /// <summary>Binds the id of a lead as <see cref="IdColumn"/> keeps it.</summary>
    public Statement BindId(int parameter, string id)
    {
        if (!IdColumn.IsPacked(id))
            return Bind(parameter, id);
        Span<byte> bytes = stackalloc byte[IdColumn.Digits / 2];
        Convert.FromHexString(id, bytes, out _, out _);
        return Bind(parameter, bytes);
    }

    /// <summary>Binds bytes.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, value));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        if (result is raw.SQLITE_ROW)
            return true;
        if (result is not raw.SQLITE_DONE)
            Throw(result);
        return false;
    }

    /// <summary>Carries the statement out and makes it ready for the next use.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        try
        {
            while (Step())
            {
            }

            return raw.sqlite3_changes(database);
        }
        finally
        {
            Dispose();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public Instant Instant(int column) => InstantColumn.Read(Number(column));

    public Instant? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public byte[] Bytes(int column) => Span(column).ToArray();

    /// <summary>Bytes that were kept packed, as they were; those of before that are as they are.</summary>
    public byte[] Unpacked(int column) => Packer.Ledger.Unpack(Bytes(column));

    /// <summary>A text, read by its length: it may hold U+0000.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Span(column));

    /// <summary>An id as <see cref="IdColumn"/> keeps it.</summary>
    public string Id(int column) =>
        raw.sqlite3_column_type(handle, column) == raw.SQLITE_BLOB ? Convert.ToHexStringLower(Span(column)) : Text(column);

    /// <summary>Bytes as they stand there, until the next step.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(handle, column);

    // The result of a reset repeats the error of the last step, which has been thrown already.
    public void Dispose() => _ = raw.sqlite3_reset(handle);

    public void Close() => handle.Dispose();

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            Throw(result);
    }

    private void Throw(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
