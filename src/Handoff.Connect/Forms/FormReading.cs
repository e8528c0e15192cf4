using Handoff.Connect.Bodies;
using Handoff.Leads;

namespace Handoff.Connect.Forms;

/// <summary>What a vendor's post says.</summary>
public abstract record FormReading
{
    private FormReading()
    {
    }

    /// <summary>Somebody filled the form in.</summary>
    /// <param name="Fields">The fields, by the vendor's names.</param>
    /// <param name="Aliases">Fields by the other names that they have.</param>
    public sealed record Lead(IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Aliases) : FormReading
    {
        /// <summary>The vendor's id of the submission, stable when it is sent again; null: it gives none.</summary>
        public string? DeliveryKey { get; init; }

        /// <summary>The vendor's id by which a later post goes on with the submission; null: its own.</summary>
        public string? GoesOnAs { get; init; }

        /// <summary>Whether the vendor says that it is a test.</summary>
        public bool IsTest { get; init; }

        /// <summary>The address of the colleague with whom a meeting is booked: who has the lead at once; null: none is.</summary>
        public string? Host { get; init; }

        /// <summary>What it says of a meeting with the person; null: nothing. Of one that is cancelled it is no lead by itself.</summary>
        public MeetingNews? Meeting { get; init; }
    }

    /// <summary>It is no lead, and nothing is lost: a form not yet finished, a notice of something else.</summary>
    /// <param name="Because">Why, for the source's page.</param>
    public sealed record Nothing(string Because) : FormReading;

    /// <summary>It announces a lead whose answers are at the vendor.</summary>
    public sealed record Elsewhere : FormReading;

    /// <summary>The person had the submission deleted at the vendor.</summary>
    /// <param name="DeliveryKey">The vendor's id of the submission.</param>
    public sealed record Erased(string DeliveryKey) : FormReading;

    /// <summary>It may be a lead, and cannot be read.</summary>
    /// <param name="Because">What is wrong; it repeats nothing of what was sent.</param>
    public sealed record NotUnderstood(string Because) : FormReading;

    /// <summary>The lead that the fields make, or what keeps them from being read.</summary>
    internal static FormReading Of(FieldsAnswer answer, string? deliveryKey = null, bool isTest = false) => answer switch
    {
        FieldsAnswer.Read read => new Lead(read.Fields, read.Aliases) { DeliveryKey = deliveryKey, IsTest = isTest },
        FieldsAnswer.Unreadable unreadable => new NotUnderstood(unreadable.Detail),
        _ => throw new InvalidOperationException("Fields are read or unreadable."),
    };
}
