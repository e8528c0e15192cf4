using Handoff.Local.Verbs;

return await CommandLine.RunAsync(args);
