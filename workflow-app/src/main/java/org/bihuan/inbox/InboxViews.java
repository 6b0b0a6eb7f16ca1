package org.bihuan.inbox;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.inbox.ViewRefusedException.Reason;
import org.bihuan.org.CurrentUser;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Filters that the current user keeps under names, and the columns that the user chose. */
@Service
@Transactional
@PreAuthorize("@rights.may('inbox.view')")
public class InboxViews {

    private final InboxViewMapper mapper;
    private final CurrentUser user;

    InboxViews(InboxViewMapper mapper, CurrentUser user) {
        this.mapper = mapper;
        this.user = user;
    }

    /** The user's own, oldest first. */
    @Transactional(readOnly = true)
    public List<SavedView> list() {
        return mapper.ofStaff(me()).stream().map(InboxViewMapper.Row::view).toList();
    }

    /**
     * Keeps the filter.
     *
     * @throws ViewRefusedException when the name is missing, too long or taken, or the user keeps too many already
     */
    public void save(String name, InboxFilter filter) {
        if (mapper.ofStaff(me()).size() >= SavedView.MOST) {
            throw new ViewRefusedException(Reason.TOO_MANY);
        }
        String stripped = checked(name);
        unlessTaken(() -> mapper.insert(me(), stripped, filter));
    }

    /**
     * Gives a view another name.
     *
     * @throws ViewRefusedException when the name is missing, too long or taken, or there is no such view of the user's
     */
    public void rename(long id, String name) {
        String stripped = checked(name);
        unlessTaken(() -> {
            if (mapper.rename(id, me(), stripped) == 0) {
                throw new ViewRefusedException(Reason.GONE);
            }
        });
    }

    /** Forgets the view; does nothing when the user has none with this id. */
    public void delete(long id) {
        mapper.delete(id, me());
    }

    /** The columns that the user wants to see. */
    @Transactional(readOnly = true)
    public Set<InboxColumn> columns() {
        String hidden = mapper.hiddenColumns(me());
        if (hidden == null) {
            return InboxColumn.usual();
        }
        Set<String> names = Set.of(hidden.split(","));
        return Arrays.stream(InboxColumn.values())
                .filter(column -> !names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(InboxColumn.class)));
    }

    /** Shows these columns from now on, on every device. */
    public void show(Set<InboxColumn> columns) {
        mapper.hideColumns(
                me(),
                Arrays.stream(InboxColumn.values())
                        .filter(column -> !columns.contains(column))
                        .map(InboxColumn::name)
                        .collect(Collectors.joining(",")));
    }

    private static String checked(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new ViewRefusedException(Reason.NAME_MISSING);
        }
        if (stripped.codePointCount(0, stripped.length()) > SavedView.LONGEST_NAME) {
            throw new ViewRefusedException(Reason.NAME_TOO_LONG);
        }
        return stripped;
    }

    private static void unlessTaken(Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw new ViewRefusedException(Reason.NAME_TAKEN);
        }
    }

    private long me() {
        return user.require().id();
    }
}
