package org.bihuan.inbox;

import java.util.List;
import java.util.Set;
import org.bihuan.org.Staff;
import org.jspecify.annotations.Nullable;

/** Something that can be done with several items of the list in one go; each is a bean, shown in the order of its {@code @Order}. */
public interface BulkVerb {

    /** What has to be said before it can be done; it is the same for all items. */
    enum Need {
        RECEIVER,
        WORDS
    }

    /**
     * What was said.
     *
     * @param receiverId member of staff; empty where none is needed
     * @param words empty where none are needed
     */
    record Input(@Nullable Long receiverId, String words) {

        public static final Input NONE = new Input(null, "");
    }

    /** Key of its name; below it stands {@code .done} for a row that was done. */
    String key();

    /** Whether it makes sense for the item; {@link #apply} decides. Reads nothing, as it is asked for whole pages. */
    boolean fits(InboxItem item);

    default Set<Need> needs() {
        return Set.of();
    }

    /** Who could receive all of these items; asked only where a receiver is needed. */
    default List<Staff> receivers(List<InboxItem> items) {
        return List.of();
    }

    /**
     * Does it with one item, as the current user, in a transaction of its own. Done a second time it must do nothing or
     * be refused: whoever repeats the whole repeats what was done before.
     *
     * @throws RuntimeException when it was refused; {@link Refusals} knows the words
     */
    void apply(InboxItem item, Input input);
}
