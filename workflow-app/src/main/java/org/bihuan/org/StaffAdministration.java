package org.bihuan.org;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.org.NewStaff.Appointment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and who holds which post. Each act is noted; a person is disabled, never deleted. */
@Service
@Transactional
public class StaffAdministration {

    private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}._-]{2,60}");

    /** Without signs that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final StaffWriteMapper mapper;
    private final Appointments appointments;
    private final PasswordEncoder passwords;
    private final ChangeLog changes;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    StaffAdministration(
            StaffWriteMapper mapper,
            Appointments appointments,
            PasswordEncoder passwords,
            ChangeLog changes,
            ApplicationEventPublisher events) {
        this.mapper = mapper;
        this.appointments = appointments;
        this.passwords = passwords;
        this.changes = changes;
        this.events = events;
    }

    /**
     * Opens an account.
     *
     * @return the id, and the initial password in plain, which is kept nowhere: show it once
     * @throws RefusedException when the user name or name is unfit, or the user name is taken
     */
    @PreAuthorize("@rights.may('staff.open')")
    public Created create(NewStaff person) {
        String password = randomPassword();
        insert(List.of(person), hash(password), true);
        long staffId =
                mapper.idsByUsername(List.of(person.username())).getFirst().id();
        events.publishEvent(new StaffChanged(staffId));
        return new Created(staffId, password);
    }

    /**
     * Opens many accounts at once that share a password, for demonstrations and first loads.
     *
     * @param passwordHash as encoded by the {@link PasswordEncoder}
     * @param mustChangePassword whether each has to choose an own password first
     * @throws RefusedException when any user name or name is unfit or taken; then none is opened
     */
    @PreAuthorize("@rights.may('staff.open')")
    public void createAll(List<NewStaff> people, String passwordHash, boolean mustChangePassword) {
        insert(people, passwordHash, mustChangePassword);
    }

    /**
     * Changes the person's name and phone.
     *
     * @param phone null to keep the one on file, empty to remove it
     */
    @PreAuthorize("@rights.may('staff.change', #staffId)")
    public void describe(long staffId, String name, @Nullable String phone) {
        requireName(name);
        String username = username(staffId);
        mapper.describe(staffId, name.strip(), phone == null ? null : phone.strip());
        changes.note("staff.describe", username, phone == null ? name : name + ", phone");
    }

    /** Gives the account a new initial password and unlocks it. The result is shown once and kept nowhere. */
    @PreAuthorize("@rights.may('staff.change', #staffId)")
    public String resetPassword(long staffId) {
        String username = username(staffId);
        String password = randomPassword();
        mapper.password(staffId, hash(password), true);
        mapper.unlock(staffId);
        changes.note("staff.password-reset", username, "");
        return password;
    }

    /** Opens an account that wrong passwords have locked. */
    @PreAuthorize("@rights.may('staff.change', #staffId)")
    public void unlock(long staffId) {
        String username = username(staffId);
        mapper.unlock(staffId);
        changes.note("staff.unlock", username, "");
    }

    /** Lets the person sign in again. */
    @PreAuthorize("@rights.may('staff.change', #staffId)")
    public void enable(long staffId) {
        String username = username(staffId);
        mapper.enable(staffId, true);
        changes.note("staff.enable", username, "");
        events.publishEvent(new StaffChanged(staffId));
    }

    /**
     * Shuts the account; what the person may do ends at once, even where signed in.
     *
     * @throws RefusedException when nobody would be left to administer the program
     */
    @PreAuthorize("@rights.may('staff.change', #staffId)")
    public void disable(long staffId) {
        String username = username(staffId);
        appointments.requireAnotherAdministrator(staffId, null);
        mapper.enable(staffId, false);
        changes.note("staff.disable", username, "");
        events.publishEvent(new StaffChanged(staffId));
    }

    /**
     * Puts the person in a post, which is set up if it was not there.
     *
     * @param from first day
     * @throws RefusedException when the person holds the post on that day or later already
     */
    @PreAuthorize("@rights.may('staff.appoint', #staffId)")
    public void appoint(long staffId, long unitId, Role role, LocalDate from) {
        String username = username(staffId);
        appointments.begin(staffId, new Appointment(unitId, role, from));
        changes.note("staff.appoint", username, "%s at unit %d from %s".formatted(role, unitId, from));
        events.publishEvent(new StaffChanged(staffId));
    }

    /**
     * Ends the person's time in the post.
     *
     * @param to first day on which it is no longer held
     * @throws RefusedException when the person does not hold it, or nobody would be left to administer the program
     */
    @PreAuthorize("@rights.may('staff.appoint', #staffId)")
    public void dismiss(long staffId, long postId, LocalDate to) {
        String username = username(staffId);
        appointments.end(staffId, postId, to);
        changes.note("staff.dismiss", username, "post %d to %s".formatted(postId, to));
        events.publishEvent(new StaffChanged(staffId));
    }

    /** Accounts whose user name or name holds the text, in the order of their user names. */
    @PreAuthorize("@rights.may('staff.list')")
    @Transactional(readOnly = true)
    public List<StaffRow> search(String text, int offset, int limit) {
        return mapper.search(Like.holds(text), appointments.today(), offset, limit);
    }

    /** All the person's times in posts, past and to come, latest first. */
    @PreAuthorize("@rights.may('staff.list')")
    @Transactional(readOnly = true)
    public List<HeldPost> heldPosts(long staffId) {
        return mapper.heldPosts(staffId);
    }

    private void insert(List<NewStaff> people, String passwordHash, boolean mustChangePassword) {
        for (NewStaff person : people) {
            if (!USERNAME.matcher(person.username()).matches()) {
                throw new RefusedException(RefusedException.Reason.BAD_USERNAME, person.username());
            }
            requireName(person.name());
        }
        appointments.open(people, passwordHash, mustChangePassword);
        if (people.size() == 1) {
            NewStaff person = people.getFirst();
            changes.note("staff.create", person.username(), person.posts().toString());
        } else {
            changes.note("staff.create-all", people.size() + " 个账号", "");
        }
    }

    private String username(long staffId) {
        String username = mapper.username(staffId);
        if (username == null) {
            throw new RefusedException(RefusedException.Reason.UNKNOWN_STAFF, String.valueOf(staffId));
        }
        return username;
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.strip().length() > 60) {
            throw new RefusedException(RefusedException.Reason.BAD_STAFF_NAME, name);
        }
    }

    private String hash(String password) {
        String hash = passwords.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The encoder made no hash");
        }
        return hash;
    }

    /** Three groups of four: about 59 bits, easy to read out. */
    private String randomPassword() {
        var password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                password.append('-');
            }
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    /** A new account with its initial password in plain. */
    public record Created(long staffId, String initialPassword) {}
}
