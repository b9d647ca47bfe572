package io.ridecast.predictor.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Javalin app;

  @BeforeAll
  static void start() {
    app = Javalin.create(config -> config.showJavalinBanner = false);
    new PageRoutes().mount(app);
    app.start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    app.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html;charset=utf-8",
    "/page/page.css,text/css;charset=utf-8",
    "/page/main.js,text/javascript;charset=utf-8",
    "/page/favicon.svg,image/svg+xml",
    "/favicon.ico,image/svg+xml",
    "/webjars/d3/d3.min.js,text/javascript;charset=utf-8"
  })
  void shouldServeEachFileWithItsType(String path, String contentType) throws Exception {
    HttpResponse<String> response = get(path);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualToIgnoringWhitespace(contentType);
    assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(response.body()).isNotBlank();
  }

  @Test
  void shouldAllowNothingButItsOwnHost() throws Exception {
    assertThat(header(get("/"), "Content-Security-Policy")).startsWith("default-src 'self';");
  }

  @Test
  void shouldNotSendAgainWhatTheBrowserHas() throws Exception {
    String tag = header(get("/page/main.js"), "ETag");

    HttpResponse<String> again = get("/page/main.js", "If-None-Match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
  }

  @Test
  void shouldSendWhatChangedSinceTheBrowserAsked() throws Exception {
    assertThat(get("/page/main.js", "If-None-Match", "\"older\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/absent.js",
        "/page/index.html",
        "/page/PageRoutes.class",
        "/page/..%2Fpackage-info.class",
        "/page/%2e%2e%2f%2e%2e%2fpage%2fmain.js"
      })
  void shouldServeNothingButThePagesFiles(String path) throws Exception {
    assertThat(get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void shouldHoldEveryFileThatItsModulesName() throws Exception {
    List<String> imported = named("from '\\./([a-z-]+\\.js)'", get("/page/main.js").body());

    assertThat(imported).isNotEmpty();
    for (String file : imported) {
      assertThat(get("/page/" + file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void shouldNameOnlyFilesOfItsOwn() throws Exception {
    String html = get("/").body();

    assertThat(html).doesNotContain("http://", "https://", "style=", "<style", "onclick");
    for (String file : named("(?:src|href)=\"((?:page|webjars)/[^\"]+)\"", html)) {
      assertThat(get("/" + file).statusCode()).as(file).isEqualTo(200);
    }
  }

  private static List<String> named(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
