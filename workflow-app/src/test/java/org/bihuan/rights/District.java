package org.bihuan.rights;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.bihuan.attachment.PhotoService;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentReport;
import org.bihuan.incident.Receipt;
import org.bihuan.org.Role;
import org.bihuan.org.StaffPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A small district with one person for every role and relation, and cases that lie at one of its communities. */
final class District {

    static final String PASSWORD = "correct horse battery";

    static final String PHONE = "13812345678";

    /** Relations of people to the community where the cases lie. */
    static final List<Relation> RELATIONS = List.of(
            Relation.OWN,
            Relation.OWN_UNIT,
            Relation.CHILD,
            Relation.PARENT,
            Relation.SIBLING,
            Relation.OTHER_BRANCH,
            Relation.FORMER_UNIT,
            Relation.INVOLVED);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String hash;

    /** Where the cases lie. */
    final long community;

    final long department;
    final String code;
    final List<Person> people = new ArrayList<>();
    final Person official;
    /** An account that nobody's rights are about. */
    final long bystander;

    /** A draft of a model, which the bystander proposed. */
    final long draft;

    /** Waits for the dispatcher, for the handler, and for the check. */
    final Receipt waiting;

    final Receipt handling;
    final Receipt verifying;
    final Receipt rating;

    /**
     * @param name role, or the group without one
     * @param postId the post held, also one that has ended; null for people without
     */
    record Person(
            String name,
            Relation relation,
            @Nullable Long staffId,
            @Nullable String username,
            @Nullable Long postId,
            @Nullable Long unitId) {

        boolean isOwn() {
            return relation == Relation.OWN && postId != null;
        }

        boolean hasToken() {
            return name.equals("RESIDENT");
        }
    }

    District(ApplicationContext program) {
        jdbc = program.getBean(JdbcTemplate.class);
        transaction = program.getBean(TransactionTemplate.class);
        hash = program.getBean(PasswordEncoder.class).encode(PASSWORD);
        var made = transaction.execute(status -> make());
        community = made.get("community");
        department = made.get("department");
        bystander = made.get("bystander");
        code = jdbc.queryForObject("select code from org_unit where id = ?", String.class, made.get("district"));
        official = person("OFFICIAL", Relation.OTHER_BRANCH, Role.DEPARTMENT_STAFF, department);
        draft = transaction.execute(status -> insert(
                "insert into model_draft (version, process_key, reason, xml, based_on, state, author_id, created_at)"
                        + " values (0, 'incidentHandling', 'x', '<x/>', 1, 'DRAFT', ?, utc_timestamp())",
                bystander));
        waiting = report(program);
        handling = report(program);
        verifying = report(program);
        rating = report(program);
        var dispatcher = find("DISPATCHER", Relation.OWN_UNIT);
        long category = jdbc.queryForObject("select min(id) from incident_category", Long.class);
        for (Receipt receipt : List.of(handling, verifying, rating)) {
            as(dispatcher, () -> {
                var dispatch = program.getBean(IncidentDispatch.class);
                dispatch.take(receipt.caseNumber());
                dispatch.dispatch(receipt.caseNumber(), version(receipt.caseNumber()), department, category, "");
            });
        }
        for (Receipt receipt : List.of(verifying, rating)) {
            as(official, () -> {
                var handler = program.getBean(IncidentHandling.class);
                handler.accept(receipt.caseNumber());
                handler.handled(receipt.caseNumber(), version(receipt.caseNumber()), "已清理完毕", List.of());
            });
        }
        var verification = program.getBean(org.bihuan.incident.IncidentVerification.class);
        as(find("COMMUNITY_STAFF", Relation.OWN_UNIT), () -> {
            verification.take(rating.caseNumber());
            verification.pass(rating.caseNumber(), version(rating.caseNumber()), "已核实");
        });
    }

    private Map<String, Long> make() {
        long district = unit("DISTRICT", null, "RGT");
        long street = unit("STREET", district, null);
        long here = unit("COMMUNITY", street, null);
        long grid = unit("GRID", here, null);
        unit("GRID", here, null);
        long sibling = unit("COMMUNITY", street, null);
        long elsewhere = unit("COMMUNITY", unit("STREET", district, null), null);
        Map<Relation, Long> units = new EnumMap<>(Map.of(
                Relation.OWN, elsewhere,
                Relation.OWN_UNIT, here,
                Relation.CHILD, street,
                Relation.PARENT, grid,
                Relation.SIBLING, sibling,
                Relation.OTHER_BRANCH, elsewhere,
                Relation.FORMER_UNIT, here,
                Relation.INVOLVED, elsewhere));
        for (Role role : Role.values()) {
            for (Relation relation : RELATIONS) {
                Person person = person(role.name(), relation, role, units.get(relation));
                people.add(person);
                if (relation == Relation.FORMER_UNIT) {
                    endPost(person);
                }
            }
        }
        people.add(newcomer());
        people.add(new Person("RESIDENT", Relation.ANYWHERE, null, null, null, null));
        people.add(new Person("ANONYMOUS", Relation.ANYWHERE, null, null, null, null));
        return Map.of(
                "district",
                district,
                "community",
                here,
                "department",
                unit("DEPARTMENT", district, null),
                "bystander",
                account("WORK", false));
    }

