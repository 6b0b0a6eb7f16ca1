package org.bihuan.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Chromium and the people before it. Generous waits: a build machine may be busy with other things. */
final class Stage implements AutoCloseable {

    private static final double PATIENCE = 60_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

    private final Browser browser;

    private final String address;

    private final List<Actor> actors = new ArrayList<>();

    /**
     * Starts the system's Chromium.
     *
     * @param port where the program listens on this machine
     */
    Stage(int port) {
        address = "http://localhost:" + port;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("bihuan.test.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    /** Somebody new, who has never been here. */
    Actor enter(Device device) {
        return enter(device, browser.newContext(device.options()));
    }

    /** Somebody whose device stands at this place and tells it to the program. */
    Actor enterAt(double longitude, double latitude) {
        var options = Device.PHONE.options().setGeolocation(latitude, longitude).setPermissions(List.of("geolocation"));
        return enter(Device.PHONE, browser.newContext(options));
    }

    /** Somebody who is here already, in another tab of the same browser. */
    Actor alsoIn(Actor actor) {
        Actor tab = actor.inAnotherTab();
        actors.add(tab);
        return tab;
    }

    private Actor enter(Device device, BrowserContext context) {
        context.setDefaultTimeout(PATIENCE);
        context.setDefaultNavigationTimeout(PATIENCE);
        var actor = new Actor(context, device, address);
        actors.add(actor);
        return actor;
    }

    /** Everything that any browser complained about. */
    List<String> complaints() {
        return actors.stream().flatMap(actor -> actor.complaints().stream()).toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
