package org.bihuan.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Keeps pictures for docs/images, when {@code -Dbihuan.images=true} asks for it. */
final class Documentation {

    private Documentation() {}

    /** Keeps what the screen shows. */
    static void keep(String image, Page page) {
        if (asked()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file(image)));
        }
    }

    /** Keeps a picture of one part of a page. */
    static void keep(String image, Locator part) {
        if (asked()) {
            part.screenshot(new Locator.ScreenshotOptions().setPath(file(image)));
        }
    }

    private static Path file(String image) {
        return Path.of("..", "docs", "images", image + ".png");
    }

    private static boolean asked() {
        return Boolean.getBoolean("bihuan.images");
    }
}
