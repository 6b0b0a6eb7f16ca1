package org.bihuan.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.Journey;

/** One person at one device. */
final class Actor {

    private final BrowserContext context;

    private final Device device;

    private final String address;

    private final Page page;

    private final List<String> complaints = new ArrayList<>();

    private final List<Pattern> expected = new ArrayList<>();

    Actor(BrowserContext context, Device device, String address) {
        this.context = context;
        this.device = device;
        this.address = address;
        page = newPage();
    }

    private Page newPage() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(opened.url() + ": " + message.text());
            }
        });
        opened.onPageError(error -> complaints.add(opened.url() + ": " + error));
        return opened;
    }

    private Actor(Actor other) {
        context = other.context;
        device = other.device;
        address = other.address;
        page = newPage();
    }

    Page page() {
        return page;
    }

    /** The same person in another tab, signed in as here. */
    Actor inAnotherTab() {
        return new Actor(this);
    }

    /** What the browser's console said in red, but for what was announced, and what inspections found. */
    List<String> complaints() {
        return complaints.stream()
                .filter(text -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(text).find()))
                .toList();
    }

    /** Announces that the console will report this, because the journey provokes it. */
    Actor expects(String regex) {
        expected.add(Pattern.compile(regex));
        return this;
    }

    Actor opens(String path) {
        page.navigate(path.startsWith("http") ? path : address + "/" + path);
        return this;
    }

    Actor signsIn(String username) {
        opens("login");
        return signsIn(username, Journey.PASSWORD);
    }

    Actor signsIn(String username, String password) {
        writes("用户名", username);
        writes("密码", password);
        presses("登录");
        return this;
    }

    Actor presses(String name) {
        button(name).click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Actor writes(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
        return this;
    }

    Actor chooses(String option) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(option))
                .check(new Locator.CheckOptions().setForce(true));
        return this;
    }

    /** Begins something of the bar of operations, which may lie under 更多. */
    Actor begins(String operation) {
        Locator named = menuItem(operation);
        Locator more = menuItem("更多");
        assertThat(named.or(more).first()).isVisible();
        if (!named.isVisible()) {
            more.click();
        }
        named.click();
        return this;
    }

    private Locator menuItem(String name) {
        return page.getByRole(
                AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Types into a box with suggestions and takes the first one. */
    Actor picks(String label, String typed) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .first()
                .fill(typed);
        page.getByRole(AriaRole.OPTION)
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\S")))
                .first()
                .click();
        return this;
    }

    /** Opens a box with a few choices and takes one. */
    Actor selects(String label, String option) {
        page.locator("vaadin-select")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("visible=true")
                .first()
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        return this;
    }

    Actor sees(String text) {
        assertThat(page.getByText(text).locator("visible=true").first()).isVisible();
        return this;
    }

    Actor seesHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                        .first())
                .isVisible();
        return this;
    }

    Actor photographs(FilePayload photo) {
        Locator previews = page.locator(".bihuan-photo-previews li:visible");
        int before = previews.count();
        hands(photo);
        assertThat(previews).hasCount(before + 1);
        assertThat(page.locator("vaadin-upload-file")).hasCount(0);
        return this;
    }

    /** Gives a file to the upload, whatever becomes of it. */
    Actor hands(FilePayload file) {
        page.locator("vaadin-upload.bihuan-photo-files input[type=file]")
                .first()
                .setInputFiles(file);
        return this;
    }

    Locator map() {
        return page.locator(".leaflet-container");
    }

    /** Taps the middle of the map and waits until the place is named. */
    Actor tapsTheMap() {
        if (device == Device.PHONE) {
            map().tap();
        } else {
            map().click();
        }
        assertThat(page.locator(".bihuan-map-status")).containsText("位于");
        return this;
    }

    Locator inboxItem(String caseNumber) {
        return page.locator(".inbox-item").filter(new Locator.FilterOptions().setHasText(caseNumber));
    }

    /** Nothing goes out or in any more from this device. */
    Actor losesTheNetwork() {
        context.setOffline(true);
        return this;
    }

    Actor isBackInTheNetwork() {
        context.setOffline(false);
        return this;
    }

    Actor opensFromInbox(String caseNumber) {
        inboxItem(caseNumber).locator(".inbox-link").click();
        assertThat(page.locator(".incident-page")).isVisible();
        return this;
    }

    /** Looks the page over: pictures of it, its width, its words, its accessibility. */
    Actor looksOver(String name) {
        complaints.addAll(new Inspection(page, device).of(name));
        return this;
    }
}
