using TalentPortal.Benchmarks;
using TalentPortal.Benchmarks.BarePage;

return args is [BarePageServer.Command] ? await BarePageServer.RunAsync() : await Suite.RunAsync(args);
