using System.Net;
using System.Net.Http.Headers;
using System.Text;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Files that wait for an application.</summary>
public sealed class MaterialRouteTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private readonly TestPeople people = new(portal.Services);

    [Fact]
    public async Task Post_Picture_IsKeptOnceAndLinkedWhenHandedIn()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        var id = await talent.UploadAsync("talent-consultation", "attachment");
        Assert.Equal(id, await talent.UploadAsync("RC320001", "attachment"));
        Assert.Equal(1L, await portal.Database.ScalarAsync("select count(*) from materials where owner_user_id = $1", actor.UserId));

        using var answer = await talent.PostAsync("applications", WithMaterials(id), "with-file");
        var number = (await ApiClient.BodyAsync(answer, HttpStatusCode.Created)).GetProperty("number").GetString();
        var application = await talent.ReadAsync("applications/" + number);
        Assert.Equal(id, Assert.Single(application.GetProperty("materials").EnumerateArray()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Post_ApplicationWithFileOfOthersOrNone_NamesTheMaterials()
    {
        using var owner = new ApiClient(portal, await people.TalentAsync());
        var foreign = await owner.UploadAsync("talent-consultation", "attachment");
        using var talent = new ApiClient(portal, await people.TalentAsync());
        foreach (var id in new[] { foreign, Guid.NewGuid() })
        {
            using var answer = await talent.PostAsync("applications", WithMaterials(id), Guid.NewGuid().ToString());
            var problem = await ApiClient.AssertProblemAsync(answer, HttpStatusCode.UnprocessableEntity, "MaterialNotUsable");
            Assert.NotEmpty(problem.ErrorOf("materials"));
        }
    }

    [Fact]
    public async Task Post_WhatIsNoProperFile_IsAProblemWithItsReason()
    {
        var actor = await people.TalentAsync();
        using var talent = new ApiClient(portal, actor);
        (HttpContent Content, HttpStatusCode Status, string Code)[] cases =
        [
            (Applying.Upload([]), HttpStatusCode.UnprocessableEntity, "FileEmpty"),
            (Applying.Upload("no picture at all"u8.ToArray()), HttpStatusCode.UnprocessableEntity, "FileTypeUnknown"),
            (Applying.Upload(Applying.Picture, name: "letter.pdf"), HttpStatusCode.UnprocessableEntity, "FileDisguised"),
            (Applying.Upload(Applying.Picture[..40]), HttpStatusCode.UnprocessableEntity, "FileDamaged"),
            (Applying.Upload(new byte[11 * 1024 * 1024]), HttpStatusCode.RequestEntityTooLarge, "FileTooLarge"),
            (Applying.Upload(Applying.Picture, serviceItem: "nothing"), HttpStatusCode.UnprocessableEntity, "ServiceItemUnknown"),
            (Applying.Upload(Applying.Picture, material: "nothing"), HttpStatusCode.UnprocessableEntity, "FieldsNotValid"),
            (Applying.Upload(Applying.Picture, material: ""), HttpStatusCode.UnprocessableEntity, "FieldsNotValid"),
            (new MultipartFormDataContent { { new StringContent("x"), "serviceItem" } }, HttpStatusCode.UnprocessableEntity, "FieldsNotValid"),
            (Broken("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc"), HttpStatusCode.BadRequest, "NotMultipart"),
            (Broken("multipart/form-data", "nothing"), HttpStatusCode.BadRequest, "NotMultipart"),
            (new StringContent("{}", Encoding.UTF8, "application/json"), HttpStatusCode.UnsupportedMediaType, "ContentTypeNotAccepted"),
        ];
        foreach (var (content, status, code) in cases)
        {
            using var sent = content;
            using var answer = await talent.SendAsync("materials", sent);
            await ApiClient.AssertProblemAsync(answer, status, code);
        }

        Assert.Equal(0L, await portal.Database.ScalarAsync("select count(*) from materials where owner_user_id = $1", actor.UserId));
    }

    [Fact]
    public async Task Post_WithoutToken_IsUnauthorized()
    {
        using var visitor = new ApiClient(portal);
        using var form = Applying.Upload(Applying.Picture);
        using var answer = await visitor.SendAsync("materials", form);
        await ApiClient.AssertProblemAsync(answer, HttpStatusCode.Unauthorized, "Status401");
    }

    private static object WithMaterials(params Guid[] materials) => new
    {
        serviceItem = "talent-consultation",
        answers = new
        {
            kind = "question",
            topic = "other",
            title = "With a file",
            details = "See there.",
            acceptedBy = "talentOffice",
            onBehalfOf = "self",
            contact = new { name = "Qin Xiaohe", phone = "13800138000" },
        },
        materials,
    };

    private static StringContent Broken(string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
