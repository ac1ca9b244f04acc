using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using TalentPortal.TestCommon.People;
using TalentPortal.TestCommon.Portals;
using Xunit;

namespace TalentPortal.Web.Tests.Api;

/// <summary>An address that is there but does not know the method says which ones it knows; one that is not there is not found.</summary>
public sealed class WrongMethodTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData("GET", "tokens", "POST")]
    [InlineData("DELETE", "service-items", "GET")]
    [InlineData("POST", "service-items/RC320001", "GET")]
    [InlineData("PUT", "materials", "POST")]
    [InlineData("GET", "applications", "POST")]
    [InlineData("PATCH", "applications/450311", "GET")]
    [InlineData("OPTIONS", "tasks", "GET")]
    [InlineData("GET", "tasks/7f0cbd3c-4f5b-4a0f-9d0c-0a9f0d5d3b10/claim", "POST")]
    [InlineData("PUT", "tasks/7f0cbd3c-4f5b-4a0f-9d0c-0a9f0d5d3b10/decisions", "POST")]
    public async Task WrongMethod_IsRefusedWithThoseItKnows_InTheCallersLanguage(string method, string path, string allowed)
    {
        foreach (var (language, title) in new[] { ("en", "The method is not allowed"), ("zh-CN", "不支持这种方法") })
        {
            foreach (var token in new[] { null, await TokenAsync() })
            {
                using var answer = await SendAsync(method, path, language, token);
                Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
                Assert.Equal([allowed], answer.Content.Headers.Allow);
                Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
                using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                Assert.Equal((title, 405, "Status405"), (problem.RootElement.GetProperty("title").GetString(),
                    problem.RootElement.GetProperty("status").GetInt32(), problem.RootElement.GetProperty("code").GetString()));
            }
        }
    }

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("POST", "nothing/at/all")]
    [InlineData("GET", "tasks/no-guid/claim")]
    [InlineData("DELETE", "")]
    public async Task UnknownAddress_IsNotFound_WhateverTheMethod(string method, string path)
    {
        using var answer = await SendAsync(method, path, "en", token: null);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private async Task<string?> TokenAsync() => ApiClient.TokenOf(portal.Services, await new TestPeople(portal.Services).TalentAsync());

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string language, string? token)
    {
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/api/v1/" + path, UriKind.Relative));
        request.Headers.AcceptLanguage.ParseAdd(language);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await client.SendAsync(request);
    }
}
