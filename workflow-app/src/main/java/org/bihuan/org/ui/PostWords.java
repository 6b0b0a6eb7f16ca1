package org.bihuan.org.ui;

import com.vaadin.flow.component.Component;
import org.bihuan.org.HeldPost;

/** Times in posts in plain words. */
final class PostWords {

    private PostWords() {}

    static String time(Component reader, HeldPost post) {
        String time = post.validTo() == null
                ? reader.getTranslation("org.post.since", post.validFrom())
                : reader.getTranslation("org.post.between", post.validFrom(), post.validTo());
        return post.enabled() ? time : time + " · " + reader.getTranslation("org.staff.disabled");
    }
}
