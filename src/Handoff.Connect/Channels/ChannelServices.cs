using System.Text.Json.Nodes;
using Handoff.Connect.Calendars;
using Handoff.Connect.Channels.Chats;
using Handoff.Connect.Channels.Crm;
using Handoff.Connect.Channels.Hubspot;
using Handoff.Connect.Channels.Salesforce;
using Handoff.Connect.Channels.Webhooks;
using Handoff.News;
using Handoff.Service.Busy;
using Handoff.Service.Company;
using Handoff.Service.News;
using Microsoft.Extensions.DependencyInjection;

namespace Handoff.Connect.Channels;

/// <summary>Registers what sends events out of the house.</summary>
public static class ChannelServices
{
    /// <summary>Adds a sender for each type of channel.</summary>
    public static IServiceCollection AddHandoffChannels(this IServiceCollection services)
    {
        services.AddSingleton<ICalendarSource, CalendarAsking>();
        services.AddSingleton<ChannelConnections>().AddSingleton<ChannelExchange>();
        services.AddSingleton<ChannelPost>().AddSingleton<INewsSender, WebhookSender>();
        services.AddSingleton<CrmCalls>().AddSingleton<INewsSender, HubspotSender>().AddSingleton<IDeals, HubspotDeals>();
        services.AddSingleton<SalesforceSessions>().AddSingleton<INewsSender, SalesforceSender>();
        services.AddChat(ChannelType.Slack, SlackMessage.Write).AddChat(ChannelType.Teams, TeamsCard.Write);
        return services;
    }

    private static IServiceCollection AddChat(this IServiceCollection services, ChannelType type, Func<ChatText, Uri, JsonObject> write) =>
        services.AddSingleton<INewsSender>(provider => new ChatSender(
            type, write, provider.GetRequiredService<ChannelPost>(), provider.GetRequiredService<CompanyInForce>()));
}
