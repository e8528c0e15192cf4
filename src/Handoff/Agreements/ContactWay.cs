namespace Handoff.Agreements;

/// <summary>How a rep tried to reach the person.</summary>
public enum ContactWay
{
    /// <summary>Spoke on the phone.</summary>
    Called,

    /// <summary>Left a message.</summary>
    Voicemail,

    Emailed,

    /// <summary>Booked or held a meeting.</summary>
    Meeting,

    /// <summary>Not said: feedback or an outcome came without a recorded contact.</summary>
    NotSaid,
}
