package org.bihuan.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Set;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.inbox.Copies;
import org.bihuan.org.Colleague;
import org.bihuan.org.CurrentUser;
import org.bihuan.org.Post;
import org.bihuan.org.StaffPicker;
import org.bihuan.org.StaffService;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 抄送 in the bar: sends the case to people, or to whoever holds a post above it. */
@Component
@Order(700)
class CopyAction implements TaskAction {

    private static final String NAME = "task.copy";

    private final Copies copies;
    private final StaffService staff;
    private final CurrentUser user;
    private final Idempotency idempotency;

    CopyAction(Copies copies, StaffService staff, CurrentUser user, Idempotency idempotency) {
        this.copies = copies;
        this.staff = staff;
        this.user = user;
        this.idempotency = idempotency;
    }

    @Override
    public String key() {
        return NAME;
    }

    @Override
    public boolean offered(Subject subject) {
        return true;
    }

    @Override
    public void open(Subject subject, Runnable done) {
        UI ui = UI.getCurrent();
        MultiSelectComboBox<Colleague> people = StaffPicker.several(
                staff,
                ui.getTranslation("task.copy.people"),
                Set.of(user.require().id()));
        var posts = new MultiSelectComboBox<Post>(ui.getTranslation("task.copy.posts"));
        posts.setItems(copies.posts(subject.number()));
        posts.setItemLabelGenerator(post -> ui.getTranslation("org.role." + post.role()) + " · " + post.unitName());
        posts.setHelperText(ui.getTranslation("task.copy.posts.help"));
        posts.setWidthFull();
        posts.setVisible(posts.getListDataView().getItemCount() > 0);
        TextArea words = TaskDialog.words("task.copy.words", false);
        new TaskDialog(idempotency, NAME, subject)
                .with(people, posts, words)
                .open(
                        NAME,
                        () -> chosen(people, posts),
                        () -> List.of("copy", subject.number(), ids(people), postIds(posts), words.getValue()),
                        () -> copies.send(subject.number(), ids(people), postIds(posts), words.getValue()),
                        done);
    }

    private static boolean chosen(MultiSelectComboBox<Colleague> people, MultiSelectComboBox<Post> posts) {
        boolean chosen = !people.isEmpty() || !posts.isEmpty();
        people.setErrorMessage(UI.getCurrent().getTranslation("task.copy.nobody"));
        people.setInvalid(!chosen);
        if (!chosen) {
            people.focus();
        }
        return chosen;
    }

    private static List<Long> ids(MultiSelectComboBox<Colleague> people) {
        return people.getValue().stream().map(Colleague::staffId).sorted().toList();
    }

    private static List<Long> postIds(MultiSelectComboBox<Post> posts) {
        return posts.getValue().stream().map(Post::id).sorted().toList();
    }
}
