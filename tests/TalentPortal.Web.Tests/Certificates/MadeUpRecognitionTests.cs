using TalentPortal.TestCommon.People;
using TalentPortal.Web.Tests.Talent;
using Xunit;

namespace TalentPortal.Web.Tests.Certificates;

/// <summary>What is made up says so wherever the public meets it, and what is real does not.</summary>
public sealed class MadeUpRecognitionTests(RecognisedPortal portal) : IClassFixture<RecognisedPortal>, IAsyncLifetime
{
    private const string Proxy = "village@demo";
    private const string Makers = "from applications a join portal_users u on u.id = a.created_by and u.is_demo = $1";
    private const string NoticesSql = $"select count(distinct e.notice_id) {Makers} join notice_entries e on e.case_id = a.case_id";
    private const string RecognitionsSql = $"select count(*) {Makers} join recognitions r on r.case_id = a.case_id";

    private Journey madeUp = null!;
    private string number = "";

    public async Task InitializeAsync()
    {
        madeUp = await Journey.BeginAsync(portal, "Signed letter of the village", Proxy);
        await madeUp.ReachDistrictNoticeAsync();
        await madeUp.PassDaysAsync(5);
        number = (string)(await madeUp.ScalarAsync("select certificate_number from recognitions where case_id = $1"))!;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_PublicPages_TagWhatIsMadeUpInTheReadersLanguage()
    {
        var proxy = await new TestPeople(portal.Services).DemoAsync(Proxy);
        foreach (var (language, words) in new[] { ("zh-CN", "演示数据"), ("en", "Demo data") })
        {
            using var reader = new Browser(portal, language: language);
            using var holder = new Browser(portal, proxy, language);
            using var other = new Browser(portal, portal.Journey.Talent, language);

            Assert.Equal(1, await CountAsync(reader, await NoticeOfAsync(madeUp), words));
            Assert.Equal(0, await CountAsync(reader, await NoticeOfAsync(portal.Journey), words));
            Assert.Equal(1, await CountAsync(reader, "/verify?number=" + number, words));
            Assert.Equal(0, await CountAsync(reader, "/verify?number=" + portal.Number, words));
            Assert.Equal(1, await CountAsync(holder, "/certificates/" + number, words));
            Assert.Equal(0, await CountAsync(other, "/certificates/" + portal.Number, words));
        }
    }

    [Fact]
    public async Task Get_PublicLists_TagTheLinesThatAreMadeUp()
    {
        using var reader = new Browser(portal);
        var madeUpNotices = (long)(await portal.Database.ScalarAsync(NoticesSql, true))!;
        var realNotices = (long)(await portal.Database.ScalarAsync(NoticesSql, false))!;
        var madeUpPeople = (long)(await portal.Database.ScalarAsync(RecognitionsSql, true))!;

        Assert.True(madeUpNotices > 0 && realNotices > 0 && madeUpPeople > 0);
        Assert.Equal(madeUpNotices, await CountAsync(reader, "/notices", "演示数据"));
        Assert.Equal(madeUpPeople, await CountAsync(reader, "/recognitions", "演示数据"));
    }

    private static async Task<string> NoticeOfAsync(Journey journey) =>
        "/notices/" + await journey.ScalarAsync("select notice_id from notice_entries where case_id = $1 order by id desc limit 1");

    private static async Task<int> CountAsync(Browser reader, string address, string words) =>
        (await reader.TextAsync(address)).Split(words).Length - 1;
}
