using Handoff.Service.Delivery;

namespace Handoff.Connect.Channels.Crm;

/// <summary>What became of an event that a CRM was given.</summary>
internal static class CrmOutcome
{
    /// <summary>The CRM has it.</summary>
    public static SendOutcome.Accepted Done(string remark) => new(null) { Remark = remark };

    /// <summary>Nothing had to be written.</summary>
    public static SendOutcome.Accepted Unsent(string remark) => new(null) { Remark = remark, IsUnsent = true };
}
