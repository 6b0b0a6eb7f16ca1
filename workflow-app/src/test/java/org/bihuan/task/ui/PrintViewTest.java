package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import org.bihuan.IntegrationTest;
import org.bihuan.audit.AuditLog;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.inbox.InboxQueries;
import org.bihuan.task.CasePrints;
import org.bihuan.task.Comments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class PrintViewTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CasePrints prints;

    @Autowired
    InboxQueries queries;

    @Autowired
    Comments comments;

    @Autowired
    Copies copies;

    @Autowired
    AuditLog audit;

    InboxFixtures errands;
    long reader;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        long post = errands.post();
        reader = errands.person("李强", post);
        number = errands.start("暴露垃圾", reader, post);
        InboxFixtures.signIn(reader);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void tellsHeadDiscussionAndCopiesAndWhoPrinted() {
        String longText = "第一段。\n".repeat(200).strip();
        comments.write(number, longText, List.of());
        copies.send(number, List.of(errands.person("王芳", errands.post())), List.of(), "");

        open();

        assertThat(cells("print-facts")).contains(number.value(), "暴露垃圾", "科技街 12 号", "李强");
        assertThat(cells("print-comments")).contains(longText);
        assertThat(cells("print-copies")).contains("王芳", text("task.copies.unread"));
        assertThat(find(Paragraph.class).withClassName("print-foot").single().getText())
                .startsWith(text("task.print.foot", "李强", "#").split("#")[0]);
        assertThat(find(NativeTable.class).withClassName("print-steps").all()).isEmpty();
    }

    @Test
    void leadsToTheDialogOfTheBrowserAndBackToTheCase() {
        open();

        assertThat(find(Button.class).single().getText()).isEqualTo(text("task.print"));
        assertThat(find(Anchor.class).single().getHref()).isEqualTo("errands/" + number);
    }

    @Test
    void standsInTheRecord() {
        open();

        assertThat(audit.entries(number))
                .filteredOn(entry -> entry.eventType().equals("task.printed"))
                .hasSize(1);
    }

    private void open() {
        var view = new PrintView(prints, queries);
        view.show(prints.print(number, Locale.CHINESE));
        UI.getCurrent().add(view);
    }

    private List<String> cells(String table) {
        return find(NativeTable.class).withClassName(table).single().getBody().getRows().stream()
                .flatMap(row -> row.getDataCells().stream())
                .map(cell -> cell.getText())
                .toList();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
