using System.Reflection;
using HandoffFunctions.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace HandoffFunctions.Tests.Engine;

/// <summary>
/// Stands between a request and the app where the Functions host and the worker stand: finds the function by its route, makes its
/// class in a scope of the app's own container, calls it, and carries out its result with that scope for the request.
/// </summary>
internal sealed class FunctionFront(IServiceProvider app, Func<DurableTaskClient> client)
{
    private int _busy;

    /// <summary>Every function with an HTTP trigger.</summary>
    public static IReadOnlyList<(MethodInfo Function, HttpTriggerAttribute Trigger)> All { get; } =
    [
        .. from type in typeof(HttpFunctions).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           where method.GetCustomAttribute<FunctionAttribute>() is not null
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is not null
           select (method, trigger),
    ];

    /// <summary>How many functions run: one does until what follows its answer is done.</summary>
    public int Busy => Volatile.Read(ref _busy);

    public RequestDelegate Build()
    {
        var pipeline = new ApplicationBuilder(app);
        // The worker believes what the host says of the caller.
        pipeline.UseForwardedHeaders();
        pipeline.UseRouting();
        pipeline.Use(async (http, next) =>
        {
            await using var scope = app.CreateAsyncScope();
            http.RequestServices = scope.ServiceProvider;
            await next(http);
        });
        var functions = All.Select(one => EndpointOf(one.Function, one.Trigger));
        pipeline.UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(functions)));
        return pipeline.Build();
    }

    private Endpoint EndpointOf(MethodInfo function, HttpTriggerAttribute trigger)
    {
        return new RouteEndpointBuilder(CallAsync, RoutePatternFactory.Parse("/" + trigger.Route), order: 0).Build();

        async Task CallAsync(HttpContext http)
        {
            var arguments = function.GetParameters().Select(parameter => Argument(parameter, http)).ToArray();
            var functions = ActivatorUtilities.CreateInstance(http.RequestServices, function.DeclaringType!);
            Interlocked.Increment(ref _busy);
            try
            {
                await ((IResult)function.Invoke(functions, arguments)!).ExecuteAsync(http);
            }
            finally
            {
                Interlocked.Decrement(ref _busy);
            }
        }
    }

    private object Argument(ParameterInfo parameter, HttpContext http) =>
        parameter.ParameterType == typeof(HttpRequest) ? http.Request
        : parameter.ParameterType == typeof(DurableTaskClient) ? client()
        : parameter.ParameterType == typeof(CancellationToken) ? http.RequestAborted
        : throw new InvalidOperationException($"What is bound to {parameter.Member.Name}({parameter.Name})?");
}
