using Handoff.Agreements;
using Handoff.Agreements.Signing;
using Handoff.Service.AgreementFiles;
using Handoff.Service.AgreementFiles.Forms;
using Handoff.Service.Company;
using Handoff.Service.Serialization;
using Handoff.Service.Storage;
using NodaTime;
using NodaTime.Text;

namespace Handoff.Service.Signing;

/// <summary>Keeps what was proposed, by its signed content, and which proposal is current.</summary>
public sealed class ProposalBook(IFactStore facts, FilesInForce files)
{
    private const string CurrentName = "proposal";

    /// <summary>The stream of a proposal.</summary>
    public static StreamId StreamOf(string content) => new(StreamKind.Proposal, content[..32]);

    /// <summary>Which proposal is current; null: there was never any.</summary>
    public async ValueTask<CurrentProposal?> FindCurrentAsync(CancellationToken cancellation)
    {
        if (await facts.FindValueAsync(CurrentName, cancellation) is not { } value)
            return null;
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return new(value[(space + 1)..], InstantPattern.ExtendedIso.Parse(value[..space]).Value);
    }

    /// <summary>Another proposal becomes current, or with an empty content none.</summary>
    public async Task<CurrentProposal> ReplaceAsync(string content, Instant now, CancellationToken cancellation)
    {
        await facts.SaveValueAsync(CurrentName, $"{InstantPattern.ExtendedIso.Format(now)} {content}", cancellation);
        return new(content, now);
    }

    /// <summary>Keeps what is proposed; people stand in it by their ids.</summary>
    public async Task KeepAsync(AgreementFolder proposed, CancellationToken cancellation)
    {
        var file = await files.KeepTextAsync(proposed.Files.GetValueOrDefault(AgreementForm.File) ?? "{}", cancellation);
        await facts.SaveTextAsync(new(NameOf(proposed.Content), file + "\n" + LedgerJson.Write(proposed.Agreement)), cancellation);
    }

    /// <summary>What was proposed: what is kept of its file, and what it means.</summary>
    /// <exception cref="InvalidOperationException">It was never proposed.</exception>
    public async Task<(string Text, Agreement Agreement)> ReadAsync(string content, CancellationToken cancellation)
    {
        var kept = (await facts.FindTextAsync(NameOf(content), cancellation))?.Content
            ?? throw new InvalidOperationException($"The content {content} was never proposed.");
        var end = kept.IndexOf('\n', StringComparison.Ordinal);
        return (await files.ReadAsync(kept[..end], cancellation), LedgerJson.ReadAgreement(kept[(end + 1)..]));
    }

    private static string NameOf(string content) => $"proposed:{content}";
}
