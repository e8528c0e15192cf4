using System.CommandLine;
using Handoff.Agreements;
using Handoff.Service.Auditing;
using Handoff.Service.Signing;

namespace Handoff.Local.Verbs;

/// <summary><c>handoff sign --appoint</c>: the administrator replaces a head who has left. Nobody signs by a command.</summary>
internal static class SignVerb
{
    public static Command Make(Option<string> data, Option<string> agreement)
    {
        var address = new Option<string>("--appoint")
        {
            Description = "The address of the successor, who stands in people.yaml.",
            Required = true,
        };
        var side = new Option<Side>("--for") { Description = "Which head has left: sales or marketing.", Required = true }
            .Of("sales", "marketing");
        var sign = new Command(
            "sign", "Appoints who signs in the place of a head who has left people.yaml; every page says so. While a host serves the "
            + "folder, use POST /api/agreement/heads instead. The heads sign on the page /agreement/sign.")
        {
            address, side, data, agreement,
        };
        sign.SetAction((parsed, cancellation) => AppointAsync(
            parsed.GetRequiredValue(data), parsed.GetRequiredValue(agreement), parsed.GetRequiredValue(address),
            parsed.GetRequiredValue(side), cancellation));
        return sign;
    }

    private static Task<int> AppointAsync(string data, string agreement, string address, Side side, CancellationToken cancellation) =>
        StoreVerbs.OnStoreAsync(data, agreement, async services =>
        {
            var came = await services.GetRequiredService<Proposals>().AppointAsync(address, side, cancellation);
            var outcome = came == Appointment.Done ? AuditLog.Done : AuditLog.Refused;
            await services.GetRequiredService<AuditLog>().KeepAsync(Acts.AppointHead, AuditLog.CommandLine, "", outcome);
            if (came != Appointment.Done)
                return Tell.Refusal(Proposals.Says(came));
            Console.WriteLine(
                $"{address} signs for {side.ToString().ToLowerInvariant()} as long as this agreement is in force; every page says so.");
            return 0;
        }, cancellation);
}
