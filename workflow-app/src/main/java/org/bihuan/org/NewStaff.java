package org.bihuan.org;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person about to get an account.
 *
 * @param username 2 to 60 letters, digits, dots, hyphens or underscores; unique whatever the case
 * @param posts what the person holds from the start
 */
public record NewStaff(
        String username, String name, @Nullable String phone, List<Appointment> posts) {

    public NewStaff {
        posts = List.copyOf(posts);
    }

    /** What the account is for: that of its posts, of which all have the same. */
    Duty duty() {
        return posts.isEmpty() ? Duty.WORK : posts.getFirst().role().duty();
    }

    /** @param from first day in the post */
    public record Appointment(long unitId, Role role, LocalDate from) {}
}
