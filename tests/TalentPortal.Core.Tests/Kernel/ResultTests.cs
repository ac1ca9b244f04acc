using TalentPortal.Core.Kernel;
using Xunit;

namespace TalentPortal.Core.Tests.Kernel;

public sealed class ResultTests
{
    private sealed record TooSmall(int Least) : Refusal
    {
        public override IReadOnlyList<object> Arguments => [Least];
    }

    [Fact]
    public void Result_FromRefusal_CarriesKeyAndArguments()
    {
        Result result = new TooSmall(3);

        Assert.False(result.Succeeded);
        Assert.Equal("TooSmall", result.Refusal.Key);
        Assert.Equal([3], result.Refusal.Arguments);
    }

    [Fact]
    public void Value_Refused_Throws()
    {
        Result<int> result = new TooSmall(3);

        Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.Equal(new TooSmall(3), result.ToResult().Refusal);
    }

    [Fact]
    public void Value_Succeeded_IsHandedBack()
    {
        Result<int> result = 7;

        Assert.True(result.Succeeded);
        Assert.Equal(7, result.Value);
        Assert.True(result.ToResult().Succeeded);
        Assert.Equal([1, 2], Result.Of<IEnumerable<int>>([1, 2]).Value);
    }

    [Fact]
    public void Key_EveryRefusalOfTheProgram_IsUnique()
    {
        var keys = typeof(Refusal).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Refusal)) && !t.IsAbstract).Select(t => t.Name);

        Assert.Empty(keys.GroupBy(k => k, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void New_Ids_AreVersionSevenAndDiffer()
    {
        var (first, second) = (Ids.New(), Ids.New());

        Assert.Equal(7, first.Version);
        Assert.NotEqual(first, second);
    }
}
