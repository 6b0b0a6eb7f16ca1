package org.bihuan.rights;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.HttpSession;
import org.bihuan.casefile.CaseNumber;
import org.bihuan.rights.District.Person;
import org.bihuan.rights.Doors.Kind;

/** Opens pages and endpoints over HTTP, in a real session of somebody who signed in by the form. */
final class WebAttempts {

    /** Pages that stand in for the one that was asked for. */
    private static final String NO_SUCH_PAGE = "没有这个页面";

    private static final String SIGN_IN_PAGE = "\"_csrf\"";

    private final int port;
    private final District district;
    private final Map<String, String> routes = new TreeMap<>();
    private final Map<String, String> endpoints = new TreeMap<>();
    private final Set<String> uploads;
    private final Doors doors;
    private final Rights rights;

    WebAttempts(int port, District district, Doors doors, Rights rights) {
        this.port = port;
        this.district = district;
        this.doors = doors;
        this.rights = rights;
        doors.all(Kind.ROUTE).keySet().forEach(route -> routes.put(pageName(route), route));
        doors.all(Kind.ENDPOINT).keySet().forEach(endpoint -> endpoints.put(endpoint, endpoint));
        uploads = doors.all(Kind.UPLOAD).keySet();
    }

    /** Signs the person in, opens every door and tells what was there; signs out again. */
    Map<String, Seen> all(Person person) {
        var seen = new TreeMap<String, Seen>();
        HttpSession session = enter(person);
        routes.forEach((door, route) -> seen.put(door, page(session, route, person)));
        endpoints.forEach((door, endpoint) -> seen.put(door, endpoint(session, endpoint, person)));
        uploads.forEach(upload -> seen.put("upload " + simple(upload), upload(upload, person)));
        leave(session, person);
        return seen;
    }

    /** Opens one door of those. */
    Seen seen(String door, Person person) {
        if (door.startsWith("upload ")) {
            return upload(
                    uploads.stream()
                            .filter(upload -> door.endsWith(" " + simple(upload)))
                            .findFirst()
                            .orElseThrow(),
                    person);
        }
        HttpSession session = enter(person);
        Seen seen = routes.containsKey(door)
                ? page(session, routes.get(door), person)
                : endpoint(session, endpoints.get(door), person);
        leave(session, person);
        return seen;
    }

    Map<String, Verb> verbs() {
        var verbs = new TreeMap<String, Verb>();
        doors.all(Kind.ROUTE).forEach((route, verb) -> verbs.put(pageName(route), verb));
        verbs.putAll(doors.all(Kind.ENDPOINT));
        doors.all(Kind.UPLOAD).forEach((upload, verb) -> verbs.put("upload " + simple(upload), verb));
        return verbs;
    }

    private HttpSession enter(Person person) {
        var session = new HttpSession(port);
        return person.username() == null ? session : session.signIn(person.username(), District.PASSWORD);
    }

    private static void leave(HttpSession session, Person person) {
        if (person.username() != null) {
            session.signOut();
        }
    }

    private Seen page(HttpSession session, String route, Person person) {
        boolean signIn = route.equals("login");
        String address = route.replace(":caseNumber", number(route).value())
                .replace(":token", token(person))
                .replace(":draft([0-9]{1,18})", String.valueOf(district.draft));
        holding(person, route);
        String page = session.page(address);
        released(person, route);
        boolean instead = page.contains(NO_SUCH_PAGE) || !signIn && page.contains(SIGN_IN_PAGE);
        // Whoever has an initial password is led to where it is changed, whatever the address.
        boolean led = person.name().equals("NEWCOMER") && !route.equals("account/password") && page.contains("修改密码");
        return instead || led ? Seen.NOTHING : Seen.ALLOWED;
    }

    private Seen endpoint(HttpSession session, String endpoint, Person person) {
        String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                .replace("{code:zh|en}", "zh")
                .replace("{token}", token(person))
                .replace("{id}", district.photo(district.handling.caseNumber()))
                .replace("/**", "/liveness");
        if (path.endsWith("borders.json")) {
            path += "?under=" + district.code + "&kind=GRID";
        }
        holding(person, endpoint);
        HttpResponse<String> answer = endpoint.startsWith("POST ") ? session.post(path) : session.get(path);
        released(person, endpoint);
        String target = answer.headers().firstValue("Location").orElse("");
        boolean elsewhere = target.contains("/login") || target.contains("/account/password");
        return answer.statusCode() == 404 || elsewhere ? Seen.NOTHING : Seen.ALLOWED;
    }

    private Seen upload(String upload, Person person) {
        var seen = new Seen[1];
        District.as(
                person,
                () -> seen[0] =
                        rights.may(doors.verb(Kind.UPLOAD, upload).orElseThrow()) ? Seen.ALLOWED : Seen.NOTHING);
        return seen[0];
    }

    private CaseNumber number(String route) {
        String step = route.contains("dispatch-") ? "dispatch" : route.contains("verify-") ? "verify" : "handle";
        return district.waitingFor(step).caseNumber();
    }

    private String token(Person person) {
        return person.hasToken() ? district.handling.trackingToken() : "guessed-link";
    }

    /** Lets one of the person's posts hold the case for a moment, if that is how they are related. */
    private void holding(Person person, String route) {
        if (person.isOwn()) {
            district.change(
                    "update incident set handling_post_id = ? where case_number = ?",
                    person.postId(),
                    number(route).value());
        }
    }

    private void released(Person person, String route) {
        if (person.isOwn()) {
            String step = number(route).equals(district.waiting.caseNumber()) ? "waiting" : "";
            district.change(
                    "update incident set handling_post_id = ? where case_number = ?",
                    step.isEmpty() ? district.official.postId() : null,
                    number(route).value());
        }
    }

    /** The matrix has a comma between its cells. */
    private static String pageName(String route) {
        return "page /" + route.replace(",", "..");
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
