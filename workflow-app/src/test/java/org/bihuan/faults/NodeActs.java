package org.bihuan.faults;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.bihuan.attachment.PhotoService;
import org.bihuan.casefile.CaseNotFoundException;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.casefile.StaleCaseException;
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
            "NobodyThereException",
            "BusyException");

    private final IncidentIntake intake;
    private final IncidentHandling handling;
    private final IncidentVerification verification;
    private final IncidentDispatch dispatch;
    private final IncidentFollowUp followUp;
    private final IncidentLookup lookup;
    private final PhotoService photos;
    private final SignInRecords records;
    private final StaffService staff;
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
        this.jdbc = jdbc;
    }

    static boolean isRefusal(RuntimeException e) {
        return e instanceof StaleCaseException
                || e instanceof CaseNotFoundException
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

    /** Does it and answers with what the next act needs. */
    String act(String verb, Map<String, String> words) {
        Grid grid =
                grids.isEmpty() ? null : grids.get(Integer.parseInt(words.getOrDefault("grid", "0")) % grids.size());
        return switch (verb) {
            case "report" -> report(grid, words.get("key"), Boolean.parseBoolean(words.get("dispatcher")));
            case "accept" ->
                as(grid.worker(), () -> {
                    handling.accept(number(words));
                    return "";
                });
            case "handled" ->
                as(grid.worker(), () -> {
                    handling.handled(number(words), version(words), "已清理", List.of());
                    return "";
                });
            case "handUp" ->
                as(grid.worker(), () -> {
                    handling.handUp(number(words), version(words), HandUpReason.CANNOT_SOLVE, "需要部门");
                    return "";
                });
            case "take" ->
                as(grid.checker(), () -> {
                    verification.take(number(words));
                    return "";
                });
            case "pass" ->
                as(grid.checker(), () -> {
                    verification.pass(number(words), version(words), "已解决");
                    return "";
                });
            case "takeDispatch" ->
                as(words.get("as"), () -> {
                    dispatch.take(number(words));
                    return "";
                });
            case "dispatch" ->
                as(words.get("as"), () -> {
                    dispatch.dispatch(number(words), version(words), grid.id(), category, "");
                    return "";
                });
            case "rate" -> {
                followUp.rate(words.get("token"), 5, "");
                yield "";
            }
            case "photo" -> {
                followUp.supplement(
                        words.get("token"),
                        "",
                        List.of(photos.prepare("a.png", new ByteArrayInputStream(Picture.PNG))));
                yield "";
            }
            case "events" -> events(number(words));
            case "mark" -> lastEntry();
            case "ping" -> String.valueOf(jdbc.queryForObject("select count(*) from case_number_counter", Long.class));
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private String report(Grid grid, String key, boolean dispatcher) {
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
        Long entry = jdbc.queryForObject(
                "select min(id) from audit_entry where case_number = ?",
                Long.class,
                receipt.caseNumber().value());
        return receipt.caseNumber() + " " + receipt.trackingToken() + " " + entry;
    }

    /** Whatever has a number up to this one happened before now. */
    private String lastEntry() {
        return String.valueOf(jdbc.queryForObject("select coalesce(max(id), 0) from audit_entry", Long.class));
    }

    /** Types of the entries of a case, one a line. */
    private String events(CaseNumber number) {
        return String.join(
                "\n",
                jdbc.queryForList(
                        "select event_type from audit_entry where case_number = ? order by id",
                        String.class,
                        number.value()));
    }

    /** The version that the person's page shows, read when the page opens. */
    private int version(Map<String, String> words) {
        return lookup.details(number(words)).incident().version();
    }

    private static CaseNumber number(Map<String, String> words) {
        return new CaseNumber(words.get("number"));
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
