package org.bihuan.task.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import org.bihuan.IntegrationTest;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.inbox.CaseAudience;
import org.bihuan.inbox.Copies;
import org.bihuan.inbox.InboxFixtures;
import org.bihuan.org.Colleague;
import org.bihuan.org.StaffService;
import org.bihuan.task.Comment;
import org.bihuan.task.Comments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

@IntegrationTest
@ViewPackages(packages = "org.bihuan.noview")
class CaseTalkTest extends BrowserlessTest {

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    CaseTalk talk;

    @Autowired
    Comments comments;

    @Autowired
    Copies copies;

    @Autowired
    CaseAudience audience;

    @Autowired
    StaffService staff;

    InboxFixtures errands;
    long writer;
    long reader;
    CaseNumber number;

    @BeforeEach
    void prepare() {
        errands = new InboxFixtures(context);
        long post = errands.post();
        writer = errands.person("李强", post);
        reader = errands.person("王芳", errands.post());
        number = errands.start("暴露垃圾", writer, post);
        InboxFixtures.signIn(writer);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void saysWhatToDoWhenNothingWasSaid() {
        open();

        assertThat(find(Paragraph.class).withClassName("talk-empty").single().getText())
                .isEqualTo(text("task.comments.empty"));
        assertThat(find(Section.class).withClassName("talk-copies").all()).isEmpty();
    }

    @Test
    void postsACommentAndShowsItAtOnce() {
        open();

        test(words()).setValue("请 @王芳 看看");
        colleagues().setValue(Set.of(colleague(reader)));
        post();

        assertThat(comments.of(number))
                .singleElement()
                .extracting(Comment::words)
                .isEqualTo("请 @王芳 看看");
        assertThat(audience.involves(number, reader)).isTrue();
        assertThat(texts("talk-name")).containsExactly("李强");
        assertThat(texts("talk-mention")).containsExactly("@王芳", "@王芳");
        assertThat(words().getValue()).isEmpty();
    }

    @Test
    void asksForWordsBesideTheField() {
        open();

        post();

        assertThat(words().isInvalid()).isTrue();
        assertThat(words().getErrorMessage()).isEqualTo(text("task.comment.refused.missing"));
        assertThat(comments.of(number)).isEmpty();
    }

    @Test
    void takesTheLongerOfTwoNames() {
        long longer = errands.person("王芳芳", errands.post());
        comments.write(number, "@王芳芳和@王芳", List.of(reader, longer));

        open();

        assertThat(texts("talk-mention")).startsWith("@王芳芳", "@王芳");
    }

    @Test
    void whatPeopleWriteIsTextAndNothingElse() {
        comments.write(number, "<b onclick=\"x()\">粗</b>", List.of());

        open();

        assertThat(find(Span.class).withText("<b onclick=\"x()\">粗</b>").all()).hasSize(1);
    }

    @Test
    void openingIsReadingAndTheSenderSeesIt() {
        copies.send(number, List.of(reader), List.of(), "请知悉");
        open();
        assertThat(texts("talk-unread")).containsExactly(text("task.copies.unread"));
        UI.getCurrent().removeAll();

        InboxFixtures.signIn(reader);
        open();
        UI.getCurrent().removeAll();

        InboxFixtures.signIn(writer);
        open();
        assertThat(texts("talk-unread")).isEmpty();
        assertThat(texts("talk-read")).hasSize(1);
    }

    private void open() {
        UI.getCurrent().add(talk.of(number));
    }

    private TextArea words() {
        return find(TextArea.class).single();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Colleague> colleagues() {
        return find(MultiSelectComboBox.class).single();
    }

    private void post() {
        test(find(Button.class).withText(text("task.comment.send")).single()).click();
    }

    private Colleague colleague(long staffId) {
        return staff.colleagues(List.of(staffId)).getFirst();
    }

    private List<String> texts(String className) {
        return find(Span.class).withClassName(className).all().stream()
                .map(Span::getText)
                .toList();
    }

    private static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }
}
