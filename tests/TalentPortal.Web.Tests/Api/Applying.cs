using System.Net;
using System.Text.Json;

namespace TalentPortal.Web.Tests.Api;

/// <summary>Bodies and steps that several tests of the API share.</summary>
internal static class Applying
{
    /// <summary>The unit that answers consultations.</summary>
    public const string TalentOffice = "ys-talent-office";

    /// <summary>A consultation for the talent office.</summary>
    public static object Consultation(string title = "Which papers do I need", string phone = "13800138000") => new
    {
        serviceItem = "RC320001",
        answers = new
        {
            kind = "question",
            topic = "other",
            title,
            details = "I grow fruit and want to know.",
            acceptedBy = "talentOffice",
            onBehalfOf = "self",
            contact = new { name = "Qin Xiaohe", phone },
        },
    };

    /// <summary>The smallest picture there is.</summary>
    public static byte[] Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>An upload of a file.</summary>
    public static MultipartFormDataContent Upload(
        byte[] bytes, string serviceItem = "talent-consultation", string material = "attachment", string name = "photo.png") => new()
        {
            { new StringContent(serviceItem), "serviceItem" },
            { new StringContent(material), "material" },
            { new ByteArrayContent(bytes), "file", name },
        };

    /// <summary>Uploads a picture and reads its id.</summary>
    public static async Task<Guid> UploadAsync(this ApiClient talent, string serviceItem, string material)
    {
        using var form = Upload(Picture, serviceItem, material);
        using var answer = await talent.SendAsync("materials", form);
        return (await ApiClient.BodyAsync(answer, HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    /// <summary>Hands a consultation in and reads the receipt.</summary>
    public static async Task<(string Number, Guid Task)> SubmitAsync(this ApiClient talent)
    {
        using var answer = await talent.PostAsync("applications", Consultation(), Guid.NewGuid().ToString());
        var receipt = await ApiClient.BodyAsync(answer, HttpStatusCode.Created);
        return (receipt.GetProperty("number").GetString()!, receipt.GetProperty("tasks")[0].GetProperty("id").GetGuid());
    }

    /// <summary>The texts of a problem's field.</summary>
    public static string ErrorOf(this JsonElement problem, string path) =>
        problem.GetProperty("errors").GetProperty(path)[0].GetString()!;
}
