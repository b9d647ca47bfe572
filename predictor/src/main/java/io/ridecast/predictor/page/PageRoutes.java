package io.ridecast.predictor.page;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the page at {@code /}, its files at {@code /page/*} and D3 at {@code
 * /webjars/d3/d3.min.js}. Everything comes from the class path, and the page may load from nowhere
 * else.
 */
public final class PageRoutes {

  private static final String D3 = "/META-INF/resources/webjars/d3/7.9.0/dist/d3.min.js";
  private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z-]*\\.(js|css|svg)");

  /** A new release shows at once, for the tag is asked for every time. */
  private static final String REVALIDATE = "no-cache";

  private static final String KEEP_A_DAY = "public, max-age=86400";

  private static final Map<String, String> PROTECTION =
      Map.of(
          Header.CONTENT_SECURITY_POLICY,
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          Header.X_CONTENT_TYPE_OPTIONS,
          "nosniff",
          Header.REFERRER_POLICY,
          "no-referrer");

  private final Map<String, Optional<PageAsset>> loaded = new ConcurrentHashMap<>();

  /** Adds the routes of the page to a server, started or not. */
  public void mount(Javalin app) {
    serve(app, "/", context -> send(context, "index.html", REVALIDATE));
    serve(app, "/favicon.ico", context -> send(context, "favicon.svg", KEEP_A_DAY));
    serve(app, "/page/{file}", context -> sendFile(context, context.pathParam("file")));
    serve(app, "/webjars/d3/d3.min.js", context -> send(context, D3, KEEP_A_DAY));
  }

  /** HEAD runs the same code, so that its headers are those of GET. */
  private static void serve(Javalin app, String path, Handler handler) {
    app.get(path, handler).head(path, handler);
  }

  private void sendFile(Context context, String name) {
    // Plain names only: nothing that could leave the page's own folder reaches the class path.
    if (!FILE_NAME.matcher(name).matches()) {
      throw new NotFoundResponse("The page has no file of this name");
    }
    send(context, name, REVALIDATE);
  }

  private void send(Context context, String resource, String caching) {
    PageAsset asset =
        loaded
            .computeIfAbsent(resource, PageAsset::load)
            .orElseThrow(() -> new NotFoundResponse("The page has no file of this name"));
    PROTECTION.forEach(context::header);
    context.header(Header.CACHE_CONTROL, caching).header(Header.ETAG, asset.tag());
    if (asset.tag().equals(context.header(Header.IF_NONE_MATCH))) {
      context.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    context.contentType(asset.contentType()).result(asset.content());
  }
}
