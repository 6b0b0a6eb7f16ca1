package org.bihuan.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is asked of every page, whatever it is for. */
final class Inspection {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final Page page;

    private final Device device;

    Inspection(Page page, Device device) {
        this.page = page;
        this.device = device;
    }

    void of(String name) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width == 390 ? 844 : 900);
            settle();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true)
                    .setAnimations(ScreenshotAnimations.DISABLED));
            if (width == 390) {
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s on a phone", name)
                        .isEqualTo(390);
            }
        }
        page.setViewportSize(device.width(), device.height());
        settle();
        assertThat(page.innerText("body"))
                .as("texts of %s", name)
                .doesNotContain("!{")
                .doesNotContainPattern("\\b(incident|inbox|org|shell|form|photo|map|trace|calendar|status|task|event)"
                        + "\\.[a-zA-Z]+\\.?[a-zA-Z]*\\b");
        assertThat(accessibility()).as("accessibility of %s", name).isEmpty();
    }

    /** Until nothing is being drawn or fetched any more. */
    private void settle() {
        page.evaluate("async () => { await document.fonts.ready;"
                + " for (let i = 0; i < 3; i++) await new Promise(drawn => requestAnimationFrame(drawn)); }");
        page.waitForFunction("() => [...document.images].every(image => image.complete || image.loading === 'lazy')"
                + " && (!window.Vaadin || !Vaadin.Flow || !Vaadin.Flow.clients"
                + " || Object.values(Vaadin.Flow.clients).every(client => !client.isActive || !client.isActive()))");
    }

    private List<String> accessibility() {
        return new AxeBuilder(page)
                .setLegacyMode(true)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Inspection::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getHtml() + "\n        " + node.getFailureSummary().replace("\n", " "))
                        .collect(Collectors.joining());
    }
}
