package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** A browser without a screen: cookies, the sign-in form, addresses, and what a page holds. */
public final class HttpSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    private static final Pattern SECURITY_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");

    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String server;

    public HttpSession(int port) {
        server = "http://localhost:" + port;
    }

    /** Signs in by the form, as a person does. */
    public HttpSession signIn(String username, String password) {
        HttpResponse<String> answer =
                post("/login", "username=%s&password=%s".formatted(encoded(username), encoded(password)));
        String target = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || target.contains("/login")) {
            throw new IllegalStateException(username + " is not let in: " + answer.statusCode() + " " + target);
        }
        return this;
    }

    /** Ends the session on the server. */
    public void signOut() {
        post("/logout", "x=");
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .build());
    }

    /** Sends an empty object, as a program does. */
    public HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    /** What the server sends to draw the page of this route, asked for in the two steps of Vaadin's client. */
    public String page(String route) {
        String started =
                get("/?v-r=init&location=" + encoded(route) + "&query=").body();
        String body = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":{},"trigger":""}}],"syncId":0,"clientId":0}""".formatted(found(SECURITY_KEY, started), route);
        return send(HttpRequest.newBuilder(URI.create(server + "/?v-r=uidl&v-uiId=" + found(UI, started)))
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body();
    }

    private static String found(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return match.group(1);
    }

    private HttpResponse<String> post(String path, String form) {
        var token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            token = TOKEN.matcher(get("/account").body());
            if (!token.find()) {
                throw new IllegalStateException("No page has a token");
            }
        }
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(token.group(1))))
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
