package org.bihuan.journey;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps pictures for docs/images, when {@code -Dbihuan.images=true} asks for it. */
final class Documentation {

    private static final Path IMAGES = Path.of("..", "docs", "images");

    private Documentation() {}

    /** Keeps a picture that an inspection took. */
    static void keep(String image, String inspected) {
        if (asked()) {
            try {
                Files.createDirectories(IMAGES);
                Files.copy(
                        Path.of("target", "screenshots", inspected + ".png"),
                        IMAGES.resolve(image + ".png"),
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Keeps a picture of one part of a page. */
    static void keep(String image, Locator part) {
        if (asked()) {
            part.screenshot(new Locator.ScreenshotOptions().setPath(IMAGES.resolve(image + ".png")));
        }
    }

    private static boolean asked() {
        return Boolean.getBoolean("bihuan.images");
    }
}
