package org.bihuan.org;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.bihuan.org.Appointments.PostKey;
import org.jspecify.annotations.Nullable;

@Mapper
interface StaffWriteMapper {

    void insert(List<NewStaff> people, String passwordHash, boolean mustChangePassword);

    List<Account> idsByUsername(List<String> usernames);

    @Nullable String username(long staffId);

    /** A null phone or address stays as it is, an empty one is removed. */
    void describe(long staffId, String name, @Nullable String phone, @Nullable String email);

    void email(long staffId, String email);

    void password(long staffId, String passwordHash, boolean mustChange);

    void unlock(long staffId);

    void enable(long staffId, boolean enabled);

    /** Appointments of one person follow one another. */
    @Nullable Long lock(long staffId);

    /** What the account is for. */
    Duty duty(long staffId);

    void dedicate(long staffId, Duty duty);

    /** Whether the account holds or held any post. */
    boolean everHeld(long staffId);

    void setUpPosts(List<PostKey> keys);

    List<PostRow> posts(List<PostKey> keys);

    /** How many times in the post end after the day. */
    int heldSince(long staffId, long postId, LocalDate day);

    void hold(List<Holding> holdings);

    int end(long staffId, long postId, LocalDate to);

    List<Administrator> lockAdministrators(Role role, LocalDate today);

    List<StaffRow> search(String pattern, LocalDate today, int offset, int limit);

    List<HeldPost> heldPosts(long staffId);

    record Account(long id, String username) {}

    record PostRow(long id, long unitId, Role role) {}

    record Holding(long staffId, long postId, LocalDate from, Duty duty) {}

    /** @param endless whether no end is set */
    record Administrator(long staffId, long postId, boolean endless) {

        boolean goes(long who, @Nullable Long whichPost) {
            return staffId == who && (whichPost == null || postId == whichPost);
        }
    }
}