    private Person newcomer() {
        long id = account("WORK", true);
        return new Person("NEWCOMER", Relation.ANYWHERE, id, username(id), null, null);
    }

    Person find(String name, Relation relation) {
        return people.stream()
                .filter(person -> person.name().equals(name) && person.relation() == relation)
                .findFirst()
                .orElseThrow();
    }

    List<Person> named(String name) {
        return people.stream().filter(person -> person.name().equals(name)).toList();
    }

    /** The case that waits for this step. */
    Receipt waitingFor(String step) {
        return Map.of("dispatch", waiting, "handle", handling, "verify", verifying, "rate", rating)
                .get(step);
    }

    int version(CaseNumber number) {
        return jdbc.queryForObject("select version from incident where case_number = ?", Integer.class, number.value());
    }

    String photo(CaseNumber number) {
        return jdbc.queryForList("select id from attachment_photo where case_number = ?", String.class, number.value())
                .getFirst();
    }

    void beginPost(Person person) {
        change(
                "update org_staff_post set valid_to = null where staff_id = ? and post_id = ?",
                person.staffId(),
                person.postId());
    }

    void endPost(Person person) {
        change(
                "update org_staff_post set valid_to = ? where staff_id = ? and post_id = ?",
                LocalDate.of(2020, 2, 1),
                person.staffId(),
                person.postId());
    }

    void change(String sql, @Nullable Object... arguments) {
        transaction.executeWithoutResult(status -> jdbc.update(sql, arguments));
    }

    /** Does it as this person, who needs no password here. */
    static void as(Person person, Runnable deed) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        if (person.staffId() != null) {
            boolean newcomer = person.name().equals("NEWCOMER");
            var principal = new StaffPrincipal(person.staffId(), "-", "", true, true, newcomer);
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    principal,
                    null,
                    newcomer ? List.of(new SimpleGrantedAuthority(StaffPrincipal.INITIAL_PASSWORD)) : List.of()));
        }
        SecurityContextHolder.setContext(context);
        try {
            deed.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private Receipt report(ApplicationContext program) {
        var photo = program.getBean(PhotoService.class).prepare("1.png", new ByteArrayInputStream(picture()));
        return program.getBean(IncidentIntake.class)
                .report(new IncidentReport(
                        UUID.randomUUID().toString(),
                        null,
                        "楼下垃圾成堆",
                        null,
                        null,
                        community,
                        "1 号楼",
                        PHONE,
                        List.of(photo)));
    }

    private static byte[] picture() {
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private Person person(String name, Relation relation, Role role, long unit) {
        return transaction.execute(status -> {
            String duty = role.duty().name();
            long id = account(duty, false);
            jdbc.update(
                    "insert into org_post (unit_id, role, duty) values (?, ?, ?) on duplicate key update role = values(role)",
                    unit,
                    role.name(),
                    duty);
            long post = jdbc.queryForObject(
                    "select id from org_post where unit_id = ? and role = ?", Long.class, unit, role.name());
            jdbc.update(
                    "insert into org_staff_post (staff_id, post_id, valid_from, duty) values (?, ?, '2020-01-01', ?)",
                    id,
                    post,
                    duty);
            return new Person(name, relation, id, username(id), post, unit);
        });
    }

    private long account(String duty, boolean initialPassword) {
        return insert(
                "insert into org_staff (username, name, password_hash, must_change_password, enabled, duty)"
                        + " values (?, '某人', ?, ?, true, ?)",
                unique(),
                hash,
                initialPassword,
                duty);
    }

    private String username(long id) {
        return jdbc.queryForObject("select username from org_staff where id = ?", String.class, id);
    }

    private long unit(String kind, @Nullable Long parent, @Nullable String prefix) {
        if (prefix != null) {
            jdbc.update("update org_unit set case_prefix = null");
        }
        long id = insert(
                "insert into org_unit (code, name, kind, parent_id, path, case_prefix, valid_from)"
                        + " values (?, '某地', ?, ?, '', ?, '2020-01-01')",
                unique(),
                kind,
                parent,
                prefix);
        String above = parent == null
                ? "/"
                : jdbc.queryForObject("select path from org_unit where id = ?", String.class, parent);
        jdbc.update("update org_unit set path = ? where id = ?", above + id + "/", id);
        return id;
    }

    private long insert(String sql, @Nullable Object... arguments) {
        return jdbc.execute((ConnectionCallback<Long>) connection -> {
            try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
                for (int i = 0; i < arguments.length; i++) {
                    statement.setObject(i + 1, arguments[i]);
                }
                statement.executeUpdate();
                try (var keys = statement.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    private static String unique() {
        return "R-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
