package org.bihuan.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is asked of every page, whatever it is for. */
final class Inspection {

    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final List<Integer> WIDTHS = List.of(1440, 1024, 390);

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** A text that has no translation shows its key. */
    private static final Pattern KEY =
            Pattern.compile("!\\{.*?}!|\\b(attachment|calendar|demo|event|family|form|incident|inbox"
                    + "|map|menu|org|photo|security|shell|status|task|trace)\\.[a-z][a-zA-Z.]+");

    /** Pages of staff scroll inside of their frame, where a picture of the full page does not look. */
    private static final String HIDDEN_BELOW = """
            () => {
                let hidden = 0;
                let part = document.querySelector('.bihuan-page');
                while (part && part !== document.body) {
                    hidden = Math.max(hidden, (part.scrollHeight || 0) - (part.clientHeight || 0));
                    part = part.assignedSlot || part.parentNode || part.host;
                }
                return hidden;
            }""";

    private final Page page;

    private final Device device;

    Inspection(Page page, Device device) {
        this.page = page;
        this.device = device;
    }

    /** What is wrong with the page, in words; leaves its pictures as {@code target/screenshots/<name>-<width>.png}. */
    List<String> of(String name) {
        var findings = new ArrayList<String>();
        for (int width : WIDTHS) {
            int height = width == Device.PHONE.width() ? Device.PHONE.height() : Device.DESKTOP.height();
            page.setViewportSize(width, height);
            settle();
            page.setViewportSize(width, height + ((Number) page.evaluate(HIDDEN_BELOW)).intValue());
            settle();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true)
                    .setAnimations(ScreenshotAnimations.DISABLED));
            Object needed = page.evaluate("document.documentElement.scrollWidth");
            if (!needed.equals(width)) {
                findings.add(name + " needs " + needed + " pixels where there are " + width);
            }
        }
        page.setViewportSize(device.width(), device.height());
        settle();
        KEY.matcher(page.innerText("body")).results().forEach(key -> findings.add(name + " shows " + key.group()));
        accessibility().forEach(finding -> findings.add(name + ": " + finding));
        return findings;
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
                .setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .filter(rule -> !isOfVaadin(rule))
                        .map(Inspection::words)
                        .toList();
    }

    /**
     * Inside of Vaadin's own components, where we cannot reach and nobody is hindered: the tab list has a scroller that
     * no keyboard gets to (tabindex -1); the button of a select says that a choice is required.
     */
    private static boolean isOfVaadin(Rule rule) {
        String component = switch (rule.getId()) {
            case "aria-required-children" -> "<vaadin-tabs ";
            case "aria-allowed-attr" -> "<vaadin-select-value-button ";
            default -> null;
        };
        return component != null
                && rule.getNodes().stream().allMatch(node -> node.getHtml().startsWith(component));
    }

    private static String words(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .map(node -> "\n    " + node.getHtml() + "\n        "
                                + node.getFailureSummary().replace("\n", " "))
                        .collect(Collectors.joining());
    }
}
