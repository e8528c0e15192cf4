using HandoffFunctions.Hosting;
using Microsoft.Extensions.Hosting;

HandoffApp.CreateBuilder(args).Build().Run();
