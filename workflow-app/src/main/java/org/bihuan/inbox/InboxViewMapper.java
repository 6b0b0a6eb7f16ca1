package org.bihuan.inbox;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.calendar.DeadlineState;
import org.bihuan.inbox.InboxFilter.Order;
import org.bihuan.inbox.InboxFilter.Whose;
import org.jspecify.annotations.Nullable;

/** Reads and writes what people keep about their lists. */
@Mapper
interface InboxViewMapper {

    List<Row> ofStaff(long staffId);

    void insert(long staffId, String name, InboxFilter filter);

    int rename(long id, long staffId, String name);

    int delete(long id, long staffId);

    /** Names of the columns with commas between them; null when the person has not chosen. */
    @Nullable String hiddenColumns(long staffId);

    void hideColumns(long staffId, String hidden);

    /** A view as it is stored. */
    record Row(
            long id,
            String name,
            @Nullable String family,
            @Nullable DeadlineState state,
            String search,
            Whose whose,
            Order sort) {

        SavedView view() {
            return new SavedView(id, name, new InboxFilter(family, state, search, whose, sort));
        }
    }
}
