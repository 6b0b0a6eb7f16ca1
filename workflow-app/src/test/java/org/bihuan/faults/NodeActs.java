package org.bihuan.faults;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bihuan.attachment.PhotoService;
import org.bihuan.attachment.PreparedPhoto;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
import org.bihuan.idempotency.Idempotency;
import org.bihuan.idempotency.Sender;
import org.bihuan.incident.HandUpReason;
import org.bihuan.incident.IncidentDispatch;
import org.bihuan.incident.IncidentFollowUp;
import org.bihuan.incident.IncidentHandling;
import org.bihuan.incident.IncidentIntake;
import org.bihuan.incident.IncidentLookup;
import org.bihuan.incident.IncidentReport;
import org.bihuan.incident.IncidentVerification;
import org.bihuan.incident.Receipt;
import org.bihuan.org.SignInRecords;
import org.bihuan.org.StaffService;
import org.bihuan.transaction.BusyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** What people do, through the services that the pages call, as the people who may do it. */
class NodeActs {

    /** Names of exceptions that pages turn into a sentence; by name, because modules keep adding some. */
    private static final Set<String> SENTENCES = Set.of(
            "StaleCaseException",
            "AlreadyTakenException",
            "NotYourTaskException",
            "ClaimRefusedException",
            "CaseNotFoundException",
            "RejectedPhotoException",
            "NobodyThereException");

    private final IncidentIntake intake;
    private final IncidentHandling handling;
    private final IncidentVerification verification;
    private final IncidentDispatch dispatch;
    private final IncidentFollowUp followUp;
    private final IncidentLookup lookup;
    private final PhotoService photos;
    private final SignInRecords records;
    private final StaffService staff;
    private final Idempotency idempotency;
    private final JdbcTemplate jdbc;

    private List<Grid> grids = List.of();
    private long category;

    /** Where reports come from and who looks after it. */
    record Grid(long id, double longitude, double latitude, String worker, String checker) {}

    NodeActs(
            IncidentIntake intake,
            IncidentHandling handling,
            IncidentVerification verification,
            IncidentDispatch dispatch,
            IncidentFollowUp followUp,
            IncidentLookup lookup,
            PhotoService photos,
            SignInRecords records,
            StaffService staff,
            Idempotency idempotency,
            JdbcTemplate jdbc) {
        this.intake = intake;
        this.handling = handling;
        this.verification = verification;
        this.dispatch = dispatch;
        this.followUp = followUp;
        this.lookup = lookup;
        this.photos = photos;
        this.records = records;
        this.staff = staff;
        this.idempotency = idempotency;
        this.jdbc = jdbc;
    }

    static boolean isRefusal(RuntimeException e) {
        return e instanceof StaleCaseException
                || e instanceof CaseNotFoundException
                || BusyException.isCauseOf(e)
                || SENTENCES.contains(e.getClass().getSimpleName());
    }

    /** Reads the grids once; the demonstration district does not change. */
    void lookAround() {
        category = jdbc.queryForObject("select min(id) from incident_category where code <> '00-00'", Long.class);
        grids = jdbc.query(
                """
                select g.id, st_x(st_centroid(b.border)) x, st_y(st_centroid(b.border)) y, w.username worker,
                  c.username checker
                from org_unit g
                join org_border b on b.unit_id = g.id
                join org_post gp on gp.unit_id = g.id and gp.role = 'GRID_WORKER'
                join org_staff_post gs on gs.post_id = gp.id
                join org_staff w on w.id = gs.staff_id
                join org_post cp on cp.unit_id = g.parent_id and cp.role = 'COMMUNITY_STAFF'
                join org_staff_post cs on cs.post_id = cp.id
                join org_staff c on c.id = cs.staff_id
                where g.kind = 'GRID' order by g.id limit 40
                """,
                (row, i) -> new Grid(
                        row.getLong("id"),
                        row.getDouble("x"),
                        row.getDouble("y"),
                        row.getString("worker"),
                        row.getString("checker")));
    }

    /**
     * Does it once under its key and answers with what the next act needs; the first word is {@code again} when it had
     * been done before.
     */
    String act(String verb, Map<String, String> words) {
        return switch (verb) {
            case "ping" -> String.valueOf(jdbc.queryForObject("select count(*) from case_number_counter", Long.class));
            case "report" -> report(grid(words), words.get("key"), Boolean.parseBoolean(words.get("dispatcher")));
            case "rate" -> once(verb, words, () -> followUp.rate(words.get("token"), shown(words), 5, ""));
            case "photo" -> once(verb, words, () -> followUp.supplement(words.get("token"), "", List.of(photo())));
            default -> as(person(verb, words), () -> once(verb, words, () -> asStaff(verb, words)));
        };
    }

    private void asStaff(String verb, Map<String, String> words) {
        CaseNumber number = new CaseNumber(words.get("number"));
        switch (verb) {
            case "accept" -> handling.accept(number);
            case "handled" -> handling.handled(number, version(number), "已清理", List.of());
            case "handUp" -> handling.handUp(number, version(number), HandUpReason.CANNOT_SOLVE, "需要部门");
            case "take" -> verification.take(number);
            case "pass" -> verification.pass(number, version(number), "已解决");
            case "takeDispatch" -> dispatch.take(number);
            case "dispatch" ->
                dispatch.dispatch(number, version(number), grid(words).id(), category, "");
            default -> throw new IllegalArgumentException(verb);
        }
    }

    private String person(String verb, Map<String, String> words) {
        return switch (verb) {
            case "take", "pass" -> grid(words).checker();
            case "takeDispatch", "dispatch" -> words.get("as");
            default -> grid(words).worker();
        };
    }

    private String once(String verb, Map<String, String> words, Runnable deed) {
        String key = words.get("key");
        boolean known = idempotency.answer(key, Sender.current(), String.class).isPresent();
        idempotency.once(key, Sender.current(), verb + words.get("token"), String.class, () -> {
            deed.run();
            return "done";
        });
        return known ? "again" : "done";
    }

    /** The version that the resident's page shows. */
    private int shown(Map<String, String> words) {
        return followUp.find(words.get("token")).orElseThrow().version();
    }

    private PreparedPhoto photo() {
        return photos.prepare("a.png", new ByteArrayInputStream(Picture.PNG));
    }

    private Grid grid(Map<String, String> words) {
        return grids.get(Integer.parseInt(words.get("grid")) % grids.size());
    }

    private String report(Grid grid, String key, boolean dispatcher) {
        boolean known = intake.earlier(key).isPresent();
        Receipt receipt = intake.report(new IncidentReport(
                key,
                dispatcher ? null : category,
                "楼下垃圾成堆",
                grid.longitude(),
                grid.latitude(),
                null,
                "1 号楼",
                null,
                List.of()));
        return (known ? "again " : "done ") + receipt.caseNumber() + " " + receipt.trackingToken();
    }

    /** The version that the person's page shows, read when the page opens. */
    private int version(CaseNumber number) {
        return lookup.details(number).incident().version();
    }

    private String as(String username, Supplier<String> deed) {
        var principal = records.principal(username).orElseThrow();
        var authorities = staff.postsOf(principal.staffId()).stream()
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role()))
                .distinct()
                .toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities));
        SecurityContextHolder.setContext(context);
        try {
            return deed.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
