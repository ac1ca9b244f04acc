using System.Reflection;
using TalentPortal.Core.Kernel;
using TalentPortal.Core.Notifications;
using Xunit;

namespace TalentPortal.Core.Tests.Notifications;

public sealed class MessageTextTests
{
    private static readonly string[] Known =
    [
        "recipientName", "fromOn", "toOn", "portal", "caseNumber", "serviceItem", "link", "dueOn", "since", "waited", "days", "reason", "from", "certificate", "year", "statement",
        "conditions", "late", "recoveries",
    ];

    private readonly MessageTexts texts = MessageTexts.Read(SeedFolder.Default);

    private static readonly string[] Codes = [.. typeof(MessageTemplates).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(code => (string)code.GetRawConstantValue()!)];

    public static TheoryData<string> Templates { get; } = [.. Codes];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Find_EveryTemplate_HasBothLanguagesWithTheSamePlaces(string template)
    {
        var (chinese, english) = (texts.Find(template, "zh-CN"), texts.Find(template, "en"));
        Assert.NotNull(chinese);
        Assert.NotNull(english);
        Assert.Equal(chinese.Places().Order(), english.Places().Order());
        Assert.Subset(Known.ToHashSet(), chinese.Places().ToHashSet());
    }

    [Fact]
    public void Codes_EveryFile_IsATemplate() => Assert.Equal(Codes.Order(), texts.Codes.Order());

    [Fact]
    public void Fill_ValueWithLineBreak_StaysOnItsLine()
    {
        var filled = new MessageText("{a}", "{a}").Fill(new Dictionary<string, string> { ["a"] = "one\r\nBcc: two" });
        Assert.Equal("one  Bcc: two", filled.Subject);
    }

    [Fact]
    public void Fill_ValueThatLooksLikeAPlace_IsNotFilledAgain() => Assert.Equal(
        "{b}", new MessageText("{a}", "").Fill(new Dictionary<string, string> { ["a"] = "{b}", ["b"] = "secret" }).Subject);
}
